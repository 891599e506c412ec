// SPDX-License-Identifier: GPL-3.0-or-later
#include <merging/merge_people.h>

#include <matching/person_match.h>
#include <meaning/consents.h>
#include <merging/merge_consents.h>
#include <merging/merge_fields.h>
#include <merging/merge_related.h>
#include <storage/automatic_backup.h>

#include <QCoreApplication>
#include <QSet>

namespace dtp
{

namespace
{
struct Merging {
    Q_DECLARE_TR_FUNCTIONS(Merging)
};

Result<std::vector<Person>> read(const Store& store, const std::vector<qint64>& people)
{
    if (people.size() < 2)
        return fail(Merging::tr("Choose two or more people who are one."));
    if (people.size() > mostMerged)
        return fail(Merging::tr("Choose up to %1 people at once: more are not to be looked through.").arg(mostMerged));
    if (QSet<qint64>(people.begin(), people.end()).size() != static_cast<qsizetype>(people.size()))
        return fail(Merging::tr("One of them was named twice. Nothing was changed."));
    std::vector<Person> all;
    for (const qint64 id : people) {
        DTP_TRY(person, store.get(Id<Person>{id}));
        all.push_back(std::move(person));
    }
    return all;
}

// What the one that stays becomes.
Person mergedPerson(const Person& stays, const std::vector<MergedField>& fields)
{
    RecordValues values = toValues(stays);
    for (const MergedField& field : fields)
        values.fields[field.field] = field.isFixed ? field.proposed : field.value;
    return fromValues<Person>(values);
}

Result<std::vector<AlternateName>> namesBeside(const Store& store, const std::vector<Person>& people,
                                               const Person& merged)
{
    std::vector<AlternateName> known;
    for (const Person& person : people) {
        DTP_TRY(own, store.find<AlternateName>(Where("person_id", person.id)));
        known.insert(known.end(), own.begin(), own.end());
    }
    return namesToKeep(people, merged, known);
}

std::vector<MergedRelated> counted(const std::vector<RelatedChange>& changes)
{
    std::vector<MergedRelated> all;
    for (const RelatedChange& change : changes) {
        if (change.what == RelatedChange::What::Filled)
            continue;
        if (all.empty() || all.back().entity != change.record.entity)
            all.push_back({change.record.entity, 0, 0});
        ++(change.what == RelatedChange::What::Moved ? all.back().moved : all.back().twice);
    }
    return all;
}

// What speaks against their being one person, in words; empty when nothing does.
QString reasonsAgainst(const std::vector<Person>& people)
{
    bool isNamedOtherwise = false;
    bool isBornOtherwise = false;
    const Person& first = people.front();
    for (const Person& other : people) {
        const bool isAlike =
            compareNames(nameKey(fullName(first)), nameKey(fullName(other))) != NameSimilarity::Different;
        const bool isOwnAlike = !first.ownScriptName.isEmpty() && first.ownScriptName == other.ownScriptName;
        isNamedOtherwise = isNamedOtherwise || (!isAlike && !isOwnAlike);
        isBornOtherwise =
            isBornOtherwise || (first.birthYear && other.birthYear && *first.birthYear != *other.birthYear);
    }
    QStringList all;
    if (isNamedOtherwise)
        all.append(Merging::tr("The names"));
    if (isBornOtherwise)
        all.append(isNamedOtherwise ? Merging::tr("the birth years") : Merging::tr("The birth years"));
    return all.join(Merging::tr(" and "));
}

QStringList remarksOf(const Store& store, const std::vector<Person>& people, const std::vector<MergedField>& fields,
                      const MergedConsents& consents)
{
    QStringList remarks;
    // Not what it becomes: this is read over shoulders.
    for (const MergedField& field : fields) {
        if (field.isFixed && field.differs())
            remarks.append(Merging::tr("The records do not say the same of %1: the more careful holds.")
                               .arg(field.ofTable().labelText().toLower()));
    }
    QStringList purposes;
    for (const QString& purpose : consents.lost)
        purposes.append(store.vocabulary(QStringLiteral("consent_purposes")).labelOf(purpose));
    if (!purposes.isEmpty())
        remarks.append(Merging::tr("What one of the records agrees to does not count any more, since another says no "
                                   "or ended it: %1. Ask anew before you enter an agreement.")
                           .arg(purposes.join(QStringLiteral(", "))));
    if (const QString against = reasonsAgainst(people); !against.isEmpty())
        remarks.append(Merging::tr("Are these really one person? %1 differ.").arg(against));
    return remarks;
}

// The steps of the one change.
class Merge
{
public:
    Merge(ChangeWriter& writer, const std::vector<Person>& people, const Person& merged)
        : m_writer(writer), m_people(people), m_merged(merged)
    {
        for (const Person& person : people)
            m_keys.push_back(person.id.value);
    }

    Result<> run()
    {
        const Store& store = m_writer.store();
        DTP_TRY(consents, mergedConsents(store, m_keys));
        DTP_TRY(names, namesBeside(store, m_people, m_merged));
        DTP_TRY(changes, relatedChanges(store, m_keys));
        for (const RelatedChange& change : changes) {
            DTP_CHECK(change.what == RelatedChange::What::Removed
                          ? m_writer.remove(change.record.entity, change.record.id)
                          : m_writer.update(change.record));
        }
        DTP_TRY(texts, textsWithLinks(store, m_keys));
        for (const RecordValues& text : texts)
            DTP_CHECK(m_writer.update(text));
        DTP_CHECK(m_writer.update(withLinksMoved(toValues(m_merged), m_keys)));
        DTP_CHECK(writeConsents(consents));
        for (AlternateName& name : names)
            DTP_CHECK(m_writer.insert(name));
        return removeOthers();
    }

private:
    // One that counts may be gone, since the one that stays has the same: then that counts.
    Result<> writeConsents(MergedConsents& consents)
    {
        for (const Consent& ending : consents.ending) {
            DTP_TRY(own, m_writer.store().find<Consent>(Where("person_id", m_merged.id).orderBy("id")));
            if (const Consent* counting = newestConsent(own, ending.purpose)) {
                Consent ended = *counting;
                ended.expiresOn = ending.expiresOn;
                DTP_CHECK(m_writer.update(ended));
            }
        }
        for (Consent& refusal : consents.refusals)
            DTP_CHECK(m_writer.insert(refusal));
        return {};
    }

    Result<> removeOthers()
    {
        const Environment& environment = m_writer.store().environment();
        for (size_t i = 1; i < m_people.size(); ++i) {
            MergedPerson trace;
            trace.person = m_merged.id;
            trace.formerKey = m_people[i].id.value;
            trace.name = fullName(m_people[i]);
            trace.mergedAt = environment.clock->now();
            trace.by = environment.author;
            DTP_CHECK(m_writer.insert(trace));
            DTP_CHECK(m_writer.remove(m_people[i].id));
        }
        return {};
    }

    ChangeWriter& m_writer;
    const std::vector<Person>& m_people;
    const Person& m_merged;
    std::vector<qint64> m_keys;
};

// Whether all say what they said when it was planned.
bool isAsPlanned(const std::vector<Person>& people, const MergePlan& plan)
{
    for (const MergedField& field : plan.fields) {
        for (size_t i = 0; i < people.size(); ++i) {
            if (toValues(people[i]).fields.at(field.field) != field.values[i])
                return false;
        }
    }
    return true;
}
} // namespace

MergedField* MergePlan::fieldNamed(const char* name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const MergedField& one) { return qstrcmp(one.ofTable().name, name) == 0; });
    return found == fields.end() ? nullptr : &*found;
}

Result<MergePlan> planMerge(const Store& store, const std::vector<qint64>& people)
{
    DTP_TRY(records, read(store, people));
    MergePlan plan;
    plan.people = people;
    plan.fields = mergedFields(records);
    DTP_TRY(changes, relatedChanges(store, people));
    plan.related = counted(changes);
    DTP_TRY(consents, mergedConsents(store, people));
    plan.remarks = remarksOf(store, records, plan.fields, consents);
    return plan;
}

Result<QStringList> otherNamesKept(const Store& store, const MergePlan& plan)
{
    DTP_TRY(people, read(store, plan.people));
    DTP_TRY(names, namesBeside(store, people, mergedPerson(people.front(), plan.fields)));
    QStringList all;
    for (const AlternateName& name : names)
        all.append(name.name);
    return all;
}

Result<QString> mergePeople(Store& store, const MergePlan& plan, const Progress& progress)
{
    DTP_TRY(people, read(store, plan.people));
    if (!isAsPlanned(people, plan))
        return fail(
            Merging::tr("One of the records was changed meanwhile, so nothing was merged. Look at them again."));
    DTP_TRY(ofBackup, backUpBefore(store, progress));
    const Person merged = mergedPerson(people.front(), plan.fields);
    const QString name = fullName(merged);
    const QString sentence = Merging::tr("Merge %1 people into “%2”").arg(people.size()).arg(name);
    DTP_CHECK(store.change(sentence, [&](ChangeWriter& writer) { return Merge(writer, people, merged).run(); }));
    QStringList said{Merging::tr("Merged %1 people into “%2”.").arg(people.size()).arg(name)};
    return (said + ofBackup).join(QLatin1Char(' '));
}

QStringList relatedInWords(const MergePlan& plan)
{
    QStringList lines;
    for (const MergedRelated& one : plan.related) {
        const RecordType& type = recordType(one.entity);
        if (type.isRestricted()) // that there is one is not told
            continue;
        const qint64 all = one.moved + one.twice;
        const QString what = QStringLiteral("%1 %2").arg(all).arg(all == 1 ? type.singularText() : type.pluralText());
        lines.append(one.twice == 0 ? what : Merging::tr("%1 (there already: %2)").arg(what).arg(one.twice));
    }
    return lines;
}

} // namespace dtp
