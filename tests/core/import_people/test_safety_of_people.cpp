// SPDX-License-Identifier: GPL-3.0-or-later
// What lists say of the safety of people; where it is not understood, care.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("What is said of somebody's safety and not understood is a reason to be careful", "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [text, level] = GENERATE(table<const char*, const char*>({{"EXTREME DANGER - do not name", "careful"},
                                                                         {"normal?", "careful"},
                                                                         {"~normal", "careful"},
                                                                         {"No?", "careful"},
                                                                         {"none*", "careful"},
                                                                         {"!!!", "careful"},
                                                                         {"***", "careful"},
                                                                         {"./.", "careful"},
                                                                         {"#REF!", "careful"},
                                                                         {"?", "careful"},
                                                                         {"not known", "careful"},
                                                                         {"3", "careful"},
                                                                         {"hoch", "careful"},
                                                                         {"not at risk", "careful"},
                                                                         {"High", "at_risk"},
                                                                         {"yes", "at_risk"},
                                                                         {"Normal", "normal"},
                                                                         {"no", "careful"},
                                                                         {"-", "normal"},
                                                                         {"n/a", "normal"},
                                                                         {"", "normal"}}));
    INFO(text);
    import(*store,
           files.write(QStringLiteral("s.csv"),
                       QByteArray("Given name,Family name,Safety,Country\nDara,Sok,\"") + text + "\",Tonga\n"));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).safetyLevel ==
          QString::fromLatin1(level));
}

TEST_CASE("A no is read by what the heading asks: for danger, or for safety", "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [heading, text, level] =
        GENERATE(table<const char*, const char*, const char*>({{"At risk", "no", "normal"},
                                                               {"At risk", "yes", "at_risk"},
                                                               {"Security concerns", "no", "normal"},
                                                               {"Security concerns", "yes", "at_risk"},
                                                               {"Security level", "no", "careful"},
                                                               {"Safe", "no", "careful"},
                                                               {"Safe", "yes", "normal"},
                                                               {"Safe", "yes?", "careful"},
                                                               {"Is it safe to name this person?", "no", "careful"},
                                                               {"Safe to publish", "No", "careful"},
                                                               {"Anonymous", "yes", "at_risk"}}));
    INFO(heading << ": " << text);
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,") + heading +
                                                                ",Country\nDara,Sok,\"" + text + "\",Tonga\n"));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).safetyLevel ==
          QString::fromLatin1(level));
    CHECK(plan.counts().notUnderstood == (qstrcmp(level, "careful") == 0 ? 1 : 0)); // and told
}
