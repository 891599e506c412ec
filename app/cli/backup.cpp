// SPDX-License-Identifier: GPL-3.0-or-later
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
    DTP_TRY(store, session.openToRead(call));
    const QFileInfo info(target);
    if (info.exists() && (!info.isFile() || info.canonicalFilePath() == QFileInfo(call.database).canonicalFilePath()))
        return tl::unexpected<Failure>(
            Error{QCoreApplication::translate("Cli", "“%1” cannot be a backup. Choose another name.").arg(target),
                  QString()});
    DTP_CHECK(store->backupTo(target));
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
            {},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
