// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <writers/odt_parts.h>

namespace dtp
{

namespace
{
using Attributes = std::vector<std::pair<const char*, QString>>;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

class StyleSheet
{
public:
    StyleSheet(const Document& document, WrittenAs as)
        : m_document(document), m_isForm(as == WrittenAs::Form), m_xml(&m_bytes)
    {
    }

    QByteArray make()
    {
        m_xml.writeStartDocument();
        start("office:document-styles");
        writeOdtNamespaces(m_xml);
        start("office:styles");
        defaults();
        paragraphs();
        lists();
        end();
        page();
        end();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void start(const char* element, const Attributes& attributes = {})
    {
        m_xml.writeStartElement(QLatin1String(element));
        for (const auto& [name, value] : attributes)
            m_xml.writeAttribute(QLatin1String(name), withoutControls(value));
    }
    void end() { m_xml.writeEndElement(); }
    void empty(const char* element, const Attributes& attributes)
    {
        start(element, attributes);
        end();
    }

    // The same size and weight for all three kinds of script.
    static Attributes type(const char* size, const char* color, bool bold = false)
    {
        Attributes all{{"fo:font-size", s(size)},
                       {"style:font-size-asian", s(size)},
                       {"style:font-size-complex", s(size)},
                       {"fo:color", s(color)}};
        if (bold)
            for (const char* name : {"fo:font-weight", "style:font-weight-asian", "style:font-weight-complex"})
                all.emplace_back(name, s("bold"));
        return all;
    }

    void defaults()
    {
        start("style:default-style", {{"style:family", s("paragraph")}});
        empty("style:paragraph-properties",
              {{"fo:orphans", s("2")}, {"fo:widows", s("2")}, {"style:writing-mode", s("lr-tb")}});
        const QString language = m_document.language.section(u'-', 0, 0);
        Attributes text = type("10pt", "#172b2c");
        text.insert(text.end(), {{"fo:font-family", s("'Noto Sans'")},
                                 {"style:font-family-asian", s("'Noto Sans CJK SC'")},
                                 {"style:font-family-complex", s("'Noto Sans'")},
                                 {"fo:language", language.size() == 2 ? language : s("en")},
                                 {"fo:country", s("none")}});
        empty("style:text-properties", text);
        end();
    }

    void paragraph(const char* name, const char* parent, const Attributes& form, const Attributes& text,
                   int outline = 0)
    {
        Attributes head{{"style:name", s(name)},
                        {"style:display-name", s(name).replace(s("_20_"), s(" "))},
                        {"style:family", s("paragraph")}};
        if (*parent)
            head.emplace_back("style:parent-style-name", s(parent));
        if (outline > 0) {
            head.emplace_back("style:default-outline-level", QString::number(outline));
            head.emplace_back("style:next-style-name", s("Text_20_body"));
        }
        start("style:style", head);
        if (!form.empty())
            empty("style:paragraph-properties", form);
        if (!text.empty())
            empty("style:text-properties", text);
        end();
    }

    void paragraphs()
    {
        paragraph("Standard", "", {}, {});
        paragraph("Text_20_body", "Standard", {{"fo:margin-bottom", s("8pt")}, {"fo:line-height", s("140%")}}, {});
        paragraph("TextRtl", "Text_20_body", {{"style:writing-mode", s("rl-tb")}, {"fo:text-align", s("start")}}, {});
        paragraph("Item", "Standard", {{"fo:margin-bottom", s("4pt")}, {"fo:line-height", s("140%")}}, {});
        paragraph("ItemRtl", "Item", {{"style:writing-mode", s("rl-tb")}, {"fo:text-align", s("start")}}, {});
        paragraph("Quotations", "Text_20_body",
                  {{"fo:margin-left", s("16pt")},
                   {"fo:padding-left", s("12pt")},
                   {"fo:border-left", s("2pt solid #8cc0bd")}},
                  {});
        paragraph("Organisation", "Standard", {{"fo:margin-bottom", s("24pt")}}, type("10pt", "#0a5054", true));
        paragraph("Title", "Standard", {{"fo:margin-bottom", s("8pt")}, {"fo:keep-with-next", s("always")}},
                  type("28pt", "#0a5054", true));
        paragraph("Subtitle", "Standard", {{"fo:margin-bottom", s("8pt")}}, type("14pt", "#172b2c"));
        paragraph("Note", "Standard", {{"fo:margin-bottom", s("8pt")}}, type("8.5pt", "#5a6b6b"));
        const Attributes kept{{"fo:keep-with-next", s("always")}};
        const auto heading = [&](const char* name, const char* before, const char* after, const Attributes& text,
                                 int level) {
            Attributes form = kept;
            form.emplace_back("fo:margin-top", s(before));
            form.emplace_back("fo:margin-bottom", s(after));
            paragraph(name, "Standard", form, text, level);
        };
        heading("Heading_20_1", "32pt", "16pt", type("22pt", "#0a5054", true), 1);
        heading("Heading_20_2", "24pt", "8pt", type("14pt", "#172b2c", true), 2);
        heading("Heading_20_3", "16pt", "4pt", type("10pt", "#0a5054", true), 3);
        heading("Heading_20_4", "16pt", "4pt", type("10pt", "#5a6b6b", true), 4);
        paragraph("ContentsHeading", "Standard", {{"fo:margin-top", s("32pt")}, {"fo:margin-bottom", s("8pt")}},
                  type("14pt", "#0a5054", true));
        paragraph("Contents_20_1", "Standard", {{"fo:margin-top", s("6pt")}}, type("10pt", "#172b2c", true));
        paragraph("Contents_20_2", "Standard", {{"fo:margin-left", s("16pt")}}, {});
        paragraph("TableTitle", "Standard",
                  {{"fo:margin-top", s("16pt")}, {"fo:margin-bottom", s("4pt")}, {"fo:keep-with-next", s("always")}},
                  type("10pt", "#172b2c", true));
        paragraph("Head", "Standard", {}, type("8.5pt", "#5a6b6b", true));
        paragraph("HeadNumber", "Head", {{"fo:text-align", s("end")}}, {});
        paragraph("CellText", "Standard", {}, type("8.5pt", "#172b2c"));
        paragraph("CellNumber", "CellText", {{"fo:text-align", s("end")}}, {});
        paragraph("Picture", "Standard",
                  {{"fo:margin-top", s("16pt")}, {"fo:margin-bottom", s("8pt")}, {"fo:keep-with-next", s("auto")}},
                  {});
        paragraph("Footer", "Standard", {}, type("8.5pt", "#5a6b6b"));
        start("style:style", {{"style:name", s("Frame")}, {"style:family", s("graphic")}});
        empty("style:graphic-properties",
              {{"style:wrap", s("none")}, {"style:vertical-pos", s("top")}, {"style:vertical-rel", s("baseline")}});
        end();
    }

    void level(int level, bool isBullet)
    {
        static const char* const formats[] = {"1", "a", "i"};
        Attributes head{{"text:level", QString::number(level)}};
        if (isBullet) {
            head.emplace_back("text:bullet-char", level % 2 ? s("•") : s("–"));
        } else {
            head.emplace_back("style:num-format", s(formats[(level - 1) % 3]));
            head.emplace_back("style:num-suffix", s("."));
        }
        start(isBullet ? "text:list-level-style-bullet" : "text:list-level-style-number", head);
        start("style:list-level-properties", {{"text:list-level-position-and-space-mode", s("label-alignment")}});
        empty("style:list-level-label-alignment",
              {{"text:label-followed-by", s("listtab")},
               {"text:list-tab-stop-position", QStringLiteral("%1pt").arg(level * 16)},
               {"fo:text-indent", s("-16pt")},
               {"fo:margin-left", QStringLiteral("%1pt").arg(level * 16)}});
        end();
        empty("style:text-properties", {{"fo:color", s("#0a5054")}});
        end();
    }

    void lists()
    {
        for (const bool isBullet : {true, false}) {
            start("text:list-style", {{"style:name", isBullet ? s("Bullets") : s("Numbers")}});
            for (int i = 1; i <= 6; ++i)
                level(i, isBullet);
            end();
        }
    }

    void page()
    {
        start("office:automatic-styles");
        start("style:page-layout", {{"style:name", s("A4")}});
        empty("style:page-layout-properties", {{"fo:page-width", s("595.3pt")},
                                               {"fo:page-height", s("841.9pt")},
                                               {"fo:margin-top", s("72pt")},
                                               {"fo:margin-bottom", s("48pt")},
                                               {"fo:margin-left", s("72pt")},
                                               {"fo:margin-right", s("72pt")}});
        start("style:footer-style");
        empty("style:header-footer-properties", {{"fo:min-height", s("24pt")}, {"fo:margin-top", s("16pt")}});
        end();
        end();
        end();
        start("office:master-styles");
        start("style:master-page", {{"style:name", s("Standard")}, {"style:page-layout-name", s("A4")}});
        if (!m_isForm)
            footer();
        end();
        end();
    }

    void footer()
    {
        start("style:footer");
        start("text:p", {{"text:style-name", s("Footer")}});
        if (!m_document.footer.isEmpty())
            m_xml.writeCharacters(withoutControls(m_document.footer) + QStringLiteral("  ·  "));
        start("text:page-number", {{"text:select-page", s("current")}});
        m_xml.writeCharacters(s("1"));
        end();
        m_xml.writeCharacters(s(" / "));
        start("text:page-count");
        m_xml.writeCharacters(s("1"));
        end();
        end();
        end();
    }

    const Document& m_document;
    const bool m_isForm;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};
} // namespace

QByteArray odtStyles(const Document& document, WrittenAs as)
{
    return StyleSheet(document, as).make();
}

QByteArray odtMeta(const Document& document)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(s("office:document-meta"));
    writeOdtNamespaces(xml);
    xml.writeStartElement(s("office:meta"));
    const auto put = [&xml](const char* name, const QString& value) {
        if (!value.isEmpty())
            xml.writeTextElement(QLatin1String(name), withoutControls(value));
    };
    put("meta:generator", s("DTP Secretariat"));
    put("dc:title", document.title);
    put("dc:subject", document.subtitle);
    put("dc:creator", document.author);
    put("meta:initial-creator", document.author);
    if (document.date.isValid()) {
        put("meta:creation-date", document.date.toString(Qt::ISODate) + s("T00:00:00"));
        put("dc:date", document.date.toString(Qt::ISODate) + s("T00:00:00"));
    }
    put("dc:language", document.language);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace dtp
