// SPDX-License-Identifier: GPL-3.0-or-later
// Lines beside a table that say what marks in it mean.
#include <legends/list_legend.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
// "x no, 1 ?": what refuses, and what is no agreement otherwise; "any" for whatever one ticks with.
QString said(const char* text)
{
    const auto legend = legendIn(QString::fromUtf8(text));
    if (!legend)
        return QStringLiteral("-");
    QStringList all;
    for (const Legend::Mark& mark : legend->marks)
        all.append((mark.sign.isEmpty() ? QStringLiteral("any") : mark.sign) +
                   (mark.isRefusal ? QStringLiteral(" no") : QStringLiteral(" ?")));
    return all.join(QStringLiteral(", "));
}
} // namespace

TEST_CASE("A line beside a list says which marks are no agreement", "[import][legend]")
{
    const auto [text, expected] =
        GENERATE(table<const char*, const char*>({{"x = refused", "x no"},
                                                  {"X=no", "x no"},
                                                  {"Key: 1 = no, 2 = yes", "1 no"},
                                                  {"1 = no 2 = yes", "1 no"},
                                                  {"Legend: 1 = agrees; 2 = does not agree", "2 no"},
                                                  {"X means do not contact", "x no"},
                                                  {"“X” means that the person has refused", "x no"},
                                                  {"x: refused", "x no"},
                                                  {"x - does not agree", "x no"},
                                                  {"* = does not want to be named", "* no"},
                                                  {"* did not consent", "* no"},
                                                  {"Names marked with * do not wish to be published", "* no"},
                                                  {"refused = x", "x no"},
                                                  {"✓ = no", "✓ no"},
                                                  {"x (= refused)", "x no"},
                                                  {"x refused to be named", "x no"},
                                                  {"An X in the last column indicates refusal", "x no"},
                                                  {"Ticked boxes mean no", "any no"},
                                                  {"Yes = I do not want to be named", "yes no"},
                                                  {"yes = 1, no = 2", "2 no"},
                                                  {"打勾表示不同意", "any no"},
                                                  {"Cocher si vous refusez", "any no"},
                                                  {"x = absent", "x ?"},
                                                  {"x = agreed, but ask first", "x ?"},
                                                  {"(leave blank if you agree)", "any no"},
                                                  {"Blank = agreed", "any no"},
                                                  {"Please tick if you do NOT agree", "any no"},
                                                  {"Tick the box, if you do not wish to be photographed", "any no"},
                                                  {"A cross means no", "any no"},
                                                  {"x = tidak setuju", "x no"},
                                                  {"Keterangan: x berarti menolak", "x no"},
                                                  {"x = não autoriza", "x no"},
                                                  {"X signifie refus", "x no"},
                                                  {"x = no acepta", "x no"},
                                                  {"x = không đồng ý", "x no"},
                                                  {"x = ไม่ยินยอม", "x no"},
                                                  {"x 表示不同意", "x no"},
                                                  {"Kosongkan jika setuju", "any no"},
                                                  {"Deixe em branco se concorda", "any no"},
                                                  {"Laisser vide si vous acceptez", "any no"},
                                                  {"同意请留空", "any no"},
                                                  {"N.B. persons marked ✓ have opted out", "✓ no"},
                                                  {"x: opted out", "x no"},
                                                  {"NB - x = no", "x no"},
                                                  {"Notes: x = refused", "x no"},
                                                  {"put a cross if you would rather not appear", "any no"},
                                                  {"Tick here to opt out", "any no"},
                                                  {"A tick opts you out", "any no"},
                                                  {"All those ticked have withdrawn", "any no"},
                                                  {"Persons marked with an asterisk have refused", "* no"},
                                                  {"An x next to the name means no", "x no"},
                                                  {"Laisser vide si d'accord", "any no"},
                                                  {"Bitte leer lassen, wenn einverstanden", "any no"},
                                                  {"Only those without a mark agreed", "any no"},
                                                  {"Cochez si vous ne souhaitez pas apparaître", "any no"},
                                                  {"x: off the record", "x no"},
                                                  {"x = anonymous", "x no"},
                                                  {"X - do not print", "x no"},
                                                  {"x: didn't agree", "x no"},
                                                  {"x = don't print her name", "x no"},
                                                  {"x—no", "x no"},
                                                  {"x ... refused", "x no"},
                                                  {"x) refused", "x no"},
                                                  {"<x> refused", "x no"},
                                                  {"¹ does not agree", "1 no"},
                                                  {"(1) does not agree", "1 no"},
                                                  {"1. does not agree", "1 no"},
                                                  {"Note 1: does not agree", "1 no"},
                                                  {"# did not consent", "# no"},
                                                  {"x: Ablehnung", "x no"},
                                                  {"! = refused", "! no"},
                                                  {"⚠ = refused", "⚠ no"},
                                                  {"● does not agree", "● no"}}));
    INFO(text);
    CHECK(said(text).toStdString() == expected);
}

TEST_CASE("A line that says that its marks agree takes nothing back", "[import][legend]")
{
    const char* const text = GENERATE("x = yes", "x = agreed", "1 = yes, 0 = consents", "✓ = agrees to be named",
                                      "Please tick if you agree", "1 = male, 2 = female", "X means yes", "x = setuju",
                                      "x = sim", "x = 同意");
    INFO(text);
    CHECK(said(text).toStdString().empty());
}

TEST_CASE("What explains no mark is no legend", "[import][legend]")
{
    const char* const text =
        GENERATE("Participants", "List of participants: Course 1997", "Dara Sok", "Suharto - Indonesia",
                 "1 - Annual Training", "Batch 1 = women", "Prepared by: A. Rai", "Refused: 1",
                 "Mark does not eat pork", "Time: 9 - 12", "No. 5", "สมชาย ใจดี", "王伟", "Please check your name",
                 "Mark does not want sugar", "1. Do not share this list", "1. This list is confidential",
                 "Agreed (1) refused (3)", "1 refused", "(1) Annual Training", "Please check to avoid duplicates",
                 "Leave blank if unknown", "All those checked in early may rest", "X-ray training refused");
    INFO(text);
    CHECK(said(text).toStdString() == "-");
}

TEST_CASE("A row of legends holds nothing else", "[import][legend]")
{
    const auto count = [](const QStringList& cells) { return legendsOfRow(cells).size(); };
    CHECK(count({QStringLiteral("Key:"), QStringLiteral("x = refused"), QStringLiteral("1 = no")}) == 2);
    CHECK(count({QStringLiteral("x"), QStringLiteral("refused")}) == 1);
    CHECK(count({QString(), QString(), QStringLiteral("x = refused")}) == 1);
    CHECK(count({QStringLiteral("Dara Sok"), QStringLiteral("x = refused")}) == 0);
    CHECK(count({QStringLiteral("Dara Sok"), QStringLiteral("x")}) == 0);
    CHECK(count({QStringLiteral("1"), QStringLiteral("Dara Sok"), QStringLiteral("No")}) == 0);
}

TEST_CASE("A heading that is a legend is read as one, and one that asks is not", "[import][legend]")
{
    const auto [text, hasCells, expected] =
        GENERATE(table<const char*, bool, bool>({{"x = refused", true, true},
                                                 {"N.B. persons marked ✓ have opted out", true, true},
                                                 {"x: opted out", false, true},
                                                 {"x: opted out", true, false},
                                                 {"put a cross if you would rather not appear", false, true},
                                                 {"put a cross if you would rather not appear", true, false},
                                                 {"Tick if you do not wish to be photographed", false, false},
                                                 {"Publicity (x = no)", true, false},
                                                 {"Publicity: x = no", false, false},
                                                 {"1 = Fiji, 2 = Tonga", true, false},
                                                 {"Publicity", false, false}}));
    CAPTURE(text, hasCells);
    CHECK(legendOfHeading(QString::fromUtf8(text), hasCells).has_value() == expected);
}

TEST_CASE("A mark stands at what it does not belong to", "[import][legend]")
{
    const auto stands = [](const char* sign, const char* cell) {
        return Legend::Mark{QString::fromUtf8(sign), true}.standsAt(QString::fromUtf8(cell));
    };
    CHECK(stands("*", "Dara Sok*"));
    CHECK(stands("1", "Dara Sok¹"));
    CHECK(stands("1", "Yes (1)"));
    CHECK(stands("x", "(x) Dara Sok"));
    CHECK(stands("#", "Yes #"));
    CHECK_FALSE(stands("1", "Batch 1"));
    CHECK_FALSE(stands("x", "Dara Felix"));
    CHECK_FALSE(stands("a", "Dara A"));
    CHECK_FALSE(stands("", "Dara Sok"));
}
