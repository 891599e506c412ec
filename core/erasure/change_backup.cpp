// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/change_backup.h>

#include <database/backup_files.h>
#include <database/connection.h>
#include <database/database_files.h>
#include <database/schema.h>
#include <platform/platform.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Result<> changeCopy(const QString& part, const Environment& environment, const std::function<Result<>(Store&)>& change)
{
    {
        DTP_TRY(connection, Connection::open(part, Connection::Mode::Immutable));
        DTP_TRY(state, schemaState(*connection));
        if (state != SchemaState::Current)
            return fail(Storage::tr("It is of another version of this program."), QStringLiteral("older layout"));
    }
    {
        DTP_TRY(store, Store::open(part, environment));
        if (store->isReadOnly())
            return fail(store->readOnlyReason());
        DTP_CHECK(change(*store));
    }
    {
        DTP_TRY(connection, Connection::open(part, Connection::Mode::ReadWrite));
        DTP_CHECK(connection->run("PRAGMA journal_mode = DELETE"));
        DTP_CHECK(noteContent(*connection));
    }
    platform::syncToDisk(part);
    return verifyDatabase(part);
}
} // namespace

Result<> changeBackup(const QString& backup, const Environment& environment,
                      const std::function<Result<>(Store&)>& change)
{
    if (vault::isLocked(backup))
        return tl::unexpected<Error>(vault::lockedError(backup));
    if (hasJournal(backup))
        DTP_CHECK(foldJournals(backup));
    const QString part = partOf(backup);
    if (!QFile::copy(backup, part))
        return fail(Storage::tr("%1 could not be copied: is the disk full?").arg(QFileInfo(backup).fileName()), part);
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    auto changed = changeCopy(part, environment, change);
    if (changed)
        changed = replaceAndOverwrite(part, backup);
    if (!changed)
        removeDatabase(part);
    return changed;
}

} // namespace dtp
