// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/picture.h>

#include <QBuffer>
#include <QImageReader>

namespace dtp
{

namespace
{
constexpr int mostMegapixels = 100;

bool isKnown(const QByteArray& bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xFF\xD8\xFF");
}
} // namespace

std::optional<QImage> readPicture(const QByteArray& bytes, int longestSide)
{
    if (!isKnown(bytes))
        return std::nullopt;
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    if (!buffer.open(QIODevice::ReadOnly))
        return std::nullopt;
    QImageReader reader(&buffer, bytes.startsWith('\xFF') ? "jpeg" : "png");
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > qint64(mostMegapixels) * 1'000'000)
        return std::nullopt;
    QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    if (std::max(image.width(), image.height()) > longestSide)
        image = image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

std::optional<CleanPicture> cleanPicture(const QByteArray& bytes, int longestSide)
{
    std::optional<QImage> image = readPicture(bytes, longestSide);
    if (!image)
        return std::nullopt;
    for (const QString& key : image->textKeys())
        image->setText(key, {});
    CleanPicture picture;
    picture.size = image->size();
    const bool asPng = bytes.startsWith('\x89');
    picture.mediaType = asPng ? "image/png" : "image/jpeg";
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image->save(&buffer, asPng ? "PNG" : "JPEG", asPng ? -1 : 88))
        return std::nullopt;
    return picture;
}

} // namespace dtp
