// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/decode_text.h>

#include <QCoreApplication>
#include <QStringDecoder>

namespace dtp
{

namespace
{
// 0x80 to 0x9F; the other bytes are those of Latin-1.
constexpr char16_t upperControls[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

std::optional<QString> decodedStrictly(QByteArrayView bytes, QStringDecoder::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless); // a letter cut off at the end is an error too
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

// UTF-16 without a mark shows by its zero bytes: in text of any script, spaces and line ends have one, always on the
// same side.
std::optional<QStringDecoder::Encoding> unmarkedUtf16(QByteArrayView bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return std::nullopt;
    const QByteArrayView sample = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < sample.size(); ++i)
        if (sample.at(i) == 0)
            ++(i % 2 == 0 ? even : odd);
    if (odd > 0 && even == 0)
        return QStringDecoder::Utf16LE;
    if (even > 0 && odd == 0)
        return QStringDecoder::Utf16BE;
    return std::nullopt;
}

// Control characters that no text has; a picture or a program is full of them.
bool looksBinary(const QString& text)
{
    qsizetype odd = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == 0)
            return true;
        if ((u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\f' && u != '\v') || u == 0x7F)
            ++odd;
    }
    return odd > 2 + text.size() / 200;
}
} // namespace

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes.at(i));
        text[i] = QChar(byte >= 0x80 && byte < 0xA0 ? upperControls[byte - 0x80] : char16_t(byte));
    }
    return text;
}

Result<QString> decodeText(QByteArrayView bytes, const QString& what)
{
    std::optional<QString> text;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        text = decodedStrictly(bytes.sliced(3), QStringDecoder::Utf8);
    else if (bytes.startsWith("\xFF\xFE"))
        text = decodedStrictly(bytes.sliced(2), QStringDecoder::Utf16LE);
    else if (bytes.startsWith("\xFE\xFF"))
        text = decodedStrictly(bytes.sliced(2), QStringDecoder::Utf16BE);
    else if (const auto utf16 = unmarkedUtf16(bytes))
        text = decodedStrictly(bytes, *utf16);
    else
        text = decodedStrictly(bytes, QStringDecoder::Utf8);
    if (!text)
        text = fromWindows1252(bytes);
    if (looksBinary(*text))
        return fail(
            QCoreApplication::translate(
                "Decoding", "%1 is no text: it holds bytes that no text has. Save it as plain text and try again.")
                .arg(what));
    text->replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    return *text;
}

} // namespace dtp
