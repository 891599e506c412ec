// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_of_test.h"

#include <support/catch.h>
#include <writers/pdf_writer.h>

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray pdfOf(const Disclosed<Document>& document, const PdfOptions& options = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(writePdf(document, buffer, options));
    return buffer.data();
}

// A PDF on disk, asked with the tools of poppler and qpdf: programs that share nothing with the writer but the format.
class Pdf
{
public:
    Pdf(FreshStore& store, const QByteArray& bytes) : path(store.path(QStringLiteral("made.pdf")))
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        runProgram(s("qpdf"), {s("--check"), path});
        pages = QString::fromUtf8(runProgram(s("pdftotext"), {s("-layout"), path, s("-")})).split(u'\f');
        pages.removeLast();
        const QByteArray json = runProgram(s("qpdf"), {s("--json=2"), s("--json-key=outlines"), s("--json-key=pages"),
                                                       s("--json-key=qpdf"), s("--json-key=attachments"), path});
        facts = QJsonDocument::fromJson(json).object();
    }
    QJsonObject object(const QString& reference) const
    {
        const QString key = QStringLiteral("obj:") + reference;
        return facts.value(s("qpdf")).toArray().at(1).toObject().value(key).toObject().value(s("value")).toObject();
    }
    int pageOfObject(const QString& reference) const
    {
        const QJsonArray all = facts.value(s("pages")).toArray();
        for (int i = 0; i < all.size(); ++i)
            if (all.at(i).toObject().value(s("object")).toString() == reference)
                return i;
        return -1;
    }
    QJsonArray annotations(int page) const
    {
        const QString reference = facts.value(s("pages")).toArray().at(page).toObject().value(s("object")).toString();
        QJsonArray all;
        for (const QJsonValue& value : object(reference).value(s("/Annots")).toArray())
            all.append(object(value.toString()));
        return all;
    }
    // The page that a heading stands on, after the contents.
    int pageOf(const QString& number, const QString& text) const
    {
        const QRegularExpression line(
            QStringLiteral("^\\s*%1\\s+%2").arg(QRegularExpression::escape(number), QRegularExpression::escape(text)),
            QRegularExpression::MultilineOption);
        for (int i = static_cast<int>(pages.size()) - 1; i > 1; --i)
            if (line.match(pages.at(i)).hasMatch())
                return i;
        return -1;
    }
    QString path;
    QStringList pages;
    QJsonObject facts;
};
} // namespace

TEST_CASE("The contents name the pages on which the headings stand", "[pdf]")
{
    FreshStore store;
    const Document report = reportOfTest();
    const QByteArray bytes = pdfOf(disclosed(store, report));
    keepForEyes(s("report.pdf"), bytes);
    const Pdf pdf(store, bytes);
    REQUIRE(pdf.pages.size() > 8);
    const QString contents = pdf.pages.at(1);
    CHECK(contents.contains(s("Contents")));
    int checked = 0;
    for (const Block& block : report.blocks) {
        const auto* heading = std::get_if<HeadingBlock>(&block);
        if (!heading || heading->level > 2)
            continue;
        const QRegularExpression entry(
            QStringLiteral("^\\s*%1\\s+%2\\s+(\\d+)\\s*$")
                .arg(QRegularExpression::escape(heading->number), QRegularExpression::escape(heading->text)),
            QRegularExpression::MultilineOption);
        INFO(heading->text.toStdString() << "\n" << contents.toStdString());
        const QRegularExpressionMatch match = entry.match(contents);
        REQUIRE(match.hasMatch());
        CHECK(match.captured(1).toInt() == pdf.pageOf(heading->number, heading->text) + 1);
        ++checked;
    }
    CHECK(checked == 14);
}

TEST_CASE("Links in the contents and bookmarks lead to the headings", "[pdf]")
{
    FreshStore store;
    const Pdf pdf(store, pdfOf(disclosed(store, reportOfTest())));
    const QJsonArray links = pdf.annotations(1);
    REQUIRE(links.size() == 14);
    const QJsonArray target = links.at(0).toObject().value(s("/Dest")).toArray();
    CHECK(pdf.pageOfObject(target.at(0).toString()) == pdf.pageOf(s("1"), s("Executive summary")));
    const QJsonArray last = links.at(13).toObject().value(s("/Dest")).toArray();
    CHECK(pdf.pageOfObject(last.at(0).toString()) == pdf.pageOf(s("6"), s("All that was said")));

    const QJsonArray outlines = pdf.facts.value(s("outlines")).toArray();
    REQUIRE(outlines.size() == 6);
    CHECK(outlines.at(2).toObject().value(s("title")).toString() == s("3 Program overview"));
    CHECK(outlines.at(2).toObject().value(s("kids")).toArray().size() == 6);
    CHECK(outlines.at(2).toObject().value(s("destpageposfrom1")).toInt() ==
          pdf.pageOf(s("3"), s("Program overview")) + 1);
}

TEST_CASE("Web addresses in the text can be clicked, and nothing else", "[pdf]")
{
    FreshStore store;
    const Pdf pdf(store, pdfOf(disclosed(store, reportOfTest())));
    QStringList addresses;
    for (int page = 2; page < pdf.pages.size(); ++page)
        for (const QJsonValue& link : pdf.annotations(page))
            addresses << link.toObject().value(s("/A")).toObject().value(s("/URI")).toString();
    CHECK(addresses == QStringList{s("u:https://example.org/plan?a=1&b=2")});
}

TEST_CASE("Every page but the cover says which it is, and for whom it was made", "[pdf]")
{
    FreshStore store;
    const Pdf pdf(store, pdfOf(disclosed(store, reportOfTest(), Audience::Funder)));
    for (int i = 1; i < pdf.pages.size(); ++i) {
        INFO(i << pdf.pages.at(i).toStdString());
        CHECK(pdf.pages.at(i).contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pdf.pages.size())));
        CHECK(pdf.pages.at(i).contains(s("For: Funders")));
        CHECK(pdf.pages.at(i).contains(s("Thirty years on")));
    }
    CHECK(pdf.pages.at(0).contains(s("Suva, Fiji")));
    CHECK(pdf.pages.at(0).contains(s("14 May 2026")));
    CHECK(pdf.pages.at(0).contains(s("Diplomacy Training Program")));
    CHECK(pdf.pages.at(0).contains(s("Funders")));
    CHECK(!pdf.pages.at(0).contains(s("Page 1")));
}

TEST_CASE("The cover for outsiders does not say how many people are counted only", "[pdf]")
{
    FreshStore store;
    Document report = reportOfTest();
    Table table;
    table.columns = {columnOf<Person>("given_name")};
    table.rows = {{{s("Sok Dara")}, addPerson(*store, s("Sok"), s("Dara")).id}};
    report.blocks.push_back(TableBlock{table});
    const Disclosed<Document> forFunders = disclosed(store, report, Audience::Funder);
    REQUIRE(forFunders.summary().sentence().contains(s("counted only"))); // to staff
    const Pdf pdf(store, pdfOf(forFunders));
    CHECK_FALSE(pdf.pages.at(0).contains(s("counted only")));
    CHECK(pdf.pages.at(0).simplified().contains(forFunders.summary().printedSentence()));
}

TEST_CASE("Title, author, language and attachments are in the file", "[pdf]")
{
    FreshStore store;
    const Pdf pdf(store, pdfOf(disclosed(store, reportOfTest())));
    const QString info = QString::fromUtf8(runProgram(s("pdfinfo"), {pdf.path}));
    CHECK(info.contains(QRegularExpression(s("Title:\\s+Thirty years on: alumni across Asia and the Pacific"))));
    CHECK(info.contains(QRegularExpression(s("Author:\\s+The secretariat"))));
    CHECK(info.contains(QRegularExpression(s("CreationDate:.*2026"))));
    CHECK(!info.contains(s("Qt")));
    CHECK(runProgram(s("qpdf"), {s("--qdf"), s("--object-streams=disable"), pdf.path, s("-")}).contains("/Lang (en)"));
    const QByteArray csv = runProgram(s("qpdf"), {s("--show-attachment=figures.csv"), pdf.path});
    CHECK(csv == QByteArray("\xEF\xBB\xBF"
                            "Country,Participants\r\nCambodia,7\r\n\"'=HYPERLINK(\"\"http://x\"\")\",1\r\n"));
}

TEST_CASE("All fonts are embedded, each script in its own", "[pdf]")
{
    FreshStore store;
    const Pdf pdf(store, pdfOf(disclosed(store, reportOfTest())));
    const QString fonts = QString::fromUtf8(runProgram(s("pdffonts"), {pdf.path}));
    INFO(fonts.toStdString());
    for (const QString& line : fonts.split(u'\n').mid(2)) {
        if (line.isEmpty())
            continue;
        CHECK(line.contains(QRegularExpression(s("\\syes\\s+(yes|no)\\s+yes\\s"))));
        CHECK(line.contains(s("Noto")));
    }
    for (const char* family : {"NotoSans-Regular", "NotoSans-Bold", "NotoSansThai", "NotoSansKhmer", "NotoSansBengali",
                               "NotoSansDevanagari", "NotoSansSinhala", "NotoSansTamil", "NotoSansMyanmar",
                               "NotoSansCJKkr", "NotoSansCJKsc", "NotoSansArabic"})
        CHECK(fonts.contains(s(family)));
}

TEST_CASE("Markup in data is text, and a broken picture is a sentence", "[pdf]")
{
    FreshStore store;
    const Pdf pdf(store, pdfOf(disclosed(store, reportOfTest())));
    const QString all = pdf.pages.join(u' ').simplified();
    CHECK(all.contains(s("<b>marks</b> that are only text & <img src=x onerror=alert(1)>")));
    CHECK(all.contains(s("A picture belongs here, but its file cannot be read. The group photo.")));
}

TEST_CASE("A table's head comes again on each page and no row is lost", "[pdf]")
{
    FreshStore store;
    const int people = 400;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfOptions options;
    options.organisation = s("Diplomacy Training Program");
    REQUIRE_OK(writePdf(disclosed(store, directoryOfTest(people)), buffer, options));
    keepForEyes(s("directory.pdf"), buffer.data());
    const Pdf pdf(store, buffer.data());
    CHECK(pdf.pages.size() > 8);
    for (const QString& page : pdf.pages)
        CHECK(page.count(QRegularExpression(s("Name\\s+Own script\\s+Country"))) == 1);
    const QString all = pdf.pages.join(u'\n');
    for (int i = 1; i <= people; ++i)
        CHECK(all.contains(QRegularExpression(QStringLiteral("\\s%1\\s").arg(i))));
}

TEST_CASE("A row taller than a page goes on over the next", "[pdf]")
{
    FreshStore store;
    Table table = directoryOfTest(3);
    for (int i = 0; i < 1500; ++i)
        table.rows[1].cells[3].text += QStringLiteral(" word%1").arg(i);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(writePdf(disclosed(store, table), buffer));
    const QString all = Pdf(store, buffer.data()).pages.join(u'\n');
    CHECK(all.contains(s("word0")));
    CHECK(all.contains(s("word1499")));
    CHECK(all.contains(s("Anjali Rao 3")));
}

TEST_CASE("No heading is left at the foot of a page", "[pdf]")
{
    FreshStore store;
    Document report;
    report.title = s("Headings");
    for (int i = 0; i < 60; ++i) {
        report.blocks.push_back(
            HeadingBlock{1 + i % 3, QString::number(i + 1), s("Heading") + QString::number(i + 1)});
        report.blocks.push_back(
            TextBlock{RichText::fromPlain(s("Words that fill the line. ").repeated(1 + i * 7 % 40))});
    }
    const Pdf pdf(store, pdfOf(disclosed(store, report)));
    int checked = 0;
    for (int i = 2; i < pdf.pages.size(); ++i) {
        if (!pdf.pages.at(i).contains(s("Words that fill")))
            continue; // contents
        ++checked;
        QStringList lines;
        for (const QString& line : pdf.pages.at(i).split(u'\n'))
            if (!line.trimmed().isEmpty() && !line.contains(s("Page ")) && !line.contains(s("For: ")) &&
                !line.contains(s("named")))
                lines << line;
        INFO(i << pdf.pages.at(i).toStdString());
        REQUIRE(!lines.isEmpty());
        CHECK(!lines.last().contains(s("Heading")));
    }
    CHECK(checked > 8);
}

TEST_CASE("The same document gives the same bytes", "[pdf]")
{
    FreshStore store;
    CHECK(pdfOf(disclosed(store, reportOfTest())) == pdfOf(disclosed(store, reportOfTest())));
}

TEST_CASE("A password is asked for, and opens the file", "[pdf]")
{
    FreshStore store;
    PdfOptions options;
    options.password = s("ទឹក and water");
    const QByteArray bytes = pdfOf(disclosed(store, reportOfTest()), options);
    CHECK(!bytes.contains("Thirty years"));
    QFile file(store.path(s("locked.pdf")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    CHECK(runProgram(s("qpdf"), {s("--password=") + options.password, s("--show-encryption"), file.fileName()})
              .contains("AESv3"));
}

TEST_CASE("Stopping writes nothing, and a full disk is a sentence", "[pdf]")
{
    FreshStore store;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto stopped =
        writePdf(disclosed(store, reportOfTest()), buffer, {}, [](qint64, qint64, const QString&) { return false; });
    REQUIRE(!stopped);
    CHECK(stopped.error().sentence == s("Stopped. Nothing was written."));
    CHECK(buffer.data().isEmpty());
    QFile full(s("/dev/full"));
    REQUIRE(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto failed = writePdf(disclosed(store, reportOfTest()), full);
    REQUIRE(!failed);
    CHECK(failed.error().sentence.contains(s("room on the disk")));
}

TEST_CASE("An empty document and hostile texts make a PDF too", "[pdf]")
{
    FreshStore store;
    const Pdf empty(store, pdfOf(disclosed(store, Document{})));
    CHECK(empty.pages.size() == 2);
    Document hostile;
    hostile.title = s("A title \u202Ewith an override ").repeated(60);
    hostile.language = s("no such language <");
    hostile.blocks = {HeadingBlock{99, s("1.2.3.4.5.6.7.8.9"), s("x").repeated(3000)},
                      TextBlock{RichText::fromPlain(s("y").repeated(20000))},
                      TableBlock{},
                      CountsBlock{},
                      CountsBlock{{}, {}, CountsBlock::Show::Map, {}, 0, {}},
                      FigureBlock{},
                      PageBreakBlock{},
                      PageBreakBlock{},
                      HeadingBlock{-3, {}, {}}};
    const Pdf pdf(store, pdfOf(disclosed(store, hostile)));
    CHECK(!pdf.pages.join(u' ').contains(QChar(0x202E)));
}
