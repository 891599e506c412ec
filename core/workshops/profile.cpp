// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/affiliations.h>
#include <meaning/codes.h>
#include <meaning/contacts.h>
#include <meaning/invitations.h>
#include <standards/countries.h>
#include <workshops/profile.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
constexpr size_t chunkSize = 500; // people a read: few enough for one statement, many enough to be quick

// One copy of each code, however many people share it.
class Words
{
public:
    QString operator()(const QString& word) { return *m_words.insert(word); }

private:
    QSet<QString> m_words;
};

struct Context {
    const Store& store;
    QDate today;
    QHash<qint64, int> yearOfEdition;
    QSet<qint64> earlierWorkshops;
    Words words;
    AffiliationReader affiliations;
};

Result<> readContext(Context& context, Id<Workshop> before)
{
    const RecordType& editions = recordType<ProgramEdition>();
    DTP_TRY(editionIds, context.store.ids(Entity::ProgramEdition));
    DTP_TRY(editionRows, context.store.rows(Entity::ProgramEdition, editionIds, {editions.indexOf("start_date")}));
    for (const RecordValues& row : editionRows)
        context.yearOfEdition.insert(row.id, fromValues<ProgramEdition>(row).start.year());

    QDate start;
    if (before) {
        DTP_TRY(own, context.store.find<Workshop>(Where("id", before)));
        start = own.empty() ? QDate() : own.front().start;
    }
    DTP_TRY(earlier, workshopsBefore(context.store, start, before));
    context.earlierWorkshops = std::move(earlier);
    return {};
}

QStringList oneOf(const QString& value)
{
    return value.isEmpty() ? QStringList() : QStringList(value);
}

void addTo(QStringList& list, const QString& value)
{
    if (!value.isEmpty() && !list.contains(value))
        list.append(value);
}

Result<> addSectors(Context& context, const std::vector<qint64>& people, QHash<qint64, Profile*>& byPerson)
{
    DTP_CHECK(context.affiliations.read(people));
    for (auto it = byPerson.begin(); it != byPerson.end(); ++it) {
        for (const ShownAffiliation& one : context.affiliations.of(it.key()))
            addTo(it.value()->sectors, context.words(one.sector.isEmpty() ? one.kind : one.sector));
    }
    return {};
}

Result<> addIssuesAndSkills(Context& context, const QVariantList& keys, QHash<qint64, Profile*>& byPerson)
{
    Where where;
    where.compare("person_id", Where::Op::In, keys);
    DTP_TRY(issues, context.store.find<PersonIssue>(where));
    for (const PersonIssue& issue : issues) {
        if (Profile* profile = byPerson.value(issue.person.value))
            addTo(profile->issues, context.words(issue.issue));
    }
    DTP_TRY(skills, context.store.find<PersonSkill>(where));
    for (const PersonSkill& skill : skills) {
        if (Profile* profile = byPerson.value(skill.person.value))
            addTo(profile->skills, context.words(skill.skill));
    }
    return {};
}

Result<> addHistory(Context& context, const std::vector<qint64>& people, const QVariantList& keys,
                    QHash<qint64, Profile*>& byPerson)
{
    Where where;
    where.compare("person_id", Where::Op::In, keys);
    DTP_TRY(participations, context.store.find<Participation>(where));
    for (const Participation& participation : participations) {
        Profile* profile = byPerson.value(participation.person.value);
        const int decade = context.yearOfEdition.value(participation.edition.value) / 10 * 10;
        if (profile && decade > 0 && (profile->cohort == 0 || decade < profile->cohort))
            profile->cohort = decade;
    }
    DTP_TRY(invitations, context.store.find<Invitation>(where));
    for (const Invitation& invitation : invitations) {
        Profile* profile = byPerson.value(invitation.person.value);
        if (profile && cameAlong(invitation) && context.earlierWorkshops.contains(invitation.workshop.value))
            profile->firstTime = false;
    }
    DTP_TRY(contacts, lastContacts(context.store, people, context.today));
    for (auto it = contacts.cbegin(); it != contacts.cend(); ++it) {
        if (Profile* profile = byPerson.value(it.key()))
            profile->lastContact = it.value();
    }
    return {};
}

std::vector<int> personFields()
{
    const RecordType& type = recordType<Person>();
    std::vector<int> fields;
    for (const char* name :
         {"given_name", "family_name", "own_script_name", "gender", "country", "status", "safety_level"})
        fields.push_back(type.indexOf(name));
    return fields;
}

Result<> readChunk(Context& context, const std::vector<qint64>& people, std::vector<Profile>& profiles)
{
    static const std::vector<int> fields = personFields();
    DTP_TRY(rows, context.store.rows(Entity::Person, people, fields));
    const size_t first = profiles.size();
    QVariantList keys;
    for (const RecordValues& row : rows) {
        const Person person = fromValues<Person>(row);
        Profile profile;
        profile.person = person.id;
        profile.name = fullName(person);
        profile.gender = context.words(person.gender);
        profile.country = context.words(person.country);
        if (const Country* country = countryByCode(person.country))
            profile.region = context.words(country->region);
        profile.status = context.words(person.status);
        profile.safetyLevel = context.words(person.safetyLevel);
        profiles.push_back(std::move(profile));
        keys.append(row.id);
    }
    QHash<qint64, Profile*> byPerson;
    for (size_t i = first; i < profiles.size(); ++i)
        byPerson.insert(profiles[i].person.value, &profiles[i]);
    DTP_CHECK(addSectors(context, people, byPerson));
    DTP_CHECK(addIssuesAndSkills(context, keys, byPerson));
    return addHistory(context, people, keys, byPerson);
}
} // namespace

bool Profile::isOutOfReach() const
{
    const auto code = codeOf<PersonStatus>(status);
    return code == PersonStatus::Deceased || code == PersonStatus::LostContact;
}

Result<std::vector<Profile>> readProfiles(const Store& store, const std::vector<qint64>& people, Id<Workshop> before,
                                          const Progress& progress)
{
    const QDate today = store.environment().clock->today();
    Context context{store, today, {}, {}, {}, AffiliationReader(store, today)};
    DTP_CHECK(readContext(context, before));
    std::vector<Profile> profiles;
    profiles.reserve(people.size());
    for (size_t from = 0; from < people.size(); from += chunkSize) {
        if (!goOn(progress, static_cast<qint64>(from), static_cast<qint64>(people.size()),
                  QCoreApplication::translate("Planning", "Reading candidates")))
            return tl::unexpected(cancelledError());
        const auto begin = people.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = people.begin() + static_cast<std::ptrdiff_t>(std::min(people.size(), from + chunkSize));
        DTP_CHECK(readChunk(context, std::vector<qint64>(begin, end), profiles));
    }
    return profiles;
}

const std::vector<Dimension>& dimensions()
{
    static const std::vector<Dimension> all = {
        {QStringLiteral("gender"), QT_TRANSLATE_NOOP("Planning", "Gender"),
         QT_TRANSLATE_NOOP("Planning", "Different genders"), [](const Profile& p) { return oneOf(p.gender); },
         "genders"},
        {QStringLiteral("country"), QT_TRANSLATE_NOOP("Planning", "Country"),
         QT_TRANSLATE_NOOP("Planning", "Different countries"), [](const Profile& p) { return oneOf(p.country); }},
        {QStringLiteral("region"), QT_TRANSLATE_NOOP("Planning", "Region"),
         QT_TRANSLATE_NOOP("Planning", "Different regions"), [](const Profile& p) { return oneOf(p.region); }},
        {QStringLiteral("sector"), QT_TRANSLATE_NOOP("Planning", "Sector"),
         QT_TRANSLATE_NOOP("Planning", "Different sectors"), [](const Profile& p) { return p.sectors; }, "sectors"},
        {QStringLiteral("issue"), QT_TRANSLATE_NOOP("Planning", "Issue"),
         QT_TRANSLATE_NOOP("Planning", "Different issues"), [](const Profile& p) { return p.issues; }, "issues"},
        {QStringLiteral("cohort"), QT_TRANSLATE_NOOP("Planning", "First program"),
         QT_TRANSLATE_NOOP("Planning", "Different decades"),
         [](const Profile& p) { return oneOf(cohortValue(p.cohort)); }},
        {QStringLiteral("first_time"), QT_TRANSLATE_NOOP("Planning", "New voices"),
         QT_TRANSLATE_NOOP("Planning", "New and returning"),
         [](const Profile& p) { return oneOf(p.firstTime ? QStringLiteral("yes") : QStringLiteral("no")); }},
    };
    return all;
}

const Dimension* dimensionByCode(const QString& code)
{
    for (const Dimension& dimension : dimensions()) {
        if (dimension.code == code)
            return &dimension;
    }
    return nullptr;
}

QString cohortValue(int decade)
{
    return decade > 0 ? QString::number(decade) : QString();
}

QString dimensionLabel(const QString& dimension)
{
    const Dimension* known = dimensionByCode(dimension);
    return known ? QCoreApplication::translate("Planning", known->label) : dimension;
}

QString differentLabel(const QString& dimension)
{
    const Dimension* known = dimensionByCode(dimension);
    return known ? QCoreApplication::translate("Planning", known->different) : dimension;
}

QString valueLabel(const Store& store, const QString& dimension, const QString& value)
{
    if (dimension == QLatin1String("gender")) {
        if (value == QLatin1String("female"))
            return QCoreApplication::translate("Planning", "Women");
        if (value == QLatin1String("male"))
            return QCoreApplication::translate("Planning", "Men");
    }
    if (const Dimension* known = dimensionByCode(dimension); known && *known->vocabulary != '\0')
        return store.vocabulary(QLatin1String(known->vocabulary)).labelOf(value);
    if (dimension == QLatin1String("country"))
        return countryName(value);
    if (dimension == QLatin1String("cohort"))
        return QCoreApplication::translate("Planning", "%1s", "a decade: 1990s").arg(value);
    if (dimension == QLatin1String("first_time"))
        return value == QLatin1String("yes") ? QCoreApplication::translate("Planning", "First time in a workshop")
                                             : QCoreApplication::translate("Planning", "In a workshop before");
    return value;
}

} // namespace dtp
