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

TEST_CASE("Honorifics and letters in columns of name parts go into the notes", "[import]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("parts.csv"), "First name,Last name\nDr. Ana,\"Lim, RN\"\n"));
    CHECK(personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Lim")).notes ==
          QStringLiteral("Title: Dr.\nLetters after the name: RN"));
}
