// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_records/record_planner.h>

#include <records/kinds.h>
#include <storage/bulk_reader.h>

namespace dtp
{

namespace
{
qint64 keyAt(const RecordValues& values, int field)
{
    return values.fields.at(field).toLongLong();
}

// Whether all that a row has for the notes stands in them.
bool hasNotesOf(const RecordDraft& row, const QString& notes)
{
    return std::all_of(row.notes.begin(), row.notes.end(),
                       [&](const ImportedNote& note) { return notes.simplified().contains(note.text.simplified()); });
}
} // namespace

RecordPlanner::RecordPlanner(const Store& store, const RecordImportFile::Private& file,
                             const RecordImportOptions& options, const Progress& progress)
    : m_store(store), m_file(file), m_options(options), m_progress(progress), m_type(recordType(file.entity)),
      m_rule(*importRule(file.entity)), m_fresh(file.entity), m_person(personField(m_type))
{
}

bool RecordPlanner::goesOn(qint64 done, qint64 total, const QString& what) const
{
    return goOn(m_progress, done, total, what);
}

Result<> RecordPlanner::run(RecordImportPlan::Private& plan)
{
    const auto stopped = [] { return fail(Import::tr("Stopped. Nothing was changed.")); };
    if (!goesOn(0, 0, Import::tr("Looking for what is known")))
        return stopped();
    DTP_CHECK(readOwnRecords());
    DTP_CHECK(readReferences());
    DTP_CHECK(readCandidates());
    const auto total = static_cast<qint64>(m_file.rows.size());
    plan.rows.reserve(m_file.rows.size());
    for (const RecordDraft& row : m_file.rows) {
        planRow(row, plan);
        if (plan.rows.size() % 1000 == 0 &&
            !goesOn(static_cast<qint64>(plan.rows.size()), total, Import::tr("Comparing rows")))
            return stopped();
    }
    std::vector<std::pair<Entity, qint64>>& also = plan.counts.alsoMade;
    for (const MadeRecord& made : m_made) {
        const auto found =
            std::find_if(also.begin(), also.end(), [&](const auto& one) { return one.first == made.values.entity; });
        if (found == also.end())
            also.emplace_back(made.values.entity, 1);
        else
            ++found->second;
    }
    plan.made = std::move(m_made);
    std::erase_if(m_states, [](const RecordState& state) { return !state.isNew && !state.isChanged; });
    plan.states = std::move(m_states);
    return {};
}

Result<> RecordPlanner::load(const std::vector<qint64>& keys)
{
    std::vector<qint64> wanted;
    for (const qint64 key : keys) {
        if (key > 0 && !m_stateByKey.contains(key)) {
            m_stateByKey.insert(key, -1);
            wanted.push_back(key);
        }
    }
    DTP_TRY(records, m_store.rows(m_type.entity, wanted));
    for (RecordValues& values : records) {
        m_stateByKey.insert(values.id, static_cast<int>(m_states.size()));
        m_states.push_back({std::move(values), false, false, 0, {}});
    }
    return {};
}

// The records of a sheet that we wrote ourselves.
Result<> RecordPlanner::readOwnRecords()
{
    std::vector<qint64> keys;
    for (const RecordDraft& row : m_file.rows) {
        if (row.record != 0)
            keys.push_back(row.record);
    }
    return load(keys);
}

Result<> RecordPlanner::readReferences()
{
    const auto index = [this](Entity entity) -> Result<TitleFinder*> {
        for (const auto& [known, finder] : m_titles) {
            if (known == entity)
                return finder.get();
        }
        auto finder = std::make_unique<TitleFinder>(entity);
        DTP_CHECK(finder->read(m_store));
        m_titles.emplace_back(entity, std::move(finder));
        return m_titles.back().second.get();
    };
    if (m_rule.sameBy.empty()) {
        DTP_TRY(own, index(m_type.entity));
        m_own = own;
    }
    for (const Field& field : m_type.fields) {
        const ImportRule* rule = traitsOf(field).isReference() ? importRule(field.reference) : nullptr;
        if (rule && !rule->namedBy.empty() && field.reference != Entity::Person)
            DTP_CHECK(index(field.reference));
    }
    return m_person < 0 ? Result<>() : readPeople();
}

qint64 RecordPlanner::personIn(const RecordValues& values) const
{
    const qint64 key = keyAt(values, m_person);
    return m_cases ? m_cases->personOf(key) : key;
}

Result<> RecordPlanner::readPeople()
{
    if (*m_rule.personOf) {
        m_cases = std::make_unique<CaseFinder>();
        DTP_CHECK(m_cases->read(m_store));
    }
    for (const RecordDraft& row : m_file.rows) {
        if (row.person.isAny())
            m_people.expect(row.person);
        if (const int state = row.record != 0 ? stateOf(row.record) : -1; state >= 0)
            m_people.expect(personIn(m_states[static_cast<size_t>(state)].values));
    }
    return m_people.read(m_store);
}

TitleFinder* RecordPlanner::titlesOf(int field)
{
    for (const auto& [entity, finder] : m_titles) {
        if (entity == m_type.fields[static_cast<size_t>(field)].reference)
            return finder.get();
    }
    return nullptr;
}

// known: the record that the row says it is; nullptr when it says none.
std::vector<RecordPlanner::Link> RecordPlanner::resolve(const RecordDraft& row, const RecordValues* known)
{
    std::vector<Link> links;
    Found person = row.person.isAny() ? m_people.find(row.person, known ? personIn(*known) : 0) : Found();
    // What concerns somebody in danger must not stand with a namesake. The record of the row says whose it is as well.
    const bool isDoubtful = person.how == Found::How::Known && !person.warnings.isEmpty();
    if (m_rule.isExact && isDoubtful && !(known && personIn(*known) == person.key))
        person = {Found::How::Unclear,
                  0,
                  Import::tr("%1 Say who is meant by the record, or correct the row.")
                      .arg(person.warnings.join(QLatin1Char(' '))),
                  {}};
    if (m_cases) {
        const QString said = row.references.empty() ? QString() : row.references.front().text;
        if (!known || row.person.isAny() || !said.isEmpty())
            links.push_back({m_person, m_cases->find(row.person, person, said), nullptr});
        return links;
    }
    if (row.person.isAny())
        links.push_back({m_person, person, nullptr});
    for (const NamedReference& named : row.references) {
        TitleFinder* titles = titlesOf(named.field);
        if (titles && !named.text.isEmpty())
            links.push_back(
                {named.field, titles->find(named.text, named.year, known ? keyAt(*known, named.field) : 0), &named});
    }
    return links;
}

QString RecordPlanner::linkKey(const RecordValues& values) const
{
    QString key;
    for (const char* name : m_rule.sameBy) {
        const Field& field = *m_type.fieldNamed(QLatin1String(name));
        if (traitsOf(field).isEmpty(values.value(name)))
            return {};
        key += values.text(name) + QLatin1Char('|');
    }
    return key;
}

// All records that rows may be, by what makes them the same one.
Result<> RecordPlanner::readCandidates()
{
    std::vector<qint64> keys;
    QSet<QString> wanted;
    for (const RecordDraft& row : m_file.rows) {
        if (row.record != 0 && stateOf(row.record) >= 0)
            continue;
        RecordValues said = m_fresh;
        for (const auto& [field, stored] : row.values)
            said.fields[field] = stored;
        if (m_own) {
            const std::vector<qint64> called = m_own->called(said.text(m_rule.namedBy.front()));
            keys.insert(keys.end(), called.begin(), called.end());
            continue;
        }
        for (const Link& link : resolve(row, nullptr))
            said.fields[link.field] = link.found.key;
        if (const QString key = linkKey(said); !key.isEmpty())
            wanted.insert(key);
    }
    if (!wanted.isEmpty()) {
        std::vector<const char*> fields{"id"};
        fields.insert(fields.end(), m_rule.sameBy.begin(), m_rule.sameBy.end());
        DTP_CHECK(
            readBulk(m_store, {.entity = m_type.entity, .fields = fields, .byKey = true}, [&](const BulkRow& row) {
                QString key;
                for (size_t i = 1; i < fields.size(); ++i)
                    key += row.text(static_cast<int>(i)) + QLatin1Char('|');
                if (!wanted.contains(key))
                    return;
                keys.push_back(row.integer(0));
                m_byLinks[key].push_back(row.integer(0));
            }));
    }
    return load(keys);
}

std::vector<qint64> RecordPlanner::candidatesOf(const RecordValues& values)
{
    if (m_own)
        return m_own->called(values.text(m_rule.namedBy.front()));
    const QString key = linkKey(values);
    return key.isEmpty() ? std::vector<qint64>() : m_byLinks.value(key);
}

// How many of the fields that tell records apart agree; -1 when one of them contradicts.
int RecordPlanner::agreement(const RecordDraft& row, const RecordValues& said, const RecordValues& other) const
{
    int agree = 0;
    for (const char* name : m_rule.apartBy) {
        const int field = m_type.indexOf(name);
        const QString mine = said.fields.at(field).toString();
        const QString theirs = other.fields.at(field).toString();
        const KindTraits& kind = traitsOf(m_type.fields[static_cast<size_t>(field)]);
        if (field == notesField(m_type)) {
            if (!row.notes.empty() && !theirs.isEmpty() && !hasNotesOf(row, theirs))
                return -1;
            agree += !row.notes.empty() && !theirs.isEmpty();
            continue;
        }
        const bool isSaid = kind.isReference() ? said.fields.at(field).toLongLong() != 0 : row.value(field) != nullptr;
        if (!isSaid || theirs.isEmpty())
            continue;
        // A year agrees with a day in it.
        const bool isDate = kind.time == TimeTold::PartOfDay;
        if (mine != theirs && !(isDate && (mine.startsWith(theirs) || theirs.startsWith(mine))))
            return -1;
        ++agree;
    }
    return agree;
}

// Index of the state whose row it is; -1: none. problem: why that cannot be said.
int RecordPlanner::matchOf(const RecordDraft& row, const RecordValues& values, QString& problem)
{
    int best = -1;
    int bestAgreement = -1;
    int equals = 0;
    for (const qint64 key : candidatesOf(values)) {
        const int state = stateOf(key);
        if (state < 0)
            continue;
        const int agree = agreement(row, values, m_states[static_cast<size_t>(state)].values);
        if (agree > bestAgreement) {
            best = state;
            bestAgreement = agree;
            equals = 1;
        } else if (agree == bestAgreement && agree >= 0) {
            ++equals;
        }
    }
    if (equals > 1 && m_rule.isExact)
        problem = Import::tr("%L1 %2 fit this row: say which by the record.").arg(equals).arg(m_type.pluralText());
    else if (equals > 1 && m_own)
        problem = Import::tr("%L1 %2 are called “%3”: say which by the record.")
                      .arg(equals)
                      .arg(m_type.pluralText(), values.text(m_rule.namedBy.front()));
    return best;
}

// Puts the references into the values, those that are to be made with 0. Gives why the row is rejected; empty when it
// is not.
QString RecordPlanner::settleLinks(RecordDraft& row, std::vector<Link>& links, RecordValues& values)
{
    QString problem;
    for (Link& link : links) {
        const Field& field = m_type.fields[static_cast<size_t>(link.field)];
        row.warnings += link.found.warnings;
        if (link.found.how == Found::How::Known) {
            values.fields[link.field] = link.found.key;
            continue;
        }
        const bool isPerson = !link.named;
        const bool mayBeMade =
            isPerson ? !m_rule.isExact && !row.person.nameKeys.empty() : importRule(field.reference)->mayBeMade;
        if (link.found.how == Found::How::Unknown && m_options.makesMissing && mayBeMade)
            continue;
        if (!field.isRequired) {
            keepInDraft(row, m_type, field.labelText(), isPerson ? row.person.text : link.named->text);
            row.warnings.append(link.found.sentence);
            link.field = -1;
        } else if (problem.isEmpty()) {
            problem = link.found.sentence;
        }
    }
    std::erase_if(links, [](const Link& link) { return link.field < 0; });
    return problem;
}

void RecordPlanner::makeMissing(RecordDraft& row, const std::vector<Link>& links, RecordValues& values)
{
    for (const Link& link : links) {
        if (link.found.how == Found::How::Known)
            continue;
        MadeRecord made;
        made.row = row.number;
        if (link.named) {
            TitleFinder* titles = titlesOf(link.field);
            made.values = titles->make(link.named->text, link.named->year);
            made.values.id = m_nextStandIn--;
            titles->add(made.values);
        } else {
            made.values = toValues(row.person.person);
            made.values.id = m_nextStandIn--;
            made.person = row.person;
            m_people.add(made.values.id, row.person);
        }
        values.fields[link.field] = made.values.id;
        m_made.push_back(std::move(made));
    }
}

int RecordPlanner::addState(const RecordDraft& row, RecordValues values)
{
    values.id = m_nextStandIn--;
    m_stateByKey.insert(values.id, static_cast<int>(m_states.size()));
    if (m_own)
        m_own->add(values);
    else
        m_byLinks[linkKey(values)].push_back(values.id);
    RecordState state;
    state.values = std::move(values);
    state.isNew = true;
    state.row = row.number;
    for (const auto& [field, stored] : row.values)
        state.saidBefore.insert(field);
    m_states.push_back(std::move(state));
    return static_cast<int>(m_states.size()) - 1;
}

QString RecordPlanner::nameOf(const RecordValues& values)
{
    if (m_own)
        return values.text(m_rule.namedBy.front()).left(200);
    QStringList parts;
    for (const char* name : m_rule.sameBy) {
        const int field = m_type.indexOf(name);
        const TitleFinder* titles = titlesOf(field);
        parts.append(field == m_person ? m_people.nameOf(personIn(values))
                     : titles          ? titles->titleOf(keyAt(values, field))
                                       : values.text(name));
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" – "));
}

// Of a row that is no record: what it names.
QString RecordPlanner::nameOf(const RecordDraft& row) const
{
    if (m_own) {
        const QVariant* title = row.value(m_type.indexOf(m_rule.namedBy.front()));
        return title ? title->toString().left(200) : QString();
    }
    QStringList parts{row.person.text};
    for (const NamedReference& named : row.references)
        parts.append(named.text);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" – ")).left(200);
}

} // namespace dtp
