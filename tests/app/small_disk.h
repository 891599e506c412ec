// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that can be full: a file system of a few MB that only this process and its children see, where the tester may
// make one; otherwise a limit on the size of files, which the programs run here find when they write.
#pragma once

#include "cli_run.h"

#include <QDir>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

namespace dtp::test
{

class SmallDisk
{
public:
    enum class Room { Much, Little, None };

    SmallDisk()
    {
        QDir(m_folder.path()).mkdir(text("disk"));
        m_isReal = ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                   ::mount("small", name().constData(), "tmpfs", MS_NOSUID | MS_NODEV, size(little).constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isReal)
            ::umount2(name().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isReal() const { return m_isReal; }
    QString path(const char* file) const { return m_folder.filePath(text("disk/") + text(file)); }
    // What lies on it, hidden things too.
    QStringList files() const
    {
        return QDir(m_folder.filePath(text("disk")))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name)
            .filter(QRegularExpression(text("^(?!filler$)")));
    }

    void leave(Room room)
    {
        m_room = room;
        if (!m_isReal)
            return;
        QFile::remove(path("filler"));
        REQUIRE(::mount("small", name().constData(), "tmpfs", MS_REMOUNT | MS_NOSUID | MS_NODEV,
                        size(room == Room::Much ? much : little).constData()) == 0);
        if (room != Room::None)
            return;
        QFile filler(path("filler"));
        REQUIRE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) > 0) {
        }
        REQUIRE(QStorageInfo(m_folder.filePath(text("disk"))).bytesAvailable() == 0);
    }

    CliRun cli(const QStringList& words) const
    {
        CliSetting setting;
        if (!m_isReal && m_room != Room::Much) {
            const rlim_t most = m_room == Room::None ? 512 : static_cast<rlim_t>(little);
            setting.inChild = [most] {
                std::signal(SIGXFSZ, SIG_IGN);
                const rlimit limit{most, most};
                (void)::setrlimit(RLIMIT_FSIZE, &limit);
            };
        }
        return test::cli(words, setting);
    }

private:
    static constexpr int little = 2 << 20;
    static constexpr int much = 128 << 20;
    QByteArray name() const { return QFile::encodeName(m_folder.filePath(text("disk"))); }
    static QByteArray size(int bytes) { return "mode=0700,size=" + QByteArray::number(bytes); }

    QTemporaryDir m_folder;
    Room m_room = Room::Little;
    bool m_isReal = false;
};

} // namespace dtp::test
