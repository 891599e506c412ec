// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups are kept.
#include <database/retention.h>
#include <support/catch.h>

#include <QSet>
#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace dtp;

namespace
{
QDateTime at(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyy-MM-dd HH:mm"));
}

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

RetentionRule byAge()
{
    RetentionRule rule;
    rule.last = 0;
    return rule;
}

std::vector<QDateTime> keptTimes(const std::vector<BackupMoment>& all, const QDateTime& now, const RetentionRule& rule)
{
    const std::vector<bool> kept = keptBackups(all, now, rule);
    std::vector<QDateTime> times;
    for (size_t i = 0; i < all.size(); ++i) {
        if (kept[i])
            times.push_back(all[i].at);
    }
    std::sort(times.begin(), times.end(), std::greater<>());
    return times;
}

// As the program goes on: a backup, then what ages out goes.
std::vector<BackupMoment> after(std::vector<BackupMoment> all, const QDateTime& now, qint64 people,
                                const RetentionRule& rule = {})
{
    all.push_back({now, people});
    const std::vector<bool> kept = keptBackups(all, now, rule);
    std::vector<BackupMoment> left;
    for (size_t i = 0; i < all.size(); ++i) {
        if (kept[i])
            left.push_back(all[i]);
    }
    return left;
}

// The first day on which each is gone, backed up every day.
std::vector<std::optional<QDate>> goneBy(const std::vector<BackupMoment>& all, const QDateTime& now, qint64 people)
{
    std::vector<std::optional<QDate>> days(all.size());
    std::vector<BackupMoment> there = all;
    for (int i = 1; i <= 900; ++i) {
        there = after(there, now.addDays(i), people);
        for (size_t j = 0; j < all.size(); ++j) {
            const bool isThere = std::any_of(there.begin(), there.end(),
                                             [&](const BackupMoment& each) { return each.at == all[j].at; });
            if (!isThere && !days[j])
                days[j] = now.addDays(i).date();
        }
    }
    return days;
}

qint64 mostIn(const std::vector<BackupMoment>& all)
{
    qint64 most = 0;
    for (const BackupMoment& each : all)
        most = std::max(most, each.people);
    return most;
}
} // namespace

TEST_CASE("Of each hour, day, week and month the newest backup is kept", "[storage][backup][retention]")
{
    const RetentionRule rule{0, 2, 2, 2, 2};
    const std::vector<BackupMoment> all{
        {at("2026-06-30 12:50"), 9}, {at("2026-06-30 12:10"), 9}, {at("2026-06-30 11:59"), 9},
        {at("2026-06-30 09:00"), 9}, {at("2026-06-29 18:00"), 9}, {at("2026-06-29 08:00"), 9},
        {at("2026-06-28 08:00"), 9}, {at("2026-06-21 08:00"), 9}, {at("2026-06-20 08:00"), 9},
        {at("2026-06-14 08:00"), 9}, {at("2026-05-31 08:00"), 9}, {at("2026-05-01 08:00"), 9},
        {at("2026-04-30 08:00"), 9}, {at("2026-04-02 08:00"), 9}, {at("2026-03-02 08:00"), 9}};
    CHECK(keptTimes(all, at("2026-06-30 13:00"), rule) ==
          std::vector<QDateTime>{at("2026-06-30 12:50"), at("2026-06-30 11:59"),   // hours
                                 at("2026-06-29 18:00"), at("2026-06-28 08:00"),   // days: that of the 30th is kept
                                 at("2026-06-21 08:00"), at("2026-06-14 08:00"),   // weeks
                                 at("2026-05-31 08:00"), at("2026-04-30 08:00")}); // months
    // The order in which they are found changes nothing.
    std::vector<BackupMoment> other(all.rbegin(), all.rend());
    CHECK(keptTimes(other, at("2026-06-30 13:00"), rule) == keptTimes(all, at("2026-06-30 13:00"), rule));
}

TEST_CASE("A backup every hour for three years leaves 24 hours, 14 days, 8 weeks and 12 months",
          "[storage][backup][retention]")
{
    std::vector<BackupMoment> all;
    QDateTime now = at("2023-01-01 00:30");
    for (int i = 0; i < 3 * 365 * 24; ++i) {
        now = now.addSecs(hour);
        all = after(std::move(all), now, 3512, byAge());
    }
    CHECK(all.size() == 24 + 14 + 8 + 12);
    std::vector<QDateTime> times;
    for (const BackupMoment& each : all)
        times.push_back(each.at);
    std::sort(times.begin(), times.end(), std::greater<>());
    CHECK(times.front() == now);
    for (size_t i = 1; i < 24; ++i)
        CHECK(times[i].secsTo(times[i - 1]) == hour);
    CHECK(times.back().daysTo(now) > 365);
    CHECK(times.back().daysTo(now) < 480);
}

TEST_CASE("Whatever the times and clocks, the newest is kept, and so is all that is not known",
          "[storage][backup][retention]")
{
    std::mt19937 random(20261126);
    const QDateTime now = at("2026-11-26 12:00");
    for (int round = 0; round < 2000; ++round) {
        std::vector<BackupMoment> all;
        const int count = static_cast<int>(random() % 120);
        // From minutes to years ago, and some of them still to come.
        const qint64 reach = 60LL << (random() % 21);
        for (int i = 0; i < count; ++i) {
            const qint64 ago = static_cast<qint64>(random() % static_cast<quint64>(reach)) - reach / 20;
            all.push_back({now.addSecs(-ago), static_cast<qint64>(random() % 4000) - (random() % 10 == 0 ? 4000 : 0)});
        }
        if (count > 3)
            all[2].at = QDateTime();
        const RetentionRule rule{static_cast<int>(random() % 4), static_cast<int>(random() % 26),
                                 static_cast<int>(random() % 16), static_cast<int>(random() % 10),
                                 static_cast<int>(random() % 14)};
        const std::vector<bool> kept = keptBackups(all, now, rule);
        REQUIRE(kept.size() == all.size());
        const BackupMoment* newest = nullptr;
        bool isNewestKept = true;
        size_t keptByAge = 0;
        for (size_t i = 0; i < all.size(); ++i) {
            const bool isDated = all[i].at.isValid() && all[i].at <= now && all[i].people >= 0;
            if (!isDated)
                REQUIRE(kept[i]);
            else if (!newest || all[i].at > newest->at) {
                newest = &all[i];
                isNewestKept = kept[i];
            } else if (all[i].at == newest->at)
                isNewestKept = isNewestKept || kept[i];
        }
        REQUIRE(isNewestKept);
        // No fuller one goes without one that is as full, but for a quarter, staying.
        for (size_t i = 0; i < all.size(); ++i) {
            if (kept[i])
                continue;
            ++keptByAge;
            bool hasOther = false;
            for (size_t j = 0; j < all.size(); ++j)
                hasOther = hasOther || (kept[j] && all[j].at.isValid() && all[j].at <= now && all[j].at >= all[i].at &&
                                        all[j].people * 4 >= all[i].people * 3);
            REQUIRE(hasOther);
        }
        // What is kept once is kept again: removing nothing new when nothing new was made.
        std::vector<BackupMoment> left;
        for (size_t i = 0; i < all.size(); ++i) {
            if (kept[i])
                left.push_back(all[i]);
        }
        const std::vector<bool> again = keptBackups(left, now, rule);
        REQUIRE(std::count(again.begin(), again.end(), false) == 0);
    }
}

TEST_CASE("Every set of times within four hours keeps the newest of each hour that is asked for",
          "[storage][backup][retention]")
{
    const QDateTime start = at("2026-06-01 08:00");
    constexpr int slots = 12; // of twenty minutes
    const QDateTime now = start.addSecs(slots * 1200);
    for (int set = 1; set < (1 << slots); ++set) {
        std::vector<BackupMoment> all;
        std::map<int, QDateTime> newestOf;
        for (int slot = 0; slot < slots; ++slot) {
            if ((set >> slot) & 1) {
                all.push_back({start.addSecs(slot * 1200), 5});
                newestOf[slot / 3] = all.back().at;
            }
        }
        for (int hours = 1; hours <= 4; ++hours) {
            std::vector<QDateTime> expected;
            for (auto it = newestOf.rbegin(); it != newestOf.rend() && static_cast<int>(expected.size()) < hours; ++it)
                expected.push_back(it->second);
            // Where hours are left the oldest is kept as well.
            if (static_cast<int>(expected.size()) < hours && expected.back() != all.front().at)
                expected.push_back(all.front().at);
            REQUIRE(keptTimes(all, now, {0, hours, 0, 0, 0}) == expected);
        }
    }
}

TEST_CASE("The last full backup before people vanished never ages out", "[storage][backup][retention]")
{
    std::vector<BackupMoment> all;
    QDateTime now = at("2026-01-05 09:30");
    for (int i = 0; i < 100; ++i) {
        now = now.addSecs(hour);
        all = after(std::move(all), now, 3500 + i);
    }
    const QDateTime last = now;
    for (int i = 0; i < 3 * 365; ++i) { // 12 people are left, and nobody notices for three years
        now = now.addSecs(day);
        all = after(std::move(all), now, 12 + i / 100);
    }
    CHECK(mostIn(all) == 3599);
    CHECK(std::any_of(all.begin(), all.end(), [&](const BackupMoment& each) { return each.at == last; }));
    for (int i = 0; i < 800; ++i) { // they are back: then it goes as others do
        now = now.addSecs(day);
        all = after(std::move(all), now, 3600);
    }
    CHECK(std::none_of(all.begin(), all.end(), [&](const BackupMoment& each) { return each.at == last; }));
}

TEST_CASE("A clock that jumps does no harm to backups of before or after", "[storage][backup][retention]")
{
    std::vector<BackupMoment> all;
    QDateTime now = at("2026-03-01 09:00");
    for (int i = 0; i < 60; ++i)
        all = after(std::move(all), now = now.addSecs(day), 500);
    const size_t before = all.size();
    // An empty battery: the year 2000, for a day of work.
    std::vector<BackupMoment> wrong = all;
    for (int i = 0; i < 8; ++i)
        wrong = after(std::move(wrong), at("2000-01-01 00:10").addSecs(i * hour), 510);
    CHECK(wrong.size() == before + 8);
    // Or ten years ahead; then right again.
    wrong = after(std::move(wrong), now.addYears(10), 510);
    wrong = after(std::move(wrong), now.addSecs(day), 520);
    CHECK(std::any_of(wrong.begin(), wrong.end(),
                      [&](const BackupMoment& each) { return each.at == now.addYears(10); }));
    int ofThisYear = 0;
    for (const BackupMoment& each : wrong)
        ofThisYear += each.at.date().year() == 2026 ? 1 : 0;
    CHECK(ofThisYear >= 20);
}

TEST_CASE("Far fewer people is less than three quarters, and more than a few by hand", "[storage][backup][retention]")
{
    CHECK(isFarFewer(0, 3512));
    CHECK(isFarFewer(0, 1));
    CHECK(isFarFewer(2600, 3512));
    CHECK_FALSE(isFarFewer(2700, 3512));
    CHECK_FALSE(isFarFewer(3512, 3512));
    CHECK_FALSE(isFarFewer(3600, 3512));
    CHECK_FALSE(isFarFewer(1, 3)); // two were deleted by hand
    CHECK_FALSE(isFarFewer(0, 0));
    CHECK_FALSE(isFarFewer(5, -1)); // not known
}

TEST_CASE("Of each backup it is known when it ages out, or that it is kept for good", "[backup]")
{
    const QDateTime now = at("2026-06-01 09:30");
    std::vector<BackupMoment> all{{at("2024-01-01 09:00"), 900}, {at("2027-01-01 09:00"), 100}, {{}, 100}};
    all.push_back({at("2026-01-07 12:00"), -1}); // it cannot be read
    for (int i = 0; i < 40; ++i)
        all.push_back({now.addSecs(-i * 5 * hour), 100});
    const auto days = daysOfAgeing(all, now);
    CHECK(days == goneBy(all, now, 100));
    CHECK_FALSE(days[0]); // far more people than since
    CHECK_FALSE(days[2]);
    CHECK_FALSE(days[3]);
    CHECK(std::all_of(days.begin() + 4, days.end(), [](const auto& each) { return each.has_value(); }));
    CHECK(std::set<QDate>{*days[4], *days[20], *days[43]}.size() == 3);
    CHECK(daysOfAgeing({}, now).empty());
}
