// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/sheet_reader.h>

#include <sheets/csv_reader.h>
#include <sheets/ods_reader.h>
#include <sheets/xlsx_reader.h>
#include <sheets/zip_xml.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace dtp
{

namespace
{
struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

// Word for word as it stands in the directory of an OLE file: UTF-16LE.
bool holdsName(const QByteArray& bytes, const char* name)
{
    QByteArray wide;
    for (const char* c = name; *c; ++c)
        wide.append(*c).append('\0');
    return bytes.contains(wide);
}

// "[{", "{"": no cell of a list begins so.
bool isJson(const QByteArray& start)
{
    QByteArray signs = start.left(64);
    for (const char space : {' ', '\n', '\r', '\t'})
        signs.replace(space, "");
    return signs.startsWith("[{") || signs.startsWith("{\"") || signs.startsWith("[[");
}

// Files of kinds that are no spreadsheet of ours get the sentence that helps; nullptr for others.
const char* refusalOf(const QByteArray& head)
{
    const QByteArray start = head.left(512).trimmed().toLower();
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return holdsName(head, "EncryptedPackage")
                   ? QT_TRANSLATE_NOOP(
                         "Sheets", "The spreadsheet is protected by a password. Save it without one and try again.")
                   : QT_TRANSLATE_NOOP("Sheets", "This is a document of an old format (.xls, before 2007). Open it in "
                                                 "a spreadsheet program, save it as .xlsx and try again.");
    if (head.startsWith("%PDF"))
        return QT_TRANSLATE_NOOP("Sheets",
                                 "This is a PDF, not a spreadsheet. Ask for the spreadsheet it was made from.");
    if (head.startsWith("\x89PNG") || head.startsWith("\xFF\xD8\xFF") || head.startsWith("GIF8"))
        return QT_TRANSLATE_NOOP("Sheets", "This is a picture, not a spreadsheet.");
    if (head.startsWith("{\\rtf"))
        return QT_TRANSLATE_NOOP("Sheets", "This is a text document, not a spreadsheet. Copy its table into a "
                                           "spreadsheet program, save it as .xlsx and try again.");
    if (start.startsWith("begin:vcard") || start.startsWith("\xEF\xBB\xBF"
                                                            "begin:vcard"))
        return QT_TRANSLATE_NOOP("Sheets", "This is a file of address cards (.vcf), not a spreadsheet. Open it in an "
                                           "address book, save its list as .csv and try again.");
    if (start.startsWith("begin:vcalendar"))
        return QT_TRANSLATE_NOOP("Sheets", "This is a calendar (.ics), not a spreadsheet.");
    if (isJson(start))
        return QT_TRANSLATE_NOOP("Sheets",
                                 "This is JSON, a format for programs, not a spreadsheet. Ask for the list as "
                                 ".csv or .xlsx.");
    if (head.startsWith("SQLite format 3") || head.startsWith("DTPVAULT"))
        return QT_TRANSLATE_NOOP("Sheets", "This is a database, not a spreadsheet. Open it from the menu instead.");
    if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<table") ||
        (start.startsWith("<?xml") &&
         (start.contains("<workbook") || start.contains("office:document") || start.contains("<html"))))
        return QT_TRANSLATE_NOOP("Sheets", "This is a web page or an XML file that calls itself a spreadsheet. Open "
                                           "it in a spreadsheet program, save it as .xlsx and try again.");
    return nullptr;
}

Result<std::unique_ptr<SheetReader>> openZipped(const QString& path, const SheetOptions& options,
                                                const Progress& progress)
{
    if (QFileInfo(path).size() > SheetLimits::packedBytes)
        return fail(Sheets::tr(
            "The spreadsheet is larger than 512 MB: too large for a list of people. Split it into smaller ones."));
    DTP_TRY(parts, ZippedParts::open(path));
    const QStringList names = parts->parts();
    const auto hasPart = [&](const char* end) {
        return std::any_of(names.begin(), names.end(), [end](const QString& name) {
            return name.endsWith(QLatin1String(end), Qt::CaseInsensitive);
        });
    };
    if (hasPart("workbook.bin"))
        return fail(Sheets::tr(
            "This is a binary workbook (.xlsb). Open it in a spreadsheet program, save it as .xlsx and try again."));
    if (hasPart("word/document.xml"))
        return fail(
            Sheets::tr("This is a text document, not a spreadsheet. Copy its table into a spreadsheet program, save "
                       "it as .xlsx and try again."));
    if (hasPart("workbook.xml"))
        return openXlsx(std::move(parts), options, progress);
    if (names.contains(QLatin1String("content.xml")))
        return openOds(std::move(parts), options, progress);
    return fail(Sheets::tr("This archive holds no spreadsheet. Unpack it and import what is in it."));
}
} // namespace

bool SheetRow::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(), [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

Result<std::unique_ptr<SheetReader>> SheetReader::open(const QString& path, const SheetOptions& options,
                                                       const Progress& progress)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Sheets::tr("The file “%1” is not there. Was it moved or renamed?").arg(info.fileName()));
    if (!info.isFile())
        return fail(Sheets::tr("“%1” is not a file that can be imported.").arg(info.fileName()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Sheets::tr("The file “%1” could not be opened. May you read it, or has another program locked it?")
                        .arg(info.fileName()),
                    file.errorString());
    QByteArray head = file.read(8);
    // The directory of an OLE file may be at its end.
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        head += file.read(4 << 20);
    else
        head += file.read(2048);
    file.close();
    if (const char* refusal = refusalOf(head))
        return fail(Sheets::tr(refusal));
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return openZipped(path, options, progress);
    return openCsv(path, options, progress);
}

QStringList sheetRemarks(const SheetReader& reader)
{
    QStringList remarks;
    QStringList others;
    for (const SheetInfo& sheet : reader.sheets()) {
        if (sheet.name != reader.sheet() && sheet.rows != 0)
            others.append(Sheets::tr("“%1”").arg(sheet.name));
    }
    if (!others.isEmpty())
        remarks.append(Sheets::tr("Only the sheet “%1” was read. Not read: %2. Choose the sheet to read another one.")
                           .arg(reader.sheet(), others.join(QLatin1String(", "))));
    if (reader.hiddenRows() > 0)
        remarks.append(Sheets::tr("Rows that are hidden or filtered out in the spreadsheet were read as well: %1.")
                           .arg(reader.hiddenRows()));
    return remarks;
}

QStringList csvEncodings()
{
    return {QStringLiteral("UTF-8"),       QStringLiteral("windows-1252"), QStringLiteral("UTF-16LE"),
            QStringLiteral("UTF-16BE"),    QStringLiteral("macintosh"),    QStringLiteral("windows-1258"),
            QStringLiteral("windows-874"), QStringLiteral("windows-1251"), QStringLiteral("windows-1256"),
            QStringLiteral("GB18030"),     QStringLiteral("Big5"),         QStringLiteral("Shift_JIS"),
            QStringLiteral("EUC-JP"),      QStringLiteral("windows-1250"), QStringLiteral("EUC-KR"),
            QStringLiteral("IBM850"),      QStringLiteral("UTF-7")};
}

QString sheetFilePatterns()
{
    return QStringLiteral("*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.ods");
}

} // namespace dtp
