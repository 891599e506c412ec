// SPDX-License-Identifier: GPL-3.0-or-later
// Tables on pages: widths by what the columns hold, thin rules, a head that comes again on every page.
#pragma once

#include <writers/page_flow.h>

namespace dtp
{

class TableChunks
{
public:
    TableChunks(ChunkMaker& maker, const Table& table, bool hasTotal = false); // a total is the last row, in bold
    void make();

private:
    using Cells = std::vector<TextBox>;
    static constexpr qsizetype manyRows = 20'000; // from here on text is laid out a second time rather than kept

    void chooseWidths();
    void measure(std::vector<double>& natural, std::vector<double>& least) const;
    void shareOut(double room, const std::vector<double>& natural, const std::vector<double>& least);
    enum class Kind { Head, Row, Total };
    TextStyle styleOf(size_t column, Kind kind) const;
    std::shared_ptr<const Cells> cellsOf(const std::vector<QString>& texts, Kind kind) const;
    void keepTogether(size_t firstChunk);
    double heightOf(const Cells& cells) const;
    std::shared_ptr<const Chunk> headChunk() const;
    void addRow(const std::vector<QString>& texts, Kind kind, const std::shared_ptr<const Chunk>& head,
                bool keepWithNext);
    void addTallRow(const std::shared_ptr<const Cells>& cells, const std::shared_ptr<const Chunk>& head);

    ChunkMaker& m_maker;
    const Table& m_table;
    const PageDesign& m_design;
    std::vector<bool> m_isNumber;
    std::vector<std::vector<QString>> m_texts; // of the rows, as their readers write numbers and days
    std::shared_ptr<const TableChunks> m_copy; // for rows that are laid out again when this object is gone
    bool m_hasTotal;
    double m_left;
    double m_width;
    std::vector<double> m_x;
    std::vector<double> m_widths;
};

// One of its columns at least has a heading.
bool hasHeads(const Table& table);
// Counts as a table with its total below.
Table tableOf(const CountsBlock& counts);

} // namespace dtp
