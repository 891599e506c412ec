// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/head/portrait.h>

#include <document/picture.h>
#include <ui/widgets/theme.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>

namespace dtp
{

namespace
{
constexpr int LargestSide = 512;
constexpr int LargestSource = 20000; // pixels a side; no camera makes more

QString firstGrapheme(const QString& word)
{
    // A letter with its vowel signs, so that Khmer and Tamil initials are not cut.
    qsizetype end = word.isEmpty() ? 0 : word.at(0).isHighSurrogate() ? 2 : 1;
    while (end < word.size() && word.at(end).isMark())
        ++end;
    return word.left(end);
}
} // namespace

QString initialsOf(const QString& name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString initials = firstGrapheme(words.first()).toUpper();
    if (words.size() > 1)
        initials += firstGrapheme(words.last()).toUpper();
    return initials;
}

Result<QByteArray> readPortrait(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    QByteArray bytes = file.open(QIODevice::ReadOnly) ? pictureAlone(file.readAll()) : QByteArray();
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    QImageReader reader(&source);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!reader.canRead())
        return fail(
            QCoreApplication::translate("Portrait", "“%1” is no picture that can be read. Choose a JPEG or PNG file.")
                .arg(name),
            reader.errorString());
    if (size.width() > LargestSource || size.height() > LargestSource)
        return fail(QCoreApplication::translate(
                        "Portrait", "“%1” is too large for a portrait: %2 by %3 pixels. Make it smaller first.")
                        .arg(name)
                        .arg(size.width())
                        .arg(size.height()));
    // Decoded small at once where the format can, so that a large photo takes little memory.
    if (size.isValid() && qMax(size.width(), size.height()) > LargestSide)
        reader.setScaledSize(size.scaled(LargestSide, LargestSide, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return fail(QCoreApplication::translate(
                        "Portrait", "“%1” is damaged: the picture in it cannot be read. Choose another file.")
                        .arg(name),
                    reader.errorString());
    if (qMax(image.width(), image.height()) > LargestSide)
        image = image.scaled(LargestSide, LargestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    // What was clear becomes white; and no text of the camera (place, time) comes along.
    QImage plain(image.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter painter(&plain);
    painter.drawImage(0, 0, image);
    painter.end();
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    if (!plain.save(&buffer, "JPEG", 86))
        return fail(QCoreApplication::translate("Portrait", "“%1” could not be kept as a portrait. Try another file.")
                        .arg(name));
    return data;
}

Portrait::Portrait(int size, QWidget* parent) : QAbstractButton(parent), m_size(size)
{
    setFixedSize(size, size);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void Portrait::setName(const QString& name)
{
    m_initials = initialsOf(name);
    m_hue = static_cast<int>(qHash(name, 1) % 12) * 30;
    update();
}

void Portrait::setPicture(const QByteArray& bytes)
{
    m_picture = bytes.isEmpty() ? QImage() : QImage::fromData(bytes);
    update();
}

void Portrait::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF circle = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QPainterPath path;
    path.addEllipse(circle);
    if (m_picture.isNull()) {
        const QColor ground = c.isDark ? QColor::fromHsl(m_hue, 45, 62) : QColor::fromHsl(m_hue, 60, 222);
        const QColor ink = c.isDark ? QColor::fromHsl(m_hue, 70, 215) : QColor::fromHsl(m_hue, 90, 70);
        painter.fillPath(path, ground);
        QFont big = font();
        big.setPixelSize(m_size * 36 / 100);
        big.setWeight(QFont::DemiBold);
        painter.setFont(big);
        painter.setPen(ink);
        painter.drawText(rect(), Qt::AlignCenter, m_initials);
    } else {
        painter.setClipPath(path);
        const QSizeF fitted = QSizeF(m_picture.size()).scaled(circle.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRectF(circle.center() - QPointF(fitted.width() / 2, fitted.height() / 2), fitted),
                          m_picture);
        painter.setClipping(false);
    }
    if (hasFocus() || underMouse()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.accent, 2));
        painter.drawEllipse(circle);
    }
}

} // namespace dtp
