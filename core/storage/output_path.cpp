// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/output_path.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

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
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
           file.read(16) == QByteArray("SQLite format 3\0", 16);
}
} // namespace

Result<> checkOutput(const QString& target, const QStringList& kept)
{
    const QString there = whereItIs(target);
    bool isKept = isDatabase(target);
    for (const QString& path : kept) {
        for (const char* ending : {"", "-wal", "-shm", "-journal"})
            isKept = isKept || there == whereItIs(path) + QLatin1String(ending);
    }
    if (!isKept)
        return {};
    return fail(Storage::tr("“%1” was not written: it would replace a file that is in use or that holds data. Choose "
                            "another name.")
                    .arg(QFileInfo(target).fileName()));
}

} // namespace dtp
