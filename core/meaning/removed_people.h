// SPDX-License-Identifier: GPL-3.0-or-later
// Who was in the file and is not in it any more, as the history of the file still tells it.
#pragma once

#include <base/result.h>
#include <records/people.h>

#include <QStringList>
#include <vector>

namespace dtp
{

class Store;

struct RemovedPerson {
    Person person; // as she was last
    QStringList otherNames;
    QStringList contacts;
};

// Those who needed care at any time, by key: who was removed, and whose coming was undone. Not those of a change of
// thousands of records, which the history does not tell one by one, and not whoever was erased.
Result<std::vector<RemovedPerson>> removedPeopleWithCare(const Store& store);

} // namespace dtp
