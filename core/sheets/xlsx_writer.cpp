// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/xlsx_writer.h>

#include <QCoreApplication>
#include <QIODevice>
#include <cmath>
#include <functional>

#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

namespace dtp
{

namespace
{
constexpr qsizetype greatestCell = 32767; // characters; what spreadsheet programs can keep in one
constexpr qsizetype blockSize = 1 << 18;
constexpr size_t measuredRows = 200;
constexpr qint64 rowsBetweenReports = 1000;

constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* contentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
constexpr const char* packageLinks =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";
constexpr const char* workbookLinks =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/></Relationships>";
constexpr const char* workbookStart = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                      "relationships\"><sheets><sheet sheetId=\"1\" r:id=\"rId1\" name=\"";
// Style 0: numbers. 1: headings. 2: texts, in the format "text": typed over, they stay texts. 3: days. 4: times.
constexpr const char* styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name "
    "val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "<border><left/><right/><top/><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyBorder=\"1\" "
    "applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
constexpr const char* sheetStart =
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView "
    "workbookViewId=\"0\">"
    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";

QString say(const char* text)
{
    return QCoreApplication::translate("Exchange", text);
}

tl::unexpected<Error> notWritten(const QString& detail)
{
    return fail(
        say(QT_TRANSLATE_NOOP("Exchange",
                              "The workbook could not be written to its end. See whether there is room on the disk.")),
        detail);
}

// What XML can hold, and what a cell can: the rest would make the whole file unreadable.
QString cellText(const QString& text)
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
    return clean;
}

QByteArray xml(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray safe;
    safe.reserve(utf8.size() + 16);
    for (const char c : utf8) {
        switch (c) {
        case '&':
            safe.append("&amp;");
            break;
        case '<':
            safe.append("&lt;");
            break;
        case '>':
            safe.append("&gt;");
            break;
        case '"':
            safe.append("&quot;");
            break;
        default:
            safe.append(c);
        }
    }
    return safe;
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

// "A", "Z", "AA" …
QByteArray columnName(size_t index)
{
    QByteArray name;
    for (size_t i = index + 1; i > 0; i = (i - 1) / 26)
        name.prepend(static_cast<char>('A' + (i - 1) % 26));
    return name;
}

// Days since the eve of 1900 as every spreadsheet counts them (ECMA-376, 18.17.4.1, with the day in 1900 that never
// was). Dates before March 1900 have no number that all of them read alike.
const QDate firstDay(1899, 12, 30);
const QDate firstSureDay(1900, 3, 1);

// The value of a number, a day or a time; empty where the cell is written as text.
QByteArray numberOf(const Cell& cell)
{
    constexpr qsizetype mostDigits = 15; // that spreadsheets keep
    constexpr double minutesOfDay = 24 * 60;
    if (cell.kind == CellKind::Text || cell.kind == CellKind::List)
        return {};
    if (const auto value = cell.text.size() <= mostDigits ? cell.number() : std::nullopt)
        return QByteArray::number(*value, 'g', 15);
    if (const QDate day = cell.date(); day.isValid() && day >= firstSureDay)
        return QByteArray::number(firstDay.daysTo(day));
    if (const QDateTime time = cell.dateTime(); time.isValid() && time.date() >= firstSureDay)
        return QByteArray::number(static_cast<double>(firstDay.daysTo(time.date())) +
                                      (time.time().hour() * 60 + time.time().minute()) / minutesOfDay,
                                  'g', 15);
    return {};
}

QByteArray styleOf(CellKind kind)
{
    return kind == CellKind::DateTime                                ? QByteArrayLiteral("\" s=\"4")
           : kind == CellKind::Date || kind == CellKind::PartialDate ? QByteArrayLiteral("\" s=\"3")
                                                                     : QByteArray();
}

// A workbook with one sheet, written straight to the device: nothing of it is kept in memory or in another file.
// After ECMA-376, Part 1 (SpreadsheetML), with texts in their cells.
class Workbook
{
public:
    explicit Workbook(QIODevice& device) : m_zip(&device), m_part(&m_zip) { m_bytes.reserve(blockSize + (1 << 16)); }

    Result<> open(const QString& sheetName)
    {
        m_zip.setUtf8Enabled(true);
        m_zip.setZip64Enabled(true);
        m_zip.setAutoClose(false); // the device is not ours
        if (!m_zip.open(QuaZip::mdCreate))
            return notWritten(QStringLiteral("zip %1").arg(m_zip.getZipError()));
        DTP_CHECK(addPart("[Content_Types].xml", contentTypes));
        DTP_CHECK(addPart("_rels/.rels", packageLinks));
        DTP_CHECK(
            addPart("xl/workbook.xml", workbookStart + xml(sheetNameFrom(sheetName)) + "\"/></sheets></workbook>"));
        DTP_CHECK(addPart("xl/_rels/workbook.xml.rels", workbookLinks));
        DTP_CHECK(addPart("xl/styles.xml", styles));
        return openPart("xl/worksheets/sheet1.xml");
    }

    Result<> start(const std::vector<TableColumn>& columns, const std::vector<size_t>& widest)
    {
        m_columns = columns;
        m_bytes.append(sheetStart);
        if (!columns.empty())
            m_bytes.append("<cols>");
        for (size_t i = 0; i < columns.size(); ++i) {
            m_names.push_back(columnName(i));
            const QByteArray number = QByteArray::number(i + 1);
            m_bytes.append("<col min=\"" + number + "\" max=\"" + number + "\" customWidth=\"1\" width=\"" +
                           QByteArray::number(widthOf(widest[i])) + "\"/>");
        }
        if (!columns.empty())
            m_bytes.append("</cols>");
        m_bytes.append("<sheetData><row r=\"1\">");
        for (size_t i = 0; i < columns.size(); ++i)
            addText(i, "1", "1", columns[i].title);
        m_bytes.append("</row>");
        return {};
    }

    Result<> addRow(const TableRow& row)
    {
        const QByteArray number = QByteArray::number(++m_rows);
        m_bytes.append("<row r=\"" + number + "\">");
        const size_t width = std::min(m_columns.size(), row.cells.size());
        for (size_t i = 0; i < width; ++i) {
            const Cell& cell = row.cells[i];
            if (cell.isEmpty())
                continue;
            if (const QByteArray value = numberOf(cell); !value.isEmpty())
                m_bytes.append("<c r=\"" + m_names[i] + number + styleOf(cell.kind) + "\"><v>" + value + "</v></c>");
            else
                addText(i, number, "2", cell.text);
        }
        m_bytes.append("</row>");
        return m_bytes.size() >= blockSize ? flush() : Result<>();
    }

    Result<> finish()
    {
        m_bytes.append("</sheetData>");
        if (m_rows > 1 && !m_columns.empty())
            m_bytes.append("<autoFilter ref=\"A1:" + m_names.back() + QByteArray::number(m_rows) + "\"/>");
        m_bytes.append("</worksheet>");
        DTP_CHECK(flush());
        DTP_CHECK(closePart());
        m_zip.close();
        if (m_zip.getZipError() != 0)
            return notWritten(QStringLiteral("zip %1").arg(m_zip.getZipError()));
        return {};
    }

private:
    void addText(size_t column, const QByteArray& row, const char* style, const QString& text)
    {
        m_bytes.append("<c r=\"" + m_names[column] + row + "\" s=\"" + style +
                       "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml(cellText(text)) + "</t></is></c>");
    }

    Result<> openPart(const char* name)
    {
        // No date of this computer is told.
        QuaZipNewInfo info{QString::fromLatin1(name)};
        info.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0));
        info.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (!m_part.open(QIODevice::WriteOnly, info))
            return notWritten(QStringLiteral("zip %1").arg(m_part.getZipError()));
        m_bytes.append(declaration);
        return {};
    }

    Result<> flush()
    {
        if (m_part.write(m_bytes) != m_bytes.size())
            return notWritten(m_part.errorString());
        m_bytes.resize(0);
        return {};
    }

    Result<> closePart()
    {
        m_part.close();
        if (m_part.getZipError() != 0)
            return notWritten(QStringLiteral("zip %1").arg(m_part.getZipError()));
        return {};
    }

    Result<> addPart(const char* name, const QByteArray& content)
    {
        DTP_CHECK(openPart(name));
        m_bytes.append(content);
        DTP_CHECK(flush());
        return closePart();
    }

    QuaZip m_zip;
    QuaZipFile m_part;
    QByteArray m_bytes; // on their way to the part
    std::vector<TableColumn> m_columns;
    std::vector<QByteArray> m_names; // of columns: "A", "B"
    qint64 m_rows = 1;
};

Result<> writeSheet(const std::vector<TableColumn>& columns, const QString& name,
                    const std::function<Result<bool>(TableRow&)>& next, QIODevice& device, const Progress& progress)
{
    Workbook book(device);
    DTP_CHECK(book.open(name));
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
            widest[i] = std::max(widest[i], static_cast<size_t>(row.cells[i].text.size()));
        first.push_back(row);
    }
    DTP_CHECK(book.start(columns, widest));
    for (const TableRow& one : first)
        DTP_CHECK(book.addRow(one));
    for (auto done = static_cast<qint64>(first.size()); more; ++done) {
        if (done % rowsBetweenReports == 0 && !goOn(progress, done, 0))
            return fail(say(QT_TRANSLATE_NOOP("Exchange", "Stopped. Nothing was written.")));
        DTP_TRY(got, next(row));
        more = got;
        if (!more)
            break;
        if (done >= greatestXlsxRows)
            return fail(
                say(QT_TRANSLATE_NOOP(
                        "Exchange", "A workbook can hold %1 rows at most. Write a CSV file, or choose fewer people."))
                    .arg(greatestXlsxRows));
        DTP_CHECK(book.addRow(row));
    }
    return book.finish();
}
} // namespace

Result<> writeXlsx(DisclosedRows& rows, const QString& sheetName, QIODevice& device, const Progress& progress)
{
    return writeSheet(
        rows.columns(), sheetName, [&rows](TableRow& row) { return rows.next(row); }, device, progress);
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
