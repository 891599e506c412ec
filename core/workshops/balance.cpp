// SPDX-License-Identifier: GPL-3.0-or-later
#include <workshops/balance.h>

#include <meaning/codes.h>
#include <meaning/invitations.h>

#include <QCoreApplication>

#include <cmath>

namespace dtp
{

namespace
{
struct BalanceText {
    Q_DECLARE_TR_FUNCTIONS(Balance)
};

void count(BalanceCounts& counts, InvitationStage stage)
{
    counts.considered += stage >= InvitationStage::Considered;
    counts.invited += stage >= InvitationStage::Invited;
    counts.accepted += stage >= InvitationStage::Accepted;
    counts.attended += stage >= InvitationStage::Attended;
}

struct Guest {
    Profile profile;
    InvitationStage stage;
};

// The list of one workshop, sorted into who counts and who does not.
Result<std::vector<Guest>> readGuests(const Store& store, Id<Workshop> workshop, Balance& balance)
{
    DTP_TRY(invitations, store.find<Invitation>(Where("workshop_id", workshop)));
    std::vector<qint64> people;
    QHash<qint64, InvitationStage> stages;
    for (const Invitation& invitation : invitations) {
        const InvitationStage stage = stageOf(invitation.state);
        if (codeOf<ParticipationRole>(invitation.role) != ParticipationRole::Participant)
            ++balance.otherRoles;
        else if (stage == InvitationStage::Out)
            ++balance.declined;
        else if (invitation.reserve && stage == InvitationStage::Considered)
            ++balance.reserves;
        else if (!stages.contains(invitation.person.value)) {
            people.push_back(invitation.person.value);
            stages.insert(invitation.person.value, stage);
        }
    }
    DTP_TRY(profiles, readProfiles(store, people, workshop));
    std::vector<Guest> guests;
    guests.reserve(profiles.size());
    for (Profile& profile : profiles) {
        const InvitationStage stage = stages.value(profile.person.value);
        count(balance.total, stage);
        guests.push_back({std::move(profile), stage});
    }
    return guests;
}

BalanceGroup groupOf(const Store& store, const Dimension& dimension, const std::vector<Guest>& guests)
{
    BalanceGroup group{dimension.code, dimensionLabel(dimension.code), {}, 0, {}};
    QHash<QString, size_t> places;
    const auto rowOf = [&](const QString& value) -> BalanceRow& {
        const auto known = places.constFind(value);
        if (known != places.cend())
            return group.rows[*known];
        places.insert(value, group.rows.size());
        group.rows.push_back(
            {value,
             value.isEmpty() ? BalanceText::tr("Not known") : valueLabel(store, dimension.code, value),
             {},
             {}});
        return group.rows.back();
    };
    for (const Guest& guest : guests) {
        const QStringList values = dimension.values(guest.profile);
        if (values.isEmpty())
            count(rowOf(QString()).counts, guest.stage);
        for (const QString& value : values)
            count(rowOf(value).counts, guest.stage);
    }
    group.different = static_cast<int>(
        std::count_if(group.rows.begin(), group.rows.end(), [](const BalanceRow& r) { return !r.value.isEmpty(); }));
    return group;
}

Verdict verdictOf(const TargetState& state, int free)
{
    if (state.maximum && state.sure > *state.maximum)
        return Verdict::Missed;
    const int minimum = state.minimum.value_or(0);
    if (state.sure >= minimum)
        return Verdict::Met;
    return state.sure + state.open + free >= minimum ? Verdict::Reachable : Verdict::Missed;
}

// People who may still come onto the list: none once it is over, any number where no number of places was said.
int freePlaces(const Workshop& workshop, const Balance& balance, QDate today)
{
    constexpr int any = 100000;
    const QDate last = workshop.end.isValid() ? workshop.end : workshop.start;
    if (balance.byAttendance || (last.isValid() && last < today))
        return 0;
    return balance.places > 0 ? std::max(0, balance.places - balance.total.considered) : any;
}

QString sentenceOf(const TargetState& state)
{
    const QString wanted = boundsText({state.minimum, state.maximum});
    QString sentence = BalanceText::tr("%1: %2 of %3").arg(state.label, QString::number(state.sure), wanted);
    if (state.verdict == Verdict::Reachable && state.toFind == 0)
        sentence += BalanceText::tr("; %n more may still accept", nullptr, state.open);
    else if (state.verdict == Verdict::Reachable && state.open == 0)
        sentence += BalanceText::tr("; %n more to be found", nullptr, state.toFind);
    else if (state.verdict == Verdict::Reachable)
        sentence += BalanceText::tr("; %n may still accept", nullptr, state.open) +
                    BalanceText::tr(", %n more to be found", nullptr, state.toFind);
    else if (state.verdict == Verdict::Missed && state.maximum && state.sure > *state.maximum)
        sentence += BalanceText::tr("; %n too many", nullptr, state.sure - *state.maximum);
    else if (state.verdict == Verdict::Missed && state.open > 0)
        sentence += BalanceText::tr("; only %n more may still accept", nullptr, state.open);
    else if (state.verdict == Verdict::Missed)
        sentence += BalanceText::tr("; %n short", nullptr, *state.minimum - state.sure);
    return sentence;
}

void finish(TargetState& state, int free)
{
    state.toFind = std::max(0, state.minimum.value_or(0) - state.sure - state.open);
    state.verdict = verdictOf(state, free);
    state.sentence = sentenceOf(state);
}

// Different values among those who are sure, and those that others may still bring.
void countDifferent(const BalanceGroup& group, bool byAttendance, TargetState& state)
{
    for (const BalanceRow& row : group.rows) {
        if (row.value.isEmpty())
            continue;
        const bool sure = (byAttendance ? row.counts.attended : row.counts.accepted) > 0;
        state.sure += sure;
        state.open += !sure && !byAttendance && row.counts.considered > 0;
    }
}

void addTarget(const Store& store, const WorkshopTarget& target, int free, Balance& balance)
{
    const auto group = std::find_if(balance.groups.begin(), balance.groups.end(),
                                    [&](const BalanceGroup& g) { return g.dimension == target.dimension; });
    if (group == balance.groups.end())
        return; // a side that this version does not know
    const TargetBounds bounds = boundsOf(target, balance.places > 0 ? balance.places : balance.total.considered);
    TargetState state;
    state.target = target;
    state.minimum = bounds.minimum;
    state.maximum = bounds.maximum;
    if (target.value.isEmpty()) {
        state.label = differentLabel(target.dimension);
        countDifferent(*group, balance.byAttendance, state);
        finish(state, free);
        group->differentTarget = state;
    } else {
        auto row = std::find_if(group->rows.begin(), group->rows.end(),
                                [&](const BalanceRow& r) { return r.value == target.value; });
        if (row == group->rows.end())
            row = group->rows.insert(group->rows.end(),
                                     {target.value, valueLabel(store, target.dimension, target.value), {}, {}});
        state.label = row->label;
        state.sure = balance.byAttendance ? row->counts.attended : row->counts.accepted;
        state.open = balance.byAttendance ? 0 : row->counts.considered - row->counts.accepted;
        finish(state, free);
        row->target = state;
    }
    balance.targets.push_back(state);
}

void sortRows(BalanceGroup& group)
{
    const bool byValue = group.dimension == QLatin1String("cohort");
    std::stable_sort(group.rows.begin(), group.rows.end(), [&](const BalanceRow& a, const BalanceRow& b) {
        if (a.value.isEmpty() != b.value.isEmpty())
            return b.value.isEmpty();
        if (byValue)
            return a.value < b.value;
        if (a.target.has_value() != b.target.has_value())
            return a.target.has_value();
        if (a.counts.considered != b.counts.considered)
            return a.counts.considered > b.counts.considered;
        return a.label.localeAwareCompare(b.label) < 0;
    });
}
} // namespace

TargetBounds boundsOf(const WorkshopTarget& target, int places)
{
    if (!target.isPercent || target.value.isEmpty())
        return {target.minimum, target.maximum};
    const auto people = [&](int percent) { return places * percent / 100.0; };
    TargetBounds bounds;
    if (target.minimum)
        bounds.minimum = static_cast<int>(std::ceil(people(*target.minimum) - 1e-9));
    if (target.maximum)
        bounds.maximum = static_cast<int>(std::floor(people(*target.maximum) + 1e-9));
    return bounds;
}

QString boundsText(const TargetBounds& bounds)
{
    if (bounds.minimum && bounds.maximum && *bounds.minimum == *bounds.maximum)
        return BalanceText::tr("exactly %1").arg(*bounds.minimum);
    if (bounds.minimum && bounds.maximum)
        return BalanceText::tr("%1 to %2").arg(*bounds.minimum).arg(*bounds.maximum);
    if (bounds.minimum)
        return BalanceText::tr("at least %1").arg(*bounds.minimum);
    if (bounds.maximum)
        return BalanceText::tr("at most %1").arg(*bounds.maximum);
    return BalanceText::tr("any number");
}

Result<Balance> readBalance(const Store& store, Id<Workshop> workshop)
{
    DTP_TRY(record, store.get(workshop));
    Balance balance;
    balance.places = std::max(0, record.capacity.value_or(0));
    DTP_TRY(guests, readGuests(store, workshop, balance));
    balance.byAttendance = balance.total.attended > 0;
    for (const Dimension& dimension : dimensions())
        balance.groups.push_back(groupOf(store, dimension, guests));
    DTP_TRY(targets, store.find<WorkshopTarget>(Where("workshop_id", workshop)));
    const int free = freePlaces(record, balance, store.environment().clock->today());
    for (const WorkshopTarget& target : targets)
        addTarget(store, target, free, balance);
    for (BalanceGroup& group : balance.groups)
        sortRows(group);
    return balance;
}

} // namespace dtp
