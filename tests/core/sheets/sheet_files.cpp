// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet_files.h"

#include <support/catch.h>

#include <QFile>
#include <quazip.h>
#include <quazipfile.h>
#include <stdexcept>

namespace dtp::test
{

namespace
{
// An exception and no assertion of Catch's: fuzz targets make spreadsheets as well, outside of any test.
void must(bool isDone)
{
    if (!isDone)
        throw std::runtime_error("a spreadsheet cannot be written");
}
} // namespace

QString SheetFiles::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    must(file.open(QIODevice::WriteOnly));
    must(file.write(content) == content.size());
    return file.fileName();
}

QString SheetFiles::zip(const QString& name, const Parts& parts) const
{
    QuaZip archive(path(name));
    must(archive.open(QuaZip::mdCreate));
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        QuaZipFile file(&archive);
        must(file.open(QIODevice::WriteOnly, QuaZipNewInfo(part.key())));
        must(file.write(part.value()) == part.value().size());
        file.close();
    }
    archive.close();
    return path(name);
}

QString SheetFiles::xlsx(const QString& name, const QByteArray& rows, Parts parts) const
{
    const auto unlessGiven = [&](const char* part, const QByteArray& content) {
        const QString key = QString::fromLatin1(part);
        if (!parts.contains(key))
            parts.insert(key, content);
    };
    unlessGiven(
        "_rels/.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)");
    unlessGiven(
        "xl/workbook.xml",
        R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>)");
    unlessGiven(
        "xl/_rels/workbook.xml.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)");
    unlessGiven(
        "xl/worksheets/sheet1.xml",
        R"(<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
            rows + "</sheetData></worksheet>");
    return zip(name, parts);
}

QByteArray odsTable(const QByteArray& name, const QByteArray& rows, const QByteArray& attributes)
{
    return "<table:table table:name=\"" + name + "\" " + attributes + ">" + rows + "</table:table>";
}

QString SheetFiles::ods(const QString& name, const QByteArray& table, Parts parts) const
{
    if (!parts.contains(QStringLiteral("content.xml")))
        parts.insert(
            QStringLiteral("content.xml"),
            R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>)" +
                table + "</office:spreadsheet></office:body></office:document-content>");
    parts.insert(QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet");
    return zip(name, parts);
}

QStringList rowsOf(const QString& path, const SheetOptions& options)
{
    QStringList all;
    auto reader = SheetReader::open(path, options);
    REQUIRE_OK(reader);
    SheetRow row;
    while (true) {
        const auto more = (*reader)->next(row);
        REQUIRE_OK(more);
        if (!*more)
            return all;
        if (!row.isBlank())
            all.append(QString(QString::number(row.number) + QLatin1String(": ") + row.cells.join(QLatin1Char('|'))));
    }
}

QString refusalOf(const QString& path, const SheetOptions& options)
{
    auto reader = SheetReader::open(path, options);
    if (!reader)
        return reader.error().sentence;
    SheetRow row;
    while (true) {
        const auto more = (*reader)->next(row);
        if (!more)
            return more.error().sentence;
        if (!*more)
            return {};
    }
}

} // namespace dtp::test
