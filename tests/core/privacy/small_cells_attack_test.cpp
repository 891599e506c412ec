// SPDX-License-Identifier: GPL-3.0-or-later
// Every small table, and every two of one document: what could a reader work out who knows the method?
#include "counts_of_test.h"

#include <privacy/small_cells.h>
#include <support/catch.h>

#include <climits>
#include <functional>
#include <map>
#include <unordered_map>

using namespace dtp;
using namespace dtp::test;

namespace
{
using Numbers = std::vector<int>;

// A reader intersects all that gives the same view. A number is told when it is the same in all of it.
class Reader
{
public:
    void sees(const QString& view, const Numbers& secrets)
    {
        const auto [at, isNew] = m_views.try_emplace(view);
        Seen& seen = at->second;
        if (isNew) {
            seen = {secrets, std::vector<bool>(secrets.size(), true)};
            return;
        }
        for (size_t i = 0; i < secrets.size(); ++i)
            seen.isCertain[i] = seen.isCertain[i] && seen.first[i] == secrets[i];
    }
    // The first views that tell a small number.
    std::string told(int threshold) const
    {
        constexpr qsizetype enough = 6;
        QStringList views;
        for (const auto& [view, seen] : m_views) {
            for (size_t i = 0; i < seen.first.size() && views.size() < enough; ++i) {
                if (seen.isCertain[i] && seen.first[i] > 0 && seen.first[i] < threshold) {
                    views.append(view + QStringLiteral(" tells %1 of secret %2").arg(seen.first[i]).arg(i));
                    break;
                }
            }
        }
        return views.join(QLatin1Char('\n')).toStdString();
    }
    size_t views() const { return m_views.size(); }

private:
    struct Seen {
        Numbers first;
        std::vector<bool> isCertain;
    };
    std::unordered_map<QString, Seen> m_views;
};

// Every row of so many numbers from 0 that are so many at most, and so many in all.
void eachOf(size_t size, int most, int mostInAll, const std::function<void(const Numbers&)>& visit)
{
    Numbers numbers(size, 0);
    int sum = 0;
    for (;;) {
        visit(numbers);
        size_t at = 0;
        for (; at < size; ++at) {
            ++sum;
            if (++numbers[at] <= most && sum <= mostInAll)
                break;
            sum -= numbers[at];
            numbers[at] = 0;
        }
        if (at == size)
            return;
    }
}

int sumOf(const Numbers& numbers, size_t from, size_t to)
{
    int sum = 0;
    for (size_t i = from; i < to; ++i)
        sum += numbers[i];
    return sum;
}

QString inWords(const CountsBlock& made)
{
    return QStringLiteral("%1 of %2, %3").arg(shown(made)).arg(made.total).arg(made.note);
}

// A table of people of whom some are named: the first half of the numbers are those, by category, the second the
// others. Its views: of who knows nobody, and of who knows all that are named.
struct SplitTable {
    Numbers numbers;
    int named = 0;
    int others = 0;
    QString view;
    QString knownNamed;

    SplitTable(const Numbers& all, int threshold, bool isListed) : numbers(all)
    {
        const size_t cells = all.size() / 2;
        std::vector<std::pair<int, int>> each;
        for (size_t i = 0; i < cells; ++i) {
            each.emplace_back(all[i], all[cells + i]);
            knownNamed += QStringLiteral("%1 ").arg(all[i]);
        }
        named = sumOf(all, 0, cells);
        others = sumOf(all, cells, all.size());
        QSet<qint64> people;
        CountsBlock made = countsOf(each, people);
        protectCounts(made, threshold, people, isListed ? &people : nullptr);
        view = QStringLiteral("%1 named, %2 counted: ").arg(named).arg(others) + inWords(made);
    }
    // The others of each category, which nobody is to know who knows the named.
    Numbers ofOthers() const
    {
        return {numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2), numbers.end()};
    }
    Numbers ofAll() const
    {
        Numbers all = ofOthers();
        for (size_t i = 0; i < all.size(); ++i)
            all[i] += numbers[i];
        return all;
    }
};
} // namespace

TEST_CASE("Who knows the method and sees a table cannot work out a small number in it", "[privacy][cells]")
{
    struct Size {
        int threshold;
        size_t cells;
        int most; // in all
    };
    for (const Size& size : {Size{2, 4, 14}, Size{3, 3, 16}, Size{3, 4, 16}, Size{4, 3, 18}, Size{5, 4, 21}}) {
        Reader reader;
        Reader ofGroups; // "a" and "b" are in one, "c" and "d" in the other
        eachOf(size.cells, size.most, size.most, [&](const Numbers& counts) {
            std::vector<std::pair<int, int>> each;
            for (const int count : counts)
                each.emplace_back(0, count);
            QSet<qint64> nobody;
            CountsBlock made = countsOf(each, nobody);
            CountsBlock grouped = made;
            for (CountItem& item : grouped.items)
                item.group = item.label < QLatin1String("c") ? QStringLiteral("first") : QStringLiteral("second");
            protectCounts(made, size.threshold, nobody);
            protectCounts(grouped, size.threshold, nobody);
            reader.sees(inWords(made), counts);
            ofGroups.sees(inWords(grouped), counts);
        });
        INFO("threshold " << size.threshold << ", " << size.cells << " categories");
        CHECK(reader.views() > 3);
        CHECK(reader.told(size.threshold) == std::string());
        CHECK(ofGroups.told(size.threshold) == std::string());
    }
}

TEST_CASE(
    "Who knows the method, the named and the numbers cannot work out how many of the others are in which category",
    "[privacy][cells]")
{
    struct Size {
        int threshold;
        size_t cells;
        int most; // named, and others, in all
    };
    for (const bool isListed : {false, true}) {
        for (const Size& size : {Size{2, 2, 9}, Size{3, 2, 10}, Size{4, 2, 12}, Size{2, 3, 6}, Size{3, 3, 7}}) {
            Reader knowing;
            Reader stranger;
            eachOf(2 * size.cells, size.most, 2 * size.most, [&](const Numbers& numbers) {
                if (sumOf(numbers, 0, size.cells) > size.most ||
                    sumOf(numbers, size.cells, numbers.size()) > size.most)
                    return;
                const SplitTable table(numbers, size.threshold, isListed);
                knowing.sees(table.knownNamed + table.view, table.ofOthers());
                stranger.sees(table.view, table.ofAll());
            });
            INFO("threshold " << size.threshold << ", " << size.cells << " categories, listed " << isListed);
            CHECK(knowing.told(size.threshold) == std::string());
            if (!isListed) // a list is there for all to read
                CHECK(stranger.told(size.threshold) == std::string());
        }
    }
}

TEST_CASE("Two tables of one document about the same people tell together no small number", "[privacy][cells]")
{
    // By two sides, of three categories each, in every split of named and counted; one of them may be that of a list.
    constexpr size_t cells = 3;
    for (const auto& [threshold, mostPeople] : {std::pair{2, 8}, std::pair{3, 6}}) {
        for (const bool isListed : {false, true}) {
            std::map<std::pair<int, int>, std::pair<std::vector<SplitTable>, std::vector<SplitTable>>> tables;
            eachOf(2 * cells, mostPeople, mostPeople, [&, least = threshold](const Numbers& numbers) {
                SplitTable first(numbers, least, isListed);
                auto& [firsts, seconds] = tables[{first.named, first.others}];
                firsts.push_back(std::move(first));
                seconds.emplace_back(numbers, least, false);
            });
            for (const auto& [people, both] : tables) {
                Reader knowing;
                Reader stranger;
                for (const SplitTable& first : both.first) {
                    for (const SplitTable& second : both.second) {
                        const QString view = first.view + QStringLiteral(" / ") + second.view;
                        Numbers others = first.ofOthers();
                        Numbers all = isListed ? Numbers() : first.ofAll();
                        for (const int number : second.ofOthers())
                            others.push_back(number);
                        for (const int number : second.ofAll())
                            all.push_back(number);
                        knowing.sees(first.knownNamed + second.knownNamed + view, others);
                        stranger.sees((isListed ? first.knownNamed : QString()) + view, all);
                    }
                }
                INFO("threshold " << threshold << ", named " << people.first << ", others " << people.second);
                REQUIRE(knowing.told(threshold) == std::string());
                REQUIRE(stranger.told(threshold) == std::string());
            }
        }
    }
}

namespace
{
// A table of all, and one of some of them: of each category how many named and how many others are in both, and how
// many in that of all alone.
QString viewOfTwo(const Numbers& numbers, int threshold)
{
    const size_t cells = numbers.size() / 4;
    CountsBlock whole;
    CountsBlock part;
    QSet<qint64> named;
    qint64 next = 0;
    for (size_t i = 0; i < cells; ++i) {
        CountItem ofWhole;
        ofWhole.label = QString(QChar(static_cast<char16_t>(u'a' + i)));
        CountItem ofPart = ofWhole;
        for (size_t kind = 0; kind < 4; ++kind) {
            for (int k = 0; k < numbers[kind * cells + i]; ++k) {
                const Id<Person> person{++next};
                if (kind % 2 == 0)
                    named.insert(person.value);
                if (kind < 2)
                    ofPart.people.add(person);
                ofWhole.people.add(person);
            }
        }
        for (auto [item, block] : {std::pair{&ofWhole, &whole}, std::pair{&ofPart, &part}}) {
            item->count = static_cast<int>(item->people.size());
            block->total += item->count;
            if (item->count > 0)
                block->items.push_back(*item);
        }
    }
    const bool isLeftOut = tellTogether(whole, part, threshold, named);
    protectCounts(whole, threshold, named);
    protectCounts(part, threshold, named);
    return inWords(whole) + QStringLiteral(" / ") + (isLeftOut ? QStringLiteral("left out") : inWords(part));
}
} // namespace

TEST_CASE("A table of some beside the table of all tells no small number of either, nor of the rest",
          "[privacy][cells]")
{
    struct Size {
        int threshold;
        size_t cells;
        int most; // in each category
    };
    for (const Size& size : {Size{2, 3, 6}, Size{3, 2, 12}, Size{3, 3, 6}, Size{4, 2, 12}}) {
        Reader reader;
        eachOf(2 * size.cells, size.most, INT_MAX, [&](const Numbers& numbers) {
            Numbers all(4 * size.cells, 0);
            Numbers secrets;
            for (size_t i = 0; i < size.cells; ++i) {
                const int ofPart = numbers[i];
                const int rest = numbers[size.cells + i];
                if (ofPart + rest > size.most)
                    return;
                all[size.cells + i] = ofPart;
                all[3 * size.cells + i] = rest;
                secrets.insert(secrets.end(), {ofPart, rest, ofPart + rest});
            }
            reader.sees(viewOfTwo(all, size.threshold), secrets);
        });
        INFO("threshold " << size.threshold << ", " << size.cells << " categories");
        CHECK(reader.told(size.threshold) == std::string());
    }
}

TEST_CASE("A table of some beside the table of all tells no small number of those who are not named",
          "[privacy][cells]")
{
    constexpr size_t cells = 2;
    constexpr int threshold = 2;
    constexpr int mostPeople = 9;
    Reader reader;
    eachOf(4 * cells, mostPeople, mostPeople, [&](const Numbers& numbers) {
        QString view;
        Numbers secrets;
        for (size_t i = 0; i < cells; ++i) {
            // Who is named, and in which of the two, is known.
            view += QStringLiteral("%1+%2 ").arg(numbers[i]).arg(numbers[2 * cells + i]);
            const int ofPart = numbers[cells + i];
            const int rest = numbers[3 * cells + i];
            secrets.insert(secrets.end(), {ofPart, rest, ofPart + rest});
        }
        const int others = secrets[2] + secrets[5];
        view += QStringLiteral("and %1 others: ").arg(others);
        reader.sees(view + viewOfTwo(numbers, threshold), secrets);
    });
    CHECK(reader.told(threshold) == std::string());
}
