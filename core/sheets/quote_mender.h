// SPDX-License-Identifier: GPL-3.0-or-later
// CSV whose quotation marks are out of place, written so that every parser reads them as text: "Open Door" Centre is a
// cell of these words, quotes included.
#pragma once

#include <QByteArray>

namespace dtp
{

// A mark without its second runs on to one of a later row. Whether a quoted cell holds rows: each of its lines has as
// many cells as the others, the first with the cells before it and the last with those behind. As many as that are; 0:
// it is a cell of several lines.
qsizetype cellsOfRowsWithin(const char* text, qsizetype size, char delimiter, qsizetype before, qsizetype behind);

class QuoteMender
{
public:
    // width: the cells of a row of this file, so that rows within a cell are known; 0: not known
    explicit QuoteMender(char delimiter, qsizetype width = 0) : m_delimiter(delimiter), m_width(width) {}
    // Pieces of a text in their order; what cannot be decided yet comes with a later one. An empty piece is the end.
    QByteArray mended(const QByteArray& piece);

private:
    enum class Cell { Quoted, Text, Unknown };
    Cell cellAt(qsizetype from, bool isLast, qsizetype& end) const;
    bool endsCell(qsizetype at) const; // what stands there separates cells
    bool holdsRows(qsizetype from, qsizetype end) const;
    qsizetype endOfText(qsizetype from) const;

    char m_delimiter;
    qsizetype m_width;
    qsizetype m_column = 0;
    QByteArray m_rest;
    bool m_isInCell = false; // within an unquoted one
};

} // namespace dtp
