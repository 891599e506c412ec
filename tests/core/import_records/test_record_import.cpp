// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_helpers.h"

#include <records/type_names.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A messy list of organisations is understood, counted and kept", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const QString path = files.write(
        t("orgs.csv"),
        "Our partners,,,,,,,,\n"
        "Name of organisation;Acronym;Type;Country;Web;E-mail;Remarks;Founded\n"
        "Centre for Land;CfL;NGO;Kampuchea;https://land.example.org;a@land.example.org / b@land.example.org;;1994\n"
        "Migrant Forum;MF;what is this;Atlantis;;none;hosts us;\n"
        "centre for  land;;;Cambodia;;;;\n"
        ";XX;;Nepal;;;;\n"
        "Total;3;;;;;;\n");
    const RecordImportPlan plan = importRecords(*store, Entity::Organisation, path);
    CHECK(countsOf(plan) == t("rows 5: 2 new, 0 updated, 1 unchanged, 2 rejected"));
    CHECK(plan.counts().notUnderstood == 2);
    CHECK(plan.sentence() == t("Import 2 organisations from orgs.csv"));
    const auto organisations = all<Organisation>(*store);
    REQUIRE(organisations.size() == 2);
    CHECK(organisations[0].name == t("Centre for Land"));
    CHECK(organisations[0].shortName == t("CfL"));
    CHECK(organisations[0].kind == t("ngo"));
    CHECK(organisations[0].country == t("KH"));
    CHECK(organisations[0].email == t("a@land.example.org"));
    CHECK(organisations[0].notes == t("E-mail: a@land.example.org / b@land.example.org\nFounded: 1994"));
    CHECK(organisations[1].kind.isEmpty());
    CHECK(organisations[1].notes == t("Type: what is this\nCountry: Atlantis\nhosts us"));
    CHECK(fatesOf(plan)[2] == t("5 unchanged Centre for Land: The same as row 3; nothing in this row is new."));
    CHECK(fatesOf(plan)[3] == t("6 rejected : Name is missing."));
    CHECK(fatesOf(plan)[4] == t("7 rejected Total: This looks like a line of totals."));
}

TEST_CASE("Ditto marks stand for the value above, but never for a person", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const RecordImportPlan plan =
        importRecords(*store, Entity::Organisation,
                      files.write(t("orgs.csv"), "Name of organisation,Country\nMoon Trust,Fiji\n"
                                                 "Sun Trust,idem\nSea Trust,″\n"));
    CHECK(countsOf(plan) == t("rows 3: 3 new, 0 updated, 0 unchanged, 0 rejected"));
    const auto organisations = all<Organisation>(*store);
    REQUIRE(organisations.size() >= 3);
    for (size_t i = organisations.size() - 3; i < organisations.size(); ++i) {
        CHECK(organisations[i].country == t("FJ"));
        CHECK(organisations[i].notes.isEmpty());
    }
    const RecordImportPlan people = importRecords(
        *store, Entity::Membership, files.write(t("m.csv"), "Network,Member\nLand Network,Sok Dara\nidem,ditto\n"));
    CHECK(countsOf(people) == t("rows 2: 1 new, 0 updated, 0 unchanged, 1 rejected"));
    CHECK(fatesOf(people)[1].contains(t("ditto")));
}

TEST_CASE("A text that was encoded twice is read as it was meant, and told", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const RecordImportPlan plan = importRecords(
        *store, Entity::Organisation, files.write(t("orgs.csv"), "Name of organisation,Country\nAssociaÃ§Ã£o,Fiji\n"));
    CHECK(fatesOf(plan)[0].contains(t("“AssociaÃ§Ã£o” had been encoded twice; it was read as “Associação”.")));
    CHECK(all<Organisation>(*store).back().name == t("Associação"));
}

TEST_CASE("Importing a list of records twice changes nothing, and one undo takes it back", "[record-import]")
{
    const MatchPolicy policy = GENERATE(MatchPolicy::Skip, MatchPolicy::Fill, MatchPolicy::Update);
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const QString path = files.write(t("members.csv"), "Network,Member,Position,Member since,Remarks,Shirt\n"
                                                       "Land Network,Sok Dara,Focal point,since 2019,,M\n"
                                                       "land network,\"Santos, Maria\",Member,2015 – 2018,moved,\n");
    const QString before = contentOf(*store);
    CHECK(countsOf(importRecords(*store, Entity::Membership, path, {policy, false})) ==
          t("rows 2: 2 new, 0 updated, 0 unchanged, 0 rejected"));
    const auto memberships = all<Membership>(*store);
    REQUIRE(memberships.size() == 2);
    CHECK(memberships[0].person == world.dara);
    CHECK(memberships[0].network == world.network);
    CHECK(memberships[0].role == t("focal_point"));
    CHECK(memberships[0].from == PartialDate(2019));
    CHECK(memberships[0].note == t("Shirt: M"));
    CHECK(memberships[1].from == PartialDate(2015));
    CHECK(memberships[1].to == PartialDate(2018));
    CHECK(memberships[1].note == t("moved"));
    const QString after = contentOf(*store);
    CHECK(countsOf(importRecords(*store, Entity::Membership, path, {policy, false})) ==
          t("rows 2: 0 new, 0 updated, 2 unchanged, 0 rejected"));
    CHECK(contentOf(*store) == after);
    CHECK(store->nextUndo()->sentence == t("Import 2 network memberships from members.csv"));
    REQUIRE_OK(store->undo());
    CHECK(contentOf(*store) == before);
}

TEST_CASE("The policies say what a row may do to a record that is known", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const QString path =
        files.write(t("w.csv"), "Event,Start date,Country,Seats,Status\nTraining of trainers,14/6/2026,Thailand,28 "
                                ",confirmed\n");
    const auto after = [&](MatchPolicy policy) {
        const RecordImportPlan plan = importRecords(*store, Entity::Workshop, path, {policy, false});
        const Workshop workshop = *store->get(world.workshop);
        return t("%1 → %2 %3 %4")
            .arg(fatesOf(plan)[0], workshop.country, workshop.status)
            .arg(workshop.capacity.value_or(0));
    };
    CHECK(after(MatchPolicy::Skip) ==
          t("2 unchanged Training of trainers: Known already; left as it is. →  planned 0"));
    CHECK(after(MatchPolicy::Fill) ==
          t("2 updated Training of trainers: Known already; adds Country, Places. | Status stays as it is known; the "
            "file says “Confirmed”. → TH planned 28"));
    CHECK(after(MatchPolicy::Update) ==
          t("2 updated Training of trainers: Known already; replaces Status. → TH confirmed 28"));
}

TEST_CASE("Invitations, tasks and recommendations are understood as people write them", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    importRecords(*store, Entity::Invitation,
                  files.write(t("i.csv"), "Workshop,Invitee,Response,Invited,Waiting list\n"
                                          "Training of Trainers,Dara Sok,Confirmed,3/5/2026,\n"
                                          "Training of Trainers,Maria Santos,Regrets,2026-05-03,x\n"));
    const auto invitations = all<Invitation>(*store);
    REQUIRE(invitations.size() == 2);
    CHECK(invitations[0].state == t("accepted"));
    CHECK(invitations[0].invitedOn == QDate(2026, 5, 3));
    CHECK_FALSE(invitations[0].reserve);
    CHECK(invitations[1].state == t("declined"));
    CHECK(invitations[1].reserve);

    const RecordImportPlan tasks =
        importRecords(*store, Entity::Task,
                      files.write(t("t.csv"), "Action,Workshop,Responsible,Deadline,Status,Concerning\n"
                                              "Book the hall,Training of trainers,Ana,1 June 2026,done,\n"
                                              "Write to donors,The lost workshop,Ana,soon,pending,Dara Sok\n"));
    const auto made = all<Task>(*store);
    REQUIRE(made.size() == 2);
    CHECK(made[0].workshop == world.workshop);
    CHECK(made[0].due == QDate(2026, 6, 1));
    CHECK(made[0].done);
    CHECK(made[0].assignedTo == t("Ana"));
    CHECK_FALSE(made[1].done);
    CHECK_FALSE(made[1].workshop);
    CHECK(made[1].person == world.dara);
    CHECK(made[1].note == t("Deadline: soon\nWorkshop: The lost workshop"));
    CHECK(tasks.counts().notUnderstood == 2);
    CHECK(tasks.rows()[1].warnings.last() == t("There is no workshop called “The lost workshop”."));

    importRecords(*store, Entity::Recommendation,
                  files.write(t("r.csv"), "No,Recommendation,Topic,To,Deadline,Progress\n"
                                          "1,Hold it every year,Torture,Secretariat,31.12.2026,Started\n"));
    const auto recommendations = all<Recommendation>(*store);
    REQUIRE(recommendations.size() == 1);
    CHECK(recommendations[0].text == t("Hold it every year"));
    CHECK(recommendations[0].addressedTo == t("Secretariat"));
    CHECK(recommendations[0].due == QDate(2026, 12, 31));
    CHECK(recommendations[0].status == t("in_progress"));
}

TEST_CASE("What a type without notes cannot keep is told, row by row", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const RecordImportPlan plan =
        importRecords(*store, Entity::ProgramSeries,
                      files.write(t("s.csv"), "Series,Acronym,Theme,Record\nAnnual Program,AP,basket weaving,lost\n"));
    CHECK(
        fatesOf(plan)[0] ==
        t("2 new Annual Program: Not known yet. | “basket weaving” in “Theme” was not understood; it was left out. | "
          "“lost” in “Record” was not understood; it was left out."));
    CHECK(plan.counts().notUnderstood == 2);
    CHECK(plan.counts().withWarnings == 1);
}

TEST_CASE("A sheet without a column for what a record needs is refused with a sentence", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const auto refusal = [&](Entity entity, const QByteArray& content) {
        const auto file = RecordImportFile::read(*store, entity, files.write(t("x.csv"), content));
        return file ? QString() : file.error().sentence;
    };
    CHECK(refusal(Entity::Participation, "Name,Shoe size\nDara Sok,41\n") ==
          t("No column of “x.csv” is known to hold “Program”. Say which one does, or give it this heading."));
    CHECK(
        refusal(Entity::Membership, "Shoe size,Colour\n41,red\n") ==
        t("No column of “x.csv” is known to hold “Network”, “Person”. Say which one does, or give it this heading."));
    CHECK(refusal(Entity::Organisation, "") == t("The file is empty: there is nothing to import."));
}

TEST_CASE("Our own lists come back as they went, with their records and without", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    importRecords(*store, Entity::Organisation,
                  files.write(t("o.csv"),
                              "Name,Short name,Type,Country,Notes\n"
                              "\"Centre, for \"\"Land\"\"\",CfL,NGO,KH,\"two\nlines\"\nMigrant Forum,,,,n/a\n"));
    importRecords(*store, Entity::Participation,
                  files.write(t("p.csv"), "Name,Course,Role,Outcome,Note\nDara Sok,AP 1997,Trainer,,\nMaria "
                                          "Santos,AP 1998,,Completed,first in class\n"));
    importRecords(*store, Entity::Membership,
                  files.write(t("m.csv"), "Network,Name,Since\nLand Network,Dara Sok,~1999\n"));
    importRecords(*store, Entity::Invitation,
                  files.write(t("i.csv"), "Workshop,Name,State\nTraining of trainers,Dara Sok,attended\n"));
    importRecords(*store, Entity::Task, files.write(t("t.csv"), "Task,Done,Due\nBook the hall,yes,2026-06-01\n"));
    importRecords(*store, Entity::Recommendation,
                  files.write(t("r.csv"), "Recommendation,Workshop,Status\nAgain,Training of trainers,done\n"));
    importRecords(*store, Entity::RiskCase, files.write(t("k.csv"), "Name,Opened,Level\nDara Sok,2026-05-01,High\n"));
    importRecords(*store, Entity::CaseEntry,
                  files.write(t("l.csv"), "Name,Date,Amount,Note\nDara Sok,2026-05-02,EUR 1.5,\"two\nlines\"\n"));
    const QString before = contentOf(*store);
    for (const Entity entity : importableTypes()) {
        if (entity == Entity::Person)
            continue;
        for (const bool withKeys : {true, false}) {
            INFO(recordType(entity).table << (withKeys ? " with records" : ""));
            const auto count = store->count(entity);
            REQUIRE_OK(count);
            REQUIRE(*count > 0);
            const QString path = files.write(t("own.csv"), exported(*store, entity, withKeys));
            const RecordImportPlan plan = importRecords(*store, entity, path, {MatchPolicy::Update, false});
            INFO(fatesOf(plan).join(QLatin1Char('\n')).toStdString());
            CHECK(plan.counts().unchanged == *count);
            CHECK(plan.counts().notUnderstood == 0);
            CHECK(contentOf(*store) == before);
        }
    }
}

TEST_CASE("A mapping of records can be changed and is remembered for each type", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const QString path = files.write(t("x.csv"), "A,B,C\nDara Sok,Annual Program 1997,Trainer\n");
    auto preview = previewRecordSheet(*store, Entity::Participation, path);
    REQUIRE_OK(preview);
    ImportMapping mapping = preview->mapping;
    REQUIRE(mapping.columns.size() == 3);
    mapping.columns[0].target = t("person_id");
    mapping.columns[1].target = t("edition_id");
    mapping.columns[2].target = t("role");
    REQUIRE_OK(rememberRecordMapping(*store, Entity::Participation, mapping));
    recallRecordMapping(*store, Entity::Invitation, preview->mapping);
    CHECK(preview->mapping.columns[1].target != t("edition_id"));
    recallRecordMapping(*store, Entity::Participation, preview->mapping);
    auto file = RecordImportFile::read(*store, Entity::Participation, path, {}, preview->mapping);
    REQUIRE_OK(file);
    const auto plan = RecordImportPlan::make(*store, *file);
    REQUIRE_OK(plan);
    CHECK(fatesOf(*plan)[0] == t("2 new Dara Sok – Annual Program 1997: Not known yet."));
}

TEST_CASE("What a sheet holds is proposed from its headings, its name and where it was opened", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportWords words(*store);
    const auto proposed = [&](const char* name, const QByteArray& content, std::optional<Entity> preferred = {}) {
        const auto preview = previewSheet(*store, files.write(t(name), content));
        REQUIRE_OK(preview);
        return proposeImportType(preview->rows, t(name), words, preferred);
    };
    CHECK(proposed("a.csv", "Name,E-mail,Country\nDara Sok,d@example.org,KH\n") == Entity::Person);
    CHECK(proposed("a.csv", "Name,Acronym,Website,Country\nCentre,C,x.org,KH\n") == Entity::Organisation);
    CHECK(proposed("a.csv", "Network,Member,Role,Since\nLand,Dara,Member,2019\n") == Entity::Membership);
    CHECK(proposed("a.csv", "Workshop,Name,Response\nTraining,Dara,yes\n") == Entity::Invitation);
    CHECK(proposed("a.csv", "Event,Start date,End date,Venue\nTraining,1.1.2026,2.1.2026,Hall\n") == Entity::Workshop);
    CHECK(proposed("a.csv", "Task,Deadline,Responsible\nWrite,1.1.2026,Ana\n") == Entity::Task);
    CHECK(proposed("a.csv", "Name,Course,Role\nDara,AP 1997,Trainer\n") == Entity::Person);
    CHECK(proposed("a.csv", "Name,Course,Role\nDara,AP 1997,Trainer\n", Entity::Participation) ==
          Entity::Participation);
    CHECK(proposed("participations.csv", "Name,Course,Role\nDara,AP 1997,Trainer\n") == Entity::Participation);
}

TEST_CASE("Each rule of import names fields of its type, and each type is known by its words", "[record-import]")
{
    for (const Entity entity : importableTypes()) {
        const RecordType& type = recordType(entity);
        const ImportRule* rule = importRule(entity);
        INFO(type.table);
        REQUIRE(rule);
        for (const auto* list : {&rule->namedBy, &rule->sameBy, &rule->apartBy}) {
            for (const char* name : *list)
                CHECK(type.indexOf(name) >= 0);
        }
        for (const char* name : {rule->when, rule->series})
            CHECK((!*name || type.indexOf(name) >= 0));
        for (const Field& field : type.fields) {
            const bool isNamed = field.kind != FieldKind::Reference || field.isHidden ||
                                 field.reference == Entity::Person || importRule(field.reference);
            CHECK(isNamed);
        }
        CHECK(importableTypeFromText(QLatin1String(type.table)) == entity);
        CHECK(importableTypeFromText(QLatin1String(type.singular)) == entity);
        CHECK(importableTypeFromText(typeWord(entity)) == entity);
    }
    CHECK(importableTypeFromText(t("Participations")) == Entity::Participation);
    CHECK(importableTypeFromText(t("contacts")) == Entity::Person);
    CHECK(importableTypeFromText(t("series")) == Entity::ProgramSeries);
    CHECK(importableTypeFromText(t("program-series")) == Entity::ProgramSeries);
    CHECK_FALSE(importableTypeFromText(t("moons")));
}

TEST_CASE("A row that would end before it begins is rejected, and what is there keeps its days", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const RecordImportPlan made = importRecords(*store, Entity::Workshop,
                                                files.write(t("a.csv"), "Title,First day,Last day\n"
                                                                        "Land,2026-05-10,2026-05-12\n"
                                                                        "Water,2026-05-10,2026-05-01\n"));
    CHECK(countsOf(made) == t("rows 2: 1 new, 0 updated, 0 unchanged, 1 rejected"));
    CHECK(fatesOf(made)[1].startsWith(t("3 rejected Water: What begins on 10 May 2026 cannot end on 1 May 2026")));
    const RecordImportPlan ended =
        importRecords(*store, Entity::Workshop, files.write(t("b.csv"), "Title,Last day\nLand,2020-01-01\n"),
                      {MatchPolicy::Update, false});
    CHECK(countsOf(ended) == t("rows 1: 0 new, 0 updated, 0 unchanged, 1 rejected"));
    const auto workshops = all<Workshop>(*store);
    REQUIRE(workshops.size() == 1);
    CHECK(workshops[0].end == QDate(2026, 5, 12));
    const RecordImportPlan later =
        importRecords(*store, Entity::Workshop, files.write(t("c.csv"), "Title,Last day\nLand,2026-05-13\n"),
                      {MatchPolicy::Update, false});
    CHECK(countsOf(later) == t("rows 1: 0 new, 1 updated, 0 unchanged, 0 rejected"));
}
