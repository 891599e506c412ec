// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts by how they set words.
#pragma once

#include <QChar>

namespace dtp
{

// Of a script whose words stand together without spaces.
inline bool isOfUnbrokenScript(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

} // namespace dtp
