// SPDX-License-Identifier: GPL-3.0-or-later
#include <merging/merge_fields.h>

#include <base/text.h>
#include <matching/person_match.h>
#include <meaning/codes.h>
#include <records/kinds.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
struct Merging {
    Q_DECLARE_TR_FUNCTIONS(Merging)
};

bool says(const Field& field, const QVariant& value)
{
    return !traitsOf(field).isEmpty(value);
}

QString wholeName(const Person& person)
{
    return QString(person.givenName + QLatin1Char(' ') + person.familyName).simplified();
}

qsizetype fullness(const QString& name)
{
    qsizetype letters = 0;
    for (const QChar c : name)
        letters += c.isLetter() ? (c.unicode() > 0x7f ? 2 : 1) : 0; // accents tell more than the same without
    return letters;
}

// Whose given and family name are taken, both from one: the fullest of those that do not contradict the first.
size_t fullestName(const std::vector<Person>& people)
{
    size_t best = 0;
    for (size_t i = 1; i < people.size(); ++i) {
        const NameSimilarity alike = compareNames(nameKey(wholeName(people.front())), nameKey(wholeName(people[i])));
        const bool isFuller = fullness(wholeName(people[i])) > fullness(wholeName(people[best]));
        if (wholeName(people[best]).isEmpty() || (alike != NameSimilarity::Different && isFuller))
            best = i;
    }
    return best;
}

// Who was verified last; nobody: size().
size_t verifiedLast(const std::vector<Person>& people)
{
    size_t best = people.size();
    for (size_t i = 0; i < people.size(); ++i) {
        if (people[i].lastVerified.isValid() &&
            (best == people.size() || people[best].lastVerified < people[i].lastVerified))
            best = i;
    }
    return best;
}

// Every text once, one below the other.
QVariant together(const std::vector<QVariant>& values, const QString& between)
{
    QStringList all;
    for (const QVariant& value : values) {
        const QString text = value.toString().trimmed();
        if (!text.isEmpty() && !all.contains(text, Qt::CaseInsensitive))
            all.append(text);
    }
    return all.join(between);
}

class Proposals
{
public:
    explicit Proposals(const std::vector<Person>& people)
        : m_people(people), m_name(fullestName(people)), m_verified(verifiedLast(people))
    {
    }

    void propose(MergedField& field) const
    {
        if (isOneOf(field, {"given_name", "family_name"}))
            return take(field, m_name, m_name == 0 ? QString() : Merging::tr("the fuller name"));
        if (isOneOf(field, {"safety_level"}))
            return proposeSafety(field);
        if (isOneOf(field, {"safe_channel"}) || traitsOf(field.ofTable()).hasLines) {
            field.proposed = together(field.values, traitsOf(field.ofTable()).hasLines ? QStringLiteral("\n\n")
                                                                                       : QStringLiteral("; "));
            field.reason = field.differs() ? Merging::tr("all of them") : QString();
            return;
        }
        if (isOneOf(field, {"status"}) && proposeDeceased(field))
            return;
        if (isOneOf(field, {"last_verified"}) && m_verified < m_people.size())
            return take(field, m_verified, Merging::tr("the latest"));
        const bool isVerified = m_verified < m_people.size() && says(field.ofTable(), field.values[m_verified]);
        if (isVerified)
            return take(field, m_verified, Merging::tr("verified last"));
        for (size_t i = 0; i < field.values.size(); ++i) {
            if (says(field.ofTable(), field.values[i]))
                return take(field, i, i == 0 ? Merging::tr("of the record that stays") : QString());
        }
    }

private:
    static bool isOneOf(const MergedField& field, std::initializer_list<const char*> names)
    {
        return std::any_of(names.begin(), names.end(),
                           [&](const char* name) { return qstrcmp(field.ofTable().name, name) == 0; });
    }

    static void take(MergedField& field, size_t from, const QString& reason)
    {
        field.proposed = field.values[from];
        field.reason = field.differs() ? reason : QString();
    }

    void proposeSafety(MergedField& field) const
    {
        size_t most = 0;
        for (size_t i = 1; i < m_people.size(); ++i) {
            if (codeOf<SafetyLevel>(m_people[i].safetyLevel) > codeOf<SafetyLevel>(m_people[most].safetyLevel))
                most = i;
        }
        take(field, most, Merging::tr("the more careful"));
        field.isFixed = true;
    }

    bool proposeDeceased(MergedField& field) const
    {
        for (size_t i = 0; i < m_people.size(); ++i) {
            if (codeOf<PersonStatus>(m_people[i].status) == PersonStatus::Deceased) {
                take(field, i, Merging::tr("one of the records says so"));
                return true;
            }
        }
        return false;
    }

    const std::vector<Person>& m_people;
    size_t m_name;
    size_t m_verified;
};
} // namespace

const Field& MergedField::ofTable() const
{
    return recordType(Entity::Person).fields[static_cast<size_t>(field)];
}

bool MergedField::differs() const
{
    const QVariant* first = nullptr;
    for (const QVariant& one : values) {
        if (!says(ofTable(), one))
            continue;
        if (first && *first != one)
            return true;
        first = &one;
    }
    return false;
}

std::vector<MergedField> mergedFields(const std::vector<Person>& people)
{
    const Proposals proposals(people);
    std::vector<RecordValues> records;
    for (const Person& person : people)
        records.push_back(toValues(person));
    const auto& fields = recordType(Entity::Person).fields;
    std::vector<MergedField> all;
    for (size_t i = 0; i < fields.size(); ++i) {
        MergedField one;
        one.field = static_cast<int>(i);
        for (const RecordValues& record : records)
            one.values.push_back(record.fields.at(static_cast<qsizetype>(i)));
        if (std::none_of(one.values.begin(), one.values.end(),
                         [&](const QVariant& value) { return says(fields[i], value); }))
            continue;
        proposals.propose(one);
        one.value = one.proposed;
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<AlternateName> namesToKeep(const std::vector<Person>& people, const Person& merged,
                                       const std::vector<AlternateName>& known)
{
    QStringList there{wholeName(merged), merged.ownScriptName.simplified()};
    for (const AlternateName& name : known)
        there.append(name.name.simplified());
    std::vector<AlternateName> kept;
    const auto keep = [&](const QString& name, const char* kind) {
        if (name.isEmpty() || there.contains(name))
            return;
        there.append(name);
        kept.push_back({{}, merged.id, name, QLatin1String(kind)});
    };
    for (const Person& person : people) {
        keep(wholeName(person), "spelling");
        keep(person.ownScriptName.simplified(), "other_script");
    }
    return kept;
}

} // namespace dtp
