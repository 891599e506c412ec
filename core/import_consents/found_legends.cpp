// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_consents/found_legends.h>

#include <import/sheet_frame.h>
#include <import_consents/consent_settling.h>

#include <base/text.h>
#include <cells/word_sets.h>

namespace dtp
{

namespace
{
// Of a column or a sheet that holds nothing else.
bool isOfLegends(const QString& name)
{
    static const WordSet names = wordSet("key|keys|legend|legenda|legende|leyenda|coding|explanation|explanations|nb|"
                                         "n b|keterangan kode",
                                         QLatin1Char('|'));
    return names.contains(wordsOf(foldText(name)).join(QLatin1Char(' ')));
}

// Nearly all remarks hold none of this.
bool mayBeKey(const QString& cell)
{
    return cell.contains(QLatin1Char('=')) || cell.contains(QLatin1String(" mark")) ||
           cell.contains(QLatin1String(" mean"));
}
} // namespace

FoundLegends::FoundLegends(const ImportMapping& mapping) : m_headingRow(mapping.headingRow)
{
    for (const ColumnMapping& column : mapping.columns) {
        const bool isUnheaded = column.heading == headingOrNumber({}, column.column) || isOfLegends(column.heading);
        m_columns.push_back(isUnheaded                                ? Column::Unheaded
                            : column.target == QLatin1String("notes") ? Column::Notes
                                                                      : Column::Known);
    }
    if (m_headingRow > 0)
        lookAtHeadings(mapping);
}

void FoundLegends::lookAtHeadings(const ImportMapping& mapping)
{
    for (const ColumnMapping& column : mapping.columns) {
        if (auto legend = legendOfHeading(column.heading, !column.samples.isEmpty()))
            add({std::move(*legend)});
    }
}

void FoundLegends::look(const SheetRow& row)
{
    if (row.number < m_headingRow)
        lookAbove(row);
    if (row.number <= m_headingRow)
        return;
    add(legendsOfRow(row.cells));
    if (m_headingRow > 0)
        lookBeside(row);
}

FoundLegends::Column FoundLegends::columnAt(qsizetype index) const
{
    const auto at = static_cast<size_t>(index);
    return at < m_columns.size() ? m_columns[at] : Column::Unheaded;
}

// A remark about one person is no legend, but for what can hardly be one.
void FoundLegends::lookBeside(const SheetRow& row)
{
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const QString& cell = row.cells.at(i);
        const Column column = cell.isEmpty() ? Column::Known : columnAt(i);
        if (column == Column::Unheaded)
            add(legendsAmong({cell}));
        else if (auto legend = column == Column::Notes && mayBeKey(cell) ? legendOfHeading(cell, true) : std::nullopt)
            add({std::move(*legend)});
    }
}

void FoundLegends::lookAbove(const SheetRow& row)
{
    add(legendsAmong(row.cells));
    for (const QString& cell : row.cells) {
        if (auto refusal = legendIn(cell) ? std::nullopt : refusalOfAll(cell))
            add({std::move(*refusal)});
    }
}

Result<> FoundLegends::lookAtOthers(const SheetReader& reader, const QString& path, const SheetOptions& options)
{
    constexpr qint64 mostRows = 60;
    constexpr int mostSheets = 8;
    int looked = 0;
    for (const SheetInfo& sheet : reader.sheets()) {
        if (sheet.name == reader.sheet() || sheet.rows == 0 || sheet.rows > mostRows || ++looked > mostSheets)
            continue;
        SheetOptions other = options;
        other.sheet = sheet.name;
        DTP_TRY(open, SheetReader::open(path, other));
        std::vector<Legend> legends;
        qint64 count = 0;
        qint64 explaining = 0;
        SheetRow row;
        while (count <= mostRows) {
            DTP_TRY(isThere, open->next(row));
            if (!isThere)
                break;
            std::vector<Legend> found = legendsOfRow(row.cells);
            count += !row.isBlank();
            explaining += !found.empty();
            std::move(found.begin(), found.end(), std::back_inserter(legends));
        }
        // One with a list of its own has its own legends.
        if (count <= mostRows && (isOfLegends(sheet.name) || explaining * 2 >= count))
            add(std::move(legends));
    }
    return {};
}

void FoundLegends::add(std::vector<Legend> legends)
{
    constexpr qsizetype most = 100; // that anybody reads
    for (Legend& legend : legends) {
        if (m_texts.size() >= most || m_texts.contains(legend.text))
            continue;
        m_texts.append(legend.text);
        m_all.push_back(std::move(legend));
    }
}

} // namespace dtp
