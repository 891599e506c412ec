// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/random.h>
#include <sample/sample_pictures.h>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace dtp
{

namespace
{
constexpr int width = 1200;
constexpr int height = 720;

const std::array<QColor, 4>& colors()
{
    static const std::array<QColor, 4> all = {QColor(0xE9, 0xB4, 0x4C), QColor(0x6F, 0xA8, 0x9B),
                                              QColor(0xD9, 0x7B, 0x5C), QColor(0x7C, 0x93, 0xC3)};
    return all;
}

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

// A card with lines of writing that nobody can read.
void drawCard(QPainter& painter, QPointF centre, double angle, const QColor& color, Random& random)
{
    painter.save();
    painter.translate(centre);
    painter.rotate(angle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 36));
    painter.drawRoundedRect(QRectF(-58, -37, 122, 82), 5, 5);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(-62, -42, 122, 82), 5, 5);
    painter.setPen(QPen(color.darker(190), 4, Qt::SolidLine, Qt::RoundCap));
    for (int line = 0; line < 3; ++line) {
        const double y = -20 + 20 * line;
        painter.drawLine(QPointF(-46, y), QPointF(random.between(-5, 44), y));
    }
    painter.restore();
}

void drawChair(QPainter& painter, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 30));
    painter.drawRoundedRect(QRectF(-26, -22, 60, 60), 12, 12);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(-30, -28, 60, 60), 12, 12);
    painter.setBrush(color.darker(135));
    painter.drawRoundedRect(QRectF(-32, -36, 64, 16), 8, 8);
}
} // namespace

QByteArray pictureOfCards()
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(0xF3, 0xEC, 0xE0));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    Random random(28);
    painter.setPen(QPen(QColor(0xD8, 0xCB, 0xB5), 3));
    for (int column = 1; column < 4; ++column)
        painter.drawLine(column * 300, 60, column * 300, height - 60);
    for (int column = 0; column < 4; ++column) {
        const QColor& color = colors()[static_cast<size_t>(column)];
        painter.setPen(Qt::NoPen);
        painter.setBrush(color.darker(130));
        painter.drawRoundedRect(QRectF(column * 300 + 60, 48, 180, 34), 17, 17);
        const int cards = 8 + random.below(3);
        for (int i = 0; i < cards; ++i) {
            const QPointF centre(column * 300 + 90 + 125 * (i % 2) + random.between(-12, 12),
                                 155 + 112 * (i / 2) + random.between(-10, 10));
            drawCard(painter, centre, random.between(-7, 7), color.lighter(100 + random.below(18)), random);
        }
    }
    painter.end();
    return png(image);
}

QByteArray pictureOfCircle()
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(0xE4, 0xD8, 0xC3));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0xD6, 0xC7, 0xAC), 2));
    for (int board = 60; board < height; board += 60)
        painter.drawLine(0, board, width, board);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xB5, 0x6B, 0x4F));
    painter.drawEllipse(QPointF(600, 360), 215, 165);
    painter.setBrush(QColor(0xC9, 0x86, 0x66));
    painter.drawEllipse(QPointF(600, 360), 180, 134);
    Random random(10);
    constexpr int chairs = 22;
    for (int i = 0; i < chairs; ++i) {
        const double angle = 2 * M_PI * i / chairs;
        painter.save();
        painter.translate(600 + 430 * std::cos(angle), 360 + 285 * std::sin(angle));
        painter.rotate(qRadiansToDegrees(std::atan2(285 * std::sin(angle), 430 * std::cos(angle))) + 90);
        drawChair(painter, colors()[static_cast<size_t>(random.below(4))]);
        painter.restore();
    }
    for (int i = 0; i < 9; ++i) // what was brought from home lies in the middle
        drawCard(painter, QPointF(600 + random.between(-90, 90), 360 + random.between(-70, 70)),
                 random.between(0, 180), QColor(0xFB, 0xF6, 0xEA), random);
    painter.end();
    return png(image);
}

} // namespace dtp
