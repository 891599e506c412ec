// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the window, light and dark: models give them to cells, widgets paint with them.
#pragma once

#include <QColor>
#include <QPalette>

namespace dtp
{

// Colours beside those of QPalette. Text on a soft colour keeps a contrast of 4.5:1 with its strong colour.
struct ThemeColours {
    QColor window, base, sidebar, hover, line;
    QColor text, muted;
    QColor accent, accentText, accentSoft;
    QColor good, goodSoft, warning, warningSoft, danger, dangerSoft;
    bool isDark;
};
const ThemeColours& themeColours(const QPalette& palette);
const ThemeColours& themeColours(); // of the program's own palette
// The light ones and the dark ones.
const ThemeColours& lightColours();
const ThemeColours& darkColours();

} // namespace dtp
