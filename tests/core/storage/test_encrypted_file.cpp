// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted file does all that a plain one does, tells nothing to who has not its key, and notices each change.
#include <database/connection.h>
#include <search/person_search.h>
#include <storage/ledger.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>
#include <QDirIterator>
#include <QProcess>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 headSize = 2 * 4096;
constexpr qint64 pageSize = 4096;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const vault::FirstPassphrase& passphrase()
{
    static const vault::FirstPassphrase first = cheapPassphrase(s("Mali"), s("correct horse"));
    return first;
}

// Every file below a folder in which one of the words stands, in the encodings that a file may have.
QStringList filesWith(const QString& folder, const QStringList& words)
{
    QStringList found;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QByteArray bytes = contentsOf(path).toLower();
        for (const QString& word : words) {
            const QString lower = word.toLower();
            const QByteArray utf16(reinterpret_cast<const char*>(lower.utf16()), lower.size() * 2);
            if (bytes.contains(lower.toUtf8()) || bytes.contains(utf16))
                found.append(path);
        }
    }
    return found;
}

const QStringList& names()
{
    static const QStringList all{s("Sokhalay"), s("Daravuth"), s("SQLite format"), s("given_name"), s("vocabulary")};
    return all;
}

void fill(Store& store)
{
    for (int i = 0; i < 40; ++i)
        (void)addPerson(store, s("Sokhalay%1").arg(i), s("Daravuth"), s("KH"));
}
} // namespace

TEST_CASE("An encrypted file keeps, undoes, finds and opens again as a plain one", "[storage][vault]")
{
    FreshStore file(passphrase());
    FreshStore plain;
    fill(*file);
    fill(*plain);
    const Person added = addPerson(*file, s("Somchai"), s("Prasert"));
    REQUIRE_OK(file->undo());
    CHECK_FALSE(*file->contains(Entity::Person, added.id.value));
    CHECK(contentOf(*file) == contentOf(*plain));
    const QString path = file->path();
    file.reopen();
    CHECK(contentOf(*file) == contentOf(*plain));
    CHECK(file->check().value() == QStringList());
    CHECK(file->nextRedo().has_value());
    file.store.reset();
    vault::lockAll();
    const auto locked = Store::open(path, file.environment);
    REQUIRE_FALSE(locked);
    CHECK(locked.error().detail == QLatin1String(vault::lockedDetail));
    CHECK(locked.error().sentence == s("test.dtp is encrypted: it opens with a passphrase or its recovery code."));
    CHECK_FALSE(Store::isDamage(locked.error()));
    REQUIRE_OK(vault::unlock(path, s("correct horse")));
    file.reopen();
    CHECK(contentOf(*file) == contentOf(*plain));
}

TEST_CASE("Nothing of an encrypted file can be read in any file beside it, open or closed", "[storage][vault]")
{
    FreshStore file(passphrase());
    fill(*file);
    REQUIRE(QFileInfo(file->path() + s("-wal")).size() > 0);
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    REQUIRE_OK(file->backupIfOlderThan(0));
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    // Very many at once, so that memory is not enough; and sorting that SQLite would put on the disk.
    REQUIRE_OK(file->change(s("Many"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 3000; ++i) {
            Person person;
            person.givenName = s("Sokhalay%1").arg(i);
            person.familyName = s("Daravuth");
            DTP_CHECK(writer.insert(person));
        }
        return {};
    }));
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    REQUIRE_OK(file->undo());
    file.store.reset();
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    // The search itself finds what stands there.
    FreshStore plain;
    fill(*plain);
    CHECK(filesWith(plain.folder.path(), names()).size() >= 3);
}

TEST_CASE("A change to any page of an encrypted file is noticed, with the number of the page", "[storage][vault]")
{
    FreshStore file(passphrase());
    fill(*file);
    const QString path = file->path();
    file.store.reset();
    const QByteArray whole = contentsOf(path);
    const qint64 pages = (whole.size() - headSize) / pageSize;
    REQUIRE(pages > 50);
    REQUIRE((whole.size() - headSize) % pageSize == 0);
    std::mt19937 random(7);
    for (qint64 page = 1; page <= pages; ++page) {
        // Anywhere in what is written: contents, nonce, tag, or, of every fourth, the zeros after them.
        const qint64 within = page % 4 == 0 ? 4092 + page / 4 % 4 : static_cast<qint64>(random() % 4092);
        const qint64 at = headSize + (page - 1) * pageSize + within;
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged.at(at) ^ (1 << (random() % 8)));
        put(path, damaged);
        CAPTURE(page, at);
        const auto found = vault::damagedPages(path);
        REQUIRE_OK(found);
        CHECK(*found == std::vector<qint64>{page});
        if (page > 3 && page % 10 != 0)
            continue;
        // And the program says so, at once or when it looks the file through.
        const auto opened = Store::open(path, file.environment);
        if (opened)
            CHECK_FALSE((*opened)->check().value_or(QStringList{s("an error")}).isEmpty());
        else
            CHECK(Store::isDamage(opened.error()));
        QFile::remove(path + s("-wal"));
        QFile::remove(path + s("-shm"));
    }
}

TEST_CASE("Pages that were exchanged, cut off, or taken from an older copy are noticed", "[storage][vault]")
{
    FreshStore file(passphrase());
    fill(*file);
    const QString path = file->path();
    REQUIRE_OK(file->backupTo(file.path(s("copy.dtp"))));
    file.store.reset();
    const QByteArray whole = contentsOf(path);
    const QByteArray copy = contentsOf(file.path(s("copy.dtp")));
    QByteArray exchanged = whole;
    exchanged.replace(headSize + 4 * pageSize, pageSize, whole.mid(headSize + 5 * pageSize, pageSize));
    put(path, exchanged);
    CHECK(vault::damagedPages(path).value() == std::vector<qint64>{5});
    QByteArray older = whole;
    older.replace(headSize + 4 * pageSize, pageSize, copy.mid(headSize + 4 * pageSize, pageSize));
    put(path, older);
    CHECK(vault::damagedPages(path).value() == std::vector<qint64>{5});
    put(path, whole.left(whole.size() - pageSize));
    const auto cut = Store::open(path, file.environment);
    REQUIRE_FALSE(cut);
    CHECK(cut.error().sentence.contains(s("its end is missing")));
    put(path, whole.left(headSize));
    CHECK_FALSE(Store::open(path, file.environment));
    put(path, whole);
    CHECK(Store::open(path, file.environment));
}

TEST_CASE("A journal of an encrypted file that ends anywhere gives a state that was committed", "[storage][vault]")
{
    FreshStore file(passphrase());
    for (int i = 0; i < 4; ++i)
        (void)addPerson(*file, s("Sokhalay%1").arg(i), s("Daravuth"));
    const QByteArray database = contentsOf(file->path());
    const QByteArray journal = contentsOf(file->path() + s("-wal"));
    REQUIRE(journal.size() > 40 * 4120);
    const QString path = file.path(s("torn.dtp"));
    std::mt19937 random(11);
    QSet<qint64> counts;
    for (int round = 0; round < 60; ++round) {
        const auto kept = static_cast<qsizetype>(random() % static_cast<unsigned>(journal.size()));
        put(path, database);
        QByteArray torn = journal.left(kept);
        if (round % 2 == 1 && kept > 2000) // the disk wrote something else at its end
            torn.replace(kept - 1000, 1000, QByteArray(1000, '\x5A'));
        put(path + s("-wal"), torn);
        CAPTURE(kept);
        const auto opened = Store::open(path, file.environment);
        if (!opened) { // before the first commit there was no file of ours yet
            CHECK(opened.error().sentence.contains(s("torn.dtp")));
            continue;
        }
        CHECK((*opened)->check().value() == QStringList());
        counts.insert((*opened)->count(Entity::Person).value_or(-1));
    }
    CHECK_FALSE(counts.contains(-1));
    CHECK(counts.size() >= 2);
}

TEST_CASE("A backup of an encrypted file opens with its passphrases and is put in its place", "[storage][vault]")
{
    FreshStore file(passphrase());
    fill(*file);
    const QString path = file->path();
    const QString backup = file.path(s("backup.dtp"));
    REQUIRE_OK(file->backupTo(backup));
    REQUIRE_OK(vault::addPassphrase(path, s("Somchai"), vault::SecretBytes::ofText(s("battery staple"))));
    (void)addPerson(*file, s("After"), s("Backup"));
    file.store.reset();
    vault::lockAll();
    // Made before that passphrase was.
    CHECK_FALSE(vault::unlock(backup, s("battery staple")));
    REQUIRE_OK(vault::unlock(backup, s("correct horse")));
    REQUIRE_OK(Store::restore(backup, path));
    file.reopen();
    CHECK(*file->count(Entity::Person) == 40);
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    // The key is the same, so that one may be lost and the other still opens it all.
    CHECK(vault::isUnlocked(path));
}

TEST_CASE("A plain file is encrypted with all its backups, and nothing of it stays readable", "[storage][vault]")
{
    FreshStore file;
    fill(*file);
    REQUIRE_OK(file->backupIfOlderThan(0));
    (void)addPerson(*file, s("Somchai"), s("Prasert"));
    REQUIRE_OK(file->undo());
    const QString content = contentOf(*file);
    const QString path = file->path();
    const QString backup = Store::newestBackup(path);
    REQUIRE_FALSE(backup.isEmpty());
    const auto open = Store::encrypt(path, passphrase(), file.environment);
    REQUIRE_FALSE(open); // it is open here
    CHECK_FALSE(vault::isVault(path));
    file.store.reset();
    REQUIRE_FALSE(filesWith(file.folder.path(), names()).isEmpty());
    REQUIRE_OK(Store::encrypt(path, passphrase(), file.environment));
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    CHECK(vault::isVault(path));
    CHECK(vault::isVault(backup));
    // Reading it writes nothing and does not begin with its first page each time.
    auto reader = Connection::open(path, Connection::Mode::ReadOnly);
    REQUIRE_OK(reader);
    CHECK((*reader)->value("PRAGMA journal_mode").value() == s("wal"));
    reader->reset();
    file.reopen();
    CHECK(contentOf(*file) == content);
    CHECK(file->check().value() == QStringList());
    CHECK(file->nextRedo().has_value()); // undo and redo are still there
    const auto kept = Store::open(backup, file.environment, OpenMode::ReadOnly);
    REQUIRE_OK(kept);
    CHECK(*(*kept)->count(Entity::Person) == 40);
    file.store.reset();
    CHECK(Store::encrypt(path, passphrase(), file.environment).error().sentence ==
          s("test.dtp is encrypted already."));
}

TEST_CASE("Encrypting that was stopped before the backups is finished, and takes what was set aside",
          "[storage][vault]")
{
    FreshStore file;
    fill(*file);
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString path = file->path();
    const QString backup = Store::newestBackup(path);
    const QString aside = file.path(s("test (set aside 2026-01-01 10.00.00).dtp"));
    REQUIRE_OK(file->backupTo(aside));
    file.store.reset();
    const QByteArray plain = contentsOf(backup);
    REQUIRE_OK(Store::encrypt(path, passphrase(), file.environment));
    CHECK(vault::isVault(aside));
    put(backup, plain); // as if it had been stopped before this one
    const auto finished = Store::encryptBackups(path, file.environment);
    REQUIRE_OK(finished);
    CHECK(*finished == 1);
    CHECK(vault::isVault(backup));
    CHECK(filesWith(file.folder.path(), names()) == QStringList());
    CHECK(Store::encryptBackups(path, file.environment).value() == 0);
}

TEST_CASE("A plain backup does not take the place of an encrypted file whose head is lost", "[storage][vault]")
{
    FreshStore file(passphrase());
    fill(*file);
    const QString path = file->path();
    file.store.reset();
    FreshStore plain;
    REQUIRE_OK(plain->backupTo(file.path(s("plain.dtp"))));
    QByteArray damaged = contentsOf(path);
    damaged.replace(100, 50, QByteArray(50, 'x'));
    damaged.replace(4096 + 100, 50, QByteArray(50, 'x'));
    put(path, damaged);
    const auto refused = Store::restore(file.path(s("plain.dtp")), path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.contains(s("is encrypted and damaged")));
    CHECK(contentsOf(path) == damaged);
}

TEST_CASE("Another program opens an encrypted file by what is written about it", "[storage][vault]")
{
    FreshStore file(passphrase());
    fill(*file);
    REQUIRE_OK(vault::renewRecoveryCode(file->path()));
    const bool isClosed = GENERATE(true, false); // while it is open, the newest is in its journal
    const QString path = file->path();
    const QString content = contentOf(*file);
    if (isClosed)
        file.store.reset();
    const QString plain = file.path(s("plain.dtp"));
    QProcess reader;
    reader.start(s("/usr/bin/python3"), {s(DTP_SOURCES "/tests/support/read_vault.py"), path, plain});
    REQUIRE(reader.waitForStarted());
    reader.write("correct horse\n");
    reader.closeWriteChannel();
    REQUIRE(reader.waitForFinished());
    CHECK(reader.readAllStandardError().toStdString().empty());
    REQUIRE(reader.exitCode() == 0);
    file.store.reset();
    const auto read = Store::open(plain, file.environment);
    REQUIRE_OK(read);
    CHECK(contentOf(**read) == content);
    reader.start(s("/usr/bin/python3"), {s(DTP_SOURCES "/tests/support/read_vault.py"), path, plain});
    REQUIRE(reader.waitForStarted());
    reader.write("wrong horse\n");
    reader.closeWriteChannel();
    REQUIRE(reader.waitForFinished());
    CHECK(reader.exitCode() == 1);
}

TEST_CASE("Whatever byte of the head of an encrypted file is damaged, the check says so", "[storage][baddays][vault]")
{
    FreshStore file(cheapPassphrase(s("Ana"), s("four words of ours")));
    addPerson(*file, s("Arun"), s("Rao"));
    const QString path = file->path();
    file.store.reset();
    const QByteArray whole = contentsOf(path);
    // Within the slots, the digest and the code of who wrote it; of either copy.
    for (const qsizetype at : {200, 3000, 4040, 4070, 4095, 4096 + 200, 4096 + 4040, 4096 + 4070, 8191}) {
        CAPTURE(at);
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged.at(at) ^ 1);
        put(path, damaged);
        const auto reading = Store::open(path, file.environment, OpenMode::ReadOnly);
        REQUIRE_OK(reading);
        CHECK((*reading)->check().value() ==
              QStringList{s("The file is damaged: one of the two copies of its head is.")});
        CHECK(contentsOf(path) == damaged);
    }
    vault::lockAll();
}
