// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that tell by what they were chosen, and lists of which nothing may leave.
#include "../sheets/exit_test.h"

#include <lists/export_file.h>
#include <records/people.h>
#include <records/programs.h>
#include <records/reports.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A list for outsiders is not chosen by what is restricted", "[lists][privacy]")
{
    FreshStore store;
    const Person person = addPerson(*store, text("Dara"), text("Sok"), text("KH"));
    REQUIRE_OK(store->change(text("Keep"), [&](ChangeWriter& writer) -> Result<> {
        Segment saved;
        saved.name = text("Those");
        saved.query = text("country:KH disability:any");
        DTP_CHECK(writer.insert(saved));
        Consent consent;
        consent.person = person.id;
        consent.purpose = text("publicity");
        consent.answer = text("agreed");
        DTP_CHECK(writer.insert(consent));
        return {};
    }));
    const QString path = store.path(text("out.csv"));
    for (const char* query : {"disability:any", "-disability:none", "country:KH (safety:at_risk or identity:any)",
                              "in:Those", "identity:Hill"}) {
        INFO(query);
        const auto refused = exportList(*store, {Entity::Person, text(query), {}}, path, Audience::Public);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.contains(text("restricted")));
        CHECK_FALSE(QFile::exists(path));
    }
    CHECK(store->count(Entity::Disclosure).value_or(-1) == 0);
    REQUIRE_OK(exportList(*store, {Entity::Person, text("safety:normal"), {}}, path, Audience::Internal));
    REQUIRE_OK(exportList(*store, {Entity::Person, text("country:KH"), {}}, path, Audience::Public));
    const auto entries = store->find<Disclosure>(Where().orderBy("id"));
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 2);
    CHECK(entries->front().what == text("People as CSV, those who match “safety:normal”"));
    CHECK(entries->back().what == text("People as CSV, those who match “country:KH”"));
}

TEST_CASE("A list for outsiders is not chosen by what stands in notes, by no word either", "[lists][privacy]")
{
    FreshStore store;
    Person dara = addPerson(*store, text("Dara"), text("Sok"), text("KH"));
    Person mali = addPerson(*store, text("Mali"), text("Chai"), text("TH"));
    dara.notes = text("Was detained in Takeo; Dara asked not to be called");
    mali.place = text("Takeo");
    REQUIRE_OK(store->change(text("Keep"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(dara));
        DTP_CHECK(writer.update(mali));
        Segment saved;
        saved.name = text("Those");
        saved.query = text("detained");
        DTP_CHECK(writer.insert(saved));
        Segment agreed;
        agreed.name = text("Agreed");
        agreed.query = text("consent:funders");
        DTP_CHECK(writer.insert(agreed));
        Organisation legal;
        legal.name = text("Detained Persons Fund");
        DTP_CHECK(writer.insert(legal));
        for (const Person& person : {dara, mali}) {
            Consent consent;
            consent.person = person.id;
            consent.purpose = text("partners");
            consent.answer = text("agreed");
            DTP_CHECK(writer.insert(consent));
        }
        return {};
    }));
    const QString path = store.path(text("out.csv"));
    for (const char* query : {"notes:detained",
                              "-notes:none",
                              "country:KH notes:any",
                              "note:visa",
                              "detained",
                              "country:KH (detai or mali)",
                              "-detained",
                              "in:Those",
                              "takeo",
                              "detained*",
                              "'detained'",
                              "detai/",
                              "+detained!",
                              "note:none",
                              "consent:partners(answer:refused)",
                              "consent:any(-answer:agreed)",
                              "-consent:funders",
                              "consent:none",
                              "silent:>2y",
                              "contact:due",
                              "program:any(outcome:withdrew)",
                              "workshop:any(reason:visa)",
                              "consent_never_asked:photo",
                              "consent_waiting:any",
                              "-consent_waiting:photo,>14d",
                              "-in:Agreed",
                              "(in:Agreed or country:KH) -in:Agreed"}) {
        INFO(query);
        const auto refused = exportList(*store, {Entity::Person, text(query), {}}, path, Audience::Partner);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.startsWith(text("Nothing was written: ")));
        CHECK_FALSE(QFile::exists(path));
        REQUIRE_OK(exportList(*store, {Entity::Person, text(query), {}}, path, Audience::Internal));
        REQUIRE(QFile::remove(path));
    }
    // Words that are found elsewhere, or in the notes of nobody who is in the list.
    for (const char* query : {"dara", "mali", "country:TH takeo", "place:Takeo", "country:KH", "sok or chai",
                              "consent:partners", "consent:partners(answer:agreed)"}) {
        INFO(query);
        REQUIRE_OK(exportList(*store, {Entity::Person, text(query), {}}, path, Audience::Partner));
        REQUIRE(QFile::remove(path));
    }
}

TEST_CASE("Nor is a list of what people took part in chosen by what is noted there", "[lists][privacy]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"), text("KH"));
    REQUIRE_OK(store->change(text("Keep"), [&](ChangeWriter& writer) -> Result<> {
        ProgramSeries series;
        series.name = text("Human rights and business");
        DTP_TRY(seriesId, writer.insert(series));
        ProgramEdition edition;
        edition.series = seriesId;
        edition.title = text("Bangkok course");
        DTP_TRY(editionId, writer.insert(edition));
        Participation took;
        took.edition = editionId;
        took.person = dara.id;
        took.note = text("Left after the arrest of a relative");
        DTP_CHECK(writer.insert(took));
        Consent consent;
        consent.person = dara.id;
        consent.purpose = text("partners");
        consent.answer = text("agreed");
        DTP_CHECK(writer.insert(consent));
        return {};
    }));
    const QString path = store.path(text("out.csv"));
    for (const char* query : {"arrest", "arrest*", "note:arrest", "note:any", "-note:none", "-arrest"}) {
        INFO(query);
        const auto refused = exportList(*store, {Entity::Participation, text(query), {}}, path, Audience::Partner);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.startsWith(text("Nothing was written: ")));
        CHECK_FALSE(QFile::exists(path));
    }
    for (const char* query : {"bangkok", "dara", "program:bangkok", "person:any(country:KH)"}) {
        INFO(query);
        REQUIRE_OK(exportList(*store, {Entity::Participation, text(query), {}}, path, Audience::Partner));
        REQUIRE(QFile::remove(path));
    }
}

TEST_CASE("An export of which nothing may be shown says so", "[lists][privacy]")
{
    FreshStore store;
    const Person person = addPerson(*store, text("Dara"), text("Sok"), text("KH"));
    REQUIRE_OK(store->change(text("Agree"), [&](ChangeWriter& writer) -> Result<> {
        Consent consent;
        consent.person = person.id;
        consent.purpose = text("partners");
        consent.answer = text("agreed");
        DTP_CHECK(writer.insert(consent));
        return {};
    }));
    const QString path = store.path(text("out.csv"));
    const auto refused =
        exportList(*store, {Entity::Person, {}, {text("safety_level"), text("disability")}}, path, Audience::Partner);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.contains(text("Every column of this list is withheld")));
    CHECK_FALSE(QFile::exists(path));
    // Contact details alone, of somebody who did not agree to that: a row without anything names nobody.
    const auto summary = exportList(*store, {Entity::Person, {}, {text("contact.email")}}, path, Audience::Partner);
    REQUIRE_OK(summary);
    CHECK(summary->named.isEmpty());
    CHECK(summary->leftOut.size() == 1);
}

TEST_CASE("What may be a name in texts of an export for outsiders is withheld, since nobody was asked about it",
          "[lists][privacy][names]")
{
    FreshStore store;
    addPerson(*store, text("Zerubina"), text("Qwortlefax"), text("KH"));
    Report report;
    report.title = text("Story");
    ReportSection section;
    section.title = text("Talk");
    section.body =
        text("The women of the river met in June. Then Zerubina spoke with Yoblina Krantzer about the law.");
    REQUIRE_OK(store->change(text("Keep"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(report));
        section.report = report.id;
        DTP_CHECK(writer.insert(section));
        return {};
    }));
    const QString path = store.path(text("out.csv"));
    REQUIRE_OK(exportList(*store, {Entity::ReportSection, {}, {}}, path, Audience::Public));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString written = QString::fromUtf8(file.readAll());
    CHECK(written.contains(text("The women of the river met in June.")));
    CHECK(written.contains(text("[name withheld] spoke with [name withheld] about the law.")));
    for (const char* name : {"Zerubina", "Yoblina", "Krantzer"})
        CHECK_FALSE(written.contains(QLatin1String(name)));
    REQUIRE_OK(exportList(*store, {Entity::ReportSection, {}, {}}, path, Audience::Internal));
    QFile ours(path);
    REQUIRE(ours.open(QIODevice::ReadOnly));
    CHECK(ours.readAll().contains("Then Zerubina spoke with Yoblina Krantzer"));
}
