// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are people, and which people rows are.
#include "import_helpers.h"

#include <import/sheet_preview.h>

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
ImportPlan importOf(Store& store, const char* csv)
{
    const SheetFiles files;
    return import(store, files.write(QStringLiteral("rows.csv"), QByteArray(csv)));
}

QStringList remarksOf(const Store& store, const QByteArray& csv)
{
    const SheetFiles files;
    const auto file = ImportFile::read(store, files.write(QStringLiteral("remarks.csv"), csv));
    REQUIRE_OK(file);
    return (*file)->remarks();
}
} // namespace

TEST_CASE("Rows that are no people are rejected with their reason", "[import]")
{
    FreshStore store;
    const ImportPlan plan = importOf(*store, "Name,Organisation,Email\n"
                                             "Open-Ended Response,Response,Open-Ended Response\n"
                                             "Rithy Sao,Mekong Watch,rithy@example.org\n"
                                             "Batch 2 (arrived late),,\n"
                                             "Resource persons,,\n"
                                             "Suharto,,\n"
                                             "Name,Organisation,Email\n"
                                             "Full name,Organisation,E-mail\n"
                                             "Total: 2 participants,,\n"
                                             "* withdrew after the first week,,\n");
    CHECK(countsOf(plan) == QStringLiteral("rows 9: 2 new, 0 joined, 0 unchanged, 7 rejected"));
    CHECK(plan.rows()[0].reason == QStringLiteral("This row repeats the headings."));
    CHECK(plan.rows()[2].reason ==
          QString::fromUtf8(
              "“Batch 2 (arrived late)” stands alone in its row and is no name: a heading or a note within "
              "the list, not a person."));
    CHECK(plan.rows()[6].reason == QStringLiteral("This row repeats the headings."));
    CHECK(plan.rows()[7].reason ==
          QString::fromUtf8("“Total: 2 participants” looks like a line of totals, not like a person."));
}

TEST_CASE("Counts of people and marks of secrecy are no people", "[import]")
{
    FreshStore store;
    const ImportPlan plan = importOf(*store, "Name,Country,Email\nConfidential,,\nParticipants,12,\n"
                                             "Number of women,7,\nNote Saengthong,34,\nAna Youth,Fiji,\n");
    CHECK(countsOf(plan) == QStringLiteral("rows 5: 2 new, 0 joined, 0 unchanged, 3 rejected"));
    CHECK(plan.rows()[1].reason ==
          QString::fromUtf8("“Participants” looks like a line of totals, not like a person."));
}

TEST_CASE("The preview says that texts were encoded twice", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    const auto remarks = [&](const char* csv) {
        return previewSheet(*store, files.write(QStringLiteral("a.csv"), csv)).value().remarks;
    };
    CHECK(remarks("Name,Country\nJosÃ© GusmÃ£o,Fiji\n") ==
          QStringList{QString::fromUtf8("Texts in this file were encoded twice by another program: “JosÃ© GusmÃ£o” is "
                                        "read as “José Gusmão”.")});
    CHECK(remarks("Name,Country\nJosé Gusmão,Fiji\n").isEmpty());
}

TEST_CASE("Ditto marks stand for the value above, but never for a name", "[import]")
{
    FreshStore store;
    importOf(*store, "Name,Organisation,Country,Program,Year\n"
                     "Jahan Islam,Nari Odhikar,Bangladesh,Annual Training,1997\n"
                     "Rehana Parvin,-do-,-do-,-do-,-do-\n"
                     "Salma Haque,\"\"\"\",\"\"\"\",\"\"\"\",\"\"\"\"\n"
                     "Do,ditto,same as above,同上,do.\n");
    CHECK(store->count(Entity::Organisation).value() == 1);
    CHECK(store->count(Entity::ProgramEdition).value() == 1);
    CHECK(store->count(Entity::Participation).value() == 4);
    CHECK(personCalled(*store, QStringLiteral("Do"), QString()).country == QStringLiteral("BD"));
    CHECK(remarksOf(*store, "Name,Country\nJahan Islam,Fiji\nRehana Parvin,do\n") ==
          QStringList{QString::fromUtf8(
              "Marks that stand for the value above (“-do-”, “ditto”) were read as that value in 1 cell.")});
}

TEST_CASE("Years in two digits are Buddhist where others of the list are", "[import]")
{
    FreshStore store;
    importOf(*store, "Name,Program,Year,Last verified\nAna Lui,Course,40,15/03/66\nBen Ro,Course,2541,01/02/2565\n");
    CHECK(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Lui")).lastVerified == QDate(2023, 3, 15));
    const auto editions = store->find<ProgramEdition>();
    REQUIRE_OK(editions);
    REQUIRE(editions->size() == 2);
    CHECK((*editions)[0].start == PartialDate(1997));
    CHECK((*editions)[1].start == PartialDate(1998));
}

TEST_CASE("What was done is on no day to come", "[import]")
{
    FreshStore store;
    const ImportPlan plan =
        importOf(*store, "Name,Last verified,Publicity consent\nAna Lui,2099-01-01,Yes 1 July 2026\n");
    CHECK(plan.rows()[0].warnings.contains(
        QString::fromUtf8("“2099-01-01” in “Last verified” is still to come; it was kept in the notes.")));
    CHECK(plan.rows()[0]
              .warnings.join(QLatin1Char(' '))
              .contains(QStringLiteral("An answer about consent is of 1 July 2026, which is still to come")));
    const Person ana = personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Lui"));
    CHECK_FALSE(ana.lastVerified.isValid());
    CHECK(ana.notes.contains(QStringLiteral("Last verified: 2099-01-01")));
    const auto consents = ofPerson<Consent>(*store, ana.id);
    REQUIRE(consents.size() == 1);
    CHECK_FALSE(consents[0].answeredOn.isValid());
}

TEST_CASE("A program keeps its years, whichever row comes first, and none is given to a row without",
          "[import][programs]")
{
    const char* const first =
        GENERATE("Ana Lui,Annual Training,\n", "Ben Ro,Annual Training,1997\n", "Cat Vo,Annual Training,2001\n");
    FreshStore store;
    const QByteArray list = QByteArray("Name,Program,Year\n") + first +
                            "Ana Lui,Annual Training,\nBen Ro,Annual Training,1997\nCat Vo,Annual Training,2001\n"
                            "Dan Wu,Annual Training,\nEve Po,Annual Training,1997\n";
    const auto yearsOf = [&](const char* given, const char* family) {
        QStringList years;
        const Person person = personCalled(*store, QString::fromLatin1(given), QString::fromLatin1(family));
        for (const Participation& one : ofPerson<Participation>(*store, person.id))
            years.append(store->get<ProgramEdition>(one.edition).value().start.toStorage());
        return years;
    };
    for (int time = 0; time < 2; ++time) {
        importOf(*store, list.constData());
        CHECK(store->count(Entity::ProgramEdition).value() == 3);
        CHECK(yearsOf("Ana", "Lui") == QStringList{QString()});
        CHECK(yearsOf("Ben", "Ro") == QStringList{QStringLiteral("1997")});
        CHECK(yearsOf("Cat", "Vo") == QStringList{QStringLiteral("2001")});
        CHECK(yearsOf("Dan", "Wu") == QStringList{QString()});
        CHECK(yearsOf("Eve", "Po") == QStringList{QStringLiteral("1997")});
    }
}

TEST_CASE("What is taken or kept apart where a program stands without its year is told once", "[import][programs]")
{
    FreshStore store;
    importOf(*store, "Name,Program,Year\nBen Ro,Annual Training,1997\n");
    const ImportPlan one = importOf(*store, "Name,Program\nAna Lui,Annual Training\nCat Vo,Annual Training\n");
    CHECK(one.rows()[0].warnings == QStringList{QString::fromUtf8("“Annual Training” stands without a year here: it "
                                                                  "was taken for that of 1997.")});
    CHECK(one.rows()[1].warnings.isEmpty());
    CHECK(store->count(Entity::ProgramEdition).value() == 1);
    importOf(*store, "Name,Program,Year\nBen Ro,Annual Training,2001\n");
    const ImportPlan two = importOf(*store, "Name,Program\nDan Wu,Annual Training\nEve Po,Annual Training\n");
    CHECK(two.rows()[0].warnings == QStringList{QString::fromUtf8("“Annual Training” stands without a year here: it "
                                                                  "was kept apart from those of other years, as one "
                                                                  "whose year is not known.")});
    CHECK(two.rows()[1].warnings.isEmpty());
    CHECK(store->count(Entity::ProgramEdition).value() == 3);
}

TEST_CASE("A line end within the name of an organisation is a space, unless each line is one", "[import]")
{
    FreshStore store;
    importOf(*store, "Name,Organisation\nMele Vea,\"Vava'u Women\nand Youth Centre\"\n");
    CHECK(store->count(Entity::Organisation).value() == 1);
    importOf(*store, "Name,Organisation\nAna Lui,Sky Trust\nBen Ro,Land Trust\n");
    importOf(*store, "Name,Organisation\nCat Vo,\"Sky Trust\nLand Trust\"\nDan Wu,\"1. Sea Trust\n2. Sun Trust\"\n");
    const Person cat = personCalled(*store, QStringLiteral("Cat"), QStringLiteral("Vo"));
    CHECK(ofPerson<Affiliation>(*store, cat.id).size() == 2);
}

TEST_CASE("Years of other calendars and digits of other scripts are read, and guesses are told", "[import]")
{
    FreshStore store;
    const ImportPlan plan = importOf(*store, "Name,Country,Mobile,Year of birth\n"
                                             "Parwin Azizi,Afghanistan,۰۷۰۱۲۳۴۵۶۷,۱۹۸۵\n"
                                             "Somsak Deejai,Thailand,๐๘๑-๒๓๔-๕๖๗๘,2530\n"
                                             "Ana Future,Fiji,,2090\n");
    const Person parwin = personCalled(*store, QStringLiteral("Parwin"), QStringLiteral("Azizi"));
    CHECK(parwin.birthYear == std::optional(1985));
    CHECK(ofPerson<ContactPoint>(*store, parwin.id).at(0).e164 == QStringLiteral("+93701234567"));
    CHECK(personCalled(*store, QStringLiteral("Somsak"), QStringLiteral("Deejai")).birthYear == std::optional(1987));
    CHECK(plan.rows()[1].warnings.contains(
        QString::fromUtf8("“2530” in “Year of birth” was read as 1987: a year of the Buddhist calendar.")));
    CHECK_FALSE(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Future")).birthYear);
}

TEST_CASE("An order of day and month that stays open is told", "[import]")
{
    FreshStore store;
    const QStringList told{
        QString::fromUtf8("Nothing in “Last verified” says whether the day or the month comes first. "
                          "Dates that can be both were read with the day first: 03/04 is 3 April.")};
    CHECK(remarksOf(*store, "Name,Last verified\nA Tora,03/04/2021\nC Tora,13/12/2020\nD Tora,12/13/2020\n") == told);
    CHECK(remarksOf(*store, "Name,Last verified\nA Tora,03/04/2021\n") == told);
    CHECK(remarksOf(*store, "Name,Last verified\nA Tora,03/04/2021\nC Tora,13/12/2020\n").isEmpty());
    CHECK(remarksOf(*store, "Name,Last verified\nA Tora,04/04/2021\n").isEmpty());
}

TEST_CASE("Words are codes of countries only in capitals and in a column of codes", "[import]")
{
    FreshStore store;
    importOf(*store, "Name,Country\nAna One,No\nAna Two,me\nAna Three,Fiji\nAna Four,uk\n");
    CHECK(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("One")).country.isEmpty());
    CHECK(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Two")).country.isEmpty());
    CHECK(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Four")).country == QStringLiteral("GB"));
    importOf(*store, "Name,Country\nBo One,NO\nBo Two,FJ\nBo Three,KH\n");
    CHECK(personCalled(*store, QStringLiteral("Bo"), QStringLiteral("One")).country == QStringLiteral("NO"));
}

TEST_CASE("Relatives who share an address are people of their own", "[import][matching]")
{
    FreshStore store;
    const ImportPlan plan = importOf(*store, "Name,Gender,Email,Birth year\n"
                                             "Kiran Magar,M,magar@example.org,1960\n"
                                             "Kiran Magar,F,magar@example.org,1992\n"
                                             "Kiran Magar,M,magar@example.org,1961\n"
                                             "J. Belo,F,forum@example.org,\n"
                                             "Joao Belo,M,forum@example.org,\n"
                                             "Julia Belo,F,forum@example.org,\n");
    CHECK(countsOf(plan) == QStringLiteral("rows 6: 5 new, 0 joined, 1 unchanged, 0 rejected"));
    CHECK(plan.rows()[1].warnings ==
          QStringList{QString::fromUtf8(
              "Possibly the same as Kiran Magar (row 2), who has the same name and another gender or birth year.")});
    CHECK(plan.rows()[4].warnings.contains(
        QString::fromUtf8("Possibly the same as J. Belo (row 5): the initial agrees, and so does an address.")));
    // Those who are known already are told apart just so.
    const ImportPlan again = importOf(*store, "Name,Email,Birth year\nKiran Magar,magar@example.org,1975\n"
                                              "J Belo,forum@example.org,\n");
    CHECK(again.counts().newPeople == 1);
}
