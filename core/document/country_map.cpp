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

QTransform toPaperOf(const QRectF& map)
{
    const QRectF world = mapArea();
    QTransform transform;
    transform.translate(map.left(), map.top());
    transform.scale(map.width() / world.width(), map.height() / world.height());
    transform.translate(-world.left(), -world.top());
    return transform;
}

TextStyle numberStyle(const ChartStyle& style)
{
    TextStyle text = chartText(style, style.palette.ink);
    text.size = 0.9 * style.textSize;
    text.lineHeight = 1.2 * text.size;
    return text;
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
        map = QRectF(area.left() + (area.width() - world.width() * scale) / 2, area.top() + head,
                     world.width() * scale, world.height() * scale);
        whole = area;
        toPaper = toPaperOf(map);
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

int CountryMap::levelOf(const QString& code) const
{
    const CountItem* item = itemOf(code);
    if (!item)
        return noNumber;
    if (item->atLeastHidden)
        return hiddenNumber;
    // Few steps are spread over the whole range of lightness.
    const int last = static_cast<int>(m_steps.size()) - 1;
    return last <= 0 ? 2 : std::max(0, stepOf(m_steps, item->count)) * 4 / last;
}

QColor CountryMap::colorOf(int level) const
{
    if (level == hiddenNumber)
        return m_style.palette.paper;
    return level == noNumber ? m_style.palette.land : m_style.palette.steps[static_cast<size_t>(level)];
}

std::vector<CountryMap::LegendEntry> CountryMap::legend() const
{
    std::vector<LegendEntry> entries;
    const int last = static_cast<int>(m_steps.size()) - 1;
    for (size_t i = 0; i < m_steps.size(); ++i)
        entries.push_back({last <= 0 ? 2 : static_cast<int>(i) * 4 / last, stepText(m_steps, i, m_largest)});
    const auto isHidden = [](const CountItem& item) { return item.atLeastHidden && !item.code.isEmpty(); };
    if (std::any_of(m_block.items.begin(), m_block.items.end(), isHidden))
        entries.push_back({hiddenNumber, QCoreApplication::translate("Charts", "number not shown")});
    entries.push_back({noNumber, QCoreApplication::translate("Charts", "none")});
    return entries;
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
        const int level = levelOf(shape.code);
        painter.setPen(QPen(level == hiddenNumber ? m_style.palette.accent : m_style.palette.paper, border));
        painter.setBrush(shape.code == highlighted ? m_style.palette.strong : colorOf(level));
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

// Numbers stand inside the larger countries and beside dots and small ones, the large numbers first; one that would
// cover another, or stand on another country, is left out: the colour says its step, and the window its number.
std::vector<CountryMap::Number> CountryMap::numbersIn(const QRectF& map) const
{
    struct Place {
        const MapShape* shape;
        const CountItem* item;
        QPainterPath onPaper;
    };
    const QTransform toPaper = toPaperOf(map);
    std::vector<Place> places;
    for (const MapShape& shape : mapShapes())
        if (const CountItem* item = itemOf(shape.code); item && !item->atLeastHidden)
            places.push_back({&shape, item, toPaper.map(shape.path)});
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.item->count > b.item->count; });
    const TextStyle style = numberStyle(m_style);
    const double gap = 0.7 * m_style.rhythm;
    std::vector<Number> numbers;
    // Of a line of text, letters take the middle.
    const auto lettersOf = [&](const QRectF& box) {
        return box.adjusted(0, 0.2 * style.lineHeight, 0, -0.2 * style.lineHeight);
    };
    const auto isFree = [&](const QRectF& box) {
        const auto covers = [&](const Number& other) { return other.box.adjusted(-gap, 0, gap, 0).intersects(box); };
        const auto isBelow = [&](const Place& other) {
            return !other.shape->isSmall && other.onPaper.intersects(lettersOf(box));
        };
        return map.contains(box) && std::none_of(numbers.begin(), numbers.end(), covers) &&
               std::none_of(places.begin(), places.end(), isBelow);
    };
    for (const Place& place : places) {
        const QString text = countText(*place.item);
        const QPointF centre = toPaper.map(place.shape->centre);
        const QRectF inside(centre - QPointF(textWidth(text, style), style.lineHeight) / 2,
                            QSizeF(textWidth(text, style), style.lineHeight));
        if (!place.shape->isSmall && place.onPaper.contains(lettersOf(inside))) {
            numbers.push_back({place.shape->code, text, inside, true});
            continue;
        }
        const QRectF dot = QRectF(centre, QSizeF()).adjusted(-gap, -gap, gap, gap);
        const QRectF mainland = toPaper.mapRect(place.shape->mainland).adjusted(-gap / 2, 0, gap / 2, 0);
        const QRectF around = place.shape->isSmall ? dot : mainland;
        std::vector<QPointF> corners{{around.right(), inside.top()}, {around.left() - inside.width(), inside.top()}};
        if (place.shape->isSmall)
            corners.emplace_back(inside.left(), dot.bottom());
        else // under the islands, where beside the largest lies another
            corners.emplace_back(inside.left(),
                                 toPaper.mapRect(place.shape->bounds).bottom() - 0.2 * style.lineHeight);
        for (const QPointF& topLeft : corners) {
            const QRectF box(topLeft, inside.size());
            if (!isFree(box))
                continue;
            numbers.push_back({place.shape->code, text, box, false});
            break;
        }
    }
    return numbers;
}

void CountryMap::paintNumbers(QPainter& painter, const Frame& frame, const QString& highlighted) const
{
    TextStyle style = numberStyle(m_style);
    for (const Number& number : numbersIn(frame.map)) {
        const QColor behind = number.code == highlighted ? m_style.palette.strong : colorOf(levelOf(number.code));
        style.color = !number.isInside           ? m_style.palette.ink
                      : luminance(behind) > 0.55 ? QColor(0x10, 0x24, 0x25)
                                                 : QColor(0xFF, 0xFF, 0xFF);
        TextBox(number.text, style, 2 * number.box.width() + m_style.rhythm).draw(painter, number.box.topLeft());
    }
}

void CountryMap::paintLegend(QPainter& painter, const Frame& frame) const
{
    TextStyle style = chartText(m_style, m_style.palette.muted);
    const double box = 1.25 * m_style.rhythm;
    double x = frame.whole.left();
    const double y = frame.map.bottom() + m_style.rhythm;
    for (const LegendEntry& entry : legend()) {
        painter.setPen(entry.level == hiddenNumber ? QPen(m_style.palette.accent, m_style.rhythm / 10)
                                                   : QPen(Qt::NoPen));
        painter.setBrush(colorOf(entry.level));
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
