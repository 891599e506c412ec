// SPDX-License-Identifier: GPL-3.0-or-later
// People on their way from one list to another, by mouse.
#pragma once

#include <base/id.h>
#include <records/people.h>

#include <QMimeData>
#include <vector>

namespace dtp
{

// Keys as decimal numbers, one a line.
inline constexpr char PersonIdsMime[] = "application/x-dtp-person-ids";

QMimeData* mimeDataOf(const std::vector<qint64>& people);
std::vector<Id<Person>> peopleIn(const QMimeData& data); // what is no key is passed over

} // namespace dtp
