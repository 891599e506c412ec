// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/cancelled.h>
#include <workshops/choice.h>

#include <support/catch.h>

#include <QElapsedTimer>

#include <random>

using namespace dtp;

namespace
{
ChoiceCandidate one(double score, std::vector<int> values = {}, bool locked = false)
{
    return {score, locked, std::move(values)};
}

ChoiceRule atLeast(int value, int minimum)
{
    return {{value}, false, minimum, -1};
}

ChoiceRule atMost(int value, int maximum)
{
    return {{value}, false, -1, maximum};
}

std::vector<int> numbers(int from, int to)
{
    std::vector<int> all;
    for (int i = from; i < to; ++i)
        all.push_back(i);
    return all;
}

// 0, 1: women and men; 2 … 31: countries, some far more common than others; 32 … 39: issues, one or two each.
ChoiceProblem manyPeople(int count, int size)
{
    std::mt19937 random(11);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    ChoiceProblem problem;
    problem.size = size;
    for (int i = 0; i < count; ++i) {
        const int country = 2 + std::min(below(30), below(30));
        ChoiceCandidate person =
            one((below(2) + 0.3 * below(4) + below(3)) * 0.7, {below(5) < 2 ? 0 : 1, country, 32 + below(8)});
        if (const int second = 32 + below(8); second != person.values.back())
            person.values.push_back(second);
        problem.candidates.push_back(std::move(person));
    }
    problem.rules.push_back(atLeast(0, size / 2));
    problem.rules.push_back({numbers(2, 32), true, 10, -1});
    for (int issue = 32; issue < 40; ++issue)
        problem.rules.push_back(atLeast(issue, 3));
    for (int country = 2; country < 32; ++country)
        problem.rules.push_back(atMost(country, 4));
    problem.spreadOver = numbers(2, 32);
    problem.spread = 1;
    return problem;
}
} // namespace

TEST_CASE("The best people are chosen when no rule speaks against them", "[choice]")
{
    ChoiceProblem problem;
    problem.candidates = {one(1), one(3), one(2), one(3)};
    problem.size = 2;
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{1, 3});
    CHECK(choice->proven);
}

TEST_CASE("Among equals the first of the list are taken", "[choice]")
{
    ChoiceProblem problem;
    problem.candidates.assign(50, one(1, {0}));
    problem.size = 3;
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 1, 2});
}

TEST_CASE("A minimum takes weaker people, but no more of them than it must", "[choice]")
{
    ChoiceProblem problem;
    problem.candidates = {one(5, {1}), one(5, {1}), one(5, {1}), one(1, {0}), one(2, {0}), one(0, {0})};
    problem.size = 3;
    problem.rules = {atLeast(0, 2)};
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 3, 4});
}

TEST_CASE("A maximum keeps strong people off the list", "[choice]")
{
    ChoiceProblem problem;
    problem.candidates = {one(5, {1}), one(5, {1}), one(1, {0}), one(2, {0})};
    problem.size = 3;
    problem.rules = {atMost(1, 1)};
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 2, 3});
}

TEST_CASE("Locked people stay, whatever they are worth", "[choice]")
{
    ChoiceProblem problem;
    problem.candidates = {one(5), one(5), one(0, {}, true)};
    problem.size = 2;
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 2});
}

TEST_CASE("A number of different countries is reached through the strongest of each", "[choice]")
{
    ChoiceProblem problem;
    for (int country = 0; country < 5; ++country) {
        for (int i = 0; i < 4; ++i)
            problem.candidates.push_back(one(country == 0 ? 5 : 1 + 0.1 * i, {country}));
    }
    problem.size = 4;
    problem.rules = {{numbers(0, 5), true, 4, -1}};
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(countedBy(problem.rules[0], problem, choice->chosen) == 4);
    CHECK(choice->worth == Approx(5 + 3 * 1.3));
}

TEST_CASE("At most two different countries are taken when that is the rule", "[choice]")
{
    ChoiceProblem problem;
    for (int country = 0; country < 5; ++country) {
        for (int i = 0; i < 2; ++i)
            problem.candidates.push_back(one(5 - country, {country}));
    }
    problem.size = 4;
    problem.spreadOver = numbers(0, 5);
    problem.spread = 3;
    problem.rules = {{numbers(0, 5), true, -1, 2}};
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 1, 2, 3});
}

TEST_CASE("An even spread takes from every country before it takes twice from one", "[choice]")
{
    ChoiceProblem problem;
    for (int country = 0; country < 4; ++country) {
        for (int i = 0; i < 4; ++i)
            problem.candidates.push_back(one(country == 0 ? 0.2 : 0, {country}));
    }
    problem.size = 5;
    problem.spreadOver = numbers(0, 4);
    problem.spread = 1;
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 1, 4, 8, 12});
}

TEST_CASE("Wishes that cannot be met are met as far as they can", "[choice]")
{
    ChoiceProblem problem;
    problem.candidates = {one(5, {1}), one(5, {1}), one(5, {1}), one(1, {0})};
    problem.size = 3;
    problem.rules = {atLeast(0, 2)};
    const auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen.size() == 3);
    CHECK(countedBy(problem.rules[0], problem, choice->chosen) == 1);
}

TEST_CASE("Too few, none, or more locked than wanted are no failure", "[choice]")
{
    ChoiceProblem problem;
    problem.size = 5;
    auto choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen.empty());

    problem.candidates = {one(1), one(2)};
    choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen == std::vector<size_t>{0, 1});

    problem.candidates.assign(4, one(1, {}, true));
    problem.size = 2;
    choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen.size() == 4);

    problem.size = 0;
    problem.candidates.assign(4, one(1));
    choice = chooseBest(problem, 2000);
    REQUIRE_OK(choice);
    CHECK(choice->chosen.empty());
}

TEST_CASE("28 of 3,500 and of 100,000 are chosen under forty rules, twice the same", "[choice]")
{
    const int count = GENERATE(3500, 100000);
    const ChoiceProblem problem = manyPeople(count, 28);
    QElapsedTimer clock;
    clock.start();
    const auto choice = chooseBest(problem, 10000);
    const qint64 took = clock.elapsed();
    REQUIRE_OK(choice);
    REQUIRE(choice->chosen.size() == 28);
    for (const ChoiceRule& rule : problem.rules) {
        const int counted = countedBy(rule, problem, choice->chosen);
        CHECK(counted >= rule.minimum);
        CHECK((rule.maximum < 0 || counted <= rule.maximum));
    }
    CHECK(choice->gap <= 0.01);
    CHECK(took < 15000);
    const ChoiceResult greedy = chooseGreedily(problem);
    CHECK(greedy.chosen.size() == 28);
    CHECK(choice->worth >= greedy.worth - 1e-6);
    const auto again = chooseBest(problem, 10000);
    REQUIRE_OK(again);
    CHECK(again->chosen == choice->chosen);
    WARN(count << " candidates: " << took << " ms, worth " << choice->worth << ", gap " << choice->gap << ", proven "
               << choice->proven << ", greedy " << greedy.worth);
}

TEST_CASE("Without time for the solver a list comes out all the same, with its gap", "[choice]")
{
    const ChoiceProblem problem = manyPeople(3500, 28);
    const auto choice = chooseBest(problem, 1);
    REQUIRE_OK(choice);
    CHECK(choice->chosen.size() == 28);
    CHECK_FALSE(choice->proven);
}

TEST_CASE("The search for the best list stops when asked", "[choice]")
{
    const ChoiceProblem problem = manyPeople(3500, 28);
    const auto choice = chooseBest(problem, 10000, [](qint64, qint64, const QString&) { return false; });
    REQUIRE_FALSE(choice);
    CHECK(isCancelled(choice.error()));
}
