// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_planner.h>

#include <storage/bulk_reader.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr int mostDoubts = 3; // about one row

void addOnce(std::vector<int>& list, int value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}
} // namespace

ImportPlanner::ImportPlanner(const Store& store, const ImportFile& file, MatchPolicy policy, const Progress& progress)
    : m_store(store), m_file(*file.d), m_policy(policy), m_progress(progress)
{
}

bool ImportPlanner::goesOn(qint64 done, qint64 total, const char* what) const
{
    return goOn(m_progress, done, total, Import::tr(what));
}

Result<> ImportPlanner::run(ImportPlan::Private& plan)
{
    const auto stopped = [] { return fail(Import::tr("Stopped. Nothing was changed.")); };
    collectKeys();
    if (!goesOn(0, 0, "Looking for people who are known"))
        return stopped();
    DTP_CHECK(readSources());
    DTP_CHECK(readContacts());
    DTP_CHECK(readNames());
    DTP_CHECK(m_things.read(m_store));
    DTP_CHECK(readMatched());
    const auto total = static_cast<qint64>(m_file.rows.keys.size());
    DTP_CHECK(forEachRow([&](const Row& row) -> Result<> {
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
    return {};
}

Result<> ImportPlanner::forEachRow(const std::function<Result<>(const Row&)>& visit) const
{
    size_t index = 0;
    return m_file.rows.drafts.forEach([&](const PersonDraft& draft) {
        return visit({draft, m_file.rows.keys.row(index++)});
    });
}

void ImportPlanner::collectKeys()
{
    const AllRowKeys& all = m_file.rows.keys;
    for (size_t i = 0; i < all.size(); ++i) {
        const RowKeys& row = all.row(i);
        if (row.isRejected)
            continue;
        for (const quint64 email : all.emails(row))
            m_byEmail.expect(email);
        for (const quint64 phone : all.phones(row))
            m_byPhone.expect(phone);
        for (const quint64 name : all.names(row))
            m_byName.expect(name);
        m_byDigest.expect(row.digest);
        if (row.record != 0)
            m_knownById.insert(row.record, -1);
    }
    for (KeyIndex* index : {&m_byEmail, &m_byPhone, &m_byName, &m_byDigest})
        index->settle();
}

int ImportPlanner::knownOf(qint64 id)
{
    const auto found = m_knownById.constFind(id);
    if (found != m_knownById.constEnd() && *found >= 0)
        return *found;
    Known known;
    known.id = id;
    m_known.push_back(known);
    const int index = static_cast<int>(m_known.size()) - 1;
    m_knownById.insert(id, index);
    return index;
}

Result<> ImportPlanner::readSources()
{
    return readBulk(
        m_store,
        {.entity = Entity::Provenance, .fields = {"person_id", "file", "row_number", "digest"}, .byKey = true},
        [this](const BulkRow& source) {
            if (const quint64 digest = digestHash(source.text(3));
                m_byDigest.isExpected(digest) && m_byDigest.firstOf(digest) < 0)
                m_byDigest.add(digest, knownOf(source.integer(0)));
            if (source.text(1) == m_file.name && m_file.rows.keys.hasNumber(source.integer(2)))
                addOnce(m_byRow[source.integer(2)], knownOf(source.integer(0)));
        });
}

Result<> ImportPlanner::readContacts()
{
    return readBulk(m_store, {.entity = Entity::ContactPoint, .fields = {"person_id", "kind", "value", "e164"}},
                    [this](const BulkRow& contact) {
                        const bool isEmail = contact.utf8(1) == "email";
                        if (!isEmail && contact.utf8(3).empty())
                            return;
                        const quint64 key = isEmail ? emailHash(contact.text(2)) : phoneHash(contact.text(3));
                        KeyIndex& index = isEmail ? m_byEmail : m_byPhone;
                        if (index.isExpected(key))
                            index.add(key, knownOf(contact.integer(0)));
                    });
}

// The names of everybody: who is called like a row, and what those are called who share its e-mail or phone.
Result<> ImportPlanner::readNames()
{
    const auto look = [this](qint64 id, const QString& name, bool isMain) {
        if (name.isEmpty())
            return;
        NameKey key = nameKey(name);
        const quint64 hash = nameHash(key);
        const bool isNamed = m_byName.isExpected(hash);
        if (!isNamed && !m_knownById.contains(id))
            return;
        const int index = knownOf(id);
        Known& known = m_known[static_cast<size_t>(index)];
        if (isMain || known.name.isEmpty())
            known.name = name;
        known.nameKeys.push_back(std::move(key));
        if (isNamed)
            m_byName.add(hash, index, mostDoubts);
    };
    DTP_CHECK(readBulk(m_store,
                       {.entity = Entity::Person, .fields = {"id", "given_name", "family_name", "own_script_name"}},
                       [&](const BulkRow& person) {
                           const QString name = QString(person.text(1) + QLatin1Char(' ') + person.text(2)).trimmed();
                           look(person.integer(0), person.text(3), false);
                           look(person.integer(0), name, true);
                       }));
    return readBulk(m_store, {.entity = Entity::AlternateName, .fields = {"person_id", "name"}},
                    [&](const BulkRow& name) { look(name.integer(0), name.text(1), false); });
}

template <class R>
Result<> ImportPlanner::readChildren(std::vector<Kept<R>> PersonState::*list, const QVariantList& people,
                                     const QHash<qint64, size_t>& places, std::vector<PersonState>& states) const
{
    Where where;
    where.compare("person_id", Where::Op::In, people);
    DTP_TRY(found, m_store.find<R>(where));
    for (R& record : found) {
        const qint64 person = record.person.value;
        (states[places.value(person)].*list).push_back({std::move(record), false});
    }
    return {};
}

Result<> ImportPlanner::readStates(const std::vector<qint64>& people)
{
    QHash<qint64, size_t> places;
    QVariantList keys;
    for (const qint64 id : people) {
        places.insert(id, static_cast<size_t>(keys.size()));
        keys.append(id);
    }
    std::vector<PersonState> states(people.size());
    DTP_TRY(rows, m_store.rows(Entity::Person, people));
    for (const RecordValues& values : rows)
        states[places.value(values.id)].person = fromValues<Person>(values);
    DTP_CHECK(readChildren(&PersonState::names, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::contacts, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::affiliations, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::issues, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::skills, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::languages, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::participations, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::memberships, keys, places, states));
    DTP_CHECK(readChildren(&PersonState::consents, keys, places, states));
    for (PersonState& state : states) {
        state.nameKeys = knownAt(m_knownById.value(state.person.id.value)).nameKeys;
        m_matched.append(std::move(state));
    }
    return {};
}

// All of those whom a row is, as they are now.
Result<> ImportPlanner::readMatched()
{
    if (m_policy == MatchPolicy::Skip || m_known.empty())
        return {};
    std::vector<qint64> people;
    DTP_CHECK(forEachRow([&](const Row& row) -> Result<> {
        const int known = row.keys.isRejected ? -1 : matchOf(row).known;
        if (known < 0)
            return {};
        Known& who = m_known[static_cast<size_t>(known)];
        ++who.rows;
        if (who.state < 0) {
            who.state = static_cast<int>(people.size());
            people.push_back(who.id);
        }
        return {};
    }));
    constexpr size_t portion = 400;
    for (size_t from = 0; from < people.size(); from += portion) {
        const size_t to = std::min(from + portion, people.size());
        DTP_CHECK(
            readStates({people.begin() + static_cast<qsizetype>(from), people.begin() + static_cast<qsizetype>(to)}));
        if (!goesOn(static_cast<qint64>(from), static_cast<qint64>(people.size()), "Reading people who are known"))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    m_matched.close();
    return {};
}

// Names that agree, and an e-mail or a phone in common: beyond doubt. Of several the one whose names agree best, then
// the oldest.
ImportPlanner::Match ImportPlanner::byContact(const Row& row) const
{
    Match best;
    NameSimilarity likeness = NameSimilarity::Different;
    const auto consider = [&](const KeyIndex& index, std::span<const quint64> keys, const char* how) {
        for (const quint64 key : keys) {
            for (const int candidate : index.of(key)) {
                const NameSimilarity found = compareNames(row.draft.nameKeys, knownAt(candidate).nameKeys);
                if (found > likeness) {
                    likeness = found;
                    best.known = candidate;
                    best.how = Import::tr(how);
                }
            }
        }
    };
    const AllRowKeys& all = m_file.rows.keys;
    consider(m_byEmail, all.emails(row.keys), QT_TRANSLATE_NOOP("Import", "Same name and e-mail as %1"));
    consider(m_byPhone, all.phones(row.keys), QT_TRANSLATE_NOOP("Import", "Same name and phone as %1"));
    return best;
}

ImportPlanner::Match ImportPlanner::matchOf(const Row& row) const
{
    const auto named = [this](int index) { return index >= 0 && !knownAt(index).nameKeys.empty(); };
    // A record that is gone has no names.
    if (const int index = row.keys.record != 0 ? m_knownById.value(row.keys.record, -1) : -1; named(index))
        return {index, Import::tr("The record of %1"), {}};
    if (const int index = m_byDigest.firstOf(row.keys.digest); named(index)) {
        const bool isHere = knownAt(index).id == 0;
        return {index, isHere ? Import::tr("The same in all cells as %1") : Import::tr("This row made %1 before"), {}};
    }
    if (Match match = byContact(row); match.known >= 0)
        return match;
    const std::vector<int> before = m_byRow.value(row.keys.number);
    for (const int index : before) {
        if (knownAt(index).id != 0 &&
            compareNames(row.draft.nameKeys, knownAt(index).nameKeys) == NameSimilarity::Same)
            return {index, Import::tr("This row of this file was %1 before"), {}};
    }
    return {};
}

// Who somebody new could also be: the same name, or the same e-mail or phone with another name.
QStringList ImportPlanner::doubtsOf(const Row& row) const
{
    QStringList doubts;
    std::vector<int> told;
    const auto tell = [&](const KeyIndex& index, std::span<const quint64> keys, const char* sentence) {
        for (const quint64 key : keys) {
            for (const int candidate : index.of(key)) {
                if (doubts.size() >= mostDoubts || std::find(told.begin(), told.end(), candidate) != told.end())
                    continue;
                told.push_back(candidate);
                const Known& known = knownAt(candidate);
                const QString who =
                    known.id != 0 ? known.name : Import::tr("%1 (row %2)").arg(known.name).arg(known.row);
                doubts.append(Import::tr(sentence).arg(who));
            }
        }
    };
    const AllRowKeys& all = m_file.rows.keys;
    tell(m_byEmail, all.emails(row.keys),
         QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same e-mail and another name."));
    tell(m_byPhone, all.phones(row.keys),
         QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same phone and another name."));
    tell(m_byName, all.names(row.keys),
         QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same name."));
    return doubts;
}

// Whether another row of the file may turn out to be the same person.
bool ImportPlanner::mayMeet(const RowKeys& keys) const
{
    const AllRowKeys& all = m_file.rows.keys;
    const auto anyShared = [](const KeyIndex& index, std::span<const quint64> some) {
        return std::any_of(some.begin(), some.end(), [&](quint64 key) { return index.isShared(key); });
    };
    return m_byDigest.isShared(keys.digest) || anyShared(m_byEmail, all.emails(keys)) ||
           anyShared(m_byPhone, all.phones(keys));
}

// Later rows of the file may be the same person by what this row says. What no other row says is not remembered.
void ImportPlanner::remember(int known, const Row& row)
{
    const AllRowKeys& all = m_file.rows.keys;
    const auto add = [known](KeyIndex& index, std::span<const quint64> keys, int most) {
        for (const quint64 key : keys) {
            if (index.isShared(key))
                index.add(key, known, most);
        }
    };
    add(m_byEmail, all.emails(row.keys), 0);
    add(m_byPhone, all.phones(row.keys), 0);
    add(m_byName, all.names(row.keys), mostDoubts);
    if (m_byDigest.isShared(row.keys.digest) && m_byDigest.firstOf(row.keys.digest) < 0)
        m_byDigest.add(row.keys.digest, known);
    Known& who = m_known[static_cast<size_t>(known)];
    for (const NameKey& key : row.draft.nameKeys) {
        if (std::find(who.nameKeys.begin(), who.nameKeys.end(), key) == who.nameKeys.end())
            who.nameKeys.push_back(key);
    }
}

// Somebody new, whom later rows may be or resemble; gives their index.
int ImportPlanner::addKnown(const Row& row)
{
    Known known;
    known.row = row.keys.number;
    known.name = fullName(row.draft.person);
    m_known.push_back(std::move(known));
    const int index = static_cast<int>(m_known.size()) - 1;
    remember(index, row);
    if (!mayMeet(row.keys))
        m_known.back().nameKeys.clear(); // only compared with those of the same e-mail or phone
    return index;
}

// Writes the row into a person; the row gets its fate and the reason for it. how: why it is this person's.
void ImportPlanner::addToState(PersonState& state, const PersonDraft& row, const QString& how, PlannedRow& planned)
{
    const bool isNew = planned.fate == RowFate::New;
    const Additions additions = addRow(state, row, m_policy, m_things, m_file.name);
    planned.warnings += additions.conflicts;
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
void ImportPlanner::addToPerson(int known, const Row& row, const QString& how, PlannedRow& planned,
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
        state = m_matched.at(static_cast<size_t>(knownAt(known).state));
    }
    addToState(state, row.draft, how, planned);
    if (mayMeet(row.keys) || (!isNew && knownAt(known).rows > 1))
        people.open(known, std::move(state));
    else if (!state.sources.empty())
        people.append(std::move(state));
}

void ImportPlanner::planRow(const Row& row, ImportPlan::Private& plan)
{
    const PersonDraft& draft = row.draft;
    PlannedRow planned;
    planned.number = draft.number;
    planned.name = fullName(draft.person);
    planned.warnings = draft.warnings;
    ImportCounts& counts = plan.counts;
    ++counts.rows;
    counts.notUnderstood += draft.notUnderstood;
    if (row.keys.isRejected) {
        planned.fate = RowFate::Rejected;
        planned.reason = draft.rejection;
        ++counts.rejected;
        plan.rows.append(std::move(planned));
        return;
    }
    const Match match = matchOf(row);
    const bool isNew = match.known < 0;
    const QStringList doubts = isNew ? doubtsOf(row) : QStringList();
    const int index = isNew ? addKnown(row) : match.known;
    const Known who = knownAt(index);
    planned.person = {who.id};
    planned.fate = isNew ? RowFate::New : RowFate::Unchanged;
    const QString how =
        isNew ? QString()
              : match.how.arg(who.id != 0 ? who.name : Import::tr("%1 (row %2)").arg(who.name).arg(who.row));
    if (!isNew && who.id != 0 && m_policy == MatchPolicy::Skip) {
        planned.reason = Import::tr("%1; left as it is.").arg(how);
    } else {
        addToPerson(index, row, how, planned, plan.people);
        if (!isNew)
            remember(index, row);
    }
    ++(planned.fate == RowFate::New      ? counts.newPeople
       : planned.fate == RowFate::Joined ? counts.joined
                                         : counts.unchanged);
    if (!doubts.isEmpty())
        ++counts.possiblyKnown;
    planned.warnings += doubts;
    counts.withWarnings += !planned.warnings.isEmpty();
    if (who.id != 0)
        planned.name = who.name;
    plan.rows.append(std::move(planned));
}

} // namespace dtp
