// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/quote_mender.h>

namespace dtp
{

namespace
{
constexpr qsizetype longestCell = 1'000'000;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}
} // namespace

qsizetype cellsOfRowsWithin(const char* text, qsizetype size, char delimiter, qsizetype before, qsizetype behind)
{
    qsizetype width = 0;
    qsizetype ends = 0;
    qsizetype cells = before + 1;
    for (qsizetype i = 0; i < size; ++i) {
        const char next = i + 1 < size ? text[i + 1] : '\0';
        if (text[i] == delimiter && (delimiter == '\t' || next != ' ')) // "Suva, Fiji" is prose
            ++cells;
        if (!isLineEnd(text[i]) || (text[i] == '\r' && next == '\n'))
            continue;
        if (ends++ > 0 && cells != width)
            return 0;
        width = cells;
        cells = 1;
    }
    if (ends == 0 || width < 2 || cells + behind != width)
        return 0;
    // Where it is a row like all others as it stands, two lines say too little.
    return before + 1 + behind == width && ends < 2 ? 0 : width;
}

bool QuoteMender::endsCell(qsizetype at) const
{
    return at >= m_rest.size() || m_rest.at(at) == m_delimiter || isLineEnd(m_rest.at(at));
}

// A quoted cell that ends at this mark.
bool QuoteMender::holdsRows(qsizetype from, qsizetype end) const
{
    qsizetype behind = 0;
    for (qsizetype i = end + 1; i < m_rest.size() && !isLineEnd(m_rest.at(i)); ++i)
        behind += m_rest.at(i) == m_delimiter;
    return m_width > 0 &&
           cellsOfRowsWithin(m_rest.constData() + from + 1, end - from - 1, m_delimiter, m_column, behind) == m_width;
}

// The next separator that stands outside a pair of marks, or any where a mark of the line has no second.
qsizetype QuoteMender::endOfText(qsizetype from) const
{
    qsizetype first = -1;
    bool isInside = false;
    qsizetype end = from;
    for (; end < m_rest.size() && !isLineEnd(m_rest.at(end)); ++end) {
        isInside = isInside != (m_rest.at(end) == '"');
        if (m_rest.at(end) != m_delimiter)
            continue;
        if (!isInside)
            return end;
        first = first < 0 ? end : first;
    }
    return isInside && first >= 0 ? first : end;
}

// A cell that begins with a quotation mark. Quoted: end is its last mark. Text: end is where the cell ends.
QuoteMender::Cell QuoteMender::cellAt(qsizetype from, bool isLast, qsizetype& end) const
{
    qsizetype stray = -1; // a mark within, behind which no cell ends
    bool hasLines = false;
    for (qsizetype i = from + 1; i < m_rest.size() && i - from < longestCell; ++i) {
        const char c = m_rest.at(i);
        // Behind a stray mark a line end or a new quoted cell says that the cell was none in quotes.
        const bool startsCell = c == m_delimiter && i + 1 < m_rest.size() && m_rest.at(i + 1) == '"';
        if (stray >= 0 && (isLineEnd(c) || startsCell))
            break;
        hasLines = hasLines || isLineEnd(c);
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
            const bool isLineWhole = isLast || m_rest.indexOf('\n', i) >= 0 || m_rest.indexOf('\r', i) >= 0;
            if (hasLines && !isLineWhole && m_rest.size() - from < longestCell)
                return Cell::Unknown;
            if (hasLines && holdsRows(from, i)) {
                stray = i;
                break;
            }
            end = i;
            return Cell::Quoted;
        }
        // In a later line a whole quoted cell begins: the mark before it was none of a cell.
        if (hasLines && (m_rest.at(i - 1) == m_delimiter || isLineEnd(m_rest.at(i - 1)))) {
            const qsizetype second = m_rest.indexOf('"', i + 1);
            if (!isLast && (second < 0 || second + 1 >= m_rest.size()) && m_rest.size() - from < longestCell)
                return Cell::Unknown;
            if (second >= 0 && endsCell(second + 1)) {
                stray = i;
                break;
            }
        }
        if (m_rest.at(i - 1) != '\\')
            stray = i;
    }
    if (stray < 0 && !isLast && m_rest.size() - from < longestCell)
        return Cell::Unknown;
    end = endOfText(from);
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
            m_isInCell = !(c == m_delimiter || isLineEnd(c));
            m_column = isLineEnd(c) ? 0 : m_column + (c == m_delimiter);
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
