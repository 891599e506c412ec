// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that are written by their names or numbers: "&oacute;", "&#83;", "\u0053", "%53".
#pragma once

#include <QString>

namespace dtp
{

// What the reference that begins at `at` stands for, and how many signs it is written with; 0: there is none.
struct CharacterReference {
    QString stands;
    qsizetype length = 0;
};
CharacterReference characterReferenceAt(const QString& text, qsizetype at);

} // namespace dtp
