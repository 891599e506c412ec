// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/retention.h>

#include <algorithm>
#include <functional>
#include <numeric>

namespace dtp
{

namespace
{
using Period = std::function<QString(const QDateTime&)>;

QString hourOf(const QDateTime& at)
{
    return at.toString(QStringLiteral("yyyy-MM-dd HH"));
}

QString dayOf(const QDateTime& at)
{
    return at.toString(QStringLiteral("yyyy-MM-dd"));
}

QString weekOf(const QDateTime& at)
{
    int year = 0;
    const int week = at.date().weekNumber(&year);
    return QStringLiteral("%1-%2").arg(year).arg(week);
}

QString monthOf(const QDateTime& at)
{
    return at.toString(QStringLiteral("yyyy-MM"));
}

// Indexes of those that stand for a period, the newest first.
std::vector<size_t> datedNewestFirst(const std::vector<BackupMoment>& all, const QDateTime& now)
{
    std::vector<size_t> order;
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].at.isValid() && all[i].at <= now && all[i].people >= 0)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return all[a].at > all[b].at; });
    return order;
}

void keepByPeriod(const std::vector<BackupMoment>& all, const std::vector<size_t>& order, int periods,
                  const Period& periodOf, std::vector<bool>& kept)
{
    QString last;
    int found = 0;
    for (const size_t i : order) {
        if (found >= periods)
            return;
        const QString period = periodOf(all[i].at);
        if (period == last)
            continue;
        last = period;
        if (!kept[i]) {
            kept[i] = true;
            ++found;
        }
    }
    if (periods > 0 && !order.empty())
        kept[order.back()] = true;
}

// By a third: what shrank by less is ordinary work.
bool isFuller(qint64 people, qint64 than)
{
    return people * 3 > than * 4;
}
} // namespace

bool isFarFewer(qint64 now, qint64 before)
{
    constexpr qint64 few = 10; // whom one may have deleted by hand
    return isFuller(before, now) && (now == 0 || before - now >= few);
}

std::vector<bool> keptBackups(const std::vector<BackupMoment>& all, const QDateTime& now, const RetentionRule& rule)
{
    const std::vector<size_t> order = datedNewestFirst(all, now);
    std::vector<bool> kept(all.size(), true);
    for (const size_t i : order)
        kept[i] = false;
    for (size_t i = 0; i < order.size() && i < static_cast<size_t>(std::max(rule.last, 0)); ++i)
        kept[order[i]] = true;
    keepByPeriod(all, order, rule.hourly, &hourOf, kept);
    keepByPeriod(all, order, rule.daily, &dayOf, kept);
    keepByPeriod(all, order, rule.weekly, &weekOf, kept);
    keepByPeriod(all, order, rule.monthly, &monthOf, kept);
    if (!order.empty())
        kept[order.front()] = true;
    qint64 most = 0; // in those that are kept and newer
    for (const size_t i : order) {
        kept[i] = kept[i] || isFuller(all[i].people, most);
        if (kept[i])
            most = std::max(most, all[i].people);
    }
    return kept;
}

std::vector<std::optional<QDate>> daysOfAgeing(const std::vector<BackupMoment>& all, const QDateTime& now,
                                               const RetentionRule& rule)
{
    constexpr int longest = 600; // days: hours, days, weeks and months of the rule are full by then
    std::vector<std::optional<QDate>> days(all.size());
    std::vector<BackupMoment> there = all;
    std::vector<size_t> places(all.size()); // in all, of those that are there
    std::iota(places.begin(), places.end(), size_t(0));
    const std::vector<size_t> newest = datedNewestFirst(all, now);
    const qint64 people = newest.empty() ? 0 : all[newest.front()].people;
    for (int day = 1; day <= longest; ++day) {
        const QDateTime then = now.addDays(day);
        there.push_back({then, people});
        places.push_back(all.size());
        const std::vector<bool> kept = keptBackups(there, then, rule);
        for (size_t i = there.size(); i-- > 0;) {
            if (kept[i])
                continue;
            if (places[i] < all.size())
                days[places[i]] = then.date();
            there.erase(there.begin() + static_cast<std::ptrdiff_t>(i));
            places.erase(places.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (std::none_of(places.begin(), places.end(), [&](size_t place) { return place < all.size(); }))
            break;
    }
    return days;
}

} // namespace dtp
