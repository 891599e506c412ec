// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/xlsx_writer.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QTemporaryDir>
#include <functional>

#include <xlsxwriter.h>

namespace dtp
{

namespace
{
constexpr qsizetype greatestCell = 32767; // characters; what spreadsheet programs can keep in one
constexpr size_t measuredRows = 200;
constexpr qint64 rowsBetweenReports = 1000;

QString say(const char* text)
{
    return QCoreApplication::translate("Exchange", text);
}

tl::unexpected<Error> notWritten(const QString& detail)
{
    return fail(say(QT_TRANSLATE_NOOP("Exchange", "The workbook could not be written to its end. See whether there is room on the disk.")), detail);
}

// What XML can hold, and what a cell can: the rest would make the whole file unreadable.
QByteArray cellBytes(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean += c;
            clean += text.at(++i);
        } else if (c.isSurrogate()) {
            clean += QChar::ReplacementCharacter;
        } else if (u == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                clean += u'\n';
        } else if (u == u'\t' || u == u'\n' || (u >= 0x20 && u != 0xFFFE && u != 0xFFFF)) {
            clean += c;
        }
    }
    if (clean.size() > greatestCell) {
        const QString mark = QStringLiteral(" […]");
        clean.truncate(greatestCell - mark.size() - 1);
        if (clean.back().isHighSurrogate())
            clean.chop(1);
        clean += mark;
    }
    // "_x0041_" would be read as the sign with that number: its underscore is written as a sign with a number itself.
    for (qsizetype i = 0; (i = clean.indexOf(QLatin1String("_x"), i)) >= 0; ++i) {
        if (i + 6 < clean.size() && clean.at(i + 6) == u'_') {
            clean.insert(i + 1, QStringLiteral("x005F_"));
            i += 6;
        }
    }
    return clean.toUtf8();
}

QString sheetNameFrom(const QString& title)
{
    QString name;
    for (const QChar c : title) {
        if (!QStringLiteral("[]:*?/\\").contains(c) && c.unicode() >= 0x20 && !c.isSurrogate())
            name += c;
    }
    name = name.left(31).trimmed();
    while (name.startsWith(u'\'') || name.endsWith(u'\''))
        name = name.startsWith(u'\'') ? name.mid(1) : name.chopped(1);
    return name.isEmpty() ? QStringLiteral("Sheet1") : name;
}

double widthOf(size_t characters)
{
    return std::clamp<double>(static_cast<double>(characters) + 2, 9, 48);
}

// A workbook in a folder of its own, which nobody else may look into, beside where it will lie: no copy of what leaves
// stays on another disk.
class Workbook
{
public:
    static Result<std::unique_ptr<Workbook>> create(const QIODevice& target, const QString& sheetName)
    {
        const auto* const file = qobject_cast<const QFileDevice*>(&target);
        const QString folder = file && !file->fileName().isEmpty() ? QFileInfo(file->fileName()).absolutePath() : QDir::tempPath();
        std::unique_ptr<Workbook> made(new Workbook(folder));
        if (!made->m_folder.isValid())
            return notWritten(made->m_folder.errorString());
        made->m_path = QFile::encodeName(made->m_folder.filePath(QStringLiteral("book.xlsx")));
        QByteArray temporary = QFile::encodeName(made->m_folder.path());
        lxw_workbook_options options = {};
        options.constant_memory = 1;
        options.tmpdir = temporary.data();
        options.use_zip64 = 1;
        made->m_book = workbook_new_opt(made->m_path.constData(), &options);
        made->m_sheet = made->m_book ? workbook_add_worksheet(made->m_book, sheetNameFrom(sheetName).toUtf8().constData()) : nullptr;
        if (!made->m_sheet)
            return notWritten(QStringLiteral("no worksheet"));
        made->m_bold = workbook_add_format(made->m_book);
        format_set_bold(made->m_bold);
        format_set_bottom(made->m_bold, LXW_BORDER_THIN);
        return made;
    }

    ~Workbook()
    {
        if (m_book)
            lxw_workbook_free(m_book);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void setColumns(const std::vector<TableColumn>& columns, const std::vector<size_t>& widest)
    {
        m_columns = columns;
        for (size_t i = 0; i < columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, column, column, widthOf(widest[i]), nullptr);
            note(worksheet_write_string(m_sheet, 0, column, cellBytes(columns[i].title).constData(), m_bold));
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    void addRow(const TableRow& row)
    {
        ++m_rows;
        const size_t width = std::min(m_columns.size(), row.cells.size());
        for (size_t i = 0; i < width; ++i) {
            const QString& text = row.cells[i];
            if (text.isEmpty())
                continue;
            const auto column = static_cast<lxw_col_t>(i);
            bool isNumber = false;
            const double number = m_columns[i].isNumber && text.size() <= 15 ? text.toDouble(&isNumber) : 0;
            if (isNumber && std::isfinite(number))
                note(worksheet_write_number(m_sheet, m_rows, column, number, nullptr));
            else
                note(worksheet_write_string(m_sheet, m_rows, column, cellBytes(text).constData(), nullptr));
        }
    }

    Result<> finish(QIODevice& device)
    {
        if (m_rows > 0 && !m_columns.empty())
            worksheet_autofilter(m_sheet, 0, 0, m_rows, static_cast<lxw_col_t>(m_columns.size() - 1));
        const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
        if (m_error == LXW_NO_ERROR)
            m_error = closed;
        if (m_error != LXW_NO_ERROR)
            return notWritten(QString::fromUtf8(lxw_strerror(m_error)));
        QFile made(QFile::decodeName(m_path));
        if (!made.open(QIODevice::ReadOnly))
            return notWritten(made.errorString());
        while (!made.atEnd()) {
            const QByteArray block = made.read(1 << 18);
            if (block.isEmpty() || device.write(block) != block.size())
                return notWritten(device.errorString());
        }
        return {};
    }

private:
    explicit Workbook(const QString& folder) : m_folder(folder + QStringLiteral("/.workbook-XXXXXX")) {}

    void note(lxw_error error)
    {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }

    QTemporaryDir m_folder;
    QByteArray m_path;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_bold = nullptr;
    std::vector<TableColumn> m_columns;
    lxw_row_t m_rows = 0;
    lxw_error m_error = LXW_NO_ERROR;
};

Result<> writeSheet(const std::vector<TableColumn>& columns, const QString& name, const std::function<Result<bool>(TableRow&)>& next,
                    QIODevice& device, const Progress& progress)
{
    DTP_TRY(book, Workbook::create(device, name));
    std::vector<size_t> widest;
    for (const TableColumn& column : columns)
        widest.push_back(static_cast<size_t>(column.title.size()));

    // The first rows say how wide the columns are; they must be known before the first row is written.
    std::vector<TableRow> first;
    TableRow row;
    bool more = true;
    while (more && first.size() < measuredRows) {
        DTP_TRY(got, next(row));
        more = got;
        if (!more)
            break;
        for (size_t i = 0; i < std::min(widest.size(), row.cells.size()); ++i)
            widest[i] = std::max(widest[i], static_cast<size_t>(row.cells[i].size()));
        first.push_back(row);
    }
    book->setColumns(columns, widest);
    for (const TableRow& one : first)
        book->addRow(one);
    for (auto done = static_cast<qint64>(first.size()); more; ++done) {
        if (done % rowsBetweenReports == 0 && !goOn(progress, done, 0))
            return fail(say(QT_TRANSLATE_NOOP("Exchange", "Stopped. Nothing was written.")));
        DTP_TRY(got, next(row));
        more = got;
        if (!more)
            break;
        if (done >= greatestXlsxRows)
            return fail(say(QT_TRANSLATE_NOOP("Exchange", "A workbook can hold %1 rows at most. Write a CSV file, or choose fewer people.")).arg(greatestXlsxRows));
        book->addRow(row);
    }
    return book->finish(device);
}
} // namespace

Result<> writeXlsx(DisclosedRows& rows, const QString& sheetName, QIODevice& device, const Progress& progress)
{
    return writeSheet(rows.columns(), sheetName, [&rows](TableRow& row) { return rows.next(row); }, device, progress);
}

Result<> writeXlsx(const Disclosed<Table>& table, QIODevice& device)
{
    size_t at = 0;
    const auto next = [&](TableRow& row) -> Result<bool> {
        if (at == table->rows.size())
            return false;
        row = table->rows[at++];
        return true;
    };
    return writeSheet(table->columns, table->title, next, device, {});
}

} // namespace dtp
