// SPDX-License-Identifier: GPL-3.0-or-later
// Workshops: who is invited, what happens when, and who leads it.
#pragma once

#include <records/programs.h>

namespace dtp
{

struct Workshop {
    static constexpr Entity entity = Entity::Workshop;
    Id<Workshop> id;
    QString title;
    QDate start;
    QDate end;
    QString country;
    QString place;
    QString venue;
    QString objectives;                         // one a line
    QString selection;                          // how participants were chosen
    std::optional<int> capacity;                // people to be invited
    QString status = QStringLiteral("planned"); // vocabulary workshop_statuses
    std::optional<double> budget;
    QString currency; // ISO 4217
    QString notes;
    bool operator==(const Workshop&) const = default;
};

struct WorkshopPartner {
    static constexpr Entity entity = Entity::WorkshopPartner;
    Id<WorkshopPartner> id;
    Id<Workshop> workshop;
    Id<Organisation> organisation;
    QString role; // vocabulary partner_roles
    bool operator==(const WorkshopPartner&) const = default;
};

// "at least 50 % women", "at least 3 from each": what a balanced list means for this workshop.
struct WorkshopTarget {
    static constexpr Entity entity = Entity::WorkshopTarget;
    Id<WorkshopTarget> id;
    Id<Workshop> workshop;
    QString dimension;          // vocabulary target_dimensions: gender, country, sector, issue, cohort, first_time
    QString value;              // a code of that dimension; empty: number of different values
    std::optional<int> minimum; // people, or per cent of capacity when isPercent
    std::optional<int> maximum;
    bool isPercent = false;
    bool operator==(const WorkshopTarget&) const = default;
};

struct Invitation {
    static constexpr Entity entity = Entity::Invitation;
    Id<Invitation> id;
    Id<Workshop> workshop;
    Id<Person> person;
    QString state = QStringLiteral("considered"); // vocabulary invitation_states
    QString role = QStringLiteral("participant"); // vocabulary participation_roles
    bool reserve = false;
    QString reason; // why this person is on the list
    QDate invitedOn;
    QDate answeredOn;
    QString note;
    bool operator==(const Invitation&) const = default;
};

struct Session {
    static constexpr Entity entity = Entity::Session;
    Id<Session> id;
    Id<Workshop> workshop;
    QString title;
    QDateTime start; // local time of the venue
    QDateTime end;
    QString room;
    QString kind = QStringLiteral("session"); // vocabulary session_kinds: session, plenary, break, social
    QString summary;                          // rich text: what was said, for the report
    bool operator==(const Session&) const = default;
};

struct Facilitation {
    static constexpr Entity entity = Entity::Facilitation;
    Id<Facilitation> id;
    Id<Session> session;
    Id<Person> person;
    QString role = QStringLiteral("facilitator"); // vocabulary facilitation_roles
    bool operator==(const Facilitation&) const = default;
};

} // namespace dtp
