// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/programs.h>
#include <records/workshops.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

namespace
{

// Full names of what a query finds, in order.
QStringList found(const Store& store, const QString& text, qint64 limit = -1)
{
    const auto query = PersonQuery::parse(text, store);
    REQUIRE_OK(query);
    const auto ids = findPeople(store, *query, limit);
    REQUIRE_OK(ids);
    CHECK(countPeople(store, *query).value() >= static_cast<qint64>(ids->size()));
    QStringList names;
    for (const qint64 id : *ids)
        names.append(store.titleOf(Entity::Person, id));
    return names;
}

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Person with(Store& store, const char* given, const char* family, const char* country, const char* own = "")
{
    Person person = addPerson(store, s(given), s(family), s(country));
    person.ownScriptName = s(own);
    REQUIRE_OK(store.change(s("Name"), [&](ChangeWriter& w) { return w.update(person); }));
    return person;
}

} // namespace

TEST_CASE("people are found by three letters of any of their names, in any script and without accents", "[search]")
{
    FreshStore file;
    with(*file, "Thị Hương", "Đặng", "VN");
    with(*file, "Somchai", "Wongsakul", "TH", "สมชาย วงศ์สกุล");
    with(*file, "Sreymom", "Chea", "KH", "ជា ស្រីមុំ");
    with(*file, "Min-jun", "Kim", "KR", "김민준");
    with(*file, "Xiaoming", "Wang", "CN", "王小明");
    with(*file, "Aigerim", "Bekova", "KG", "Айгерим Бекова");
    with(*file, "Fatima", "Rahman", "BD", "ফাতিমা রহমান");
    CHECK(found(*file, s("dan")) == QStringList{s("Thị Hương Đặng")});
    CHECK(found(*file, s("ĐẶNG huo")) == QStringList{s("Thị Hương Đặng")});
    CHECK(found(*file, s("สมช")) == QStringList{s("Somchai Wongsakul")});
    CHECK(found(*file, s("ស្រី")) == QStringList{s("Sreymom Chea")});
    CHECK(found(*file, s("민준")) == QStringList{s("Min-jun Kim")});
    CHECK(found(*file, s("小明")) == QStringList{s("Xiaoming Wang")});
    CHECK(found(*file, s("айг")) == QStringList{s("Aigerim Bekova")});
    CHECK(found(*file, s("রহমান")) == QStringList{s("Fatima Rahman")});
    CHECK(found(*file, s("wan xia")) == QStringList{s("Xiaoming Wang")});
    with(*file, "Fa'afetai", "Leota", "WS");
    CHECK(found(*file, s("faaf")) == QStringList{s("Fa'afetai Leota")});
    CHECK(found(*file, s("fa'af")) == QStringList{s("Fa'afetai Leota")});
    CHECK(found(*file, s("nobody")) == QStringList());
    CHECK(found(*file, QString()).size() == 8);
    CHECK(!PersonQuery::parse(s("*; --"), *file)); // no letters: nothing to look for
}

TEST_CASE("people are found by e-mail, phone, organisation and notes, with names first", "[search]")
{
    FreshStore file;
    const Person dara = with(*file, "Dara", "Sok", "KH");
    Person mei = with(*file, "Mei", "Tan", "MY");
    mei.notes = s("Met Dara at the river conference");
    REQUIRE_OK(file->change(s("More"), [&](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.update(mei));
        DTP_CHECK(w.insert(ContactPoint{{}, dara.id, s("email"), s("sok.dara@example.org"), {}, false, false, {}}));
        DTP_CHECK(w.insert(ContactPoint{{}, dara.id, s("phone"), s("012 345 678"), {}, false, false, {}}));
        DTP_TRY(group, w.insert(Organisation{{}, s("Mekong Riverkeepers"), s("MRK"), {}, {}, {}, {}, {}, {}, {}}));
        DTP_CHECK(w.insert(Affiliation{{}, mei.id, group, {}, {}, {}, {}}));
        return {};
    }));
    CHECK(found(*file, s("sok.dara@exa")) == QStringList{s("Dara Sok")});
    CHECK(found(*file, s("+85512345678")) == QStringList{s("Dara Sok")});
    CHECK(found(*file, s("mekong")) == QStringList{s("Mei Tan")});
    CHECK(found(*file, s("dara")) == QStringList{s("Dara Sok"), s("Mei Tan")});
    // The organisation is renamed, an e-mail removed: the index follows.
    Organisation group = file->find<Organisation>()->front();
    group.name = s("Delta Friends");
    group.shortName.clear();
    REQUIRE_OK(file->change(s("Rename"), [&](ChangeWriter& w) { return w.update(group); }));
    CHECK(found(*file, s("mekong")) == QStringList());
    CHECK(found(*file, s("delta")) == QStringList{s("Mei Tan")});
    const auto mail = file->find<ContactPoint>(Where("kind", s("email")));
    REQUIRE_OK(file->change(s("Remove"), [&](ChangeWriter& w) { return w.remove(mail->front().id); }));
    CHECK(found(*file, s("sok.dara@exa")) == QStringList());
    REQUIRE_OK(file->undo());
    CHECK(found(*file, s("sok.dara@exa")) == QStringList{s("Dara Sok")});
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("removing a person removes every trace from the index, undo brings it back", "[search][undo]")
{
    FreshStore file;
    const Person dara = with(*file, "Dara", "Sok", "KH");
    REQUIRE_OK(file->change(s("Remove"), [&](ChangeWriter& w) { return w.remove(dara.id); }));
    CHECK(found(*file, s("dara")) == QStringList());
    CHECK(peopleNamed(*file, s("Dara Sok"))->empty());
    REQUIRE_OK(file->undo());
    CHECK(found(*file, s("dara")) == QStringList{s("Dara Sok")});
    CHECK(peopleNamed(*file, s("SOK, dara")).value() == std::vector<qint64>{dara.id.value});
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("typed filters narrow the list, and are negated by a dash", "[search][filters]")
{
    FreshStore file;
    Person dara = with(*file, "Dara", "Sok", "KH");
    Person mei = with(*file, "Mei", "Tan", "MY");
    Person niran = with(*file, "Niran", "Boonmee", "TH");
    dara.gender = s("female");
    mei.gender = s("female");
    niran.gender = s("male");
    REQUIRE_OK(file->change(s("More"), [&](ChangeWriter& w) -> Result<> {
        for (const Person& person : {dara, mei, niran})
            DTP_CHECK(w.update(person));
        DTP_TRY(series, w.insert(ProgramSeries{{}, s("Business and Human Rights"), s("BHR"), {}, {}}));
        DTP_TRY(edition,
                w.insert(ProgramEdition{{}, series, s("BHR 1997"), PartialDate(1997, 6), {}, {}, {}, {}, {}}));
        DTP_CHECK(w.insert(Participation{{}, dara.id, edition, s("participant"), {}, {}}));
        DTP_TRY(network, w.insert(Network{{}, s("Asian BHR network"), {}, {}, {}, {}, {}, {}, {}, {}, true, {}}));
        DTP_CHECK(w.insert(Membership{{}, network, mei.id, s("member"), {}, {}, {}}));
        DTP_CHECK(w.insert(ContactNote{{}, niran.id, QDate(2025, 12, 1), {}, s("Called"), {}, {}, {}}));
        DTP_CHECK(w.insert(ContactNote{{}, mei.id, QDate(2019, 1, 1), {}, s("Wrote"), {}, {}, {}}));
        DTP_CHECK(w.insert(Consent{{}, mei.id, s("funders"), s("agreed"), {}, {}, QDate(2024, 1, 1), {}, {}}));
        DTP_CHECK(w.insert(Consent{{}, mei.id, s("funders"), s("withdrawn"), {}, {}, QDate(2025, 1, 1), {}, {}}));
        DTP_CHECK(w.insert(Consent{{}, dara.id, s("funders"), s("agreed"), {}, {}, QDate(2025, 1, 1), {}, {}}));
        return {};
    }));
    const QString sok = s("Dara Sok");
    const QString tan = s("Mei Tan");
    const QString boonmee = s("Niran Boonmee");
    CHECK(found(*file, s("country:KH,thailand")) == QStringList{boonmee, sok});
    CHECK(found(*file, s("-country:\"Viet Nam\"")).size() == 3);
    CHECK(found(*file, s("gender:women country:Malaysia")) == QStringList{tan});
    CHECK(found(*file, s("series:bhr")) == QStringList{sok});
    CHECK(found(*file, s("year:1990-1999")) == QStringList{sok});
    CHECK(found(*file, s("year:>1997")) == QStringList());
    CHECK(found(*file, s("-network:bhr gender:female")) == QStringList{sok});
    CHECK(found(*file, s("silent:>2y")) == QStringList{sok, tan});
    CHECK(found(*file, s("consent:funders")) == QStringList{sok});
    CHECK(found(*file, s("mei region:\"south-east asia\"")) == QStringList{tan});
    const auto query = PersonQuery::parse(s("mei skill:\"UN treaty bodies\" -country:KH"), *file);
    if (query)
        CHECK(PersonQuery::parse(query->toText(), *file)->toText() == query->toText());
}

TEST_CASE("a part of a text is found wherever it stands, in capitals and in long texts", "[search][filters]")
{
    FreshStore file;
    const QString all = s("@ABCDEFGHIJKLMNOPQRSTUVWXYZ[`abcdefghijklmnopqrstuvwxyz{ 0123456789");
    Person dara;
    dara.givenName = s("Dara");
    dara.place = all;
    dara.notes = QString(300, QLatin1Char('x')) + all + QString(300, QLatin1Char('y'));
    Person ana;
    ana.givenName = s("Ana");
    ana.place = s("Phnóm Penh");
    REQUIRE_OK(file->change(s("Add"), [&](ChangeWriter& w) -> Result<> {
        DTP_CHECK(w.insert(dara));
        return w.insert(ana).map([](auto) {});
    }));
    const auto whoHas = [&](const char* field, const QString& part) {
        const QueryNode query = filterNode(QLatin1String(field), {part});
        return findPeople(*file, PersonQuery{query}).value().size();
    };
    for (qsizetype from = 0; from < all.size(); ++from) {
        const QString part = all.mid(from, 9);
        INFO(part.toStdString());
        CHECK(whoHas("place", part) == 1);
        CHECK(whoHas("place", part.toLower()) == 1);
        CHECK(whoHas("notes", part.toUpper()) == 1);
        CHECK(whoHas("place", part + s("#")) == 0);
    }
    CHECK(whoHas("place", s("phnom p")) == 1);
    CHECK(whoHas("place", s("OM PEN")) == 1);
}

TEST_CASE("a filter that is not understood says what is known", "[search][filters]")
{
    FreshStore file;
    const auto unknown = PersonQuery::parse(s("colour:red"), *file);
    REQUIRE(!unknown);
    CHECK(unknown.error().sentence.startsWith(s("“colour:” is not known. Known are: ")));
    CHECK(unknown.error().sentence.contains(s(" country, ")));
    CHECK(PersonQuery::parse(s("country:Atlantis"), *file)
              .error()
              .sentence.startsWith(s("“Atlantis” is not known as a country.")));
    CHECK(!PersonQuery::parse(s("silent:long"), *file));
    CHECK(!PersonQuery::parse(s("contact:friday"), *file));
    CHECK(PersonQuery::parse(s("https://example.org 14:30"), *file).has_value());
}

TEST_CASE("an index that no longer agrees is reported and made anew when asked", "[search][check]")
{
    FreshStore file;
    Person dara = with(*file, "Dara", "Sok", "KH");
    const QString path = file->path();
    const auto index = file.environment.participants;
    file.store.reset();
    file.environment.participants.clear(); // a program that forgets the index
    file.reopen();
    dara.familyName = s("Chan");
    REQUIRE_OK(file->change(s("Change"), [&](ChangeWriter& w) { return w.update(dara); }));
    file.store.reset();
    file.environment.participants = index;
    auto opened = Store::open(path, file.environment);
    REQUIRE_OK(opened);
    file.store = std::move(*opened);
    CHECK(file->check().value().size() == 2);
    file.reopen();
    CHECK(file->check().value().size() == 2);
    REQUIRE_OK(file->rebuildIndexes());
    CHECK(file->check().value() == QStringList());
    CHECK(found(*file, s("chan")) == QStringList{s("Dara Chan")});
}

// They are read in one walk along each table, and must give what a question for each person gives.
TEST_CASE("many people added at once are indexed as one by one, with all their names, addresses and organisations",
          "[search]")
{
    FreshStore file;
    const Person before = with(*file, "Dara", "Sok", "KH");
    constexpr int many = 2100; // more than are indexed one by one
    REQUIRE_OK(file->change(s("Many"), [&](ChangeWriter& writer) -> Result<> {
        std::vector<Id<Organisation>> organisations;
        for (const char* name : {"Zinc Union", "Amber League", "Rattan Circle"}) {
            Organisation organisation;
            organisation.name = s(name);
            DTP_TRY(id, writer.insert(organisation));
            organisations.push_back(id);
        }
        for (int i = 0; i < many; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            DTP_TRY(id, writer.insert(person));
            for (int k = 0; k < i % 4; ++k) { // of some nothing, of some several, the later organisations first
                AlternateName name;
                name.person = id;
                name.name = s("Other%1x%2").arg(i).arg(k);
                DTP_CHECK(writer.insert(name));
                ContactPoint mail;
                mail.person = id;
                mail.kind = s("email");
                mail.value = s("m%1.%2@example.org").arg(i).arg(k);
                DTP_CHECK(writer.insert(mail));
                Affiliation work;
                work.person = id;
                work.organisation = organisations[static_cast<size_t>(2 - k)];
                DTP_CHECK(writer.insert(work));
            }
        }
        Affiliation late; // of somebody whom the index knows already
        late.person = before.id;
        late.organisation = organisations[0];
        DTP_CHECK(writer.insert(late));
        return {};
    }));
    CHECK(file->check().value() == QStringList()); // reads each person by herself, and compares
    CHECK(found(*file, s("other2099x2")) == QStringList{s("Given2099")});
    CHECK(found(*file, s("zinc dara")) == QStringList{s("Dara Sok")});
    CHECK(found(*file, s("other2096")).isEmpty());
}

TEST_CASE("the words of very many people of one change are written to the index together", "[search][large]")
{
    FreshStore file;
    constexpr int many = 2500; // more than are indexed one by one
    REQUIRE_OK(file->change(s("Many"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < many; ++i) {
            Person person;
            person.givenName = s("Given%1").arg(i);
            person.familyName = s("Family");
            person.country = i == 0 ? s("KH") : s("TH");
            DTP_CHECK(writer.insert(person));
        }
        return {};
    }));
    for (const char* table : {"person_words", "person_name_words"}) {
        INFO(table);
        sqlite3_stmt* segments = nullptr;
        const QByteArray sql = QByteArray("SELECT count(DISTINCT segid) FROM ") + table + "_idx";
        REQUIRE(sqlite3_prepare_v2(file->handle(), sql.constData(), -1, &segments, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_step(segments) == SQLITE_ROW);
        CHECK(sqlite3_column_int64(segments, 0) == 1);
        sqlite3_finalize(segments);
    }
    CHECK(found(*file, s("country:KH")) == QStringList{s("Given0 Family")});
    CHECK(found(*file, s("given2499")) == QStringList{s("Given2499 Family")});
    CHECK(file->check().value() == QStringList());
}

TEST_CASE("an index of an earlier version is built anew, and a file that may only be read says that it has to be",
          "[search][check]")
{
    FreshStore file;
    with(*file, "Dara", "Sok", "KH");
    const QString path = file->path();
    REQUIRE(sqlite3_exec(file->handle(), "UPDATE setting SET value = '2' WHERE key = 'personIndex'", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    file.store.reset();
    const auto toRead = Store::open(path, file.environment, OpenMode::ReadOnly);
    REQUIRE(!toRead);
    CHECK(toRead.error().detail == s("older layout")); // by which the command line knows to bring it up to date
    auto opened = Store::open(path, file.environment);
    REQUIRE_OK(opened);
    CHECK(found(**opened, s("place:none")) == QStringList{s("Dara Sok")});
    opened->reset();
    REQUIRE_OK(Store::open(path, file.environment, OpenMode::ReadOnly));
}
