// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on a record, and what a list of that shows of each.
#pragma once

#include <ui/models/record_list_model.h>

namespace dtp
{

// A record type that refers to another, and by which field.
struct Relation {
    Entity child;
    const char* linkField;
};
std::vector<Relation> relationsTo(Entity owner);

// Two columns: the other side, or what says most; and the rest in one line. otherField: the reference to the other
// side, -1 when there is none.
std::vector<ListColumn> relatedColumns(Entity child, const QByteArray& linkField, int otherField);

} // namespace dtp
