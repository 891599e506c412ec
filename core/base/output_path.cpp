// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/output_path.h>

#include <platform/platform.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// The file that a path comes to, through links; where there is none yet, the folder's and the name.
QString whereItIs(const QString& path)
{
    const QFileInfo info(path);
    const QString there = info.canonicalFilePath();
    return there.isEmpty() ? QFileInfo(info.absolutePath()).canonicalFilePath() + QLatin1Char('/') + info.fileName()
                           : there;
}

// As https://www.sqlite.org/fileformat.html#the_database_header says; a journal beside one is found by its name.
bool isDatabase(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(16);
    return start == QByteArray("SQLite format 3\0", 16) || start.startsWith("DTPVAULT"); // plain, or encrypted
}

// What SQLite keeps beside a database, and our lock.
constexpr const char* companions[] = {"", "-wal", "-shm", "-journal", ".lock"};

bool isBesideDatabase(const QString& path)
{
    return std::any_of(std::begin(companions) + 1, std::end(companions), [&](const char* ending) {
        const QLatin1String end(ending);
        return path.endsWith(end) && isDatabase(path.chopped(end.size()));
    });
}

// Also by another name of the same file.
bool isSame(const QString& one, const QString& other)
{
    const QString identity = platform::fileIdentity(one);
    return whereItIs(one) == whereItIs(other) || (!identity.isEmpty() && identity == platform::fileIdentity(other));
}
} // namespace

Result<> checkOutput(const QString& target, const QStringList& kept)
{
    const QFileInfo info(target);
    if (info.isSymLink())
        return fail(Storage::tr("“%1” was not written: it is a link to another file. Choose another name.")
                        .arg(info.fileName()));
    bool isKept = isDatabase(target) || isBesideDatabase(target) || (info.isFile() && !info.isReadable());
    for (const QString& path : kept) {
        for (const char* ending : companions)
            isKept = isKept || isSame(target, path + QLatin1String(ending)) ||
                     isSame(target, QFileInfo(path).canonicalFilePath() + QLatin1String(ending));
    }
    if (!isKept)
        return {};
    return fail(Storage::tr("“%1” was not written: it would replace a file that is in use or that holds data. Choose "
                            "another name.")
                    .arg(QFileInfo(target).fileName()));
}

} // namespace dtp
