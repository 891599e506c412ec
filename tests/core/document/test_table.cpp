// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/table.h>
#include <records/workshops.h>
#include <support/catch.h>

using namespace dtp;

TEST_CASE("A cell keeps its value as other programs read it, and shows it as people do", "[cell]")
{
    const QLocale german(QLocale::German, QLocale::Germany);
    CHECK(Cell::date(QDate(2026, 6, 14)).text == QStringLiteral("2026-06-14"));
    CHECK(Cell::date(QDate(2026, 6, 14)).shown(german) == QStringLiteral("14.06.26"));
    CHECK(Cell::date(QDate()).isEmpty());
    const Cell time = Cell::dateTime(QDateTime(QDate(2026, 6, 14), QTime(9, 5)));
    CHECK(time.text == QStringLiteral("2026-06-14T09:05"));
    CHECK(time.dateTime().time() == QTime(9, 5));
    CHECK_FALSE(time.date().isValid());
    CHECK(Cell::integer(1975).shown(german) == QStringLiteral("1975"));
    CHECK(Cell::decimal(1234.5).text == QStringLiteral("1234.5"));
    CHECK(Cell::decimal(1234.5).shown(german) == QStringLiteral("1.234,50"));
    CHECK(Cell::decimal(1234.5).number() == 1234.5);
    CHECK_FALSE(Cell(QStringLiteral("1234")).number());
    CHECK(Cell::partialDate(PartialDate(1997, 6, 3)).date() == QDate(1997, 6, 3));
    for (const PartialDate& vague : {PartialDate(1997, 6), PartialDate(1997, 6, 3, true), PartialDate()})
        CHECK_FALSE(Cell::partialDate(vague).date().isValid());
    CHECK(Cell::partialDate(PartialDate(1997, 0, 0, true)).shown(QLocale::c()) == QStringLiteral("about 1997"));
}

TEST_CASE("A column has title, key, sensitivity and kind of its field, or of the most sensitive", "[table]")
{
    const TableColumn start = columnOf<Workshop>("start_date");
    CHECK(start.key == QStringLiteral("start_date"));
    CHECK(start.title == QStringLiteral("First day"));
    CHECK(start.sensitivity == Sensitivity::Public);
    CHECK(start.kind == CellKind::Date);
    CHECK(columnOf<Workshop>("budget").isNumber());
    const TableColumn made =
        columnMadeOf("where", QStringLiteral("Where"),
                     {columnOf<Workshop>("place"), columnOf<Workshop>("venue"), columnOf<Workshop>("country")});
    CHECK(made.sensitivity == Sensitivity::Internal);
    CHECK(columnMadeOf("who", {}, {columnOf<Person>("safe_channel"), columnOf<Person>("country")}).sensitivity ==
          Sensitivity::Restricted);
    CHECK(TableColumn().sensitivity == Sensitivity::Internal); // forgetting to say it shows nothing
}

TEST_CASE("A row is about each person once", "[table]")
{
    Subjects subjects{{7}, {}, {9}, {7}};
    CHECK(subjects.size() == 2);
    CHECK(subjects.contains({9}));
    CHECK_FALSE(subjects.contains({8}));
    CHECK(Subjects(Id<Person>()).isEmpty());
}
