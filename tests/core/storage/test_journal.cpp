// SPDX-License-Identifier: GPL-3.0-or-later
// What a killed run left in the journal is in the file after the next start, or it is said that it may be lost.
#include <database/connection.h>
#include <database/journal.h>
#include <storage/restore.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>

#include <atomic>
#include <random>
#include <thread>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qsizetype logHead = 32;
constexpr qsizetype frameHead = 24;
constexpr qsizetype frame = frameHead + 4096;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// A file with people in its journal alone, each in a change of their own, as a kill leaves it.
class Killed
{
public:
    explicit Killed(bool isEncrypted)
    {
        if (isEncrypted)
            m_file = std::make_unique<FreshStore>(cheapPassphrase(s("Mali"), s("correct horse")));
        else
            m_file = std::make_unique<FreshStore>();
        m_file->reopen(); // so that the journal begins here
        for (int i = 0; i < people; ++i)
            (void)addPerson(**m_file, s("Sokhalay%1").arg(i), s("Daravuth"));
        keep();
        REQUIRE((journal.size() - logHead) % frame == 0);
    }
    // The log begins anew, over what it held.
    void beginLogAnew()
    {
        {
            const auto other = Connection::open((*m_file)->path(), Connection::Mode::ReadWrite);
            REQUIRE_OK(other);
            REQUIRE((*other)->value("PRAGMA wal_checkpoint(RESTART)").value().toLongLong() == 0);
            REQUIRE_OK((*other)->run("INSERT INTO setting VALUES ('test', '1')"));
        }
        keep();
    }

    qsizetype frames() const { return (journal.size() - logHead) / frame; }
    const Environment& environment() const { return m_file->environment; }
    QString path() const { return m_file->path(s("killed.dtp")); }
    QString path(const char* name) const { return m_file->path(s(name)); }
    void putBack(const QByteArray& log) const
    {
        put(path(), database);
        put(path() + s("-wal"), log);
        QFile::remove(path() + s("-shm"));
    }
    QByteArray flipped(qsizetype at, int bit) const
    {
        QByteArray log = journal;
        log[at] = static_cast<char>(log.at(at) ^ (1 << bit));
        return log;
    }
    // Whether it is refused as damaged, and nothing was written.
    bool isRefused(const QByteArray& log, OpenMode mode) const
    {
        putBack(log);
        const auto opened = Store::open(path(), environment(), mode);
        if (opened)
            return false;
        CHECK(Store::isDamage(opened.error()));
        CHECK(opened.error().sentence.startsWith(s("The journal of killed.dtp is damaged: the last changes")));
        CHECK(opened.error().sentence.contains(s("“salvage”")));
        CHECK((contentsOf(path()) == database));
        CHECK((contentsOf(path() + s("-wal")) == log));
        return true;
    }
    qint64 peopleWith(const QByteArray& log) const
    {
        putBack(log);
        const auto opened = Store::open(path(), environment());
        REQUIRE_OK(opened);
        CHECK((*opened)->check().value() == QStringList());
        return (*opened)->count(Entity::Person).value_or(-1);
    }

    static constexpr int people = 4;
    QByteArray database;
    QByteArray journal;

private:
    void keep()
    {
        database = contentsOf((*m_file)->path());
        journal = contentsOf((*m_file)->path() + s("-wal"));
    }

    std::unique_ptr<FreshStore> m_file;
};
} // namespace

TEST_CASE("A bit that was flipped in a journal loses no change without a word, and nothing is written",
          "[storage][vault][baddays][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    const Killed killed(isEncrypted);
    REQUIRE(killed.frames() > 3 * Killed::people);
    std::mt19937 random(17);
    const auto bit = [&] { return static_cast<int>(random() % 8); };
    for (qsizetype at = 0; at < logHead; ++at) {
        CAPTURE(at);
        CHECK(killed.isRefused(killed.flipped(at, bit()), OpenMode::ReadOnly));
    }
    for (qsizetype number = 1; number < killed.frames(); ++number) {
        const qsizetype begin = logHead + (number - 1) * frame;
        const auto inHead = static_cast<qsizetype>(random() % frameHead);
        const auto inPage = frameHead + static_cast<qsizetype>(random() % (frame - frameHead));
        CAPTURE(number, inHead, inPage);
        CHECK(killed.isRefused(killed.flipped(begin + inHead, bit()), OpenMode::ReadOnly));
        CHECK(killed.isRefused(killed.flipped(begin + inPage, bit()), OpenMode::ReadWrite));
    }
    // The last of the last change: nothing tells it from one that was never finished.
    CHECK(killed.peopleWith(killed.flipped(killed.journal.size() - 100, 3)) == Killed::people - 1);
    CHECK(killed.peopleWith(killed.journal) == Killed::people);
}

TEST_CASE("Larger damage in a journal is noticed as well: zeros, a part that is missing, frames that were exchanged",
          "[storage][vault][baddays][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    const Killed killed(isEncrypted);
    const qsizetype middle = logHead + killed.frames() / 2 * frame;
    for (const qsizetype size : {qsizetype(512), qsizetype(4096), 3 * frame}) {
        QByteArray zeros = killed.journal;
        zeros.replace(middle, size, QByteArray(size, '\0'));
        CHECK(killed.isRefused(zeros, OpenMode::ReadWrite));
    }
    // All but the end of the last change.
    QByteArray lone = killed.journal;
    lone.replace(logHead, lone.size() - logHead - frame, QByteArray(lone.size() - logHead - frame, '\xA5'));
    CHECK(killed.isRefused(lone, OpenMode::ReadWrite));
    QByteArray headless = killed.journal;
    headless.replace(0, logHead, QByteArray(logHead, '\0'));
    CHECK(killed.isRefused(headless, OpenMode::ReadWrite));
    QByteArray exchanged = killed.journal;
    exchanged.replace(middle, frame, killed.journal.mid(middle + frame, frame));
    exchanged.replace(middle + frame, frame, killed.journal.mid(middle, frame));
    CHECK(killed.isRefused(exchanged, OpenMode::ReadWrite));
    QByteArray without = killed.journal;
    without.remove(middle, frame);
    if (!isEncrypted) // where no frame opens in the place of another: all behind it are as good as torn
        CHECK(killed.isRefused(without, OpenMode::ReadWrite));
}

TEST_CASE("A journal that is something else from its very beginning is not taken for an empty one",
          "[storage][vault][baddays][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    const Killed killed(isEncrypted);
    std::mt19937 random(29);
    QByteArray noise(killed.journal.size(), '\0');
    for (char& byte : noise)
        byte = static_cast<char>(random());
    for (const QByteArray& log :
         {QByteArray(killed.journal.size(), '\0'), QByteArray(killed.journal.size(), '\xFF'), noise,
          noise.left(logHead + frame), QByteArray(QByteArray(logHead, '\0') + noise.mid(logHead))}) {
        CHECK(killed.isRefused(log, OpenMode::ReadOnly));
        CHECK(killed.isRefused(log, OpenMode::ReadWrite));
    }
    if (!isEncrypted) // of another file
        CHECK(killed.isRefused(Killed(true).journal, OpenMode::ReadWrite));
}

TEST_CASE("A journal in which no change of its own stands is sound", "[storage][vault][baddays][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    Killed killed(isEncrypted);
    const QByteArray earlier = killed.journal.mid(logHead);
    killed.beginLogAnew();
    const QByteArray head = killed.journal.left(logHead);
    CHECK(killed.peopleWith({}) == Killed::people);
    CHECK(killed.peopleWith(head.left(20)) == Killed::people);
    CHECK(killed.peopleWith(head) == Killed::people);           // just begun
    CHECK(killed.peopleWith(head + earlier) == Killed::people); // begun anew, over an earlier one
    CHECK(killed.peopleWith(head + earlier.left(5 * frame)) == Killed::people);
    CHECK(killed.peopleWith(head + earlier.left(100)) == Killed::people);
    CHECK(killed.peopleWith(QByteArray(frame, '\0')) == Killed::people); // too short for a change
}

TEST_CASE("A journal that breaks off anywhere is not called damaged", "[storage][vault][baddays][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    const bool isAnew = GENERATE(false, true); // with frames of an earlier log behind its end
    CAPTURE(isEncrypted, isAnew);
    Killed killed(isEncrypted);
    if (isAnew)
        killed.beginLogAnew();
    std::mt19937 random(23);
    QSet<qint64> counts;
    for (int round = 0; round < 80; ++round) {
        // At the beginning and end of a frame, within its head, and anywhere.
        qsizetype kept = static_cast<qsizetype>(random() % static_cast<unsigned>(killed.journal.size() + 1));
        if (round % 2 == 0)
            kept = logHead + kept / frame * frame + (round % 4 == 0 ? 0 : frameHead);
        kept = std::min(kept, killed.journal.size());
        CAPTURE(kept);
        QByteArray log = killed.journal.left(kept);
        if (round % 3 == 0 && kept > 2000) // the disk wrote something else at its end
            log.replace(kept - 1000, 1000, QByteArray(1000, '\x5A'));
        counts.insert(killed.peopleWith(log));
    }
    CHECK(counts.contains(isAnew ? Killed::people : 0));
    CHECK(counts.size() > (isAnew ? 0 : 2));
    if (isAnew) // what is behind the end is nobody's
        CHECK(killed.peopleWith(killed.flipped(killed.journal.size() - 100, 3)) == Killed::people);
    CHECK(killed.peopleWith("nothing of ours, and longer than the head of a journal is") ==
          (isAnew ? Killed::people : 0));
}

TEST_CASE("The journal of a file in which somebody works is never called damaged", "[storage][vault][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    std::atomic<bool> isDone = false;
    std::thread writer([&] {
        auto own = file->another();
        for (int i = 0; own && i < 150; ++i)
            (void)(*own)->change(s("Add"), [&](ChangeWriter& changes) -> Result<> {
                for (int j = 0; j < 20; ++j) {
                    Person person;
                    person.givenName = s("Given%1").arg(i);
                    person.notes = QString(2000, QLatin1Char('n'));
                    DTP_CHECK(changes.insert(person));
                }
                return {};
            });
        isDone = true;
    });
    int looks = 0;
    int damaged = 0;
    while (!isDone) {
        ++looks;
        damaged += checkJournal(file->path()) ? 0 : 1;
    }
    writer.join();
    CHECK(looks > 0);
    CHECK(damaged == 0);
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("A file whose journal is damaged is set aside with it when a backup is restored",
          "[storage][restore][journal]")
{
    const bool isEncrypted = GENERATE(false, true);
    const Killed killed(isEncrypted);
    const QByteArray log = killed.flipped(logHead + 3 * frame + 200, 5);
    killed.putBack(killed.journal);
    const QString backup = killed.path("backup.dtp");
    REQUIRE_OK((*Store::open(killed.path(), killed.environment()))->backupTo(backup));
    killed.putBack(log);
    const auto remarks = restoreBackup(backup, killed.path());
    REQUIRE_OK(remarks);
    REQUIRE(remarks->size() == 1); // what left last may stand behind the damage
    CHECK(remarks->front().contains(s("may lack entries")));
    CHECK((*Store::open(killed.path(), killed.environment()))->count(Entity::Person).value_or(-1) == Killed::people);
    const QStringList aside =
        QDir(QFileInfo(killed.path()).path()).entryList({s("killed (set aside *).dtp*")}, QDir::Files, QDir::Name);
    REQUIRE(aside.size() == 2);
    CHECK((contentsOf(killed.path(qPrintable(aside.front()))) == killed.database));
    CHECK((contentsOf(killed.path(qPrintable(aside.back()))) == log));
    // And it is not taken for a backup itself.
    put(killed.path("b.dtp"), killed.database);
    put(killed.path("b.dtp-wal"), log);
    const auto refused = restoreBackup(killed.path("b.dtp"), killed.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence == s("b.dtp is not a sound backup, so nothing was changed."));
    CHECK((contentsOf(killed.path("b.dtp-wal")) == log));
}
