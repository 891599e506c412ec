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
                                                                         {"OK", "normal"},
                                                                         {"fine", "normal"},
                                                                         {"Safe", "normal"},
                                                                         {"no concerns", "normal"},
                                                                         {"R.A.S.", "normal"},
                                                                         {"aman", "normal"},
                                                                         {"OK?", "careful"},
                                                                         {"not OK", "careful"},
                                                                         {"ok for now", "careful"},
                                                                         {"unsafe", "careful"},
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
                                                               {"At risk", "OK", "normal"},
                                                               {"Threats", "none", "normal"},
                                                               {"Anonymous", "OK", "at_risk"},
                                                               {"Anonymous", "yes", "at_risk"}}));
    INFO(heading << ": " << text);
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,") + heading +
                                                                ",Country\nDara,Sok,\"" + text + "\",Tonga\n"));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).safetyLevel ==
          QString::fromLatin1(level));
    CHECK(plan.counts().notUnderstood == (qstrcmp(level, "careful") == 0 ? 1 : 0)); // and told
}

TEST_CASE("Of several columns about safety the most careful counts, and the row says that they differ",
          "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [first, second, one, other, level, isTold] =
        GENERATE(table<const char*, const char*, const char*, const char*, const char*, bool>(
            {{"Safety", "At risk", "At risk", "", "at_risk", false},
             {"Safety", "At risk", "", "At risk", "at_risk", false},
             {"Safety", "At risk", "In danger", "No", "at_risk", true},
             {"At risk", "Safety", "No", "In danger", "at_risk", true},
             {"Safety", "At risk", "EXTREME DANGER - do not name", "", "careful", false},
             {"Safety", "At risk", "EXTREME DANGER - do not name", "No", "careful", true},
             {"Safety", "At risk", "hoch", "yes", "at_risk", true},
             {"Safety", "At risk", "Normal", "#REF!", "careful", true},
             {"Safety", "Risk level", "Normal", "High", "at_risk", true},
             {"Safety", "Risk", "Normal", "No", "normal", false},
             {"Safety", "Security", "", "In hiding", "careful", false},
             {"Safety", "Safety", "-", "At risk", "at_risk", false},
             {"Safety", "Safety", "n/a", "", "normal", false}}));
    INFO(first << ": " << one << ", " << second << ": " << other);
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,Country,") + first +
                                                                "," + second + "\nDara,Sok,Tonga,\"" + one + "\",\"" +
                                                                other + "\"\n"));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).safetyLevel ==
          QString::fromLatin1(level));
    CHECK(fatesOf(plan).join(QString()).contains(QStringLiteral("the most careful of them was taken")) == isTold);
}

TEST_CASE("A mapping that was kept when one column only was for safety reads the other as well", "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const QString path = files.write(QStringLiteral("s.csv"), "Name,Safety,At risk\nDara Sok,,Yes\n");
    const auto preview = previewSheet(*store, path);
    REQUIRE_OK(preview);
    ImportMapping kept = preview->mapping;
    kept.columns[2].target = QStringLiteral("notes");
    REQUIRE_OK(rememberMapping(*store, kept));
    ImportMapping mapping = preview->mapping;
    recallMapping(*store, mapping);
    CHECK(mapping.columns[1].target == QStringLiteral("safety_level"));
    CHECK(mapping.columns[2].target == QStringLiteral("safety_level"));
}
