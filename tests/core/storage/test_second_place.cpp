// SPDX-License-Identifier: GPL-3.0-or-later
// Two files of one name on one stick.
#include <storage/automatic_backup.h>
#include <storage/backup_places.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// The file of another office, with keys of its own, that is called test.dtp as well.
struct OtherFile {
    QTemporaryDir folder;
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 30))};
    IdMaker ids{clock, 1234};
    Environment environment;
    std::unique_ptr<Store> store;

    OtherFile()
    {
        environment.clock = &clock;
        environment.ids = &ids;
        auto made = Store::create(folder.filePath(s("test.dtp")), environment);
        REQUIRE_OK(made);
        store = std::move(*made);
        addPerson(*store, s("Mali"), s("Chai"));
    }
};

QStringList secondOf(const Store& store)
{
    QStringList names;
    for (const BackupEntry& entry : allBackups(store)) {
        if (entry.isInSecondPlace)
            names.append(entry.path);
    }
    return names;
}
} // namespace

TEST_CASE("Two files of one name have folders of their own on a stick", "[storage][backup]")
{
    const QTemporaryDir stick;
    FreshStore ours;
    addPerson(*ours, s("Arun"), s("Rao"));
    REQUIRE_OK(setSecondPlace(*ours, stick.path()));
    REQUIRE_OK(backUp(*ours, BackupReason::Asked));
    OtherFile other;
    REQUIRE_OK(setSecondPlace(*other.store, stick.path()));
    REQUIRE_OK(backUp(*other.store, BackupReason::Asked));
    CHECK(QDir(stick.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name) ==
          QStringList{s("test backups"), s("test backups 2")});
    // Chosen once more: each stays where its backups are.
    REQUIRE_OK(setSecondPlace(*ours, stick.path()));
    REQUIRE_OK(setSecondPlace(*other.store, stick.path()));
    REQUIRE(secondOf(*ours).size() == 1);
    CHECK(secondOf(*ours).front().startsWith(stick.filePath(s("test backups/"))));
    REQUIRE(secondOf(*other.store).size() == 1);
    CHECK(secondOf(*other.store).front().startsWith(stick.filePath(s("test backups 2/"))));
}

TEST_CASE("Of a folder that two files have shared each sees its own backups", "[storage][backup]")
{
    const QTemporaryDir stick;
    FreshStore ours;
    addPerson(*ours, s("Arun"), s("Rao"));
    OtherFile other;
    for (Store* const store : {&*ours, other.store.get()}) {
        REQUIRE_OK(setSecondPlace(*store, stick.path()));
        REQUIRE_OK(store->setSetting(s("backup/secondName"), QString())); // as before folders were kept apart
        REQUIRE_OK(backUp(*store, BackupReason::Asked));
    }
    CHECK(QDir(stick.filePath(s("test backups"))).entryList(QDir::Files).size() == 2);
    CHECK(secondOf(*ours).size() == 1);
    CHECK(secondOf(*other.store).size() == 1);
    CHECK(secondOf(*ours) != secondOf(*other.store));
}

TEST_CASE("When all people of a file have gone its backups on the stick are still its own", "[storage][backup]")
{
    const QTemporaryDir stick;
    FreshStore file;
    const Person arun = addPerson(*file, s("Arun"), s("Rao"));
    REQUIRE_OK(setSecondPlace(*file, stick.path()));
    REQUIRE_OK(backUp(*file, BackupReason::Asked));
    REQUIRE_OK(file->change(s("Remove"), [&](ChangeWriter& writer) { return writer.remove(arun.id); }));
    addPerson(*file, s("Mali"), s("Chai"));
    CHECK(secondOf(*file).size() == 1);
}

TEST_CASE("Of a plain and an encrypted file of one name each has a folder of its own on a stick",
          "[storage][backup][vault]")
{
    const bool isPlainFirst = GENERATE(true, false);
    const QTemporaryDir stick;
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    IdMaker otherIds(encrypted.clock, 1234);
    encrypted.environment.ids = &otherIds;
    encrypted.reopen();
    addPerson(*plain, s("Arun"), s("Rao"));
    addPerson(*encrypted, s("Mali"), s("Chai"));
    FreshStore& first = isPlainFirst ? plain : encrypted;
    FreshStore& second = isPlainFirst ? encrypted : plain;
    REQUIRE_OK(setSecondPlace(*first, stick.path()));
    REQUIRE_OK(backUp(*first, BackupReason::Asked));
    first.store.reset();
    vault::lockAll(); // as on another computer
    if (isPlainFirst)
        REQUIRE_OK(vault::unlock(second->path(), s("correct horse")));
    REQUIRE_OK(setSecondPlace(*second, stick.path()));
    REQUIRE_OK(backUp(*second, BackupReason::Asked));
    CHECK(QDir(stick.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name) ==
          QStringList{s("test backups"), s("test backups 2")});
    CHECK(secondOf(*second).size() == 1);
}
