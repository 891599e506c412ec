// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/xlsx_reader.h>

#include <sheets/long_texts.h>
#include <sheets/merged_cells.h>
#include <sheets/xlsx_format.h>

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

// Column of "BC12": 54. -1 when the reference names none.
int columnOf(QStringView reference)
{
    int column = 0;
    qsizetype letters = 0;
    for (; letters < reference.size() && letters < 4; ++letters) {
        const char16_t c = reference.at(letters).unicode() & ~char16_t(0x20);
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c - u'A' + 1);
    }
    return letters == 0 ? -1 : column - 1;
}

// A relationship's target as a part of the archive: relative to the folder of its owner, or absolute.
QString partOf(const QString& target, const QString& folder)
{
    const QString path = target.startsWith(QLatin1Char('/')) ? target.mid(1) : QString(folder + target);
    return QDir::cleanPath(path);
}

bool isOn(const QString& flag)
{
    return flag == L1("1") || flag == L1("true");
}

// The text of a string item: plain or in runs, without the reading aid (phonetic) of East Asian scripts.
QString stringItem(XmlPart& xml)
{
    QString all;
    int depth = 1;
    while (depth > 0 && xml.next()) {
        if (xml.isStart(L1("rPh")) || xml.isStart(L1("phoneticPr")))
            xml.skip();
        else if (xml.isStart(L1("t")))
            all += xml.textWithin();
        else if (xml.isStart())
            ++depth;
        else if (xml.isEnd())
            --depth;
    }
    return withoutXEscapes(all);
}

struct Sheet {
    SheetInfo info;
    QString part;
};

class XlsxReader final : public SheetReader
{
public:
    explicit XlsxReader(std::unique_ptr<ZippedParts> parts) : m_parts(std::move(parts)) {}

    Result<> prepare(const SheetOptions& options, const Progress& progress);
    Result<bool> next(SheetRow& row) override;

    SheetFormat format() const override { return SheetFormat::Xlsx; }
    std::vector<SheetInfo> sheets() const override;
    QString sheet() const override { return m_sheet; }
    qint64 done() const override { return m_xml ? m_xml->bytesRead() : 0; }
    qint64 total() const override { return m_size; }
    qint64 hiddenRows() const override { return m_hidden; }

private:
    Result<> readMerges(const QString& part);
    Result<QString> workbookPart() const;
    Result<> readWorkbook(const QString& part);
    Result<QHash<QString, QString>> relationships(const QString& part) const; // id -> part
    Result<> readStrings(const QString& part, const Progress& progress);
    Result<> readStyles(const QString& part);
    Result<> countRows(const Progress& progress);
    Result<> readRow(SheetRow& row);
    QString readCell();
    QString valueOf(const QString& type, const QString& style, const QString& stored) const;

    std::unique_ptr<ZippedParts> m_parts;
    std::vector<Sheet> m_sheets;
    std::vector<QString> m_strings;
    std::vector<NumberMeaning> m_styles;
    bool m_since1904 = false;
    QString m_sheet;
    std::unique_ptr<XmlPart> m_xml;
    qint64 m_size = 0;
    qint64 m_row = 0;
    qint64 m_hidden = 0;
    MergedCells m_merged;
    LongTexts m_texts;
};

// They stand behind the rows that they are about.
Result<> XlsxReader::readMerges(const QString& part)
{
    constexpr qsizetype most = 4 << 20;
    DTP_TRY(text, m_parts->textFrom(part, "mergeCell ", most));
    static const QRegularExpression form(
        QStringLiteral("mergeCell ref=\"\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})\""));
    for (auto found = form.globalMatch(QString::fromLatin1(text)); found.hasNext();) {
        const auto match = found.next();
        m_merged.add(match.captured(2).toLongLong(), match.captured(3).toLongLong(), columnOf(match.captured(1)));
    }
    m_merged.settle();
    return {};
}

Result<QString> XlsxReader::workbookPart() const
{
    QString part = QStringLiteral("xl/workbook.xml");
    if (!m_parts->has(QStringLiteral("_rels/.rels")))
        return part;
    DTP_TRY(xml, m_parts->xml(QStringLiteral("_rels/.rels")));
    while (xml->next()) {
        if (xml->isStart(L1("Relationship")) && xml->attribute(L1("Type")).endsWith(L1("/officeDocument")))
            part = partOf(xml->attribute(L1("Target")), QString());
    }
    DTP_CHECK(xml->check());
    return part;
}

Result<QHash<QString, QString>> XlsxReader::relationships(const QString& part) const
{
    const qsizetype slash = part.lastIndexOf(QLatin1Char('/')) + 1;
    const QString folder = part.left(slash);
    const QString file = folder + L1("_rels/") + part.mid(slash) + L1(".rels");
    QHash<QString, QString> targets;
    if (!m_parts->has(file))
        return targets;
    DTP_TRY(xml, m_parts->xml(file));
    while (xml->next()) {
        if (xml->isStart(L1("Relationship")) && xml->attribute(L1("TargetMode")) != L1("External")) {
            targets.insert(xml->attribute(L1("Id")), partOf(xml->attribute(L1("Target")), folder));
            // Where there is one only, its type is enough to find it.
            targets.insert(xml->attribute(L1("Type")).section(QLatin1Char('/'), -1),
                           partOf(xml->attribute(L1("Target")), folder));
        }
    }
    DTP_CHECK(xml->check());
    return targets;
}

Result<> XlsxReader::readWorkbook(const QString& part)
{
    DTP_TRY(targets, relationships(part));
    DTP_TRY(xml, m_parts->xml(part));
    while (xml->next()) {
        if (xml->isStart(L1("workbookPr")))
            m_since1904 = isOn(xml->attribute(L1("date1904")));
        if (!xml->isStart(L1("sheet")))
            continue;
        Sheet sheet;
        sheet.info.name = xml->attribute(L1("name"));
        const QString state = xml->attribute(L1("state"));
        sheet.info.isHidden = state == L1("hidden") || state == L1("veryHidden");
        sheet.info.rows = -1;
        sheet.part = targets.value(xml->attribute(L1("id")));
        // Sheets of charts and dialogs have no cells.
        if (m_parts->has(sheet.part) && !sheet.part.contains(L1("chartsheets/")) &&
            !sheet.part.contains(L1("dialogsheets/")))
            m_sheets.push_back(std::move(sheet));
    }
    return xml->check();
}

Result<> XlsxReader::readStrings(const QString& part, const Progress& progress)
{
    if (!m_parts->has(part))
        return {};
    DTP_TRY(xml, m_parts->xml(part));
    qint64 characters = 0;
    while (xml->next()) {
        if (!xml->isStart(L1("si")))
            continue;
        m_strings.push_back(stringItem(*xml));
        characters += m_strings.back().size() + 16;
        if (characters > SheetLimits::sharedTextCharacters)
            return fail(
                Sheets::tr("The spreadsheet holds too much text to be a list of people. Split it into smaller ones."));
        if (m_strings.size() % 10'000 == 0 && !goOn(progress, 0, 0, Sheets::tr("Reading the texts")))
            return fail(Sheets::tr("Stopped. Nothing was changed."));
    }
    return xml->check();
}

Result<> XlsxReader::readStyles(const QString& part)
{
    if (!m_parts->has(part))
        return {};
    DTP_TRY(xml, m_parts->xml(part));
    QHash<int, QString> formats;
    bool inCells = false;
    while (xml->next()) {
        if (xml->isStart(L1("numFmt")))
            formats.insert(xml->attribute(L1("numFmtId")).toInt(), xml->attribute(L1("formatCode")));
        else if (xml->name() == L1("cellXfs"))
            inCells = xml->isStart();
        else if (inCells && xml->isStart(L1("xf"))) {
            const int format = xml->attribute(L1("numFmtId")).toInt();
            m_styles.push_back(numberMeaning(format, formats.value(format)));
        }
    }
    return xml->check();
}

Result<> XlsxReader::countRows(const Progress& progress)
{
    for (Sheet& sheet : m_sheets) {
        DTP_TRY(xml, m_parts->xml(sheet.part));
        sheet.info.rows = 0;
        bool isCounted = false;
        while (xml->next()) {
            if (xml->isStart(L1("row")))
                isCounted = false;
            else if (!isCounted && (xml->isStart(L1("v")) || xml->isStart(L1("is")))) {
                isCounted = true;
                ++sheet.info.rows;
                if (sheet.info.rows % 5'000 == 0 && !goOn(progress, sheet.info.rows, 0, Sheets::tr("Counting rows")))
                    return fail(Sheets::tr("Stopped. Nothing was changed."));
            }
        }
        DTP_CHECK(xml->check());
    }
    return {};
}

Result<> XlsxReader::prepare(const SheetOptions& options, const Progress& progress)
{
    DTP_TRY(workbook, workbookPart());
    DTP_CHECK(readWorkbook(workbook));
    if (m_sheets.empty())
        return fail(Sheets::tr("The workbook has no sheet with cells: there is nothing to import."));
    DTP_TRY(targets, relationships(workbook));
    DTP_CHECK(readStyles(targets.value(QStringLiteral("styles"), QStringLiteral("xl/styles.xml"))));
    if (m_sheets.size() > 1)
        DTP_CHECK(countRows(progress));
    const std::vector<SheetInfo> all = sheets();
    const SheetInfo* chosen = chosenSheet(all, options.sheet);
    if (!chosen)
        return fail(Sheets::tr("The workbook has no sheet called “%1”.").arg(options.sheet));
    const Sheet& sheet = m_sheets.at(static_cast<size_t>(chosen - all.data()));
    DTP_CHECK(
        readStrings(targets.value(QStringLiteral("sharedStrings"), QStringLiteral("xl/sharedStrings.xml")), progress));
    m_sheet = sheet.info.name;
    m_size = m_parts->sizeOf(sheet.part);
    DTP_CHECK(readMerges(sheet.part));
    DTP_TRY(xml, m_parts->xml(sheet.part));
    m_xml = std::move(xml);
    return {};
}

std::vector<SheetInfo> XlsxReader::sheets() const
{
    std::vector<SheetInfo> all;
    for (const Sheet& sheet : m_sheets)
        all.push_back(sheet.info);
    return all;
}

Result<bool> XlsxReader::next(SheetRow& row)
{
    while (m_xml->next()) {
        if (m_xml->isStart(L1("row"))) {
            DTP_CHECK(readRow(row));
            return true;
        }
        if (m_xml->isEnd(L1("sheetData")))
            return false;
    }
    DTP_CHECK(m_xml->check());
    return false;
}

Result<> XlsxReader::readRow(SheetRow& row)
{
    // A number below the last one would let rows be taken for each other.
    const qint64 said = m_xml->attribute(L1("r")).toLongLong();
    m_row = std::max(said, m_row + 1);
    if (m_row > SheetLimits::rows)
        return fail(
            Sheets::tr("The sheet has more than %L1 rows: too many for a list of people. Split it into smaller ones.")
                .arg(SheetLimits::rows));
    row.number = m_row;
    const bool isHidden = isOn(m_xml->attribute(L1("hidden")));
    row.cells.clear();
    while (m_xml->next() && !m_xml->isEnd(L1("row"))) {
        if (!m_xml->isStart(L1("c")))
            continue;
        const int named = columnOf(m_xml->attribute(L1("r")));
        const qsizetype column = named >= 0 ? named : row.cells.size();
        const QString value = readCell();
        if (value.isEmpty() && column >= row.cells.size() && named >= 0)
            continue;
        if (column >= SheetLimits::columns)
            return fail(Sheets::tr("Row %1 has more than %L2 columns: too many for a list of people.")
                            .arg(m_row)
                            .arg(SheetLimits::columns));
        while (row.cells.size() <= column)
            row.cells.append(QString());
        row.cells[column] = value;
    }
    m_hidden += isHidden && !row.isBlank();
    m_merged.fill(row);
    DTP_CHECK(m_xml->check());
    return m_texts.count(row);
}

// From <c …> to </c>.
QString XlsxReader::readCell()
{
    const QString type = m_xml->attribute(L1("t"));
    const QString style = m_xml->attribute(L1("s"));
    QString value;
    while (m_xml->next() && !m_xml->isEnd(L1("c"))) {
        if (m_xml->isStart(L1("v")))
            value = valueOf(type, style, m_xml->textWithin());
        else if (m_xml->isStart(L1("is")))
            value = stringItem(*m_xml);
        else if (m_xml->isStart())
            m_xml->skip(); // formulas: what they gave is in <v>
    }
    return value;
}

QString XlsxReader::valueOf(const QString& type, const QString& style, const QString& stored) const
{
    if (type == L1("s")) {
        bool isIndex = false;
        const qulonglong index = stored.trimmed().toULongLong(&isIndex);
        return isIndex && index < m_strings.size() ? m_strings.at(static_cast<size_t>(index)) : QString();
    }
    if (type == L1("str") || type == L1("inlineStr"))
        return withoutXEscapes(stored);
    if (type == L1("b"))
        return isOn(stored.trimmed()) ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    if (type == L1("e"))
        return stored;
    if (type == L1("d"))
        return stored.endsWith(L1("T00:00:00")) ? stored.left(10)
                                                : QString(stored).replace(QLatin1Char('T'), QLatin1Char(' '));
    const size_t index = style.toUInt();
    return numberText(stored.trimmed(), index < m_styles.size() ? m_styles.at(index) : NumberMeaning(), m_since1904);
}
} // namespace

const SheetInfo* chosenSheet(const std::vector<SheetInfo>& sheets, const QString& name)
{
    const SheetInfo* best = nullptr;
    for (const SheetInfo& sheet : sheets) {
        if (!name.isEmpty()) {
            if (sheet.name == name)
                return &sheet;
        } else if (!best || (best->isHidden && !sheet.isHidden) ||
                   (best->isHidden == sheet.isHidden && sheet.rows > best->rows)) {
            best = &sheet;
        }
    }
    return best;
}

Result<std::unique_ptr<SheetReader>> openXlsx(std::unique_ptr<ZippedParts> parts, const SheetOptions& options,
                                              const Progress& progress)
{
    auto reader = std::make_unique<XlsxReader>(std::move(parts));
    DTP_CHECK(reader->prepare(options, progress));
    return std::unique_ptr<SheetReader>(std::move(reader));
}

} // namespace dtp
