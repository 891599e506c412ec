// SPDX-License-Identifier: GPL-3.0-or-later
// Simplified and traditional Chinese characters, which are the same name: 吴敏 and 吳敏. By the rules of ICU.
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

bool hasHan(const QString& text);
// Of the same length.
QString inSimplifiedHan(QString text);
// A word in all ways in which its characters may be written, itself first; a few of them where they are very many.
QStringList hanSpellings(const QString& word);

} // namespace dtp
