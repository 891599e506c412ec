// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_of_test.h"

#include <support/catch.h>
#include <writers/html_writer.h>

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QString htmlOf(const Disclosed<Document>& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(writeHtml(document, buffer));
    return QString::fromUtf8(buffer.data());
}

// Every element that a page holds, with its attributes; fails when it is not well-formed.
struct Outline {
    explicit Outline(const QString& html)
    {
        QXmlStreamReader xml(html);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                elements << xml.name().toString();
                for (const QXmlStreamAttribute& attribute : xml.attributes()) {
                    attributes << attribute.name().toString();
                    if (attribute.name() == QLatin1String("href") || attribute.name() == QLatin1String("src"))
                        targets << attribute.value().toString();
                    if (attribute.name() == QLatin1String("id"))
                        ids << attribute.value().toString();
                }
            } else if (xml.tokenType() == QXmlStreamReader::Characters) {
                text += xml.text();
            }
        }
        INFO(xml.errorString().toStdString() << " in line " << xml.lineNumber());
        REQUIRE(!xml.hasError());
    }
    QStringList elements, attributes, targets, ids;
    QString text;
};
} // namespace

TEST_CASE("A report is one HTML page that needs nothing else", "[html]")
{
    FreshStore store;
    const QString html = htmlOf(disclosed(store, reportOfTest()));
    keepForEyes(s("report.html"), html.toUtf8());
    CHECK(html.startsWith(s("<!DOCTYPE html>")));
    CHECK(html.contains(s("<html lang=\"en\">")));
    const Outline page(html);
    for (const char* forbidden : {"script", "link", "iframe", "object", "embed", "form", "foreignObject", "use"})
        CHECK(!page.elements.contains(s(forbidden)));
    for (const QString& attribute : page.attributes)
        CHECK(!attribute.startsWith(s("on")));
    for (const QString& target : page.targets)
        CHECK((target.startsWith(u'#') || target.startsWith(s("data:image/")) ||
               target == s("https://example.org/plan?a=1&b=2")));
    CHECK(!html.contains(QRegularExpression(s("url\\(|@import"))));
    // An empty element closed in XML's manner would stay open in HTML.
    CHECK(!html.contains(
        QRegularExpression(s("<(p|td|th|div|span|li|ul|ol|h\\d|title|style|main|nav|tbody|svg|a)\\b[^>]*/>"))));
}

TEST_CASE("Links in the contents of a page lead to its headings", "[html]")
{
    FreshStore store;
    const Outline page(htmlOf(disclosed(store, reportOfTest())));
    int inner = 0;
    for (const QString& target : page.targets) {
        if (target.startsWith(u'#')) {
            CHECK(page.ids.contains(target.mid(1)));
            ++inner;
        }
    }
    CHECK(inner == 14);
    CHECK(page.elements.count(s("h1")) == 1);
    CHECK(page.elements.count(s("h2")) == 6);
    CHECK(page.elements.count(s("blockquote")) == 1);
}

TEST_CASE("Markup and overrides in data are harmless on a page", "[html]")
{
    FreshStore store;
    Document report;
    report.title = s("<script>alert(1)</script>");
    report.language = s("en\"><script>");
    Table table;
    table.title = s("</table>");
    table.columns = {{s("th"), s("<th>"), Sensitivity::Public}};
    table.rows = {{{s("<img src=x onerror=alert(1)>\u202E &amp;")}, {}}};
    report.blocks = {
        HeadingBlock{1, s("<"), s("\"'>")}, TableBlock{table},
        TextBlock{RichText::fromPlain(s("]]> <!-- </style>\u0001"))},
        CountsBlock{s("<b>"), s("&"), CountsBlock::Show::Bars, {{s("<i>"), {}, {}, 3, false, {}}}, 3, {}},
        CountsBlock{s("<b>"), s("&"), CountsBlock::Show::Map, {{s("<i>\"'"), s("IN"), {}, 3, false, {}}}, 3, {}}};
    const QString html = htmlOf(disclosed(store, report));
    const Outline page(html);
    CHECK(!page.elements.contains(s("script")));
    CHECK(!page.elements.contains(s("img")));
    CHECK(page.text.contains(s("<img src=x onerror=alert(1)> &amp;")));
    CHECK(html.contains(s("<html lang=\"en\">")));
    CHECK(!html.contains(QChar(0x202E)));
}

TEST_CASE("Lists on a page nest as they do in the text", "[html]")
{
    FreshStore store;
    Document report;
    report.blocks = {TextBlock{RichText::fromMarkdown(s("- a\n  - b\n    1. c\n- d\n1. e\n\nend"))}};
    QString html = htmlOf(disclosed(store, report));
    html.remove(s(" dir=\"auto\""));
    CHECK(html.contains(s("<ul><li>a<ul><li>b<ol type=\"i\"><li>c</li></ol></li></ul></li><li>d</li></ul><ol "
                          "type=\"1\"><li>e</li></ol><p>end</p>")));
}

TEST_CASE("A small number is not on the page in any form, nor what it is of", "[html]")
{
    FreshStore store;
    Document report;
    CountsBlock counts{s("By country"), s("people"), CountsBlock::Show::Map, {}, 55, {}};
    counts.items = {{s("India"), s("IN"), {}, 36, false, {}},
                    {s("Nepal"), s("NP"), {}, 12, false, {}},
                    {s("Tonga"), s("TO"), {}, 4, false, {}},
                    {s("Samoa"), s("WS"), {}, 3, false, {}}};
    report.blocks = {counts};
    const Disclosed<Document> forFunders = disclosed(store, report, Audience::Funder);
    const QString html = htmlOf(forFunders);
    CHECK(html.contains(s("India: 36")));
    CHECK(html.contains(s("All others"))); // in place of both
    for (const char* country : {"Tonga", "Samoa"})
        CHECK(!html.contains(QLatin1String(country)));
}

TEST_CASE("Photos lose what the camera wrote into them", "[html]")
{
    FreshStore store;
    Document report = reportOfTest();
    for (Block& block : report.blocks) {
        if (auto* figure = std::get_if<FigureBlock>(&block); figure && figure->image.startsWith('\xFF')) {
            // An EXIF segment behind the start of the image.
            const QByteArray secret = "Exif\0\0GPS 18.12 S 178.44 E of the safe house";
            const auto size = static_cast<char>(secret.size() + 2);
            figure->image.insert(2, QByteArray("\xFF\xE1\0", 3) + size + secret);
        }
    }
    const QString html = htmlOf(disclosed(store, report));
    const QRegularExpressionMatch photo = QRegularExpression(s("data:image/jpeg;base64,([^\"]+)")).match(html);
    REQUIRE(photo.hasMatch());
    CHECK(!QByteArray::fromBase64(photo.captured(1).toLatin1()).contains("safe house"));
}

TEST_CASE("A full disk while writing a page is a sentence", "[html]")
{
    FreshStore store;
    QFile full(s("/dev/full"));
    REQUIRE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto failed = writeHtml(disclosed(store, reportOfTest()), full);
    REQUIRE(!failed);
    CHECK(failed.error().sentence.contains(s("room on the disk")));
}
