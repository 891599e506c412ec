// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/file_head.h>

#include <vault/vault.h>

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
} // namespace

Result<> checkFileHead(const QString& path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return fail(Storage::tr("%1 is not there. Check whether it was moved or its disk is not connected.").arg(name),
                    path);
    if (info.isDir())
        return fail(Storage::tr("%1 is a folder, not a file of this program.").arg(name), path);
    if (!info.isFile()) // a pipe or a device: whoever reads it waits
        return fail(Storage::tr("%1 is a pipe or a device, not a file of this program.").arg(name), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Storage::tr("%1 may not be read by you. Ask its owner for a copy.").arg(name), file.errorString());
    if (vault::isVault(path) && !vault::isUnlocked(path))
        return tl::unexpected<Error>(vault::lockedError(path));
    constexpr qint64 vaultHead = 2 * 4096; // before the database
    const QByteArray head = vault::isVault(path) ? vault::readStart(path, 100) : file.read(100);
    if (vault::isVault(path) && head.isEmpty()) // the journal may have the page: SQLite finds out
        return {};
    if (head.isEmpty())
        return fail(Storage::tr("%1 is empty: not a file of this program, or it has lost what it held.").arg(name),
                    QStringLiteral("no SQLite header: empty"));
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fail(
            Storage::tr("%1 is not a file of this program, or it is damaged. Nothing in it was changed.").arg(name),
            QStringLiteral("no SQLite header"));
    const auto number = [&](qsizetype at, int bytes) {
        qint64 value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value * 256 + static_cast<unsigned char>(head.at(at + i));
        return value;
    };
    const qint64 pageSize = number(16, 2) == 1 ? 65536 : number(16, 2);
    const bool hasJournal = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    const qint64 size = info.size() - (vault::isVault(path) ? vaultHead : 0);
    if (!hasJournal && number(28, 4) * pageSize > size && number(24, 4) == number(92, 4))
        return fail(Storage::tr("%1 is damaged: its end is missing.").arg(name),
                    QStringLiteral("SQLite 11: truncated, %1 of %2 bytes").arg(size).arg(number(28, 4) * pageSize));
    return {};
}

} // namespace dtp
