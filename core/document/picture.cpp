// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/picture.h>

#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <cstring>

namespace dtp
{

namespace
{
constexpr qint64 mostMemory = 96LL << 20;       // of a picture as it is decoded
constexpr qint64 mostPixels = 100'000'000;      // of a JPEG that is decoded in strips
constexpr qint64 mostPixelsAtOnce = 16'000'000; // of one that is kept whole while it is decoded (progressive)

bool isPng(const QByteArray& bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n");
}

quint32 number(const QByteArray& bytes, qsizetype at, int size)
{
    quint32 value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

// Only the chunks that make the picture, see https://www.w3.org/TR/png/#4Concepts.FormatChunks: texts, places and
// profiles stay behind, and a length that the file does not have is not believed. Empty when it is damaged.
QByteArray onlyPicture(const QByteArray& png)
{
    constexpr qsizetype frame = 12; // length, type and checksum
    static const QList<QByteArray> kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "sRGB", "cHRM"};
    QByteArray out = png.left(8);
    for (qsizetype at = 8; at + frame <= png.size();) {
        const qint64 length = number(png, at, 4);
        const QByteArray type = png.mid(at + 4, 4);
        if (length > png.size() - at - frame)
            return {};
        if (kept.contains(type))
            out += png.mid(at, length + frame);
        at += length + frame;
        if (type == "IEND")
            return out;
    }
    return {};
}

// Memory of the picture as Qt keeps it: four bytes for each dot, eight where the file has 16 bits for a colour.
qint64 memoryOf(const QByteArray& png)
{
    constexpr qsizetype header = 33; // signature and IHDR
    if (png.size() < header)
        return mostMemory + 1;
    // Each side first: the product of two that are claimed may be more than a number holds.
    const qint64 width = number(png, 16, 4);
    const qint64 height = number(png, 20, 4);
    if (width > mostMemory || height > mostMemory || width * height > mostMemory)
        return mostMemory + 1;
    const int depth = png.at(24);
    return width * height * (depth == 16 ? 8 : 4);
}

// Whether the picture comes in several passes, for which all of it is kept: SOF2 and its kin, see ITU-T T.81, B.1.1.3.
bool isProgressive(const QByteArray& jpeg)
{
    for (qsizetype at = 2; at + 4 <= jpeg.size();) {
        if (jpeg.at(at) != '\xFF')
            return false;
        const auto marker = static_cast<unsigned char>(jpeg.at(at + 1));
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE)
            return true;
        if (marker == 0xDA || (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC))
            return false;
        at += 2 + number(jpeg, at + 2, 2);
    }
    return false;
}

// The dots alone: no text, profile or place that the file held.
QImage onlyDots(const QImage& image)
{
    const bool isOpaque = !image.hasAlphaChannel();
    const QImage source = image.convertToFormat(isOpaque ? QImage::Format_RGB32 : QImage::Format_ARGB32);
    QImage plain(source.size(), source.format());
    for (int y = 0; y < source.height(); ++y)
        std::memcpy(plain.scanLine(y), source.constScanLine(y), static_cast<size_t>(source.width()) * 4);
    return plain;
}
} // namespace

QByteArray pictureAlone(const QByteArray& bytes)
{
    return isPng(bytes) ? onlyPicture(bytes) : bytes;
}

std::optional<QImage> readPicture(const QByteArray& bytes, int longestSide)
{
    const bool asPng = isPng(bytes);
    if (!asPng && !bytes.startsWith("\xFF\xD8\xFF"))
        return std::nullopt;
    QByteArray copy = asPng ? onlyPicture(bytes) : bytes;
    if (asPng && memoryOf(copy) > mostMemory)
        return std::nullopt;
    QBuffer buffer(&copy);
    if (!buffer.open(QIODevice::ReadOnly))
        return std::nullopt;
    QImageReader reader(&buffer, asPng ? "png" : "jpeg");
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const qint64 pixels = qint64(size.width()) * size.height();
    if (!size.isValid() || size.isEmpty() ||
        (!asPng && pixels > (isProgressive(bytes) ? mostPixelsAtOnce : mostPixels)))
        return std::nullopt;
    // Decoded smaller at once where the format can.
    if (!asPng && std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    if (std::max(image.width(), image.height()) > longestSide)
        image = image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return onlyDots(image);
}

std::optional<CleanPicture> cleanPicture(const QByteArray& bytes, int longestSide)
{
    std::optional<QImage> image = readPicture(bytes, longestSide);
    if (!image)
        return std::nullopt;
    CleanPicture picture;
    picture.size = image->size();
    const bool asPng = isPng(bytes);
    picture.mediaType = asPng ? "image/png" : "image/jpeg";
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, asPng ? "PNG" : "JPEG", asPng ? -1 : 88))
        return std::nullopt;
    return picture;
}

} // namespace dtp
