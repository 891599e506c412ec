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

bool isNumberKind(const QString& kind)
{
    return kind == L1("phone") || kind == L1("whatsapp") || kind == L1("signal");
}

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
    DTP_CHECK(collectKeys());
    if (!goesOn(0, 0, "Looking for people who are known"))
        return stopped();
    DTP_CHECK(readSources());
    DTP_CHECK(readContacts());
    DTP_CHECK(readNames());
    DTP_CHECK(m_things.read(m_store));
    DTP_CHECK(readMatched());
    const auto total = static_cast<qint64>(m_file.rows.size());
    plan.rows.reserve(m_file.rows.size());
    for (const PersonDraft& row : m_file.rows) {
        planRow(row, plan);
        if (plan.rows.size() % 1000 == 0 && !goesOn(static_cast<qint64>(plan.rows.size()), total, "Comparing rows"))
            return stopped();
    }
    ImportCounts& counts = plan.counts;
    counts.newOrganisations = static_cast<qint64>(m_things.newOrganisations.size());
    counts.newPrograms = static_cast<qint64>(m_things.newPrograms.size());
    counts.newNetworks = static_cast<qint64>(m_things.newNetworks.size());
    plan.things = std::move(m_things);
    std::erase_if(m_states, [](const PersonState& state) { return state.sources.empty(); });
    plan.people = std::move(m_states);
    return {};
}

Result<> ImportPlanner::collectKeys()
{
    for (const PersonDraft& row : m_file.rows) {
        if (!row.rejection.isEmpty())
            continue;
        for (const ContactPoint& contact : row.contacts) {
            if (contact.kind == L1("email"))
                m_byEmail[emailKey(contact.value)];
            else if (isNumberKind(contact.kind) && !contact.e164.isEmpty())
                m_byPhone[contact.e164];
        }
        for (const NameKey& key : row.nameKeys)
            m_byName[key.text()];
        m_byDigest.insert(row.digest, -1);
        if (row.record)
            m_knownById.insert(row.record.value, -1);
        m_byRow[row.number];
    }
    return {};
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
            if (const auto digest = m_byDigest.find(source.text(3)); digest != m_byDigest.end() && *digest < 0)
                *digest = knownOf(source.integer(0));
            if (const auto row = m_byRow.find(source.integer(2));
                row != m_byRow.end() && source.text(1) == m_file.name)
                addOnce(*row, knownOf(source.integer(0)));
        });
}

Result<> ImportPlanner::readContacts()
{
    if (m_byEmail.isEmpty() && m_byPhone.isEmpty())
        return {};
    return readBulk(m_store, {.entity = Entity::ContactPoint, .fields = {"person_id", "kind", "value", "e164"}},
                    [this](const BulkRow& contact) {
                        const std::string_view kind = contact.utf8(1);
                        if (kind == "email") {
                            if (const auto found = m_byEmail.find(emailKey(contact.text(2))); found != m_byEmail.end())
                                addOnce(*found, knownOf(contact.integer(0)));
                        } else if (!contact.utf8(3).empty()) {
                            if (const auto found = m_byPhone.find(contact.text(3)); found != m_byPhone.end())
                                addOnce(*found, knownOf(contact.integer(0)));
                        }
                    });
}

// The names of everybody: who is called like a row, and what those are called who share its e-mail or phone.
Result<> ImportPlanner::readNames()
{
    const auto look = [this](qint64 id, const QString& name, bool isMain) {
        if (name.isEmpty())
            return;
        NameKey key = nameKey(name);
        const auto named = m_byName.find(key.text());
        const bool isWanted = m_knownById.contains(id);
        if (named == m_byName.end() && !isWanted)
            return;
        const int index = knownOf(id);
        Known& known = m_known[static_cast<size_t>(index)];
        if (isMain || known.name.isEmpty())
            known.name = name;
        known.nameKeys.push_back(std::move(key));
        if (named != m_byName.end())
            addOnce(*named, index);
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
Result<> ImportPlanner::readChildren(std::vector<Kept<R>> PersonState::*list, const std::vector<qint64>& people,
                                     const QHash<qint64, int>& states)
{
    constexpr size_t portion = 400;
    for (size_t from = 0; from < people.size(); from += portion) {
        QVariantList keys;
        for (size_t i = from; i < std::min(from + portion, people.size()); ++i)
            keys.append(people[i]);
        Where where;
        where.compare("person_id", Where::Op::In, keys);
        DTP_TRY(found, m_store.find<R>(where));
        for (R& record : found) {
            const qint64 person = record.person.value;
            (m_states[static_cast<size_t>(states.value(person))].*list).push_back({std::move(record), false});
        }
    }
    return {};
}

// All of those whom a row is, as they are now.
Result<> ImportPlanner::readMatched()
{
    if (m_policy == MatchPolicy::Skip || m_known.empty())
        return {};
    std::vector<qint64> people;
    QHash<qint64, int> states;
    for (const PersonDraft& row : m_file.rows) {
        if (!row.rejection.isEmpty())
            continue;
        const int known = matchOf(row).known;
        if (known < 0 || m_known[static_cast<size_t>(known)].state >= 0)
            continue;
        Known& who = m_known[static_cast<size_t>(known)];
        who.state = static_cast<int>(people.size());
        states.insert(who.id, who.state);
        people.push_back(who.id);
    }
    m_states.resize(people.size());
    constexpr size_t portion = 2000;
    for (size_t from = 0; from < people.size(); from += portion) {
        const std::vector<qint64> some(people.begin() + static_cast<qsizetype>(from),
                                       people.begin() +
                                           static_cast<qsizetype>(std::min(from + portion, people.size())));
        DTP_TRY(rows, m_store.rows(Entity::Person, some));
        for (const RecordValues& values : rows)
            m_states[static_cast<size_t>(states.value(values.id))].person = fromValues<Person>(values);
        if (!goesOn(static_cast<qint64>(from), static_cast<qint64>(people.size()), "Reading people who are known"))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    for (const Known& who : m_known) {
        if (who.state >= 0)
            m_states[static_cast<size_t>(who.state)].nameKeys = who.nameKeys;
    }
    DTP_CHECK(readChildren(&PersonState::names, people, states));
    DTP_CHECK(readChildren(&PersonState::contacts, people, states));
    DTP_CHECK(readChildren(&PersonState::affiliations, people, states));
    DTP_CHECK(readChildren(&PersonState::issues, people, states));
    DTP_CHECK(readChildren(&PersonState::skills, people, states));
    DTP_CHECK(readChildren(&PersonState::languages, people, states));
    DTP_CHECK(readChildren(&PersonState::participations, people, states));
    DTP_CHECK(readChildren(&PersonState::memberships, people, states));
    return readChildren(&PersonState::consents, people, states);
}

// Names that agree, and an e-mail or a phone in common: beyond doubt. Of several the one whose names agree best, then
// the oldest.
ImportPlanner::Match ImportPlanner::byContact(const PersonDraft& row) const
{
    Match best;
    NameSimilarity likeness = NameSimilarity::Different;
    const auto consider = [&](const std::vector<int>& candidates, const char* how) {
        for (const int index : candidates) {
            const NameSimilarity found = compareNames(row.nameKeys, m_known[static_cast<size_t>(index)].nameKeys);
            if (found > likeness) {
                likeness = found;
                best.known = index;
                best.how = Import::tr(how);
            }
        }
    };
    for (const ContactPoint& contact : row.contacts) {
        if (contact.kind == L1("email"))
            consider(m_byEmail.value(emailKey(contact.value)),
                     QT_TRANSLATE_NOOP("Import", "Same name and e-mail as %1"));
    }
    for (const ContactPoint& contact : row.contacts) {
        if (isNumberKind(contact.kind) && !contact.e164.isEmpty())
            consider(m_byPhone.value(contact.e164), QT_TRANSLATE_NOOP("Import", "Same name and phone as %1"));
    }
    return best;
}

ImportPlanner::Match ImportPlanner::matchOf(const PersonDraft& row) const
{
    const auto named = [this](int index) {
        return index >= 0 && !m_known[static_cast<size_t>(index)].nameKeys.empty();
    };
    // A record that is gone has no names.
    if (const int index = row.record ? m_knownById.value(row.record.value, -1) : -1; named(index))
        return {index, Import::tr("The record of %1"), {}};
    if (const int index = m_byDigest.value(row.digest, -1); named(index)) {
        const bool isHere = m_known[static_cast<size_t>(index)].id == 0;
        return {index, isHere ? Import::tr("The same in all cells as %1") : Import::tr("This row made %1 before"), {}};
    }
    if (Match match = byContact(row); match.known >= 0)
        return match;
    const std::vector<int> before = m_byRow.value(row.number);
    for (const int index : before) {
        if (m_known[static_cast<size_t>(index)].id != 0 &&
            compareNames(row.nameKeys, m_known[static_cast<size_t>(index)].nameKeys) == NameSimilarity::Same)
            return {index, Import::tr("This row of this file was %1 before"), {}};
    }
    return {};
}

// Who it could also be: the same name, or the same e-mail or phone with another name.
QStringList ImportPlanner::doubtsOf(const PersonDraft& row, int except) const
{
    QStringList doubts;
    QSet<int> told{except};
    const auto tell = [&](const std::vector<int>& candidates, const char* sentence) {
        for (const int index : candidates) {
            if (told.contains(index) || doubts.size() >= 3)
                continue;
            told.insert(index);
            const Known& known = m_known[static_cast<size_t>(index)];
            const QString who = known.id != 0 ? known.name : Import::tr("%1 (row %2)").arg(known.name).arg(known.row);
            doubts.append(Import::tr(sentence).arg(who));
        }
    };
    for (const ContactPoint& contact : row.contacts) {
        if (contact.kind == L1("email"))
            tell(m_byEmail.value(emailKey(contact.value)),
                 QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same e-mail and another name."));
        else if (isNumberKind(contact.kind) && !contact.e164.isEmpty())
            tell(m_byPhone.value(contact.e164),
                 QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same phone and another name."));
    }
    for (const NameKey& key : row.nameKeys)
        tell(m_byName.value(key.text()),
             QT_TRANSLATE_NOOP("Import", "Possibly the same as %1, who has the same name."));
    return doubts;
}

// Later rows of the file may be the same person by what this row says.
void ImportPlanner::remember(int known, const PersonDraft& row)
{
    for (const ContactPoint& contact : row.contacts) {
        if (contact.kind == L1("email"))
            addOnce(m_byEmail[emailKey(contact.value)], known);
        else if (isNumberKind(contact.kind) && !contact.e164.isEmpty())
            addOnce(m_byPhone[contact.e164], known);
    }
    Known& who = m_known[static_cast<size_t>(known)];
    for (const NameKey& key : row.nameKeys) {
        addOnce(m_byName[key.text()], known);
        if (std::find(who.nameKeys.begin(), who.nameKeys.end(), key) == who.nameKeys.end())
            who.nameKeys.push_back(key);
    }
    if (int& digest = m_byDigest[row.digest]; digest < 0)
        digest = known;
}

// Somebody new, whom later rows may be; gives their index.
int ImportPlanner::addKnown(const PersonDraft& row)
{
    Known known;
    known.row = row.number;
    known.name = fullName(row.person);
    known.state = static_cast<int>(m_states.size());
    m_known.push_back(std::move(known));
    PersonState state;
    state.isNew = true;
    state.nameKeys = row.nameKeys;
    m_states.push_back(std::move(state));
    return static_cast<int>(m_known.size()) - 1;
}

// Writes the row into the person whose it is; the row gets its fate and the reason for it. how: why it is this
// person's.
void ImportPlanner::addToPerson(PersonState& state, const PersonDraft& row, const QString& how, PlannedRow& planned)
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

void ImportPlanner::planRow(const PersonDraft& row, ImportPlan::Private& plan)
{
    PlannedRow planned;
    planned.number = row.number;
    planned.name = fullName(row.person);
    planned.warnings = row.warnings;
    ImportCounts& counts = plan.counts;
    ++counts.rows;
    counts.notUnderstood += row.notUnderstood;
    if (!row.rejection.isEmpty()) {
        planned.fate = RowFate::Rejected;
        planned.reason = row.rejection;
        ++counts.rejected;
        plan.rows.push_back(std::move(planned));
        return;
    }
    const Match match = matchOf(row);
    const bool isNew = match.known < 0;
    const QStringList doubts = isNew ? doubtsOf(row, match.known) : QStringList();
    const int index = isNew ? addKnown(row) : match.known;
    const Known who = m_known[static_cast<size_t>(index)];
    planned.person = {who.id};
    planned.fate = isNew ? RowFate::New : RowFate::Unchanged;
    const QString how =
        isNew ? QString()
              : match.how.arg(who.id != 0 ? who.name : Import::tr("%1 (row %2)").arg(who.name).arg(who.row));
    if (!isNew && who.id != 0 && m_policy == MatchPolicy::Skip) {
        planned.reason = Import::tr("%1; left as it is.").arg(how);
    } else {
        addToPerson(m_states[static_cast<size_t>(who.state)], row, how, planned);
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
    plan.rows.push_back(std::move(planned));
}

} // namespace dtp
