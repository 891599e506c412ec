// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/theme_colours.h>

#include <QGuiApplication>

namespace dtp
{

namespace
{
const ThemeColours light{QColor(0xf6, 0xf8, 0xf8),
                         QColor(0xff, 0xff, 0xff),
                         QColor(0xeb, 0xf0, 0xf0),
                         QColor(0xf0, 0xf4, 0xf4),
                         QColor(0xdc, 0xe3, 0xe3),
                         QColor(0x1b, 0x25, 0x26),
                         QColor(0x58, 0x66, 0x68),
                         QColor(0x0e, 0x67, 0x68),
                         QColor(0xff, 0xff, 0xff),
                         QColor(0xdc, 0xee, 0xed),
                         QColor(0x26, 0x66, 0x2f),
                         QColor(0xe1, 0xf1, 0xe2),
                         QColor(0x80, 0x52, 0x00),
                         QColor(0xfb, 0xee, 0xd3),
                         QColor(0x9e, 0x2c, 0x26),
                         QColor(0xfb, 0xe5, 0xe3),
                         false};
const ThemeColours dark{QColor(0x17, 0x1c, 0x1d),
                        QColor(0x1f, 0x26, 0x27),
                        QColor(0x12, 0x17, 0x18),
                        QColor(0x28, 0x31, 0x32),
                        QColor(0x35, 0x40, 0x42),
                        QColor(0xe5, 0xeb, 0xeb),
                        QColor(0x9f, 0xae, 0xb0),
                        QColor(0x55, 0xbf, 0xb8),
                        QColor(0x06, 0x20, 0x1e),
                        QColor(0x1c, 0x3d, 0x3c),
                        QColor(0x8c, 0xcf, 0x92),
                        QColor(0x20, 0x38, 0x23),
                        QColor(0xe8, 0xbb, 0x66),
                        QColor(0x3d, 0x31, 0x19),
                        QColor(0xf4, 0x92, 0x88),
                        QColor(0x46, 0x25, 0x22),
                        true};
} // namespace

const ThemeColours& themeColours(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark : light;
}

const ThemeColours& themeColours()
{
    const QPalette own = QGuiApplication::palette();
    return themeColours(own);
}

const ThemeColours& lightColours()
{
    return light;
}

const ThemeColours& darkColours()
{
    return dark;
}

} // namespace dtp
