// SPDX-License-Identifier: GPL-3.0-or-later
// The workshop that was held, its report, and the one that is being prepared.
#include "usual_sample.h"

#include <records/reports.h>
#include <records/workshops.h>

#include <QSet>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("the workshop that was held has 28 participants of ten countries and sessions led in pairs from two",
          "[sample]")
{
    const Store& store = sample();
    const auto workshops = all<Workshop>(store, Where("status", QStringLiteral("held")));
    REQUIRE(workshops.size() == 1);
    const Id<Workshop> id = workshops.front().id;
    CHECK(workshops.front().start.daysTo(workshops.front().end) == 1);
    const auto attended = all<Invitation>(store, Where("workshop_id", id).is("state", QStringLiteral("attended")));
    CHECK(attended.size() == 28);
    QSet<QString> countries;
    int women = 0;
    for (const Invitation& invitation : attended) {
        const auto person = store.get(invitation.person);
        REQUIRE_OK(person);
        countries.insert(person->country);
        women += person->gender == QStringLiteral("female") ? 1 : 0;
    }
    CHECK(countries.size() == 10);
    CHECK(women >= 13);
    CHECK(*store.count(Entity::Invitation, Where("workshop_id", id).is("state", QStringLiteral("declined"))) == 5);
    CHECK(*store.count(Entity::Invitation, Where("workshop_id", id).is("state", QStringLiteral("unable"))) == 3);
    CHECK(*store.count(Entity::WorkshopTarget, Where("workshop_id", id)) == 5);
    CHECK(*store.count(Entity::WorkshopPartner, Where("workshop_id", id)) >= 5);
    size_t working = 0;
    for (const Session& session : all<Session>(store, Where("workshop_id", id))) {
        INFO(session.title.toStdString());
        CHECK(session.start < session.end);
        const auto leaders = all<Facilitation>(store, Where("session_id", session.id));
        if (session.kind == QStringLiteral("break") || session.kind == QStringLiteral("social")) {
            CHECK(leaders.empty());
            continue;
        }
        ++working;
        CHECK_FALSE(session.summary.isEmpty());
        REQUIRE(leaders.size() == 2);
        CHECK(store.get(leaders[0].person)->country != store.get(leaders[1].person)->country);
    }
    CHECK(working == 9);
}

TEST_CASE("its report is complete", "[sample]")
{
    const Store& store = sample();
    const auto sections = all<ReportSection>(store);
    QSet<QString> kinds;
    for (const ReportSection& section : sections) {
        kinds.insert(section.kind);
        CHECK((section.kind == QStringLiteral("session")) == static_cast<bool>(section.session));
        CHECK_FALSE(section.body.contains(QLatin1Char('{')));
    }
    CHECK(kinds.size() == 8);
    CHECK(countIf(sections, [](const ReportSection& s) { return !s.parent; }) == 9);
    QSet<QString> categories;
    for (const CapacityGap& gap : all<CapacityGap>(store))
        categories.insert(gap.category);
    CHECK(categories.size() == 4);
    const auto recommendations = all<Recommendation>(store);
    CHECK(recommendations.size() >= 12);
    QSet<QString> statuses;
    for (const Recommendation& recommendation : recommendations) {
        CHECK_FALSE(recommendation.owner.isEmpty());
        CHECK(recommendation.due.isValid());
        CHECK(recommendation.section);
        statuses.insert(recommendation.status);
    }
    CHECK(statuses.size() == 4);
    CHECK(recommendations.front().level == 0);
}

TEST_CASE("the coming workshop is half prepared", "[sample]")
{
    const Store& store = sample();
    const auto workshops = all<Workshop>(store, Where("status", QStringLiteral("planned")));
    REQUIRE(workshops.size() == 1);
    QSet<QString> states;
    for (const Invitation& invitation : all<Invitation>(store, Where("workshop_id", workshops.front().id)))
        states.insert(invitation.state);
    CHECK(states == QSet<QString>{QStringLiteral("accepted"), QStringLiteral("declined"), QStringLiteral("reminded"),
                                  QStringLiteral("invited"), QStringLiteral("considered")});
    CHECK(*store.count(Entity::WorkshopTarget, Where("workshop_id", workshops.front().id)) == 6);
}
