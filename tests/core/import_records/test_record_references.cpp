// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_helpers.h"

#include <QBuffer>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A participation names person and program in every usual way", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const auto fate = [&](const QByteArray& headings, const QByteArray& row) {
        return fatesOf(planRecords(*store, Entity::Participation,
                                   files.write(t("p.csv"), headings + ",Role\n" + row + ",Participant\n")))
            .value(0);
    };
    const QString made = t("2 new Dara Sok – Annual Program 1997: Not known yet.");
    CHECK(fate("Name,Course", "Sok Dara,Annual Program 1997") == made);
    CHECK(fate("Participant,Training", "\"SOK, Dara\",annual program (1997)") == made);
    CHECK(fate("Name,Program,Year", "Dara Sok,Annual Program,1997") == made);
    CHECK(fate("Name,Program,Year", "Dara Sok,AP,97") == made);
    CHECK(fate("First name,Surname,Program", "Dara,Sok,AP 1997") == made);
    CHECK(fate("Name,Program",
               recordKeyText(world.dara.value).toUtf8() + "," + recordKeyText(world.first.value).toUtf8()) == made);
    CHECK(fate("Name,E-mail,Course", "M. Santos,MARIA@example.org,AP 1998") ==
          t("2 new Maria Santos – Annual Program 1998: Not known yet."));
    CHECK(fate("E-mail,Course", "maria@example.org,AP 1998") ==
          t("2 new Maria Santos – Annual Program 1998: Not known yet."));
    CHECK(
        fate("Name,Course", "Dara Sok,Annual Program") ==
        t("2 rejected Dara Sok – Annual Program: 2 programs are called “Annual Program”: say which by the year or by "
          "the record."));
    CHECK(fate("Name,Course", "Dara Sok,Annual Program 1950") ==
          t("2 rejected Dara Sok – Annual Program 1950: There is no program called “Annual Program 1950”."));
    CHECK(fate("Name,Course,Year", "Dara Sok,Annual Program,2005") ==
          t("2 rejected Dara Sok – Annual Program: There is no program called “Annual Program of 2005”."));
    CHECK(fate("Name,Course", "Nobody Known,AP 1997") ==
          t("2 rejected Nobody Known – AP 1997: Nobody called “Nobody Known” is known."));
    CHECK(fate("Name,Course", "Dara Sok,") == t("2 rejected Dara Sok: Program is missing."));
    CHECK(fate("Name,Country,Course", "Dara Sok,Fiji,AP 1997") ==
          t("2 rejected Dara Sok – AP 1997: Dara Sok is known in another country (Cambodia): say who is meant by an "
            "e-mail, a phone or the record."));
}

TEST_CASE("People of one name are told apart by e-mail, phone or country, or the row says how many there are",
          "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const Person other = addPerson(*store, t("Maria"), t("Santos"), t("TL"));
    ContactPoint phone;
    phone.person = other.id;
    phone.kind = t("phone");
    phone.value = t("+670 7723 4567");
    phone.e164 = t("+67077234567");
    add(*store, phone);
    const RecordImportPlan plan = importRecords(*store, Entity::Participation,
                                                files.write(t("p.csv"), "Name,E-mail,Phone,Country,Course\n"
                                                                        "Maria Santos,,,,AP 1997\n"
                                                                        "Maria Santos,maria@example.org,,,AP 1997\n"
                                                                        "Maria Santos,,+670 7723 4567,,AP 1998\n"
                                                                        "Santos Maria,,,East Timor,AP 1997\n"));
    CHECK(fatesOf(plan)[0] == t("2 rejected Maria Santos – AP 1997: 2 people are called “Maria Santos”: say who is "
                                "meant by an e-mail, a phone or the record."));
    CHECK(countsOf(plan) == t("rows 4: 3 new, 0 updated, 0 unchanged, 1 rejected"));
    const auto participations = all<Participation>(*store);
    REQUIRE(participations.size() == 3);
    CHECK(participations[0].person == world.maria);
    CHECK(participations[1].person == other.id);
    CHECK(participations[2].person == other.id);
    QBuffer rejected;
    rejected.open(QIODevice::WriteOnly);
    REQUIRE_OK(plan.writeRejected(rejected));
    CHECK(rejected.data() ==
          QByteArray("\xEF\xBB\xBFName,E-mail,Phone,Country,Course,Why this row was set aside\r\nMaria Santos,,,,AP "
                     "1997,\"2 people are called “Maria Santos”: say who is meant by an e-mail, a phone or the "
                     "record.\"\r\n"));
}

TEST_CASE("What rows name and nobody knows is made when that is asked for, once, and taken back with the import",
          "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    const QString path = files.write(t("p.csv"), "Name,E-mail,Phone,Country,Course,Year\n"
                                                 "Ram Thapa,ram@example.org,984-1234567,Nepal,Annual Program,2005\n"
                                                 "Ram Thapa,ram@example.org,,Nepal,Annual Program,1997\n"
                                                 "Dara Sok,,,,Moon Course,\n"
                                                 "Maria Santos,,,,Moon Course,\n");
    CHECK(countsOf(planRecords(*store, Entity::Participation, path)) ==
          t("rows 4: 0 new, 0 updated, 0 unchanged, 4 rejected"));
    const QString before = contentOf(*store);
    const RecordImportPlan plan = importRecords(*store, Entity::Participation, path, {MatchPolicy::Fill, true});
    CHECK(countsOf(plan) == t("rows 4: 4 new, 0 updated, 0 unchanged, 0 rejected"));
    CHECK(plan.counts().alsoMade ==
          std::vector<std::pair<Entity, qint64>>{{Entity::Person, 1}, {Entity::ProgramEdition, 2}});
    const Person ram = personCalled(*store, t("Ram"), t("Thapa"));
    CHECK(ram.country == t("NP"));
    const auto contacts = ofPerson<ContactPoint>(*store, ram.id);
    REQUIRE(contacts.size() == 2);
    CHECK(contacts[0].value == t("ram@example.org"));
    CHECK(contacts[1].e164 == t("+9779841234567"));
    const auto sources = ofPerson<Provenance>(*store, ram.id);
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].file == t("p.csv"));
    CHECK(sources[0].row == 2);
    const auto editions = store->find<ProgramEdition>(Where("title", t("Annual Program 2005")));
    REQUIRE_OK(editions);
    REQUIRE(editions->size() == 1);
    CHECK(editions->front().series == world.annual);
    CHECK(editions->front().start == PartialDate(2005));
    CHECK(countsOf(planRecords(*store, Entity::Participation, path)) ==
          t("rows 4: 0 new, 0 updated, 4 unchanged, 0 rejected"));
    REQUIRE_OK(store->undo());
    CHECK(contentOf(*store) == before);
}

TEST_CASE("A rejected row makes nothing of what it names", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    addPerson(*store, t("Maria"), t("Santos"), t("TL"));
    const RecordImportPlan plan =
        planRecords(*store, Entity::Participation, files.write(t("p.csv"), "Name,Course\nMaria Santos,Moon Course\n"),
                    {MatchPolicy::Fill, true});
    CHECK(plan.counts().rejected == 1);
    CHECK(plan.counts().alsoMade.empty());
}

TEST_CASE("A record keeps its person when two people have the name, as our own list says", "[record-import]")
{
    FreshStore store;
    const SheetFiles files;
    const SmallWorld world(*store);
    importRecords(*store, Entity::Participation, files.write(t("p.csv"), "Name,Course\nDara Sok,AP 1997\n"));
    addPerson(*store, t("Dara"), t("Sok"), t("KH"));
    const QString path = files.write(t("own.csv"), exported(*store, Entity::Participation, true));
    CHECK(countsOf(planRecords(*store, Entity::Participation, path)) ==
          t("rows 1: 0 new, 0 updated, 1 unchanged, 0 rejected"));
}
