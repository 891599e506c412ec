// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates put together by what the rules see of them; shared by the solver and the greedy way.
#pragma once

#include <workshops/choice.h>

namespace dtp
{

// People whom nothing in the problem tells apart.
struct ChoiceGroup {
    double score = 0;
    std::vector<int> values;     // of those that rules or spread look at
    std::vector<size_t> members; // candidates, locked first, then in their order
    int locked = 0;

    int size() const { return static_cast<int>(members.size()); }
};

struct GroupedChoice {
    std::vector<ChoiceGroup> groups;
    bool isComplete = true; // false: weaker candidates were left aside to keep the problem small
    int valueCount = 0;     // values are 0 … valueCount-1
};

// Never more members in a group than could be chosen.
GroupedChoice groupCandidates(const ChoiceProblem& problem, size_t mostGroups);

// A list as a number per group, with what it is worth.
class Tally
{
public:
    Tally(const ChoiceProblem& problem, const GroupedChoice& grouped);

    void add(size_t group, int people);
    const std::vector<int>& taken() const { return m_taken; }
    int total() const { return m_total; }
    int countOf(int value) const { return m_counts[static_cast<size_t>(value)]; }
    int countedBy(size_t rule) const { return m_counted[rule]; }
    double worth() const { return m_worth; }
    // What one person more of the group, or one less, would add to the worth.
    double oneMore(size_t group) { return difference(group, 1); }
    double oneLess(size_t group) { return difference(group, -1); }

    static constexpr double pricePerPerson = 100; // of a missed wish; scores stay below ten
    static constexpr int spreadSteps = 8;         // the ninth from a country is worth as little as any after
    // What the k-th person (from 1) with one value adds to an even spread.
    static double spreadOf(const ChoiceProblem& problem, int k) { return k <= spreadSteps ? problem.spread / k : 0; }

private:
    double difference(size_t group, int step);

    const ChoiceProblem& m_problem;
    const GroupedChoice& m_grouped;
    std::vector<int> m_taken;
    std::vector<int> m_counts;                  // by value
    std::vector<int> m_counted;                 // by rule
    std::vector<std::vector<size_t>> m_rulesOf; // by value
    std::vector<bool> m_isSpread;               // by value
    std::vector<int> m_change;                  // by rule, while a difference is worked out
    double m_worth = 0;
    int m_total = 0;
};

// The candidates that a tally stands for.
std::vector<size_t> membersOf(const GroupedChoice& grouped, const std::vector<int>& taken);
// Greedy start and swaps, on groups.
Tally greedyTally(const ChoiceProblem& problem, const GroupedChoice& grouped);

} // namespace dtp
