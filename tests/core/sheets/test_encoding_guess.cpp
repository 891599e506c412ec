// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings that are no Unicode, and marks that are out of place.
#include "sheet_files.h"

#include <sheets/encoding_guess.h>
#include <sheets/quote_mender.h>
#include <support/catch.h>

#include <unicode/ucnv.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QByteArray encoded(const char* utf8, const char* encoding)
{
    const QString text = QString::fromUtf8(utf8);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    QByteArray bytes(text.size() * 4 + 8, '\0');
    const int32_t size =
        ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                        reinterpret_cast<const UChar*>(text.utf16()), static_cast<int32_t>(text.size()), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    bytes.truncate(size);
    return bytes;
}

QString mended(const char* csv)
{
    QuoteMender mender(',');
    QByteArray all;
    for (const char* c = csv; *c; ++c) // in pieces as small as can be
        all += mender.mended(QByteArray(c, 1));
    return QString::fromUtf8(all + mender.mended({}));
}
} // namespace

TEST_CASE("The encoding of a list is guessed by its bytes and by what they say", "[csv]")
{
    const auto [text, encoding] = GENERATE(table<const char*, const char*>(
        {{"Name,Country\n陳怡君,Taiwan\n張志明,Taiwan\n", "Big5"},
         {"Name,Organisation\n林淑芬,勞工陣線\n王美玲,人權促進會\n", "Big5"},
         {"姓名,国家\n李晓梅,中国\n王建国,中国\n", "GB18030"},
         {"Name,Country\n田中 美咲,Japan\n佐藤 健一,Japan\n", "Shift_JIS"},
         {"氏名,メール\nたなか みさき,a@example.org\n", "Shift_JIS"},
         {"Name,Country\n田中 美咲,Japan\n佐藤 健一,Japan\n", "EUC-JP"},
         {"氏名,メール\nたなか みさき,a@example.org\n", "EUC-JP"},
         {"氏名,国名\n鈴木 一郎,日本\n渡辺 恵子,日本\n", "EUC-JP"},
         {"Name,Country\n김지훈,South Korea\n박서연,South Korea\n", "EUC-KR"},
         {"이름,단체\n이민수,인권단체\n최영희,여성단체\n", "EUC-KR"},
         {"Name,Country\nสมชาย ใจดี,Thailand\nมาลี รักไทย,Thailand\n", "windows-874"},
         {"ชื่อ,เพศ\nน้อย สุขใจ,หญิง\n", "windows-874"},
         {"Name,Country\nАйгуль Токтосунова,Kyrgyzstan\nТимур Асанов,Kyrgyzstan\n", "windows-1251"},
         {"Имя,Пол\nАйгуль Токтосунова,ж\n", "windows-1251"},
         {"Name,Country\nفاطمة الزهراء,Egypt\nمحمد علي,Egypt\n", "windows-1256"},
         {"Name,Country\nJosé Gusmão,Timor-Leste\nAndré Conceição,Timor-Leste\n", "windows-1252"},
         {"Name;Place\nÉlodie D’Été;Nouméa\n", "windows-1252"},
         {"Name,Country\nJosé Gusmão,Timor-Leste\nAndré Conceição,Timor-Leste\n", "macintosh"}}));
    INFO(text << " in " << encoding);
    CHECK(guessedEncoding(encoded(text, encoding)) == QString::fromLatin1(encoding));
}

TEST_CASE("A file that is no Unicode says how it was read", "[csv]")
{
    const SheetFiles files;
    const auto reader = SheetReader::open(
        files.write(QStringLiteral("a.csv"), encoded("Name,Country\nสมชาย ใจดี,Thailand\n", "windows-874")));
    REQUIRE_OK(reader);
    CHECK((*reader)->remarks() ==
          QStringList{QStringLiteral("The file is no Unicode text. It was read as windows-874: look at the names, and "
                                     "choose another encoding if they are wrong.")});
}

TEST_CASE("Quotation marks that are out of place are text", "[csv]")
{
    CHECK(mended("\"Open Door\" Centre,Fiji\n\"Sky, Trust\",x\n") ==
          QStringLiteral("\"\"\"Open Door\"\" Centre\",Fiji\n\"Sky, Trust\",x\n"));
    CHECK(mended("\"Open Door\" Centre,\"Fiji\"\n") == QStringLiteral("\"\"\"Open Door\"\" Centre\",\"Fiji\"\n"));
    CHECK(mended("\"The \\\"Open\\\" Door\",x") == QStringLiteral("\"The \\\"\"Open\\\"\" Door\",x"));
    CHECK(mended("\"two\nlines\",\"a\"\"b\"\n") == QStringLiteral("\"two\nlines\",\"a\"\"b\"\n"));
    CHECK(mended("5\" wide,\"x\" , \"y\"\n") == QStringLiteral("5\" wide,\"x\",\"y\"\n"));

    const SheetFiles files;
    CHECK(rowsOf(files.write(
              QStringLiteral("a.csv"),
              "Name,Organisation\nAna Lui,\"Open Door\" Centre\nBen \"Benny\" Ro,Sky\n\"Cat, Vo\",5\" Co\n")) ==
          QStringList{QStringLiteral("1: Name|Organisation"), QStringLiteral("2: Ana Lui|\"Open Door\" Centre"),
                      QStringLiteral("3: Ben \"Benny\" Ro|Sky"), QStringLiteral("4: Cat, Vo|5\" Co")});
}

TEST_CASE("Address cards and JSON are refused as what they are", "[csv]")
{
    const SheetFiles files;
    CHECK(refusalOf(files.write(QStringLiteral("a.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lui\nEND:VCARD\n"))
              .startsWith(QStringLiteral("This is a file of address cards (.vcf)")));
    CHECK(refusalOf(files.write(QStringLiteral("a.json"), "[ {\"name\":\"Ana\"} ]"))
              .startsWith(QStringLiteral("This is JSON")));
    CHECK(refusalOf(files.write(QStringLiteral("a.csv"), "[Name],Place\nAna,Suva\n")).isEmpty());
}

TEST_CASE("A value counts for all rows of merged cells", "[xlsx][ods]")
{
    const SheetFiles files;
    const auto cell = [](const char* at, const char* text) -> QByteArray {
        return QByteArray("<c r=\"") + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const QByteArray rows = "<row r=\"1\">" + cell("A1", "Name") + cell("B1", "Country") + "</row><row r=\"2\">" +
                            cell("A2", "Sok Vanna") + cell("B2", "Cambodia") + "</row><row r=\"3\" hidden=\"1\">" +
                            cell("A3", "Chan Dara") + "</row><row r=\"5\">" + cell("A5", "Ana Lui") + "</row>";
    const QString book = files.xlsx(
        QStringLiteral("merged.xlsx"), {},
        {{QStringLiteral("xl/worksheets/sheet1.xml"),
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows +
              "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"B2:B4\"/></mergeCells></worksheet>"}});
    CHECK(rowsOf(book) == QStringList{QStringLiteral("1: Name|Country"), QStringLiteral("2: Sok Vanna|Cambodia"),
                                      QStringLiteral("3: Chan Dara|Cambodia"), QStringLiteral("5: Ana Lui")});
    const auto reader = SheetReader::open(book);
    REQUIRE_OK(reader);
    SheetRow row;
    while ((*reader)->next(row).value_or(false)) {
    }
    CHECK(
        sheetRemarks(**reader) ==
        QStringList{QStringLiteral("Rows that are hidden or filtered out in the spreadsheet were read as well: 1.")});

    const QString table = files.ods(
        QStringLiteral("merged.ods"),
        odsTable(
            "People",
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Sok</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>Cambodia</text:p>"
            "</table:table-cell></table:table-row>"
            "<table:table-row table:visibility=\"filter\"><table:table-cell "
            "office:value-type=\"string\"><text:p>Chan</text:p>"
            "</table:table-cell><table:covered-table-cell/></table:table-row>"
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Ana</text:p></table:table-cell>"
            "</table:table-row>"));
    CHECK(rowsOf(table) == QStringList{QStringLiteral("1: Sok|Cambodia"), QStringLiteral("2: Chan|Cambodia"),
                                       QStringLiteral("3: Ana")});
}
