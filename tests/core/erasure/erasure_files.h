// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for what should be gone in every byte of a database, of an encrypted one as well.
#pragma once

#include <database/connection.h>
#include <support/catch.h>
#include <support/file_bytes.h>

#include <QDirIterator>
#include <QFileInfo>
#include <vault/vault.h>

#include <sqlite3.h>

#include <functional>

namespace dtp::test
{

// The pages of a database as SQLite reads them: decrypted, free ones and those of its indexes among them.
inline QByteArray pagesOf(const QString& path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    REQUIRE_OK(connection);
    sqlite3* database = (*connection)->handle();
    const auto size = (*connection)->value("PRAGMA page_size");
    const auto count = (*connection)->value("PRAGMA page_count");
    REQUIRE_OK(size);
    REQUIRE_OK(count);
    sqlite3_file* file = nullptr;
    REQUIRE(sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK);
    QByteArray bytes(size->toLongLong() * count->toLongLong(), '\0');
    for (qint64 page = 0; page < count->toLongLong(); ++page) {
        const qint64 at = page * size->toLongLong();
        const int code = file->pMethods->xRead(file, bytes.data() + at, size->toInt(), at);
        REQUIRE((code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)); // the journal alone has it
    }
    return bytes;
}

// Of each of the words, in which files of the folder it stands, in any case, in UTF-8 or UTF-16.
inline QStringList placesOf(const QStringList& words, const QString& folder)
{
    QStringList places;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QByteArrayList contents{contentsOf(path)};
        if (path.endsWith(QLatin1String(".dtp")))
            contents.append(pagesOf(path));
        for (const QByteArray& bytes : contents) {
            const QByteArray lower = bytes.toLower();
            for (const QString& word : words) {
                const QString small = word.toLower();
                const QByteArray wide(reinterpret_cast<const char*>(small.utf16()), small.size() * 2);
                for (const QByteArray& form : {word.toUtf8(), small.toUtf8()}) {
                    if (bytes.contains(form) || lower.contains(form))
                        places.append(word + QStringLiteral(" in ") + QFileInfo(path).fileName());
                }
                if (lower.contains(wide))
                    places.append(word + QStringLiteral(" (wide) in ") + QFileInfo(path).fileName());
            }
        }
    }
    places.removeDuplicates();
    return places;
}

// A record that was added, as set() filled it.
template <class R>
R put(Store& store, const std::function<void(R&)>& set)
{
    R record;
    set(record);
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(record));
        return {};
    }));
    return record;
}

} // namespace dtp::test
