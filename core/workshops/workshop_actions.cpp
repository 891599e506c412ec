// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/workshop_actions.h>

#include <meaning/codes.h>
#include <meaning/invitations.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("WorkshopActions", text);
}

QString say(const char* text, qsizetype n)
{
    return QCoreApplication::translate("WorkshopActions", text, nullptr, static_cast<int>(n));
}

// "Sok Dara", or "3 people".
QString whoText(const Store& store, const std::vector<Id<Person>>& people)
{
    if (people.size() == 1)
        return store.titleOf(Entity::Person, people.front().value);
    return say(QT_TRANSLATE_NOOP("WorkshopActions", "%n people"), static_cast<qsizetype>(people.size()));
}

Result<std::vector<Invitation>> readAll(const Store& store, const std::vector<Id<Invitation>>& keys)
{
    std::vector<Invitation> all;
    for (const Id<Invitation> key : keys) {
        DTP_TRY(invitation, store.get(key));
        all.push_back(std::move(invitation));
    }
    return all;
}

std::vector<Id<Person>> peopleOf(const std::vector<Invitation>& invitations)
{
    std::vector<Id<Person>> people;
    for (const Invitation& invitation : invitations)
        people.push_back(invitation.person);
    return people;
}

void putState(Invitation& invitation, const QString& state, QDate today)
{
    if (invitation.state == state)
        return;
    invitation.state = state;
    const InvitationStage stage = stageOf(state);
    if (stage == InvitationStage::Considered) {
        invitation.invitedOn = {};
        invitation.answeredOn = {};
        return;
    }
    invitation.reserve = false;
    if (!invitation.invitedOn.isValid())
        invitation.invitedOn = today;
    if (stage == InvitationStage::Invited)
        invitation.answeredOn = {};
    else if (stage != InvitationStage::Attended || !invitation.answeredOn.isValid())
        invitation.answeredOn = today;
}

QDate todayOf(const Store& store)
{
    return store.environment().clock->today();
}

// Changes each of the invitations in one change; the sentence is made of whom they are about.
Result<> changeAll(Store& store, const std::vector<Id<Invitation>>& keys,
                   const std::function<QString(const QString&)>& sentence,
                   const std::function<void(Invitation&)>& deed)
{
    DTP_TRY(invitations, readAll(store, keys));
    if (invitations.empty())
        return {};
    DTP_TRY(done, store.change(sentence(whoText(store, peopleOf(invitations))), [&](ChangeWriter& writer) -> Result<> {
        for (Invitation& invitation : invitations) {
            deed(invitation);
            DTP_CHECK(writer.update(invitation));
        }
        return {};
    }));
    Q_UNUSED(done)
    return {};
}

Result<QHash<qint64, Invitation>> byPerson(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(invitations, store.find<Invitation>(Where("workshop_id", workshop)));
    QHash<qint64, Invitation> all;
    for (const Invitation& invitation : invitations)
        all.insert(invitation.person.value, invitation);
    return all;
}
} // namespace

Result<InviteOutcome> inviteMany(Store& store, Id<Workshop> workshop, const std::vector<Id<Person>>& people,
                                 const QString& state, const QString& role)
{
    DTP_TRY(there, byPerson(store, workshop));
    InviteOutcome outcome;
    std::vector<Id<Person>> fresh;
    QSet<qint64> seen;
    for (const Id<Person> person : people) {
        if (there.contains(person.value) || seen.contains(person.value)) {
            ++outcome.alreadyThere;
            continue;
        }
        seen.insert(person.value);
        fresh.push_back(person);
    }
    if (fresh.empty())
        return outcome;
    const QString sentence = say(QT_TRANSLATE_NOOP("WorkshopActions", "Put %1 on the list of %2"))
                                 .arg(whoText(store, fresh), store.titleOf(Entity::Workshop, workshop.value));
    DTP_TRY(done, store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (const Id<Person> person : fresh) {
            Invitation invitation;
            invitation.workshop = workshop;
            invitation.person = person;
            invitation.role = role;
            putState(invitation, state, todayOf(store));
            DTP_TRY(id, writer.insert(invitation));
            outcome.added.push_back(id);
        }
        return {};
    }));
    Q_UNUSED(done)
    return outcome;
}

Result<> setInvitationState(Store& store, const std::vector<Id<Invitation>>& invitations, const QString& state)
{
    const QString label = insideSentence(store.vocabulary(QStringLiteral("invitation_states")).labelOf(state));
    const auto sentence = [&](const QString& who) -> QString {
        return say(QT_TRANSLATE_NOOP("WorkshopActions", "Mark %1 as %2")).arg(who, label);
    };
    const QDate today = todayOf(store);
    return changeAll(store, invitations, sentence,
                     [&](Invitation& invitation) { putState(invitation, state, today); });
}

Result<> setReserve(Store& store, const std::vector<Id<Invitation>>& invitations, bool reserve)
{
    const auto sentence = [&](const QString& who) -> QString {
        return (reserve ? say(QT_TRANSLATE_NOOP("WorkshopActions", "Keep %1 in reserve"))
                        : say(QT_TRANSLATE_NOOP("WorkshopActions", "Take %1 from the reserve onto the list")))
            .arg(who);
    };
    return changeAll(store, invitations, sentence, [&](Invitation& invitation) { invitation.reserve = reserve; });
}

Result<> removeInvitations(Store& store, const std::vector<Id<Invitation>>& keys)
{
    DTP_TRY(invitations, readAll(store, keys));
    if (invitations.empty())
        return {};
    const QString sentence = say(QT_TRANSLATE_NOOP("WorkshopActions", "Take %1 off the list of %2"))
                                 .arg(whoText(store, peopleOf(invitations)),
                                      store.titleOf(Entity::Workshop, invitations.front().workshop.value));
    DTP_TRY(done, store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (const Invitation& invitation : invitations)
            DTP_CHECK(writer.remove(invitation.id));
        return {};
    }));
    Q_UNUSED(done)
    return {};
}

Result<> markAttendance(Store& store, const std::vector<Id<Invitation>>& invitations, bool attended)
{
    const QDate today = todayOf(store);
    const auto sentence = [&](const QString& who) -> QString {
        return (attended ? say(QT_TRANSLATE_NOOP("WorkshopActions", "Mark that %1 came"))
                         : say(QT_TRANSLATE_NOOP("WorkshopActions", "Mark that %1 did not come")))
            .arg(who);
    };
    return changeAll(store, invitations, sentence, [&](Invitation& invitation) {
        putState(invitation, codeText(attended ? InvitationState::Attended : InvitationState::Unable), today);
    });
}

Result<InviteOutcome> acceptProposal(Store& store, const Proposal& proposal)
{
    DTP_TRY(there, byPerson(store, proposal.workshop));
    InviteOutcome outcome;
    const auto put = [&](ChangeWriter& writer, Id<Person> person, bool reserve, const QString& reason) -> Result<> {
        const auto known = there.constFind(person.value);
        Invitation invitation = known == there.cend() ? Invitation() : *known;
        if (known != there.cend() && (!invitation.reserve || reserve)) {
            ++outcome.alreadyThere;
            return {};
        }
        invitation.workshop = proposal.workshop;
        invitation.person = person;
        invitation.reserve = reserve;
        invitation.reason = reason;
        if (known != there.cend())
            return writer.update(invitation);
        DTP_TRY(id, writer.insert(invitation));
        there.insert(person.value, invitation);
        outcome.added.push_back(id);
        return {};
    };
    std::vector<Id<Person>> fresh;
    for (const ProposedPerson& person : proposal.people) {
        if (person.isNew())
            fresh.push_back(person.person);
    }
    const QString sentence = say(QT_TRANSLATE_NOOP("WorkshopActions", "Put %1 as proposed on the list of %2"))
                                 .arg(whoText(store, fresh), store.titleOf(Entity::Workshop, proposal.workshop.value));
    DTP_TRY(done, store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (const ProposedPerson& person : proposal.people)
            DTP_CHECK(put(writer, person.person, false, person.why));
        for (const ProposedPerson& person : proposal.people) {
            for (const Substitute& reserve : person.reserves)
                DTP_CHECK(put(
                    writer, reserve.person, true,
                    say(QT_TRANSLATE_NOOP("WorkshopActions", "In reserve for %1. %2")).arg(person.name, reserve.why)));
        }
        return {};
    }));
    Q_UNUSED(done)
    return outcome;
}

Result<> replaceInvited(Store& store, Id<Invitation> declined, const Substitute& substitute)
{
    DTP_TRY(out, store.get(declined));
    DTP_TRY(there, byPerson(store, out.workshop));
    const QString name = store.titleOf(Entity::Person, out.person.value);
    const QString sentence =
        say(QT_TRANSLATE_NOOP("WorkshopActions", "Put %1 in the place of %2")).arg(substitute.name, name);
    DTP_TRY(done, store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        if (stageOf(out.state) != InvitationStage::Out) {
            putState(out, codeText(InvitationState::Declined), todayOf(store));
            DTP_CHECK(writer.update(out));
        }
        Invitation invitation = there.value(substitute.person.value);
        const bool isNew = !invitation.id;
        invitation.workshop = out.workshop;
        invitation.person = substitute.person;
        invitation.role = out.role;
        invitation.reserve = false;
        invitation.reason =
            say(QT_TRANSLATE_NOOP("WorkshopActions", "In the place of %1. %2")).arg(name, substitute.why);
        if (!isNew)
            return writer.update(invitation);
        DTP_CHECK(writer.insert(invitation));
        return {};
    }));
    Q_UNUSED(done)
    return {};
}

Result<> setTargets(Store& store, Id<Workshop> workshop, const std::vector<WorkshopTarget>& targets)
{
    DTP_TRY(before, store.find<WorkshopTarget>(Where("workshop_id", workshop)));
    const QString sentence = say(QT_TRANSLATE_NOOP("WorkshopActions", "Set the targets of %1"))
                                 .arg(store.titleOf(Entity::Workshop, workshop.value));
    DTP_TRY(done, store.change(sentence, [&](ChangeWriter& writer) -> Result<> {
        for (const WorkshopTarget& old : before) {
            const bool stays =
                std::any_of(targets.begin(), targets.end(), [&](const WorkshopTarget& t) { return t.id == old.id; });
            if (!stays)
                DTP_CHECK(writer.remove(old.id));
        }
        for (WorkshopTarget target : targets) {
            target.workshop = workshop;
            if (target.id) {
                DTP_CHECK(writer.update(target));
            } else {
                DTP_CHECK(writer.insert(target));
            }
        }
        return {};
    }));
    Q_UNUSED(done)
    return {};
}

} // namespace dtp
