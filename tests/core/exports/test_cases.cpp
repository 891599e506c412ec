// SPDX-License-Identifier: GPL-3.0-or-later
// That there is a case is itself restricted: it leaves to nobody outside, whichever way it is asked for.
#include "../reporting/report_world.h"

#include <exports/export_catalogue.h>
#include <records/cases.h>
#include <search/person_search.h>
#include <search/record_search.h>

#include <QFile>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// Somebody who agreed to everything, with a case and its log.
struct CaseWorld : FreshStore {
    Person person = addPerson(*store, s("Dara"), s("Sok"), s("KH"));
    RiskCase riskCase;
    CaseEntry entry;

    CaseWorld()
    {
        riskCase.person = person.id;
        riskCase.opened = QDate(2026, 5, 1);
        riskCase.whatHappened = s("Was followed");
        REQUIRE_OK(store->change(s("Fill"), [&](ChangeWriter& writer) -> Result<> {
            for (const char* purpose : {"directory", "contact_details", "partners", "funders", "publicity"}) {
                Consent consent;
                consent.person = person.id;
                consent.purpose = s(purpose);
                consent.answer = s("agreed");
                consent.answeredOn = QDate(2026, 1, 1);
                DTP_CHECK(writer.insert(consent));
            }
            DTP_CHECK(writer.insert(riskCase));
            entry.riskCase = riskCase.id;
            entry.date = QDate(2026, 5, 2);
            entry.support = s("legal");
            DTP_CHECK(writer.insert(entry));
            return {};
        }));
    }
};

// Everything that any outsider can get in a format that is text, by audience and name; of what is refused the reason.
QMap<QString, QByteArray> allThatLeaves(ReportWorld& world, Id<Report> report)
{
    ExportCall call;
    call.answers = {{s("workshop"), world.workshop.value}, {s("report"), report.value}};
    call.undecided = UndecidedNames::Withhold;
    QMap<QString, QByteArray> files;
    for (const AudienceTraits& traits : allAudiences()) {
        if (!traits.isGated())
            continue;
        for (const auto& one : exportCatalogue()) {
            if (one->entity() == Entity::Disclosure)
                continue; // the ledger has a row more for each of these; no column of it leaves
            const auto preview = previewExport(*world.store, *one, call, traits.audience);
            const QString name = s("%1 %2").arg(QLatin1String(traits.code), one->key());
            files.insert(name, preview ? s("%1 rows, %2 withheld. %3")
                                             .arg(preview->rows)
                                             .arg(preview->withheld)
                                             .arg(preview->problem)
                                             .toUtf8()
                                       : preview.error().sentence.toUtf8());
            for (const ExportFormat& format : one->formats()) {
                if (format.ending != s("csv") && format.ending != s("html") && format.ending != s("vcf"))
                    continue; // those that are packed hold the moment of packing
                const QString path = world.path(s("leaves.") + format.ending);
                const auto written = writeExport(*world.store, *one, call, path, traits.audience);
                QFile file(path);
                REQUIRE(file.open(QIODevice::ReadOnly) == written.has_value());
                files.insert(name + QLatin1Char(' ') + format.ending,
                             written ? file.readAll() : written.error().sentence.toUtf8());
                file.remove();
            }
        }
    }
    return files;
}

std::vector<qint64> found(const Store& store, Entity entity, const char* text)
{
    const auto query = readQuery(store, entity, s(text));
    REQUIRE_OK(query);
    const auto keys = findRecords(store, entity, *query);
    REQUIRE_OK(keys);
    return *keys;
}
} // namespace

TEST_CASE("nothing that outsiders get differs by who has a case", "[cases][privacy][export]")
{
    ReportWorld world;
    const Id<Report> report = world.report();
    ReportSection section;
    section.report = report;
    section.title = s("What was said");
    section.body = s("Zerubina Qwortlefax spoke of land.");
    world.add(section);
    const auto before = allThatLeaves(world, report);
    CHECK(before.size() > 100);
    const auto people = world.store->find<Person>();
    REQUIRE_OK(people);
    for (const Person& person : *people) {
        RiskCase one;
        one.person = person.id;
        one.opened = QDate(2026, 5, 1);
        one.level = s("acute");
        one.responsible = s("Dara Sok");
        one.whatHappened = s("Zerubina Qwortlefax was followed");
        one.partners = s("River Forum");
        CaseEntry entry;
        entry.riskCase = world.add(one);
        entry.date = QDate(2026, 5, 2);
        entry.support = s("legal");
        entry.note = s("Zerubina Qwortlefax got a lawyer");
        world.add(entry);
    }
    const auto after = allThatLeaves(world, report);
    CHECK(after.keys() == before.keys());
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        INFO(it.key().toStdString());
        CHECK(after.value(it.key()) == it.value());
    }
}

TEST_CASE("who was chosen by hand from a list by what is restricted does not leave for outsiders",
          "[cases][privacy][export]")
{
    CaseWorld world;
    const Exportable& people = *exportableOf(Entity::Person);
    ExportCall call;
    call.records = std::vector<qint64>{world.person.id.value};
    for (const char* search : {"risk_case:any", "risk_case:(level:acute)", "safety:normal", "country:KH", ""}) {
        INFO(search);
        call.chosenFrom = s(search);
        const bool isRestricted = call.chosenFrom.startsWith(s("risk")) || call.chosenFrom.startsWith(s("safe"));
        for (const AudienceTraits& traits : allAudiences()) {
            INFO(traits.code);
            const bool leaves = !isRestricted || !traits.isGated();
            const auto preview = previewExport(*world.store, people, call, traits.audience);
            REQUIRE_OK(preview);
            CHECK(preview->problem.contains(s("chooses by what is restricted")) != leaves);
            const QString path = world.path(s("people.csv"));
            CHECK(writeExport(*world.store, people, call, path, traits.audience).has_value() == leaves);
            CHECK(QFile::remove(path) == leaves);
        }
    }
}

TEST_CASE("the ledger does not say by whom cases were chosen", "[cases][privacy][export]")
{
    CaseWorld world;
    ExportCall call;
    call.query = s("person:Dara");
    REQUIRE_OK(
        writeExport(*world.store, *exportableOf(Entity::RiskCase), call, world.path(s("a.csv")), Audience::Internal));
    REQUIRE_OK(writeExport(*world.store, *exportableOf(Entity::Person), {{}, s("country:KH"), {}, {}, {}},
                           world.path(s("b.csv")), Audience::Internal));
    // Whoever withdraws must be told of the copy of the log as well.
    REQUIRE_OK(
        writeExport(*world.store, *exportableOf(Entity::CaseEntry), {}, world.path(s("c.csv")), Audience::Internal));
    const auto ledger = world.store->find<Disclosure>(Where().orderBy("id"));
    REQUIRE_OK(ledger);
    REQUIRE(ledger->size() == 3);
    CHECK(ledger->at(2).what == s("Case log entries as CSV"));
    const auto inLog = world.store->find<DisclosedPerson>(Where("disclosure_id", ledger->at(2).id));
    REQUIRE_OK(inLog);
    REQUIRE(inLog->size() == 1);
    CHECK(inLog->front().personKey == world.person.id.value);
    CHECK(ledger->at(0).what == s("Cases as CSV"));
    CHECK(ledger->at(0).named == 1);
    CHECK(ledger->at(1).what == s("People as CSV, those who match “country:KH”"));
}

TEST_CASE("no word finds a case, by what it says or by whom it is about, a name that is asked for does",
          "[cases][search]")
{
    CaseWorld world;
    const std::vector<qint64> none;
    for (const char* words : {"Dara", "Sok", "followed", "2026", "acute"}) {
        INFO(words);
        CHECK(found(*world.store, Entity::RiskCase, words) == none);
        CHECK(found(*world.store, Entity::CaseEntry, words) == none);
    }
    CHECK(found(*world.store, Entity::Person, "followed") == none);
    CHECK(found(*world.store, Entity::RiskCase, "person:Dara") == std::vector<qint64>{world.riskCase.id.value});
    CHECK(found(*world.store, Entity::RiskCase, "person:Nobody") == none);
    CHECK(found(*world.store, Entity::CaseEntry, "case:Dara") == none);
    CHECK(found(*world.store, Entity::CaseEntry, "case:any") == std::vector<qint64>{world.entry.id.value});
    CHECK(found(*world.store, Entity::Person, "risk_case:any") == std::vector<qint64>{world.person.id.value});
}

TEST_CASE("everything of a case and of its log is restricted, and of no other type of record", "[cases][privacy]")
{
    for (const RecordType& type : allRecordTypes()) {
        INFO(type.table);
        CHECK(type.isRestricted() == (type.entity == Entity::RiskCase || type.entity == Entity::CaseEntry));
    }
}

TEST_CASE("cases and their log leave for the secretariat alone", "[cases][privacy][export]")
{
    CaseWorld world;
    for (const AudienceTraits& traits : allAudiences()) {
        INFO(traits.code);
        const bool isOurs = traits.audience == Audience::Internal;
        CHECK(isOurs != traits.isGated());
        for (const Entity entity : {Entity::RiskCase, Entity::CaseEntry}) {
            const Exportable* one = exportableOf(entity);
            REQUIRE(one);
            const auto preview = previewExport(*world.store, *one, {}, traits.audience);
            REQUIRE_OK(preview);
            CHECK(preview->problem.isEmpty() == isOurs);
            CHECK(preview->rows == (isOurs ? 1 : ExportPreview().rows));
            CHECK(preview->withheld == 0); // not even how many there are
            CHECK(pagesToPrint(*world.store, *one, {}, traits.audience).has_value() == isOurs);
            for (const ExportFormat& format : one->formats()) {
                const QString path = world.path(s(traits.code) + s("-") + one->key() + s(".") + format.ending);
                const auto written = writeExport(*world.store, *one, {}, path, traits.audience);
                CHECK(written.has_value() == isOurs);
                CHECK(QFile::exists(path) == isOurs);
                if (!written)
                    CHECK(written.error().sentence == s("Nothing was written: “%1” never leave the secretariat.")
                                                          .arg(recordType(entity).pluralText()));
            }
        }
    }
}

TEST_CASE("a list of people for outsiders cannot be chosen by who has a case", "[cases][privacy][export]")
{
    CaseWorld world;
    const auto isRefused = [&](const char* query, Audience audience) {
        ExportCall call;
        call.query = s(query);
        const auto preview = previewExport(*world.store, *exportableOf(Entity::Person), call, audience);
        REQUIRE_OK(preview);
        return preview->problem.contains(s("chooses by what is restricted"));
    };
    for (const AudienceTraits& traits : allAudiences()) {
        INFO(traits.code);
        for (const char* query : {"risk_case:any", "risk_case:2026", "-risk_case:any", "country:KH risk_case:any"}) {
            INFO(query);
            CHECK(isRefused(query, traits.audience) == traits.isGated());
        }
        // What other types call alike is theirs.
        CHECK_FALSE(isRefused("level:any", traits.audience));
        // The contact log is ours alone.
        CHECK(isRefused("note:any", traits.audience) == traits.isGated());
    }
}
