// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/row_lists.h>

#include <import/heading_words.h>
#include <import/sheet_frame.h>
#include <sheets/csv_writer.h>

#include <QIODevice>
#include <memory>

namespace dtp
{

namespace
{
// Columns as the file that came in has them: told apart by their place.
std::vector<TableColumn> columnsCalled(const QStringList& titles)
{
    std::vector<TableColumn> columns;
    for (const QString& title : titles)
        columns.push_back(columnOfTable(QByteArray::number(columns.size()).constData(), title));
    return columns;
}

// Rows made one at a time from a list that is in memory anyway.
class ListedRows final : public RowSource
{
public:
    using Texts = std::function<QStringList(size_t)>;
    ListedRows(const QStringList& titles, size_t count, Texts textsOf)
        : m_columns(columnsCalled(titles)), m_count(count), m_textsOf(std::move(textsOf))
    {
    }

    const std::vector<TableColumn>& columns() const override { return m_columns; }

    Result<bool> next(TableRow& row) override
    {
        if (m_at == m_count)
            return false;
        const QStringList texts = m_textsOf(m_at++);
        row.cells.assign(texts.begin(), texts.end());
        return true;
    }

private:
    std::vector<TableColumn> m_columns;
    size_t m_count;
    Texts m_textsOf;
    size_t m_at = 0;
};
} // namespace

Result<> writeRejectedRows(QIODevice& device, const ImportMapping& mapping, const std::vector<RejectedRow>& rows)
{
    QStringList headings;
    std::vector<int> columns;
    for (const ColumnMapping& column : mapping.columns) {
        if (isReasonHeading(column.heading))
            continue; // of the last time
        headings.append(column.heading);
        columns.push_back(column.column);
    }
    qsizetype width = headings.size();
    for (const RejectedRow& row : rows)
        width = std::max(width, row.cells->size());
    for (qsizetype i = static_cast<qsizetype>(mapping.columns.size()); i < width; ++i) {
        headings.append(headingOrNumber({}, static_cast<int>(i)));
        columns.push_back(static_cast<int>(i));
    }
    auto texts = [&](size_t at) {
        QStringList cells;
        for (const int column : columns)
            cells.append(rows[at].cells->value(column));
        return cells + QStringList{*rows[at].reason};
    };
    std::unique_ptr<RowSource> source =
        std::make_unique<ListedRows>(headings + QStringList{reasonHeading()}, rows.size(), std::move(texts));
    return writeCsv(ungated(std::move(source), UngatedReason::RejectedRows), device);
}

Result<> writeRowLog(QIODevice& device, const QString& subject, size_t count,
                     const std::function<const PlannedRow&(size_t)>& rowAt, QString (*fate)(RowFate))
{
    auto texts = [&](size_t at) {
        const PlannedRow& row = rowAt(at);
        return QStringList{QString::number(row.number), fate(row.fate), row.name,
                           (QStringList{row.reason} + row.warnings).join(QLatin1Char(' '))};
    };
    const QStringList titles{QStringLiteral("row"), QStringLiteral("fate"), subject, QStringLiteral("reason")};
    std::unique_ptr<RowSource> source = std::make_unique<ListedRows>(titles, count, std::move(texts));
    return writeCsv(ungated(std::move(source), UngatedReason::ImportLog), device);
}

} // namespace dtp
