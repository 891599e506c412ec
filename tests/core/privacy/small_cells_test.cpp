// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/small_cells.h>
#include <support/catch.h>

#include <array>
#include <map>
#include <numeric>
#include <random>

using namespace dtp;

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

// "Nepal 7 | Fiji: fewer than 5"
QString shown(const CountsBlock& made)
{
    QStringList parts;
    for (const CountItem& one : made.items)
        parts.append(one.atLeastHidden ? QStringLiteral("%1: %2").arg(one.label, one.hiddenAs)
                                       : QStringLiteral("%1 %2").arg(one.label).arg(one.count));
    return parts.join(QStringLiteral(" | "));
}
} // namespace

TEST_CASE("Counts without a small number stay as they are", "[privacy][cells]")
{
    CountsBlock made = block({item("Nepal", 7), item("Fiji", 5), item("Samoa", 0)});
    CHECK(hideSmallCells(made, 5) == 0);
    CHECK(shown(made) == QStringLiteral("Nepal 7 | Fiji 5 | Samoa 0"));
    CHECK(made.note.isEmpty());
}

TEST_CASE("Small numbers of one group are put together, and the total stays", "[privacy][cells]")
{
    CountsBlock made = block({item("Nepal", 3, "South Asia", "NP"), item("Bhutan", 4, "South Asia", "BT"),
                              item("Thailand", 9, "South-East Asia", "TH"), item("Laos", 2, "South-East Asia", "LA"),
                              item("Brunei", 4, "South-East Asia", "BN")});
    CHECK(hideSmallCells(made, 5) == 4);
    CHECK(shown(made) == QStringLiteral("South Asia 7 | Thailand 9 | South-East Asia, others 6"));
    CHECK(made.total == 22);
    CHECK(made.items.front().code.isEmpty());
    CHECK_FALSE(made.note.isEmpty());
}

TEST_CASE("A single small number takes a second one with it, because it could be found by subtraction",
          "[privacy][cells]")
{
    CountsBlock made = block({item("Women", 14), item("Men", 9), item("Other", 2)});
    CHECK(hideSmallCells(made, 5) == 2);
    CHECK(shown(made) == QStringLiteral("Men: not shown | Other: not shown | Women 14"));
    CHECK(made.items[0].count == 0);
    CHECK(made.items[1].count == 0);
    CHECK(made.total == 25);
}

TEST_CASE("Several small numbers that cannot be told apart are fewer than five each", "[privacy][cells]")
{
    CountsBlock made = block({item("Land", 20), item("Labour", 3), item("Water", 4)});
    CHECK(hideSmallCells(made, 5) == 2);
    CHECK(shown(made) == QStringLiteral("Labour: fewer than 5 | Land 20 | Water: fewer than 5"));
}

TEST_CASE("Small numbers whose sum gives them away take another one with them", "[privacy][cells]")
{
    // 4 + 4 of at most 4 each would be certain; 1 + 1 are too few even together.
    CountsBlock highest = block({item("Land", 20), item("Forest", 11), item("Labour", 4), item("Water", 4)});
    CHECK(hideSmallCells(highest, 5) == 3);
    CHECK(shown(highest) == QStringLiteral("Forest: not shown | Labour: not shown | Land 20 | Water: not shown"));
    CountsBlock lowest = block({item("Land", 20), item("Forest", 11), item("Labour", 1), item("Water", 1)});
    CHECK(hideSmallCells(lowest, 5) == 3);
    CHECK(shown(lowest) == QStringLiteral("Forest: not shown | Labour: not shown | Land 20 | Water: not shown"));
}

TEST_CASE("Where everything would be hidden only the total remains", "[privacy][cells]")
{
    CountsBlock made = block({item("Fiji", 3)});
    CHECK(hideSmallCells(made, 5) == 1);
    CHECK(made.items.empty());
    CHECK(made.total == 3);
    CHECK_FALSE(made.note.isEmpty());
}

TEST_CASE("Where one person counts several times, numbers are hidden and never put together", "[privacy][cells]")
{
    CountsBlock made = block({item("Land", 20, "Nature"), item("Water", 3, "Nature"), item("Air", 2, "Nature")});
    made.total = 22; // people, of whom some work on two issues
    CHECK(hideSmallCells(made, 5) == 2);
    CHECK(shown(made) == QStringLiteral("Air: fewer than 5 | Land 20 | Water: fewer than 5"));
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
        int visible = 0;
        int hidden = 0;
        bool fewer = false;
        for (const CountItem& one : made.items) {
            REQUIRE((one.atLeastHidden || one.count == 0 || one.count >= 5));
            REQUIRE((!one.atLeastHidden || (one.count == 0 && !one.hiddenAs.isEmpty())));
            visible += one.count;
            hidden += one.atLeastHidden ? 1 : 0;
            fewer = fewer || one.hiddenAs.startsWith(QStringLiteral("fewer"));
        }
        if (made.items.empty())
            continue;
        const int rest = total - visible;
        REQUIRE(hidden != 1);
        REQUIRE((hidden == 0 ? rest == 0 : rest >= 5));
        if (fewer)
            REQUIRE((rest > hidden && rest < 4 * hidden));
    }
}

TEST_CASE("Where a number is hidden, the rows stand by their labels", "[privacy][cells]")
{
    // In the order of size the last one could only be 1.
    CountsBlock made = block({item("Women", 5), item("Men", 3), item("Non-binary", 1), item("Other", 1)});
    hideSmallCells(made, 5);
    CHECK(shown(made) ==
          QStringLiteral("Men: fewer than 5 | Non-binary: fewer than 5 | Other: fewer than 5 | Women 5"));
    CountsBlock tied = block({item("A", 5), item("B", 5), item("C", 1)});
    hideSmallCells(tied, 5);
    CHECK(tied.items.empty()); // hiding A alone would tell that A is the first of the fives
}

TEST_CASE("Who knows the method and sees a table cannot work out a small number in it", "[privacy][cells]")
{
    // Every table of so many cells up to a size: what is shown must be shown of other tables as well, in which each
    // small number is another one.
    struct Size {
        int threshold, cells, most;
    };
    for (const Size& size :
         {Size{2, 4, 5}, Size{3, 3, 8}, Size{3, 4, 6}, Size{4, 3, 9}, Size{5, 3, 11}, Size{5, 4, 8}}) {
        std::map<QString, std::vector<std::vector<int>>> tables;
        std::vector<int> counts(static_cast<size_t>(size.cells), 0);
        for (bool isLast = false; !isLast;) {
            std::vector<CountItem> items;
            for (size_t i = 0; i < counts.size(); ++i)
                items.push_back(item(std::array{"a", "b", "c", "d"}[i], counts[i]));
            std::stable_sort(items.begin(), items.end(),
                             [](const CountItem& a, const CountItem& b) { return a.count > b.count; });
            CountsBlock made = block(std::move(items));
            hideSmallCells(made, size.threshold);
            const bool isNothingShown = made.items.empty();
            if (!isNothingShown)
                tables[shown(made) + QStringLiteral(" of %1").arg(made.total)].push_back(counts);
            size_t at = 0;
            while (at < counts.size() && ++counts[at] > size.most)
                counts[at++] = 0;
            isLast = at == counts.size();
        }
        for (const auto& [view, same] : tables) {
            for (size_t cell = 0; cell < counts.size(); ++cell) {
                const int first = same.front()[cell];
                const bool isCertain =
                    std::all_of(same.begin(), same.end(), [&](const auto& table) { return table[cell] == first; });
                INFO(view.toStdString());
                REQUIRE_FALSE((isCertain && first > 0 && first < size.threshold));
            }
        }
    }
}

namespace
{
// Of each item how many are listed by name, and how many are not.
CountsBlock countsOf(const std::vector<std::pair<int, int>>& listedAndOthers, QSet<qint64>& listed)
{
    CountsBlock made;
    qint64 next = 1;
    for (size_t i = 0; i < listedAndOthers.size(); ++i) {
        CountItem one = item(std::array{"a", "b", "c", "d"}[i], 0);
        for (int k = 0; k < listedAndOthers[i].first; ++k) {
            listed.insert(next);
            one.people.add(Id<Person>{next++});
        }
        for (int k = 0; k < listedAndOthers[i].second; ++k)
            one.people.add(Id<Person>{1000 + next++});
        one.count = static_cast<int>(one.people.size());
        made.total += one.count;
        if (one.count > 0)
            made.items.push_back(std::move(one));
    }
    return made;
}
} // namespace

TEST_CASE("Where a list tells who is from where, those it leaves out are not to be found by subtraction",
          "[privacy][cells]")
{
    QSet<qint64> listed;
    CountsBlock one = countsOf({{6, 1}, {5, 0}}, listed);
    CHECK(keepListed(one, listed, 5));
    CHECK(shown(one) == QStringLiteral("a 6 | b 5"));
    CHECK(one.total == 11);
    CHECK(one.note == QStringLiteral("Only those who are named are counted here."));
    CountsBlock many = countsOf({{6, 5}, {5, 0}}, listed = {});
    CHECK_FALSE(keepListed(many, listed, 5));
    CHECK(shown(many) == QStringLiteral("a 11 | b 5"));
    CHECK(many.note.isEmpty());
}

TEST_CASE("Who knows the method, the list and the numbers cannot work out how many of those left out are from where",
          "[privacy][cells]")
{
    constexpr int threshold = 3;
    constexpr size_t cells = 3;
    constexpr int most = 4; // listed, and left out, of each cell
    std::map<QString, std::vector<std::array<int, cells>>> tables;
    std::array<int, 2 * cells> numbers{};
    for (bool isLast = false; !isLast;) {
        std::vector<std::pair<int, int>> each;
        QString view;
        int leftOut = 0;
        for (size_t i = 0; i < cells; ++i) {
            each.emplace_back(numbers[i], numbers[cells + i]);
            view += QStringLiteral("%1 ").arg(numbers[i]); // the list tells
            leftOut += numbers[cells + i];
        }
        QSet<qint64> listed;
        CountsBlock made = countsOf(each, listed);
        if (!keepListed(made, listed, threshold))
            hideSmallCells(made, threshold);
        view += QStringLiteral("and %1: %2 of %3 %4").arg(leftOut).arg(shown(made)).arg(made.total).arg(made.note);
        tables[view].push_back({numbers[cells], numbers[cells + 1], numbers[cells + 2]});
        size_t at = 0;
        while (at < numbers.size() && ++numbers[at] > most)
            numbers[at++] = 0;
        isLast = at == numbers.size();
    }
    for (const auto& [view, same] : tables) {
        for (size_t cell = 0; cell < cells; ++cell) {
            const int first = same.front()[cell];
            const bool isCertain =
                std::all_of(same.begin(), same.end(), [&](const auto& table) { return table[cell] == first; });
            INFO(view.toStdString());
            REQUIRE_FALSE((isCertain && first > 0 && first < threshold));
        }
    }
}
