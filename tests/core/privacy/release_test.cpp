// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_of_test.h"

#include <privacy/gate.h>
#include <records/reports.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

Result<> put(QIODevice& device, const QByteArray& bytes)
{
    if (device.write(bytes) != bytes.size())
        return fail(text("Nothing more fits."));
    return {};
}

QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

DisclosureSummary summaryOf(std::initializer_list<qint64> named, std::initializer_list<qint64> counted)
{
    DisclosureSummary summary;
    summary.audience = Audience::Funder;
    summary.named = named;
    summary.counted = counted;
    summary.leftOut = {99};
    summary.fields = {{text("name"), text("Name")}, {text("country"), text("Country")}};
    return summary;
}

qint64 ledgerEntries(const Store& store)
{
    return store.count(Entity::Disclosure).value_or(-1);
}
} // namespace

TEST_CASE("What leaves is a file of its owner alone, and is in the ledger with everybody in it", "[privacy][release]")
{
    FreshStore store;
    const QString path = store.path(text("out.csv"));
    const DisclosureSummary summary = summaryOf({11, 12}, {13});
    REQUIRE_OK(release(
        *store, path, text("People as CSV"), [](QIODevice& device) { return put(device, "a,b\r\n"); },
        [&]() -> const DisclosureSummary& { return summary; }));
    CHECK(contentOfFile(path) == "a,b\r\n");
    struct stat state = {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &state) == 0);
    CHECK((state.st_mode & 0777) == 0600);
    CHECK(QDir(store.folder.path()).entryList(QDir::Files | QDir::Hidden).filter(text("out")) ==
          QStringList{text("out.csv")});

    const auto entries = store->find<Disclosure>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    const Disclosure& entry = entries->front();
    CHECK(entry.what == text("People as CSV"));
    CHECK(entry.audience == text("funder"));
    CHECK(entry.file == text("out.csv"));
    CHECK(entry.by == text("Tester"));
    CHECK(entry.named == 2);
    CHECK(entry.counted == 1);
    CHECK(entry.leftOut == 1);
    CHECK(entry.fields == text("Name; Country"));
    CHECK(entry.at == store.clock.now().toLocalTime());
    const auto people = store->find<DisclosedPerson>(Where("disclosure_id", entry.id).orderBy("person_key"));
    REQUIRE_OK(people);
    REQUIRE(people->size() == 3);
    CHECK((*people)[0].personKey == 11);
    CHECK((*people)[0].named);
    CHECK((*people)[2].personKey == 13);
    CHECK_FALSE((*people)[2].named);
}

TEST_CASE("The ledger stays when the last change is undone", "[privacy][release]")
{
    FreshStore store;
    addPerson(*store, text("Dara"), text("Sok"));
    const DisclosureSummary summary = summaryOf({11}, {});
    REQUIRE_OK(release(
        *store, store.path(text("out.csv")), text("People as CSV"), [](QIODevice& device) { return put(device, "x"); },
        [&]() -> const DisclosureSummary& { return summary; }));
    const auto undone = store->undo();
    REQUIRE_OK(undone);
    CHECK(store->count(Entity::Person).value_or(-1) == 0);
    CHECK(ledgerEntries(*store) == 1);
    CHECK(store->count(Entity::DisclosedPerson).value_or(-1) == 1);
}

TEST_CASE("When writing fails the old file stays and nothing is entered", "[privacy][release]")
{
    FreshStore store;
    const QString path = store.path(text("out.csv"));
    QFile old(path);
    REQUIRE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const DisclosureSummary summary = summaryOf({11}, {});
    const auto result = release(
        *store, path, text("People as CSV"),
        [](QIODevice& device) -> Result<> {
            DTP_CHECK(put(device, "half"));
            return fail(text("The rest is missing."));
        },
        [&]() -> const DisclosureSummary& { return summary; });
    REQUIRE_FALSE(result);
    CHECK(result.error().sentence == text("The rest is missing."));
    CHECK(contentOfFile(path) == "old");
    CHECK(ledgerEntries(*store) == 0);
    CHECK(QDir(store.folder.path()).entryList(QDir::Files | QDir::Hidden).filter(text("out")) ==
          QStringList{text("out.csv")});
}

TEST_CASE("A folder, a device or a missing folder is no place for a file", "[privacy][release]")
{
    FreshStore store;
    const DisclosureSummary summary = summaryOf({11}, {});
    for (const QString& path :
         {store.folder.path(), text("/dev/full"), store.path(text("no/such/folder/out.csv")), QString()}) {
        const auto result = release(
            *store, path, text("People as CSV"), [](QIODevice& device) { return put(device, "x"); },
            [&]() -> const DisclosureSummary& { return summary; });
        REQUIRE_FALSE(result);
        CHECK(result.error().sentence.contains(text("could not be written")));
        CHECK(ledgerEntries(*store) == 0);
    }
    struct stat state = {};
    REQUIRE(::stat("/dev/full", &state) == 0);
    CHECK(S_ISCHR(state.st_mode));
}

TEST_CASE("A full disk is a sentence, the old file and the ledger are as before", "[privacy][release]")
{
    FreshStore store;
    const QString folder = store.path(text("tiny"));
    REQUIRE(QDir().mkpath(folder));
    if (::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=64k") != 0)
        SKIP_TEST("needs the right to mount a small disk");
    const QString path = folder + text("/out.csv");
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    const DisclosureSummary summary = summaryOf({11}, {});
    const auto result = release(
        *store, path, text("People as CSV"),
        [](QIODevice& device) -> Result<> {
            for (int i = 0; i < 100; ++i)
                DTP_CHECK(put(device, QByteArray(4096, 'x')));
            return {};
        },
        [&]() -> const DisclosureSummary& { return summary; });
    const QByteArray left = contentOfFile(path);
    const QStringList files = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    ::umount(QFile::encodeName(folder).constData());
    REQUIRE_FALSE(result);
    CHECK(result.error().sentence.startsWith(text("“out.csv” could not be written")));
    CHECK(left == "old");
    CHECK(files == QStringList{text("out.csv")});
    CHECK(ledgerEntries(*store) == 0);
}

TEST_CASE("A folder that may only be read is a sentence", "[privacy][release]")
{
    FreshStore store;
    const QString folder = store.path(text("fixed"));
    REQUIRE(QDir().mkpath(folder));
    if (::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", MS_RDONLY, "size=64k") != 0)
        SKIP_TEST("needs the right to mount a small disk");
    const DisclosureSummary summary = summaryOf({11}, {});
    const auto result = release(
        *store, folder + text("/out.csv"), text("People as CSV"), [](QIODevice& device) { return put(device, "x"); },
        [&]() -> const DisclosureSummary& { return summary; });
    ::umount(QFile::encodeName(folder).constData());
    REQUIRE_FALSE(result);
    CHECK(result.error().sentence.startsWith(text("“out.csv” could not be written")));
    CHECK(ledgerEntries(*store) == 0);
}

TEST_CASE("Without the right to record what leaves nothing leaves", "[privacy][release]")
{
    FreshStore store;
    auto reader = Store::open(store->path(), store.environment, OpenMode::ReadOnly);
    REQUIRE_OK(reader);
    const DisclosureSummary summary = summaryOf({11}, {});
    const QString path = store.path(text("out.csv"));
    bool wasAsked = false;
    const auto result = release(
        **reader, path, text("People as CSV"),
        [&](QIODevice&) -> Result<> {
            wasAsked = true;
            return {};
        },
        [&]() -> const DisclosureSummary& { return summary; });
    REQUIRE_FALSE(result);
    CHECK(result.error().sentence.contains(text("could not be recorded")));
    CHECK_FALSE(wasAsked);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("When the ledger cannot be kept the old file comes back", "[privacy][release]")
{
    FreshStore store;
    // The file system says no at the very last moment.
    sqlite3_commit_hook(
        store->handle(), [](void*) { return 1; }, nullptr);
    const DisclosureSummary summary = summaryOf({11}, {});
    const auto again = [&](const QString& path) {
        return release(
            *store, path, text("People as CSV"), [](QIODevice& device) { return put(device, "new"); },
            [&]() -> const DisclosureSummary& { return summary; });
    };
    const QString path = store.path(text("out.csv"));
    REQUIRE_FALSE(again(path));
    CHECK_FALSE(QFile::exists(path));
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    REQUIRE_FALSE(again(path));
    CHECK(contentOfFile(path) == "old");
    CHECK(ledgerEntries(*store) == 0);
    CHECK(QDir(store.folder.path()).entryList(QDir::Files | QDir::Hidden).filter(text("out")) ==
          QStringList{text("out.csv")});
}
