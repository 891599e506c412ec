// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps of a name.
#pragma once

#include <QString>

namespace dtp
{

// Folded words of a full name, sorted: equal for "Sok Dara", "DARA Sok" and "dara  sok".
QString nameKeyOf(const QString& name);

} // namespace dtp
