// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/map_shapes.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dtp
{

namespace
{
constexpr double stretch = 1.08; // true at 22 degrees of latitude

QPainterPath pathOf(const QJsonArray& polygons)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const QJsonValue& polygon : polygons) {
        for (const QJsonValue& ring : polygon.toArray()) {
            QPolygonF points;
            for (const QJsonValue& value : ring.toArray()) {
                const QJsonArray point = value.toArray();
                points << mapPoint(point.at(0).toDouble(), point.at(1).toDouble());
            }
            path.addPolygon(points);
            path.closeSubpath();
        }
    }
    return path;
}

// The middle of all islands together may be open sea: these stand where most people live.
QPointF centreOf(const QString& code, const QJsonArray& given)
{
    if (code == QLatin1String("KI"))
        return mapPoint(173, 1.4);
    if (code == QLatin1String("MY"))
        return mapPoint(102.2, 4);
    if (code == QLatin1String("ID"))
        return mapPoint(113.8, -1);
    if (code == QLatin1String("IN"))
        return mapPoint(78.6, 22);
    if (code == QLatin1String("VN"))
        return mapPoint(105.6, 21.2);
    return mapPoint(given.at(0).toDouble(), given.at(1).toDouble());
}

QRectF mainlandOf(const MapShape& shape)
{
    for (const QPolygonF& part : shape.path.toSubpathPolygons())
        if (part.containsPoint(shape.centre, Qt::OddEvenFill))
            return part.boundingRect();
    return shape.bounds;
}

std::vector<MapShape> readShapes()
{
    std::vector<MapShape> shapes;
    QFile file(QStringLiteral(":/map/asia-pacific.geojson"));
    if (!file.open(QIODevice::ReadOnly))
        return shapes;
    const QJsonArray features =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("features")).toArray();
    for (const QJsonValue& value : features) {
        const QJsonObject feature = value.toObject();
        const QJsonObject properties = feature.value(QStringLiteral("properties")).toObject();
        const QJsonObject geometry = feature.value(QStringLiteral("geometry")).toObject();
        MapShape shape;
        shape.code = feature.value(QStringLiteral("id")).toString();
        if (geometry.value(QStringLiteral("type")).toString() == QLatin1String("MultiPolygon"))
            shape.path = pathOf(geometry.value(QStringLiteral("coordinates")).toArray());
        shape.bounds = shape.path.boundingRect();
        shape.centre = centreOf(shape.code, properties.value(QStringLiteral("c")).toArray());
        shape.mainland = mainlandOf(shape);
        shape.isSmall = properties.contains(QStringLiteral("small"));
        shapes.push_back(std::move(shape));
    }
    return shapes;
}
} // namespace

QPointF mapPoint(double longitude, double latitude)
{
    return {longitude, -latitude * stretch};
}

QRectF mapArea()
{
    return {mapPoint(57, 54), mapPoint(212, -48)};
}

const std::vector<MapShape>& mapShapes()
{
    static const std::vector<MapShape> shapes = readShapes();
    return shapes;
}

} // namespace dtp
