// SPDX-License-Identifier: GPL-3.0-or-later
// A workshop in Bangkok and people to invite, made in a few words.
#pragma once

#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <workshops/workshop_actions.h>

namespace dtp::test
{

struct Traits {
    QString gender = QStringLiteral("female");
    QString country = QStringLiteral("NP");
    QStringList issues = {};
    QStringList skills = {};
    QString sector = {};
    int firstProgram = 0; // year
    QString status = QStringLiteral("active");
    QString safety = QStringLiteral("normal");
    QDate lastContact = {};
};

class SmallWorld : public FreshStore
{
public:
    SmallWorld();
    Id<Person> person(const QString& name, const Traits& traits = {});
    Id<Invitation> invitation(Id<Person> person, const QString& state = QStringLiteral("considered"),
                              const QString& role = QStringLiteral("participant"));
    void target(const QString& dimension, const QString& value, std::optional<int> minimum,
                std::optional<int> maximum = {}, bool percent = false);
    Id<Session> session(const QString& title, const QString& start, const QString& end, const QString& room = {},
                        const QString& kind = QStringLiteral("session"));
    Invitation read(Id<Invitation> id);

    template <class R>
    Id<R> add(R record)
    {
        addRecords(*store, record);
        return record.id;
    }

    Id<Workshop> workshop;
};

inline SmallWorld::SmallWorld()
{
    Workshop record;
    record.title = QStringLiteral("Alumni meeting");
    record.start = QDate(2026, 9, 14);
    record.end = QDate(2026, 9, 15);
    record.country = QStringLiteral("TH");
    record.place = QStringLiteral("Bangkok");
    record.capacity = 4;
    workshop = add(record);
}

inline Id<Person> SmallWorld::person(const QString& name, const Traits& traits)
{
    Person record;
    record.givenName = name.section(QLatin1Char(' '), 0, 0);
    record.familyName = name.section(QLatin1Char(' '), 1);
    record.gender = traits.gender;
    record.country = traits.country;
    record.status = traits.status;
    record.safetyLevel = traits.safety;
    const Id<Person> id = add(record);
    for (const QString& issue : traits.issues)
        add(PersonIssue{{}, id, issue});
    for (const QString& skill : traits.skills) {
        PersonSkill record_;
        record_.person = id;
        record_.skill = skill;
        add(record_);
    }
    if (!traits.sector.isEmpty()) {
        Organisation organisation;
        organisation.name = QString(name + QStringLiteral("'s organisation"));
        organisation.kind = traits.sector;
        Affiliation affiliation;
        affiliation.person = id;
        affiliation.organisation = add(organisation);
        add(affiliation);
    }
    if (traits.firstProgram > 0) {
        ProgramEdition edition;
        edition.title = QStringLiteral("Program %1").arg(traits.firstProgram);
        edition.start = PartialDate(traits.firstProgram);
        Participation participation;
        participation.person = id;
        participation.edition = add(edition);
        add(participation);
    }
    if (traits.lastContact.isValid()) {
        ContactNote note;
        note.person = id;
        note.date = traits.lastContact;
        add(note);
    }
    return id;
}

inline Id<Invitation> SmallWorld::invitation(Id<Person> person, const QString& state, const QString& role)
{
    Invitation record;
    record.workshop = workshop;
    record.person = person;
    record.state = state;
    record.role = role;
    return add(record);
}

inline void SmallWorld::target(const QString& dimension, const QString& value, std::optional<int> minimum,
                               std::optional<int> maximum, bool percent)
{
    add(WorkshopTarget{{}, workshop, dimension, value, minimum, maximum, percent});
}

inline Id<Session> SmallWorld::session(const QString& title, const QString& start, const QString& end,
                                       const QString& room, const QString& kind)
{
    const auto time = [](const QString& text) {
        return QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    return add(Session{{}, workshop, title, time(start), time(end), room, kind, {}});
}

inline Invitation SmallWorld::read(Id<Invitation> id)
{
    const auto record = store->get(id);
    REQUIRE_OK(record);
    return *record;
}

inline QString operator""_q(const char16_t* text, size_t length)
{
    return QString::fromUtf16(text, static_cast<qsizetype>(length));
}

} // namespace dtp::test
