// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/backup_files.h>

#include <database/connection.h>
#include <database/database_files.h>
#include <database/journal.h>
#include <database/layout.h>
#include <database/schema.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <filesystem>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Result<qint64> numberIn(sqlite3* database, const QByteArray& sql)
{
    DTP_TRY(select, Statement::prepare(database, sql));
    DTP_TRY(row, select.step());
    return row ? select.integer(0) : 0;
}

Result<BackupContent> readContent(const QString& backup)
{
    BackupContent content;
    const bool isOpenElsewhere = QFileInfo(backup + QStringLiteral("-wal")).size() > 0;
    DTP_TRY(connection,
            Connection::open(backup, isOpenElsewhere ? Connection::Mode::ReadOnly : Connection::Mode::Immutable));
    DTP_TRY(state, schemaState(*connection));
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return content;
    DTP_TRY(change, changeOf(connection->handle()));
    DTP_TRY(noted, connection->value("SELECT value FROM setting WHERE key = 'backup/people'"));
    DTP_TRY(notedFor, connection->value("SELECT value FROM setting WHERE key = 'backup/change'"));
    content.change = change;
    if (!noted.isNull() && notedFor.toString() == change) {
        content.people = noted.toLongLong();
    } else {
        DTP_TRY(people, numberIn(connection->handle(), "SELECT count(*) FROM person"));
        content.people = people;
    }
    content.state = BackupContent::State::Readable;
    return content;
}

Result<> checkLayoutOf(const QString& backup)
{
    DTP_TRY(connection, Connection::open(backup, Connection::Mode::Immutable));
    return checkLayout(*connection, backup);
}
} // namespace

QString backupFolderOf(const QString& path, const QString& given)
{
    if (!given.isEmpty())
        return given;
    const QFileInfo info(path);
    return info.dir().filePath(QCoreApplication::translate("Storage", "%1 backups").arg(info.completeBaseName()));
}

QFileInfoList setAsideOf(const QString& path)
{
    const QFileInfo info(path);
    QFileInfoList files = info.dir().entryInfoList({QStringLiteral("*).dtp")}, QDir::Files);
    files.removeIf([&info](const QFileInfo& file) {
        return !file.fileName().startsWith(info.completeBaseName() + QStringLiteral(" ("));
    });
    return files;
}

QString nameToSetAside(const QString& path)
{
    const QFileInfo info(path);
    return freeName(info.dir(), QDateTime::currentDateTime(), [&info](const QString& time) {
        return Storage::tr("%1 (set aside %2).dtp").arg(info.completeBaseName(), time);
    });
}

namespace
{
// A second name for a file, or a copy where the disk knows no second names.
bool keepAs(const QString& file, const QString& name)
{
    std::error_code error;
    std::filesystem::create_hard_link(QFile::encodeName(file).toStdString(), QFile::encodeName(name).toStdString(),
                                      error);
    if (!error)
        return true;
    const QString part = partOf(name); // half a copy has no such name
    return QFile::copy(file, part) && replaceBy(part, name).has_value();
}
} // namespace

Result<> setAside(const QString& target)
{
    const QFileInfo info(target);
    const QString aside = nameToSetAside(target);
    // A journal without its file is kept as well.
    const bool isWhole = !hasJournal(target) || (info.exists() && foldJournals(target).has_value());
    QStringList endings{QString()};
    if (!isWhole) // damaged: kept as it is, with its journals
        endings = {QStringLiteral("-wal"), QStringLiteral("-journal"), QString()};
    for (const QString& ending : std::as_const(endings)) {
        if (QFileInfo::exists(target + ending) && !keepAs(target + ending, aside + ending))
            return fail(Storage::tr("%1 could not be set aside, so the backup was not restored.").arg(info.fileName()),
                        aside);
    }
    // They would be taken for journals of the file that comes.
    for (const char* ending : {"-wal", "-shm", "-journal"})
        QFile::remove(target + QLatin1String(ending));
    return {};
}

QFileInfoList backupsOf(const QString& path, const QString& folder)
{
    // Not by a pattern of QDir, for which some letters of a name have a meaning.
    const QRegularExpression form(QLatin1Char('^') + QRegularExpression::escape(QFileInfo(path).completeBaseName()) +
                                  QStringLiteral(" \\d{4}-\\d\\d-\\d\\d .*\\.dtp$"));
    QFileInfoList all = QDir(backupFolderOf(path, folder)).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed);
    all.removeIf([&form](const QFileInfo& file) { return !form.match(file.fileName()).hasMatch(); });
    return all;
}

QString newestSoundBackup(const QString& path, const QString& folder)
{
    for (const QFileInfo& file : backupsOf(path, folder)) {
        const QString backup = file.absoluteFilePath();
        const BackupContent::State state = contentOfBackup(backup).state;
        if (state == BackupContent::State::Locked ||
            (state == BackupContent::State::Readable &&
             (hasJournal(backup) ? checkJournal(backup).has_value()
                                 : verifyDatabase(backup) && checkLayoutOf(backup))))
            return backup;
    }
    return {};
}

QDateTime timeOfBackup(const QString& path, const QFileInfo& backup)
{
    const QString stamp = backup.completeBaseName().mid(QFileInfo(path).completeBaseName().size() + 1);
    const QDateTime at = QDateTime::fromString(stamp, QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    return at.isValid() ? at : QDateTime::fromString(stamp.left(16), QStringLiteral("yyyy-MM-dd HH.mm"));
}

BackupContent contentOfBackup(const QString& backup)
{
    BackupContent content;
    if (vault::isLocked(backup)) {
        content.state = BackupContent::State::Locked;
        return content;
    }
    return readContent(backup).value_or(content);
}

QString backupPeople(const BackupContent& content)
{
    switch (content.state) {
    case BackupContent::State::Readable:
        return content.people == 1 ? Storage::tr("1 person")
                                   : Storage::tr("%1 people").arg(QLocale().toString(content.people));
    case BackupContent::State::Locked:
        return Storage::tr("locked");
    case BackupContent::State::Unreadable:
        break;
    }
    return Storage::tr("cannot be read");
}

Result<QString> changeOf(sqlite3* database)
{
    DTP_TRY(newest, numberIn(database, "SELECT max(id) FROM change_set"));
    DTP_TRY(undone, numberIn(database, "SELECT count(*) FROM change_set WHERE state = 1"));
    return QStringLiteral("%1-%2").arg(newest).arg(undone);
}

// The newest alone: an older one may have been erased from the file since.
Result<bool> holdsNewer(Connection& backup, sqlite3* file)
{
    for (const char* name : {"change_set", "disclosure"}) {
        const QByteArray table = name;
        DTP_TRY(newest, numberIn(backup.handle(), "SELECT ifnull(max(id), 0) FROM " + table));
        DTP_TRY(known, numberIn(file, "SELECT count(*) FROM " + table + " WHERE id = " + QByteArray::number(newest)));
        if (newest != 0 && known == 0)
            return true;
    }
    return false;
}

Result<> noteContent(Connection& backup)
{
    DTP_TRY(change, changeOf(backup.handle()));
    DTP_TRY(people, numberIn(backup.handle(), "SELECT count(*) FROM person"));
    DTP_TRY(insert, backup.statement("INSERT OR REPLACE INTO setting VALUES (?, ?)"));
    DTP_CHECK(
        insert.bind(1, QVariant(QStringLiteral("backup/people"))).bind(2, QVariant(QString::number(people))).run());
    return insert.bind(1, QVariant(QStringLiteral("backup/change"))).bind(2, QVariant(change)).run();
}

} // namespace dtp
