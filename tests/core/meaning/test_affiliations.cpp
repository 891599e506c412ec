// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_facts.h"

#include <meaning/affiliations.h>
#include <records/programs.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);

std::vector<Organisation> addOrganisations(Store& store, int count)
{
    std::vector<Organisation> organisations(static_cast<size_t>(count));
    REQUIRE_OK(store.change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        for (size_t i = 0; i < organisations.size(); ++i) {
            organisations[i].name = QStringLiteral("Organisation %1").arg(QLatin1Char(static_cast<char>('A' + i)));
            organisations[i].kind = QStringLiteral("ngo");
            DTP_CHECK(writer.insert(organisations[i]));
        }
        return {};
    }));
    return organisations;
}

Affiliation work(const Organisation& organisation, const char* from, const char* to)
{
    Affiliation one;
    one.organisation = organisation.id;
    one.from = *PartialDate::fromStorage(QString::fromUtf8(from));
    one.to = *PartialDate::fromStorage(QString::fromUtf8(to));
    return one;
}

qint64 shownBySql(const Store& store, const Person& person)
{
    const auto found = keysOf(store, SqlPiece{"SELECT ", {}} + affiliationToShow("p.id", today) +
                                         SqlPiece{" FROM person p WHERE p.id = ?", {person.id.value}});
    return found.empty() ? 0 : found.front();
}
} // namespace

TEST_CASE("All organisations where a person works are shown, the newest first, else the last",
          "[meaning][affiliation]")
{
    FreshStore store;
    const auto o = addOrganisations(*store, 4);
    struct Case {
        std::vector<Affiliation> work;
        const char* shown;
    };
    const Case cases[] = {
        {{}, ""},
        {{work(o[0], "", "")}, "Organisation A"},
        {{work(o[0], "2010", ""), work(o[1], "2020", "")}, "Organisation B; Organisation A"},
        {{work(o[0], "2020", ""), work(o[1], "2010", "")}, "Organisation A; Organisation B"},
        {{work(o[0], "", ""), work(o[1], "~1999", "")}, "Organisation B; Organisation A"},
        {{work(o[0], "", ""), work(o[1], "", "")}, "Organisation B; Organisation A"},             // entered last
        {{work(o[0], "2020", "2026"), work(o[1], "2010", "")}, "Organisation A; Organisation B"}, // to its last day
        {{work(o[0], "2024", "2025"), work(o[1], "2010", "")}, "Organisation B"},
        {{work(o[0], "", "2020"), work(o[1], "", "2020-03")}, "Organisation A"}, // until December
        {{work(o[0], "2010", "2012"), work(o[1], "", "~2019")}, "Organisation B"},
        {{work(o[0], "2027", ""), work(o[1], "", "2019")}, "Organisation B"}, // not begun
        {{work(o[0], "2026-07", "")}, ""},
        {{work(o[0], "2026", "")}, "Organisation A"},
        {{work(o[0], "2020", ""), work(o[0], "2010", "")}, "Organisation A"}, // in two roles
    };
    AffiliationReader reader(*store, today);
    for (const Case& one : cases) {
        CAPTURE(&one - cases);
        const Person person = addPeopleWith<Affiliation>(*store, 1, [&] { return one.work; }).front();
        REQUIRE_OK(reader.read(std::vector{person.id.value}));
        CHECK(reader.organisations(person.id.value) == QString::fromUtf8(one.shown));
        CHECK(reader.organisation(person.id.value) ==
              QString::fromUtf8(one.shown).section(QStringLiteral("; "), 0, 0));
    }
}

TEST_CASE("Affiliations by chance are shown alike for one person, for many and in SQL", "[meaning][affiliation]")
{
    Chance chance(7);
    FreshStore store;
    const auto organisations = addOrganisations(*store, 8);
    const auto people = addPeopleWith<Affiliation>(*store, 600, [&] {
        std::vector<Affiliation> all(static_cast<size_t>(chance.below(6)));
        for (Affiliation& one : all) {
            one.organisation = organisations[static_cast<size_t>(chance.below(8))].id;
            one.from = chance.partial(today);
            one.to = chance.partial(today);
            one.sector = chance.pick({QString(), QStringLiteral("ngo"), QStringLiteral("own word")});
        }
        return all;
    });
    std::vector<qint64> keys;
    for (const Person& person : people)
        keys.push_back(person.id.value);
    AffiliationReader reader(*store, today);
    REQUIRE_OK(reader.read(keys));
    int several = 0, former = 0;
    for (const Person& person : people) {
        const auto all = recordsOf<Affiliation>(*store, person);
        const auto shown = affiliationsToShow(all, today);
        const auto& read = reader.of(person.id.value);
        CAPTURE(person.id.value);
        REQUIRE(read.size() == shown.size());
        for (size_t i = 0; i < read.size(); ++i) {
            CHECK(read[i].affiliation == shown[i]->id.value);
            CHECK(read[i].organisation == shown[i]->organisation.value);
            CHECK(read[i].sector == shown[i]->sector);
            CHECK(read[i].holds == holdsOn(shown[i]->from, shown[i]->to, today));
        }
        CHECK(shownBySql(*store, person) == (shown.empty() ? 0 : shown.front()->id.value));
        // Those that hold are all shown.
        const auto holding =
            std::count_if(all.begin(), all.end(), [](const Affiliation& a) { return holdsOn(a.from, a.to, today); });
        CHECK((holding == 0 ? shown.size() <= 1 : shown.size() == static_cast<size_t>(holding)));
        several += shown.size() > 1;
        former += !shown.empty() && !read.front().holds;
    }
    CHECK(several > 100);
    CHECK(former > 40);
}
