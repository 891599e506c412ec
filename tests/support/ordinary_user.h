// SPDX-License-Identifier: GPL-3.0-or-later
// What an ordinary user may not do is tested as one, also where the tester is the superuser, who may everything.
#pragma once

#include <support/catch.h>

#include <QDirIterator>
#include <QFile>
#include <functional>

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dtp::test
{

// Gives a folder and all in it to the ordinary user.
inline void giveAway(const QString& folder)
{
    if (::geteuid() != 0)
        return;
    QStringList all{folder};
    for (QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
         it.hasNext();)
        all.append(it.next());
    for (const QString& path : std::as_const(all))
        REQUIRE(::lchown(QFile::encodeName(path).constData(), 65534, 65534) == 0);
}

// For a process made for it, which it cannot turn back.
inline bool becomeOrdinary()
{
    return ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(65534) == 0 && ::setuid(65534) == 0);
}

// Does it as the ordinary user, in a process of its own; gives back what it said.
inline QString asOrdinaryUser(const std::function<QString()>& deed)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        const QByteArray said = becomeOrdinary() ? deed().toUtf8() : QByteArray("could not become an ordinary user");
        QFile out;
        const bool written =
            out.open(ends[1], QIODevice::WriteOnly | QIODevice::Unbuffered) && out.write(said) == said.size();
        ::_exit(written ? 0 : 1);
    }
    ::close(ends[1]);
    QFile in;
    REQUIRE(in.open(ends[0], QIODevice::ReadOnly, QFile::AutoCloseHandle));
    const QString said = QString::fromUtf8(in.readAll());
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 0);
    return said;
}

// Takes rights away from a file or folder for the time of a test.
class Rights
{
public:
    Rights(const QString& path, QFile::Permissions rights) : m_path(path), m_before(QFile::permissions(path))
    {
        REQUIRE(QFile::setPermissions(path, rights));
    }
    ~Rights() { QFile::setPermissions(m_path, m_before); }
    Rights(const Rights&) = delete;
    Rights& operator=(const Rights&) = delete;

private:
    QString m_path;
    QFile::Permissions m_before;
};

} // namespace dtp::test
