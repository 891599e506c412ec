// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations, training programs and the networks of their alumni.
#pragma once

#include <records/people.h>

namespace dtp
{

struct Organisation {
    static constexpr Entity entity = Entity::Organisation;
    Id<Organisation> id;
    QString name;
    QString shortName;
    QString kind; // vocabulary sectors
    QString country;
    QString place;
    QString website;
    QString email;
    QString phone;
    QString notes;
    bool operator==(const Organisation&) const = default;
};

struct ProgramSeries {
    static constexpr Entity entity = Entity::ProgramSeries;
    Id<ProgramSeries> id;
    QString name;
    QString shortName;
    QString theme; // vocabulary issues
    QString description;
    bool operator==(const ProgramSeries&) const = default;
};

struct ProgramEdition {
    static constexpr Entity entity = Entity::ProgramEdition;
    Id<ProgramEdition> id;
    Id<ProgramSeries> series;
    QString title;
    PartialDate start;
    PartialDate end;
    QString country;
    QString place;
    QString language; // vocabulary languages
    QString notes;
    bool operator==(const ProgramEdition&) const = default;
};

struct ProgramPartner {
    static constexpr Entity entity = Entity::ProgramPartner;
    Id<ProgramPartner> id;
    Id<ProgramEdition> edition;
    Id<Organisation> organisation;
    QString role; // vocabulary partner_roles: partner, funder, host
    bool operator==(const ProgramPartner&) const = default;
};

struct Module {
    static constexpr Entity entity = Entity::Module;
    Id<Module> id;
    Id<ProgramEdition> edition;
    int position = 0;
    QString title;
    PartialDate start;
    PartialDate end;
    QString place;
    bool operator==(const Module&) const = default;
};

struct Participation {
    static constexpr Entity entity = Entity::Participation;
    Id<Participation> id;
    Id<Person> person;
    Id<ProgramEdition> edition;
    QString role = QStringLiteral("participant"); // vocabulary participation_roles
    QString outcome;                              // vocabulary participation_outcomes
    QString note;
    bool operator==(const Participation&) const = default;
};

struct Network {
    static constexpr Entity entity = Entity::Network;
    Id<Network> id;
    QString name;
    QString kind; // vocabulary network_kinds: national, subregional, regional, thematic, program
    QString country;
    QString theme; // vocabulary issues
    QString purpose;
    QString channel; // vocabulary channels
    QString channelAddress;
    Id<Organisation> partner;
    QDate lastChecked;
    bool active = true;
    QString notes;
    bool operator==(const Network&) const = default;
};

struct Membership {
    static constexpr Entity entity = Entity::Membership;
    Id<Membership> id;
    Id<Network> network;
    Id<Person> person;
    QString role = QStringLiteral("member"); // vocabulary network_roles
    PartialDate from;
    PartialDate to;
    QString note;
    bool operator==(const Membership&) const = default;
};

} // namespace dtp
