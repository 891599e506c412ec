// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/html_writer.h>

#include <base/text.h>
#include <document/cover_facts.h>
#include <writers/html_parts.h>

#include <QBuffer>
#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Html", text);
}

// BCP 47 as far as a page needs it; anything else is no language.
QString languageOf(const QString& language)
{
    const bool isTag = !language.isEmpty() && language.size() < 36 &&
                       std::all_of(language.begin(), language.end(),
                                   [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'); });
    return isTag ? language : QStringLiteral("en");
}

class HtmlMaker
{
public:
    HtmlMaker(const Document& document, QIODevice& device, WrittenAs as)
        : m_document(document), m_isForm(as == WrittenAs::Form), m_xml(&device), m_parts(m_xml)
    {
    }

    bool make()
    {
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE html>"));
        m_parts.start("html");
        m_parts.attribute("lang", languageOf(m_document.language));
        head();
        m_parts.start("body");
        if (!m_isForm) {
            header();
            contents();
        }
        m_parts.start("main");
        body();
        m_parts.text({});
        m_parts.end();
        if (!m_isForm) {
            m_parts.start("footer");
            m_parts.element("p", m_document.footer);
            m_parts.end();
        }
        m_parts.end();
        m_parts.end();
        m_xml.writeEndDocument();
        return !m_xml.hasError();
    }

private:
    void meta(const char* name, const QString& content)
    {
        if (content.isEmpty())
            return;
        m_parts.start("meta");
        m_parts.attribute("name", QLatin1String(name));
        m_parts.attribute("content", content);
        m_parts.end();
    }

    void head()
    {
        m_parts.start("head");
        m_parts.start("meta");
        m_parts.attribute("charset", QStringLiteral("utf-8"));
        m_parts.end();
        meta("viewport", QStringLiteral("width=device-width, initial-scale=1"));
        meta("color-scheme", QStringLiteral("light dark"));
        meta("referrer", QStringLiteral("no-referrer"));
        meta("author", m_document.author);
        // Whatever is in the file, a browser loads and runs nothing for it.
        m_parts.start("meta");
        m_parts.attribute("http-equiv", QStringLiteral("Content-Security-Policy"));
        m_parts.attribute("content", QStringLiteral("default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
        m_parts.end();
        m_parts.element("title", m_document.title);
        m_parts.element("style", QString::fromLatin1(htmlStyleSheet()));
        m_parts.end();
    }

    void header()
    {
        m_parts.start("header");
        if (!m_document.organisation.isEmpty())
            m_parts.element("p", m_document.organisation, "organisation");
        m_parts.element("h1", m_document.title);
        if (!m_document.subtitle.isEmpty())
            m_parts.element("p", m_document.subtitle, "subtitle");
        QStringList facts = placeAndDay(m_document);
        if (!m_document.author.isEmpty())
            facts << m_document.author;
        if (!facts.isEmpty())
            m_parts.element("p", facts.join(QStringLiteral(" · ")));
        m_parts.end();
    }

    void numbered(const HeadingBlock& heading)
    {
        if (!heading.number.isEmpty())
            m_parts.element("span", heading.number, "no");
        m_parts.text(heading.text);
    }

    // Two levels; a section without a chapter before it stands as a chapter.
    void contents()
    {
        std::vector<std::pair<int, const HeadingBlock*>> entries;
        int index = 0;
        for (const Block& block : m_document.blocks) {
            if (const auto* heading = std::get_if<HeadingBlock>(&block)) {
                ++index;
                if (heading->level <= 2)
                    entries.emplace_back(index, heading);
            }
        }
        if (entries.size() < 3)
            return;
        m_parts.start("nav");
        m_parts.attribute("aria-label", say(QT_TRANSLATE_NOOP("Html", "Contents")));
        m_parts.start("ol");
        int depth = 0; // 1: in a chapter, 2: in a section
        for (const auto& [target, heading] : entries) {
            const int level = depth == 0 ? 1 : std::clamp(heading->level, 1, 2);
            if (level == 1) {
                for (; depth > 0; --depth) {
                    m_parts.end();
                    if (depth == 2)
                        m_parts.end();
                }
            } else if (depth == 1) {
                m_parts.start("ol");
            } else {
                m_parts.end();
            }
            m_parts.start("li");
            depth = level;
            m_parts.start("a");
            m_parts.attribute("href", QStringLiteral("#h%1").arg(target));
            numbered(*heading);
            m_parts.end();
        }
        for (; depth > 0; --depth) {
            m_parts.end();
            if (depth == 2)
                m_parts.end();
        }
        m_parts.end();
        m_parts.end();
    }

    void body()
    {
        int index = 0;
        for (const Block& block : m_document.blocks) {
            if (const auto* heading = std::get_if<HeadingBlock>(&block)) {
                static const char* const tags[] = {"h2", "h3", "h4", "h5"};
                m_parts.start(tags[std::clamp(heading->level, 1, 4) - 1]);
                m_parts.attribute("id", QStringLiteral("h%1").arg(++index));
                m_parts.attribute("dir", QStringLiteral("auto"));
                numbered(*heading);
                m_parts.end();
            } else if (const auto* text = std::get_if<TextBlock>(&block)) {
                m_parts.prose(text->text);
            } else if (const auto* table = std::get_if<TableBlock>(&block)) {
                m_parts.table(table->table);
            } else if (const auto* counts = std::get_if<CountsBlock>(&block)) {
                m_parts.counts(*counts);
            } else if (const auto* figure = std::get_if<FigureBlock>(&block)) {
                m_parts.figure(*figure);
            } else {
                m_parts.element("div", {}, "break");
            }
        }
    }

    const Document& m_document;
    const bool m_isForm;
    QXmlStreamWriter m_xml;
    HtmlParts m_parts;
};

Result<> writePage(const Document& document, QIODevice& device, WrittenAs as = WrittenAs::Report)
{
    if (!HtmlMaker(document, device, as).make())
        return fail(say(QT_TRANSLATE_NOOP(
                        "Html", "The file could not be written to its end. See whether there is room on the disk.")),
                    device.errorString());
    return {};
}
} // namespace

Result<> writeHtml(const Disclosed<Document>& document, QIODevice& device, WrittenAs as)
{
    return writePage(*document, device, as);
}

Result<> writeHtml(const Disclosed<Table>& table, QIODevice& device, const QString& language)
{
    Document document;
    document.title = table->title;
    document.language = language;
    document.footer =
        QStringLiteral("%1 · %2").arg(audienceName(table.summary().audience), table.summary().printedSentence());
    Table untitled = *table;
    untitled.title.clear();
    document.blocks.push_back(TableBlock{std::move(untitled)});
    return writePage(document, device);
}

} // namespace dtp
