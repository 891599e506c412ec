// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_people/import_planner.h>

#include <import_people/people_reader.h>
#include <meaning/codes.h>
#include <meaning/consents.h>

namespace dtp
{

using L1 = QLatin1String;

ImportPlanner::ImportPlanner(const Store& store, const ImportFile& file, MatchPolicy policy, const Progress& progress)
    : m_store(store), m_file(*file.d), m_policy(policy), m_progress(progress),
      m_remarks(m_file.mapping, m_file.legends), m_people(m_file.rows, m_file.name)
{
}

bool ImportPlanner::goesOn(qint64 done, qint64 total, const char* what) const
{
    return goOn(m_progress, done, total, Import::tr(what));
}

Result<> ImportPlanner::run(ImportPlan::Private& plan)
{
    const auto stopped = [] { return fail(Import::tr("Stopped. Nothing was changed.")); };
    if (!goesOn(0, 0, "Looking for people who are known"))
        return stopped();
    DTP_CHECK(m_people.read(m_store));
    DTP_CHECK(m_things.read(m_store));
    DTP_CHECK(readMatched());
    const auto total = static_cast<qint64>(m_file.rows.keys.size());
    DTP_CHECK(forEachRow([&](const FileRow& row) -> Result<> {
        planRow(row, plan);
        if (plan.rows.size() % 1000 == 0 && !goesOn(static_cast<qint64>(plan.rows.size()), total, "Comparing rows"))
            return stopped();
        return {};
    }));
    plan.rows.close();
    plan.people.close();
    ImportCounts& counts = plan.counts;
    counts.newOrganisations = static_cast<qint64>(m_things.newOrganisations.size());
    counts.newPrograms = static_cast<qint64>(m_things.newPrograms.size());
    counts.newNetworks = static_cast<qint64>(m_things.newNetworks.size());
    plan.things = std::move(m_things);
    counts.unclearConsents = m_remarks.unclear();
    counts.unsureRefusals = m_remarks.unsure();
    counts.consentRemarks = m_remarks.sentences();
    return {};
}

Result<> ImportPlanner::forEachRow(const std::function<Result<>(const FileRow&)>& visit) const
{
    size_t index = 0;
    return m_file.rows.drafts.forEach([&](const PersonDraft& draft) {
        return visit({draft, m_file.rows.keys.row(index++)});
    });
}

// All of those whom a row is, as they are now.
Result<> ImportPlanner::readMatched()
{
    if (m_people.isEmpty())
        return {};
    std::vector<qint64> people;
    const auto expect = [&](int known) {
        KnownPerson& who = m_people.at(known);
        ++who.rows;
        if (who.state < 0) {
            who.state = static_cast<int>(people.size());
            people.push_back(who.id);
        }
    };
    DTP_CHECK(forEachRow([&](const FileRow& row) -> Result<> {
        const int known = row.keys.isRejected ? -1 : m_people.matchOf(row).known;
        if (known >= 0) {
            expect(known);
        } else if (row.keys.hasRefusal && !row.keys.isRejected) {
            for (const int probable : m_people.probablyOf(row))
                expect(probable);
        }
        return {};
    }));
    constexpr size_t portion = 400;
    for (size_t from = 0; from < people.size(); from += portion) {
        const size_t to = std::min(from + portion, people.size());
        DTP_TRY(states, readPeople(m_store, {people.begin() + static_cast<qsizetype>(from),
                                             people.begin() + static_cast<qsizetype>(to)}));
        for (PersonState& state : states) {
            state.nameKeys = m_people.withId(state.person.id.value).nameKeys;
            m_matched.append(std::move(state));
        }
        if (!goesOn(static_cast<qint64>(from), static_cast<qint64>(people.size()), "Reading people who are known"))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    m_matched.close();
    return {};
}

// That somebody no longer agrees must not be overlooked: it is said in the row and in the summary, with the name.
void ImportPlanner::tellRefusals(const QStringList& purposes, const QString& name, PlannedRow& planned)
{
    constexpr qsizetype mostSaid = 50;
    for (const QString& purpose : purposes) {
        const QString sentence =
            Import::tr("%1 no longer agrees: %2.")
                .arg(name, m_store.vocabulary(QStringLiteral("consent_purposes")).labelOf(purpose));
        planned.warnings.append(sentence);
        ++m_endedAgreements;
        if (m_refusals.size() < mostSaid)
            m_refusals.append(sentence);
    }
}

// That an agreement in the file does not count is said in the same places: who entered it thinks that it does.
void ImportPlanner::tellOverruled(const QStringList& purposes, const QString& name, PlannedRow& planned)
{
    for (const QString& purpose : purposes) {
        const QString label = m_store.vocabulary(QStringLiteral("consent_purposes")).labelOf(purpose);
        planned.warnings.append(
            Import::tr("%1 has refused or withdrawn: %2. The agreement in this row does not count.").arg(name, label));
        m_remarks.noteOverruled(Import::tr("%1 (%2)", "a person, and what for").arg(name, label));
    }
}

// Nor does a new yes count on top of an agreement whose end has passed: it may be the old one, copied.
void ImportPlanner::tellOverdue(const QStringList& purposes, const QString& name, PlannedRow& planned)
{
    for (const QString& purpose : purposes) {
        const QString label = m_store.vocabulary(QStringLiteral("consent_purposes")).labelOf(purpose);
        planned.warnings.append(
            Import::tr("What %1 agreed to is over: %2. The agreement in this row does not count.").arg(name, label));
        m_remarks.noteOverdue(Import::tr("%1 (%2)", "a person, and what for").arg(name, label));
    }
}

RowContext ImportPlanner::context()
{
    return {m_policy, m_things, m_file.name, m_store.environment().clock->today()};
}

// Writes the row into a person; the row gets its fate and the reason for it. how: why it is this person's.
void ImportPlanner::addToState(PersonState& state, const PersonDraft& row, const QString& how, PlannedRow& planned)
{
    const bool isNew = planned.fate == RowFate::New;
    const Additions additions = addRow(state, row, context());
    planned.warnings += additions.conflicts;
    tellRefusals(additions.refusals, fullName(state.person), planned);
    tellOverruled(additions.overruled, fullName(state.person), planned);
    tellOverdue(additions.overdue, fullName(state.person), planned);
    if (isNew || additions.isAny()) {
        Provenance source;
        source.file = m_file.name;
        source.row = static_cast<int>(row.number);
        source.digest = row.digest;
        state.sources.push_back(source);
    }
    if (isNew) {
        planned.reason = Import::tr("Not known yet.");
        return;
    }
    planned.fate = additions.isAny() ? RowFate::Joined : RowFate::Unchanged;
    QStringList parts;
    if (!additions.added.isEmpty())
        parts.append(Import::tr("adds %1").arg(additions.added.join(L1(", "))));
    if (!additions.replaced.isEmpty())
        parts.append(Import::tr("replaces %1").arg(additions.replaced.join(L1(", "))));
    planned.reason = parts.isEmpty() ? Import::tr("%1; nothing in this row is new.").arg(how)
                                     : Import::tr("%1; %2.").arg(how, parts.join(L1("; ")));
}

// The person stays at hand when other rows may add, too.
void ImportPlanner::addToPerson(int known, const FileRow& row, const QString& how, PlannedRow& planned,
                                PlannedPeople& people)
{
    if (PersonState* open = people.opened(known)) {
        addToState(*open, row.draft, how, planned);
        return;
    }
    PersonState state;
    const bool isNew = planned.fate == RowFate::New;
    if (isNew) {
        state.isNew = true;
        state.nameKeys = row.draft.nameKeys;
    } else {
        state = m_matched.at(static_cast<size_t>(m_people.at(known).state));
    }
    addToState(state, row.draft, how, planned);
    if (m_people.mayMeet(row.keys) || (!isNew && m_people.at(known).rows > 1))
        people.open(known, std::move(state));
    else if (!state.sources.empty())
        people.append(std::move(state));
}

// Of a row that is to leave a known person as they are: what makes nobody safer to overlook. A refusal ends an older
// agreement, and danger counts, whatever else may not be changed.
static PersonDraft whatProtects(const PersonDraft& row)
{
    PersonDraft left;
    left.number = row.number;
    left.digest = row.digest;
    std::copy_if(
        row.consents.begin(), row.consents.end(), std::back_inserter(left.consents),
        [](const ImportedConsent& consent) { return codeOf<ConsentAnswer>(consent.answer) != ConsentAnswer::Agreed; });
    left.unwanted = row.unwanted;
    const int safety = recordType<Person>().indexOf("safety_level");
    if (std::find(row.said.begin(), row.said.end(), safety) != row.said.end() &&
        codeOf<SafetyLevel>(row.person.safetyLevel) != SafetyLevel::Normal) {
        left.said.push_back(safety);
        left.person.safetyLevel = row.person.safetyLevel;
    }
    return left;
}

// A refusal of somebody who is probably known, and not surely, counts for those who are known as well: being asked
// again harms nobody, and being named can. Nothing else of the row is taken over.
void ImportPlanner::refuseForProbable(const std::vector<int>& probable, const FileRow& row, PlannedRow& planned,
                                      PlannedPeople& people)
{
    if (probable.empty())
        return;
    QStringList names;
    for (const int known : probable) {
        PersonState* const open = people.opened(known);
        const KnownPerson& who = m_people.at(known);
        names.append(who.id != 0 ? who.name : Import::tr("%1 (row %2)").arg(who.name).arg(who.row));
        if (!open && (who.id == 0 || who.state < 0))
            continue;
        PersonState read = open ? PersonState() : m_matched.at(static_cast<size_t>(who.state));
        PersonState& state = open ? *open : read;
        std::vector<Consent> theirs;
        for (const auto& kept : state.consents)
            theirs.push_back(kept.record);
        PersonDraft refusal;
        refusal.number = row.draft.number;
        for (const ImportedConsent& consent : row.draft.consents) {
            const Consent* const newest = newestConsent(theirs, consent.purpose);
            if (newest && codeOf<ConsentAnswer>(newest->answer) == ConsentAnswer::Agreed &&
                codeOf<ConsentAnswer>(consent.answer) != ConsentAnswer::Agreed)
                refusal.consents.push_back(consent);
        }
        const Additions additions = addRow(state, refusal, context());
        state.hasRefused = state.hasRefused || additions.isAny();
        tellRefusals(additions.refusals, fullName(state.person), planned);
        if (open || !additions.isAny())
            continue;
        if (who.rows > 1)
            people.open(known, std::move(read));
        else
            people.append(std::move(read));
    }
    planned.warnings.append(Import::tr("The refusal in this row counts for %1 as well, who may be the same person.")
                                .arg(names.join(L1(", "))));
    m_remarks.noteUnsure(row.draft.number, names);
}

void ImportPlanner::planRow(const FileRow& row, ImportPlan::Private& plan)
{
    const PersonDraft& draft = row.draft;
    PlannedRow planned;
    planned.number = draft.number;
    planned.name = fullName(draft.person);
    planned.warnings = draft.warnings;
    ImportCounts& counts = plan.counts;
    ++counts.rows;
    if (row.keys.isRejected) {
        planned.fate = RowFate::Rejected;
        planned.reason = draft.rejection;
        ++counts.rejected;
        plan.rows.append(std::move(planned));
        return;
    }
    counts.notUnderstood += draft.notUnderstood;
    counts.cellsInError += draft.cellsInError;
    m_remarks.note(draft);
    const KnownPeople::Match match = m_people.matchOf(row);
    const bool isNew = match.known < 0;
    const QStringList doubts = isNew ? m_people.doubtsOf(row) : QStringList();
    const std::vector<int> probable =
        isNew && row.keys.hasRefusal ? m_people.probablyOf(row) : std::vector<int>(); // before it is one of them
    const int index = isNew ? m_people.add(row) : match.known;
    static const KnownPerson nobody;
    const KnownPerson& who = index < 0 ? nobody : m_people.at(index);
    planned.person = {who.id};
    planned.fate = isNew ? RowFate::New : RowFate::Unchanged;
    const QString how =
        isNew ? QString()
              : match.how.arg(who.id != 0 ? who.name : Import::tr("%1 (row %2)").arg(who.name).arg(who.row));
    const bool isLeft = !isNew && who.id != 0 && m_policy == MatchPolicy::Skip;
    const PersonDraft protecting = isLeft ? whatProtects(draft) : PersonDraft();
    if (isLeft && protecting.consents.empty() && protecting.said.empty() && protecting.unwanted.isEmpty()) {
        planned.reason = Import::tr("%1; left as it is.").arg(how);
    } else if (isLeft) {
        addToPerson(index, {protecting, row.keys}, how, planned, plan.people);
    } else {
        addToPerson(index, row, how, planned, plan.people);
        if (!isNew)
            m_people.remember(index, row);
    }
    refuseForProbable(probable, row, planned, plan.people);
    ++(planned.fate == RowFate::New      ? counts.newPeople
       : planned.fate == RowFate::Joined ? counts.joined
                                         : counts.unchanged);
    counts.endedAgreements = m_endedAgreements;
    counts.refusals = m_refusals;
    if (!doubts.isEmpty())
        ++counts.possiblyKnown;
    planned.warnings += doubts;
    counts.withWarnings += !planned.warnings.isEmpty();
    if (who.id != 0)
        planned.name = who.name;
    plan.rows.append(std::move(planned));
}

} // namespace dtp
