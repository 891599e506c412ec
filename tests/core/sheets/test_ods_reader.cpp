// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet_files.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QByteArray cell(const QByteArray& text, const QByteArray& attributes = {})
{
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + text +
           "</text:p></table:table-cell>";
}

QByteArray row(const QByteArray& cells, const QByteArray& attributes = {})
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}
} // namespace

TEST_CASE("An ODS sheet is read with its texts, numbers, dates and flags", "[ods]")
{
    const SheetFiles files;
    const QByteArray cells =
        R"(<table:table-cell office:value-type="date" office:date-value="1997-06-14"><text:p>14/06/97</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="1997-06-14T09:30:00"><text:p>x</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="float" office:value="85512345678"><text:p>8.55E+10</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="float" office:value="12345678"><text:p>012 345 678</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"><text:p>9:30</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string" table:formula="of:=A1"><text:p>cached</text:p></table:table-cell>)";
    CHECK(rowsOf(files.ods(QStringLiteral("a.ods"), odsTable("People", row(cells)))) ==
          QStringList{QStringLiteral("1: 1997-06-14|1997-06-14 09:30:00|85512345678|012 345 678|TRUE|09:30|cached")});
}

TEST_CASE("Paragraphs, spaces, links and line breaks of an ODS cell stay, comments do not count", "[ods]")
{
    const SheetFiles files;
    const QByteArray rich = "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a "
                            "comment</text:p></office:annotation><text:p>one<text:s "
                            "text:c=\"2\"/>two<text:tab/>x</text:p><text:p><text:span>th<text:a>re</text:a>e</"
                            "text:span><text:line-break/>four</text:p></table:table-cell>";
    CHECK(rowsOf(files.ods(QStringLiteral("a.ods"), odsTable("People", row(rich)))) ==
          QStringList{QStringLiteral("1: one  two\tx\nthree\nfour")});
}

TEST_CASE("Repeated columns and rows of an ODS sheet are counted, the endless blank ones passed over", "[ods]")
{
    const SheetFiles files;
    const QByteArray rows =
        row(cell("a") + "<table:table-cell table:number-columns-repeated=\"2\"/>" +
            cell("b", "table:number-columns-repeated=\"2\"") +
            "<table:table-cell table:number-columns-repeated=\"16379\"/>") +
        row("<table:table-cell table:number-columns-repeated=\"16384\"/>", "table:number-rows-repeated=\"3\"") +
        "<table:table-row-group>" +
        row(cell("c") + "<table:covered-table-cell/>" + cell("d"), "table:number-rows-repeated=\"2\"") +
        "</table:table-row-group>" +
        row("<table:table-cell table:number-columns-repeated=\"16384\"/>", "table:number-rows-repeated=\"1048570\"");
    CHECK(rowsOf(files.ods(QStringLiteral("a.ods"), odsTable("People", rows))) ==
          QStringList{QStringLiteral("1: a|||b|b"), QStringLiteral("5: c||d"), QStringLiteral("6: c||d")});
}

TEST_CASE("Of several ODS sheets the first visible one with most rows is read, or the named one", "[ods]")
{
    const SheetFiles files;
    const QString path = files.ods(QStringLiteral("a.ods"), odsTable("Cover", row(cell("cover"))) +
                                                                odsTable("Secret", row(cell("secret")).repeated(9),
                                                                         "table:style-name=\"hidden\"") +
                                                                odsTable("List", row(cell("list")).repeated(3)));
    CHECK(rowsOf(path).first() == QStringLiteral("1: list"));
    SheetOptions options;
    options.sheet = QStringLiteral("Secret");
    CHECK(rowsOf(path, options).size() == 9);
    auto reader = SheetReader::open(path);
    REQUIRE_OK(reader);
    REQUIRE((*reader)->sheets().size() == 3);
    CHECK((*reader)->sheets()[1].isHidden);
}

TEST_CASE("Behind the end of an ODS sheet nothing is read of the next one, however often it is asked", "[ods]")
{
    const SheetFiles files;
    auto reader =
        SheetReader::open(files.ods(QStringLiteral("a.ods"), odsTable("List", row(cell("list")).repeated(2)) +
                                                                 odsTable("Next", row(cell("next")))));
    REQUIRE_OK(reader);
    SheetRow read;
    for (const bool isThere : {true, true, false, false, false}) {
        const auto next = (*reader)->next(read);
        REQUIRE_OK(next);
        CHECK(*next == isThere);
    }
    CHECK(read.cells == QStringList{QStringLiteral("list")});
}

TEST_CASE("Hostile and protected ODS files are refused", "[ods][hostile]")
{
    const SheetFiles files;
    CHECK(refusalOf(files.ods(QStringLiteral("a.ods"),
                              odsTable("P", row(cell("x"), "table:number-rows-repeated=\"2000000000\""))))
              .contains(QStringLiteral("is repeated")));
    CHECK(refusalOf(files.ods(QStringLiteral("b.ods"),
                              odsTable("P", row(cell("x", "table:number-columns-repeated=\"2000000000\"")))))
              .contains(QStringLiteral("columns")));
    CHECK(refusalOf(files.ods(QStringLiteral("c.ods"), {},
                              {{QStringLiteral("content.xml"), "<!DOCTYPE a [<!ENTITY a \"b\">]><a>&a;</a>"}}))
              .contains(QStringLiteral("document type")));
    CHECK(refusalOf(files.ods(QStringLiteral("d.ods"), {},
                              {{QStringLiteral("content.xml"), "\x01\x02\x03"},
                               {QStringLiteral("META-INF/manifest.xml"),
                                "<manifest><file-entry><encryption-data/></file-entry></manifest>"}}))
              .contains(QStringLiteral("password")));
    CHECK(refusalOf(files.ods(QStringLiteral("e.ods"), "<table:table")).contains(QStringLiteral("damaged")));
    CHECK(refusalOf(files.ods(QStringLiteral("f.ods"), {})).contains(QStringLiteral("no sheet")));
}

TEST_CASE("A small ODS file that claims very many cells is refused", "[ods][bounds]")
{
    const SheetFiles files;
    const QByteArray wide =
        row(cell("a") + cell("b", "table:number-columns-repeated=\"1000\""), "table:number-rows-repeated=\"100000\"");
    CHECK(refusalOf(files.ods(QStringLiteral("a.ods"), odsTable("People", wide)))
              .contains(QStringLiteral("is repeated")));
    const QByteArray many = row(cell("a") + cell("b"), "table:number-rows-repeated=\"60000\"");
    CHECK(refusalOf(files.ods(QStringLiteral("b.ods"), odsTable("People", many)))
              .contains(QStringLiteral("is repeated")));
    const QByteArray few = row(cell("a"), "table:number-rows-repeated=\"500\"");
    CHECK(rowsOf(files.ods(QStringLiteral("c.ods"), odsTable("People", few))).size() == 500);
}
