// SPDX-License-Identifier: GPL-3.0-or-later
// How people call the types of records, on a command line and in the name of a file.
#pragma once

#include <records/entity.h>

#include <QString>
#include <span>

namespace dtp
{

// The one of these types that is called so: by its table, in the singular or the plural, in English or translated, by
// another word for it ("editions", "participants"), or by the last word of its name ("memberships") when no other
// ends with that. None: no type, or more than one.
Entity typeCalled(const QString& name, std::span<const Entity> types);

// One word for a type on a command line: "participations"; typeCalled() understands it.
QString typeWord(Entity entity);

} // namespace dtp
