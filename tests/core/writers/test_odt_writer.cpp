// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_of_test.h"

#include <support/catch.h>
#include <writers/odt_writer.h>

#include <QBuffer>
#include <QFile>
#include <QStandardPaths>
#include <QXmlStreamReader>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray odtOf(const Disclosed<Document>& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(writeOdt(document, buffer));
    return buffer.data();
}

// A part of the archive, taken out by a program of its own.
QByteArray partOf(FreshStore& store, const QByteArray& odt, const QString& part)
{
    const QString path = store.path(s("made.odt"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(odt);
    file.close();
    runProgram(s("cmake"), {s("-E"), s("chdir"), store.folder.path(), s("cmake"), s("-E"), s("tar"), s("xf"), path});
    QFile inside(store.path(part));
    REQUIRE(inside.open(QIODevice::ReadOnly));
    return inside.readAll();
}

struct Content {
    explicit Content(const QByteArray& bytes)
    {
        QXmlStreamReader xml(bytes);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                elements << xml.qualifiedName().toString();
                for (const QXmlStreamAttribute& attribute : xml.attributes())
                    if (attribute.qualifiedName() == QLatin1String("xlink:href"))
                        targets << attribute.value().toString();
                if (xml.name() == QLatin1String("h"))
                    levels << xml.attributes().value(QLatin1String("text:outline-level")).toString();
            } else if (xml.isCharacters()) {
                text += xml.text();
            }
        }
        INFO(xml.errorString().toStdString() << " in line " << xml.lineNumber());
        REQUIRE(!xml.hasError());
    }
    QStringList elements, targets, levels;
    QString text;
};
} // namespace

TEST_CASE("An OpenDocument text is an archive that says first what it is", "[odt]")
{
    FreshStore store;
    const QByteArray odt = odtOf(disclosed(store, reportOfTest()));
    keepForEyes(s("report.odt"), odt);
    CHECK(odt.startsWith("PK\x03\x04"));
    CHECK(odt.mid(30, 8) == "mimetype");
    CHECK(odt.mid(38, 39) == "application/vnd.oasis.opendocument.text");
    for (const char* part : {"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"})
        Content(partOf(store, odt, s(part)));
    const QByteArray manifest = partOf(store, odt, s("META-INF/manifest.xml"));
    const Content content(partOf(store, odt, s("content.xml")));
    for (const QString& target : content.targets)
        if (target.startsWith(s("Pictures/")))
            CHECK(manifest.contains(target.toUtf8()));
    CHECK(partOf(store, odt, s("meta.xml")).contains("Thirty years on: alumni across Asia and the Pacific"));
}

TEST_CASE("Headings, lists, tables and pictures of a report are real ones in OpenDocument", "[odt]")
{
    FreshStore store;
    const Content content(partOf(store, odtOf(disclosed(store, reportOfTest())), s("content.xml")));
    CHECK(content.levels.count(s("1")) == 6);
    CHECK(content.levels.count(s("2")) == 8);
    CHECK(content.levels.count(s("3")) == 6);
    CHECK(content.elements.count(s("table:table")) == 3);
    CHECK(content.elements.count(s("table:table-header-rows")) == 3);
    CHECK(content.elements.count(s("draw:image")) == 3); // a map, bars and a photo
    CHECK(content.elements.contains(s("text:list-item")));
    CHECK(content.targets.contains(s("https://example.org/plan?a=1&b=2")));
    CHECK(content.targets.contains(s("#h1")));
    CHECK(content.text.contains(s("សុខ ដារ៉ា")));
    CHECK(content.text.contains(s("<b>marks</b> that are only text")));
}

TEST_CASE("Tables in OpenDocument have their rules where word processors look for them", "[odt]")
{
    FreshStore store;
    const QByteArray content = partOf(store, odtOf(disclosed(store, reportOfTest())), s("content.xml"));
    const qsizetype automatic = content.indexOf("<office:automatic-styles>");
    const qsizetype body = content.indexOf("<office:body>");
    REQUIRE(automatic > 0);
    REQUIRE(body > automatic);
    for (const char* name : {"\"HeadCell\"", "\"Cell\"", "\"Row\"", "\"PlainTable\""}) {
        const qsizetype declared = content.indexOf(QByteArray(QByteArray("style:name=") + name));
        INFO(name);
        CHECK(declared > automatic);
        CHECK(declared < body);
        CHECK(content.indexOf(QByteArray(QByteArray("style-name=") + name), body) > body);
    }
}

TEST_CASE("Hostile texts leave OpenDocument well-formed", "[odt]")
{
    FreshStore store;
    Document report;
    report.title = s("<office:document> \u202E \u0001 & ]]>");
    report.footer = s("<");
    Table table;
    table.columns = {{s("p"), s("<text:p>"), Sensitivity::Public},
                     {s("n"), {}, Sensitivity::Public, CellKind::Integer}};
    table.rows = {{{s("a\nb\tc   d")}, {}}, {{s("1"), s("2"), s("3")}, {}}};
    report.blocks = {TableBlock{table}, TableBlock{},  HeadingBlock{-1, {}, s("&lt;")},
                     CountsBlock{},     FigureBlock{}, TextBlock{}};
    const QByteArray odt = odtOf(disclosed(store, report));
    const Content content(partOf(store, odt, s("content.xml")));
    Content(partOf(store, odt, s("styles.xml")));
    CHECK(content.text.contains(s("<office:document>")));
    CHECK(!content.text.contains(QChar(0x202E)));
    CHECK(content.elements.contains(s("text:line-break")));
}

TEST_CASE("The same document gives the same OpenDocument bytes", "[odt]")
{
    FreshStore store;
    CHECK(odtOf(disclosed(store, reportOfTest())) == odtOf(disclosed(store, reportOfTest())));
}

TEST_CASE("A full disk while writing OpenDocument is a sentence", "[odt]")
{
    FreshStore store;
    QFile full(s("/dev/full"));
    REQUIRE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto failed = writeOdt(disclosed(store, reportOfTest()), full);
    REQUIRE(!failed);
    CHECK(failed.error().sentence.contains(s("room on the disk")));
}

TEST_CASE("LibreOffice opens the report, where it is installed", "[odt]")
{
    const QString office = QStandardPaths::findExecutable(s("soffice"));
    if (office.isEmpty())
        return;
    FreshStore store;
    QFile file(store.path(s("report.odt")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(odtOf(disclosed(store, reportOfTest())));
    file.close();
    runProgram(office, {s("-env:UserInstallation=file://") + store.path(s("office")), s("--headless"),
                        s("--convert-to"), s("txt:Text"), s("--outdir"), store.folder.path(), file.fileName()});
    QFile text(store.path(s("report.txt")));
    REQUIRE(text.open(QIODevice::ReadOnly));
    CHECK(text.readAll().contains("What the workshop set out to do"));
}
