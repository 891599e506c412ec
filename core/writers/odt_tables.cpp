// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of an OpenDocument text, and how they look.
#include <writers/odt_parts.h>

#include <writers/table_chunks.h>

#include <cmath>
#include <numeric>

namespace dtp
{

namespace
{
constexpr int widthStep = 5; // per cent

// By the longest text of each column, since a word processor lays the table out, not we.
std::vector<int> columnShares(const Table& table)
{
    constexpr qsizetype shortest = 6;
    constexpr qsizetype longest = 45;
    std::vector<qsizetype> lengths;
    for (size_t c = 0; c < table.columns.size(); ++c) {
        qsizetype length = std::max(shortest, table.columns[c].title.size());
        for (const TableRow& row : table.rows)
            length = std::max(length, c < row.cells.size() ? row.cells[c].shown().size() : 0);
        lengths.push_back(std::min(length, longest));
    }
    const auto sum = std::accumulate(lengths.begin(), lengths.end(), qsizetype{0});
    std::vector<int> shares;
    for (const qsizetype length : lengths)
        shares.push_back(std::max(1, static_cast<int>(std::lround(100.0 * static_cast<double>(length) /
                                                                  static_cast<double>(sum) / widthStep))) *
                         widthStep);
    return shares;
}
} // namespace

// Here and not among the named styles, where word processors do not look for those of tables.
void OdtContent::tableStyles()
{
    using Properties = std::vector<std::pair<const char*, QString>>;
    const auto style = [this](const QString& name, const char* family, const char* element,
                              const Properties& properties) {
        start("style:style");
        attribute("style:name", name);
        attribute("style:family", QLatin1String(family));
        start(element);
        for (const auto& [property, value] : properties)
            attribute(property, value);
        end();
        end();
    };
    const auto s = [](const char* text) { return QString::fromLatin1(text); };
    style(s("PlainTable"), "table", "style:table-properties",
          {{"style:width", s("451pt")}, {"table:align", s("left")}, {"table:border-model", s("collapsing")}});
    style(s("Row"), "table-row", "style:table-row-properties", {{"fo:keep-together", s("always")}});
    for (int share = widthStep; share <= 100; share += widthStep)
        style(QStringLiteral("Width%1").arg(share), "table-column", "style:table-column-properties",
              {{"style:column-width", QStringLiteral("%1pt").arg(textWidthInPoints * share / 100)},
               {"style:rel-column-width",
                QStringLiteral("%1*").arg(655 * share)}}); // of 65535, as word processors write it
    for (const auto& [name, border] :
         {std::pair("HeadCell", "0.8pt solid #0a5054"), std::pair("Cell", "0.4pt solid #d3dbda")})
        style(s(name), "table-cell", "style:table-cell-properties",
              {{"fo:padding-top", s("4pt")},
               {"fo:padding-bottom", s("4pt")},
               {"fo:padding-left", s("0pt")},
               {"fo:padding-right", s("8pt")},
               {"fo:border", s("none")},
               {"fo:border-bottom", s(border)}});
}

void OdtContent::table(const Table& table, bool hasTotal)
{
    if (table.columns.empty())
        return;
    paragraph("TableTitle", table.title);
    start("table:table");
    attribute("table:name", QStringLiteral("Table%1").arg(++m_tables));
    attribute("table:style-name", QStringLiteral("PlainTable"));
    for (const int share : columnShares(table)) {
        start("table:table-column");
        attribute("table:style-name", QStringLiteral("Width%1").arg(share));
        end();
    }
    if (hasHeads(table)) {
        start("table:table-header-rows");
        start("table:table-row");
        for (const TableColumn& column : table.columns) {
            start("table:table-cell");
            attribute("table:style-name", QStringLiteral("HeadCell"));
            attribute("office:value-type", QStringLiteral("string"));
            paragraph(column.isNumber() ? "HeadNumber" : "Head",
                      column.title.isEmpty() ? QStringLiteral("\u00A0") : column.title);
            end();
        }
        end();
        end();
    }
    for (size_t r = 0; r < table.rows.size(); ++r) {
        start("table:table-row");
        attribute("table:style-name", QStringLiteral("Row"));
        const bool isTotal = hasTotal && r + 1 == table.rows.size();
        for (size_t c = 0; c < table.columns.size(); ++c) {
            start("table:table-cell");
            attribute("table:style-name", QStringLiteral("Cell"));
            attribute("office:value-type", QStringLiteral("string"));
            start("text:p");
            attribute("text:style-name",
                      table.columns[c].isNumber() ? QStringLiteral("CellNumber") : QStringLiteral("CellText"));
            const QString value = c < table.rows[r].cells.size() ? table.rows[r].cells[c].shown() : QString();
            runs({Run{value, isTotal, false, {}, {}}});
            end();
            end();
        }
        end();
    }
    end();
    paragraph("Note", QStringLiteral("\u00A0"));
}

} // namespace dtp
