// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <meaning/codes.h>
#include <meaning/invitations.h>
#include <query/query.h>
#include <standards/countries.h>
#include <workshops/proposal.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
// Who stands on the list already, and who has said no.
struct Standing {
    QHash<qint64, QString> onList;
    QSet<qint64> reserves;
    QSet<qint64> out;
    QSet<qint64> otherRoles; // trainers and staff take no place of a participant
};

Result<Standing> readStanding(const Store& store, const ProposalWish& wish)
{
    Standing standing;
    DTP_TRY(invitations, store.find<Invitation>(Where("workshop_id", wish.workshop)));
    for (const Invitation& invitation : invitations) {
        const qint64 person = invitation.person.value;
        const InvitationStage stage = stageOf(invitation.state);
        if (stage == InvitationStage::Out)
            standing.out.insert(person);
        else if (codeOf<ParticipationRole>(invitation.role) != ParticipationRole::Participant)
            standing.otherRoles.insert(person);
        else if (stage == InvitationStage::Considered && invitation.reserve)
            standing.reserves.insert(person);
        else if (stage != InvitationStage::Considered || wish.keepConsidered)
            standing.onList.insert(person, invitation.state);
    }
    return standing;
}

// Equals are taken in this order: latest contact, then the older record.
bool comesFirst(const Profile& a, const Profile& b)
{
    return a.lastContact != b.lastContact ? a.lastContact > b.lastContact : a.person < b.person;
}
} // namespace

QString usualSearch(const Workshop& workshop)
{
    const auto asWords = [](const QString& text) {
        static const QRegularExpression gap(QStringLiteral("[^\\p{L}]+"));
        return QString(QLatin1Char(' ') + QString(text).replace(gap, QStringLiteral(" ")).trimmed() +
                       QLatin1Char(' '));
    };
    static const QRegularExpression everywhere(
        QStringLiteral("(?<!south |south-|east |east-|west |west-|central )\\basia(-|/| | and the )pacific\\b"));
    QString title = asWords(foldText(workshop.title).remove(everywhere));
    QStringList known;
    for (const Country& country : countries()) {
        if (!known.contains(country.region))
            known.append(country.region);
    }
    // The longest first: “South-East Asia” is not “East Asia” as well.
    std::sort(known.begin(), known.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    QStringList regions;
    for (const QString& region : known) {
        const QString words = asWords(foldText(region));
        if (!region.isEmpty() && title.contains(words)) {
            regions.append(region);
            title.replace(words, QStringLiteral(" | "));
        }
    }
    return regions.isEmpty() ? QString() : queryText(filterNode(QStringLiteral("region"), regions));
}

Result<ProposalWish> wishFor(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(record, store.get(workshop));
    ProposalWish wish;
    wish.workshop = workshop;
    wish.size = std::max(0, record.capacity.value_or(0));
    DTP_TRY(targets, store.find<WorkshopTarget>(Where("workshop_id", workshop)));
    wish.targets = std::move(targets);
    return wish;
}

Result<ProposalPool> readPool(const Store& store, const ProposalWish& wish, const Progress& progress)
{
    DTP_TRY(standing, readStanding(store, wish));
    std::vector<qint64> people;
    if (wish.people) {
        people = *wish.people;
    } else {
        DTP_TRY(found, findPeople(store, wish.query));
        people = std::move(found);
    }
    QSet<qint64> known(people.begin(), people.end());
    const auto addAlways = [&](qint64 person) {
        if (!known.contains(person)) {
            known.insert(person);
            people.push_back(person);
        }
    };
    for (auto it = standing.onList.cbegin(); it != standing.onList.cend(); ++it)
        addAlways(it.key());
    for (const qint64 person : wish.locked)
        addAlways(person);
    DTP_TRY(profiles, readProfiles(store, people, wish.workshop, progress));

    ProposalPool pool;
    pool.onList = std::move(standing.onList);
    pool.reserves = std::move(standing.reserves);
    QSet<qint64> added;
    for (Profile& profile : profiles) {
        const qint64 person = profile.person.value;
        const bool mustBe = pool.onList.contains(person) || wish.locked.contains(person);
        if (added.contains(person) ||
            (!mustBe && (wish.excluded.contains(person) || standing.otherRoles.contains(person))))
            continue;
        if (!mustBe && standing.out.contains(person))
            ++pool.declined;
        else if (!mustBe && !wish.withOutOfReach && profile.isOutOfReach())
            ++pool.outOfReach;
        else if (!mustBe && !wish.withAtRisk && profile.isAtRisk())
            ++pool.atRisk;
        else {
            added.insert(person);
            pool.candidates.push_back(std::move(profile));
        }
    }
    std::sort(pool.candidates.begin(), pool.candidates.end(), comesFirst);
    return pool;
}

} // namespace dtp
