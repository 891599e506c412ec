// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of a damaged file is saved, and what cannot be is said.
#include <records/people.h>
#include <salvage/salvage.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/system_abilities.h>
#include <support/vault.h>

#include <QDir>

#include <random>
#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 pageSize = 4096;
constexpr int people = 600;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

void fill(Store& store)
{
    REQUIRE_OK(store.change(s("Fill"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < people; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            person.familyName = s("Family");
            person.notes = QString(60, QLatin1Char('n'));
            DTP_CHECK(writer.insert(person));
            ContactPoint contact;
            contact.person = person.id;
            contact.kind = s("email");
            contact.value = s("given%1@example.org").arg(i);
            DTP_CHECK(writer.insert(contact));
        }
        return {};
    }));
}

qint64 lostIn(const Salvaged& salvaged, const char* table)
{
    const auto found = salvaged.lost.find(QLatin1String(table));
    return found == salvaged.lost.end() ? 0 : found->second;
}
} // namespace

TEST_CASE("A sound file is saved whole, encrypted as it was", "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    fill(*file);
    (void)addPerson(*file, s("Last"), s("Person"));
    const QString path = file->path();
    const QString content = contentOf(*file);
    const QString target = file.path(s("saved.dtp"));
    const QString left = target + s("-4194303-1.part"); // of a salvage that was killed
    if (knowsProcesses())
        put(left, "x");
    const auto salvaged = salvage(path, target, file.environment); // while it is open: what its journal holds, too
    REQUIRE_OK(salvaged);
    CHECK_FALSE(QFileInfo::exists(left));
    CHECK(salvaged->isWhole());
    CHECK(salvaged->damagedPages.empty());
    CHECK(salvaged->kept.at(s("person")) == people + 1);
    CHECK(vault::isVault(target) == isEncrypted);
    const auto saved = Store::open(target, file.environment);
    REQUIRE_OK(saved);
    CHECK(contentOf(**saved) == content);
    CHECK((*saved)->check().value() == QStringList());
    REQUIRE_OK((*saved)->undo()); // the history came along
    CHECK(*(*saved)->count(Entity::Person) == people);
    CHECK_FALSE(salvage(path, target, file.environment)); // which exists
    CHECK_FALSE(salvage(path, path, file.environment));
    CHECK(QDir(file.folder.path()).entryList({s("*.part*")}, QDir::Files | QDir::Hidden) == QStringList());
}

// The number of one that holds people, whose place is not the same in every file.
static qint64 pageOfPeople(Store& store)
{
    sqlite3_stmt* select = nullptr;
    REQUIRE(sqlite3_prepare_v2(store.handle(),
                               "SELECT max(pageno) FROM dbstat WHERE name = 'person' AND pagetype = 'leaf'", -1,
                               &select, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(select) == SQLITE_ROW);
    const qint64 page = sqlite3_column_int64(select, 0);
    sqlite3_finalize(select);
    return page;
}

TEST_CASE("Whatever page of an encrypted file is damaged, all of the others is saved", "[storage][salvage][vault]")
{
    FreshStore file(cheapPassphrase(s("Mali"), s("correct horse")));
    fill(*file);
    const QString path = file->path();
    const qint64 ofPeople = pageOfPeople(*file);
    file.store.reset();
    const QByteArray whole = contentsOf(path);
    const qint64 pages = whole.size() / pageSize - 2;
    REQUIRE(pages > 100);
    int saved = 0;
    int touchedPeople = 0;
    std::vector<qint64> some{ofPeople};
    for (qint64 page = 1; page <= pages; page += 19) {
        if (page != ofPeople)
            some.push_back(page);
    }
    for (const qint64 page : some) {
        QByteArray damaged = whole;
        const qint64 at = (page + 1) * pageSize + 100;
        damaged[at] = static_cast<char>(damaged.at(at) ^ 1);
        put(path, damaged);
        const QString target = file.path(s("saved%1.dtp").arg(page));
        CAPTURE(page);
        const auto salvaged = salvage(path, target, file.environment);
        CHECK(contentsOf(path) == damaged); // untouched
        if (!salvaged) {
            CHECK(salvaged.error().sentence.contains(s("damaged")));
            CHECK_FALSE(QFile::exists(target));
            continue;
        }
        ++saved;
        CHECK(salvaged->damagedPages == std::vector<qint64>{page});
        const auto store = Store::open(target, file.environment);
        REQUIRE_OK(store);
        CHECK((*store)->check().value() == QStringList());
        const qint64 kept = salvaged->kept.at(s("person"));
        // One page of people: what it held is known by their indexes, so each is either kept or said to be lost, and
        // then there is another in the same place, with the contact.
        CHECK(kept + lostIn(*salvaged, "person") == people);
        CHECK((*store)->count(Entity::Person).value() == people);
        CHECK(kept > people - 60);
        touchedPeople += kept < people ? 1 : 0;
        CHECK((*store)->count(Entity::ContactPoint).value() + lostIn(*salvaged, "contact_point") == people);
        QFile::remove(target);
    }
    CHECK(saved > 4);
    CHECK(touchedPeople > 0);
}

TEST_CASE("Many damaged pages at once, and a file that was cut off, leave what can be read",
          "[storage][salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    fill(*file);
    const QString path = file->path();
    file.store.reset();
    const QByteArray whole = contentsOf(path);
    std::mt19937 random(5);
    int saved = 0;
    for (int round = 0; round < 12; ++round) {
        QByteArray damaged = whole;
        // The first pages have the list of tables, without which nothing is found.
        constexpr unsigned firstPages = 30;
        if (round % 3 == 2)
            damaged.truncate(damaged.size() - static_cast<qsizetype>(random() % 40) * pageSize - 1000);
        else
            for (int i = 0; i < 6; ++i)
                damaged.replace(static_cast<qsizetype>((firstPages + random() % 90) * pageSize), pageSize,
                                QByteArray(pageSize, round % 2 == 0 ? '\0' : '\x55'));
        put(path, damaged);
        const QString target = file.path(s("saved%1.dtp").arg(round));
        const auto salvaged = salvage(path, target, file.environment);
        CAPTURE(round, isEncrypted);
        if (!salvaged) {
            CHECK(salvaged.error().sentence.size() > 20);
            CHECK_FALSE(QFile::exists(target));
            continue;
        }
        ++saved;
        const auto store = Store::open(target, file.environment);
        REQUIRE_OK(store);
        CHECK((*store)->check().value() == QStringList());
        CHECK((*store)->count(Entity::Person).value() > 0);
    }
    CHECK(saved >= 6); // otherwise the list of tables was among the damaged
}

TEST_CASE("What is no file of ours, or locked, cannot be salvaged, and leaves nothing", "[storage][salvage][vault]")
{
    FreshStore file(cheapPassphrase(s("Mali"), s("correct horse")));
    const QString path = file->path();
    const QString target = file.path(s("saved.dtp"));
    put(file.path(s("text.dtp")), "Dear colleagues,\n");
    put(file.path(s("empty.dtp")), "");
    for (const char* name : {"text.dtp", "empty.dtp", "none.dtp"}) {
        const auto refused = salvage(file.path(s(name)), target, file.environment);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.size() > 10);
        CHECK_FALSE(QFile::exists(target));
    }
    file.store.reset();
    vault::lockAll();
    CHECK(salvage(path, target, file.environment).error().detail == QLatin1String(vault::lockedDetail));
}
