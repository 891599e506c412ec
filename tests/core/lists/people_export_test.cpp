// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sheets/exit_test.h"

#include <lists/export_file.h>
#include <lists/people_export.h>
#include <lists/record_rows.h>
#include <records/programs.h>
#include <records/reports.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
// A person with something of everything.
Person addRichPerson(Store& store)
{
    Person person;
    person.givenName = text("Dara");
    person.familyName = text("Sok");
    person.ownScriptName = text("សុខ ដារ៉ា");
    person.gender = text("female");
    person.birthYear = 1971;
    person.country = text("KH");
    person.place = text("Battambang");
    person.notes = text("First line\nSecond, with \"quotes\"");
    person.lastVerified = QDate(2025, 12, 31);
    REQUIRE_OK(store.change(text("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(person));
        const auto contact = [&](const char* kind, const char* value, bool preferred, bool doNotUse,
                                 const char* note = "") {
            ContactPoint point;
            point.note = text(note);
            point.person = person.id;
            point.kind = text(kind);
            point.value = text(value);
            point.preferred = preferred;
            point.doNotUse = doNotUse;
            return writer.insert(point);
        };
        DTP_CHECK(contact("email", "old@example.org", false, true));
        DTP_CHECK(contact("email", "second@example.org", false, false));
        DTP_CHECK(contact("email", "dara@example.org", true, false));
        DTP_CHECK(contact("phone", "+855 12 345 678", false, false));
        DTP_CHECK(contact("phone", "023 880 900", false, false, "Business Fax"));
        Organisation before;
        before.name = text("River Watch");
        DTP_CHECK(writer.insert(before));
        Organisation now;
        now.name = text("Land Rights; Battambang");
        DTP_CHECK(writer.insert(now));
        Affiliation former;
        former.person = person.id;
        former.organisation = before.id;
        former.role = text("Volunteer");
        former.to = PartialDate(2010);
        DTP_CHECK(writer.insert(former));
        Affiliation current;
        current.person = person.id;
        current.organisation = now.id;
        current.role = text("Director");
        DTP_CHECK(writer.insert(current));
        DTP_CHECK(writer.insert(PersonIssue{{}, person.id, text("land")}));
        DTP_CHECK(writer.insert(PersonLanguage{{}, person.id, text("en"), {}}));
        AlternateName other;
        other.person = person.id;
        other.name = text("Bopha");
        DTP_CHECK(writer.insert(other));
        ProgramEdition edition;
        edition.title = text("Annual program 1997");
        DTP_CHECK(writer.insert(edition));
        Participation participation;
        participation.person = person.id;
        participation.edition = edition.id;
        DTP_CHECK(writer.insert(participation));
        return {};
    }));
    return person;
}

// What stands in the row under each heading: "Given name=Dara".
QStringList filledCells(const std::vector<TableColumn>& columns, const TableRow& row)
{
    QStringList filled;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (!row.cells[i].isEmpty())
            filled.append(columns[i].title + QLatin1Char('=') + row.cells[i].text);
    }
    return filled;
}
} // namespace

TEST_CASE("A person is exported with everything that hangs on it", "[exchange][people]")
{
    FreshStore store;
    const Person person = addRichPerson(*store);
    const auto source = peopleRows(*store, {person.id.value});
    TableRow row;
    const auto more = source->next(row);
    REQUIRE_OK(more);
    REQUIRE(*more);
    CHECK(row.subjects == Subjects(person.id));
    CHECK(filledCells(source->columns(), row) == QStringList{text("Given name=Dara"),
                                                             text("Family name=Sok"),
                                                             text("Name in own script=សុខ ដារ៉ា"),
                                                             text("Other names=Bopha"),
                                                             text("Gender=Woman"),
                                                             text("Birth year=1971"),
                                                             text("Country=Cambodia"),
                                                             text("Place=Battambang"),
                                                             text("Status=Active"),
                                                             text("Safety=No special care"),
                                                             text("Last verified=2025-12-31"),
                                                             text("E-mail=dara@example.org; second@example.org"),
                                                             text("Phone=+855 12 345 678; 023 880 900 (Fax)"),
                                                             text("Organisation=\"Land Rights; Battambang\""),
                                                             text("Role=Director"),
                                                             text("Issues=Land rights"),
                                                             text("Languages=English"),
                                                             text("Programs=Annual program 1997"),
                                                             text("Notes=First line\nSecond, with \"quotes\""),
                                                             text("Record=") + recordKeyText(person.id.value)});
    const auto end = source->next(row);
    REQUIRE_OK(end);
    CHECK_FALSE(*end);
}

TEST_CASE("Columns have titles that are all different, and say how sensitive they are", "[exchange][people]")
{
    FreshStore store;
    QSet<QString> titles;
    for (const TableColumn& column : peopleColumns(*store)) {
        CHECK_FALSE(titles.contains(column.title));
        titles.insert(column.title);
        if (column.key.startsWith(text("contact.")))
            CHECK(column.sensitivity == Sensitivity::Internal);
        if (column.key == text("record") || column.key == text("safe_channel"))
            CHECK(column.sensitivity == Sensitivity::Restricted);
    }
    CHECK(recordKeyFromText(recordKeyText(9223372036854775807LL)) == 9223372036854775807LL);
    for (const char* bad : {"", "P", "P0", "P-1", "12", "P12x", "R", "P99999999999999999999"})
        CHECK_FALSE(recordKeyFromText(text(bad)));
}

TEST_CASE("More people than one portion come out in the order asked for, without those who are gone",
          "[exchange][people]")
{
    FreshStore store;
    std::vector<qint64> keys;
    REQUIRE_OK(store->change(text("Add"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 1203; ++i) {
            Person person;
            person.givenName = QString::number(i);
            DTP_CHECK(writer.insert(person));
            keys.push_back(person.id.value);
        }
        return {};
    }));
    std::reverse(keys.begin(), keys.end());
    keys.insert(keys.begin() + 600, 42); // nobody
    const auto source = peopleRows(*store, keys);
    std::vector<qint64> seen;
    TableRow row;
    for (;;) {
        const auto more = source->next(row);
        REQUIRE_OK(more);
        if (!*more)
            break;
        CHECK(row.cells.size() == source->columns().size());
        seen.push_back(row.subjects.begin()->value);
    }
    keys.erase(keys.begin() + 600);
    CHECK(seen == keys);
}

TEST_CASE("An export is a file, a sentence about who is in it, and an entry in the ledger", "[exchange][people]")
{
    FreshStore store;
    const Person rich = addRichPerson(*store);
    addPerson(*store, text("Mali"), text("Chai"), text("TH"));
    Consent agreed;
    agreed.person = rich.id;
    agreed.purpose = text("funders");
    agreed.answer = text("agreed");
    REQUIRE_OK(store->change(text("Consent"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(agreed));
        return {};
    }));

    const auto inside = exportList(*store, {}, store.path(text("all.csv")), Audience::Internal);
    REQUIRE_OK(inside);
    CHECK(inside->sentence() == text("2 people: 2 named."));
    CHECK(contentOfFile(store.path(text("all.csv"))).count("\r\n") == 3);

    const auto funder = exportList(*store, {}, store.path(text("funder.csv")), Audience::Funder);
    REQUIRE_OK(funder);
    CHECK(funder->sentence() == text("2 people: 1 named, 1 left out."));
    const QByteArray csv = contentOfFile(store.path(text("funder.csv")));
    CHECK(csv == QByteArray("\xEF\xBB\xBF") +
                     "Given name,Family name,Name in own "
                     "script,Pronouns,Country,Organisation,Role,Sector,Issues,Skills,Languages,Programs,Networks\r\n"
                     "Dara,Sok,សុខ ដារ៉ា,,Cambodia,\"\"\"Land Rights; Battambang\"\"\",Director,,Land "
                     "rights,,English,Annual program 1997,\r\n");

    const auto query = PersonQuery::parse(text("country:TH"), *store);
    REQUIRE_OK(query);
    const auto some =
        exportList(*store, {Entity::Person, query->toText(), {}}, store.path(text("thai.xlsx")), Audience::Internal);
    REQUIRE_OK(some);
    CHECK(some->sentence() == text("1 person: 1 named."));
    CHECK(contentOfFile(store.path(text("thai.xlsx"))).startsWith("PK"));

    const auto ledger = store->find<Disclosure>(Where().orderBy("id"));
    REQUIRE_OK(ledger);
    REQUIRE(ledger->size() == 3);
    CHECK((*ledger)[1].what == text("People as CSV"));
    CHECK((*ledger)[1].file == text("funder.csv"));
    CHECK((*ledger)[2].what == text("People as XLSX, those who match “country:TH”"));

    const auto wrong = exportList(*store, {}, store.path(text("all.doc")), Audience::Internal);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().sentence == text("“all.doc” was not written: its name must end in .csv, .xlsx, .vcf."));
}

TEST_CASE("Other records are exported by their field tables", "[exchange]")
{
    FreshStore store;
    addRichPerson(*store);
    const auto organisations =
        exportList(*store, {Entity::Organisation, {}, {}}, store.path(text("org.csv")), Audience::Public);
    REQUIRE_OK(organisations);
    CHECK(organisations->sentence() == text("Nobody is named."));
    CHECK(contentOfFile(store.path(text("org.csv")))
              .startsWith("\xEF\xBB\xBFName,Short name,Type,Country,Place,Website\r\n"));

    const auto participations =
        exportList(*store, {Entity::Participation, {}, {}}, store.path(text("part.csv")), Audience::Public);
    REQUIRE_OK(participations);
    CHECK(participations->sentence() == text("1 person: 0 named, 1 left out."));
    CHECK(contentOfFile(store.path(text("part.csv"))) == QByteArray("\xEF\xBB\xBF") + "Person,Program,Role\r\n");
    REQUIRE_OK(exportList(*store, {Entity::Participation, {}, {}}, store.path(text("part.csv")), Audience::Internal));
    const auto keys = store->ids(Entity::Participation);
    REQUIRE_OK(keys);
    CHECK(contentOfFile(store.path(text("part.csv"))) ==
          QByteArray("\xEF\xBB\xBF") + "Record,Person,Program,Role,Outcome,Note\r\nR" +
              QByteArray::number(keys->front()) + ",Dara Sok,Annual program 1997,Participant,,\r\n");
}

TEST_CASE("A list of any type has the columns that are asked for, by their keys", "[exchange]")
{
    FreshStore store;
    addRichPerson(*store);
    const QString path = store.path(text("some.csv"));
    REQUIRE_OK(exportList(*store, {Entity::Participation, {}, {text("role"), text("person_id"), text("role")}}, path,
                          Audience::Internal));
    CHECK(contentOfFile(path) == QByteArray("\xEF\xBB\xBF") + "Role,Person\r\nParticipant,Dara Sok\r\n");
    REQUIRE_OK(exportList(*store, {Entity::Organisation, text("land"), {text("name")}}, path, Audience::Internal));
    CHECK(contentOfFile(path) == QByteArray("\xEF\xBB\xBF") + "Name\r\n\"Land Rights; Battambang\"\r\n");
    REQUIRE_OK(exportList(*store, {Entity::Organisation, text("sea"), {text("name")}}, path, Audience::Internal));
    CHECK(contentOfFile(path) == QByteArray("\xEF\xBB\xBF") + "Name\r\n");
    const auto unknown = exportList(*store, {Entity::Participation, {}, {text("colour")}}, path, Audience::Internal);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().sentence.startsWith(text("There is no column “colour”. There are: record, person_id, ")));
}

TEST_CASE("Every type is exported, whatever it is called", "[exchange]")
{
    FreshStore store;
    for (const RecordType& type : allRecordTypes()) {
        if (!type.isUndoable)
            continue;
        const auto called = listCalled(text(type.table));
        REQUIRE_OK(called);
        CHECK(*called == type.entity);
        const std::vector<TableColumn> columns = columnsOfList(*store, type.entity);
        QSet<QString> keys;
        for (const TableColumn& column : columns)
            keys.insert(column.key);
        CHECK(keys.size() == static_cast<qsizetype>(columns.size()));
        CHECK(keys.contains(text("record")));
        REQUIRE_OK(rowsOfList(*store, {type.entity, {}, {}}));
    }
    const std::pair<const char*, Entity> names[] = {{"people", Entity::Person},
                                                    {"programs", Entity::ProgramEdition},
                                                    {"series", Entity::ProgramSeries},
                                                    {"program_edition", Entity::ProgramEdition},
                                                    {"memberships", Entity::Membership},
                                                    {"Network memberships", Entity::Membership},
                                                    {"task", Entity::Task},
                                                    {"capacity-gap", Entity::CapacityGap}};
    for (const auto& [name, entity] : names) {
        INFO(name);
        CHECK(listCalled(text(name)).value_or(Entity::None) == entity);
    }
    CHECK_FALSE(listCalled(text("colours")));
    CHECK_FALSE(listCalled(QString()));
}

TEST_CASE("Who agreed to contact details did not agree to what the secretariat wrote", "[export][privacy]")
{
    FreshStore store;
    Person dara = addPerson(*store, text("Dara"), text("Sok"), text("KH"));
    dara.notes = text("Was arrested twice");
    REQUIRE_OK(store->change(text("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(dara));
        for (const char* purpose : {"directory", "contact_details"}) {
            Consent consent;
            consent.person = dara.id;
            consent.purpose = text(purpose);
            consent.answer = text("agreed");
            consent.answeredOn = QDate(2020, 1, 1);
            consent.note = text("By a secret way");
            DTP_CHECK(writer.insert(consent));
        }
        ContactNote note;
        note.person = dara.id;
        note.date = QDate(2021, 2, 3);
        note.text = text("Told us of her husband");
        DTP_CHECK(writer.insert(note));
        ContactPoint address;
        address.person = dara.id;
        address.kind = text("email");
        address.value = text("dara@example.org");
        DTP_CHECK(writer.insert(address));
        return {};
    }));
    const QString path = store.path(text("alumni.csv"));
    const auto written = [&](Entity entity) {
        REQUIRE_OK(exportList(*store, {entity, {}, {}}, path, Audience::Alumni));
        return contentOfFile(path);
    };
    const QByteArray people = written(Entity::Person);
    CHECK(people.contains("dara@example.org"));
    CHECK_FALSE(people.contains("arrested"));
    // Of these nothing at all may leave, and then nothing is written.
    for (const Entity entity : {Entity::Consent, Entity::ContactNote}) {
        const auto refused = exportList(*store, {entity, {}, {}}, path, Audience::Alumni);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.startsWith(text("Every column of this list is withheld for “Alumni”")));
        CHECK(contentOfFile(path) == people);
    }
    CHECK(written(Entity::ContactPoint).contains("dara@example.org"));
}

TEST_CASE("Cards hold what the gate shows, escaped and folded", "[exchange][vcard]")
{
    FreshStore store;
    addRichPerson(*store);
    Person person;
    person.familyName = text("Semi;colon, back\\slash");
    person.notes = QString(120, QChar(0x1794)); // three bytes each
    REQUIRE_OK(store->change(text("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(person));
        return {};
    }));
    REQUIRE_OK(exportList(*store, {}, store.path(text("all.vcf")), Audience::Internal));
    const QByteArray cards = contentOfFile(store.path(text("all.vcf")));
    CHECK(cards.contains("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dara Sok\r\nFN:សុខ "
                         "ដារ៉ា\r\nN:Sok;Dara;;;\r\nNICKNAME:Bopha\r\nGENDER:;Woman\r\nBDAY:1971\r\n"
                         "EMAIL:dara@example.org\r\nEMAIL:second@example.org\r\nTEL;TYPE=voice:+855 12 345 "
                         "678\r\nTEL;TYPE=fax:023 880 900\r\n"
                         "ADR:;;;Battambang;;;Cambodia\r\n"
                         "ORG:Land Rights\\; Battambang\r\nTITLE:Director\r\nCATEGORIES:Land rights\r\nNOTE:First "
                         "line\\nSecond\\, with \"quotes\"\r\nEND:VCARD\r\n"));
    CHECK(cards.contains("FN:Semi\\;colon\\, back\\\\slash\r\nN:Semi\\;colon\\, back\\\\slash;;;;\r\n"));
    for (const QByteArray& line : cards.split('\n')) {
        CHECK(line.size() <= 76);                        // 75 and the CR
        CHECK(QString::fromUtf8(line).toUtf8() == line); // no sign was cut
    }
    CHECK(QByteArray(cards).replace("\r\n ", "").contains(QByteArray("NOTE:" + person.notes.toUtf8() + "\r\n")));

    REQUIRE_OK(exportList(*store, {}, store.path(text("none.vcf")), Audience::Public));
    CHECK(contentOfFile(store.path(text("none.vcf"))).isEmpty());
}
