// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_facts.h"

#include <meaning/codes.h>
#include <meaning/follow_up.h>
#include <meaning/invitations.h>
#include <meaning/network_roles.h>
#include <meaning/words.h>
#include <records/vocabulary.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QDate today(2026, 6, 1);
} // namespace

TEST_CASE("Focal points by chance are the same for one network, for all and in SQL", "[meaning][networks]")
{
    Chance chance(21);
    FreshStore store;
    const Person person = addPerson(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    const auto networks = addMany<Network>(*store, 300, [] {
        Network one;
        one.name = QStringLiteral("Some network");
        return one;
    });
    const auto members = addMany<Membership>(*store, 900, [&] {
        Membership one;
        one.network = networks[static_cast<size_t>(chance.below(300))].id;
        one.person = person.id;
        one.role = chance.pick({QStringLiteral("focal_point"), QStringLiteral("focal_point"), QStringLiteral("member"),
                                QStringLiteral("own word")});
        one.from = chance.partial(today);
        one.to = chance.partial(today);
        return one;
    });
    const auto all = focalPointTerms(*store, today);
    REQUIRE_OK(all);
    std::vector<qint64> vacant, holding;
    for (const Network& network : networks) {
        std::vector<Membership> own;
        std::copy_if(members.begin(), members.end(), std::back_inserter(own),
                     [&](const Membership& one) { return one.network == network.id; });
        const FocalPointTerm term = focalPointTerm(own, today);
        CHECK(all->value(network.id.value).isHeld == term.isHeld);
        CHECK(all->value(network.id.value).lastDay == term.lastDay);
        CHECK(all->value(network.id.value).ended.latest() == term.ended.latest());
        CHECK(term.isHeld == std::any_of(own.begin(), own.end(), [](const Membership& one) {
                  return holdsRole(one, NetworkRole::FocalPoint, today);
              }));
        if (!term.isHeld)
            vacant.push_back(network.id.value);
    }
    for (const Membership& one : members)
        if (holdsRole(one, NetworkRole::FocalPoint, today))
            holding.push_back(one.id.value);
    CHECK(vacant.size() > 50);
    CHECK(vacant.size() < 250);
    CHECK(keysOf(*store, SqlPiece{"SELECT n.id FROM network n WHERE ", {}} + focalPointIsVacant("n.id", today) +
                             QByteArray(" ORDER BY n.id")) == vacant);
    CHECK(keysOf(*store, SqlPiece{"SELECT m.id FROM membership m WHERE ", {}} +
                             holdsRole("m", NetworkRole::FocalPoint, today) + QByteArray(" ORDER BY m.id")) ==
          holding);
}

TEST_CASE("A vacancy knows when the last term ended, and a term how long it lasts", "[meaning][networks]")
{
    const auto term = [](const char* from, const char* to) {
        Membership one;
        one.role = QStringLiteral("focal_point");
        one.from = *PartialDate::fromStorage(QString::fromUtf8(from));
        one.to = *PartialDate::fromStorage(QString::fromUtf8(to));
        return one;
    };
    CHECK(focalPointTerm(std::vector<Membership>(), today) == FocalPointTerm());
    CHECK(focalPointTerm(std::vector{term("", "2019"), term("", "2024-03"), term("2027", "")}, today) ==
          FocalPointTerm{false, {}, PartialDate(2024, 3)});
    CHECK(focalPointTerm(std::vector{term("", "2019"), term("2020", "2026"), term("", "2026-07")}, today) ==
          FocalPointTerm{true, QDate(2026, 12, 31), {}});
    CHECK(focalPointTerm(std::vector{term("2020", "2026"), term("2020", "")}, today) == FocalPointTerm{true, {}, {}});
    CHECK(focalPointTerm(std::vector{term("2020", ""), term("2020", "2026")}, today) == FocalPointTerm{true, {}, {}});
}

TEST_CASE("Recommendations and reports by chance wait alike alone and in SQL", "[meaning][reports]")
{
    Chance chance(22);
    FreshStore store;
    const auto recommendations = addMany<Recommendation>(*store, 400, [&] {
        Recommendation one;
        one.text = QStringLiteral("Do it");
        one.due = chance.day(today);
        one.status = chance.pick({QStringLiteral("open"), QStringLiteral("in_progress"), QStringLiteral("done"),
                                  QStringLiteral("dropped"), QStringLiteral("own word")});
        return one;
    });
    std::vector<qint64> open, overdue;
    for (const Recommendation& one : recommendations) {
        if (isOpen(one))
            open.push_back(one.id.value);
        if (isOverdue(one, today))
            overdue.push_back(one.id.value);
    }
    CHECK(open.size() > 200);
    CHECK(overdue.size() > 50);
    const SqlPiece all{"SELECT r.id FROM recommendation r WHERE ", {}};
    CHECK(keysOf(*store, all + recommendationIsOpen("r") + QByteArray(" ORDER BY r.id")) == open);
    CHECK(keysOf(*store, all + recommendationIsOverdue("r", today) + QByteArray(" ORDER BY r.id")) == overdue);

    const auto reports = addMany<Report>(*store, 60, [&] {
        Report one;
        one.title = QStringLiteral("A report");
        one.status = chance.pick({QStringLiteral("draft"), QStringLiteral("review"), QStringLiteral("final"),
                                  QStringLiteral("sent"), QStringLiteral("own word")});
        return one;
    });
    std::vector<qint64> inWork;
    for (const Report& one : reports)
        if (isInWork(one))
            inWork.push_back(one.id.value);
    CHECK(inWork.size() > 20);
    CHECK(keysOf(*store, SqlPiece{"SELECT r.id FROM report r WHERE ", {}} + reportIsInWork("r") +
                             QByteArray(" ORDER BY r.id")) == inWork);
}

TEST_CASE("A code that nobody knows counts as what does least harm", "[meaning][codes]")
{
    const QString word = QStringLiteral("own word");
    CHECK(codeOf<SafetyLevel>(word) == SafetyLevel::AtRisk);
    CHECK(codeOf<SafetyLevel>({}) == SafetyLevel::Careful);
    CHECK(codeOf<ConsentAnswer>(word) == ConsentAnswer::Refused);
    CHECK(codeOf<InvitationState>(word) == InvitationState::Considered);
    CHECK(codeOf<ParticipationRole>(word) == ParticipationRole::Other);
    CHECK(codeOf<NetworkRole>(word) == NetworkRole::Member);
    CHECK(codeOf<RecommendationStatus>(word) == RecommendationStatus::Open);
    CHECK(codeOf<ReportStatus>(word) == ReportStatus::Draft);
    CHECK(codeOf<SectionKind>(word) == SectionKind::Text);
    CHECK(codeOf<SessionKind>(word) == SessionKind::Other);
    CHECK(stageOf(word) == InvitationStage::Considered);
}

TEST_CASE("An invitation is as far as its state says, and who accepted or attended came along",
          "[meaning][invitations]")
{
    using S = InvitationStage;
    const std::pair<const char*, S> stages[] = {{"considered", S::Considered},
                                                {"invited", S::Invited},
                                                {"reminded", S::Invited},
                                                {"accepted", S::Accepted},
                                                {"attended", S::Attended},
                                                {"declined", S::Out},
                                                {"unable", S::Out},
                                                {"own word", S::Considered},
                                                {"", S::Considered}};
    QSet<QString> known;
    for (const auto& [state, stage] : stages) {
        INFO(state);
        Invitation invitation;
        invitation.state = QLatin1String(state);
        known.insert(invitation.state);
        CHECK(stageOf(invitation.state) == stage);
        CHECK(cameAlong(invitation) == (stage == S::Accepted || stage == S::Attended));
    }
    const Vocabulary states = builtInVocabulary(QStringLiteral("invitation_states")).value();
    for (const VocabularyTerm& term : states.terms())
        CHECK(known.contains(term.code));
}

TEST_CASE("Codes of the program are words of the vocabularies that come with it", "[meaning][codes]")
{
    FreshStore store;
    const auto check = [&](const char* vocabulary, const QStringList& codes) {
        const Vocabulary words = store->vocabulary(QLatin1String(vocabulary));
        for (const QString& code : codes) {
            CAPTURE(vocabulary, code);
            CHECK(words.labelOf(code) != code);
        }
    };
    check("safety_levels",
          {codeText(SafetyLevel::Normal), codeText(SafetyLevel::Careful), codeText(SafetyLevel::AtRisk)});
    check("consent_answers",
          {codeText(ConsentAnswer::Agreed), codeText(ConsentAnswer::Refused), codeText(ConsentAnswer::Withdrawn)});
    check("person_statuses", {codeText(PersonStatus::Active), codeText(PersonStatus::LostContact),
                              codeText(PersonStatus::Retired), codeText(PersonStatus::Deceased)});
    check("invitation_states", {codeText(InvitationState::Considered), codeText(InvitationState::Invited),
                                codeText(InvitationState::Reminded), codeText(InvitationState::Accepted),
                                codeText(InvitationState::Declined), codeText(InvitationState::Unable),
                                codeText(InvitationState::Attended)});
    check("participation_roles", {codeText(ParticipationRole::Participant)});
    check("participation_outcomes",
          {codeText(ParticipationOutcome::Completed), codeText(ParticipationOutcome::Partial),
           codeText(ParticipationOutcome::Ongoing), codeText(ParticipationOutcome::Withdrew),
           codeText(ParticipationOutcome::Absent)});
    check("network_roles", {codeText(NetworkRole::Member), codeText(NetworkRole::FocalPoint),
                            codeText(NetworkRole::SteeringCommittee)});
    check("recommendation_statuses", {codeText(RecommendationStatus::Open), codeText(RecommendationStatus::InProgress),
                                      codeText(RecommendationStatus::Done), codeText(RecommendationStatus::Dropped)});
    check("report_statuses", {codeText(ReportStatus::Draft), codeText(ReportStatus::Review),
                              codeText(ReportStatus::Final), codeText(ReportStatus::Sent)});
    check("workshop_statuses",
          {codeText(WorkshopStatus::Planned), codeText(WorkshopStatus::Confirmed), codeText(WorkshopStatus::Held),
           codeText(WorkshopStatus::Postponed), codeText(WorkshopStatus::Cancelled)});
    check("section_kinds",
          {codeText(SectionKind::Text), codeText(SectionKind::Objectives), codeText(SectionKind::Participants),
           codeText(SectionKind::Program), codeText(SectionKind::Session), codeText(SectionKind::Gaps),
           codeText(SectionKind::Recommendations), codeText(SectionKind::Figures)});
    check("session_kinds",
          {codeText(SessionKind::Session), codeText(SessionKind::Break), codeText(SessionKind::Social)});
}

TEST_CASE("People are sorted by their family name, in Latin letters, and by what name they have", "[meaning][words]")
{
    CHECK(nameForSorting(QStringLiteral("Dara"), QStringLiteral("Sók"), {}) == QStringLiteral("sok dara"));
    CHECK(nameForSorting(QStringLiteral("Tri"), {}, QStringLiteral("Три")) == QStringLiteral("tri"));
    CHECK(nameForSorting({}, QStringLiteral("Rao"), {}) == QStringLiteral("rao"));
    CHECK(nameForSorting({}, {}, QStringLiteral("Анна")) == QStringLiteral("anna"));
    CHECK(nameForSorting({}, {}, {}).isEmpty());
}

TEST_CASE("Places and periods are said once each", "[meaning][words]")
{
    const QLocale english(QLocale::English, QLocale::Australia);
    CHECK(placeInWords(QStringLiteral("Battambang"), QStringLiteral("KH")) == QStringLiteral("Battambang, Cambodia"));
    CHECK(placeInWords(QStringLiteral("Singapore"), QStringLiteral("SG")) == QStringLiteral("Singapore"));
    CHECK(placeInWords({}, QStringLiteral("KH")) == QStringLiteral("Cambodia"));
    CHECK(placeInWords({}, {}).isEmpty());
    CHECK(periodInWords(PartialDate(1997, 6), PartialDate(1999), english) == QStringLiteral("June 1997 to 1999"));
    CHECK(periodInWords(PartialDate(1997), PartialDate(1997), english) == QStringLiteral("1997"));
    CHECK(periodInWords({}, PartialDate(1997, 0, 0, true), english) == QStringLiteral("about 1997"));
    CHECK(daysInWords(QDate(2023, 6, 26), QDate(2023, 6, 27), english) == QStringLiteral("26–27 June 2023"));
    CHECK(daysInWords(QDate(2023, 6, 30), QDate(2023, 7, 2), english) == QStringLiteral("30 June – 2 July 2023"));
    CHECK(daysInWords(QDate(2023, 6, 26), {}, english) == QStringLiteral("26 June 2023"));
}
