// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/proposal_rules.h>

namespace dtp
{

namespace
{
// 1 within a year, then less and less: steps, so that people stay alike for the solver.
double freshness(QDate contact, QDate today)
{
    if (!contact.isValid())
        return 0;
    const qint64 days = contact.daysTo(today);
    return days <= 366 ? 1.0 : days <= 2 * 366 ? 0.6 : days <= 5 * 366 ? 0.3 : 0.0;
}

// The first match counts most; a second and a third a little.
double shareOf(const QStringList& wanted, const QStringList& has)
{
    const auto matches =
        std::count_if(wanted.begin(), wanted.end(), [&](const QString& word) { return has.contains(word); });
    return matches == 0 ? 0.0 : std::min(1.0, 0.6 + 0.2 * static_cast<double>(matches - 1));
}
} // namespace

int ValueNumbers::numberOf(const QString& dimension, const QString& value)
{
    QHash<QString, int>& ofDimension = m_numbers[dimension];
    const auto known = ofDimension.constFind(value);
    if (known != ofDimension.cend())
        return *known;
    ofDimension.insert(value, m_next);
    return m_next++;
}

std::vector<int> ValueNumbers::numbersOf(const Profile& profile)
{
    std::vector<int> numbers;
    for (const Dimension& dimension : dimensions()) {
        for (const QString& value : dimension.values(profile))
            numbers.push_back(numberOf(dimension.code, value));
    }
    return numbers;
}

std::vector<int> ValueNumbers::allOf(const QString& dimension) const
{
    const QList<int> numbers = m_numbers.value(dimension).values();
    std::vector<int> all(numbers.begin(), numbers.end());
    std::sort(all.begin(), all.end());
    return all;
}

double scoreOf(const Profile& profile, const ProposalWish& wish, QDate today)
{
    const ProposalWeights& w = wish.weights;
    return w.newVoices * (profile.firstTime ? 1 : 0) + w.issues * shareOf(wish.issues, profile.issues) +
           w.skills * shareOf(wish.skills, profile.skills) + w.recentContact * freshness(profile.lastContact, today);
}

ProposalProblem problemOf(const ProposalPool& pool, const ProposalWish& wish, QDate today)
{
    ProposalProblem problem;
    ValueNumbers numbers;
    problem.choice.size = wish.size;
    for (const Profile& profile : pool.candidates) {
        const qint64 person = profile.person.value;
        problem.choice.candidates.push_back({scoreOf(profile, wish, today),
                                             wish.locked.contains(person) || pool.onList.contains(person),
                                             numbers.numbersOf(profile)});
    }
    for (const WorkshopTarget& target : wish.targets) {
        if (!dimensionByCode(target.dimension))
            continue;
        const TargetBounds bounds = boundsOf(target, wish.size);
        ChoiceRule rule;
        rule.countsDifferent = target.value.isEmpty();
        rule.values = rule.countsDifferent ? numbers.allOf(target.dimension)
                                           : std::vector<int>{numbers.numberOf(target.dimension, target.value)};
        rule.minimum = bounds.minimum.value_or(-1);
        rule.maximum = bounds.maximum.value_or(-1);
        problem.targets.push_back(target);
        problem.ruleOf.push_back(problem.choice.rules.size());
        problem.choice.rules.push_back(std::move(rule));
    }
    problem.choice.spreadOver = numbers.allOf(QStringLiteral("country"));
    problem.choice.spread = wish.weights.spread;
    return problem;
}

bool hasValue(const Profile& profile, const QString& dimension, const QString& value)
{
    const Dimension* known = dimensionByCode(dimension);
    return known && known->values(profile).contains(value);
}

} // namespace dtp
