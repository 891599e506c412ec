// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite says, in sentences for people.
#include <database/connection.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>
#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QString sentenceFor(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return Storage::tr("The disk is full, so nothing was changed in %1. Make room on the disk and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Storage::tr(
            "%1 may only be read here, so nothing was changed. Copy it to a folder of your own to work on it.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Storage::tr(
            "Something else is writing to %1 just now, so nothing was changed. Try again when it has finished.");
    case SQLITE_CORRUPT:
        return Storage::tr("%1 is damaged: a part of it cannot be read as it was written.");
    case SQLITE_NOTADB:
        return Storage::tr("%1 is not a file of this program, or it is damaged. Nothing in it was changed.");
    case SQLITE_CANTOPEN:
        return Storage::tr("%1 could not be opened. Check that it is still there and that you may read its folder.");
    case SQLITE_IOERR:
        return Storage::tr(
            "The disk did not answer properly while working on %1, so nothing was changed. If this comes again, "
            "copy the file to another disk.");
    case SQLITE_NOMEM:
        return Storage::tr("There is not enough memory for this work on %1, so nothing was changed.");
    case SQLITE_CONSTRAINT:
        return Storage::tr("This does not fit what %1 already holds, so nothing was changed.");
    default:
        return Storage::tr(
            "The program could not work with %1; nothing was changed. Try again, and report it if it comes back.");
    }
}

bool meansNoRoom(int systemError)
{
#ifdef EDQUOT // not every system has quotas
    if (systemError == EDQUOT)
        return true;
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

// What the system last answered to SQLite about the file or its journal; sqlite3_system_errno() is not told of a
// commit.
bool hadNoRoom(sqlite3* database)
{
    bool found = meansNoRoom(sqlite3_system_errno(database));
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        sqlite3_file* file = nullptr;
        int answer = 0;
        if (sqlite3_file_control(database, "main", which, &file) == SQLITE_OK && file && file->pMethods &&
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &answer) == SQLITE_OK)
            found = found || meansNoRoom(answer);
    }
    return found;
}

// What the program asks for is in every file that it has made or brought up to date. Where SQLite does not know it, or
// cannot read how it is made, the file's own list of its tables is damaged: a single letter of it is enough.
bool isForWantOfLayout(sqlite3* database)
{
    if ((sqlite3_extended_errcode(database) & 0xFF) != SQLITE_ERROR)
        return false;
    const QLatin1String message(sqlite3_errmsg(database));
    for (const char* sign : {"no such ", "malformed ", "vtable constructor failed", "error in tokenizer ",
                             "foreign key mismatch", "unrecognized ", "parse error"}) {
        if (message.startsWith(QLatin1String(sign)))
            return true;
    }
    return message.contains(QLatin1String(" has no column named "));
}

// SQLite says "full" of a full disk alone. A used-up quota, a file as large as its disk lets it be, and no room for
// the index of the journal are the same to a person.
bool isForWantOfRoom(sqlite3* database)
{
    const int code = sqlite3_extended_errcode(database);
    return code == SQLITE_IOERR_SHMSIZE || ((code & 0xFF) == SQLITE_IOERR && hadNoRoom(database));
}
} // namespace

Error sqliteError(int code, const QString& detail, const QString& file)
{
    QString sentence = sentenceFor(code).arg(file.isEmpty() ? Storage::tr("the file") : QFileInfo(file).fileName());
    if (file.isEmpty()) // the name of a file stays as it is
        sentence[0] = sentence.at(0).toUpper();
    return {sentence, QStringLiteral("SQLite %1 (%2): %3").arg(code).arg(QLatin1String(sqlite3_errstr(code)), detail)};
}

Error sqliteError(sqlite3* database, const QString& file)
{
    const char* name = sqlite3_db_filename(database, "main");
    const int code = isForWantOfRoom(database)     ? SQLITE_FULL
                     : isForWantOfLayout(database) ? SQLITE_CORRUPT
                                                   : sqlite3_extended_errcode(database);
    return sqliteError(code, QString::fromUtf8(sqlite3_errmsg(database)),
                       file.isEmpty() ? QString::fromUtf8(name) : file);
}

} // namespace dtp
