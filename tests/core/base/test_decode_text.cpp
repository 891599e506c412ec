// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/decode_text.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
QString decoded(const QByteArray& bytes)
{
    const auto text = decodeText(bytes, QStringLiteral("notes.txt"));
    REQUIRE_OK(text);
    return *text;
}

QByteArray utf16(const QString& text, bool bigEndian, bool mark)
{
    QByteArray bytes = mark ? (bigEndian ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray();
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xFF);
        bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return bytes;
}
} // namespace

TEST_CASE("text is the same from every encoding that reports come in", "[decoding]")
{
    const QString text = QString::fromUtf8("Café – „Sok Dara“, សុខ ដារ៉ា\nnext line");
    CHECK(decoded(text.toUtf8()) == text);
    CHECK(decoded("\xEF\xBB\xBF" + text.toUtf8()) == text);
    for (const bool bigEndian : {false, true})
        for (const bool mark : {false, true})
            CHECK(decoded(utf16(text, bigEndian, mark)) == text);
}

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252", "[decoding]")
{
    CHECK(decoded("na\xEFve \x93quoted\x94 \x80 5") == QString::fromUtf8("naïve “quoted” € 5"));
    CHECK(decoded("Caf\xC3") == QString::fromUtf8("CafÃ")); // cut in the middle of a letter
}

TEST_CASE("all kinds of line ends become one", "[decoding]")
{
    CHECK(decoded("a\r\nb\rc\nd") == QStringLiteral("a\nb\nc\nd"));
}

TEST_CASE("bytes of a picture are refused with a sentence that names the file", "[decoding]")
{
    const auto text = decodeText(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), QStringLiteral("photo.png"));
    REQUIRE(!text);
    CHECK(text.error().sentence.startsWith(QStringLiteral("photo.png is no text")));
    CHECK(decoded("").isEmpty());
}
