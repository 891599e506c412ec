// SPDX-License-Identifier: GPL-3.0-or-later
// Every type of record by its struct, for what must be done to each.
#pragma once

#include <records/cases.h>
#include <records/people.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>

namespace dtp
{

// Calls f(R{}) for every type R of record, in the order of the list.
template <class F>
void forEveryRecord(F&& f)
{
#define DTP_LINE(Type) f(Type{});
    DTP_RECORD_TYPES(DTP_LINE)
#undef DTP_LINE
}

// Calls f(R{}) for the type of the entity; not at all for Entity::None.
template <class F>
void visitRecord(Entity entity, F&& f)
{
    switch (entity) {
    case Entity::None:
        return;
#define DTP_LINE(Type)                                                                                                \
    case Entity::Type:                                                                                                \
        f(Type{});                                                                                                    \
        return;
        DTP_RECORD_TYPES(DTP_LINE)
#undef DTP_LINE
    }
}

} // namespace dtp
