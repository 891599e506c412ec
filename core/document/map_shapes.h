// SPDX-License-Identifier: GPL-3.0-or-later
// The outlines of Asia and the Pacific, from Natural Earth (public domain, https://www.naturalearthdata.com).
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

namespace dtp
{

// Lengths in degrees: x eastward from Greenwich beyond 180, y downward, stretched so that the tropics keep their
// shape.
struct MapShape {
    QString code; // ISO 3166 alpha-2
    QPainterPath path;
    QRectF bounds;
    QRectF mainland;      // of the part that the centre lies in, or of all
    QPointF centre;       // where its number stands, and the dot of a small one
    bool isSmall = false; // too small to be seen: shown as a dot
};
const std::vector<MapShape>& mapShapes(); // read once; empty only when the program was built without its map
QRectF mapArea();                         // what is shown
QPointF mapPoint(double longitude, double latitude);

} // namespace dtp
