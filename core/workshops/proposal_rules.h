// SPDX-License-Identifier: GPL-3.0-or-later
// From profiles and targets to the numbers that chooseBest() understands.
#pragma once

#include <workshops/choice.h>
#include <workshops/proposal.h>

namespace dtp
{

// Numbers for the values of all dimensions: ("country", "NP") -> 7.
class ValueNumbers
{
public:
    int numberOf(const QString& dimension, const QString& value);
    std::vector<int> numbersOf(const Profile& profile); // of all dimensions
    std::vector<int> allOf(const QString& dimension) const;

private:
    QHash<QString, QHash<QString, int>> m_numbers;
    int m_next = 0;
};

// What a person is worth beside the targets.
double scoreOf(const Profile& profile, const ProposalWish& wish, QDate today);

struct ProposalProblem {
    ChoiceProblem choice;                // candidates in the order of the pool
    std::vector<WorkshopTarget> targets; // those that make sense here …
    std::vector<size_t> ruleOf;          // … and the rule of each
};
ProposalProblem problemOf(const ProposalPool& pool, const ProposalWish& wish, QDate today);

bool hasValue(const Profile& profile, const QString& dimension, const QString& value);

} // namespace dtp
