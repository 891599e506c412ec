// SPDX-License-Identifier: GPL-3.0-or-later
// content.xml and styles.xml of an OpenDocument text, for odt_writer.cpp alone.
#pragma once

#include <document/document.h>
#include <document/written_as.h>

#include <QByteArray>
#include <QXmlStreamWriter>
#include <vector>

namespace dtp
{

constexpr double textWidthInPoints = 451;

struct OdtPicture {
    QString path; // within the file: "Pictures/1.png"
    QString mediaType;
    QByteArray bytes;
};

class OdtContent
{
public:
    OdtContent(const Document& document, WrittenAs as)
        : m_document(document), m_isForm(as == WrittenAs::Form), m_xml(&m_bytes)
    {
    }

    QByteArray make();
    const std::vector<OdtPicture>& pictures() const { return m_pictures; }

private:
    void start(const char* element) { m_xml.writeStartElement(QLatin1String(element)); }
    void end() { m_xml.writeEndElement(); }
    void attribute(const char* name, const QString& value);
    void text(const QString& text);
    void paragraph(const char* style, const QString& content);
    void styles();
    void tableStyles();
    void title();
    void contents();
    void block(const Block& block);
    void heading(const HeadingBlock& heading);
    void prose(const RichText& text);
    void runs(const std::vector<Run>& runs);
    void table(const Table& table, bool hasTotal);
    void counts(const CountsBlock& counts);
    void figure(const FigureBlock& figure);
    void picture(const QByteArray& bytes, const QString& mediaType, double widthInPoints, double heightInPoints,
                 const QString& description);

    const Document& m_document;
    const bool m_isForm;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    std::vector<OdtPicture> m_pictures;
    int m_headings = 0;
    int m_tables = 0;
    bool m_breakNext = false;
};

QByteArray odtStyles(const Document& document, WrittenAs as);
QByteArray odtMeta(const Document& document);
// Declares the namespaces that both files use, on the element that was started last.
void writeOdtNamespaces(QXmlStreamWriter& xml);

} // namespace dtp
