// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/choice_groups.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace dtp
{

namespace
{
int highestValue(const ChoiceProblem& problem)
{
    int highest = -1;
    for (const ChoiceCandidate& candidate : problem.candidates) {
        for (const int value : candidate.values)
            highest = std::max(highest, value);
    }
    for (const ChoiceRule& rule : problem.rules) {
        for (const int value : rule.values)
            highest = std::max(highest, value);
    }
    for (const int value : problem.spreadOver)
        highest = std::max(highest, value);
    return highest;
}

std::vector<bool> valuesThatMatter(const ChoiceProblem& problem, int count)
{
    std::vector<bool> matters(static_cast<size_t>(count), false);
    for (const ChoiceRule& rule : problem.rules) {
        for (const int value : rule.values)
            matters[static_cast<size_t>(value)] = true;
    }
    if (problem.spread > 0) {
        for (const int value : problem.spreadOver)
            matters[static_cast<size_t>(value)] = true;
    }
    return matters;
}

// The strongest of each value and of each pair of values, and of all: enough for a good list, where all would be too
// many.
std::vector<bool> strongest(const ChoiceProblem& problem, const std::vector<std::vector<int>>& values,
                            const std::vector<size_t>& byScore, int valueCount)
{
    const int perValue = std::max(10, problem.size);
    constexpr int perPair = 2;
    std::vector<bool> kept(problem.candidates.size(), false);
    std::vector<int> keptOf(static_cast<size_t>(valueCount), 0);
    std::map<std::pair<int, int>, int> keptOfPair;
    int keptOfAll = 0;
    for (const size_t index : byScore) {
        bool keep = problem.candidates[index].locked || keptOfAll < 2 * problem.size;
        for (size_t i = 0; i < values[index].size(); ++i) {
            const int value = values[index][i];
            keep = keep || keptOf[static_cast<size_t>(value)] < perValue;
            for (size_t j = i + 1; j < values[index].size() && !keep; ++j)
                keep = keptOfPair[{value, values[index][j]}] < perPair;
        }
        if (!keep)
            continue;
        kept[index] = true;
        ++keptOfAll;
        for (size_t i = 0; i < values[index].size(); ++i) {
            ++keptOf[static_cast<size_t>(values[index][i])];
            for (size_t j = i + 1; j < values[index].size(); ++j)
                ++keptOfPair[{values[index][i], values[index][j]}];
        }
    }
    return kept;
}

using Signature = std::vector<int>;
using Class = std::pair<Signature, double>;

std::vector<ChoiceGroup> makeGroups(const ChoiceProblem& problem, const std::vector<std::vector<int>>& values,
                                    const std::vector<size_t>& byScore, const std::vector<bool>& kept)
{
    std::map<Signature, int> taken; // of one signature the best are enough, as many as there are places
    std::map<Class, size_t> known;
    std::vector<ChoiceGroup> groups;
    for (const size_t index : byScore) {
        const ChoiceCandidate& candidate = problem.candidates[index];
        if (!kept[index])
            continue;
        int& sameSignature = taken[values[index]];
        if (sameSignature >= problem.size && !candidate.locked)
            continue;
        ++sameSignature;
        const auto [place, isNew] = known.try_emplace({values[index], candidate.score}, groups.size());
        if (isNew)
            groups.push_back({candidate.score, values[index], {}, 0});
        ChoiceGroup& group = groups[place->second];
        group.members.push_back(index);
        group.locked += candidate.locked;
    }
    return groups;
}
} // namespace

GroupedChoice groupCandidates(const ChoiceProblem& problem, size_t mostGroups)
{
    GroupedChoice grouped;
    grouped.valueCount = highestValue(problem) + 1;
    const std::vector<bool> matters = valuesThatMatter(problem, grouped.valueCount);
    std::vector<std::vector<int>> values(problem.candidates.size());
    for (size_t i = 0; i < values.size(); ++i) {
        for (const int value : problem.candidates[i].values) {
            if (matters[static_cast<size_t>(value)])
                values[i].push_back(value);
        }
        std::sort(values[i].begin(), values[i].end());
    }
    std::vector<size_t> byScore(problem.candidates.size());
    for (size_t i = 0; i < byScore.size(); ++i)
        byScore[i] = i;
    std::stable_sort(byScore.begin(), byScore.end(), [&](size_t a, size_t b) {
        const ChoiceCandidate& left = problem.candidates[a];
        const ChoiceCandidate& right = problem.candidates[b];
        return left.locked != right.locked ? left.locked : left.score > right.score;
    });
    grouped.groups = makeGroups(problem, values, byScore, std::vector<bool>(values.size(), true));
    if (grouped.groups.size() > mostGroups) {
        grouped.groups = makeGroups(problem, values, byScore, strongest(problem, values, byScore, grouped.valueCount));
        grouped.isComplete = false;
    }
    return grouped;
}

namespace
{
double priceOf(const ChoiceRule& rule, int count)
{
    double price = 0;
    if (rule.minimum >= 0)
        price += Tally::pricePerPerson * std::max(0, rule.minimum - count);
    if (rule.maximum >= 0)
        price += Tally::pricePerPerson * std::max(0, count - rule.maximum);
    return price;
}
} // namespace

Tally::Tally(const ChoiceProblem& problem, const GroupedChoice& grouped)
    : m_problem(problem), m_grouped(grouped), m_taken(grouped.groups.size(), 0),
      m_counts(static_cast<size_t>(grouped.valueCount), 0), m_counted(problem.rules.size(), 0),
      m_rulesOf(static_cast<size_t>(grouped.valueCount)), m_isSpread(static_cast<size_t>(grouped.valueCount), false),
      m_change(problem.rules.size(), 0)
{
    for (size_t r = 0; r < problem.rules.size(); ++r) {
        for (const int value : problem.rules[r].values)
            m_rulesOf[static_cast<size_t>(value)].push_back(r);
        m_worth -= priceOf(problem.rules[r], 0);
    }
    if (problem.spread > 0) {
        for (const int value : problem.spreadOver)
            m_isSpread[static_cast<size_t>(value)] = true;
    }
}

double Tally::difference(size_t group, int step)
{
    const ChoiceGroup& g = m_grouped.groups[group];
    double difference = g.score * step;
    std::vector<size_t> touched;
    for (const int value : g.values) {
        const int count = countOf(value);
        if (m_isSpread[static_cast<size_t>(value)])
            difference += step > 0 ? spreadOf(m_problem, count + 1) : -spreadOf(m_problem, count);
        const int asNew = step > 0 ? (count == 0 ? 1 : 0) : (count == 1 ? -1 : 0);
        for (const size_t rule : m_rulesOf[static_cast<size_t>(value)]) {
            m_change[rule] += m_problem.rules[rule].countsDifferent ? asNew : step;
            touched.push_back(rule);
        }
    }
    for (const size_t rule : touched) {
        if (const int change = std::exchange(m_change[rule], 0); change != 0)
            difference += priceOf(m_problem.rules[rule], m_counted[rule]) -
                          priceOf(m_problem.rules[rule], m_counted[rule] + change);
    }
    return difference;
}

void Tally::add(size_t group, int people)
{
    const ChoiceGroup& g = m_grouped.groups[group];
    const int step = people > 0 ? 1 : -1;
    for (int i = 0; i < std::abs(people); ++i) {
        m_worth += difference(group, step);
        for (const int value : g.values) {
            int& count = m_counts[static_cast<size_t>(value)];
            const int before = count;
            count += step;
            for (const size_t rule : m_rulesOf[static_cast<size_t>(value)])
                m_counted[rule] += m_problem.rules[rule].countsDifferent ? (count > 0) - (before > 0) : step;
        }
        m_taken[group] += step;
        m_total += step;
    }
}

std::vector<size_t> membersOf(const GroupedChoice& grouped, const std::vector<int>& taken)
{
    std::vector<size_t> members;
    for (size_t g = 0; g < grouped.groups.size(); ++g) {
        for (int i = 0; i < taken[g]; ++i)
            members.push_back(grouped.groups[g].members[static_cast<size_t>(i)]);
    }
    std::sort(members.begin(), members.end());
    return members;
}

namespace
{
constexpr double enough = 1e-9; // better by less is not better: keeps the answer the same everywhere

// The group whose next person helps most; groups.size() when there is none.
size_t bestToAdd(Tally& tally, const GroupedChoice& grouped, size_t except)
{
    size_t best = grouped.groups.size();
    double bestGain = 0;
    for (size_t g = 0; g < grouped.groups.size(); ++g) {
        if (g == except || tally.taken()[g] >= grouped.groups[g].size())
            continue;
        const double gain = tally.oneMore(g);
        if (best == grouped.groups.size() || gain > bestGain + enough) {
            best = g;
            bestGain = gain;
        }
    }
    return best;
}

bool swapOnce(Tally& tally, const GroupedChoice& grouped)
{
    for (size_t g = 0; g < grouped.groups.size(); ++g) {
        if (tally.taken()[g] <= grouped.groups[g].locked)
            continue;
        const double before = tally.worth();
        tally.add(g, -1);
        const size_t other = bestToAdd(tally, grouped, g);
        if (other < grouped.groups.size()) {
            tally.add(other, 1);
            if (tally.worth() > before + enough)
                return true;
            tally.add(other, -1);
        }
        tally.add(g, 1);
    }
    return false;
}
} // namespace

Tally greedyTally(const ChoiceProblem& problem, const GroupedChoice& grouped)
{
    Tally tally(problem, grouped);
    for (size_t g = 0; g < grouped.groups.size(); ++g) {
        if (grouped.groups[g].locked > 0)
            tally.add(g, grouped.groups[g].locked);
    }
    while (tally.total() < problem.size) {
        const size_t best = bestToAdd(tally, grouped, grouped.groups.size());
        if (best == grouped.groups.size())
            break;
        tally.add(best, 1);
    }
    constexpr int mostSwaps = 100;
    for (int i = 0; i < mostSwaps && swapOnce(tally, grouped); ++i) {
    }
    return tally;
}

ChoiceResult chooseGreedily(const ChoiceProblem& problem)
{
    const GroupedChoice grouped = groupCandidates(problem, 4000);
    const Tally tally = greedyTally(problem, grouped);
    ChoiceResult choice;
    choice.chosen = membersOf(grouped, tally.taken());
    choice.worth = tally.worth();
    choice.gap = 1;
    return choice;
}

int countedBy(const ChoiceRule& rule, const ChoiceProblem& problem, const std::vector<size_t>& chosen)
{
    std::vector<int> found;
    int people = 0;
    for (const size_t index : chosen) {
        bool counts = false;
        for (const int value : problem.candidates[index].values) {
            if (std::find(rule.values.begin(), rule.values.end(), value) == rule.values.end())
                continue;
            counts = true;
            found.push_back(value);
        }
        people += counts;
    }
    std::sort(found.begin(), found.end());
    return rule.countsDifferent ? static_cast<int>(std::unique(found.begin(), found.end()) - found.begin()) : people;
}

} // namespace dtp
