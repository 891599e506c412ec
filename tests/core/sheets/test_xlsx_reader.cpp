// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet_files.h"

#include <sheets/xlsx_format.h>
#include <support/catch.h>

#include <QFile>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QByteArray inlineRow = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>)";

QString numberAs(const char* format, const char* stored, bool since1904 = false)
{
    return numberText(QString::fromLatin1(stored), numberMeaning(164, QString::fromLatin1(format)), since1904);
}
} // namespace

TEST_CASE("An XLSX sheet is read with its texts, numbers, dates and flags", "[xlsx]")
{
    const SheetFiles files;
    const Parts parts{
        {QStringLiteral("xl/sharedStrings.xml"),
         R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Name</t></si><si><r><t>Da</t></r><r><t xml:space="preserve">ra </t></r><rPh sb="0" eb="1"><t>READ</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si></sst>)"},
        {QStringLiteral("xl/styles.xml"),
         R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="165" formatCode="d mmm yyyy"/><numFmt numFmtId="166" formatCode="0000000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs></styleSheet>)"},
    };
    const QByteArray rows =
        R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>)"
        R"(<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c><v>8.5512345678E10</v></c><c><v>1.5</v></c></row>)"
        R"(<row r="9"><c r="A9" s="1"><v>35595</v></c><c r="B9" s="2"><v>35595</v></c><c r="C9" s="3"><v>35595.395833333336</v></c><c r="D9" s="4"><v>12345678</v></c><c r="E9" t="b"><v>1</v></c><c r="F9" t="e"><v>#N/A</v></c><c r="G9" t="str"><f>A1&amp;"x"</f><v>cached</v></c></row>)";
    CHECK(rowsOf(files.xlsx(QStringLiteral("a.xlsx"), rows, parts)) ==
          QStringList{QStringLiteral("2: Name||inline"), QStringLiteral("3: Dara |a\nb_x0041_|85512345678|1.5"),
                      QStringLiteral("9: 1997-06-14|1997-06-14|1997-06-14 09:30|0012345678|TRUE|#N/A|cached")});
}

TEST_CASE("Number formats tell dates from numbers", "[xlsx]")
{
    CHECK(numberAs("yyyy\\-mm\\-dd", "35595") == QStringLiteral("1997-06-14"));
    CHECK(numberAs("[$-409]d-mmm-yy;@", "35595") == QStringLiteral("1997-06-14"));
    CHECK(numberAs("mmm-yy", "35595") == QStringLiteral("1997-06-14"));
    CHECK(numberAs("hh:mm", "0.5") == QStringLiteral("12:00"));
    CHECK(numberAs("[h]:mm", "0.5") == QStringLiteral("12:00"));
    CHECK(numberAs("#,##0.00", "35595") == QStringLiteral("35595"));
    CHECK(numberAs("0\" days\"", "12") == QStringLiteral("12"));
    CHECK(numberAs("General", "1997") == QStringLiteral("1997"));
    CHECK(numberAs("\"year \"0", "1997") == QStringLiteral("1997"));
    CHECK(numberAs("[Red]0", "7") == QStringLiteral("7"));
    CHECK(numberAs("d/m/yyyy", "1") == QStringLiteral("1900-01-01"));
    CHECK(numberAs("d/m/yyyy", "61") == QStringLiteral("1900-03-01"));
    CHECK(numberAs("d/m/yyyy", "34133", true) == QStringLiteral("1997-06-14"));
    CHECK(numberAs("d/m/yyyy", "-5") == QStringLiteral("-5"));
    CHECK(numberAs("d/m/yyyy", "99999999999") == QStringLiteral("99999999999"));
    CHECK(numberAs("d/m/yyyy", "soon") == QStringLiteral("soon"));
    CHECK(numberAs("General", "0.1") == QStringLiteral("0.1"));
}

TEST_CASE("Relationship targets may be absolute, and part names differ in case", "[xlsx]")
{
    const SheetFiles files;
    const Parts parts{
        {QStringLiteral("_rels/.rels"),
         R"(<Relationships><Relationship Id="r" Type="x/officeDocument" Target="/book/Workbook.xml"/></Relationships>)"},
        {QStringLiteral("book/workbook.xml"),
         R"(<x:workbook xmlns:x="s" xmlns:q="r"><x:sheets><x:sheet name="Only" sheetId="4" q:id="a7"/></x:sheets></x:workbook>)"},
        {QStringLiteral("book/_rels/Workbook.xml.rels"),
         R"(<Relationships><Relationship Id="a7" Type="x/worksheet" Target="/book/deep/../leaf.xml"/></Relationships>)"},
        {QStringLiteral("book/leaf.xml"), "<worksheet><sheetData>" + inlineRow + "</sheetData></worksheet>"},
    };
    CHECK(rowsOf(files.xlsx(QStringLiteral("a.xlsx"), {}, parts)) == QStringList{QStringLiteral("1: Name")});
}

TEST_CASE("Of several sheets the first visible one with most rows is read, or the named one", "[xlsx]")
{
    const SheetFiles files;
    const auto sheet = [](const QByteArray& word, int rows) {
        return QByteArray("<worksheet><sheetData>" +
                          QByteArray("<row><c t=\"inlineStr\"><is><t>" + word + "</t></is></c></row>").repeated(rows) +
                          "</sheetData></worksheet>");
    };
    const Parts parts{
        {QStringLiteral("xl/workbook.xml"),
         R"(<workbook><sheets><sheet name="Cover" sheetId="1" id="a"/><sheet name="Secret" sheetId="2" state="hidden" id="b"/><sheet name="List" sheetId="3" id="c"/><sheet name="Again" sheetId="4" id="d"/></sheets></workbook>)"},
        {QStringLiteral("xl/_rels/workbook.xml.rels"),
         R"(<Relationships><Relationship Id="a" Target="a.xml"/><Relationship Id="b" Target="b.xml"/><Relationship Id="c" Target="c.xml"/><Relationship Id="d" Target="d.xml"/></Relationships>)"},
        {QStringLiteral("xl/a.xml"), sheet("cover", 1)},
        {QStringLiteral("xl/b.xml"), sheet("secret", 9)},
        {QStringLiteral("xl/c.xml"), sheet("list", 3)},
        {QStringLiteral("xl/d.xml"), sheet("again", 3)},
    };
    const QString path = files.xlsx(QStringLiteral("a.xlsx"), {}, parts);
    CHECK(rowsOf(path).first() == QStringLiteral("1: list"));
    SheetOptions options;
    options.sheet = QStringLiteral("Secret");
    CHECK(rowsOf(path, options).size() == 9);
    options.sheet = QStringLiteral("Nowhere");
    CHECK(refusalOf(path, options).contains(QStringLiteral("Nowhere")));
    auto reader = SheetReader::open(path);
    REQUIRE_OK(reader);
    REQUIRE((*reader)->sheets().size() == 4);
    CHECK((*reader)->sheets()[1].isHidden);
    CHECK((*reader)->sheets()[2].rows == 3);
}

TEST_CASE("A spreadsheet is known by its content, not by its name", "[xlsx]")
{
    const SheetFiles files;
    CHECK(rowsOf(files.xlsx(QStringLiteral("people.csv"), inlineRow)) == QStringList{QStringLiteral("1: Name")});
    CHECK(rowsOf(files.write(QStringLiteral("people.xlsx"), "Name,Place\nDara,Kep\n")).size() == 2);
    CHECK(refusalOf(files.zip(QStringLiteral("a.xlsx"), {{QStringLiteral("word/document.xml"), "<w/>"}}))
              .contains(QStringLiteral("text document")));
    CHECK(refusalOf(files.zip(QStringLiteral("a.xlsx"), {{QStringLiteral("holiday.jpg"), "x"}}))
              .contains(QStringLiteral("no spreadsheet")));
    CHECK(refusalOf(files.zip(QStringLiteral("a.xlsx"), {{QStringLiteral("xl/workbook.bin"), "x"}}))
              .contains(QStringLiteral(".xlsb")));
}

TEST_CASE("Archives that unpack beyond reason are refused", "[xlsx][hostile]")
{
    const SheetFiles files;
    const QByteArray bomb = "<row><c><v>" + QByteArray(80 << 20, '1') + "</v></c></row>";
    CHECK(refusalOf(files.xlsx(QStringLiteral("run.xlsx"), bomb)).contains(QStringLiteral("unpacks")));
    const QByteArray rows = QByteArray("<row>" + QByteArray("<c r=\"A1\"/>").repeated(4000000) + "</row>");
    CHECK(refusalOf(files.xlsx(QStringLiteral("ratio.xlsx"), rows)).contains(QStringLiteral("unpacks")));
    const QByteArray deep = QByteArray("<row>").repeated(100'000);
    CHECK(refusalOf(files.xlsx(QStringLiteral("deep.xlsx"), deep)).contains(QStringLiteral("unpacks")));
}

TEST_CASE("Document types and entities are refused", "[xlsx][hostile]")
{
    const SheetFiles files;
    const QByteArray laughs =
        R"(<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>)";
    CHECK(refusalOf(files.xlsx(QStringLiteral("a.xlsx"), {}, {{QStringLiteral("xl/worksheets/sheet1.xml"), laughs}}))
              .contains(QStringLiteral("document type")));
    const QByteArray outside =
        R"(<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst><si><t>&x;</t></si></sst>)";
    CHECK(
        refusalOf(files.xlsx(QStringLiteral("b.xlsx"), inlineRow, {{QStringLiteral("xl/sharedStrings.xml"), outside}}))
            .contains(QStringLiteral("document type")));
}

TEST_CASE("Truncated and damaged workbooks are refused or read, never worse", "[xlsx][hostile]")
{
    const SheetFiles files;
    QFile whole(files.xlsx(QStringLiteral("a.xlsx"), QByteArray(inlineRow).repeated(200)));
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    for (qsizetype cut = 8; cut < bytes.size(); cut += 97)
        CHECK_FALSE(refusalOf(files.write(QStringLiteral("cut.xlsx"), bytes.left(cut))).isEmpty());
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        QByteArray damaged = bytes;
        for (int i = 0; i < 5; ++i)
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()))] =
                static_cast<char>(random() & 0xFF);
        refusalOf(files.write(QStringLiteral("damaged.xlsx"), damaged));
    }
    CHECK(refusalOf(files.xlsx(QStringLiteral("b.xlsx"), "<row><c t=\"s\"><v>99</v></c><c t=\"s\"><v>x</v></c></row>"))
              .isEmpty());
    CHECK_FALSE(refusalOf(files.xlsx(QStringLiteral("c.xlsx"), "<row><c")).isEmpty());
}

TEST_CASE("Cells far to the right and rows far down are refused", "[xlsx][hostile]")
{
    const SheetFiles files;
    CHECK(refusalOf(files.xlsx(QStringLiteral("a.xlsx"), R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)"))
              .contains(QStringLiteral("columns")));
    CHECK(refusalOf(files.xlsx(QStringLiteral("b.xlsx"), R"(<row r="99999999999"><c r="A1"><v>1</v></c></row>)"))
              .contains(QStringLiteral("rows")));
    // A blank formatted cell there is nothing to refuse.
    CHECK(rowsOf(
              files.xlsx(QStringLiteral("c.xlsx"), R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>)")) ==
          QStringList{QStringLiteral("1: 1")});
}

TEST_CASE("A long text that a small file repeats in its rows is bounded, in a cell and in all", "[xlsx][hostile]")
{
    const SheetFiles files;
    const auto refused = [&](qsizetype letters, int rows) {
        const Parts parts{{QStringLiteral("xl/sharedStrings.xml"),
                           "<sst><si><t>" + QByteArray("x").repeated(letters) + "</t></si></sst>"}};
        return refusalOf(files.xlsx(QStringLiteral("a.xlsx"),
                                    QByteArray("<row><c t=\"s\"><v>0</v></c></row>").repeated(rows), parts));
    };
    CHECK(refused(200'000, 1).startsWith(QStringLiteral("Row 1 holds a cell of more than 100,000 letters")));
    CHECK(refused(100'000, 336).startsWith(QStringLiteral("The spreadsheet holds too much text")));
    CHECK(refused(1000, 135'000).startsWith(QStringLiteral("The spreadsheet holds too much text")));
    CHECK(refused(100'000, 300).isEmpty());
    CHECK(refused(100, 200'000).isEmpty()); // a long name of an organisation, in every row
    const QByteArray row = "<table:table-row table:number-rows-repeated=\"90\"><table:table-cell "
                           "office:value-type=\"string\"><text:p>" +
                           QByteArray("x").repeated(90'000) + "</text:p></table:table-cell></table:table-row>";
    CHECK(refusalOf(files.ods(QStringLiteral("a.ods"), odsTable("P", row.repeated(5))))
              .startsWith(QStringLiteral("The spreadsheet holds too much text")));
}
