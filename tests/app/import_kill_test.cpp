// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment of an import: afterwards the file holds all of it or nothing of it.
#include "closed_file.h"

#include <support/rounds.h>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int rows = 3000;

// An import that runs, and what can be seen of it from outside.
class Victim
{
public:
    Victim(const QString& database, const QString& list) : m_journal(database + text("-wal"))
    {
        m_clock.start();
        m_process.start(QStringLiteral(DTP_CLI), {database, text("import"), text("people"), list});
        REQUIRE(m_process.waitForStarted());
    }
    // Runs on until its time has come or its journal has that many bytes; false when it ended before.
    bool runUntil(qint64 microseconds, qint64 journalBytes)
    {
        while (!m_process.waitForFinished(0)) {
            const qint64 written = QFileInfo(m_journal).size();
            m_mostWritten = std::max(m_mostWritten, written);
            if (m_clock.nsecsElapsed() / 1000 >= microseconds || (journalBytes > 0 && written >= journalBytes))
                return true;
            QThread::usleep(100);
        }
        m_microseconds = m_clock.nsecsElapsed() / 1000;
        return false;
    }
    // Returns whether it was still alive.
    bool kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        return m_process.exitStatus() == QProcess::CrashExit;
    }
    qint64 microseconds() const { return m_microseconds; } // when it came to its end
    qint64 mostWritten() const { return m_mostWritten; }
    int exitCode() const { return m_process.exitCode(); }

private:
    QProcess m_process;
    QElapsedTimer m_clock;
    QString m_journal;
    qint64 m_mostWritten = 0;
    qint64 m_microseconds = 0;
};

constexpr qint64 noLimit = std::numeric_limits<qint64>::max();
} // namespace

TEST_CASE("kills at every moment of an import leave all of it or nothing", "[cli][kill][baddays]")
{
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(text("fresh.dtp"));
    const QString list = folder.filePath(text("rows.csv"));
    makeTwoPeople(fresh);
    writeFile(list, listOfPeople(rows));
    const Held before = heldBy(fresh);
    CHECK(before == Held{2, text("Add Mali Chai"), 2, true});
    const Held after{2 + rows, text("Import 3,000 people from rows.csv"), 3, true};

    const QString whole = folder.filePath(text("whole.dtp"));
    REQUIRE(QFile::copy(fresh, whole));
    Victim measured(whole, list);
    REQUIRE_FALSE(measured.runUntil(noLimit, 0));
    REQUIRE(measured.exitCode() == 0);
    REQUIRE(heldBy(whole) == after);
    REQUIRE(measured.mostWritten() > 0);

    FreshStore surroundings;
    std::mt19937 random(20260602);
    const auto share = [&random](qint64 all) {
        return static_cast<qint64>(static_cast<double>(all) * static_cast<double>(random() % 1000) / 1000);
    };
    const int kills = rounds(42, 15);
    qint64 duration = measured.microseconds();
    int alive = 0;
    int befores = 0;
    int afters = 0;
    for (int i = 0; alive < kills && i < 3 * kills; ++i) {
        const QString database = folder.filePath(text("victim.dtp"));
        REQUIRE(QFile::copy(fresh, database));
        Victim victim(database, list);
        // At any time; every third while it writes what it commits, which is short; and some when all of that is
        // written.
        const bool isByTime = i % 3 != 2;
        const qint64 written = i % 12 == 11 ? measured.mostWritten() : 1 + share(measured.mostWritten());
        if (!victim.runUntil(isByTime ? share(duration) : noLimit, isByTime ? 0 : written))
            duration = std::min(duration, victim.microseconds()); // the machine has become quicker
        alive += victim.kill() ? 1 : 0;
        const Held held = i % 10 == 0 ? heldBy(database) : heldWithin(database, surroundings.environment);
        INFO("kill " << i << ", journal of " << victim.mostWritten() << " bytes of " << measured.mostWritten());
        CHECK((held == before || held == after));
        befores += held == before ? 1 : 0;
        if (held == after) {
            ++afters;
            CHECK(cli({database, text("undo")}).out == text("Undone: Import 3,000 people from rows.csv\n"));
            CHECK(heldWithin(database, surroundings.environment) == Held{2, after.newest, 3, true});
        } else if (befores % 20 == 1) { // and it can be imported as if nothing had been
            CHECK(cli({database, text("import"), text("people"), list}).code == 0);
            CHECK(heldWithin(database, surroundings.environment) == after);
        }
        for (const char* ending : {"", "-wal", "-shm", ".lock"})
            QFile::remove(database + text(ending));
    }
    CHECK(alive == kills);
    CHECK(befores >= kills / 2 - 1);
    CHECK(afters >= 1);
}
