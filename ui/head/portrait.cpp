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
constexpr qint64 LargestFile = 32 << 20;
constexpr qint64 MostPixels = 16'000'000; // of a format that is decoded as a whole

QString firstGrapheme(const QString& word)
{
    // A letter with its vowel signs, so that Khmer and Tamil initials are not cut.
    qsizetype end = word.isEmpty() ? 0 : word.at(0).isHighSurrogate() ? 2 : 1;
    while (end < word.size() && word.at(end).isMark())
        ++end;
    return word.left(end);
}

// WebP is the one other format that the dialog offers; no other is tried, whatever a file claims to be.
std::optional<QImage> readWebp(const QByteArray& bytes)
{
    QByteArray copy = bytes;
    QBuffer source(&copy);
    source.open(QIODevice::ReadOnly);
    QImageReader reader(&source, "webp");
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > MostPixels)
        return std::nullopt;
    const QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    const bool isLarge = qMax(image.width(), image.height()) > LargestSide;
    return isLarge ? image.scaled(LargestSide, LargestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image;
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
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(LargestFile + 1) : QByteArray();
    std::optional<QImage> found;
    if (bytes.size() <= LargestFile)
        found = bytes.startsWith("RIFF") ? readWebp(bytes) : readPicture(bytes, LargestSide);
    if (!found)
        return fail(QCoreApplication::translate("Portrait", "“%1” is no picture that can be read: it is damaged, too "
                                                            "large, or neither JPEG nor PNG. Choose another file.")
                        .arg(name));
    const QImage& image = *found;
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
    m_picture = readPicture(bytes, LargestSide).value_or(QImage()); // a file that was sent may hold anything
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
