// SPDX-License-Identifier: GPL-3.0-or-later
#include "counts_of_test.h"

#include <privacy/small_cells.h>
#include <support/catch.h>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
CountItem item(const char* label, int count, const char* group = "", const char* code = "")
{
    return {QString::fromUtf8(label), QString::fromUtf8(code), QString::fromUtf8(group), count, false, {}};
}

CountsBlock block(std::vector<CountItem> items)
{
    CountsBlock made;
    for (const CountItem& one : items)
        made.total += one.count;
    made.items = std::move(items);
    return made;
}
} // namespace

TEST_CASE("Counts without a small number stay as they are", "[privacy][cells]")
{
    CountsBlock made = block({item("Nepal", 7), item("Fiji", 5), item("Samoa", 0)});
    CHECK(hideSmallCells(made, 5) == 0);
    CHECK(shown(made) == QStringLiteral("Nepal 7 | Fiji 5 | Samoa 0"));
    CHECK(made.note.isEmpty());
}

TEST_CASE("A group with a small number is told as a whole, and the total stays", "[privacy][cells]")
{
    CountsBlock one = block({item("Thailand", 9, "South-East Asia"), item("Nepal", 8, "South Asia"),
                             item("India", 6, "South Asia"), item("Laos", 2, "South-East Asia")});
    CHECK(hideSmallCells(one, 5) == 1);
    CHECK(shown(one) == QStringLiteral("India 6 | Nepal 8 | South-East Asia 11"));
    CountsBlock made = block({item("Nepal", 3, "South Asia", "NP"), item("Bhutan", 4, "South Asia", "BT"),
                              item("Thailand", 9, "South-East Asia", "TH"), item("Laos", 2, "South-East Asia", "LA"),
                              item("Brunei", 4, "South-East Asia", "BN")});
    CHECK(hideSmallCells(made, 5) == 4);
    CHECK(shown(made) == QStringLiteral("South Asia 7 | South-East Asia 15"));
    CHECK(made.total == 22);
    CHECK(made.items.front().code.isEmpty());
    CHECK_FALSE(made.note.isEmpty());
}

TEST_CASE("A single small number takes a second one with it, because it could be found by subtraction",
          "[privacy][cells]")
{
    CountsBlock made = block({item("Women", 14), item("Men", 9), item("Other", 2)});
    CHECK(hideSmallCells(made, 5) == 2);
    CHECK(shown(made) == QStringLiteral("Women 14 | All others 11"));
    CHECK(made.total == 25);
    CHECK(made.note == QStringLiteral("Numbers below 5 are put together or not shown."));
}

TEST_CASE("What is small is told together and without its labels, so that it is not told that there is anybody",
          "[privacy][cells]")
{
    CountsBlock made = block({item("Women", 20), item("Non-binary", 3), item("Other", 4)});
    CHECK(hideSmallCells(made, 5) == 2);
    CHECK(shown(made) == QStringLiteral("Women 20 | All others 7"));
}

TEST_CASE("Small numbers whose sum gives them away take another one with them", "[privacy][cells]")
{
    // 4 + 4 of at most 4 each would be certain; 1 + 1 are too few even together.
    CountsBlock highest = block({item("Land", 20), item("Forest", 11), item("Labour", 4), item("Water", 4)});
    CHECK(hideSmallCells(highest, 5) == 3);
    CHECK(shown(highest) == QStringLiteral("Land 20 | All others 19"));
    CountsBlock lowest = block({item("Land", 20), item("Forest", 11), item("Labour", 1), item("Water", 1)});
    CHECK(hideSmallCells(lowest, 5) == 3);
    CHECK(shown(lowest) == QStringLiteral("Land 20 | All others 13"));
}

TEST_CASE("Where everything would be hidden only the total remains", "[privacy][cells]")
{
    CountsBlock made = block({item("Fiji", 3)});
    CHECK(hideSmallCells(made, 5) == 1);
    CHECK(made.items.empty());
    CHECK(made.total == 3);
    CHECK_FALSE(made.note.isEmpty());
}

TEST_CASE("Where one person counts several times, no sum of numbers is told", "[privacy][cells]")
{
    CountsBlock made = block({item("Land", 20, "Nature"), item("Water", 3, "Nature"), item("Air", 2, "Nature")});
    made.total = 22; // people, of whom some work on two issues
    CHECK(hideSmallCells(made, 5) == 2);
    CHECK(shown(made) == QStringLiteral("Land 20 | All others: fewer than 5 each"));
}

TEST_CASE("Whatever the numbers, no small one is shown or can be found by subtraction", "[privacy][cells]")
{
    std::mt19937 random(11);
    const std::vector<const char*> groups{"", "A", "B"};
    for (int round = 0; round < 20000; ++round) {
        std::vector<CountItem> items;
        const size_t size = 1 + random() % 7;
        for (size_t i = 0; i < size; ++i)
            items.push_back(item("x", static_cast<int>(random() % 9), groups[random() % groups.size()]));
        CountsBlock made = block(std::move(items));
        const int total = made.total;
        hideSmallCells(made, 5);
        REQUIRE(made.total == total);
        int sum = 0;
        for (const CountItem& one : made.items) {
            REQUIRE((one.count == 0 || one.count >= 5));
            REQUIRE_FALSE(one.atLeastHidden);
            sum += one.count;
        }
        REQUIRE((made.items.empty() || sum == total));
    }
}

TEST_CASE("Where numbers are put together, the order of the rows does not tell how large they were",
          "[privacy][cells]")
{
    CountsBlock made = block({item("Women", 5), item("Men", 3), item("Non-binary", 1), item("Other", 1)});
    hideSmallCells(made, 5);
    CHECK(shown(made) == QStringLiteral("Women 5 | All others 5"));
    CountsBlock tied = block({item("A", 5), item("B", 5), item("C", 1)});
    hideSmallCells(tied, 5);
    CHECK(tied.items.empty()); // hiding A alone would tell that A is the first of the fives
    // By size, "South" would stand where its largest stood.
    CountsBlock groups = block(
        {item("Fiji", 4, "South"), item("Nepal", 3, "North"), item("Bhutan", 3, "North"), item("Tonga", 1, "South")});
    hideSmallCells(groups, 5);
    CHECK(shown(groups) == QStringLiteral("North 6 | South 5"));
}

TEST_CASE("Where a list tells who is from where, those it leaves out are not to be found by subtraction",
          "[privacy][cells]")
{
    QSet<qint64> listed;
    CountsBlock one = countsOf({{6, 1}, {5, 0}}, listed);
    CHECK(protectCounts(one, 5, listed, &listed) == 0);
    CHECK(shown(one) == QStringLiteral("a 6 | b 5"));
    CHECK(one.total == 11);
    CHECK(one.note == QStringLiteral("Only those who are named are counted here."));
    CountsBlock many = countsOf({{6, 5}, {5, 6}}, listed = {});
    CHECK(protectCounts(many, 5, listed, &listed) == 0);
    CHECK(shown(many) == QStringLiteral("a 11 | b 11"));
    CHECK(many.note.isEmpty());
    CountsBlock uneven = countsOf({{9, 3}, {1, 8}}, listed = {});
    CHECK(protectCounts(uneven, 5, listed, &listed) == 0);
    CHECK(shown(uneven) == QStringLiteral("a 9 | b 1")); // the list tells as much
    // All who are in the list, and none beside.
    CountsBlock all = countsOf({{3, 0}, {1, 0}}, listed = {});
    CHECK(protectCounts(all, 5, listed, &listed) == 0);
    CHECK(shown(all) == QStringLiteral("a 3 | b 1"));
    // Numbers of which it is not known whose they are.
    CountsBlock unknown = block({item("a", 9), item("b", 6), item("c", 1)});
    CHECK(protectCounts(unknown, 5, listed, &listed) == 2);
    CHECK(shown(unknown) == QStringLiteral("a 9 | All others 7"));
}

TEST_CASE("Who is named is taken from the numbers by who knows them, and what is left is not small",
          "[privacy][cells]")
{
    // 12 named women and 6 named men: the one who is not named would be seen to be a man.
    QSet<qint64> named;
    CountsBlock one = countsOf({{12, 0}, {6, 1}}, named);
    CHECK(protectCounts(one, 5, named) == 0);
    CHECK(shown(one) == QStringLiteral("a 12 | b 6"));
    CHECK(one.note == QStringLiteral("Only those who are named are counted here."));
    CHECK(one.total == 18);
    // One who is named does not take the table from all.
    CountsBlock others = countsOf({{1, 14}, {0, 9}}, named = {});
    CHECK(protectCounts(others, 5, named) == 0);
    CHECK(shown(others) == QStringLiteral("a 14 | b 9"));
    CHECK(others.note == QStringLiteral("Those who are named are not counted here."));
    CountsBlock all = countsOf({{6, 14}, {7, 9}}, named = {});
    CHECK(protectCounts(all, 5, named) == 0);
    CHECK(shown(all) == QStringLiteral("a 20 | b 16"));
    CHECK(all.note.isEmpty());
    CountsBlock uneven = countsOf({{6, 14}, {4, 9}, {1, 1}}, named = {});
    CHECK(protectCounts(uneven, 5, named) == 2);
    CHECK(shown(uneven) == QStringLiteral("a 6 | All others 5"));
    CHECK(uneven.total == 11);
    CountsBlock sizes = countsOf({{1, 1}, {5, 1}, {5, 2}}, named = {});
    CHECK(protectCounts(sizes, 5, named, &named) == 0);
    CHECK(shown(sizes) == QStringLiteral("a 1 | b 5 | c 5")); // "c" first would tell that it has more others
    CountsBlock few = countsOf({{5, 5}, {4, 4}}, named = {});
    CHECK(protectCounts(few, 5, named) == 2);
    CHECK(few.items.empty());
    CHECK(few.total == 18);
    CHECK(few.note == QStringLiteral("Too few people to be broken down."));
}

TEST_CASE("Who is named elsewhere than in the list is taken from the numbers as well", "[privacy][cells]")
{
    QSet<qint64> listed;
    CountsBlock made = countsOf({{5, 12}, {5, 5}}, listed);
    QSet<qint64> named = listed;
    for (qint64 other = 0; const Id<Person> person : made.items[0].people) {
        if (!listed.contains(person.value) && ++other <= 8) // of twelve who are not in the list
            named.insert(person.value);
    }
    CountsBlock without = made;
    CHECK(protectCounts(without, 5, listed, &listed) == 0);
    CHECK(shown(without) == QStringLiteral("a 17 | b 10"));
    CHECK(protectCounts(made, 5, named, &listed) == 0);
    CHECK(shown(made) == QStringLiteral("a 5 | b 5"));
    CHECK(made.note == QStringLiteral("Only those who are named are counted here."));
}

TEST_CASE("Of few people no table is made, so that its absence does not tell either", "[privacy][cells]")
{
    CountsBlock few = block({item("Women", 9)});
    CHECK(hideSmallCells(few, 5) == 1);
    CHECK(few.items.empty());
    CHECK(few.total == 9);
    CountsBlock none = block({});
    CHECK(hideSmallCells(none, 5) == 0);
    CHECK(none.note.isEmpty());
}

TEST_CASE("Two tables by the same column tell together what stands in neither", "[privacy][cells]")
{
    QSet<qint64> named;
    const CountsBlock all = countsOf({{0, 8}, {0, 9}}, named);
    CountsBlock day = all; // two of the first kind did not come
    Subjects came;
    for (const Id<Person> person : all.items[0].people) {
        if (came.size() < 6)
            came.add(person);
    }
    day.items[0].people = came;
    day.items[0].count = 6;
    CHECK(tellTogether(all, day, 5));
    CHECK(tellTogether(day, all, 5));
    CHECK_FALSE(tellTogether(all, all, 5));
    CHECK_FALSE(tellTogether(all, day, 2));
    day.column = QStringLiteral("sector");
    CHECK_FALSE(tellTogether(all, day, 5));
}
