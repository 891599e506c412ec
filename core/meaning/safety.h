// SPDX-License-Identifier: GPL-3.0-or-later
// How careful to be with a person.
#pragma once

#include <base/result.h>
#include <records/people.h>

#include <vector>

namespace dtp
{

class Store;

bool needsCare(const Person& person);
bool isAtRisk(const Person& person);

// Keys of everybody who needs care, sorted.
Result<std::vector<qint64>> peopleWithCare(const Store& store);
// SQL: the same about the person that the statement calls `alias`.
QByteArray needsCare(const char* alias);

} // namespace dtp
