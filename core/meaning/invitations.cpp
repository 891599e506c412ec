// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>
#include <meaning/holding.h>
#include <meaning/invitations.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
bool isComing(const QString& state)
{
    return stageOf(state) >= InvitationStage::Accepted;
}
} // namespace

InvitationStage stageOf(const QString& state)
{
    switch (codeOf<InvitationState>(state)) {
    case InvitationState::Declined:
    case InvitationState::Unable:
        return InvitationStage::Out;
    case InvitationState::Invited:
    case InvitationState::Reminded:
        return InvitationStage::Invited;
    case InvitationState::Accepted:
        return InvitationStage::Accepted;
    case InvitationState::Attended:
        return InvitationStage::Attended;
    case InvitationState::Considered:
        break;
    }
    return InvitationStage::Considered;
}

bool cameAlong(const Invitation& invitation)
{
    return isComing(invitation.state);
}

bool isFirstTimer(std::span<const Invitation> ofOnePerson, const QSet<qint64>& earlierWorkshops)
{
    return std::none_of(ofOnePerson.begin(), ofOnePerson.end(), [&](const Invitation& one) {
        return cameAlong(one) && earlierWorkshops.contains(one.workshop.value);
    });
}

Result<QSet<qint64>> workshopsBefore(const Store& store, QDate day, Id<Workshop> except)
{
    QSet<qint64> workshops;
    DTP_CHECK(readBulk(store, {.entity = Entity::Workshop, .fields = {"id", "start_date"}}, [&](const BulkRow& row) {
        const QDate start = dayFromStored(row.text(1));
        if (row.integer(0) != except.value && (!day.isValid() || !start.isValid() || start < day))
            workshops.insert(row.integer(0));
    }));
    return workshops;
}

Result<std::vector<qint64>> peopleWhoCame(const Store& store, const QSet<qint64>& workshops)
{
    std::vector<qint64> people;
    DTP_CHECK(readBulk(store, {.entity = Entity::Invitation, .fields = {"person_id", "workshop_id", "state"}},
                       [&](const BulkRow& row) {
                           if (workshops.contains(row.integer(1)) && isComing(row.text(2)))
                               people.push_back(row.integer(0));
                       }));
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

SqlPiece keysOfThoseWhoCame(QDate day)
{
    return {"SELECT came.person_id FROM invitation AS came JOIN workshop AS earlier ON earlier.id = came.workshop_id "
            "WHERE came.state IN ('" +
                codeText(InvitationState::Accepted).toUtf8() + "', '" + codeText(InvitationState::Attended).toUtf8() +
                "') AND (NOT " + isDay("earlier.start_date") + " OR earlier.start_date < ?)",
            {storedDay(day)}};
}

SqlPiece isFirstTimer(const char* personColumn, QDate day)
{
    return SqlPiece{"NOT EXISTS (", {}} + keysOfThoseWhoCame(day) + QByteArray(" AND came.person_id = ") +
           QByteArray(personColumn) + QByteArray(")");
}

} // namespace dtp
