// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/cover_facts.h>
#include <document/map_shapes.h>
#include <writers/pdf_cover.h>

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

namespace dtp
{

namespace
{
constexpr double rhythm = PageDesign::rhythm;
constexpr double dotStep = 1.75; // degrees

// The region as a field of dots, tone in tone. within: whole dots only, since half ones at an edge look like dirt.
void paintDots(QPainter& painter, const PageDesign& design, const QRectF& area, const QRectF& within)
{
    const QRectF world = mapArea();
    const int columns = static_cast<int>(world.width() / dotStep);
    const int rows = static_cast<int>(world.height() / dotStep);
    QImage land(columns, rows, QImage::Format_RGB32);
    land.fill(Qt::black);
    QPainter raster(&land);
    raster.scale(1 / dotStep, 1 / dotStep);
    raster.translate(-world.left(), -world.top());
    raster.setPen(QPen(Qt::white, 0.6)); // so that islands are met by a dot
    raster.setBrush(Qt::white);
    for (const MapShape& shape : mapShapes()) {
        if (shape.path.isEmpty())
            raster.drawPoint(shape.centre);
        raster.drawPath(shape.path);
    }
    raster.end();
    const double step = area.width() / columns;
    QPolygonF dots;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x)
            if (qGray(land.pixel(x, y)) > 127)
                if (const QPointF dot(area.left() + (x + 0.5) * step, area.top() + (y + 0.5) * step);
                    within.contains(dot))
                    dots << dot;
    painter.setPen(QPen(design.coverDots, 0.62 * step, Qt::SolidLine, Qt::RoundCap));
    painter.drawPoints(dots);
}

// As large as lets it stand in a few lines.
TextBox titleBox(const PageDesign& design, const QString& title)
{
    const double width = design.width - design.hang - 96 * pt;
    for (const double size : {36.0, 28.0}) {
        TextStyle style = design.style(size * pt, (size + 8) * pt, Qt::white);
        style.bold = true;
        TextBox box(title, style, width);
        if (box.lineCount() <= 4)
            return box;
    }
    TextStyle style = design.style(PageDesign::large, 4 * rhythm, Qt::white);
    style.bold = true;
    return TextBox(title, style, width, 9);
}

} // namespace

void paintCover(QPainter& painter, const PageDesign& design, const Document& document, const CoverText& text)
{
    const double band = design.height * 0.64;
    painter.fillRect(QRectF(-pt, -pt, design.width + 3 * pt, band + pt), design.accent);
    const double mapWidth = design.width * 1.08;
    const QRectF world = mapArea();
    const QRectF within = QRectF(0, 0, design.width, band).adjusted(6 * pt, 6 * pt, -6 * pt, -6 * pt);
    paintDots(painter, design, {design.width * 0.02, 104 * pt, mapWidth, mapWidth * world.height() / world.width()},
              within);

    TextStyle onBand = design.style(PageDesign::body, 2 * rhythm, Qt::white);
    onBand.bold = true;
    const double wide = design.right() - design.hang;
    TextBox(document.organisation, onBand, wide, 2).draw(painter, {design.hang, 64 * pt});
    const TextBox title = titleBox(design, document.title);
    const double titleTop = band - 5 * rhythm - title.height();
    title.draw(painter, {design.hang, titleTop});
    painter.fillRect(QRectF(design.hang, titleTop - 3 * rhythm, 6 * rhythm, 3 * pt), design.accentTint);

    double y = band + 4 * rhythm;
    const TextBox subtitle(document.subtitle, design.style(PageDesign::medium, 3 * rhythm, design.ink), wide, 4);
    subtitle.draw(painter, {design.hang, y});
    y += subtitle.height() + (subtitle.lineCount() > 0 ? rhythm : 0);
    const TextBox place(placeAndDay(document).join(QStringLiteral("  ·  ")),
                        design.style(PageDesign::body, 2 * rhythm, design.muted), wide, 2);
    place.draw(painter, {design.hang, y});
    y += place.height();
    TextBox(document.author, design.style(PageDesign::body, 2 * rhythm, design.muted), wide, 1)
        .draw(painter, {design.hang, y});

    const TextStyle label = design.note();
    TextStyle value = design.smallText();
    value.bold = true;
    const double foot = design.height - 64 * pt - 4.5 * rhythm;
    painter.fillRect(QRectF(design.hang, foot - 1.5 * rhythm, wide, 0.4 * pt), design.hairline);
    TextBox(QCoreApplication::translate("Pdf", "Made for"), label, wide).draw(painter, {design.hang, foot});
    TextBox(text.madeFor, value, wide, 1).draw(painter, {design.left, foot});
    TextBox(QCoreApplication::translate("Pdf", "Shows"), label, wide)
        .draw(painter, {design.hang, foot + 1.5 * rhythm});
    TextBox(text.contents, design.smallText(), design.textWidth(), 3)
        .draw(painter, {design.left, foot + 1.5 * rhythm});
}

} // namespace dtp
