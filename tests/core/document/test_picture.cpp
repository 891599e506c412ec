// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that people bring: nothing but their dots stays, and none takes much memory.
#include <document/picture.h>
#include <support/catch.h>

#include <QBuffer>

using namespace dtp;

namespace
{
QImage dots(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return image;
}

QByteArray saved(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format));
    return bytes;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
}

// Behind the header; length is what the chunk claims.
QByteArray withChunk(QByteArray png, const QByteArray& type, const QByteArray& data, quint32 length)
{
    return png.insert(33, bigEndian(length) + type + data + bigEndian(0));
}

QByteArray withSegment(QByteArray jpeg, char marker, const QByteArray& data)
{
    const auto size = static_cast<quint32>(data.size() + 2);
    return jpeg.insert(2, QByteArray("\xFF") + marker + bigEndian(size).right(2) + data);
}

// A PNG that says it is so large, without the dots.
QByteArray claiming(quint32 width, quint32 height, char depth)
{
    QByteArray png = saved(dots(4, 4), "PNG");
    const QByteArray size = bigEndian(width) + bigEndian(height);
    png.replace(16, 8, size);
    png[24] = depth;
    return png;
}
} // namespace

TEST_CASE("Comments, texts and places do not stay in a picture", "[document][picture]")
{
    QImage named = dots(40, 40);
    named.setText(QStringLiteral("Author"), QStringLiteral("Dara Sok"));
    named.setText(QStringLiteral("Description"), QStringLiteral("Dara Sok"));
    QByteArray png = saved(named, "PNG");
    png = withChunk(png, "eXIf", "MM Dara Sok", 11);
    QByteArray jpeg = saved(named, "JPEG");
    jpeg = withSegment(jpeg, '\xFE', "Dara Sok");
    jpeg = withSegment(jpeg, '\xE1', QByteArray("Exif\0\0II*\0Dara Sok", 18));
    jpeg = withSegment(jpeg, '\xED', "Photoshop 3.0 Dara Sok");
    for (const QByteArray& bytes : {png, jpeg}) {
        REQUIRE(bytes.contains("Dara Sok"));
        const auto clean = cleanPicture(bytes, 100);
        REQUIRE(clean);
        CHECK_FALSE(clean->bytes.contains("Dara"));
        CHECK(clean->size == QSize(40, 40));
        const auto read = readPicture(bytes, 100);
        REQUIRE(read);
        CHECK(read->textKeys().isEmpty());
    }
}

TEST_CASE("What a picture claims is not believed", "[document][picture]")
{
    const QByteArray png = saved(dots(40, 40), "PNG");
    CHECK_FALSE(readPicture(withChunk(png, "iTXt", "Comment", 2130706474), 100));
    CHECK_FALSE(readPicture(withChunk(png, "tEXt", "Comment", 0xFFFFFFFF), 100));
    CHECK_FALSE(readPicture(claiming(30000, 30000, 8), 100));
    CHECK_FALSE(readPicture(claiming(0xFFFFFFFF, 0xFFFFFFFF, 8), 100));
    CHECK_FALSE(readPicture(claiming(5000, 4000, 16), 100)); // eight bytes a dot
    CHECK_FALSE(readPicture(png.left(60), 100));
    CHECK_FALSE(readPicture(png.left(20), 100));
    CHECK_FALSE(readPicture("GIF89a", 100));
    CHECK(pictureAlone(withChunk(png, "tEXt", "Comment", 7)) == pictureAlone(png));
    const auto read = readPicture(png, 20);
    REQUIRE(read);
    CHECK(read->size() == QSize(20, 20));
    CHECK(read->pixelColor(10, 10) == QColor(Qt::darkCyan));
}
