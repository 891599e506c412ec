// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing the best list of people under rules, as numbers only: no names, no records. Solved as a mixed integer
// program with GLPK; people who are alike for all rules stand as one variable, so that a hundred thousand candidates
// become a few thousand.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <vector>

namespace dtp
{

struct ChoiceCandidate {
    double score = 0;        // what having this person is worth
    bool locked = false;     // must be on the list
    std::vector<int> values; // ids of what this person is (a woman, from Nepal, …), each once
};

// A wish about the list that may be missed, at a price far above any score.
struct ChoiceRule {
    std::vector<int> values;      // one value: people who have it count
    bool countsDifferent = false; // several: each of them that occurs counts
    int minimum = -1;             // -1: none
    int maximum = -1;
};

struct ChoiceProblem {
    std::vector<ChoiceCandidate> candidates; // earlier ones are taken first among equals
    int size = 0;                            // people wanted, the locked among them
    std::vector<ChoiceRule> rules;
    std::vector<int> spreadOver; // values (countries) that should be even in number …
    double spread = 0;           // … and what that is worth
};

struct ChoiceResult {
    std::vector<size_t> chosen; // indexes of candidates, ascending
    double worth = 0;
    double gap = 0;      // the best possible is at most this share better; 0 when proven best
    bool proven = false; // nothing better exists
};

// Never fails for want of candidates: chooses fewer. Fails with isCancelled() when progress says stop. Same problem,
// same answer, as long as the time limit is not reached.
Result<ChoiceResult> chooseBest(const ChoiceProblem& problem, int milliseconds, const Progress& progress = {});

// Without the solver: step by step the person who helps most, then swaps while they help.
ChoiceResult chooseGreedily(const ChoiceProblem& problem);

// How many of the chosen a rule counts.
int countedBy(const ChoiceRule& rule, const ChoiceProblem& problem, const std::vector<size_t>& chosen);

} // namespace dtp
