// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/partial_date.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
// What a text is read as: its stored form, "" for the empty date, "no" when it is no date.
QString read(const char* text, DateOrder order = DateOrder::DayMonthYear)
{
    const auto date = PartialDate::fromText(QString::fromUtf8(text), order);
    return date ? date->toStorage() : QStringLiteral("no");
}

QLocale australian()
{
    return QLocale(QLocale::English, QLocale::Australia);
}
} // namespace

#define READS(text, stored) CHECK(read(text) == QString::fromUtf8(stored))

TEST_CASE("a year, a month and a day are read as people write them", "[dates]")
{
    READS("1997", "1997");
    READS(" 1997 ", "1997");
    READS("June 1997", "1997-06");
    READS("june, 1997", "1997-06");
    READS("Jun 1997", "1997-06");
    READS("Sept. 1997", "1997-09");
    READS("1997 June", "1997-06");
    READS("6/1997", "1997-06");
    READS("06-1997", "1997-06");
    READS("06.1997", "1997-06");
    READS("1997-06", "1997-06");
    READS("1997/6", "1997-06");
    READS("14.6.1997", "1997-06-14");
    READS("14/06/1997", "1997-06-14");
    READS("14-06-1997", "1997-06-14");
    READS("1997-06-14", "1997-06-14");
    READS("1997/06/14", "1997-06-14");
    READS("1997.6.14", "1997-06-14");
    READS("14 June 1997", "1997-06-14");
    READS("14th of June, 1997", "1997-06-14");
    READS("June 14, 1997", "1997-06-14");
    READS("June 14th 1997", "1997-06-14");
    READS("14-Jun-1997", "1997-06-14");
    READS("14Jun1997", "1997-06-14");
    READS("Saturday, 14 June 1997", "1997-06-14");
    READS("29 February 1996", "1996-02-29");
}

TEST_CASE("an empty text is the empty date", "[dates]")
{
    READS("", "");
    READS("   \t", "");
    READS("\u200B", "");
}

TEST_CASE("about, circa, a tilde and a question mark make a date an approximate one", "[dates]")
{
    for (const char* text :
         {"about 1997", "About 1997", "c. 1997", "c 1997", "c1997", "circa 1997", "ca. 1997", "ca 1997", "~1997",
          "~ 1997", "1997?", "1997 ?", "1997 (?)", "around 1997", "approx. 1997", "c. 1997?"})
        CHECK(read(text) == QStringLiteral("~1997"));
    READS("about June 1997", "~1997-06");
    READS("14 June 1997?", "~1997-06-14");
    for (const char* text : {"about", "circa", "~", "?", "c."})
        CHECK(read(text) == QStringLiteral("no"));
}

TEST_CASE("the time that spreadsheets put behind a date is dropped", "[dates]")
{
    READS("1997-06-14T00:00:00", "1997-06-14");
    READS("1997-06-14T09:30:00.000Z", "1997-06-14");
    READS("1997-06-14 00:00:00+07:00", "1997-06-14");
    READS("14/06/1997 12:00", "1997-06-14");
    READS("14/06/1997 12:00:00 AM", "1997-06-14");
    READS("09:30", "no");
}

TEST_CASE("the order decides what two small numbers mean, unless only one reading is possible", "[dates]")
{
    CHECK(read("03/04/1997", DateOrder::DayMonthYear) == QStringLiteral("1997-04-03"));
    CHECK(read("03/04/1997", DateOrder::MonthDayYear) == QStringLiteral("1997-03-04"));
    CHECK(read("03/04/1997", DateOrder::YearMonthDay) == QStringLiteral("1997-04-03"));
    CHECK(read("25/04/1997", DateOrder::MonthDayYear) == QStringLiteral("1997-04-25"));
    CHECK(read("04/25/1997", DateOrder::DayMonthYear) == QStringLiteral("1997-04-25"));
    CHECK(read("1997-03-04", DateOrder::MonthDayYear) == QStringLiteral("1997-03-04"));
}

TEST_CASE("impossible dates and other texts are refused", "[dates]")
{
    for (const char* text : {"31/02/1997",
                             "30 February 1997",
                             "29 February 1997",
                             "32/01/1997",
                             "13/13/1997",
                             "0/1997",
                             "13/1997",
                             "00/00/0000",
                             "0000",
                             "1997-00-14",
                             "1997-06-00",
                             "1997-06-31",
                             "'97",
                             "97",
                             "Jun 97",
                             "6/97",
                             "14/06/97",
                             "199",
                             "19970",
                             "35595",
                             "1997-1998",
                             "1997 1998",
                             "June",
                             "14 June",
                             "Foo 1997",
                             "1997 BC",
                             "--1997",
                             "/1997",
                             "14//06/1997",
                             "14 June 1997 x",
                             "1 2 3 1997",
                             "n/a",
                             "unknown",
                             "-",
                             "...",
                             "<b>1997</b>",
                             "=1997",
                             "1997; DROP TABLE person"})
        CHECK(read(text) == QStringLiteral("no"));
    CHECK_FALSE(PartialDate::fromText(QString(100000, QLatin1Char('1'))));
}

TEST_CASE("month names of neighbouring languages are read", "[dates]")
{
    READS("14 juin 1997", "1997-06-14");
    READS("ao\u00FBt 1997", "1997-08");
    READS("aout 1997", "1997-08");
    READS("14 de junio de 1997", "1997-06-14");
    READS("junho de 1997", "1997-06");
    READS("mar\u00E7o 1997", "1997-03");
    READS("14 Agustus 1997", "1997-08-14");
    READS("Oktober 1997", "1997-10");
    READS("Desember 1997", "1997-12");
}

TEST_CASE("a Thai month beside a year of the Buddhist era is turned into our year", "[dates]")
{
    READS("14 \u0E21\u0E34\u0E16\u0E38\u0E19\u0E32\u0E22\u0E19 2540", "1997-06-14");
    READS("\u0E21\u0E34\u0E16\u0E38\u0E19\u0E32\u0E22\u0E19 1997", "1997-06");
    READS("2540", "2540"); // without a Thai word nobody can know
}

TEST_CASE("what is stored is read again, and nothing else", "[dates]")
{
    for (const auto& date :
         {PartialDate(), PartialDate(1997), PartialDate(1997, 6), PartialDate(1997, 6, 14),
          PartialDate(1997, 6, 14, true), PartialDate(1997, 0, 0, true), PartialDate(1), PartialDate(9999, 12, 31)})
        CHECK(PartialDate::fromStorage(date.toStorage()) == date);
    CHECK(PartialDate(7, 1, 2).toStorage() == QStringLiteral("0007-01-02"));
    for (const char* text : {"97", "1997-6", "1997-13", "1997-02-30", "1997-00", "1997-06-00", "0000", "~", "~~1997",
                             "1997-06-14T00:00", "1997/06", " 1997", "-1997", "19a7"})
        CHECK_FALSE(PartialDate::fromStorage(QString::fromLatin1(text)));
}

TEST_CASE("a date that cannot be becomes the empty one", "[dates]")
{
    CHECK(PartialDate(1997, 2, 31).isEmpty());
    CHECK(PartialDate(1997, 0, 14).isEmpty());
    CHECK(PartialDate(0, 6, 14).isEmpty());
    CHECK(PartialDate(10000).isEmpty());
    CHECK(PartialDate(1997, 13).isEmpty());
    CHECK(PartialDate(-5).isEmpty());
    CHECK(PartialDate(QDate()).isEmpty());
    CHECK_FALSE(PartialDate(0, 0, 0, true).isAbout());
    CHECK(PartialDate(QDate(1997, 6, 14)) == PartialDate(1997, 6, 14));
}

TEST_CASE("the first and the last day that a date can mean", "[dates]")
{
    CHECK(PartialDate(1997).earliest() == QDate(1997, 1, 1));
    CHECK(PartialDate(1997).latest() == QDate(1997, 12, 31));
    CHECK(PartialDate(1996, 2).latest() == QDate(1996, 2, 29));
    CHECK(PartialDate(1997, 2).latest() == QDate(1997, 2, 28));
    CHECK(PartialDate(1997, 6, 14).earliest() == PartialDate(1997, 6, 14).latest());
    CHECK_FALSE(PartialDate().earliest().isValid());
    CHECK_FALSE(PartialDate().latest().isValid());
}

TEST_CASE("dates are told in the words of the locale", "[dates]")
{
    CHECK(PartialDate().toText(australian()).isEmpty());
    CHECK(PartialDate(1997).toText(australian()) == QStringLiteral("1997"));
    CHECK(PartialDate(1997, 6).toText(australian()) == QStringLiteral("June 1997"));
    CHECK(PartialDate(1997, 6, 14).toText(australian()) == QStringLiteral("14 June 1997"));
    CHECK(PartialDate(1997, 0, 0, true).toText(australian()) == QStringLiteral("about 1997"));
    CHECK(PartialDate(1997, 6, 14).toText(QLocale(QLocale::English, QLocale::UnitedStates)) ==
          QStringLiteral("June 14, 1997"));
    CHECK(PartialDate(1997, 6, 14).toText(QLocale(QLocale::Indonesian)) == QStringLiteral("14 Juni 1997"));
}

TEST_CASE("what is shown can be typed again", "[dates]")
{
    for (const auto language :
         {QLocale::English, QLocale::French, QLocale::Spanish, QLocale::Portuguese, QLocale::Indonesian}) {
        for (int month = 1; month <= 12; ++month) {
            for (const auto& date :
                 {PartialDate(1997, month), PartialDate(1997, month, 14), PartialDate(1997, month, 14, true)}) {
                const QString shown = date.toText(QLocale(language));
                INFO(shown.toStdString());
                CHECK(PartialDate::fromText(shown) == date);
            }
        }
    }
}

TEST_CASE("dates are ordered by their first day, the empty one first, and only equal ones tie", "[dates]")
{
    const std::vector<PartialDate> ordered = {
        PartialDate(),        PartialDate(1996, 12, 31), PartialDate(1997),       PartialDate(1997, 0, 0, true),
        PartialDate(1997, 1), PartialDate(1997, 1, 1),   PartialDate(1997, 1, 2), PartialDate(1997, 6),
        PartialDate(2001)};
    for (size_t i = 0; i < ordered.size(); ++i) {
        for (size_t j = 0; j < ordered.size(); ++j) {
            CHECK((ordered[i] < ordered[j]) == (i < j));
            CHECK((ordered[i] == ordered[j]) == (i == j));
        }
    }
}
