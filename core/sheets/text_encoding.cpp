// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/text_encoding.h>

#include <sheets/encoding_guess.h>
#include <sheets/utf7.h>

#include <QCoreApplication>
#include <cstring>
#include <unicode/ucnv.h>

namespace dtp
{

namespace
{
constexpr qint64 pieceBytes = 256 * 1024;

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

// What Windows-1252 puts in the place of the C1 controls; 0 where it has nothing.
constexpr std::array<char16_t, 32> upperOf1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// How many bytes the character that begins here has; 0 when this is no UTF-8, -1 when the text ends within it.
int lengthOfUtf8(const char* at, const char* end)
{
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    for (int i = 1; i < length; ++i) {
        if (at + i >= end)
            return -1;
        const unsigned char low = i == 1 && first == 0xE0 ? 0xA0 : i == 1 && first == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = i == 1 && first == 0xED ? 0x9F : i == 1 && first == 0xF4 ? 0x8F : 0xBF;
        if (byte(i) < low || byte(i) > high)
            return 0;
    }
    return length;
}

struct ByteCounts {
    qint64 bytes = 0;
    qint64 zerosAtEven = 0;
    qint64 zerosAtOdd = 0;
    qint64 controls = 0;     // that no text file has
    qint64 wide = 0;         // characters of several bytes in good UTF-8
    qint64 broken = 0;       // bytes that are no UTF-8
    bool endsWithin = false; // the file ends within a character
    Utf7Signs utf7;
};

void countBytes(const QByteArray& piece, ByteCounts& counts)
{
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const auto c = static_cast<unsigned char>(piece.at(i));
        if (c == 0)
            ++((counts.bytes + i) % 2 == 0 ? counts.zerosAtEven : counts.zerosAtOdd);
        else if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B) || c == 0x7F)
            ++counts.controls;
    }
    counts.bytes += piece.size();
}

// Returns how many bytes were looked at: less than all when a character goes on in the next piece.
qsizetype countUtf8(const QByteArray& piece, bool isLast, ByteCounts& counts)
{
    const char* const begin = piece.constData();
    const char* const end = begin + piece.size();
    for (const char* at = begin; at < end;) {
        const int length = lengthOfUtf8(at, end);
        if (length < 0) {
            counts.endsWithin = isLast;
            return isLast ? piece.size() : at - begin;
        }
        if (length == 0)
            ++counts.broken;
        else if (length > 1)
            ++counts.wide;
        at += std::max(length, 1);
    }
    return piece.size();
}

// A UTF-16 file without mark gives itself away by zero bytes on one side only.
QString utf16ByZeros(const ByteCounts& counts)
{
    const qint64 zeros = counts.zerosAtEven + counts.zerosAtOdd;
    if (counts.bytes % 2 != 0 || zeros * 20 < counts.bytes)
        return {};
    if (counts.zerosAtOdd * 100 >= zeros * 99)
        return QStringLiteral("UTF-16LE");
    if (counts.zerosAtEven * 100 >= zeros * 99)
        return QStringLiteral("UTF-16BE");
    return {};
}

QString markOf(const QByteArray& head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return QStringLiteral("UTF-8");
    if (head.startsWith(QByteArray("\xFF\xFE\0\0", 4)))
        return QStringLiteral("UTF-32LE");
    if (head.startsWith(QByteArray("\0\0\xFE\xFF", 4)))
        return QStringLiteral("UTF-32BE");
    if (head.startsWith("\xFF\xFE"))
        return QStringLiteral("UTF-16LE");
    if (head.startsWith("\xFE\xFF"))
        return QStringLiteral("UTF-16BE");
    return {};
}

Result<ByteCounts> countsOf(QFile& file, const Progress& progress)
{
    ByteCounts counts;
    QByteArray rest;
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            return fail(Sheets::tr("The file could not be read to its end. Copy it to this computer and try again."),
                        file.errorString());
        countBytes(piece, counts);
        counts.utf7.look(piece);
        const QByteArray text = rest + piece;
        rest = text.mid(countUtf8(text, file.atEnd(), counts));
        if (!goOn(progress, counts.bytes, file.size(), Sheets::tr("Looking at the file")))
            return fail(Sheets::tr("Stopped. Nothing was changed."));
    }
    file.seek(0);
    return counts;
}

class Utf8Pieces final : public TextPieces
{
public:
    explicit Utf8Pieces(QFile& file) : m_file(file) {}

    Result<QByteArray> next() override
    {
        QByteArray piece = m_file.read(pieceBytes);
        if (m_isFirst && piece.startsWith("\xEF\xBB\xBF"))
            piece.remove(0, 3);
        m_isFirst = false;
        if (piece.isEmpty() && !m_file.atEnd())
            return fail(Sheets::tr("The file could not be read to its end. Copy it to this computer and try again."),
                        m_file.errorString());
        m_rest += piece;
        return repaired();
    }

private:
    // Bytes that are no UTF-8 are taken for Windows-1252: files put together from two sources have both.
    QByteArray repaired()
    {
        const char* const begin = m_rest.constData();
        const char* const end = begin + m_rest.size();
        QByteArray good;
        const char* from = begin;
        const char* at = begin;
        while (at < end) {
            const int length = lengthOfUtf8(at, end);
            if (length > 0) {
                at += length;
                continue;
            }
            if (length < 0 && !m_file.atEnd())
                break;
            good.append(from, at - from);
            const auto c = static_cast<unsigned char>(*at);
            const char16_t letter = c < 0xA0 ? upperOf1252.at(c - 0x80U) : char16_t(c);
            good += QString(QChar(letter ? letter : u'\uFFFD')).toUtf8();
            from = ++at;
        }
        if (from == begin && at == end)
            return std::exchange(m_rest, {});
        good.append(from, at - from);
        m_rest = m_rest.mid(at - begin);
        return good;
    }

    QFile& m_file;
    QByteArray m_rest;
    bool m_isFirst = true;
};

class ConvertedPieces final : public TextPieces
{
public:
    ConvertedPieces(QFile& file, UConverter* from, UConverter* to) : m_file(file), m_from(from), m_to(to) {}
    ~ConvertedPieces() override
    {
        ucnv_close(m_from);
        ucnv_close(m_to);
    }
    ConvertedPieces(const ConvertedPieces&) = delete;
    ConvertedPieces& operator=(const ConvertedPieces&) = delete;

    Result<QByteArray> next() override
    {
        while (!m_isDone) {
            const QByteArray piece = m_file.read(pieceBytes);
            if (piece.isEmpty() && !m_file.atEnd())
                return fail(
                    Sheets::tr("The file could not be read to its end. Copy it to this computer and try again."),
                    m_file.errorString());
            m_isDone = m_file.atEnd();
            QByteArray text = converted(piece);
            if (std::exchange(m_isFirst, false) && text.startsWith("\xEF\xBB\xBF"))
                text.remove(0, 3);
            if (!text.isEmpty())
                return text;
        }
        return QByteArray();
    }

private:
    QByteArray converted(const QByteArray& piece)
    {
        QByteArray text;
        std::array<char, 64 * 1024> target{};
        const char* source = piece.constData();
        const char* const sourceEnd = source + piece.size();
        UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
        while (status == U_BUFFER_OVERFLOW_ERROR) {
            status = U_ZERO_ERROR;
            char* to = target.data();
            ucnv_convertEx(m_to, m_from, &to, target.data() + target.size(), &source, sourceEnd, m_pivot.data(),
                           &m_pivotSource, &m_pivotTarget, m_pivot.data() + m_pivot.size(), false, m_isDone, &status);
            text.append(target.data(), to - target.data());
        }
        return text;
    }

    QFile& m_file;
    UConverter* m_from;
    UConverter* m_to;
    std::array<UChar, 8192> m_pivot{};
    UChar* m_pivotSource = m_pivot.data();
    UChar* m_pivotTarget = m_pivot.data();
    bool m_isFirst = true;
    bool m_isDone = false;
};
} // namespace

Result<QString> encodingOf(QFile& file, const Progress& progress)
{
    file.seek(0);
    const QString marked = markOf(file.peek(4));
    DTP_TRY(counts, countsOf(file, progress));
    if (counts.bytes == 0)
        return fail(Sheets::tr("The file is empty: there is nothing to import."));
    if (marked.startsWith(QLatin1String("UTF-16")) || marked.startsWith(QLatin1String("UTF-32")))
        return marked;
    if (counts.zerosAtEven + counts.zerosAtOdd > 0) {
        const QString wide = utf16ByZeros(counts);
        if (wide.isEmpty())
            return fail(
                Sheets::tr("The file is no text and no spreadsheet that can be read: it holds binary data. Save it "
                           "as .xlsx, .ods or .csv and try again."));
        return wide;
    }
    if (counts.controls > 8 && counts.controls * 200 > counts.bytes)
        return fail(
            Sheets::tr("The file is no text and no spreadsheet that can be read: it holds binary data. Save it as "
                       ".xlsx, .ods or .csv and try again."));
    const qint64 broken = counts.broken + (counts.endsWithin && counts.wide == 0 ? 1 : 0);
    const bool isUtf8 = !marked.isEmpty() || broken == 0 || counts.wide > 20 * broken;
    if (isUtf8 && marked.isEmpty() && counts.wide == 0 && counts.utf7.isUtf7())
        return QStringLiteral("UTF-7");
    if (isUtf8)
        return QStringLiteral("UTF-8");
    const QString guess = guessedEncoding(file.read(2 * pieceBytes));
    file.seek(0);
    return guess;
}

Result<std::unique_ptr<TextPieces>> TextPieces::open(QFile& file, const QString& encoding)
{
    file.seek(0);
    if (encoding.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) == 0)
        return std::unique_ptr<TextPieces>(new Utf8Pieces(file));
    UErrorCode status = U_ZERO_ERROR;
    UConverter* from = ucnv_open(encoding.toLatin1().constData(), &status);
    if (U_FAILURE(status))
        return fail(Sheets::tr("The encoding “%1” is not known. Choose another one.").arg(encoding),
                    QLatin1String(u_errorName(status)));
    UConverter* to = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status)) {
        ucnv_close(from);
        return fail(Sheets::tr("The file could not be read."), QLatin1String(u_errorName(status)));
    }
    return std::unique_ptr<TextPieces>(new ConvertedPieces(file, from, to));
}

} // namespace dtp
