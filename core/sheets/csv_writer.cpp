// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/csv_writer.h>

#include <sheets/formula.h>

#include <QCoreApplication>
#include <QIODevice>

namespace dtp
{

namespace
{
constexpr qsizetype blockSize = 1 << 18;
constexpr qint64 rowsBetweenReports = 1000;

// Collects rows and hands them on in large blocks; numbers stay what they are, texts are defused.
class CsvLines
{
public:
    explicit CsvLines(QIODevice& device) : m_device(device)
    {
        m_bytes.reserve(blockSize + (1 << 14));
        m_bytes.append("\xEF\xBB\xBF");
    }

    void heading(const std::vector<TableColumn>& columns)
    {
        bool first = true;
        for (const TableColumn& column : columns)
            cell(column.title, std::exchange(first, false));
        m_bytes.append("\r\n");
    }

    Result<> row(const std::vector<Cell>& cells, size_t width)
    {
        static const QString nothing;
        for (size_t i = 0; i < width; ++i)
            cell(i < cells.size() ? cells[i].text : nothing, i == 0);
        // A line of nothing would be no line at all for many readers.
        if (width == 1 && (cells.empty() || cells[0].isEmpty()))
            m_bytes.append("\"\"");
        m_bytes.append("\r\n");
        return m_bytes.size() >= blockSize ? flush() : Result<>();
    }

    Result<> flush()
    {
        if (m_device.write(m_bytes) != m_bytes.size()) {
            return fail(
                QCoreApplication::translate(
                    "Exchange", "The file could not be written to its end. See whether there is room on the disk."),
                m_device.errorString());
        }
        m_bytes.resize(0);
        return {};
    }

private:
    void cell(const QString& text, bool first)
    {
        if (!first)
            m_bytes.append(',');
        if (text.isEmpty())
            return;
        const QString safe = defuseFormula(text);
        bool mustQuote = safe.front().isSpace() || safe.back().isSpace();
        bool isAscii = true;
        for (const QChar c : safe) {
            const char16_t u = c.unicode();
            mustQuote = mustQuote || u == u',' || u == u'"' || u == u'\n' || u == u'\r' || u == u';' || u == u'\t';
            isAscii = isAscii && u < 0x80;
        }
        if (mustQuote)
            addQuoted(safe.toUtf8());
        else if (!isAscii)
            m_bytes.append(safe.toUtf8());
        else // nearly all cells
            for (const QChar c : safe)
                m_bytes.append(static_cast<char>(c.unicode()));
    }

    void addQuoted(const QByteArray& utf8)
    {
        m_bytes.append('"');
        for (const char c : utf8) {
            if (c == '"')
                m_bytes.append('"');
            m_bytes.append(c);
        }
        m_bytes.append('"');
    }

    QIODevice& m_device;
    QByteArray m_bytes;
};
} // namespace

namespace
{
template <class Rows>
Result<> writeRows(Rows& rows, QIODevice& device, const Progress& progress)
{
    CsvLines lines(device);
    lines.heading(rows.columns());
    const size_t width = rows.columns().size();
    TableRow row;
    for (qint64 done = 0;; ++done) {
        if (done % rowsBetweenReports == 0 && !goOn(progress, done, 0))
            return fail(QCoreApplication::translate("Exchange", "Stopped. Nothing was written."));
        DTP_TRY(more, rows.next(row));
        if (!more)
            break;
        DTP_CHECK(lines.row(row.cells, width));
    }
    return lines.flush();
}

Result<> addTable(const Table& table, CsvLines& lines)
{
    lines.heading(table.columns);
    for (const TableRow& row : table.rows)
        DTP_CHECK(lines.row(row.cells, table.columns.size()));
    return {};
}

Result<> writeTable(const Table& table, QIODevice& device)
{
    CsvLines lines(device);
    DTP_CHECK(addTable(table, lines));
    return lines.flush();
}
} // namespace

Result<> writeCsv(DisclosedRows& rows, QIODevice& device, const Progress& progress)
{
    return writeRows(rows, device, progress);
}

Result<> writeCsv(UngatedRows rows, QIODevice& device, const Progress& progress)
{
    return writeRows(**rows, device, progress);
}

Result<> writeCsv(const Disclosed<Table>& table, QIODevice& device)
{
    return writeTable(*table, device);
}

Result<> writeCsv(const Disclosed<Document>& document, QIODevice& device)
{
    CsvLines lines(device);
    bool isFirst = true;
    for (const Attachment& attachment : document->attachments) {
        if (!std::exchange(isFirst, false))
            DTP_CHECK(lines.row({}, 0));
        DTP_CHECK(lines.row({attachment.table.title.isEmpty() ? attachment.fileName : attachment.table.title}, 1));
        DTP_CHECK(addTable(attachment.table, lines));
    }
    return lines.flush();
}

Result<> writeAttachmentCsv(const Disclosed<Document>& document, size_t index, QIODevice& device)
{
    if (index >= document->attachments.size())
        return fail(QCoreApplication::translate("Exchange", "The document has no such attachment."));
    return writeTable(document->attachments[index].table, device);
}

} // namespace dtp
