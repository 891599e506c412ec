// SPDX-License-Identifier: GPL-3.0-or-later
// CSV whose quotation marks are out of place, written so that every parser reads them as text: "Open Door" Centre is a
// cell of these words, quotes included.
#pragma once

#include <QByteArray>

namespace dtp
{

class QuoteMender
{
public:
    explicit QuoteMender(char delimiter) : m_delimiter(delimiter) {}
    // Pieces of a text in their order; what cannot be decided yet comes with a later one. An empty piece is the end.
    QByteArray mended(const QByteArray& piece);

private:
    enum class Cell { Quoted, Text, Unknown };
    Cell cellAt(qsizetype from, bool isLast, qsizetype& end) const;
    bool endsCell(qsizetype at) const; // what stands there separates cells

    char m_delimiter;
    QByteArray m_rest;
    bool m_isInCell = false; // within an unquoted one
};

} // namespace dtp
