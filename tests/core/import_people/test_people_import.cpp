// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QByteArray course =
    "Human rights course, Bangkok\n"
    "\n"
    "No.,Full name,Sex,Country,E-mail,Mobile,Organisation,Position,Issues,Dietary needs,Course,Year\n"
    "1,Sok Dara,F,Cambodia,dara@example.org,012 345 678,Centre for Land (CfL),Lawyer,\"Torture; "
    "Democracy\",vegetarian,Annual Program,1997\n"
    "2,\"Santos, Maria\",Female,Phillipines,maria@example.org; m.santos@example.com,+63 917 123 4567,Migrant "
    "Forum,Director,land/astrology,,Annual Program,1997\n"
    "3,Dr. Ram Thapa,M,Nepal,,,,,,,Annual Program,1997\n"
    "4,,M,Fiji,nobody@example.org,,,,,,,\n"
    ",,,,,,,,,,,\n"
    "Total,,,,,,,,,,,\n";
} // namespace

TEST_CASE("Every row of a course list is accounted for", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("Course 1997.csv"), course));
    CHECK(countsOf(plan) == QStringLiteral("rows 5: 3 new, 0 joined, 0 unchanged, 2 rejected"));
    CHECK(plan.sentence() == QStringLiteral("Import 3 people from Course 1997.csv"));

    const Person dara = personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    CHECK(dara.gender == QStringLiteral("female"));
    CHECK(dara.country == QStringLiteral("KH"));
    CHECK(dara.notes == QStringLiteral("Dietary needs: vegetarian"));
    const auto contacts = ofPerson<ContactPoint>(*store, dara.id);
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].value == QStringLiteral("dara@example.org"));
    CHECK(contacts[1].value == QStringLiteral("012 345 678"));
    CHECK(contacts[1].e164 == QStringLiteral("+85512345678"));
    const auto work = ofPerson<Affiliation>(*store, dara.id);
    REQUIRE(work.size() == 1);
    CHECK(work[0].role == QStringLiteral("Lawyer"));
    const auto organisation = store->get(work[0].organisation);
    REQUIRE_OK(organisation);
    CHECK(organisation->name == QStringLiteral("Centre for Land"));
    CHECK(organisation->shortName == QStringLiteral("CfL"));
    CHECK(ofPerson<PersonIssue>(*store, dara.id).size() == 2);

    const Person maria = personCalled(*store, QStringLiteral("Maria"), QStringLiteral("Santos"));
    CHECK(maria.country == QStringLiteral("PH"));
    CHECK(ofPerson<ContactPoint>(*store, maria.id).size() == 3);
    CHECK(maria.notes.contains(QStringLiteral("Issues: ")));
    CHECK(maria.notes.contains(QStringLiteral("astrology")));

    const Person ram = personCalled(*store, QStringLiteral("Ram"), QStringLiteral("Thapa"));
    CHECK(ram.notes == QStringLiteral("Title: Dr."));
    const auto editions = store->find<ProgramEdition>();
    REQUIRE_OK(editions);
    REQUIRE(editions->size() == 1);
    CHECK(editions->front().start == PartialDate(1997));
    const auto participations = store->count(Entity::Participation);
    REQUIRE_OK(participations);
    CHECK(*participations == 3);

    CHECK(plan.rows().back().reason.contains(QStringLiteral("totals")));
    const auto sources = ofPerson<Provenance>(*store, ram.id);
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].file == QStringLiteral("Course 1997.csv"));
    CHECK(sources[0].row == 6);
}

TEST_CASE("Importing a file twice changes nothing, under whichever name and policy", "[import]")
{
    const MatchPolicy policy = GENERATE(MatchPolicy::Skip, MatchPolicy::Fill, MatchPolicy::Update);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("Course 1997.csv"), course), policy);
    const QString before = contentOf(*store);
    const auto history = store->history();
    for (const char* name : {"Course 1997.csv", "Course 1997 (1).csv"}) {
        const ImportPlan again = import(*store, files.write(QString::fromLatin1(name), course), policy);
        CHECK(countsOf(again) == QStringLiteral("rows 5: 0 new, 0 joined, 3 unchanged, 2 rejected"));
    }
    CHECK(contentOf(*store) == before);
    CHECK(store->history()->size() == history->size());
}

TEST_CASE("One undo takes a whole import back", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    const QString before = contentOf(*store);
    import(*store, files.write(QStringLiteral("a.csv"), course));
    const QString after = contentOf(*store);
    REQUIRE(after != before);
    CHECK(store->nextUndo()->sentence == QStringLiteral("Import 3 people from a.csv"));
    REQUIRE_OK(store->undo());
    CHECK(contentOf(*store) == before);
    REQUIRE_OK(store->redo());
    CHECK(contentOf(*store) == after);
}

TEST_CASE("A known person is joined when name and e-mail or phone agree, and fills up", "[import][matching]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store,
           files.write(
               QStringLiteral("first.csv"),
               "First name,Last name,Email,Phone,Country,City\nDara,Sok,dara@example.org,,Cambodia,\nMaya,Rai,,+977 "
               "984-1234567,Nepal,Pokhara\n"));
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("second.csv"),
                            "Name,Mail,Tel,City,Country\nSOK DARA,DARA@example.org,+85512345678,Kep,KH\nMaya Devi "
                            "Rai,,00977 9841234567,Kathmandu,Nepal\n"));
    CHECK(countsOf(plan) == QStringLiteral("rows 2: 0 new, 2 joined, 0 unchanged, 0 rejected"));
    CHECK(plan.rows()[0].reason == QStringLiteral("Same name and e-mail as Dara Sok; adds Place, Phone."));
    const Person dara = personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    CHECK(dara.place == QStringLiteral("Kep"));
    // What is known stays under this policy, and the row says what it would have said.
    const Person maya = personCalled(*store, QStringLiteral("Maya"), QStringLiteral("Rai"));
    CHECK(maya.place == QStringLiteral("Pokhara"));
    CHECK(plan.rows()[1].warnings ==
          QStringList{QStringLiteral("Place stays as it is known; the file says “Kathmandu”.")});
    CHECK(ofPerson<AlternateName>(*store, maya.id).size() == 1);
    CHECK(countsOf(planOf(*store, files.path(QStringLiteral("second.csv")))) ==
          QStringLiteral("rows 2: 0 new, 0 joined, 2 unchanged, 0 rejected"));
}

TEST_CASE("A consent in a file is compared with the answer that counts", "[import][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const Person dara = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const auto answer = [&](const char* text, QDate on) {
        Consent consent;
        consent.person = dara.id;
        consent.purpose = QStringLiteral("funders");
        consent.answer = QString::fromUtf8(text);
        consent.answeredOn = on;
        REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(consent));
            DTP_CHECK(writer.insert(ContactPoint{
                {}, dara.id, QStringLiteral("email"), QStringLiteral("dara@example.org"), {}, false, false, {}}));
            return {};
        }));
    };
    answer("agreed", QDate(2025, 1, 1));
    answer("refused", {}); // counts: nobody knows when
    const ImportPlan plan =
        import(*store,
               files.write(QStringLiteral("a.csv"), "Name,Email,Share with funders\nDara Sok,dara@example.org,Yes\n"));
    CHECK(
        plan.rows()[0].warnings ==
        QStringList{QStringLiteral("Dara Sok has refused or withdrawn: Funder reports by name. The agreement in this "
                                   "row does not count.")});
    CHECK(plan.counts().consentRemarks ==
          QStringList{QStringLiteral("1 agreement in the file does not count, since a refusal or withdrawal is known: "
                                     "Dara Sok (Funder reports by name). If they agreed after it, enter that with its "
                                     "day.")});
    CHECK(ofPerson<Consent>(*store, dara.id).size() == 2);
}

TEST_CASE("The policies skip and update do what they say", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("first.csv"), "Name,Email,City\nDara Sok,dara@example.org,Kep\n"));
    const QString second =
        files.write(QStringLiteral("second.csv"), "Name,Email,City,Gender\nDara Sok,dara@example.org,Kampot,F\n");
    const QString before = contentOf(*store);
    CHECK(countsOf(import(*store, second, MatchPolicy::Skip)) ==
          QStringLiteral("rows 1: 0 new, 0 joined, 1 unchanged, 0 rejected"));
    CHECK(contentOf(*store) == before);
    const ImportPlan plan = import(*store, second, MatchPolicy::Update);
    CHECK(plan.rows()[0].reason == QStringLiteral("Same name and e-mail as Dara Sok; adds Gender; replaces Place."));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).place == QStringLiteral("Kampot"));
}

TEST_CASE("The same e-mail with another name, or the same name alone, is a new person that is marked",
          "[import][matching]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("first.csv"),
                               "Name,Email\nDara Sok,office@example.org\nMaria Santos,maria@example.org\n"));
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("second.csv"),
                                   "Name,Email\nBopha Chea,office@example.org\nMaria Santos,other@example.org\n"));
    CHECK(countsOf(plan) == QStringLiteral("rows 2: 2 new, 0 joined, 0 unchanged, 0 rejected"));
    CHECK(plan.counts().possiblyKnown == 2);
    CHECK(plan.rows()[0].warnings ==
          QStringList{QStringLiteral("Possibly the same as Dara Sok, who has the same e-mail and another name.")});
    CHECK(plan.rows()[1].warnings ==
          QStringList{QStringLiteral("Possibly the same as Maria Santos, who has the same name.")});
}

TEST_CASE("Rows of one file meet each other", "[import][matching]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store,
        files.write(QStringLiteral("a.csv"),
                    "Name,Email,City,Gender\nDara Sok,dara@example.org,Kep,\nSok Dara,dara@example.org,Kampot,F\nDara "
                    "Sok,dara@example.org,Kep,\nRam Thapa,,,\nRam Thapa,,,\nRam Thapa,,Pokhara,\n"));
    CHECK(countsOf(plan) == QStringLiteral("rows 6: 3 new, 1 joined, 2 unchanged, 0 rejected"));
    CHECK(plan.rows()[1].reason == QStringLiteral("Same name and e-mail as Dara Sok (row 2); adds Gender."));
    CHECK(plan.rows()[1].warnings ==
          QStringList{QStringLiteral("Place stays as it is known; the file says “Kampot”.")});
    CHECK(plan.rows()[4].reason ==
          QStringLiteral("The same in all cells as Ram Thapa (row 5); nothing in this row is new."));
    CHECK(plan.rows()[5].warnings ==
          QStringList{QStringLiteral("Possibly the same as Ram Thapa (row 5), who has the same name.")});
    CHECK(countsOf(import(*store, files.path(QStringLiteral("a.csv")), MatchPolicy::Update)) ==
          QStringLiteral("rows 6: 0 new, 0 joined, 6 unchanged, 0 rejected"));
}

TEST_CASE("Rejected rows are saved with their headings and reasons, mended, and imported", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("a.csv"),
                            "Name;Phone;Remark\nDara;+855 12 345 678;\n;+977 984-1234567;\"has; \"\"signs\"\"\"\n"));
    QByteArray rejected = rejectedOf(plan);
    CHECK(rejected == "\xEF\xBB\xBFName,Phone,Remark,Why this row was set aside\r\n,'+977 984-1234567,\"has; "
                      "\"\"signs\"\"\",There is no name in this row.\r\n");
    const ImportPlan still = planOf(*store, files.write(QStringLiteral("rejected.csv"), rejected));
    CHECK(countsOf(still) == QStringLiteral("rows 1: 0 new, 0 joined, 0 unchanged, 1 rejected"));
    CHECK(rejectedOf(still) == rejected);
    const ImportPlan mended =
        import(*store, files.write(QStringLiteral("rejected.csv"), rejected.replace("\r\n,'", "\r\nMaya Rai,'")));
    CHECK(countsOf(mended) == QStringLiteral("rows 1: 1 new, 0 joined, 0 unchanged, 0 rejected"));
    const Person maya = personCalled(*store, QStringLiteral("Maya"), QStringLiteral("Rai"));
    CHECK(maya.notes == QStringLiteral("has; \"signs\""));
    CHECK(ofPerson<ContactPoint>(*store, maya.id)[0].value == QStringLiteral("+977 984-1234567"));
}

TEST_CASE("The log has a line for each row", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        planOf(*store, files.write(QStringLiteral("a.csv"),
                                   "Name,Email,Gender\nDara Sok,dara@example.org,robot\n,x@example.org,\n"));
    CHECK(logOf(plan) ==
          "\xEF\xBB\xBF"
          "row,fate,person,reason\r\n"
          "2,new,Dara Sok,\"Not known yet. “robot” in “Gender” was not understood; it was kept in the notes.\"\r\n"
          "3,rejected,,There is no name in this row.\r\n");
    CHECK(plan.counts().notUnderstood == 1);
}

TEST_CASE("A plan is not written over data that changed meanwhile", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        planOf(*store, files.write(QStringLiteral("a.csv"), "Name,Email\nDara Sok,dara@example.org\n"));
    addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const QString before = contentOf(*store);
    CHECK_FALSE(plan.apply(*store).has_value());
    CHECK(contentOf(*store) == before);
}

TEST_CASE("Stopping an import leaves everything as it was", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    QByteArray many = "Name,Email\n";
    for (int i = 0; i < 3000; ++i)
        many += "Person Number" + QByteArray::number(i) + ",p" + QByteArray::number(i) + "@example.org\n";
    const QString path = files.write(QStringLiteral("a.csv"), many);
    const QString before = contentOf(*store);
    const Progress stop = [](qint64 done, qint64, const QString&) { return done < 1000; };
    CHECK_FALSE(ImportFile::read(*store, path, {}, {}, stop).has_value());
    auto file = ImportFile::read(*store, path);
    REQUIRE_OK(file);
    CHECK_FALSE(ImportPlan::make(*store, *file, MatchPolicy::Fill, stop).has_value());
    auto plan = ImportPlan::make(*store, *file, MatchPolicy::Fill);
    REQUIRE_OK(plan);
    const auto done = plan->apply(*store, stop);
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().sentence == QStringLiteral("Stopped. Nothing was changed."));
    CHECK(contentOf(*store) == before);
    REQUIRE_OK(plan->apply(*store));
    CHECK(*store->count(Entity::Person) == 3000);
}
