// SPDX-License-Identifier: GPL-3.0-or-later
// What lists, chips, pickers and panes say, without a widget.
#include <erasure/erase_person.h>
#include <records/programs.h>
#include <records/workshops.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <ui/lists/related_columns.h>
#include <ui/models/filter_dimension.h>
#include <ui/models/planning_words.h>
#include <ui/models/record_finder.h>
#include <ui/models/record_layout.h>

#include <QAbstractItemModelTester>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

FilterDimension countryFilter()
{
    FilterDimension dimension;
    dimension.key = s("country");
    dimension.label = s("Country");
    dimension.choices = [] {
        return std::vector<Choice>{{s("KH"), s("Cambodia"), {}, {}}, {s("TH"), s("Thailand"), {}, {}}};
    };
    return dimension;
}
} // namespace

TEST_CASE("A chip says what it is about, its answers, and how many more there are", "[models][words]")
{
    const FilterDimension country = countryFilter();
    CHECK(filterWords(country, {}).words == s("Country"));
    CHECK(filterWords(country, {s("TH")}).words == s("Country: Thailand"));
    CHECK(filterWords(country, {s("TH"), s("KH")}).words == s("Country: Cambodia, Thailand"));
    // What was typed by hand stands as it is, wherever it stands.
    CHECK(filterWords(country, {s("Atlantis"), s("KH")}).words == s("Country: Cambodia, Atlantis"));
    CHECK(filterWords(country, {s("TH"), s("KH"), s("X")}).words == s("Country: Cambodia and 2 more"));
}

TEST_CASE("A chip whose choices cannot be read says why, and keeps its answers", "[models][words]")
{
    FilterDimension broken = countryFilter();
    broken.choices = []() -> Result<std::vector<Choice>> { return fail(s("The list is damaged.")); };
    CHECK(filterWords(broken, {}).problem.isEmpty()); // nothing was asked
    const FilterWords words = filterWords(broken, {s("KH")});
    CHECK(words.words == s("Country: KH"));
    CHECK(words.problem == s("The list is damaged."));
}

TEST_CASE("A picker finds people by any part of the name, and others by their title", "[models][words]")
{
    FreshStore file;
    addPerson(*file, s("Sok"), s("Dara"), s("KH"));
    addPerson(*file, s("Nok"), s("Suwan"), s("TH"));
    for (const char* name : {"Land Forum", "Forum of Women", "River Watch"}) {
        Organisation organisation;
        organisation.name = s(name);
        added(*file, organisation);
    }
    const auto labels = [&](Entity entity, const char* typed, int limit = 12) {
        QStringList all;
        const auto found = findChoices(*file, entity, s(typed), limit);
        REQUIRE_OK(found);
        for (const Choice& choice : *found)
            all.append(choice.note.isEmpty() ? choice.label : QString(choice.label + s(", ") + choice.note));
        return all;
    };
    CHECK(labels(Entity::Person, "dara") == QStringList{s("Sok Dara, Cambodia")});
    CHECK(labels(Entity::Organisation, "forum") == QStringList{s("Forum of Women"), s("Land Forum")});
    CHECK(labels(Entity::Organisation, "forum", 1) == QStringList{s("Forum of Women")});
    CHECK(labels(Entity::Organisation, "zzz").isEmpty());
    loseTable(*file, "organisation");
    CHECK_FALSE(findChoices(*file, Entity::Organisation, s("forum")));
}

TEST_CASE("A list of what hangs on a record says the other side, then the rest in one line", "[models][words]")
{
    FreshStore file;
    const Person person = addPerson(*file, s("Sok"), s("Dara"), s("KH"));
    Network network;
    network.name = s("Land network");
    network = added(*file, network);
    Membership member;
    member.person = person.id;
    member.network = network.id;
    member.from = *PartialDate::fromStorage(s("2019"));
    member = added(*file, member);
    const RecordType& type = recordType<Membership>();
    RecordListModel model(*file, Entity::Membership);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(relatedColumns(Entity::Membership, "person_id", type.indexOf("network_id")));
    model.setSource(
        [](const Store& store, qint64 limit) { return store.ids(Entity::Membership, Where().first(limit)); });
    REQUIRE(model.rowCount() == 1);
    CHECK(model.index(0, 0).data().toString() == s("Land network"));
    CHECK(model.index(0, 1).data().toString().contains(s("since 2019")));
}

TEST_CASE("The ledger says of somebody who was erased on which day, and of others who are gone only that",
          "[models][words][erasure]")
{
    FreshStore file;
    const Person erased = addPerson(*file, s("Zerubina"), s("Qwortlefax"), {});
    REQUIRE_OK(eraseForGood(*file, *erasurePlaces(*file, erased.id.value)));
    RecordValues entry(Entity::DisclosedPerson);
    const auto columns = relatedColumns(Entity::DisclosedPerson, "disclosure_id", -1);
    entry.set("person_key", erased.id.value);
    CHECK(columns.front().text(*file, entry) == s("A person erased on 1 June 2026"));
    entry.set("person_key", erased.id.value + 1);
    CHECK(columns.front().text(*file, entry) == s("Somebody who is not in the file any more"));
}

TEST_CASE("Each type that refers to another is a relation of it, and each type has a layout", "[models][words]")
{
    QStringList ofNetworks;
    for (const Relation& relation : relationsTo(Entity::Network))
        ofNetworks.append(QLatin1String(recordType(relation.child).table));
    CHECK(ofNetworks.contains(s("membership")));
    for (const RecordType& type : allRecordTypes()) {
        INFO(type.table);
        const RecordLayout layout = layoutOf(type.entity);
        CHECK_FALSE(layout.tabs.empty());
        for (const TabSpec& tab : layout.tabs) {
            for (const RelatedSpec& related : tab.related)
                CHECK(recordType(related.child).indexOf(related.linkField) >= 0);
        }
    }
}

TEST_CASE("The balance of a workshop is said in a line, of what there is", "[models][words]")
{
    Balance balance;
    CHECK(balanceSummary(balance) == s("0 on the list"));
    balance.places = 28;
    balance.total = {24, 20, 13, 0};
    balance.reserves = 2;
    CHECK(balanceSummary(balance) == s("28 places · 24 on the list · 20 invited · 13 accepted · 2 in reserve"));
    const BalanceRow women{s("female"), s("Women"), {24, 20, 13, 11}, {}};
    CHECK(balanceRowText(women, false) == s("Women: 24 on the list, 20 invited, 13 accepted"));
    CHECK(balanceRowText(women, true) == s("Women: 24 on the list, 20 invited, 13 accepted, 11 attended"));
}

TEST_CASE("An agenda is said in a line, with what there is to look at", "[models][words]")
{
    Workshop workshop;
    workshop.start = QDate(2026, 9, 14);
    workshop.end = QDate(2026, 9, 14);
    CHECK(agendaSummary(makeAgenda(workshop, {})) == s("0 sessions"));
    AgendaSession opening;
    opening.session.id = {1};
    opening.session.title = s("Opening");
    opening.session.start = QDateTime(QDate(2026, 9, 14), QTime(9, 0));
    opening.session.end = QDateTime(QDate(2026, 9, 14), QTime(10, 0));
    CHECK(agendaSummary(makeAgenda(workshop, {opening})).startsWith(s("1 session · ")));
    AgendaSession other = opening;
    other.session.id = {2};
    other.session.start = QDateTime(QDate(2026, 10, 1), QTime(9, 0)); // outside of the workshop
    other.session.end = QDateTime(QDate(2026, 10, 1), QTime(10, 0));
    const Agenda two = makeAgenda(workshop, {opening, other});
    CHECK(agendaSummary(two).startsWith(s("2 sessions · ")));
    CHECK(agendaSummary(two) != s("2 sessions · nothing to look at"));
}
