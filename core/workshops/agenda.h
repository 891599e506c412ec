// SPDX-License-Identifier: GPL-3.0-or-later
// When we meet: the sessions of a workshop by day, who leads them, and what is wrong with the plan, in sentences.
#pragma once

#include <records/workshops.h>
#include <storage/store.h>

#include <vector>

namespace dtp
{

struct AgendaPerson {
    Id<Facilitation> facilitation;
    Id<Person> person;
    QString name;
    QString country;
    QString role;       // vocabulary facilitation_roles
    bool isOut = false; // declined the workshop, or cannot come

    // Facilitators, moderators and speakers lead; rapporteurs and interpreters help.
    bool leads() const;
};

struct AgendaWarning {
    enum class Kind {
        NoTime,
        EndsBeforeStart,
        OutsideWorkshop,
        NoFacilitator,
        OneFacilitator,
        SameCountry,
        FacilitatorOut,
        PersonClash,
        RoomClash,
    };
    Kind kind;
    Id<Session> session;
    Id<Session> other; // of a clash
    QString sentence;
    bool operator==(const AgendaWarning&) const = default;
};

struct AgendaSession {
    Session session;
    std::vector<AgendaPerson> facilitators;
    std::vector<AgendaWarning> warnings;

    // Breaks and social times need nobody to lead them.
    bool needsFacilitators() const;
    std::vector<const AgendaPerson*> leaders() const;
};

struct AgendaDay {
    QDate date;     // invalid: sessions without a time
    int number = 0; // 1 is the workshop's first day; 0: outside of it
    std::vector<AgendaSession> sessions;
};

struct Agenda {
    Workshop workshop;
    std::vector<AgendaDay> days; // every day of the workshop, also empty ones; sessions without a time last

    std::vector<AgendaWarning> warnings() const; // of all sessions, each clash once
};

Result<Agenda> readAgenda(const Store& store, Id<Workshop> workshop);

// The same from records at hand: sorts into days and finds the warnings.
Agenda makeAgenda(const Workshop& workshop, std::vector<AgendaSession> sessions);

// "09:00–10:30"; "09:00" when the end is open.
QString timeText(const Session& session);

} // namespace dtp
