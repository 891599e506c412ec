// SPDX-License-Identifier: GPL-3.0-or-later
// Where the command line takes a passphrase from: a terminal, which does not show it, and never an argument.
#include "cli_run.h"

#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QString ours = text("pelican anchor violet tractor");

// A terminal of its own for one run of the program, and somebody who types there.
class Terminal
{
public:
    Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        REQUIRE(m_master >= 0);
        REQUIRE(::grantpt(m_master) == 0);
        REQUIRE(::unlockpt(m_master) == 0);
        const QByteArray name = ::ptsname(m_master);
        m_slave = ::open(name.constData(), O_RDWR | O_NOCTTY | O_CLOEXEC); // so that it does not hang up early
        m_process.setChildProcessModifier([name] {
            ::setsid();
            (void)::open(name.constData(), O_RDWR); // becomes that of the session
        });
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    void start(const QStringList& words) { m_process.start(QStringLiteral(DTP_CLI), words); }
    bool waitFor(const char* prompt)
    {
        const QDeadlineTimer patience(20'000);
        while (!m_seen.contains(prompt) && !patience.hasExpired())
            read(50);
        return m_seen.contains(prompt);
    }
    bool showsWhatIsTyped() const
    {
        termios now{};
        return ::tcgetattr(m_slave, &now) != 0 || (now.c_lflag & ECHO) != 0;
    }
    void type(const QString& line) const
    {
        const QByteArray bytes = line.toUtf8() + '\n';
        REQUIRE(::write(m_master, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size());
    }
    int end()
    {
        REQUIRE(m_process.waitForFinished(60'000));
        read(0);
        return m_process.exitCode();
    }
    const QByteArray& seen() const { return m_seen; }
    QString out() { return QString::fromUtf8(m_process.readAllStandardOutput()); }
    QString err() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    void read(int milliseconds)
    {
        pollfd ready{m_master, POLLIN, 0};
        char bytes[512];
        while (::poll(&ready, 1, milliseconds) > 0 && (ready.revents & POLLIN) != 0) {
            const ssize_t got = ::read(m_master, bytes, sizeof bytes);
            if (got <= 0)
                return;
            m_seen.append(bytes, got);
            milliseconds = 0;
        }
    }
    int m_master;
    int m_slave = -1;
    QProcess m_process;
    QByteArray m_seen;
};
} // namespace

TEST_CASE("A passphrase is asked for on the terminal, which does not show it", "[cli][vault]")
{
    if (isPortable)
        SKIP_TEST("needs a system with terminals");
    QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    {
        FreshStore fresh(cheapPassphrase(text("Mali"), ours));
        addPerson(*fresh, text("Dara"), text("Sok"));
        REQUIRE_OK(fresh->backupTo(database));
    }
    vault::lockAll();
    Terminal terminal;
    terminal.start({text("--json"), database, text("stats")});
    REQUIRE(terminal.waitFor("Passphrase of a.dtp: "));
    CHECK_FALSE(terminal.showsWhatIsTyped());
    terminal.type(ours);
    const int code = terminal.end();
    INFO(terminal.err().toStdString());
    CHECK(code == 0);
    CHECK(terminal.out().contains(text("\"people\":1,")));
    CHECK_FALSE(terminal.seen().contains("pelican"));
    CHECK(terminal.showsWhatIsTyped()); // as it was found
}

TEST_CASE("A new passphrase is asked for twice on the terminal, and two that differ make no file", "[cli][vault]")
{
    if (isPortable)
        SKIP_TEST("needs a system with terminals");
    const bool isSame = GENERATE(true, false);
    QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    Terminal terminal;
    terminal.start({database, text("create"), text("--name"), text("Mali")});
    REQUIRE(terminal.waitFor("New passphrase of Mali: "));
    terminal.type(ours);
    REQUIRE(terminal.waitFor("The same again: "));
    CHECK_FALSE(terminal.showsWhatIsTyped());
    terminal.type(isSame ? ours : text("pelican anchor violet tractors"));
    CHECK((terminal.end() == 0) == isSame);
    CHECK(QFile::exists(database) == isSame);
    CHECK_FALSE(terminal.seen().contains("pelican"));
    if (isSame)
        CHECK(vault::unlock(database, ours).has_value());
    else
        CHECK(terminal.err() == text("The two are not the same; nothing was changed.\n"));
    vault::lockAll();
}

TEST_CASE("A passphrase among the arguments is refused, whatever the option is called", "[cli][vault]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    for (const QStringList& given :
         {QStringList{text("--passphrase"), ours}, QStringList{text("--passphrase=") + ours},
          QStringList{text("--password"), ours}, QStringList{text("--new-passphrase"), ours}}) {
        INFO(given.join(u' ').toStdString());
        const CliRun run = cli(QStringList{database, text("create")} + given);
        CHECK(run.code == 2);
        CHECK_FALSE(run.err.contains(text("pelican"))); // logs keep what is said
        CHECK_FALSE(QFile::exists(database));
    }
}
