// SPDX-License-Identifier: GPL-3.0-or-later
// What the charts share among themselves; not for others.
#pragma once

#include <document/counts_painter.h>
#include <document/text_box.h>

namespace dtp
{

TextStyle chartText(const ChartStyle& style, const QColor& color, bool bold = false);
double titleHeight(const CountsBlock& block, const ChartStyle& style, double width);
void paintTitle(QPainter& painter, const CountsBlock& block, const ChartStyle& style, const QRectF& area);

} // namespace dtp
