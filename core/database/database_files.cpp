// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/database_files.h>

#include <database/connection.h>
#include <database/journal.h>
#include <database/schema.h>
#include <platform/platform.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSysInfo>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// Whether SQLite is to break off what it does just now.
int isToStop(void* progress)
{
    return goOn(*static_cast<const Progress*>(progress), 1, 1, Storage::tr("Looking through the copy")) ? 0 : 1;
}

// So that parts of other computers are told from those of this one.
QString thisComputer()
{
    static const QString own = [] {
        const QByteArray id = QSysInfo::machineUniqueId() + QSysInfo::machineHostName().toUtf8();
        constexpr qsizetype digits = 8;
        return QString::fromLatin1(QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex().left(digits));
    }();
    return own;
}
} // namespace

void removeDatabase(const QString& path)
{
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(ending));
}

void makePrivate(const QString& path)
{
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        if (const QString file = path + QLatin1String(ending); QFileInfo::exists(file))
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    }
}

QString partOf(const QString& target)
{
    static std::atomic<int> count = 0;
    return target +
           QStringLiteral("-%1-%2-%3.part").arg(thisComputer()).arg(QCoreApplication::applicationPid()).arg(++count);
}

void removeLeftParts(const QDir& folder, const QString& ofName)
{
    // Parts of earlier versions say no computer.
    static const QRegularExpression form(
        QStringLiteral("^(.+?)(?:-([0-9a-f]{8}))?-(\\d+)-\\d+\\.part(?:-wal|-shm|-journal|\\.lock)?$"));
    constexpr qint64 day = 24 * 3600;
    const QDateTime yesterday = QDateTime::currentDateTime().addSecs(-day);
    const QString setAside = QFileInfo(ofName).completeBaseName() + QStringLiteral(" (");
    const QFileInfoList files =
        folder.entryInfoList({QStringLiteral("*.part"), QStringLiteral("*.part-*"), QStringLiteral("*.part.lock")},
                             QDir::Files | QDir::Hidden);
    for (const QFileInfo& file : files) {
        const auto match = form.match(file.fileName());
        const QString name = match.captured(1);
        if (!match.hasMatch() || !name.contains(QLatin1String(".dtp")) ||
            (!ofName.isEmpty() && name != ofName && !name.startsWith(setAside)))
            continue;
        // A folder may be shared with another computer, of whose processes we know nothing.
        const QString computer = match.captured(2);
        const bool isOurs = computer == thisComputer() || (computer.isEmpty() && !ofName.isEmpty());
        if ((isOurs && !platform::isRunning(match.captured(3).toLongLong())) || file.lastModified() < yesterday)
            QFile::remove(file.absoluteFilePath());
    }
}

QString folderInMaking(const QString& target)
{
    const QFileInfo info(target);
    const QString random =
        QStringLiteral("%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    return info.absoluteDir().filePath(QLatin1Char('.') + info.fileName() + QLatin1Char('-') + random);
}

void removeLeftFolder(const QString& path)
{
    // The name comes out of a file that others may have sent: no other folder has such a name, and no folder within it
    // is gone into.
    static const QRegularExpression form(QStringLiteral("^\\..+-[0-9a-f]{16}$"));
    const QFileInfo info(path);
    if (!info.isAbsolute() || !form.match(info.fileName()).hasMatch() || info.isSymLink() || !info.isDir())
        return;
    const QFileInfoList files = QDir(path).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QFileInfo& file : files)
        QFile::remove(file.absoluteFilePath());
    info.dir().rmdir(info.fileName());
}

void removeSecondNames(const QString& path)
{
    const QFileInfo info(path);
    const QRegularExpression form(
        QLatin1Char('^') + QRegularExpression::escape(info.completeBaseName()) +
        QStringLiteral(" \\(.* \\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d\\)\\.dtp(.*)$"));
    const QFileInfoList files = info.dir().entryInfoList({QStringLiteral("*).dtp*")}, QDir::Files);
    for (const QFileInfo& file : files) {
        const auto match = form.match(file.fileName());
        if (!match.hasMatch())
            continue;
        const QString own = path + match.captured(1);
        const QString identity = platform::fileIdentity(own);
        if (!identity.isEmpty() && !file.isSymLink() && !QFileInfo(own).isSymLink() &&
            platform::fileIdentity(file.absoluteFilePath()) == identity)
            QFile::remove(file.absoluteFilePath());
    }
}

QString freeName(const QDir& folder, QDateTime time, const std::function<QString(const QString&)>& nameAt)
{
    for (;; time = time.addSecs(1)) {
        const QString path = folder.filePath(nameAt(time.toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"))));
        if (!QFileInfo::exists(path))
            return path;
    }
}

bool hasJournal(const QString& path)
{
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0 ||
           QFileInfo(path + QStringLiteral("-journal")).size() > 0;
}

Result<> foldJournals(const QString& path)
{
    DTP_CHECK(checkJournal(path));
    {
        DTP_TRY(connection, Connection::open(path, Connection::Mode::ReadWrite));
        DTP_TRY(tables, connection->value("SELECT count(*) FROM sqlite_schema")); // plays a journal back
        Q_UNUSED(tables)
        DTP_TRY(busy, connection->value("PRAGMA wal_checkpoint(TRUNCATE)"));
        if (busy.toLongLong() != 0)
            return fail(
                Storage::tr("%1 is in use by another program. Close it there.").arg(QFileInfo(path).fileName()),
                QStringLiteral("checkpoint"));
    }
    if (hasJournal(path))
        return fail(Storage::tr("%1 is in use by another program. Close it there.").arg(QFileInfo(path).fileName()),
                    QStringLiteral("journal"));
    for (const char* ending : {"-wal", "-shm"}) // empty, and of nobody
        QFile::remove(path + QLatin1String(ending));
    return {};
}

Result<> verifyDatabase(const QString& path, const Progress& progress)
{
    DTP_TRY(connection, Connection::open(path, Connection::Mode::Immutable));
    constexpr int instructions = 1000; // well below a millisecond
    Progress ask = progress;
    if (ask)
        sqlite3_progress_handler(connection->handle(), instructions, &isToStop, &ask);
    DTP_TRY(state, schemaState(*connection));
    if (state == SchemaState::Foreign || state == SchemaState::Fresh)
        return fail(Storage::tr("%1 is not a file of this program.").arg(QFileInfo(path).fileName()));
    const auto looked = connection->value("PRAGMA quick_check(1)");
    if (!looked && sqlite3_errcode(connection->handle()) == SQLITE_INTERRUPT)
        return fail(Storage::tr("The backup was stopped; nothing was left behind."));
    DTP_TRY(sound, looked);
    if (sound.toString() != QLatin1String("ok"))
        return tl::unexpected<Error>(sqliteError(SQLITE_CORRUPT, sound.toString(), path));
    return {};
}

Result<> replaceBy(const QString& part, const QString& target)
{
    platform::syncToDisk(part); // before its name: after a power cut a name must not stand for half a file
    // rename(2) replaces in one step; QFile::rename would refuse.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) != 0) {
        removeDatabase(part);
        return fail(Storage::tr("%1 could not be written. Choose another folder.").arg(QFileInfo(target).fileName()),
                    QStringLiteral("rename"));
    }
    platform::syncToDisk(QFileInfo(target).absolutePath());
    return {};
}

namespace
{
// Zeros in the place of what a file held, before its last name goes: a search of the disk should find nothing.
void overwrite(QFile& file)
{
    const QByteArray zeros(64 * 1024, '\0');
    file.seek(0);
    for (qint64 left = file.size(); left > 0; left -= zeros.size()) {
        if (file.write(zeros.constData(), std::min<qint64>(left, zeros.size())) < 0)
            return;
    }
    file.flush();
    platform::syncToDisk(file);
}
} // namespace

bool hasOtherName(const QString& path)
{
    std::error_code error;
    const auto names = std::filesystem::hard_link_count(QFile::encodeName(path).toStdString(), error);
    return !error && names > 1;
}

Result<> replaceAndOverwrite(const QString& part, const QString& path)
{
    // What has another name would lose there what is written over.
    if (hasOtherName(path)) {
        removeDatabase(part);
        return fail(Storage::tr("%1 has another name on this disk (a hard link). Delete the other name first.")
                        .arg(QFileInfo(path).fileName()));
    }
    QFile before(path); // stays open to the old file when another takes its name
    const bool isOpen = before.open(QIODevice::ReadWrite);
    DTP_CHECK(replaceBy(part, path));
    for (const char* ending : {"-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(ending));
    // replaceBy() has seen to it that the new one is there whatever happens to the machine.
    if (isOpen)
        overwrite(before);
    return {};
}

} // namespace dtp
