// SPDX-License-Identifier: GPL-3.0-or-later
#include <platform/platform.h>
#include <support/ui_program.h>
#include <ui/session/second_start.h>

#include <QDir>
#include <QTemporaryDir>
#include <QThread>

using namespace dtp;
using namespace dtp::test;

namespace
{
// As another program would, which waits for the answer.
bool startedAgainWith(const QString& file)
{
    bool isAnswered = false;
    const std::unique_ptr<QThread> other(
        QThread::create([&] { isAnswered = tellFirstStart(platform::fileIdentity(file)); }));
    other->start();
    REQUIRE(waitFor([&] { return other->isFinished(); }));
    other->wait();
    return isAnswered;
}
} // namespace

TEST_CASE("A second start with a file that is open shows the window of the first", "[window][start]")
{
    Program program;
    program.create();
    const QString file = program.path(QStringLiteral("file.dtp"));
    program.window.showMinimized();
    REQUIRE(waitFor([&] { return program.window.isMinimized(); }));
    CHECK(startedAgainWith(file));
    CHECK_FALSE(program.window.isMinimized());
    CHECK(startedAgainWith(file)); // as often as one likes
    program.window.closeFile();
    CHECK_FALSE(startedAgainWith(file)); // it is nobody's: the second opens it
}

TEST_CASE("A folder that leads elsewhere is believed by neither start", "[window][start]")
{
    QTemporaryDir runtime;
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    const QString elsewhere = runtime.filePath(QStringLiteral("elsewhere"));
    REQUIRE(QDir().mkdir(elsewhere));
    REQUIRE(QFile::link(elsewhere, runtime.filePath(QStringLiteral("dtp-secretariat-1-2.open"))));
    {
        const SecondStart first(QStringLiteral("1-2"));
        CHECK_FALSE(tellFirstStart(QStringLiteral("1-2")));
    }
    CHECK(QDir(elsewhere).isEmpty());
    CHECK(QFileInfo(runtime.filePath(QStringLiteral("dtp-secretariat-1-2.open"))).isSymLink()); // not ours to remove
    qputenv("XDG_RUNTIME_DIR", before);
}
