// SPDX-License-Identifier: GPL-3.0-or-later
// People as they are now, with all that hangs on them.
#pragma once

#include <import_people/person_state.h>

namespace dtp
{

// In the order of these keys, some hundred at a time.
Result<std::vector<PersonState>> readPeople(const Store& store, const std::vector<qint64>& people);

} // namespace dtp
