// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_records/record_cells.h>
#include <records/people.h>
#include <records/record_type.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString t(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// "value", "?" where it was not understood, "" where the cell says nothing; "value+" where more is in it.
QString read(const Store& store, const char* table, const char* field, const char* text,
             DateOrder order = DateOrder::DayMonthYear)
{
    const Field* known = recordTypeOfTable(t(table))->fieldNamed(t(field));
    REQUIRE(known);
    const CellValue cell = cellValue(*known, t(text), store, order);
    return QString(cell.stored.toString() + (cell.isUnderstood ? QString() : t("?")) +
                   (cell.isAmbiguous ? t("+") : QString()));
}
} // namespace

TEST_CASE("A cell of each kind is read as people write it, and what cannot be read is said", "[record-import]")
{
    FreshStore store;
    const auto is = [&](const char* table, const char* field, const char* text, const char* wanted) {
        INFO(table << "." << field << " from " << text);
        CHECK(read(*store, table, field, text) == t(wanted));
    };
    is("workshop", "capacity", "28", "28");
    is("workshop", "capacity", "28.0", "28");
    is("workshop", "capacity", "1,200", "1200");
    is("workshop", "capacity", "abc", "?");
    is("workshop", "capacity", "28.5", "?");
    is("workshop", "capacity", "n/a", "");
    is("workshop", "budget", "12,500.50", "12500.5");
    is("workshop", "budget", "12.500,50", "12500.5");
    is("workshop", "budget", "12500.5", "12500.5");
    is("workshop", "budget", "12,5", "12.5");
    is("workshop", "budget", "12.500", "?"); // 12500 or 12.5
    is("workshop", "budget", "12,500", "?");
    is("workshop", "budget", "1.2345", "?");
    is("workshop", "budget", "1.200.000,-", "1200000");
    is("workshop", "capacity", "1.000", "?");
    is("workshop", "budget", "12 500", "12500");
    is("workshop", "budget", "about 12", "?");
    is("membership", "from_date", "June 1997", "1997-06");
    is("membership", "from_date", "since 2019", "2019");
    is("membership", "from_date", "about 1999", "~1999");
    is("membership", "from_date", "the other day", "?");
    is("membership", "to_date", "present", "");
    is("workshop", "start_date", "14.6.2026", "2026-06-14");
    is("workshop", "start_date", "6/14/2026", "2026-06-14");
    is("workshop", "start_date", "June 2026", "?");
    is("workshop", "country", "Viet Nam", "VN");
    is("workshop", "country", "Myanmar / Thailand", "MM+");
    is("workshop", "country", "Atlantis", "?");
    is("invitation", "state", "Confirmed", "accepted");
    is("invitation", "state", "perhaps", "?");
    is("invitation", "reserve", "x", "1");
    is("invitation", "reserve", "Reserve", "1");
    is("invitation", "reserve", "no", "0");
    is("invitation", "reserve", "perhaps", "?");
    is("task", "done", "pending", "0");
    is("task", "done", "completed", "1");
    is("organisation", "email", "mailto:a@example.org", "a@example.org");
    is("organisation", "email", "a@example.org, b@example.org", "a@example.org+");
    is("organisation", "email", "ask Ram", "?");
    is("organisation", "place", "  Phnom   Penh ", "Phnom Penh");
    is("session", "start_time", "2026-06-14 09:30", "2026-06-14T09:30");
    is("session", "start_time", "morning", "?");
}

TEST_CASE("What is said of safety and consent and not understood counts as the safer answer",
          "[record-import][safety]")
{
    FreshStore store;
    const auto is = [&](const char* table, const char* field, const char* text, const char* wanted) {
        INFO(table << "." << field << " from " << text);
        CHECK(read(*store, table, field, text) == t(wanted));
    };
    is("person", "safety_level", "yes", "at_risk");
    is("person", "safety_level", "no", "normal");
    is("person", "safety_level", "Be careful", "careful");
    is("person", "safety_level", "see the file of Ana", "at_risk?");
    is("consent", "answer", "yes", "agreed");
    is("consent", "answer", "only if asked again", "refused?");
}

TEST_CASE("A period has two ends, the second one open where it goes on", "[record-import]")
{
    const auto period = [](const char* text) {
        const auto found = periodFromText(t(text), DateOrder::DayMonthYear);
        return found ? QString(found->first.toStorage() + t("/") + found->second.toStorage()) : QString();
    };
    CHECK(period("2015 – 2018") == t("2015/2018"));
    CHECK(period("2015-2018") == t("2015/2018"));
    CHECK(period("from June 2019 to present") == t("2019-06/"));
    CHECK(period("1997-06-14").isEmpty());
    CHECK(period("2015 - sometime").isEmpty());
    CHECK(period("2015").isEmpty());
}
