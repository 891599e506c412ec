// SPDX-License-Identifier: GPL-3.0-or-later
// How much the long texts of a packed spreadsheet come to: one that is kept once can stand in each of its rows, so
// that a file of some kilobytes says a gigabyte.
#pragma once

#include <sheets/sheet_reader.h>

namespace dtp
{

class LongTexts
{
public:
    // Each row as it is given out.
    Result<> count(const SheetRow& row);

private:
    qint64 m_characters = 0; // of cells that hold a sentence or more
    qint64 m_inPages = 0;
};

} // namespace dtp
