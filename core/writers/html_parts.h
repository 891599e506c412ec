// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an HTML page, for html_writer.cpp alone. Everything goes through an XML writer, which escapes it.
#pragma once

#include <document/document.h>

#include <QXmlStreamWriter>

namespace dtp
{

class HtmlParts
{
public:
    explicit HtmlParts(QXmlStreamWriter& xml) : m_xml(xml) {}

    void start(const char* element, const char* cssClass = nullptr);
    void end() { m_xml.writeEndElement(); }
    void attribute(const char* name, const QString& value);
    void text(const QString& text); // without what could disguise it
    void element(const char* element, const QString& text, const char* cssClass = nullptr);

    void prose(const RichText& text);
    void table(const Table& table, bool hasTotal = false);
    void counts(const CountsBlock& counts);
    void figure(const FigureBlock& figure);

private:
    void runs(const std::vector<Run>& runs);
    void openList(const Paragraph& paragraph);
    void bars(const CountsBlock& counts);
    void map(const CountsBlock& counts);
    void chartHead(const CountsBlock& counts);
    QXmlStreamWriter& m_xml;
};

const char* htmlStyleSheet();

} // namespace dtp
