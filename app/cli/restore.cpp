// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrases.h"
#include "verbs.h"

#include <storage/restore.h>
#include <vault/vault.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString backup = call.arguments.front();
    DTP_CHECK(unlockFor(call, backup)); // mostly the database opens by it as well
    if (vault::isLocked(call.database))
        DTP_CHECK(unlockFor(call, call.database));
    DTP_TRY(remarks, restoreBackup(backup, call.database));
    DTP_TRY(store, session.openToWrite(call));
    DTP_TRY(people, store->count(Entity::Person));
    const QString opens =
        vault::isVault(call.database) ? Cli::tr(" It opens with the passphrases that the backup had.") : QString();
    const QString sentence =
        QString(Cli::tr("“%1” is again as in “%2”, with %n people.", nullptr, static_cast<int>(people)) + opens)
            .arg(call.database, backup);
    output.result(sentence, {{QStringLiteral("file"), call.database},
                             {QStringLiteral("people"), people},
                             {QStringLiteral("remarks"), QJsonArray::fromStringList(remarks)}});
    for (const QString& remark : std::as_const(remarks))
        output.line(remark);
    return {};
}
} // namespace

Verb restoreVerb()
{
    return {
        "restore",
        "FILE",
        QT_TRANSLATE_NOOP("Cli", "Put a backup in the place of the database."),
        QT_TRANSLATE_NOOP(
            "Cli", "What was in its place is kept beside it under another name. DATABASE need not exist or be sound."),
        {},
        1,
        1,
        false,
        nullptr,
        &run,
        false};
}

} // namespace dtp::cli
