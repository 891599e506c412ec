// SPDX-License-Identifier: GPL-3.0-or-later
// All that can leave, to choose from: what fits where one is first, then by what it is, under headings.
#pragma once

#include <QString>

class QComboBox;

namespace dtp
{

// The data of an entry is its key in the catalogue; headings have none and cannot be chosen. Chooses `key`.
void fillExports(QComboBox& box, const QString& key);

} // namespace dtp
