// SPDX-License-Identifier: GPL-3.0-or-later
// How a page looks: measures, type and colours, in one place. Lengths are tenths of a point; distances go in steps of
// 8 pt, type has four sizes. A column for numbers and marks hangs to the left of the text.
#pragma once

#include <document/counts_painter.h>
#include <document/text_box.h>

namespace dtp
{

constexpr double pt = 10;

struct PageDesign {
    explicit PageDesign(bool landscape = false)
    {
        if (landscape)
            std::swap(width, height);
    }

    double width = 595.3 * pt; // A4
    double height = 841.9 * pt;
    double hang = 64 * pt;   // where numbers, wide tables and maps begin
    double left = 120 * pt;  // where text begins
    double margin = 64 * pt; // at the right
    double top = 96 * pt;
    double foot = 88 * pt;

    double right() const { return width - margin; }
    double bottom() const { return height - foot; }
    double textWidth() const { return right() - left; }
    double fullWidth() const { return right() - hang; }

    static constexpr double rhythm = 8 * pt;
    static constexpr double small = 8.5 * pt;
    static constexpr double body = 10 * pt;
    static constexpr double formBody = 11 * pt; // is read on paper, by whoever is asked
    static constexpr double medium = 14 * pt;
    static constexpr double large = 22 * pt;

    QColor ink{0x17, 0x2B, 0x2C};
    QColor muted{0x5A, 0x6B, 0x6B};
    QColor accent{0x0A, 0x50, 0x54};
    QColor accentTint{0x8C, 0xC0, 0xBD};
    QColor hairline{0xD3, 0xDB, 0xDA};
    QColor coverDots{0x1C, 0x65, 0x68};

    TextStyle text() const { return style(body, 2 * rhythm, ink); }
    TextStyle smallText() const { return style(small, 1.5 * rhythm, ink); }
    TextStyle formText() const { return style(formBody, 2 * rhythm, ink); }
    TextStyle note() const { return style(small, 1.5 * rhythm, muted); }
    TextStyle heading(int level) const
    {
        TextStyle s = level == 1   ? style(large, 4 * rhythm, accent)
                      : level == 2 ? style(medium, 3 * rhythm, ink)
                                   : style(body, 2 * rhythm, level == 3 ? accent : muted);
        s.bold = true;
        return s;
    }
    TextStyle style(double size, double lineHeight, const QColor& color) const
    {
        TextStyle s;
        s.size = size;
        s.lineHeight = lineHeight;
        s.color = color;
        s.linkColor = QColor(0x1B, 0x74, 0x76);
        return s;
    }
    ChartStyle chart() const
    {
        ChartStyle s;
        s.textSize = small;
        s.rhythm = rhythm;
        return s;
    }
};

} // namespace dtp
