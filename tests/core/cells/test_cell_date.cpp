// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as lists have them.
#include <cells/cell_date.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
// "2021-04-03" and, behind it, how it was guessed.
QString read(const char* text, const char* country = "", bool isBirth = false,
             DateOrder order = DateOrder::DayMonthYear)
{
    const auto found = dateOfCell(QString::fromUtf8(text), {order, QString::fromLatin1(country), 2026, isBirth});
    if (!found)
        return QStringLiteral("?");
    return found->guess.isEmpty() ? found->date.toStorage()
                                  : QString(found->date.toStorage() + QStringLiteral(" ") + found->guess);
}
} // namespace

TEST_CASE("Dates are read as spreadsheets and people write them", "[import]")
{
    CHECK(read("20210403") == QStringLiteral("2021-04-03"));
    CHECK(read("44290") == QStringLiteral("2021-04-04 a day number of a spreadsheet"));
    CHECK(read("Sat 3 Apr 2021") == QStringLiteral("2021-04-03"));
    CHECK(read("Sat, 3 April 2021") == QStringLiteral("2021-04-03"));
    CHECK(read("April 2021") == QStringLiteral("2021-04"));
    CHECK(read("3.4.21") == QStringLiteral("2021-04-03"));
    CHECK(read("3.4.21", "", false, DateOrder::MonthDayYear) == QStringLiteral("2021-03-04"));
    CHECK(read("31/02/2021") == QStringLiteral("?"));
    CHECK(read("1985年3月12日") == QStringLiteral("1985-03-12"));
    CHECK(read("12345678") == QStringLiteral("?"));
}

TEST_CASE("Two digits of a birth are the year of somebody who is ten at least", "[import]")
{
    CHECK(read("16-07-68", "", true) == QStringLiteral("1968-07-16"));
    CHECK(read("05/11/45", "", true) == QStringLiteral("1945-11-05"));
    CHECK(read("14-Feb-02", "", true) == QStringLiteral("2002-02-14"));
    CHECK(read("14-Feb-20", "", true) == QStringLiteral("1920-02-14"));
    CHECK(read("14-Feb-20") == QStringLiteral("2020-02-14"));
}

TEST_CASE("Two digits are a Buddhist year where the other dates of the file are", "[import]")
{
    const auto buddhist = [](const char* text, bool isBirth = false) {
        CellDateHints hints{DateOrder::DayMonthYear, {}, 2026, isBirth, true};
        const auto found = dateOfCell(QString::fromUtf8(text), hints);
        return found ? found->date.toStorage() : QStringLiteral("?");
    };
    CHECK(buddhist("15/03/66") == QStringLiteral("2023-03-15"));
    CHECK(buddhist("15-Mar-66") == QStringLiteral("2023-03-15"));
    CHECK(buddhist("40") == QStringLiteral("1997"));
    CHECK(buddhist("15/03/2566") == QStringLiteral("2023-03-15"));
    CHECK(buddhist("15/03/1997") == QStringLiteral("1997-03-15"));
    CHECK(buddhist("29/02/67") == QStringLiteral("2024-02-29"));
}

TEST_CASE("Years of other calendars are known, and a birth is never in the future", "[import]")
{
    const QString buddhist = QStringLiteral(" a year of the Buddhist calendar");
    CHECK(read("12/05/2528", "TH", true) == QStringLiteral("1985-05-12") + buddhist);
    CHECK(read("29/02/2527", "TH", true) == QStringLiteral("1984-02-29") + buddhist);
    CHECK(read("พ.ศ. 2535", "TH", true) == QStringLiteral("1992") + buddhist);
    CHECK(read("B.E. 2519", "TH", true) == QStringLiteral("1976") + buddhist);
    CHECK(read("3 มีนาคม 2565", "TH") == QStringLiteral("2022-03-03") + buddhist);
    CHECK(read("๑๒/๐๕/๒๕๒๘", "TH") == QStringLiteral("1985-05-12") + buddhist);
    CHECK(read("15/03/66", "TH") == QStringLiteral("2023-03-15") + buddhist);
    CHECK(read("15 มีนาคม 66", "FJ") == QStringLiteral("2023-03-15") + buddhist);
    CHECK(read("15/03/20", "TH", true) == QStringLiteral("1977-03-15") + buddhist);
    CHECK(read("15/03/66", "TH", true) == QStringLiteral("1966-03-15")); // nobody is born in 2023
    CHECK(read("15/03/99", "TH") == QStringLiteral("1999-03-15"));
    CHECK(read("15/03/66", "FJ") == QStringLiteral("1966-03-15"));
    CHECK(read("2045", "NP", true) == QStringLiteral("~1988 a year of the Bikram Sambat calendar"));
    CHECK(read("1365", "AF", true) == QStringLiteral("~1986 a year of the Solar Hijri calendar"));
    CHECK(read("昭和55年", "JP", true) == QStringLiteral("1980"));
    CHECK(read("民國75年", "TW", true) == QStringLiteral("1986"));
    CHECK(read("2031", "FJ", true) == QStringLiteral("?"));
    CHECK(read("1365", "FJ", true) == QStringLiteral("?"));
}

TEST_CASE("Digits of every script are digits", "[import]")
{
    CHECK(withAsciiDigits(QString::fromUtf8("۰۷۰১২৩๐๘၀၉")) == QStringLiteral("070123"
                                                                             "08"
                                                                             "09"));
    CHECK(withAsciiDigits(QStringLiteral("abc 12")) == QStringLiteral("abc 12"));
}
