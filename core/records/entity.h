// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of record. The order is that of creation in the schema: what is referred to comes first where it can.
#pragma once

#include <QtGlobal>

namespace dtp
{

enum class Entity : int {
    None = 0,
    Image,
    Organisation,
    Person,
    AlternateName,
    ContactPoint,
    Affiliation,
    PersonIssue,
    PersonSkill,
    PersonLanguage,
    Consent,
    ContactNote,
    Provenance,
    ProgramSeries,
    ProgramEdition,
    ProgramPartner,
    Module,
    Participation,
    Network,
    Membership,
    Workshop,
    WorkshopPartner,
    WorkshopTarget,
    Invitation,
    Session,
    Facilitation,
    Report,
    ReportSection,
    ReportPhoto,
    CapacityGap,
    Recommendation,
    Task,
    Segment,
    Term,
    Disclosure,
    DisclosedPerson,
};

inline size_t qHash(Entity entity, size_t seed = 0)
{
    return static_cast<size_t>(entity) ^ seed;
}

} // namespace dtp
