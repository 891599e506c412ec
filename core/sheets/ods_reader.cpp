// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/ods_reader.h>

#include <sheets/long_texts.h>
#include <sheets/merged_cells.h>
#include <sheets/xlsx_format.h>
#include <sheets/xlsx_reader.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

const QString contentPart = QStringLiteral("content.xml");

class OdsReader final : public SheetReader
{
public:
    explicit OdsReader(std::unique_ptr<ZippedParts> parts) : m_parts(std::move(parts)) {}

    Result<> prepare(const SheetOptions& options, const Progress& progress);
    Result<bool> next(SheetRow& row) override;

    SheetFormat format() const override { return SheetFormat::Ods; }
    std::vector<SheetInfo> sheets() const override { return m_sheets; }
    QString sheet() const override { return m_sheet; }
    qint64 done() const override { return m_xml ? m_xml->bytesRead() : 0; }
    qint64 total() const override { return m_size; }
    qint64 hiddenRows() const override { return m_hidden; }

private:
    Result<> refuseEncrypted() const;
    Result<> listSheets(const Progress& progress);
    Result<> goToSheet(const QString& name);
    Result<> readRow();
    QString readCell();
    QString paragraph();

    std::unique_ptr<ZippedParts> m_parts;
    std::vector<SheetInfo> m_sheets;
    QString m_sheet;
    std::unique_ptr<XmlPart> m_xml;
    qint64 m_size = 0;
    qint64 m_number = 0;    // of the row given last
    bool m_isAtEnd = false; // behind it stands another sheet
    SheetRow m_row;
    qint64 m_repeats = 0; // how often m_row is still to be given
    qint64 m_hidden = 0;
    MergedCells m_merged;
    LongTexts m_texts;
    qint64 m_repeatedCells = 0;
};

Result<> OdsReader::refuseEncrypted() const
{
    const QString manifest = QStringLiteral("META-INF/manifest.xml");
    if (!m_parts->has(manifest))
        return {};
    DTP_TRY(xml, m_parts->xml(manifest));
    while (xml->next()) {
        if (xml->isStart(L1("encryption-data")))
            return fail(Sheets::tr("The spreadsheet is protected by a password. Save it without one and try again."));
    }
    return xml->check();
}

// One pass over everything: the names of the sheets, whether they are hidden, and their rows.
Result<> OdsReader::listSheets(const Progress& progress)
{
    DTP_TRY(xml, m_parts->xml(contentPart));
    QSet<QString> hiddenStyles;
    QString style;
    bool holdsText = false;
    qint64 repeats = 1;
    int tables = 0; // tables in cells are part of the cell
    while (xml->next()) {
        if (xml->isStart(L1("style")))
            style = xml->attribute(L1("name"));
        else if (xml->isStart(L1("table-properties")) && xml->attribute(L1("display")) == L1("false"))
            hiddenStyles.insert(style);
        else if (xml->isStart(L1("table")) && ++tables == 1)
            m_sheets.push_back(
                {xml->attribute(L1("name")), hiddenStyles.contains(xml->attribute(L1("style-name"))), 0});
        else if (xml->isEnd(L1("table")))
            --tables;
        else if (xml->isStart(L1("table-row"))) {
            holdsText = false;
            repeats = std::max(1LL, xml->attribute(L1("number-rows-repeated")).toLongLong());
        } else if (xml->isStart(L1("p")) && tables > 0)
            holdsText = true;
        else if (xml->isEnd(L1("table-row")) && holdsText && !m_sheets.empty())
            m_sheets.back().rows += std::min(repeats, SheetLimits::rows);
        if (xml->isEnd(L1("table-row")) && !goOn(progress, xml->bytesRead(), m_size, Sheets::tr("Counting rows")))
            return fail(Sheets::tr("Stopped. Nothing was changed."));
    }
    return xml->check();
}

Result<> OdsReader::goToSheet(const QString& name)
{
    m_xml.reset(); // one part at a time
    DTP_TRY(xml, m_parts->xml(contentPart));
    m_xml = std::move(xml);
    while (m_xml->next()) {
        if (!m_xml->isStart(L1("table")))
            continue;
        if (m_xml->attribute(L1("name")) == name)
            return {};
        m_xml->skip();
    }
    return m_xml->check();
}

Result<> OdsReader::prepare(const SheetOptions& options, const Progress& progress)
{
    DTP_CHECK(refuseEncrypted());
    m_size = m_parts->sizeOf(contentPart);
    DTP_CHECK(listSheets(progress));
    if (m_sheets.empty())
        return fail(Sheets::tr("The spreadsheet has no sheet: there is nothing to import."));
    const SheetInfo* chosen = chosenSheet(m_sheets, options.sheet);
    if (!chosen)
        return fail(Sheets::tr("The workbook has no sheet called “%1”.").arg(options.sheet));
    m_sheet = chosen->name;
    return goToSheet(m_sheet);
}

Result<bool> OdsReader::next(SheetRow& row)
{
    while (m_repeats == 0) {
        if (m_isAtEnd || !m_xml->next() || m_xml->isEnd(L1("table"))) {
            m_isAtEnd = true;
            DTP_CHECK(m_xml->check());
            return false;
        }
        if (!m_xml->isStart(L1("table-row")))
            continue;
        const qint64 repeats = std::max(1LL, m_xml->attribute(L1("number-rows-repeated")).toLongLong());
        const QString visibility = m_xml->attribute(L1("visibility"));
        DTP_CHECK(readRow());
        if ((visibility == L1("filter") || visibility == L1("collapse")) && !m_row.isBlank())
            m_hidden += repeats;
        // A row that stands there so many times is no list; a file of 500 bytes could say a billion cells so.
        constexpr qint64 mostRepeatedCells = 100'000;
        constexpr qint64 fewRepeats = 100;
        if (repeats > fewRepeats && !m_row.cells.isEmpty())
            m_repeatedCells += repeats * m_row.cells.size();
        if (m_repeatedCells > mostRepeatedCells)
            return fail(Sheets::tr("Row %1 is repeated %L2 times: too many for a list of people.")
                            .arg(m_number + 1)
                            .arg(repeats));
        // Blank rows are passed over in one step: sheets end with a million of them.
        if (m_row.cells.isEmpty())
            m_number += std::min(repeats, SheetLimits::rows);
        else
            m_repeats = repeats;
    }
    if (m_number >= SheetLimits::rows)
        return fail(
            Sheets::tr("The sheet has more than %L1 rows: too many for a list of people. Split it into smaller ones.")
                .arg(SheetLimits::rows));
    --m_repeats;
    row = m_row;
    row.number = ++m_number;
    m_merged.fill(row);
    DTP_CHECK(m_texts.count(row));
    return true;
}

Result<> OdsReader::readRow()
{
    m_row.cells.clear();
    qint64 column = 0;
    while (m_xml->next() && !m_xml->isEnd(L1("table-row"))) {
        if (!m_xml->isStart(L1("table-cell")) && !m_xml->isStart(L1("covered-table-cell")))
            continue;
        const qint64 repeats = std::max(1LL, m_xml->attribute(L1("number-columns-repeated")).toLongLong());
        const qint64 rows = m_xml->attribute(L1("number-rows-spanned")).toLongLong();
        const QString value = readCell();
        if (rows > 1 && !value.isEmpty() && column < SheetLimits::columns)
            m_merged.add(m_number + 1, m_number + rows, static_cast<int>(column));
        if (!value.isEmpty()) {
            if (repeats > SheetLimits::columns || column + repeats > SheetLimits::columns)
                return fail(Sheets::tr("Row %1 has more than %L2 columns: too many for a list of people.")
                                .arg(m_number + 1)
                                .arg(SheetLimits::columns));
            while (m_row.cells.size() < column)
                m_row.cells.append(QString());
            for (qint64 i = 0; i < repeats; ++i)
                m_row.cells.append(value);
        }
        column += std::min<qint64>(repeats, SheetLimits::rows);
    }
    return m_xml->check();
}

// Number as shown where that says more: a phone with leading zeros is kept by its format only.
QString shownOrStored(const QString& shown, const QString& stored)
{
    static const QRegularExpression separators(QStringLiteral("[ .\\-/()]"));
    QString digits = shown;
    digits.remove(separators);
    if (digits.startsWith(QLatin1Char('0')) && digits.size() > 1 && digits.toLongLong() == stored.toLongLong() &&
        stored.toLongLong() > 0)
        return shown;
    return numberText(stored, {}, false);
}

QString timeText(const QString& duration)
{
    static const QRegularExpression form(QStringLiteral("^PT(\\d+)H(\\d+)M"));
    const auto match = form.match(duration);
    return match.hasMatch() ? QString(match.captured(1) + QLatin1Char(':') + match.captured(2)) : duration;
}

// From the start of the cell to its end.
QString OdsReader::readCell()
{
    const QString type = m_xml->attribute(L1("value-type"));
    const QString number = m_xml->attribute(L1("value"));
    const QString date = m_xml->attribute(L1("date-value"));
    const QString time = m_xml->attribute(L1("time-value"));
    const QString flag = m_xml->attribute(L1("boolean-value"));
    const QString string = m_xml->attribute(L1("string-value"));
    QStringList paragraphs;
    while (m_xml->next() && !m_xml->isEnd(L1("table-cell")) && !m_xml->isEnd(L1("covered-table-cell"))) {
        if (m_xml->isStart(L1("p")) || m_xml->isStart(L1("h")))
            paragraphs.append(paragraph());
        else if (m_xml->isStart())
            m_xml->skip(); // comments, pictures, tables within cells
    }
    const QString shown = paragraphs.join(QLatin1Char('\n'));
    if (type == L1("date") && !date.isEmpty())
        return date.endsWith(L1("T00:00:00")) ? date.left(10)
                                              : QString(date).replace(QLatin1Char('T'), QLatin1Char(' '));
    if (type == L1("time") && !time.isEmpty())
        return timeText(time);
    if (type == L1("boolean") && !flag.isEmpty())
        return flag.toUpper();
    if ((type == L1("float") || type == L1("currency")) && !number.isEmpty())
        return shownOrStored(shown, number);
    return shown.isEmpty() ? string : shown;
}

// A paragraph: runs of spaces, tabs and line breaks are elements; comments and reading aids are no text of the cell.
QString OdsReader::paragraph()
{
    QString all;
    int depth = 1;
    while (depth > 0 && m_xml->next()) {
        if (m_xml->isText() && all.size() < SheetLimits::cellCharacters)
            all += m_xml->text();
        else if (m_xml->isStart(L1("annotation")) || m_xml->isStart(L1("ruby-text")) || m_xml->isStart(L1("note")))
            m_xml->skip();
        else if (m_xml->isStart()) {
            if (m_xml->name() == L1("s"))
                all += QString(std::clamp(std::max(1, m_xml->attribute(L1("c")).toInt()), 1, 1000), QLatin1Char(' '));
            else if (m_xml->name() == L1("tab"))
                all += QLatin1Char('\t');
            else if (m_xml->name() == L1("line-break"))
                all += QLatin1Char('\n');
            ++depth;
        } else if (m_xml->isEnd())
            --depth;
    }
    return all;
}
} // namespace

Result<std::unique_ptr<SheetReader>> openOds(std::unique_ptr<ZippedParts> parts, const SheetOptions& options,
                                             const Progress& progress)
{
    auto reader = std::make_unique<OdsReader>(std::move(parts));
    DTP_CHECK(reader->prepare(options, progress));
    return std::unique_ptr<SheetReader>(std::move(reader));
}

} // namespace dtp
