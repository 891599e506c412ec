// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/record_layout.h>

#include <meaning/codes.h>
#include <meaning/follow_up.h>
#include <meaning/network_roles.h>
#include <meaning/words.h>
#include <privacy/gate.h>
#include <records/cases.h>
#include <records/programs.h>
#include <records/reports.h>
#include <standards/countries.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct RecordLayoutText {
    Q_DECLARE_TR_FUNCTIONS(RecordLayout)
};

QString joined(const QStringList& parts)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(QStringLiteral(" · "));
}

QString label(const Store& store, const char* vocabulary, const QString& code)
{
    return code.isEmpty() ? QString() : store.vocabulary(QLatin1String(vocabulary)).labelOf(code);
}

HeadText defaultHead(const Store& store, const RecordValues& values)
{
    HeadText head;
    head.title = titleOf(values);
    if (head.title.isEmpty())
        head.title = store.titleOf(values.entity, values.id);
    return head;
}

HeadText programHead(const Store& store, const RecordValues& values)
{
    const auto edition = fromValues<ProgramEdition>(values);
    HeadText head;
    head.title = edition.title;
    head.subtitle = edition.series ? store.titleOf(Entity::ProgramSeries, edition.series.value) : QString();
    head.line = joined({periodInWords(edition.start, edition.end), placeInWords(edition.place, edition.country)});
    if (!edition.language.isEmpty())
        head.badges.push_back({label(store, "languages", edition.language),
                               Tone::Neutral,
                               RecordLayoutText::tr("Language of the program"),
                               {}});
    return head;
}

QString vacancyHint(const Store& store, qint64 network)
{
    const auto members = store.find<Membership>(Where("network_id", QVariant(network)));
    if (!members) {
        Q_EMIT store.notifier().readingFailed(members.error());
        return {}; // not "vacant"
    }
    const FocalPointTerm term = focalPointTerm(*members, store.environment().clock->today());
    if (term.isHeld)
        return {};
    return term.ended.isEmpty() ? RecordLayoutText::tr("No focal point yet: add a member with the role “Focal point”.")
                                : RecordLayoutText::tr("No focal point now: the last term ended in %1.")
                                      .arg(term.ended.toText(QLocale()));
}

HeadText networkHead(const Store& store, const RecordValues& values)
{
    const auto network = fromValues<Network>(values);
    HeadText head;
    head.title = network.name;
    head.line = joined({label(store, "network_kinds", network.kind), countryName(network.country),
                        label(store, "issues", network.theme)});
    if (!network.active)
        head.badges.push_back({RecordLayoutText::tr("Not active"), Tone::Neutral, {}, {}});
    if (!network.channel.isEmpty())
        head.badges.push_back({label(store, "channels", network.channel),
                               Tone::Accent,
                               RecordLayoutText::tr("Channel of the network"),
                               {}});
    if (network.active && !vacancyHint(store, values.id).isEmpty())
        head.badges.push_back({RecordLayoutText::tr("Focal point vacant"), Tone::Warning, {}, {}});
    return head;
}

HeadText organisationHead(const Store& store, const RecordValues& values)
{
    const auto organisation = fromValues<Organisation>(values);
    HeadText head;
    head.title = organisation.name;
    head.subtitle = organisation.shortName;
    head.line =
        joined({label(store, "sectors", organisation.kind), placeInWords(organisation.place, organisation.country)});
    return head;
}

HeadText recommendationHead(const Store& store, const RecordValues& values)
{
    const auto recommendation = fromValues<Recommendation>(values);
    HeadText head;
    head.title = recommendation.text;
    head.line = recommendation.addressedTo.isEmpty() ? QString()
                                                     : RecordLayoutText::tr("To %1").arg(recommendation.addressedTo);
    const QString status = label(store, "recommendation_statuses", recommendation.status);
    const auto state = codeOf<RecommendationStatus>(recommendation.status);
    const Tone tone = state == RecommendationStatus::Done         ? Tone::Good
                      : state == RecommendationStatus::InProgress ? Tone::Accent
                                                                  : Tone::Neutral;
    head.badges.push_back({status, tone, {}, {}});
    if (isOverdue(recommendation, store.environment().clock->today()))
        head.badges.push_back({RecordLayoutText::tr("Overdue"), Tone::Warning, {}, {}});
    if (!recommendation.theme.isEmpty())
        head.badges.push_back(
            {label(store, "issues", recommendation.theme), Tone::Neutral, RecordLayoutText::tr("Theme"), {}});
    return head;
}

HeadText disclosureHead(const Store&, const RecordValues& values)
{
    const auto disclosure = fromValues<Disclosure>(values);
    HeadText head;
    head.title = disclosure.what;
    head.subtitle = disclosure.file;
    head.line = joined({QLocale().toString(disclosure.at, QStringLiteral("d MMMM yyyy HH:mm")), disclosure.by});
    head.badges.push_back(
        {RecordLayoutText::tr("For: %1").arg(audienceText(disclosure.audience)), Tone::Accent, {}, {}});
    head.badges.push_back({RecordLayoutText::tr("%1 named").arg(disclosure.named), Tone::Neutral, {}, {}});
    return head;
}

HeadText caseHead(const Store& store, const RecordValues& values)
{
    const auto one = fromValues<RiskCase>(values);
    HeadText head;
    head.title = caseText(one.opened, one.id);
    head.badges.push_back({label(store, "case_levels", one.level), Tone::Accent, RecordLayoutText::tr("Level"), {}});
    if (one.closed.isValid())
        head.badges.push_back({RecordLayoutText::tr("Closed"), Tone::Good, {}, {}});
    else if (one.nextReview.isValid() && one.nextReview < store.environment().clock->today())
        head.badges.push_back({RecordLayoutText::tr("Review late"), Tone::Warning, {}, {}});
    return head;
}
} // namespace

QString audienceText(const QString& code)
{
    const auto audience = audienceFromCode(code);
    return audience ? audienceName(*audience) : code;
}

QString caseText(QDate opened, Id<RiskCase> id)
{
    return RecordLayoutText::tr("Case %1 of %2")
        .arg(caseCode(id), QLocale().toString(opened, QStringLiteral("d MMMM yyyy")));
}

RecordLayout defaultLayout(Entity entity)
{
    RecordLayout layout;
    layout.head = defaultHead;
    layout.tabs.push_back({RecordLayoutText::tr("Details"), true, {}});
    for (const Relation& relation : relationsTo(entity))
        layout.tabs.front().related.push_back({relation.child, relation.linkField, {}, "", false, {}});
    return layout;
}

RecordLayout programLayout()
{
    RecordLayout layout;
    layout.head = programHead;
    layout.tabs = {
        {RecordLayoutText::tr("Participants"),
         false,
         {{Entity::Participation, "edition_id", RecordLayoutText::tr("Participants and trainers"), "role", true, {}}}},
        {RecordLayoutText::tr("Details"), true, {}},
        {RecordLayoutText::tr("Modules and partners"),
         false,
         {{Entity::Module, "edition_id", {}, "position", false, {}},
          {Entity::ProgramPartner, "edition_id", {}, "role", false, {}}}},
    };
    return layout;
}

RecordLayout seriesLayout()
{
    RecordLayout layout;
    layout.head = defaultHead;
    layout.tabs = {
        {RecordLayoutText::tr("Details"), true, {{Entity::ProgramEdition, "series_id", {}, "start_date", true, {}}}}};
    return layout;
}

RecordLayout networkLayout()
{
    RecordLayout layout;
    layout.head = networkHead;
    layout.tabs = {
        {RecordLayoutText::tr("Members"),
         false,
         {{Entity::Membership, "network_id", RecordLayoutText::tr("Members and roles"), "role", false, vacancyHint}}},
        {RecordLayoutText::tr("Details"), true, {}},
    };
    return layout;
}

RecordLayout organisationLayout()
{
    RecordLayout layout;
    layout.head = organisationHead;
    layout.tabs = {
        {RecordLayoutText::tr("People"),
         false,
         {{Entity::Affiliation, "organisation_id", RecordLayoutText::tr("People there"), "from_date", true, {}}}},
        {RecordLayoutText::tr("Details"), true, {}},
        {RecordLayoutText::tr("Partnerships"),
         false,
         {{Entity::ProgramPartner, "organisation_id", RecordLayoutText::tr("Programs supported"), "", false, {}},
          {Entity::WorkshopPartner, "organisation_id", RecordLayoutText::tr("Workshops supported"), "", false, {}},
          {Entity::Network, "partner_id", RecordLayoutText::tr("Networks linked to it"), "name", false, {}}}},
    };
    return layout;
}

RecordLayout recommendationLayout()
{
    RecordLayout layout;
    layout.head = recommendationHead;
    layout.tabs = {{RecordLayoutText::tr("Details"), true, {}}};
    return layout;
}

RecordLayout disclosureLayout()
{
    RecordLayout layout;
    layout.head = disclosureHead;
    layout.isReadOnly = true;
    layout.inHead = {QStringLiteral("audience")}; // there in words
    layout.tabs = {
        {RecordLayoutText::tr("Details"),
         true,
         {{Entity::DisclosedPerson, "disclosure_id", RecordLayoutText::tr("People in it"), "", false, {}}}}};
    return layout;
}

RecordLayout caseLayout()
{
    RecordLayout layout;
    layout.head = caseHead;
    layout.tabs = {{RecordLayoutText::tr("Details"),
                    true,
                    {{Entity::CaseEntry, "case_id", RecordLayoutText::tr("Log"), "date", true, {}}},
                    "",
                    {},
                    true}};
    return layout;
}

std::vector<Relation> relationsTo(Entity owner)
{
    std::vector<Relation> relations;
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            if (field.reference == owner && !field.isHidden)
                relations.push_back({type.entity, field.name});
        }
    }
    return relations;
}

RecordLayout layoutOf(Entity entity)
{
    switch (entity) {
    case Entity::ProgramEdition:
        return programLayout();
    case Entity::ProgramSeries:
        return seriesLayout();
    case Entity::Network:
        return networkLayout();
    case Entity::Organisation:
        return organisationLayout();
    case Entity::Recommendation:
        return recommendationLayout();
    case Entity::RiskCase:
        return caseLayout();
    case Entity::Disclosure:
        return disclosureLayout();
    default:
        return defaultLayout(entity);
    }
}

} // namespace dtp
