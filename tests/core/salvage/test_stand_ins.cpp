// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a record that is lost is saved, with another in its place that lets nothing out.
#include <records/people.h>
#include <records/programs.h>
#include <salvage/salvage.h>
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/fresh_store.h>
#include <support/vault.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr qint64 pageSize = 4096;
constexpr int people = 200;
constexpr int programs = 60;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// Everybody took part in a program, and refused to be named, but agreed to be photographed.
void fill(Store& store)
{
    REQUIRE_OK(store.change(s("Fill"), [](ChangeWriter& writer) -> Result<> {
        std::vector<ProgramEdition> all(programs);
        for (int i = 0; i < programs; ++i) {
            all[static_cast<size_t>(i)].title = s("Program%1").arg(i);
            all[static_cast<size_t>(i)].notes = QString(300, QLatin1Char('n'));
            DTP_CHECK(writer.insert(all[static_cast<size_t>(i)]));
        }
        for (int i = 0; i < people; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            person.notes = QString(300, QLatin1Char('n'));
            DTP_CHECK(writer.insert(person));
            for (const auto& [purpose, answer] : {std::pair{"publicity", "refused"}, std::pair{"photo", "agreed"}}) {
                Consent consent;
                consent.person = person.id;
                consent.purpose = s(purpose);
                consent.answer = s(answer);
                DTP_CHECK(writer.insert(consent));
            }
            ContactPoint contact;
            contact.person = person.id;
            contact.kind = s("email");
            contact.value = s("given%1@example.org").arg(i);
            DTP_CHECK(writer.insert(contact));
            Participation participation;
            participation.person = person.id;
            participation.edition = all[static_cast<size_t>(i % programs)].id;
            DTP_CHECK(writer.insert(participation));
        }
        return {};
    }));
}

qint64 lastLeafOf(Store& store, const QByteArray& table)
{
    sqlite3_stmt* select = nullptr;
    const QByteArray sql = "SELECT max(pageno) FROM dbstat WHERE pagetype = 'leaf' AND name = '" + table + '\'';
    REQUIRE(sqlite3_prepare_v2(store.handle(), sql.constData(), -1, &select, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(select) == SQLITE_ROW);
    const qint64 page = sqlite3_column_int64(select, 0);
    sqlite3_finalize(select);
    return page;
}

// What is saved of a file of which one page of a table is lost.
struct Saved {
    Saved(FreshStore& file, bool isEncrypted, const char* table)
    {
        fill(*file);
        file.reopen(); // so that all stands in the file itself
        const qint64 at = (lastLeafOf(*file, table) - 1) * pageSize + (isEncrypted ? 2 * pageSize : 0);
        const QString path = file->path();
        file.store.reset();
        put(path, contentsOf(path).replace(at, pageSize, QByteArray(pageSize, '\xA5')));
        const QString target = file.path(s("saved.dtp"));
        const auto salvaged = salvage(path, target, file.environment);
        REQUIRE_OK(salvaged);
        said = *salvaged;
        auto opened = Store::open(target, file.environment);
        REQUIRE_OK(opened);
        store = std::move(*opened);
        CHECK(store->check().value() == QStringList());
    }
    Salvaged said;
    std::unique_ptr<Store> store;
};
} // namespace

TEST_CASE("What belongs to people whose page is lost is saved, and they count as at risk", "[salvage][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(s("Mali"), s("correct horse")));
    const Saved saved(isEncrypted ? encrypted : plain, isEncrypted, "person");
    const qint64 lost = saved.said.lost.at(s("person"));
    CHECK(lost > 1);
    CHECK_FALSE(saved.said.isWhole());
    CHECK(saved.said.kept.at(s("person")) == people - lost);
    CHECK(saved.said.standIns == std::map<QString, qint64>{{s("person"), lost}});
    CHECK(saved.store->count(Entity::Person).value() == people);
    CHECK(saved.store->count(Entity::Consent).value() == 2 * people);
    CHECK(saved.store->count(Entity::ContactPoint).value() == people);
    CHECK(saved.store->count(Entity::Participation).value() == people);
    CHECK_FALSE(saved.said.lost.contains(s("consent")));
    const auto all = saved.store->find<Person>();
    REQUIRE_OK(all);
    qint64 standIns = 0;
    for (const Person& person : *all) {
        if (!person.givenName.endsWith(s("(name lost)")))
            continue;
        ++standIns;
        CHECK(person.givenName == s("Person %1 (name lost)").arg(person.id.value));
        CHECK(person.safetyLevel == s("at_risk"));
        CHECK(person.status == s("active"));
        CHECK(person.notes.startsWith(s("What was entered about this person is lost")));
    }
    CHECK(standIns == lost);
}

TEST_CASE("Who took part in a program of which the page is lost is saved", "[salvage]")
{
    FreshStore file;
    const Saved saved(file, false, "program_edition");
    CHECK(saved.said.brokenTables == std::vector<QString>{s("program_edition")}); // nothing else knows its keys
    const qint64 lost = programs - saved.said.kept.at(s("program_edition"));
    CHECK(lost > 1);
    CHECK(saved.said.standIns == std::map<QString, qint64>{{s("program_edition"), lost}});
    CHECK(saved.store->count(Entity::Participation).value() == people);
    const auto all = saved.store->find<ProgramEdition>();
    REQUIRE_OK(all);
    CHECK(std::count_if(all->begin(), all->end(), [](const ProgramEdition& one) {
              return one.title == s("Program %1 (name lost)").arg(one.id.value);
          }) == lost);
}
