// SPDX-License-Identifier: GPL-3.0-or-later
// The types of record, one list: the enum, the visitors and the tests of field tables are made of it. To add a type:
// a struct, a table of fields, a migration and a line here. A file knows a type by the name of its table, so a new
// line may stand anywhere; what is referred to comes first where it can.
#pragma once

#include <QtGlobal>

#define DTP_RECORD_TYPES(X)                                                                                           \
    X(Image)                                                                                                          \
    X(Organisation)                                                                                                   \
    X(Person)                                                                                                         \
    X(AlternateName)                                                                                                  \
    X(ContactPoint)                                                                                                   \
    X(Affiliation)                                                                                                    \
    X(PersonIssue)                                                                                                    \
    X(PersonSkill)                                                                                                    \
    X(PersonLanguage)                                                                                                 \
    X(Consent)                                                                                                        \
    X(ContactNote)                                                                                                    \
    X(Provenance)                                                                                                     \
    X(MergedPerson)                                                                                                   \
    X(ProgramSeries)                                                                                                  \
    X(ProgramEdition)                                                                                                 \
    X(ProgramPartner)                                                                                                 \
    X(Module)                                                                                                         \
    X(Participation)                                                                                                  \
    X(Network)                                                                                                        \
    X(Membership)                                                                                                     \
    X(Workshop)                                                                                                       \
    X(WorkshopPartner)                                                                                                \
    X(WorkshopTarget)                                                                                                 \
    X(Invitation)                                                                                                     \
    X(Session)                                                                                                        \
    X(Facilitation)                                                                                                   \
    X(Report)                                                                                                         \
    X(ReportSection)                                                                                                  \
    X(ReportPhoto)                                                                                                    \
    X(PhotoPerson)                                                                                                    \
    X(CapacityGap)                                                                                                    \
    X(Recommendation)                                                                                                 \
    X(Task)                                                                                                           \
    X(RiskCase)                                                                                                       \
    X(CaseEntry)                                                                                                      \
    X(Segment)                                                                                                        \
    X(Term)                                                                                                           \
    X(Disclosure)                                                                                                     \
    X(DisclosedPerson)

namespace dtp
{

enum class Entity : int {
    None = 0,
#define DTP_LINE(Type) Type,
    DTP_RECORD_TYPES(DTP_LINE)
#undef DTP_LINE
};

inline size_t qHash(Entity entity, size_t seed = 0)
{
    return static_cast<size_t>(entity) ^ seed;
}

} // namespace dtp
