// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"
#include "verbs.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString target = call.arguments.front();
    const bool isHandedOn = call.has("--given-to"); // only that is entered in the file
    DTP_TRY(store, isHandedOn ? session.openToWrite(call) : session.openToRead(call));
    const QFileInfo info(target);
    if (info.exists() && (!info.isFile() || info.canonicalFilePath() == QFileInfo(call.database).canonicalFilePath()))
        return tl::unexpected<Failure>(
            Error{QCoreApplication::translate("Cli", "“%1” cannot be a backup. Choose another name.").arg(target),
                  QString()});
    DTP_TRY(people, store->count(Entity::Person));
    const Leaving leaving(QCoreApplication::translate("Cli", "The whole file, as a backup"), call.value("--given-to"));
    const auto copy = [&, &from = *store] { return from.backupTo(target); };
    DTP_CHECK(isHandedOn ? releaseUngated(*store, leaving, target, people, copy) : copy());
    output.result(QCoreApplication::translate("Cli", "The backup is “%1”; it was opened and checked.").arg(target),
                  {{QStringLiteral("file"), target}, {QStringLiteral("bytes"), QFileInfo(target).size()}});
    return {};
}
} // namespace

Verb backupVerb()
{
    return {"backup",
            "FILE",
            QT_TRANSLATE_NOOP("Cli", "Write a copy of the whole database, and check that it can be opened."),
            QT_TRANSLATE_NOOP("Cli", "A FILE that is there is replaced when the copy is complete, if it is an earlier "
                                     "backup of the same database."),
            {recipientOption()},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
