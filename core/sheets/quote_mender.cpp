// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/quote_mender.h>

namespace dtp
{

namespace
{
constexpr qsizetype longestCell = 1'000'000;
} // namespace

bool QuoteMender::endsCell(qsizetype at) const
{
    return at >= m_rest.size() || m_rest.at(at) == m_delimiter || m_rest.at(at) == '\n' || m_rest.at(at) == '\r';
}

// A cell that begins with a quotation mark. Quoted: end is its last mark. Text: end is where the cell ends.
QuoteMender::Cell QuoteMender::cellAt(qsizetype from, bool isLast, qsizetype& end) const
{
    qsizetype stray = -1; // a mark within, behind which no cell ends
    for (qsizetype i = from + 1; i < m_rest.size() && i - from < longestCell; ++i) {
        const char c = m_rest.at(i);
        // Behind a stray mark a line end or a new quoted cell says that the cell was none in quotes.
        const bool startsCell = c == m_delimiter && i + 1 < m_rest.size() && m_rest.at(i + 1) == '"';
        if (stray >= 0 && (c == '\n' || c == '\r' || startsCell))
            break;
        if (c != '"')
            continue;
        if (i + 1 < m_rest.size() && m_rest.at(i + 1) == '"') {
            ++i;
            continue;
        }
        if (i + 1 >= m_rest.size() && !isLast)
            return Cell::Unknown;
        qsizetype behind = i + 1;
        while (behind < m_rest.size() && m_rest.at(behind) == ' ')
            ++behind;
        if (behind >= m_rest.size() && !isLast)
            return Cell::Unknown;
        if (endsCell(behind)) {
            end = i;
            return Cell::Quoted;
        }
        if (m_rest.at(i - 1) != '\\')
            stray = i;
    }
    if (stray < 0 && !isLast && m_rest.size() - from < longestCell)
        return Cell::Unknown;
    // Text to the next separator that stands outside a pair of marks.
    bool isInside = false;
    end = from;
    while (end < m_rest.size() && m_rest.at(end) != '\n' && m_rest.at(end) != '\r' &&
           (isInside || m_rest.at(end) != m_delimiter)) {
        isInside = isInside != (m_rest.at(end) == '"');
        ++end;
    }
    return end >= m_rest.size() && !isLast && end - from < longestCell ? Cell::Unknown : Cell::Text;
}

QByteArray QuoteMender::mended(const QByteArray& piece)
{
    const bool isLast = piece.isEmpty();
    m_rest += piece;
    QByteArray out;
    qsizetype at = 0;
    while (at < m_rest.size()) {
        const char c = m_rest.at(at);
        if (!m_isInCell && c == ' ') { // spaces before a quoted cell
            qsizetype behind = at;
            while (behind < m_rest.size() && m_rest.at(behind) == ' ')
                ++behind;
            if (behind >= m_rest.size() && !isLast)
                break;
            if (behind < m_rest.size() && m_rest.at(behind) == '"') {
                at = behind;
                continue;
            }
        }
        if (m_isInCell || c != '"') {
            m_isInCell = !(c == m_delimiter || c == '\n' || c == '\r');
            out += c;
            ++at;
            continue;
        }
        qsizetype end = at;
        const Cell cell = cellAt(at, isLast, end);
        if (cell == Cell::Unknown)
            break;
        // Without a second mark the cell has no end: for the parser to refuse.
        if (cell == Cell::Text && m_rest.indexOf('"', at + 1) < 0) {
            out += m_rest.mid(at);
            at = m_rest.size();
            break;
        }
        const bool isQuoted = cell == Cell::Quoted;
        QByteArray text = isQuoted ? m_rest.mid(at + 1, end - at - 1) : m_rest.mid(at, end - at);
        if (isQuoted)
            text.replace("\"\"", "\"");
        text.replace("\"", "\"\"");
        out += '"';
        out += text;
        out += '"';
        at = isQuoted ? end + 1 : end;
        while (isQuoted && at < m_rest.size() && m_rest.at(at) == ' ')
            ++at;
    }
    m_rest = m_rest.mid(at);
    return out;
}

} // namespace dtp
