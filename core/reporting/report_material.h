// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a report is made of, read once: its sections as a tree, and what its workshop has to say.
#pragma once

#include <meaning/codes.h>
#include <privacy/photo_people.h>
#include <records/reports.h>
#include <storage/store.h>
#include <workshops/agenda.h>
#include <workshops/profile.h>

#include <optional>
#include <vector>

namespace dtp
{

struct ReportParticipant {
    Profile profile;
    QString role;         // vocabulary participation_roles
    QString organisation; // all that hold today, else the last

    bool isParticipant() const { return codeOf<ParticipationRole>(role) == ParticipationRole::Participant; }
};

struct ReportMaterial {
    Report report;
    std::vector<ReportSection> sections; // a section before its children, brothers in their order
    std::vector<int> depths;             // of each, from 1
    std::vector<Recommendation> recommendations;
    std::vector<CapacityGap> gaps;
    QHash<qint64, std::vector<ReportPhoto>> photos; // by section
    QHash<qint64, PeopleOnPhoto> onPhotos;          // by photo
    std::optional<Workshop> workshop;
    Agenda agenda;
    // Who came or, before the workshop, who accepted; by name. Participants first, then trainers and guests.
    std::vector<ReportParticipant> people;
    bool isHeld = false; // attendance is marked

    bool has(SectionKind kind) const;
    // The recommendations that a section shows.
    std::vector<const Recommendation*> recommendationsOf(const ReportSection& section) const;
};

Result<ReportMaterial> readMaterial(const Store& store, Id<Report> report);
// Without what only workshop pages need: sections and depths alone.
Result<std::vector<ReportSection>> sectionsInOrder(const Store& store, Id<Report> report,
                                                   std::vector<int>* depths = nullptr);

// Which section shows a recommendation: its own, else the first that lists any; none when there is none.
Id<ReportSection> sectionShowing(const std::vector<ReportSection>& sections, const Recommendation& recommendation);

} // namespace dtp
