// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of one row.
#include <import/import_text.h>
#include <import_records/record_planner.h>
#include <records/kinds.h>
#include <records/record_rules.h>

namespace dtp
{

namespace
{
QString reasonOf(const QString& how, const RecordAdditions& additions)
{
    QStringList parts;
    if (!additions.added.isEmpty())
        parts.append(Import::tr("adds %1").arg(additions.added.join(QStringLiteral(", "))));
    if (!additions.replaced.isEmpty())
        parts.append(Import::tr("replaces %1").arg(additions.replaced.join(QStringLiteral(", "))));
    return parts.isEmpty() ? Import::tr("%1; nothing in this row is new.").arg(how)
                           : Import::tr("%1; %2.").arg(how, parts.join(QStringLiteral("; ")));
}

void count(RecordImportCounts& counts, const PlannedRow& planned)
{
    ++(planned.fate == RowFate::New         ? counts.made
       : planned.fate == RowFate::Joined    ? counts.updated
       : planned.fate == RowFate::Unchanged ? counts.unchanged
                                            : counts.rejected);
    counts.withWarnings += planned.fate != RowFate::Rejected && !planned.warnings.isEmpty();
}
} // namespace

void RecordPlanner::planRow(const RecordDraft& draft, RecordImportPlan::Private& plan)
{
    RecordDraft row = draft;
    PlannedRow planned;
    planned.number = row.number;
    ++plan.counts.rows;
    const int own = row.record != 0 ? stateOf(row.record) : -1;
    RecordValues values = own >= 0 ? m_states[static_cast<size_t>(own)].values : m_fresh;
    for (const auto& [field, stored] : row.values)
        values.fields[field] = stored;
    std::vector<Link> links;
    QString problem = row.rejection;
    if (problem.isEmpty()) {
        links = resolve(row, own >= 0 ? &m_states[static_cast<size_t>(own)].values : nullptr);
        problem = settleLinks(row, links, values);
    }
    if (problem.isEmpty())
        problem = problemOf(values, links);
    int match = -1;
    if (problem.isEmpty()) {
        const bool isMade = std::any_of(links.begin(), links.end(),
                                        [](const Link& link) { return link.found.how != Found::How::Known; });
        match = own >= 0 ? own : isMade && !m_own ? -1 : matchOf(row, values, problem);
    }
    if (problem.isEmpty())
        problem = brokenRule(row, values, match);
    planned.warnings = row.warnings;
    plan.counts.notUnderstood += row.notUnderstood;
    plan.counts.cellsInError += row.cellsInError;
    if (!problem.isEmpty()) {
        planned.fate = RowFate::Rejected;
        planned.name = nameOf(row);
        planned.reason = problem;
    } else {
        take(row, links, values, match, planned);
    }
    count(plan.counts, planned);
    plan.rows.push_back(std::move(planned));
}

QString RecordPlanner::problemOf(RecordValues values, const std::vector<Link>& links)
{
    for (const Link& link : links) {
        if (link.found.how != Found::How::Known)
            values.fields[link.field] = qint64(-1); // what is to be made counts as there
    }
    const auto valid = checkValid(values);
    return valid ? QString() : valid.error().sentence;
}

// What the record would say together, with what of the row it takes.
QString RecordPlanner::brokenRule(const RecordDraft& row, const RecordValues& values, int match) const
{
    const RecordState* const state = match >= 0 ? &m_states[static_cast<size_t>(match)] : nullptr;
    if (state && !state->isNew && m_options.policy == MatchPolicy::Skip)
        return {};
    RecordValues whole = state ? state->values : values;
    for (const auto& [field, stored] : row.values) {
        const Field& own = recordType(whole.entity).fields[static_cast<size_t>(field)];
        if (m_options.policy == MatchPolicy::Update || traitsOf(own).isEmpty(whole.fields.at(field)))
            whole.fields[field] = stored;
    }
    const auto broken = brokenRules(whole, state ? &state->values : nullptr, m_store.environment().clock->today());
    return broken.empty() ? QString() : broken.front().sentence;
}

void RecordPlanner::take(RecordDraft& row, const std::vector<Link>& links, RecordValues& values, int match,
                         PlannedRow& planned)
{
    const bool isLeft =
        match >= 0 && !m_states[static_cast<size_t>(match)].isNew && m_options.policy == MatchPolicy::Skip;
    if (!isLeft)
        makeMissing(row, links, values);
    planned.fate = match < 0 ? RowFate::New : RowFate::Unchanged;
    if (match < 0)
        match = addState(row, values);
    RecordState& state = m_states[static_cast<size_t>(match)];
    planned.name = nameOf(state.values);
    const QString how = state.isNew       ? Import::tr("The same as row %1").arg(state.row)
                        : row.record != 0 ? Import::tr("The record of this row")
                                          : Import::tr("Known already");
    if (isLeft) {
        planned.reason = Import::tr("%1; left as it is.").arg(how);
        return;
    }
    std::vector<std::pair<int, QVariant>> said = row.values;
    for (const Link& link : links)
        said.emplace_back(link.field, values.fields.at(link.field));
    const RecordAdditions additions = addToRecord(state, row, said, m_options.policy, m_store);
    planned.warnings += additions.conflicts;
    if (planned.fate != RowFate::New && additions.isAny())
        planned.fate = RowFate::Joined;
    planned.reason = planned.fate == RowFate::New ? Import::tr("Not known yet.") : reasonOf(how, additions);
}

} // namespace dtp
