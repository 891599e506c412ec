// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/long_texts.h>

#include <QCoreApplication>

namespace dtp
{

Result<> LongTexts::count(const SheetRow& row)
{
    constexpr qsizetype sentence = 100; // hardly any cell of a list has more
    constexpr qsizetype page = 1000;
    for (const QString& cell : row.cells) {
        if (cell.size() <= sentence)
            continue;
        if (cell.size() > SheetLimits::packedCellCharacters)
            return fail(QCoreApplication::translate("Sheets", "Row %1 holds a cell of more than %L2 letters: too many "
                                                              "for a list of people. Shorten it and try again.")
                            .arg(row.number)
                            .arg(SheetLimits::packedCellCharacters));
        m_characters += cell.size();
        m_inPages += cell.size() > page ? cell.size() : 0;
    }
    return m_characters <= SheetLimits::sharedTextCharacters && m_inPages <= SheetLimits::pageCharacters
               ? Result<>()
               : fail(QCoreApplication::translate("Sheets", "The spreadsheet holds too much text to be a list of "
                                                            "people. Split it into smaller ones."));
}

} // namespace dtp
