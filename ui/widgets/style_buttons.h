// SPDX-License-Identifier: GPL-3.0-or-later
// How buttons are drawn, and the rounded ground that they share with other controls. Inside of this room.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QStyleOption;
class QWidget;

namespace dtp
{

constexpr qreal ControlRadius = 6;
void fillRounded(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line = {}, qreal width = 1,
                 qreal radius = ControlRadius);

bool isPrimary(const QWidget* widget);
// Whatever has the keys shows it, however it got them.
void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget);

} // namespace dtp
