// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes nearest to someone who declines.
#include <workshops/proposal.h>
#include <workshops/proposal_rules.h>

#include <standards/countries.h>

#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Proposal", text);
}

// How the targets stand when one person has left the list.
class Gaps
{
public:
    Gaps(const ProposalPool& pool, const ProposalWish& wish, const QSet<qint64>& list, Id<Person> without)
        : m_wish(wish)
    {
        for (const WorkshopTarget& target : wish.targets) {
            QHash<QString, int> counts;
            const Dimension* dimension = dimensionByCode(target.dimension);
            for (const Profile& profile : pool.candidates) {
                if (!dimension || profile.person == without || !list.contains(profile.person.value))
                    continue;
                for (const QString& value : dimension->values(profile))
                    ++counts[value];
            }
            m_counts.push_back(std::move(counts));
        }
    }

    // The targets that are missed with this person in the free place.
    std::vector<const WorkshopTarget*> missedWith(const Profile& profile) const
    {
        std::vector<const WorkshopTarget*> missed;
        for (size_t i = 0; i < m_wish.targets.size(); ++i) {
            const WorkshopTarget& target = m_wish.targets[i];
            const Dimension* dimension = dimensionByCode(target.dimension);
            if (!dimension)
                continue;
            const TargetBounds bounds = boundsOf(target, m_wish.size);
            const QStringList values = dimension->values(profile);
            int count =
                target.value.isEmpty() ? static_cast<int>(m_counts[i].size()) : m_counts[i].value(target.value);
            for (const QString& value : values)
                count += target.value.isEmpty() ? !m_counts[i].contains(value) : value == target.value;
            if (count < bounds.minimum.value_or(0) || (bounds.maximum && count > *bounds.maximum))
                missed.push_back(&target);
        }
        return missed;
    }

private:
    const ProposalWish& m_wish;
    std::vector<QHash<QString, int>> m_counts; // by target
};

double overlap(const QStringList& a, const QStringList& b)
{
    if (a.isEmpty() && b.isEmpty())
        return 1;
    const auto both = std::count_if(a.begin(), a.end(), [&](const QString& word) { return b.contains(word); });
    return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

// 0: the same in all respects.
double distance(const Profile& a, const Profile& b)
{
    return 2.0 * (a.gender != b.gender) + 2.0 * (a.country != b.country) + 1.0 * (a.region != b.region) +
           1.0 * (a.firstTime != b.firstTime) + 0.5 * (a.cohort != b.cohort) +
           2.0 * (1 - overlap(a.issues, b.issues)) + 1.0 * (1 - overlap(a.sectors, b.sectors));
}

QString whyNear(const Store& store, const Profile& who, const Profile& other,
                const std::vector<const WorkshopTarget*>& missed)
{
    QStringList parts;
    if (!other.country.isEmpty())
        parts.append((other.country == who.country ? say(QT_TRANSLATE_NOOP("Proposal", "Also from %1"))
                                                   : say(QT_TRANSLATE_NOOP("Proposal", "From %1")))
                         .arg(countryName(other.country)));
    if (!who.gender.isEmpty() && other.gender == who.gender)
        parts.append(say(QT_TRANSLATE_NOOP("Proposal", "same gender")));
    QStringList issues;
    for (const QString& issue : other.issues) {
        if (who.issues.contains(issue))
            issues.append(insideSentence(valueLabel(store, QStringLiteral("issue"), issue)));
    }
    if (!issues.isEmpty())
        parts.append(
            say(QT_TRANSLATE_NOOP("Proposal", "also works on %1")).arg(QLocale().createSeparatedList(issues)));
    if (other.firstTime)
        parts.append(say(QT_TRANSLATE_NOOP("Proposal", "never in a workshop before")));
    if (missed.empty()) {
        parts.append(say(QT_TRANSLATE_NOOP("Proposal", "keeps every target")));
    } else {
        QStringList labels;
        for (const WorkshopTarget* target : missed)
            labels.append(target->value.isEmpty() ? differentLabel(target->dimension)
                                                  : valueLabel(store, target->dimension, target->value));
        parts.append(
            say(QT_TRANSLATE_NOOP("Proposal", "misses the target for: %1")).arg(labels.join(QStringLiteral(", "))));
    }
    return parts.join(QStringLiteral("; "));
}
} // namespace

std::vector<Substitute> nearestSubstitutes(const Store& store, const ProposalPool& pool, const ProposalWish& wish,
                                           const QSet<qint64>& list, Id<Person> who, int count)
{
    const auto own = std::find_if(pool.candidates.begin(), pool.candidates.end(),
                                  [&](const Profile& p) { return p.person == who; });
    if (own == pool.candidates.end() || count <= 0)
        return {};
    const Gaps gaps(pool, wish, list, who);
    const QDate today = store.environment().clock->today();
    struct Near {
        double distance;
        const Profile* profile;
    };
    // Equals in the order of the pool: addresses of one vector.
    const auto nearer = [](const Near& a, const Near& b) {
        return a.distance != b.distance ? a.distance < b.distance : std::less<>()(a.profile, b.profile);
    };
    std::vector<Near> all;
    for (const Profile& profile : pool.candidates) {
        if (list.contains(profile.person.value) || profile.person == who)
            continue;
        const double readiness = pool.reserves.contains(profile.person.value) ? 1 : 0; // asked to stand by already
        all.push_back({distance(*own, profile) - readiness - 0.1 * scoreOf(profile, wish, today), &profile});
    }
    // The targets are looked at for the nearest few hundred alone: further off, nobody is a substitute.
    constexpr size_t fewHundred = 400;
    const size_t close = std::min(all.size(), std::max(fewHundred, static_cast<size_t>(count)));
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(close), all.end(), nearer);
    all.resize(close);
    constexpr double priceOfTarget = 5;
    for (Near& near : all)
        near.distance += priceOfTarget * static_cast<double>(gaps.missedWith(*near.profile).size());
    std::sort(all.begin(), all.end(), nearer);
    all.resize(std::min(all.size(), static_cast<size_t>(count)));
    std::vector<Substitute> nearest;
    for (const Near& near : all)
        nearest.push_back({near.profile->person, near.profile->name, near.profile->isAtRisk(),
                           whyNear(store, *own, *near.profile, gaps.missedWith(*near.profile))});
    return nearest;
}

} // namespace dtp
