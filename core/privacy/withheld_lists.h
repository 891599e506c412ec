// SPDX-License-Identifier: GPL-3.0-or-later
// Names that are withheld one after the other become one phrase, since whoever reads them could count those who may
// not be named. Inside of this room.
#pragma once

#include <QString>
#include <utility>
#include <vector>

namespace dtp
{

// Where several placeholders stand as a list: from and to.
std::vector<std::pair<qsizetype, qsizetype>> listsOfWithheld(const QString& text);
QString withoutListsOfWithheld(QString text);

} // namespace dtp
