// SPDX-License-Identifier: GPL-3.0-or-later
// What import must know of a record type beyond its field table: by what its records are named, and which row is which
// record.
#pragma once

#include <records/entity.h>

#include <QString>
#include <optional>
#include <vector>

namespace dtp
{

struct ImportRule {
    Entity entity;
    std::vector<const char*> namedBy = {}; // fields by which others name such a record; the first is its title
    std::vector<const char*> sameBy = {};  // fields that make two records the same one; empty: the title
    std::vector<const char*> apartBy = {}; // and that tell them apart where both say something else
    const char* when = "";                 // date whose year tells records of one title apart
    const char* series = "";               // reference to what it is named after together with a year
    const char* personOf = "";             // reference to what belongs to a person: named by that person and its day
    bool isImportable = true;              // false: only named in rows of others
    bool mayBeMade = false;                // made by its title where it is named and not known, when that is asked for
    bool isExact = false; // nobody is made whom a row names, and a row that several records fit is told, not guessed
};

const ImportRule* importRule(Entity entity); // nullptr where there is none

// The types that import understands, people first.
const std::vector<Entity>& importableTypes();
// The one of them that is called so, as typeCalled() says.
std::optional<Entity> importableTypeFromText(const QString& text);
// "people|organisations|…", as they are written on a command line.
QString importableTypeWords();

} // namespace dtp
