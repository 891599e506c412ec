// SPDX-License-Identifier: GPL-3.0-or-later
// The mixed integer program behind chooseBest:
//   maximise   sum of score(g) x(g) + spread over values - price of every wish missed
//   subject to sum x(g) = size; locked(g) <= x(g) <= size(g), whole numbers
//              a rule on a value:  sum of x with the value + short >= minimum, … - over <= maximum
//              different values:   y(v) <= sum of x with v (v occurs), x with v <= size y(v), sum y + short >= minimum
//              … spread:             z(v,1) + z(v,2) + … <= sum of x with v, each step worth less than the one before
// The way of putting alike people together and of soft quotas follows from GLPK's limits with ties; see libraries.
#include <workshops/cancelled.h>
#include <workshops/choice.h>
#include <workshops/choice_groups.h>

#include <QCoreApplication>
#include <QElapsedTimer>

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

namespace dtp
{

namespace
{
constexpr size_t mostGroups = 2500;
constexpr double goodEnough = 1e-4; // a list that is at most this share worse is taken as best

struct ProblemDeleter {
    void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};

// Columns and rows of the program, and how a list reads in them.
class Program
{
public:
    Program(const ChoiceProblem& problem, const GroupedChoice& grouped, int size);

    glp_prob* get() const { return m_program.get(); }
    std::vector<double> valuesFor(const Tally& tally) const; // by column, from 1
    std::vector<int> taken() const;

private:
    int addColumn(int kind, double lower, double upper, double worth);
    void addRow(int bound, double lower, double upper, std::vector<std::pair<int, double>> terms);
    std::vector<std::pair<int, double>> peopleWith(int value) const;
    void addRule(const ChoiceRule& rule);
    void addSlack(const ChoiceRule& rule, std::vector<std::pair<int, double>> terms);
    void addDifferentValue(int value, bool bothWays, int column);
    void addSpread(int value);

    // What a column means, so that a list can be put into it.
    struct Meaning {
        enum class Kind { Group, Occurs, Short, Over, Step } kind;
        size_t index; // group, value, rule
        int step = 0;
    };

    const ChoiceProblem& m_problem;
    const GroupedChoice& m_grouped;
    int m_size;
    std::unique_ptr<glp_prob, ProblemDeleter> m_program;
    std::vector<std::vector<size_t>> m_groupsOf; // by value
    std::vector<Meaning> m_meanings;             // by column - 1
    size_t m_rule = 0;                           // being added
};

Program::Program(const ChoiceProblem& problem, const GroupedChoice& grouped, int size)
    : m_problem(problem), m_grouped(grouped), m_size(size), m_program(glp_create_prob()),
      m_groupsOf(static_cast<size_t>(grouped.valueCount))
{
    glp_set_obj_dir(get(), GLP_MAX);
    std::vector<std::pair<int, double>> everybody;
    const double groups = static_cast<double>(grouped.groups.size());
    for (size_t g = 0; g < grouped.groups.size(); ++g) {
        const ChoiceGroup& group = grouped.groups[g];
        // Ties are broken by the order of the groups, which spares the solver a long search among equals.
        const double tie = 1e-5 * static_cast<double>(g) / groups;
        const int column = addColumn(GLP_IV, group.locked, std::min(group.size(), size), group.score - tie);
        m_meanings.push_back({Meaning::Kind::Group, g});
        everybody.emplace_back(column, 1);
        for (const int value : group.values)
            m_groupsOf[static_cast<size_t>(value)].push_back(g);
    }
    addRow(GLP_FX, size, size, std::move(everybody));
    for (m_rule = 0; m_rule < problem.rules.size(); ++m_rule)
        addRule(problem.rules[m_rule]);
    if (problem.spread > 0) {
        for (const int value : problem.spreadOver)
            addSpread(value);
    }
}

int Program::addColumn(int kind, double lower, double upper, double worth)
{
    const int column = glp_add_cols(get(), 1);
    glp_set_col_kind(get(), column, kind);
    glp_set_col_bnds(get(), column, lower < upper ? GLP_DB : GLP_FX, lower, upper);
    glp_set_obj_coef(get(), column, worth);
    return column;
}

void Program::addRow(int bound, double lower, double upper, std::vector<std::pair<int, double>> terms)
{
    const int row = glp_add_rows(get(), 1);
    glp_set_row_bnds(get(), row, bound, lower, upper);
    std::vector<int> columns{0};
    std::vector<double> factors{0};
    for (const auto& [column, factor] : terms) {
        columns.push_back(column);
        factors.push_back(factor);
    }
    glp_set_mat_row(get(), row, static_cast<int>(terms.size()), columns.data(), factors.data());
}

std::vector<std::pair<int, double>> Program::peopleWith(int value) const
{
    std::vector<std::pair<int, double>> terms;
    for (const size_t group : m_groupsOf[static_cast<size_t>(value)])
        terms.emplace_back(static_cast<int>(group) + 1, 1.0); // groups are the first columns
    return terms;
}

void Program::addSlack(const ChoiceRule& rule, std::vector<std::pair<int, double>> terms)
{
    const double most = std::max<double>(m_size, static_cast<double>(rule.values.size())) + std::max(0, rule.minimum);
    if (rule.minimum > 0) {
        auto withShort = terms;
        withShort.emplace_back(addColumn(GLP_CV, 0, most, -Tally::pricePerPerson), 1.0);
        m_meanings.push_back({Meaning::Kind::Short, m_rule});
        addRow(GLP_LO, rule.minimum, 0, std::move(withShort));
    }
    if (rule.maximum >= 0) {
        terms.emplace_back(addColumn(GLP_CV, 0, most, -Tally::pricePerPerson), -1.0);
        m_meanings.push_back({Meaning::Kind::Over, m_rule});
        addRow(GLP_UP, 0, rule.maximum, std::move(terms));
    }
}

void Program::addRule(const ChoiceRule& rule)
{
    if (!rule.countsDifferent) {
        addSlack(rule, rule.values.empty() ? std::vector<std::pair<int, double>>() : peopleWith(rule.values.front()));
        return;
    }
    std::vector<std::pair<int, double>> occurring;
    for (const int value : rule.values) {
        const int column = addColumn(GLP_IV, 0, 1, 0);
        m_meanings.push_back({Meaning::Kind::Occurs, static_cast<size_t>(value)});
        occurring.emplace_back(column, 1.0);
        addDifferentValue(value, rule.maximum >= 0, column);
    }
    addSlack(rule, std::move(occurring));
}

void Program::addDifferentValue(int value, bool bothWays, int column)
{
    auto terms = peopleWith(value);
    auto other = terms;
    terms.emplace_back(column, -1.0);
    addRow(GLP_LO, 0, 0, std::move(terms));
    if (bothWays) {
        other.emplace_back(column, -static_cast<double>(m_size));
        addRow(GLP_UP, 0, 0, std::move(other));
    }
}

void Program::addSpread(int value)
{
    auto terms = peopleWith(value);
    if (terms.empty())
        return;
    for (int k = 1; k <= Tally::spreadSteps; ++k) {
        terms.emplace_back(addColumn(GLP_CV, 0, 1, Tally::spreadOf(m_problem, k)), -1.0);
        m_meanings.push_back({Meaning::Kind::Step, static_cast<size_t>(value), k});
    }
    addRow(GLP_LO, 0, 0, std::move(terms));
}

std::vector<double> Program::valuesFor(const Tally& tally) const
{
    std::vector<double> values{0};
    for (const Meaning& meaning : m_meanings) {
        double value = 0;
        switch (meaning.kind) {
        case Meaning::Kind::Group:
            value = tally.taken()[meaning.index];
            break;
        case Meaning::Kind::Occurs:
            value = tally.countOf(static_cast<int>(meaning.index)) > 0 ? 1 : 0;
            break;
        case Meaning::Kind::Short:
            value = std::max(0, m_problem.rules[meaning.index].minimum - tally.countedBy(meaning.index));
            break;
        case Meaning::Kind::Over:
            value = std::max(0, tally.countedBy(meaning.index) - m_problem.rules[meaning.index].maximum);
            break;
        case Meaning::Kind::Step:
            value = tally.countOf(static_cast<int>(meaning.index)) >= meaning.step ? 1 : 0;
            break;
        }
        values.push_back(value);
    }
    return values;
}

std::vector<int> Program::taken() const
{
    std::vector<int> taken;
    for (size_t g = 0; g < m_grouped.groups.size(); ++g)
        taken.push_back(static_cast<int>(std::lround(glp_mip_col_val(get(), static_cast<int>(g) + 1))));
    return taken;
}

// What the solver's callback needs.
struct Watch {
    const Progress& progress;
    QElapsedTimer clock;
    int milliseconds;
    std::vector<double> start; // a list to begin with
    bool isStopped = false;
    bool isStarted = false;
    double gap = 1;
};

void watchSolver(glp_tree* tree, void* info)
{
    Watch& watch = *static_cast<Watch*>(info);
    if (!watch.isStopped &&
        !goOn(watch.progress, std::min<qint64>(watch.clock.elapsed(), watch.milliseconds), watch.milliseconds,
              QCoreApplication::translate("Planning", "Looking for the best list")))
        watch.isStopped = true;
    if (watch.isStopped)
        return glp_ios_terminate(tree);
    if (glp_ios_reason(tree) == GLP_IHEUR && !watch.isStarted) {
        watch.isStarted = true;
        glp_ios_heur_sol(tree, watch.start.data());
    }
    watch.gap = glp_ios_mip_gap(tree);
}

// Returns whether GLPK has a list; in watch what happened on the way.
bool solve(glp_prob* program, Watch& watch)
{
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    simplex.tm_lim = watch.milliseconds;
    if (glp_simplex(program, &simplex) != 0 || glp_get_status(program) != GLP_OPT)
        return false;
    glp_iocp search;
    glp_init_iocp(&search);
    search.msg_lev = GLP_MSG_OFF;
    search.tm_lim = std::max(1, watch.milliseconds - static_cast<int>(watch.clock.elapsed()));
    search.mip_gap = goodEnough;
    search.gmi_cuts = GLP_ON;
    search.mir_cuts = GLP_ON;
    search.cov_cuts = GLP_ON;
    search.fp_heur = GLP_ON;
    search.cb_func = watchSolver;
    search.cb_info = &watch;
    const int outcome = glp_intopt(program, &search);
    const int status = glp_mip_status(program);
    if (outcome == 0 && status == GLP_OPT)
        watch.gap = 0;
    return status == GLP_OPT || status == GLP_FEAS;
}
} // namespace

Result<ChoiceResult> chooseBest(const ChoiceProblem& problem, int milliseconds, const Progress& progress)
{
    ChoiceProblem possible = problem;
    const auto locked = std::count_if(problem.candidates.begin(), problem.candidates.end(),
                                      [](const ChoiceCandidate& c) { return c.locked; });
    possible.size =
        std::min(std::max(problem.size, static_cast<int>(locked)), static_cast<int>(problem.candidates.size()));
    const GroupedChoice grouped = groupCandidates(possible, mostGroups);
    const Tally greedy = greedyTally(possible, grouped);
    std::vector<int> best = greedy.taken();
    ChoiceResult choice;
    choice.worth = greedy.worth();
    choice.gap = 1;
    if (possible.size > 0) {
        static std::mutex oneAtATime; // GLPK may keep its memory per program, not per thread
        const std::scoped_lock lock(oneAtATime);
        glp_term_out(GLP_OFF);
        {
            const Program program(possible, grouped, possible.size);
            Watch watch{progress, {}, milliseconds, program.valuesFor(greedy)};
            watch.clock.start();
            const bool found = solve(program.get(), watch);
            if (watch.isStopped)
                return tl::unexpected(cancelledError());
            if (found) {
                Tally solved(possible, grouped);
                const std::vector<int> taken = program.taken();
                for (size_t g = 0; g < taken.size(); ++g)
                    solved.add(g, taken[g]);
                if (solved.worth() > choice.worth - 1e-6) {
                    choice.gap = watch.gap;
                    choice.worth = solved.worth();
                    best = taken;
                }
            }
        }
        glp_free_env();
    } else {
        choice.gap = 0;
    }
    choice.proven = choice.gap <= goodEnough && grouped.isComplete;
    choice.chosen = membersOf(grouped, best);
    return choice;
}

} // namespace dtp
