// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of names that columns and cells have.
#include "import_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Middle names belong to the given name, a mother's to the family name", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("middle.csv"), "First name,Middle name,Last name\n"
                                                             "Maria,Lourdes Reyes,Santos\n"
                                                             "Juan,P.,Dela Cruz\n"));
    personCalled(*store, QStringLiteral("Maria Lourdes Reyes"), QStringLiteral("Santos"));
    CHECK(personCalled(*store, QStringLiteral("Juan P."), QStringLiteral("Dela Cruz")).notes.isEmpty());
    import(*store, files.write(QStringLiteral("mother.csv"), "Nombres,Apellido paterno,Apellido materno\n"
                                                             "Rosa Elena,Huanca,Flores\n"));
    personCalled(*store, QStringLiteral("Rosa Elena"), QStringLiteral("Huanca Flores"));
}

TEST_CASE("A name in own script may stand in one of two columns", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store,
           files.write(QStringLiteral("scripts.csv"), "Full name (English),Full name (native script),Name in own "
                                                      "language\n"
                                                      "Mali Chaiya,มาลี ไชยา,\n"
                                                      "Noi Sukjai,,น้อย สุขใจ\n"));
    CHECK(personCalled(*store, QStringLiteral("Mali"), QStringLiteral("Chaiya")).ownScriptName ==
          QString::fromUtf8("มาลี ไชยา"));
    CHECK(personCalled(*store, QStringLiteral("Noi"), QStringLiteral("Sukjai")).ownScriptName ==
          QString::fromUtf8("น้อย สุขใจ"));
}

TEST_CASE("A cell that names two people makes neither of them", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("couples.csv"), "Name,Country\n"
                                                                  "Ana & Rui Pereira,Timor-Leste\n"
                                                                  "\"Sok Vanna / Chan Dara\",Cambodia\n"
                                                                  "Mr. and Mrs. Gurung,Nepal\n"
                                                                  "Devi a/p Maniam,Malaysia\n"
                                                                  "Sok Vanna / សុខ វណ្ណា,Cambodia\n"));
    CHECK(countsOf(plan) == QStringLiteral("rows 5: 2 new, 0 joined, 0 unchanged, 3 rejected"));
    CHECK(plan.rows()[0].reason ==
          QString::fromUtf8("“Ana & Rui Pereira” names more than one person: give each a row."));
}

TEST_CASE("That somebody has died is read beside the name, and told", "[import][names]")
{
    const auto [written, given, family] =
        GENERATE(table<const char*, const char*, const char*>({{"Late Mohan Rai", "Mohan", "Rai"},
                                                               {"The late Dr. Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai (deceased)", "Mohan", "Rai"},
                                                               {"Mohan Rai [died 2019]", "Mohan", "Rai"},
                                                               {"Mohan Rai (Late)", "Mohan", "Rai"},
                                                               {"\"Rai, Mohan (deceased)\"", "Mohan", "Rai"},
                                                               {"\"Mohan Rai, RIP\"", "Mohan", "Rai"},
                                                               {"† Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai†", "Mohan", "Rai"},
                                                               {"Mohan Rai † 2019", "Mohan", "Rai"},
                                                               {"Mohan Rai (†2019)", "Mohan", "Rai"},
                                                               {"\"Rai, Mohan †\"", "Mohan", "Rai"},
                                                               {"R.I.P. Mohan Rai", "Mohan", "Rai"},
                                                               {"RIP Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai R.I.P.", "Mohan", "Rai"},
                                                               {"Mohan Rai (R.I.P.)", "Mohan", "Rai"},
                                                               {"Mohan Rai (martyr)", "Mohan", "Rai"},
                                                               {"Mohan Rai (killed 2019)", "Mohan", "Rai"},
                                                               {"(+) Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai (+)", "Mohan", "Rai"},
                                                               {"Almarhum Mohan Rai", "Mohan", "Rai"},
                                                               {"Alm. Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai (alm.)", "Mohan", "Rai"},
                                                               {"Marhum Mohan Rai", "Mohan", "Rai"},
                                                               {"Mendiang Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai (falecido)", "Mohan", "Rai"},
                                                               {"Mohan Rai - deceased", "Mohan", "Rai"},
                                                               {"Mohan Rai q.e.p.d.", "Mohan", "Rai"},
                                                               {"Mohan Rai (QEPD)", "Mohan", "Rai"},
                                                               {"Swargiya Mohan Rai", "Mohan", "Rai"},
                                                               {"Late. Mohan Rai", "Mohan", "Rai"},
                                                               {"\"Mohan Rai, late\"", "Mohan", "Rai"},
                                                               {"Mohan Rai (killed in 2019)", "Mohan", "Rai"},
                                                               {"Mohan Rai (meninggal)", "Mohan", "Rai"},
                                                               {"Mohan Rai (đã mất)", "Mohan", "Rai"},
                                                               {"Cố Mohan Rai", "Mohan", "Rai"},
                                                               {"Mohan Rai (yumao)", "Mohan", "Rai"},
                                                               {"Mohan Rai (décédé)", "Mohan", "Rai"},
                                                               {"Mohan Rai (เสียชีวิต)", "Mohan", "Rai"},
                                                               {"Mohan Rai (已故)", "Mohan", "Rai"},
                                                               {"Mohan Rai (D.E.P.)", "Mohan", "Rai"}}));
    INFO(written);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("a.csv"), QByteArray("Name,Country\n") + written + ",Nepal\n"));
    const Person person = personCalled(*store, QString::fromUtf8(given), QString::fromUtf8(family));
    CHECK(person.status == QStringLiteral("deceased"));
    CHECK(ofPerson<AlternateName>(*store, person.id).empty());
    CHECK(plan.rows()[0].warnings == QStringList{QStringLiteral("Beside the name of Mohan Rai stands that they have "
                                                                "died: they are entered as deceased.")});
    CHECK(logOf(plan).contains("they are entered as deceased"));
}

TEST_CASE("That somebody has died is read beside a name in own script", "[import][names]")
{
    const auto [written, own] = GENERATE(table<const char*, const char*>({{"故王伟", "王伟"},
                                                                          {"王伟(已故)", "王伟"},
                                                                          {"已故 王伟", "王伟"},
                                                                          {"สมชาย ใจดี (เสียชีวิต)", "สมชาย ใจดี"},
                                                                          {"สมชาย ใจดี เสียชีวิตแล้ว", "สมชาย ใจดี"},
                                                                          {"स्व. मोहन राई", "मोहन राई"},
                                                                          {"स्वर्गीय मोहन राई", "मोहन राई"},
                                                                          {"প্রয়াত মোহন রায়", "মোহন রায়"},
                                                                          {"고 김철수", "김철수"},
                                                                          {"សុខ ដារ៉ា (ស្លាប់)", "សុខ ដារ៉ា"}}));
    const char* const heading = GENERATE("Name", "Full name (native script)");
    INFO(written << " " << heading);
    FreshStore store;
    const SheetFiles files;
    const bool isWhole = qstrcmp(heading, "Name") == 0;
    import(*store, files.write(QStringLiteral("a.csv"),
                               (isWhole ? QByteArray() : QByteArray("Name,")) + heading + ",Country\n" +
                                   (isWhole ? QByteArray() : QByteArray("Mohan Rai,")) + written + ",Nepal\n"));
    const auto people = store->find<Person>({});
    REQUIRE_OK(people);
    REQUIRE(people->size() == 1);
    CHECK(people->front().status == QStringLiteral("deceased"));
    if (isWhole)
        CHECK(people->front().ownScriptName.normalized(QString::NormalizationForm_C) ==
              QString::fromUtf8(own).normalized(QString::NormalizationForm_C));
}

TEST_CASE("What only looks like a mark of death is none", "[import][names]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("a.csv"), "Name,Country\nMohan Rai*,Nepal\nRip Torn,Fiji\n"
                                                        "Alma Borges,Fiji\nOmar Al-Marhum,Fiji\nAna Lui (+1),Fiji\n"
                                                        "Ivan (Mate) Mort,Fiji\nCo Rai,Fiji\n고은영,Fiji\n"));
    const auto people = store->find<Person>({});
    REQUIRE_OK(people);
    CHECK(people->size() == 8);
    for (const Person& person : *people) {
        INFO(fullName(person).toStdString());
        CHECK(person.status != QStringLiteral("deceased"));
    }
}

TEST_CASE("That somebody has died is read in columns of name parts, and a status that differs is told",
          "[import][names]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("a.csv"), "Given name,Family name,Status\nLate Mohan,Rai,\n"
                                                            "Sita,Rai (deceased),Active\nAnita,Rai (Kathmandu),\n"));
    CHECK(personCalled(*store, QStringLiteral("Mohan"), QStringLiteral("Rai")).status == QStringLiteral("deceased"));
    CHECK(personCalled(*store, QStringLiteral("Sita"), QStringLiteral("Rai")).status == QStringLiteral("active"));
    CHECK(plan.rows()[1].warnings.contains(QStringLiteral(
        "Beside the name of Sita Rai stands that they have died, and the status says otherwise: look at it.")));
    CHECK(plan.rows()[2].warnings.isEmpty());
}

TEST_CASE("Two whole names with a comma between are told as possibly two people", "[import][names]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("a.csv"), "Name,Country\n\"Anita Rai, Mohan Rai\",Nepal\n"
                                                            "\"Ms Anita Rai, Mr Mohan Thapa\",Nepal\n"
                                                            "\"Anita Rai, Mohan Rai and Sita Rai\",Nepal\n"
                                                            "\"DELA CRUZ, Juan Miguel\",Philippines\n"
                                                            "\"da Costa, Maria Rosa\",Timor-Leste\n"
                                                            "\"Santos, Maria\",Philippines\n"
                                                            "\"Ana Lui, RN MSN\",Fiji\n"));
    CHECK(countsOf(plan) == QStringLiteral("rows 7: 6 new, 0 joined, 0 unchanged, 1 rejected"));
    CHECK(plan.rows()[0].warnings ==
          QStringList{QString::fromUtf8("“Anita Rai, Mohan Rai” may name more than one person: it was read as the "
                                        "family name “Anita Rai” and the given name “Mohan Rai”.")});
    CHECK(plan.rows()[1].warnings.size() == 1);
    CHECK(plan.rows()[2].reason ==
          QString::fromUtf8("“Anita Rai, Mohan Rai and Sita Rai” names more than one person: give each a row."));
    for (const size_t row : {size_t(3), size_t(4), size_t(5), size_t(6)})
        CHECK(plan.rows()[row].warnings.isEmpty());
}

TEST_CASE("A yes beside what may be two people is nobody's agreement, and the summary tells of them",
          "[import][names][consent]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("a.csv"), "Name,Country,Publicity,Newsletter\n"
                                                            "\"Anita Rai, Mohan Rai\",Nepal,Yes,No\n"
                                                            "Sita Lama,Nepal,Yes,Yes\n"));
    const Person both = personCalled(*store, QStringLiteral("Mohan Rai"), QStringLiteral("Anita Rai"));
    const auto consents = ofPerson<Consent>(*store, both.id);
    REQUIRE(consents.size() == 1);
    CHECK(consents[0].answer == QStringLiteral("refused"));
    CHECK(both.notes == QStringLiteral("Publicity: Yes"));
    CHECK(plan.rows()[0].warnings.back() ==
          QStringLiteral("Who of them agreed is not said: no agreement in this row counts."));
    CHECK(plan.counts().consentRemarks ==
          QStringList{QStringLiteral(
              "1 row may name more than one person, and counts as nobody's agreement (row 2): give each a row.")});
}

TEST_CASE("What a comma between two whole names means is asked of the column", "[import][names]")
{
    FreshStore store;
    const SheetFiles files;
    const auto warnings = [&](const char* file, const QByteArray& names) {
        const ImportPlan plan = planOf(*store, files.write(QString::fromLatin1(file), "Name,Country\n" + names));
        return plan.rows()[0].warnings.size();
    };
    CHECK(warnings("given.csv", "\"Anita Rai, Mohan Thapa\",Nepal\nSita Lama,Nepal\nHari Gurung,Nepal\n") == 1);
    CHECK(warnings("family.csv", "\"Garcia Lopez, Maria Elena\",Peru\n\"Santos, Ana\",Peru\n\"Belo, Rui\",Peru\n") ==
          0);
}

TEST_CASE("Honorifics and letters in columns of name parts go into the notes", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("parts.csv"), "First name,Last name\nDr. Ana,\"Lim, RN\"\n"));
    CHECK(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Lim")).notes ==
          QStringLiteral("Title: Dr.\nLetters after the name: RN"));
}
