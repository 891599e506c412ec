// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/person_layout.h>

#include <meaning/alumni.h>
#include <meaning/network_roles.h>
#include <meaning/words.h>
#include <records/programs.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct PersonLayoutText {
    Q_DECLARE_TR_FUNCTIONS(PersonLayout)
};

HeadText personHead(const Store& store, const RecordValues& values)
{
    const auto person = fromValues<Person>(values);
    HeadText head;
    head.title = fullName(person);
    head.subtitle = head.title == person.ownScriptName ? QString() : person.ownScriptName;
    head.line = placeInWords(person.place, person.country);
    if (!person.pronouns.isEmpty())
        head.line += QString(QStringLiteral(" · ") + person.pronouns);
    head.badges = personBadges(store, person);
    return head;
}

// Where a person holds this role today.
QStringList networksWithRole(const Store& store, Id<Person> person, NetworkRole role)
{
    QStringList names;
    const QDate today = store.environment().clock->today();
    const auto memberships = valueOrTold(store, store.find<Membership>(Where("person_id", person)));
    for (const Membership& membership : memberships) {
        if (holdsRole(membership, role, today))
            names.append(store.titleOf(Entity::Network, membership.network.value));
    }
    return names;
}
} // namespace

QString alumniText(const Store& store, const Person& person)
{
    const auto since =
        valueOrTold(store, alumniSince(store, std::vector{person.id.value}, store.environment().clock->today()));
    if (!since.contains(person.id.value))
        return {};
    const PartialDate first = since.value(person.id.value);
    if (first.isEmpty())
        return PersonLayoutText::tr("Alumni");
    if (person.gender == QLatin1String("female"))
        return PersonLayoutText::tr("Alumna since %1").arg(first.year());
    if (person.gender == QLatin1String("male"))
        return PersonLayoutText::tr("Alumnus since %1").arg(first.year());
    return PersonLayoutText::tr("Alumni since %1").arg(first.year());
}

std::vector<BadgeText> personBadges(const Store& store, const Person& person)
{
    std::vector<BadgeText> badges;
    if (const QString alumni = alumniText(store, person); !alumni.isEmpty())
        badges.push_back({alumni, Tone::Accent, {}, {}});
    if (const QStringList networks = networksWithRole(store, person.id, NetworkRole::FocalPoint); !networks.isEmpty())
        badges.push_back({PersonLayoutText::tr("Focal point"),
                          Tone::Good,
                          networks.join(QStringLiteral(", ")).toHtmlEscaped(),
                          {}});
    if (const QStringList networks = networksWithRole(store, person.id, NetworkRole::SteeringCommittee);
        !networks.isEmpty())
        badges.push_back({PersonLayoutText::tr("Steering committee"),
                          Tone::Good,
                          networks.join(QStringLiteral(", ")).toHtmlEscaped(),
                          {}});
    if (codeOf<PersonStatus>(person.status) != PersonStatus::Active)
        badges.push_back(
            {store.vocabulary(QStringLiteral("person_statuses")).labelOf(person.status), Tone::Warning, {}, {}});
    badges.push_back({PersonLayoutText::tr("Safety •••"), Tone::Neutral,
                      PersonLayoutText::tr("Covered on screen. Click to see how careful to be with this person."),
                      PersonLayoutText::tr("Safety: %1")
                          .arg(store.vocabulary(QStringLiteral("safety_levels")).labelOf(person.safetyLevel))});
    return badges;
}

RecordLayout personLayout()
{
    RecordLayout layout;
    layout.head = personHead;
    layout.hasPhoto = true;
    layout.isErasable = true;
    layout.tabs = {
        {PersonLayoutText::tr("Overview"),
         false,
         {{Entity::ContactPoint, "person_id", PersonLayoutText::tr("Ways to reach"), "preferred", true, {}},
          {Entity::Affiliation, "person_id", PersonLayoutText::tr("Organisations"), "from_date", true, {}},
          {Entity::Participation, "person_id", PersonLayoutText::tr("Programs"), "", false, {}},
          {Entity::Invitation, "person_id", PersonLayoutText::tr("Workshops"), "", false, {}},
          {Entity::Membership, "person_id", PersonLayoutText::tr("Networks and roles"), "from_date", true, {}}}},
        {PersonLayoutText::tr("Details"), true, {{Entity::AlternateName, "person_id", {}, "", false, {}}}},
        {PersonLayoutText::tr("Skills"),
         false,
         {{Entity::PersonIssue, "person_id", {}, "", false, {}},
          {Entity::PersonSkill, "person_id", {}, "", false, {}},
          {Entity::PersonLanguage, "person_id", {}, "", false, {}},
          {Entity::Facilitation, "person_id", PersonLayoutText::tr("Sessions led"), "", false, {}}}},
        {PersonLayoutText::tr("Contact log"),
         false,
         {{Entity::ContactNote, "person_id", {}, "date", true, {}},
          {Entity::Task, "person_id", PersonLayoutText::tr("Tasks"), "due", false, {}}}},
        {PersonLayoutText::tr("Consent"),
         false,
         {{Entity::Consent, "person_id", PersonLayoutText::tr("Answers about consent"), "answered_on", true, {}},
          {Entity::Provenance, "person_id", PersonLayoutText::tr("Where the data came from"), "imported_at", true, {}},
          {Entity::MergedPerson,
           "person_id",
           PersonLayoutText::tr("Records merged into this one"),
           "merged_at",
           true,
           {}}},
         "record-consent",
         PersonLayoutText::tr("&Consents…")},
    };
    return layout;
}

} // namespace dtp
