// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet_files.h"

#include <sheets/csv_reader.h>
#include <support/catch.h>

#include <QStringEncoder>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QString threeRows = QStringLiteral("Name,Place\nĐặng Thị Hà,Huế\nសុខ ដារ៉ា,ភ្នំពេញ\n");
const QStringList threeRowsRead{QStringLiteral("1: Name|Place"), QStringLiteral("2: Đặng Thị Hà|Huế"),
                                QStringLiteral("3: សុខ ដារ៉ា|ភ្នំពេញ")};

QByteArray utf16(const QString& text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding);
    return encoder(text);
}
} // namespace

TEST_CASE("A CSV file is read in whichever Unicode encoding it was saved", "[csv]")
{
    const SheetFiles files;
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), threeRows.toUtf8())) == threeRowsRead);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "\xEF\xBB\xBF" + threeRows.toUtf8())) == threeRowsRead);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), utf16(threeRows, QStringConverter::Utf16LE))) == threeRowsRead);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), utf16(threeRows, QStringConverter::Utf16BE))) == threeRowsRead);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "\xFF\xFE" + utf16(threeRows, QStringConverter::Utf16LE))) ==
          threeRowsRead);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "\xFE\xFF" + utf16(threeRows, QStringConverter::Utf16BE))) ==
          threeRowsRead);
}

TEST_CASE("What is no Unicode is taken for Windows-1252", "[csv]")
{
    const SheetFiles files;
    const QString path = files.write(QStringLiteral("a.csv"), "Name;Place\nJos\xE9 \x93Pepe\x94;Bel\xE9m\n");
    CHECK(rowsOf(path) == QStringList{QStringLiteral("1: Name|Place"), QStringLiteral("2: José “Pepe”|Belém")});
    auto reader = SheetReader::open(path);
    REQUIRE_OK(reader);
    CHECK((*reader)->encoding() == QStringLiteral("windows-1252"));
    CHECK((*reader)->delimiter() == QLatin1Char(';'));
}

TEST_CASE("A last letter in Windows-1252 is not taken for a cut-off UTF-8 file", "[csv]")
{
    const SheetFiles files;
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "Name,Place\nAna,Jos\xE9")) ==
          QStringList{QStringLiteral("1: Name|Place"), QStringLiteral("2: Ana|José")});
}

TEST_CASE("A few Windows-1252 letters in a UTF-8 file are read as what they are", "[csv]")
{
    const SheetFiles files;
    QByteArray content = "Name,Place\n";
    for (int i = 0; i < 30; ++i)
        content += QStringLiteral("Thảo,Huế\n").toUtf8();
    content += "Jos\xE9,Dili\n";
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), content)).last() == QStringLiteral("32: José|Dili"));
}

TEST_CASE("The encoding and the delimiter can be said", "[csv]")
{
    const SheetFiles files;
    SheetOptions options;
    options.encoding = QStringLiteral("windows-874");
    options.delimiter = QLatin1Char(';');
    const QString path = files.write(QStringLiteral("a.csv"), "a,b;\xCA\xC1\xAA\xD2\xC2\n");
    CHECK(rowsOf(path, options) == QStringList{QStringLiteral("1: a,b|สมชาย")});
    options.encoding = QStringLiteral("klingon");
    CHECK(refusalOf(path, options).contains(QStringLiteral("klingon")));
}

TEST_CASE("Every encoding that is offered can be read", "[csv]")
{
    const SheetFiles files;
    const QString path = files.write(QStringLiteral("a.csv"), "ab,cd\nef,gh\n");
    for (const QString& encoding : csvEncodings()) {
        SheetOptions options;
        options.encoding = encoding;
        CAPTURE(encoding);
        CHECK(refusalOf(path, options).isEmpty());
    }
}

TEST_CASE("The delimiter is found by what cuts the rows evenly", "[csv]")
{
    CHECK(sniffDelimiter("a,b,c\nd,e,f\n") == ',');
    CHECK(sniffDelimiter("a\tb\tc\nd\te\tf\n") == '\t');
    CHECK(sniffDelimiter("a|b\nc|d\n") == '|');
    CHECK(sniffDelimiter("Name;Issues\nDara;land, water, health\nMaya;labour, women\nRuth;peace\n") == ';');
    CHECK(sniffDelimiter("Participants, Bangkok, June 1997\n\nName;Country\nDara;KH\nMaya;NP\n") == ';');
    CHECK(sniffDelimiter("Name,Issues\n\"Dara\",\"land; water; health\"\n\"Maya\",\"women; peace; law\"\n") == ',');
    CHECK(sniffDelimiter("Name\nDara\nMaya\n") == ',');
    CHECK(sniffDelimiter("") == ',');
}

TEST_CASE("The delimiter may be declared in the first line as Excel does", "[csv]")
{
    const SheetFiles files;
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "sep=;\r\nName;a,b,c\r\nDara;1,2,3\r\n")) ==
          QStringList{QStringLiteral("2: Name|a,b,c"), QStringLiteral("3: Dara|1,2,3")});
}

TEST_CASE("Rows end with LF, CR LF or CR, and blank ones count", "[csv]")
{
    const SheetFiles files;
    const QStringList read{QStringLiteral("1: a|b"), QStringLiteral("3: c|d")};
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "a,b\n\nc,d\n")) == read);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "a,b\r\n\r\nc,d")) == read);
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "a,b\r\rc,d\r")) == read);
}

TEST_CASE("Quoted cells keep line ends, delimiters, quotes and spaces", "[csv]")
{
    const SheetFiles files;
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "\"a\r\nb\",\" c, \"\"d\"\" \"\n x , y\n")) ==
          QStringList{QStringLiteral("1: a\r\nb| c, \"d\" "), QStringLiteral("2:  x | y")});
}

TEST_CASE("A stray quotation mark is read as text, and said", "[csv]")
{
    const SheetFiles files;
    const QString path =
        files.write(QStringLiteral("a.csv"), "Name,Note\nDara,a 5\" pipe\nMaya,\"said \"hi\" there\"\n");
    CHECK(rowsOf(path) == QStringList{QStringLiteral("1: Name|Note"), QStringLiteral("2: Dara|a 5\" pipe"),
                                      QStringLiteral("3: Maya|said \"hi\" there")});
    auto reader = SheetReader::open(path);
    REQUIRE_OK(reader);
    REQUIRE((*reader)->remarks().size() == 1);
    CHECK((*reader)->remarks().first().contains(QStringLiteral("Row 2")));
}

TEST_CASE("Rows that a stray quotation mark would swallow are read as rows, and said", "[csv]")
{
    const SheetFiles files;
    const auto read = [&](const QByteArray& text) { return rowsOf(files.write(QStringLiteral("a.csv"), text)); };
    const auto said = [&](const QByteArray& text) {
        return SheetReader::open(files.write(QStringLiteral("a.csv"), text)).value()->remarks().join(QLatin1Char(' '));
    };
    // Up to a quoted cell of a later row, in its middle, or at its beginning.
    const QByteArray middle = "Name,Organisation,Country\nAna Lui,\"Sky Trust,Fiji\nBen Ro,Land Trust,Fiji\n"
                              "Cat Vo,\"Sea, Sun Trust\",Samoa\nDan Wu,Moon Trust,Fiji\n";
    CHECK(read(middle) ==
          QStringList{QStringLiteral("1: Name|Organisation|Country"), QStringLiteral("2: Ana Lui|\"Sky Trust|Fiji"),
                      QStringLiteral("3: Ben Ro|Land Trust|Fiji"), QStringLiteral("4: Cat Vo|Sea, Sun Trust|Samoa"),
                      QStringLiteral("5: Dan Wu|Moon Trust|Fiji")});
    CHECK(said(middle).contains(QStringLiteral("Row 2 holds a stray quotation mark")));
    CHECK(read("Name,Organisation\nAna Lui,\"Sky Trust\nBen Ro,Land Trust\n\"Cat Vo\",Sun Trust\n") ==
          QStringList{QStringLiteral("1: Name|Organisation"), QStringLiteral("2: Ana Lui|\"Sky Trust"),
                      QStringLiteral("3: Ben Ro|Land Trust"), QStringLiteral("4: Cat Vo|Sun Trust")});
    // Up to another one: that is sound CSV.
    const QByteArray sound = "Name,Organisation,Country\nAna Lui,\"Sky Trust,Fiji\nBen Ro,Land Trust,Fiji\n"
                             "Cat Vo,Sea Trust\",Samoa\nDan Wu,Moon Trust,Fiji\n";
    CHECK(read(sound) ==
          QStringList{QStringLiteral("1: Name|Organisation|Country"), QStringLiteral("2: Ana Lui|\"Sky Trust|Fiji"),
                      QStringLiteral("3: Ben Ro|Land Trust|Fiji"), QStringLiteral("4: Cat Vo|Sea Trust\"|Samoa"),
                      QStringLiteral("5: Dan Wu|Moon Trust|Fiji")});
    CHECK(said(sound).contains(QStringLiteral("Row 2 begins a quoted cell that runs over rows behind it")));
    CHECK(read("Name;Organisation;Country\nAna Lui;\"Sky Trust;Fiji\nBen Ro;Land Trust;Fi\"ji\nDan Wu;Moon;Fiji\n") ==
          QStringList{QStringLiteral("1: Name|Organisation|Country"), QStringLiteral("2: Ana Lui|\"Sky Trust|Fiji"),
                      QStringLiteral("3: Ben Ro|Land Trust|Fi\"ji"), QStringLiteral("4: Dan Wu|Moon|Fiji")});
}

TEST_CASE("Cells of several lines stay cells", "[csv]")
{
    const SheetFiles files;
    for (const QByteArray& cell :
         {QByteArray("12 Main St, Suva\nFiji"), QByteArray("land, water\nlaw, radio\nnews, film"),
          QByteArray("12 Main St,Suva\nFiji,Pacific"), QByteArray("Skills:\nland,law,radio\nnone"),
          QByteArray("one\ntwo\nthree"), QByteArray("\"\"Sky\"\" Trust\nFiji")}) {
        INFO(cell.constData());
        const QString path = files.write(QStringLiteral("a.csv"),
                                         "Name,Address,Country\nAna Lui,\"" + cell + "\",Fiji\nBen Ro,Apia,Fiji\n");
        CHECK(rowsOf(path).size() == 3);
        CHECK(SheetReader::open(path).value()->remarks().isEmpty());
    }
}

TEST_CASE("A file that ends within a quoted cell is refused", "[csv]")
{
    const SheetFiles files;
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "Name,Note\nDara,\"and then"))
              .contains(QStringLiteral("cut off")));
}

TEST_CASE("Defused formulas come back as they were", "[csv]")
{
    const SheetFiles files;
    CHECK(rowsOf(files.write(QStringLiteral("a.csv"), "Phone,Note\n'+855 12 345 678,'=1+1\n")).last() ==
          QStringLiteral("2: +855 12 345 678|=1+1"));
}

TEST_CASE("Empty, binary and foreign files are refused with a sentence", "[csv][hostile]")
{
    const SheetFiles files;
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "")).contains(QStringLiteral("empty")));
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), QByteArray("a,b\nc\0d,e\n", 9)))
              .contains(QStringLiteral("binary")));
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "%PDF-1.7 …")).contains(QStringLiteral("PDF")));
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "<html><table><tr>")).contains(QStringLiteral("web page")));
    CHECK(refusalOf(files.write(QStringLiteral("a.xlsx"), "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(600, '\1')))
              .contains(QStringLiteral(".xls")));
    CHECK(refusalOf(files.write(QStringLiteral("a.xlsx"),
                                "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(1000, '\0') +
                                    QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)))
              .contains(QStringLiteral("password")));
    CHECK(refusalOf(files.path(QStringLiteral("none.csv"))).contains(QStringLiteral("not there")));
    CHECK_FALSE(refusalOf(files.path(QString())).isEmpty());
}

TEST_CASE("A table of more columns or longer cells than is sane is refused", "[csv][hostile]")
{
    const SheetFiles files;
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "a,b\n" + QByteArray("x,").repeated(2000) + "\n"))
              .contains(QStringLiteral("columns")));
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "a,b\n\"" + QByteArray("x").repeated(6'000'000) + "\",c\n"))
              .contains(QStringLiteral("million characters")));
}

TEST_CASE("Random bytes are read or refused, never worse", "[csv][hostile]")
{
    const SheetFiles files;
    std::mt19937 random(20260601);
    int read = 0;
    QStringList refusals;
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes(static_cast<qsizetype>(random() % 3000), Qt::Uninitialized);
        const bool printable = round % 2 == 0;
        for (char& c : bytes)
            c = static_cast<char>(printable ? "ab\",;\t\n\r|é'="[random() % 13] : random() & 0xFF);
        const QString refusal = refusalOf(files.write(QStringLiteral("a.csv"), bytes));
        if (refusal.isEmpty())
            ++read;
        else
            refusals.append(refusal);
    }
    CHECK(read > 50);
    CHECK(refusals.size() > 50);
    CHECK(std::all_of(refusals.begin(), refusals.end(), [](const QString& one) { return one.endsWith(u'.'); }));
}

TEST_CASE("A file in UTF-7 is read as that and told, and pluses of phone numbers are none", "[csv]")
{
    const SheetFiles files;
    const auto read = [&](const char* text) {
        const auto reader = SheetReader::open(files.write(QStringLiteral("seven.csv"), text));
        REQUIRE_OK(reader);
        SheetRow row;
        REQUIRE_OK((*reader)->next(row));
        REQUIRE_OK((*reader)->next(row));
        return std::pair(row.cells, (*reader)->remarks());
    };
    const auto [cells, remarks] = read("Name,Phone\nJos+AOk- Gusm+AOM-o,+-670 7712 345\n");
    CHECK(cells == QStringList{QString::fromUtf8("José Gusmão"), QStringLiteral("+670 7712 345")});
    REQUIRE(remarks.size() == 1);
    CHECK(remarks.front().contains(QStringLiteral("UTF-7")));
    for (const char* text :
         {"Name,Phone\nDara,+670-7712345\n", "Name,Phone\nDara,+880-1712-345\n", "Name,Phone\nJos+AOk-,+670 7712345\n",
          "Name,Phone\nDara,a+b-c@x.example\n", "Name,Phone\nDara,LGBTQI+-group\n"}) {
        INFO(text);
        CHECK(read(text).second.isEmpty());
    }
}
