// SPDX-License-Identifier: GPL-3.0-or-later
// Where the headings of a sheet are, what stands above them, and the cells below each.
#pragma once

#include <sheets/sheet_reader.h>

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

namespace dtp
{

struct SheetFrame {
    qint64 headingRow = 0; // its number; 0: the sheet has no headings
    QStringList above;     // what stands above the headings: titles
    QStringList headings;  // as written; one for each column that holds anything, empty where there is none
    size_t from = 0;       // index in the sample of the first row below them
};

// sample: the first rows of the sheet. isKnown: whether a text is a heading that the import understands. headingRow:
// the number of the row with the headings, 0 for none, where a person has said which; otherwise it is found.
SheetFrame findFrame(const std::vector<SheetRow>& sample, const std::function<bool(const QString&)>& isKnown,
                     std::optional<qint64> headingRow);

// The cells of a column, from that row of the sample on.
QStringList columnValues(const std::vector<SheetRow>& sample, size_t from, int column);

// "Column 3" where there is no heading; column: 0 is the first.
QString headingOrNumber(const QString& heading, int column);

} // namespace dtp
