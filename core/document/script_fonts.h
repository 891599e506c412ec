// SPDX-License-Identifier: GPL-3.0-or-later
// Which font writes which script. Named one by one, because what a system falls back to depends on what is installed.
#pragma once

#include <QFont>
#include <QString>
#include <vector>

namespace dtp
{

// The family for Latin, Greek and Cyrillic, and for what belongs to no script.
QString baseFontFamily(); // "Noto Sans"

struct FontStretch {
    qsizetype start = 0;
    qsizetype length = 0;
    QString family;
};
// The stretches of a text that the base family cannot write. Digits and punctuation go with the letters before them.
// Han characters are set in Korean, Japanese or Chinese shapes by the company they are in.
std::vector<FontStretch> fontStretches(const QString& text);

// The base family in this size: not hinted, so that a line is as long on paper as it was when it was broken.
QFont baseFont(double pixelSize, bool bold = false, bool italic = false);

} // namespace dtp
