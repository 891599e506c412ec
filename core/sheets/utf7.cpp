// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/utf7.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype longestRun = 4096;

int valueOf(char c)
{
    static const QByteArray digits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    return static_cast<int>(digits.indexOf(c));
}

bool isText(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isPrint() && c.category() != QChar::Other_PrivateUse && c.category() != QChar::Other_NotAssigned;
    });
}

// What stands between "+" and "-": sixteen bits for each letter, six for each sign; nullopt where it is none, as a
// number with its country code.
std::optional<QString> decodedRun(const QByteArray& run)
{
    const bool hasLetter =
        std::any_of(run.begin(), run.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (!hasLetter || run.size() > longestRun)
        return std::nullopt;
    QString text;
    unsigned bits = 0;
    int count = 0;
    for (const char c : run) {
        bits = ((bits << 6) | static_cast<unsigned>(valueOf(c))) & 0xFFFFFF;
        count += 6;
        if (count >= 16) {
            count -= 16;
            text += QChar(static_cast<char16_t>((bits >> count) & 0xFFFF));
        }
    }
    const bool isWhole = count < 6 && (bits & ((1U << count) - 1)) == 0;
    return isWhole && !text.isEmpty() && text.isValidUtf16() && isText(text) ? std::optional(text) : std::nullopt;
}
} // namespace

void Utf7Signs::look(const QByteArray& piece)
{
    for (qsizetype at = 0; at < piece.size();) {
        if (!m_isWithin) {
            at = piece.indexOf('+', at);
            if (at < 0)
                return;
            m_isWithin = true;
            m_run.clear();
            ++at;
        } else if (valueOf(piece.at(at)) >= 0 && m_run.size() <= longestRun) {
            m_run += piece.at(at++);
        } else {
            end(piece.at(at));
            m_isWithin = false;
        }
    }
}

void Utf7Signs::end(char next)
{
    if (m_run.isEmpty()) {
        m_plain += next != '-'; // "+-" is a plus
        return;
    }
    const auto text = decodedRun(m_run);
    if (!text)
        ++m_plain;
    else if (next == '-' && std::any_of(text->begin(), text->end(), [](QChar c) { return c.unicode() >= 0x80; }))
        ++m_letters;
}

std::optional<QString> fromUtf7(const QString& text)
{
    if (!text.contains(QLatin1Char('+')) || !text.contains(QLatin1Char('-')) ||
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80; }))
        return std::nullopt;
    Utf7Signs signs;
    signs.look(text.toLatin1() + '\n');
    if (!signs.isUtf7())
        return std::nullopt;
    QString plain;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) != QLatin1Char('+')) {
            plain += text.at(at++);
            continue;
        }
        qsizetype end = ++at;
        while (end < text.size() && valueOf(text.at(end).toLatin1()) >= 0)
            ++end;
        plain += end == at ? QStringLiteral("+") : decodedRun(text.mid(at, end - at).toLatin1()).value_or(QString());
        at = end + (end < text.size() && text.at(end) == QLatin1Char('-'));
    }
    return plain;
}

} // namespace dtp
