// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/chart_parts.h>
#include <document/map_shapes.h>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QTransform>

namespace dtp
{

namespace
{
double luminance(const QColor& color)
{
    return 0.299 * color.redF() + 0.587 * color.greenF() + 0.114 * color.blueF();
}
} // namespace

std::vector<int> stepsFor(int largest)
{
    std::vector<int> bounds;
    if (largest <= 0)
        return bounds;
    if (largest <= 5) {
        for (int i = 1; i <= largest; ++i)
            bounds.push_back(i);
        return bounds;
    }
    for (qint64 ten = 1; ten <= largest; ten *= 10)
        for (const qint64 digit : {1, 2, 5})
            if (ten * digit <= largest)
                bounds.push_back(static_cast<int>(ten * digit));
    if (bounds.size() > 5)
        bounds.erase(bounds.begin(), bounds.end() - 5);
    bounds.front() = 1;
    return bounds;
}

QString stepText(const std::vector<int>& steps, size_t step, int largest)
{
    const QLocale locale;
    const int from = steps[step];
    const int to = step + 1 < steps.size() ? steps[step + 1] - 1 : largest;
    if (from == to)
        return locale.toString(from);
    return locale.toString(from) + QChar(0x2013) + locale.toString(to);
}

int stepOf(const std::vector<int>& steps, int count)
{
    const auto above = std::upper_bound(steps.begin(), steps.end(), count);
    return static_cast<int>(above - steps.begin()) - 1;
}

// Where the map lies, and how degrees become lengths.
struct CountryMap::Frame {
    Frame(const QRectF& area, double head, double foot)
    {
        const QRectF world = mapArea();
        const double scale = std::min(area.width() / world.width(), (area.height() - head - foot) / world.height());
        map = QRectF(area.left() + (area.width() - world.width() * scale) / 2, area.top() + head, world.width() * scale,
                     world.height() * scale);
        whole = area;
        toPaper.translate(map.left(), map.top());
        toPaper.scale(scale, scale);
        toPaper.translate(-world.left(), -world.top());
    }
    QRectF whole;
    QRectF map;
    QTransform toPaper;
};

CountryMap::CountryMap(const CountsBlock& block, const ChartStyle& style) : m_block(block), m_style(style)
{
    for (const CountItem& item : m_block.items)
        if (!item.atLeastHidden && !item.code.isEmpty())
            m_largest = std::max(m_largest, item.count);
    m_steps = stepsFor(m_largest);
}

const CountItem* CountryMap::itemOf(const QString& code) const
{
    for (const CountItem& item : m_block.items)
        if (item.code == code && !code.isEmpty() && (item.count > 0 || item.atLeastHidden))
            return &item;
    return nullptr;
}

bool CountryMap::hasHidden() const
{
    return std::any_of(m_block.items.begin(), m_block.items.end(),
                       [](const CountItem& item) { return item.atLeastHidden && !item.code.isEmpty(); });
}

QColor CountryMap::colorOf(const CountItem* item) const
{
    if (!item)
        return m_style.palette.land;
    if (item->atLeastHidden)
        return m_style.palette.paper;
    // Few steps are spread over the whole range of lightness.
    const auto step = static_cast<size_t>(std::max(0, stepOf(m_steps, item->count)));
    const size_t last = std::max<size_t>(1, m_steps.size() - 1);
    return m_steps.size() == 1 ? m_style.palette.steps[2] : m_style.palette.steps[step * 4 / last];
}

QString CountryMap::elsewhereText() const
{
    QStringList places;
    for (const CountItem& item : m_block.items) {
        const auto onMap = [&](const MapShape& shape) { return shape.code == item.code; };
        const bool isShown = !item.code.isEmpty() && std::any_of(mapShapes().begin(), mapShapes().end(), onMap);
        if (!isShown && (item.count > 0 || item.atLeastHidden))
            places << QString(item.label + QLatin1Char(' ') + countText(item));
    }
    if (places.isEmpty())
        return {};
    return QCoreApplication::translate("Charts", "Not on the map: %1").arg(places.join(QStringLiteral(", ")));
}

double CountryMap::elsewhereHeight(double width) const
{
    const QString text = elsewhereText();
    return text.isEmpty() ? 0 : TextBox(text, chartText(m_style, m_style.palette.muted), width).height();
}

double CountryMap::heightFor(double width) const
{
    const QRectF world = mapArea();
    return titleHeight(m_block, m_style, width) + width * world.height() / world.width() + 3 * m_style.rhythm +
           elsewhereHeight(width);
}

void CountryMap::paint(QPainter& painter, const QRectF& area, const QString& highlighted) const
{
    const double head = titleHeight(m_block, m_style, area.width());
    const Frame frame(area, head, 3 * m_style.rhythm + elsewhereHeight(area.width()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintTitle(painter, m_block, m_style, area);
    paintCountries(painter, frame, highlighted);
    paintNumbers(painter, frame, highlighted);
    paintLegend(painter, frame);
    painter.restore();
}

void CountryMap::paintCountries(QPainter& painter, const Frame& frame, const QString& highlighted) const
{
    painter.save();
    painter.setClipRect(frame.map);
    const auto choose = [&](const MapShape& shape, double border) {
        const CountItem* item = itemOf(shape.code);
        painter.setPen(QPen(item && item->atLeastHidden ? m_style.palette.accent : m_style.palette.paper, border));
        painter.setBrush(shape.code == highlighted ? m_style.palette.strong : colorOf(item));
    };
    for (const MapShape& shape : mapShapes()) {
        choose(shape, m_style.rhythm / 16);
        painter.drawPath(frame.toPaper.map(shape.path));
    }
    const double radius = 0.45 * m_style.rhythm;
    for (const MapShape& shape : mapShapes()) {
        if (!shape.isSmall || (!itemOf(shape.code) && shape.code != highlighted))
            continue;
        choose(shape, m_style.rhythm / 10);
        painter.drawEllipse(frame.toPaper.map(shape.centre), radius, radius);
    }
    painter.restore();
}

// Numbers stand inside the larger countries and beside dots and small ones, the large numbers first; one that would cover
// another is left out: the colour says its step, and the window its number.
void CountryMap::paintNumbers(QPainter& painter, const Frame& frame, const QString& highlighted) const
{
    struct Place {
        const MapShape* shape;
        const CountItem* item;
    };
    std::vector<Place> places;
    for (const MapShape& shape : mapShapes())
        if (const CountItem* item = itemOf(shape.code); item && !item->atLeastHidden)
            places.push_back({&shape, item});
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.item->count > b.item->count; });
    std::vector<QRectF> taken;
    TextStyle style = chartText(m_style, m_style.palette.ink);
    style.size = 0.9 * m_style.textSize;
    style.lineHeight = 1.2 * style.size;
    const double gap = 0.7 * m_style.rhythm;
    for (const Place& place : places) {
        const QString text = countText(*place.item);
        const double width = textWidth(text, style);
        const QPointF centre = frame.toPaper.map(place.shape->centre);
        QRectF box(centre.x() - width / 2, centre.y() - style.lineHeight / 2, width, style.lineHeight);
        const QPainterPath outline = frame.toPaper.map(place.shape->path);
        const QRectF tight = box.adjusted(0, 0.2 * style.lineHeight, 0, -0.2 * style.lineHeight);
        const bool fits = !place.shape->isSmall && outline.contains(tight);
        if (!fits)
            box.moveLeft(place.shape->isSmall ? centre.x() + gap : frame.toPaper.mapRect(place.shape->mainland).right() + gap / 2);
        if (!fits && box.right() > frame.map.right())
            box.moveRight(centre.x() - gap);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(tight) || other.intersects(box); }))
            continue;
        taken.push_back(box);
        const QColor behind = place.shape->code == highlighted ? m_style.palette.strong : colorOf(place.item);
        style.color = !fits ? m_style.palette.ink
                      : luminance(behind) > 0.55 ? QColor(0x10, 0x24, 0x25) : QColor(0xFF, 0xFF, 0xFF);
        TextBox(text, style, 2 * width + gap).draw(painter, box.topLeft());
    }
}

void CountryMap::paintLegend(QPainter& painter, const Frame& frame) const
{
    struct Entry {
        QColor color;
        QString text;
    };
    std::vector<Entry> entries;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        CountItem sample;
        sample.count = m_steps[i];
        entries.push_back({colorOf(&sample), stepText(m_steps, i, m_largest)});
    }
    if (hasHidden())
        entries.push_back({m_style.palette.paper, QCoreApplication::translate("Charts", "number not shown")});
    entries.push_back({m_style.palette.land, QCoreApplication::translate("Charts", "none")});
    TextStyle style = chartText(m_style, m_style.palette.muted);
    const double box = 1.25 * m_style.rhythm;
    double x = frame.whole.left();
    const double y = frame.map.bottom() + m_style.rhythm;
    for (const Entry& entry : entries) {
        painter.setPen(entry.color == m_style.palette.paper ? QPen(m_style.palette.accent, m_style.rhythm / 10) : QPen(Qt::NoPen));
        painter.setBrush(entry.color);
        painter.drawRect(QRectF(x, y + (style.lineHeight - box) / 2, box, box));
        x += box + 0.75 * m_style.rhythm;
        const double width = textWidth(entry.text, style);
        TextBox(entry.text, style, width + 2).draw(painter, {x, y});
        x += width + 2 * m_style.rhythm;
    }
    TextBox(elsewhereText(), style, frame.whole.width()).draw(painter, {frame.whole.left(), y + 2 * m_style.rhythm});
}

QString CountryMap::countryAt(QPointF point, const QRectF& area) const
{
    const double head = titleHeight(m_block, m_style, area.width());
    const Frame frame(area, head, 3 * m_style.rhythm + elsewhereHeight(area.width()));
    if (!frame.map.contains(point))
        return {};
    const QPointF place = frame.toPaper.inverted().map(point);
    // Dots lie on top, and are easier to hit than they are large.
    QString nearest;
    double best = 0.9 * m_style.rhythm;
    for (const MapShape& shape : mapShapes()) {
        if (!shape.isSmall || !itemOf(shape.code))
            continue;
        const QPointF away = frame.toPaper.map(shape.centre) - point;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < best) {
            best = distance;
            nearest = shape.code;
        }
    }
    if (!nearest.isEmpty())
        return nearest;
    for (const MapShape& shape : mapShapes())
        if (shape.bounds.contains(place) && shape.path.contains(place))
            return shape.code;
    return {};
}

} // namespace dtp
