// SPDX-License-Identifier: GPL-3.0-or-later
// Importing in tests: a text becomes a file, the file a plan, the plan a change.
#pragma once

#include "../sheets/sheet_files.h"

#include <import_people/people_import.h>
#include <records/programs.h>
#include <support/fresh_store.h>

#include <QString>

namespace dtp::test
{

ImportPlan planOf(Store& store, const QString& path, MatchPolicy policy = MatchPolicy::Fill);
// The file is read, planned and written; returns the plan.
ImportPlan import(Store& store, const QString& path, MatchPolicy policy = MatchPolicy::Fill);
// "rows 5: 3 new, 1 joined, 1 unchanged, 0 rejected"
QString countsOf(const ImportPlan& plan);
// A line for each row: "2 new Dara Sok: reason | warning".
QStringList fatesOf(const ImportPlan& plan);
QByteArray rejectedOf(const ImportPlan& plan);
QByteArray logOf(const ImportPlan& plan);
// The only person so called.
Person personCalled(const Store& store, const QString& given, const QString& family);

template <class R>
std::vector<R> ofPerson(const Store& store, Id<Person> person)
{
    auto found = store.find<R>(Where("person_id", person));
    return found ? *found : std::vector<R>();
}

} // namespace dtp::test
