// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/clock.h>
#include <base/id.h>
#include <base/utc.h>
#include <support/catch.h>

#include <QSet>
#include <thread>
#include <type_traits>

using namespace dtp;

namespace
{
struct Apple;
struct Pear;
static_assert(!std::is_convertible_v<Id<Apple>, Id<Pear>>, "a key of one kind cannot be passed for another's");
static_assert(!std::is_constructible_v<Id<Apple>, Id<Pear>>);

QDateTime morning()
{
    return utcMoment(QDate(2026, 6, 1), QTime(9, 0));
}
} // namespace

TEST_CASE("a hundred thousand keys of one moment are positive, different and in order", "[keys]")
{
    const FixedClock clock(morning());
    IdMaker maker(clock, 1);
    qint64 last = 0;
    for (int i = 0; i < 100000; ++i) {
        const qint64 key = maker.next();
        REQUIRE(key > last);
        last = key;
    }
}

TEST_CASE("keys of a later time are greater, also across two makers", "[keys]")
{
    FixedClock clock(morning());
    IdMaker first(clock, 1);
    IdMaker second(clock, 2);
    for (int i = 0; i < 1000; ++i) {
        const qint64 before = first.next();
        clock.set(clock.now().addMSecs(1));
        CHECK(second.next() > before);
    }
}

TEST_CASE("a clock that steps back does not turn the order of keys", "[keys]")
{
    FixedClock clock(morning());
    IdMaker maker(clock, 1);
    const qint64 before = maker.next();
    clock.set(morning().addYears(-3));
    const qint64 after = maker.next();
    CHECK(after > before);
    clock.set(utcMoment(QDate(1970, 1, 1), QTime(0, 0)));
    CHECK(maker.next() > after);
    clock.set(morning().addSecs(1));
    CHECK(maker.next() > after);
}

TEST_CASE("a clock before the first year still gives positive keys", "[keys]")
{
    const FixedClock clock(utcMoment(QDate(1990, 1, 1), QTime(0, 0)));
    IdMaker maker(clock, 1);
    CHECK(maker.next() > 0);
}

TEST_CASE("the same seed and time make the same keys, another seed makes others", "[keys]")
{
    const FixedClock clock(morning());
    IdMaker a(clock, 1990);
    IdMaker b(clock, 1990);
    IdMaker c(clock, 1991);
    const qint64 key = a.next();
    CHECK(key == b.next());
    CHECK(key != c.next());
}

TEST_CASE("several threads never get the same key", "[keys]")
{
    const SystemClock clock;
    IdMaker maker(clock, 1);
    std::vector<std::vector<qint64>> made(4);
    std::vector<std::thread> threads;
    for (auto& own : made) {
        threads.emplace_back([&maker, &own] {
            for (int i = 0; i < 25000; ++i)
                own.push_back(maker.next());
        });
    }
    for (auto& thread : threads)
        thread.join();
    QSet<qint64> all;
    for (const auto& own : made) {
        CHECK(std::is_sorted(own.begin(), own.end()));
        all.unite(QSet<qint64>(own.begin(), own.end()));
    }
    CHECK(all.size() == 100000);
}

TEST_CASE("a key is none until it is made", "[keys]")
{
    const FixedClock clock(morning());
    IdMaker maker(clock, 1);
    CHECK_FALSE(Id<Apple>());
    CHECK(maker.make<Apple>());
    CHECK(Id<Apple>{5} == Id<Apple>{5});
    CHECK(Id<Apple>{5} < Id<Apple>{6});
}
