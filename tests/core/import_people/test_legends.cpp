// SPDX-License-Identifier: GPL-3.0-or-later
// Lines outside the headings that say what the marks of a list mean: nobody agrees by a mark that means something
// else.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString consentsOf(const Store& store, const char* given, const char* family)
{
    QStringList all =
        test::consentsOf(store, personCalled(store, QString::fromUtf8(given), QString::fromUtf8(family)).id);
    all.sort();
    return all.join(QStringLiteral(", "));
}
} // namespace

TEST_CASE("A cross beside other answers is no agreement, and among crosses alone it is", "[import][consent][legend]")
{
    const auto [mark, other, isAgreed] = GENERATE(table<const char*, const char*, bool>({{"x", "✓", false},
                                                                                         {"X", "Yes", false},
                                                                                         {"x", "No", false},
                                                                                         {"x", "", true},
                                                                                         {"x", "n/a", true},
                                                                                         {"x", "x", true},
                                                                                         {"✓", "x", true},
                                                                                         {"Yes", "x", true}}));
    CAPTURE(mark, other);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("x.csv"), QByteArray("Name,Country,Publicity\nAlma Borges,Fiji,") +
                                                                mark + "\nBela Freitas,Fiji," + other + "\n"));
    CHECK((consentsOf(*store, "Alma", "Borges") == QStringLiteral("publicity agreed")) == isAgreed);
    CHECK(logOf(plan).contains("may be a no") == (!isAgreed || (QByteArray(other) == "x" && QByteArray(mark) != "x")));
}

TEST_CASE("A mark is read by what a line above the headings or below the list says of it", "[import][consent][legend]")
{
    const auto [line, mark, expected] = GENERATE(
        table<const char*, const char*, const char*>({{"x = refused", "x", "photo refused"},
                                                      {"x = refused", "X", "photo refused"},
                                                      {"\"Key: 1 = no, 2 = yes\"", "1", "photo refused"},
                                                      {"\"Key: 1 = no, 2 = yes\"", "2", ""},
                                                      {"X means do not contact", "x", "photo refused"},
                                                      {"(leave blank if you agree)", "x", "photo refused"},
                                                      {"(leave blank if you agree)", "Yes", ""},
                                                      {"Please tick if you do NOT agree", "✓", "photo refused"},
                                                      {"✓ = tidak setuju", "✔", "photo refused"},
                                                      {"x = absent", "x", ""},
                                                      {"x = refused", "Yes", "photo agreed"},
                                                      {"x = agreed", "x", ""},
                                                      {"\"1 = yes, 0 = no\"", "1", "photo agreed"},
                                                      {"Photo consent: x = no", "x", "photo refused"},
                                                      {"Gender: x = refused", "x", ""},
                                                      {"Gender: x = refused", "Yes", "photo agreed"}}));
    const bool isAbove = GENERATE(true, false);
    INFO(line << " " << mark << " " << isAbove);
    FreshStore store;
    const SheetFiles files;
    const QByteArray rows = QByteArray("Name,Country,Photo consent,Gender\nAlma Borges,Fiji,") + mark +
                            ",\nBela Freitas,Fiji,Yes,female\n";
    const QByteArray own = QByteArray(line) + ",,,\n";
    const ImportPlan plan =
        import(*store,
               files.write(QStringLiteral("l.csv"), isAbove ? QByteArray(own + rows) : QByteArray(rows + "\n" + own)));
    CHECK(consentsOf(*store, "Alma", "Borges").toStdString() == expected);
    CHECK(plan.counts().newPeople == 2);
    CHECK(plan.counts().rejected == (isAbove ? 0 : 1));
    const bool isTold =
        plan.counts().consentRemarks.join(QString()).contains(QStringLiteral("stands beside the list"));
    const bool isByLine = qstrcmp(expected, "photo agreed") != 0 && qstrcmp(mark, "2") != 0 &&
                          !QByteArray(line).contains("agreed") && !QByteArray(line).startsWith("Gender");
    CHECK(isTold == isByLine);
    if (isTold)
        CHECK(logOf(plan).contains("stands beside the list"));
}

TEST_CASE("A legend at the very end of a long list counts for its first row", "[import][consent][legend]")
{
    FreshStore store;
    const SheetFiles files;
    QByteArray rows = "Name,Country,Publicity\nAlma Borges,Fiji,x\n";
    for (int i = 0; i < 1500; ++i)
        rows += "Person" + QByteArray::number(i) + " Rai,Nepal,\n";
    const ImportPlan plan = planOf(*store, files.write(QStringLiteral("l.csv"), rows + "Key:,x = refused,\n"));
    CHECK(plan.rows().size() == 1502);
    CHECK(plan.rows()[0].warnings ==
          QStringList{QString::fromUtf8("“x = refused” stands beside the list: “x” in “Publicity” was read as a "
                                        "refusal.")});
    CHECK(plan.rows()[1501].reason == QStringLiteral("This row says what marks in the list mean: it is no person."));
    CHECK(plan.counts().consentRemarks ==
          QStringList{QString::fromUtf8("“x = refused” stands beside the list: by its marks 1 row agrees to nothing "
                                        "(row 2).")});
}

TEST_CASE("A mark at a name that means a refusal refuses whatever stands beside", "[import][consent][legend]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("l.csv"), "* does not wish to be named,,\nName,Country,Publicity\n"
                                                        "Alma Borges*,Fiji,Yes\nBela Freitas,Fiji,Yes\n"));
    CHECK(consentsOf(*store, "Alma", "Borges").contains(QStringLiteral("publicity refused")));
    CHECK(consentsOf(*store, "Bela", "Freitas") == QStringLiteral("publicity agreed"));
    FreshStore other;
    import(*other, files.write(QStringLiteral("m.csv"), "* = speaker,,\nName,Country,Publicity\n"
                                                        "Alma Borges*,Fiji,Yes\n"));
    CHECK(consentsOf(*other, "Alma", "Borges") == QStringLiteral("publicity agreed"));
}

TEST_CASE("A line above the headings that refuses for all takes back what the list agrees to",
          "[import][consent][legend]")
{
    const char* const line =
        GENERATE("Do not publish any of these names", "No publicity", "Not for publication", "Tidak untuk publikasi",
                 "NOT FOR PUBLICATION", "NOT FOR PUBLICATION - internal list", "Participants (not for publication)");
    INFO(line);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("l.csv"), QByteArray(line) + ",,\nName,Country,Publicity\n"
                                                                               "Alma Borges,Fiji,Yes\n"));
    CHECK(consentsOf(*store, "Alma", "Borges").isEmpty());
    CHECK(plan.counts().consentRemarks.join(QString()).contains(QString::fromUtf8(line)));
    FreshStore other;
    import(*other,
           files.write(QStringLiteral("m.csv"), "CONFIDENTIAL - not for distribution,,\nName,Country,Publicity\n"
                                                "Alma Borges,Fiji,Yes\n"));
    CHECK(consentsOf(*other, "Alma", "Borges") == QStringLiteral("publicity agreed"));
}

TEST_CASE("A legend at the right of a list counts as one above it", "[import][consent][legend]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("l.csv"), "Name,Country,Publicity,,\nAlma Borges,Fiji,x,,\n"
                                                        "Bela Freitas,Fiji,,,x = does not agree\n"));
    CHECK(consentsOf(*store, "Alma", "Borges") == QStringLiteral("publicity refused"));
}

TEST_CASE("A legend among the headings, in a column of its own, or beside a mark counts as one above them",
          "[import][consent][legend]")
{
    const char* const text = GENERATE(
        // among the headings
        "Name,Country,Publicity,,x: opted out\nAlma Borges,Fiji,X,,\nBela Freitas,Fiji,Yes,,\n",
        "Name,Country,Publicity,\"N.B. persons marked ✓ have opted out\"\nAlma Borges,Fiji,✓,via Maria\n"
        "Bela Freitas,Fiji,Yes,\n",
        // below a heading for it
        "Name,Country,Publicity,Key\nAlma Borges,Fiji,x,\nBela Freitas,Fiji,Yes,x: opted out\n",
        "Name,Country,Publicity,Notes\nAlma Borges,Fiji,x,\nBela Freitas,Fiji,Yes,x = opted out\n",
        // marks in brackets and beside other things
        "(x) = refused,,\nName,Country,Publicity\nAlma Borges,Fiji,(x)\nBela Freitas,Fiji,Yes\n",
        "# = refused,,\nName,Country,Publicity\nAlma Borges,Fiji,Yes #\nBela Freitas,Fiji,Yes\n",
        "¹ does not agree,,\nName,Country,Publicity\nAlma Borges,Fiji,1\nBela Freitas,Fiji,Yes\n");
    INFO(text);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("l.csv"), text));
    CHECK(consentsOf(*store, "Alma", "Borges") == QStringLiteral("publicity refused"));
    CHECK(consentsOf(*store, "Bela", "Freitas") == QStringLiteral("publicity agreed"));
    CHECK(plan.counts().consentRemarks.join(QString()).contains(QStringLiteral("stands beside the list")));
}

TEST_CASE("A heading that asks its own question says nothing of other columns", "[import][consent][legend]")
{
    const char* const heading =
        GENERATE("Tick if you do not wish to be photographed", "Attended (x = no)", "Tick if coming by bus");
    INFO(heading);
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("l.csv"), QByteArray("Name,Country,Publicity,") + heading +
                                                            "\nAlma Borges,Fiji,x,x\nBela Freitas,Fiji,x,\n"));
    CHECK(consentsOf(*store, "Alma", "Borges").contains(QStringLiteral("publicity agreed")));
    CHECK(consentsOf(*store, "Bela", "Freitas") == QStringLiteral("publicity agreed"));
}

TEST_CASE("A legend on a sheet of its own counts, and one of another list does not", "[import][consent][legend]")
{
    const auto row = [](const QByteArrayList& cells) {
        QByteArray all;
        for (const QByteArray& cell : cells)
            all += "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
        return QByteArray("<table:table-row>" + all + "</table:table-row>");
    };
    const bool isOfList = GENERATE(false, true);
    CAPTURE(isOfList);
    const QByteArray list =
        odsTable("People", row({"Name", "Country", "Publicity"}) + row({"Alma Borges", "Fiji", "x"}) +
                               row({"Bela Freitas", "Fiji"}) + row({"Caro Dias", "Fiji", "x"}));
    const QByteArray other =
        isOfList ? odsTable("2019", row({"Name", "Photo"}) + row({"Dara Sok", "x"}) + row({"x = refused"}))
                 : odsTable("Codes", row({"Codes"}) + row({"x", "refused"}));
    FreshStore store;
    const SheetFiles files;
    import(*store, files.ods(QStringLiteral("l.ods"), list + other));
    CHECK(consentsOf(*store, "Alma", "Borges") ==
          (isOfList ? QStringLiteral("publicity agreed") : QStringLiteral("publicity refused")));
}
