// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_report.h"

#include <base/text.h>
#include <records/reports.h>
#include <reporting/text_import.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QElapsedTimer>
#include <QRegularExpression>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
ImportedReport read(const QString& text)
{
    auto report = readReportText(text);
    REQUIRE_OK(report);
    return *report;
}

QString printed(const ImportedReport& report)
{
    QString out = report.title + QLatin1Char('\n') + report.subtitle + QLatin1Char('\n');
    out += report.firstDay.toString(Qt::ISODate) + QLatin1Char(' ') + report.lastDay.toString(Qt::ISODate) +
           QLatin1Char(' ') + report.place + QLatin1Char('\n');
    for (const ImportedSection& section : report.sections) {
        out += QLatin1Char('\n') + QString(section.level, u'#') + QStringLiteral(" [") + section.number +
               QStringLiteral("] ") + section.title + QStringLiteral(" (") + section.kind + QStringLiteral(")\n");
        if (!section.body.isEmpty())
            out += section.body.toMarkdown() + QLatin1Char('\n');
        for (const ImportedRecommendation& item : section.recommendations)
            out += QString::number(item.level) + QLatin1Char(' ') + item.text + QLatin1Char('\n');
        if (!section.closing.isEmpty())
            out += section.closing.toMarkdown() + QLatin1Char('\n');
    }
    out += QLatin1Char('\n');
    for (const ImportedGap& gap : report.gaps)
        out += gap.category + QStringLiteral(": ") + gap.text + QLatin1Char('\n');
    return out;
}

// All letters in their order, and nothing else: what must come through whatever becomes of lines and marks.
QString letters(const QString& text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC))
        if (c.isLetter())
            out += c;
    return out;
}

QString letters(const ImportedReport& report)
{
    QString all = report.title + report.subtitle;
    for (const ImportedSection& section : report.sections) {
        if (section.title != QStringLiteral("Report") &&
            section.title != QStringLiteral("Introduction")) // ours, over text that has none
            all += section.title;
        all += section.body.plainText();
        for (const ImportedRecommendation& item : section.recommendations)
            all += item.text;
        all += section.closing.plainText();
    }
    return letters(all);
}

// The letters of the source, taking out the traces by rules of the test's own.
QString lettersOfSource(QString text)
{
    for (const char* trace : {"<u>", "</u>", "$\\;$", "$\\circ \\;$", "\\circ", "&quot;"})
        text.remove(QLatin1String(trace));
    text.replace(QStringLiteral("$^\\circ$"), QStringLiteral("°"));
    text.remove(QRegularExpression(QStringLiteral("^ *(?:- )?o "), QRegularExpression::MultilineOption));
    return letters(text);
}

QStringList titles(const ImportedReport& report)
{
    QStringList all;
    for (const ImportedSection& section : report.sections)
        all << QString(section.level, u'#') + section.title;
    return all;
}
} // namespace

TEST_CASE("a report with the traces of text recognition comes in clean, section by section", "[report import]")
{
    CHECK(printed(read(inventedReport())) == inventedReportAsTree());
}

TEST_CASE("no letter of the text is lost, and all stay in order", "[report import]")
{
    CHECK(letters(read(inventedReport())) == lettersOfSource(inventedReport()));
}

TEST_CASE("no letter is lost from texts put together at random", "[report import]")
{
    // In the middle of a paragraph an "o" is a word.
    QStringList lines = inventedReport().remove(u'\f').split(u'\n');
    lines.removeIf([](const QString& line) {
        return line.startsWith(QStringLiteral("o ")) || line == QStringLiteral("12") || line == QStringLiteral("13");
    });
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::mt19937 random(seed);
        QStringList picked;
        for (int i = 0; i < 30; ++i)
            picked << lines.at(static_cast<qsizetype>(random() % static_cast<unsigned>(lines.size())));
        picked.removeDuplicates(); // a heading that comes twice would be taken for a table of contents, rightly
        picked.prepend(QStringLiteral("Title\n\n1. First\n\nBegin.\n"));
        INFO(picked.join(u'\n').toStdString());
        REQUIRE(letters(read(picked.join(u'\n'))) == lettersOfSource(picked.join(u'\n')));
    }
}

TEST_CASE("Markdown headings give the sections their level", "[report import]")
{
    const ImportedReport report = read(QStringLiteral(
        "# Rivers\n\n## Objectives\n- a\n- b\n\n## 2. Findings\nText **bold** and _slanted_.\n\n### 2.1 Detail ##\n"
        "> said\n> one\n\nRecommendations\n---------------\n1. First\n2. Second\n   - part\n"));
    CHECK(report.title == QStringLiteral("Rivers"));
    CHECK(titles(report) == QStringList{QStringLiteral("#Objectives"), QStringLiteral("#Findings"),
                                        QStringLiteral("##Detail"), QStringLiteral("#Recommendations")});
    CHECK(report.sections[1].body.toMarkdown() == QStringLiteral("Text **bold** and *slanted*."));
    CHECK(report.sections[2].body.toMarkdown() == QStringLiteral("> said one"));
    CHECK(report.sections[3].recommendations == std::vector<ImportedRecommendation>{{0, QStringLiteral("First"), {}},
                                                                                    {0, QStringLiteral("Second"), {}},
                                                                                    {1, QStringLiteral("part"), {}}});
}

TEST_CASE("a text without numbers has sections where lines are underlined, bold, in capitals or alone",
          "[report import]")
{
    const ImportedReport report = read(QStringLiteral(
        "Rivers 2021\n\n<u>How we came here</u>\n\nBy boat, all of us, and it took long.\n\nTHE FIRST DAY\n\nRain.\n\n"
        "**Thanks:**\n\nTo all who helped.\n\nNext steps\n\nWe meet again.\n"));
    CHECK(titles(report) == QStringList{QStringLiteral("#How we came here"), QStringLiteral("#THE FIRST DAY"),
                                        QStringLiteral("#Thanks"), QStringLiteral("#Next steps")});
}

TEST_CASE("a numbered list is no row of chapters, and a year at the start of a line no item", "[report import]")
{
    const ImportedReport report =
        read(QStringLiteral("1 Start\n\nWe saw three things:\n\n1. Water\n2. Land\n3. Law\n\nThe last meeting was "
                            "in\n2019. It rained.\n\n2 End\n\nDone.\n"));
    CHECK(titles(report) == QStringList{QStringLiteral("#Start"), QStringLiteral("#End")});
    CHECK(report.sections[0].body.toMarkdown() ==
          QStringLiteral(
              "We saw three things:\n\n1. Water\n2. Land\n3. Law\n\nThe last meeting was in 2019. It rained."));
}

TEST_CASE("a table of contents and running heads go, the headings stay", "[report import]")
{
    QString text =
        QStringLiteral("Rivers\n\nContents\n1. Start ........ 2\n1.1 Boats . . . . . 3\n2. End ........ 4\n");
    for (int page = 2; page <= 4; ++page)
        text += QStringLiteral("\f\nRivers, report of 2021\n\n%1\n\nPage %2 of 4\n")
                    .arg(page == 2   ? QStringLiteral("1. Start\n\nWe began.")
                         : page == 3 ? QStringLiteral("1.1 Boats\n\nThere were two.")
                                     : QStringLiteral("2. End\n\nDone."),
                         QString::number(page));
    const ImportedReport report = read(text);
    CHECK(titles(report) == QStringList{QStringLiteral("#Start"), QStringLiteral("##Boats"), QStringLiteral("#End")});
    CHECK(report.sections[1].body.toMarkdown() == QStringLiteral("There were two."));
    CHECK(letters(report).count(QStringLiteral("Riversreportof")) == 1);
}

TEST_CASE("recommendations in parts say whom they address", "[report import]")
{
    const ImportedReport report = read(QStringLiteral(
        "1. Talks\n\nLong.\n\n2. Recommendations\n\n2.1 To governments\n\n- Open the courts\n\n2.2 To the "
        "school:\n\nPeople asked for:\n\n- More courses\n\nThis matters most, they said.\n\n- Shelves\n\nThe end.\n"));
    REQUIRE(report.sections.size() == 4);
    CHECK(report.sections[2].recommendations ==
          std::vector<ImportedRecommendation>{{0, QStringLiteral("Open the courts"), QStringLiteral("governments")}});
    const ImportedSection& school = report.sections[3];
    CHECK(school.body.toMarkdown() == QStringLiteral("People asked for:"));
    CHECK(school.recommendations ==
          std::vector<ImportedRecommendation>{
              {0, QStringLiteral("More courses\nThis matters most, they said."), QStringLiteral("school")},
              {0, QStringLiteral("Shelves"), QStringLiteral("school")}});
    CHECK(school.closing.toMarkdown() == QStringLiteral("The end."));
}

TEST_CASE("days and place are found in the first lines", "[report import]")
{
    const auto days = [](const char* line) {
        const ImportedReport report = read(QString(QStringLiteral("A meeting\n") + QString::fromUtf8(line) +
                                                   QStringLiteral("\n\nText that goes on for a while.\n")));
        return QString(report.firstDay.toString(Qt::ISODate) + QLatin1Char(' ') +
                       report.lastDay.toString(Qt::ISODate) + QLatin1Char(' ') + report.place);
    };
    CHECK(days("30 June – 2 July 2023, Dili, Timor-Leste") ==
          QStringLiteral("2023-06-30 2023-07-02 Dili, Timor-Leste"));
    CHECK(days("June 26th, 2023 in Bangkok") == QStringLiteral("2023-06-26 2023-06-26 Bangkok"));
    CHECK(days("31 February 2023, Suva") == QStringLiteral("  "));
}

TEST_CASE("an imported report is one change with its sections, recommendations and gaps", "[report import]")
{
    FreshStore store;
    const QString before = contentOf(*store);
    const auto id = importReport(*store, inventedReport().toUtf8(), {}, QStringLiteral("rivers.txt"));
    REQUIRE_OK(id);
    const auto report = store->get(*id);
    REQUIRE_OK(report);
    CHECK(report->title == QStringLiteral("River Guardians and the Law of Water"));
    CHECK(report->date == QDate(2022, 5, 4));
    const auto sections = store->find<ReportSection>(Where("report_id", *id));
    REQUIRE_OK(sections);
    CHECK(sections->size() == 12);
    const auto recommendations = store->find<Recommendation>(Where("report_id", *id).orderBy("position"));
    REQUIRE_OK(recommendations);
    REQUIRE(recommendations->size() == 12);
    CHECK(recommendations->at(3).text == QStringLiteral("Lending equipment from one circle to the next"));
    CHECK(recommendations->at(3).level == 1);
    CHECK(store->count(Entity::CapacityGap).value_or(0) == 7);
    CHECK(store->nextUndo()->sentence == QStringLiteral("Import the report “River Guardians and the Law of Water”"));
    REQUIRE_OK(store->undo());
    CHECK(contentOf(*store) == before);
}

TEST_CASE("the same report comes in from UTF-16 and under another title", "[report import]")
{
    FreshStore store;
    QByteArray bytes("\xFF\xFE");
    const QString text = inventedReport();
    bytes.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const auto id = importReport(*store, bytes, QStringLiteral("Water"));
    REQUIRE_OK(id);
    const auto report = store->get(*id);
    REQUIRE_OK(report);
    CHECK(report->title == QStringLiteral("Water"));
    CHECK(report->subtitle.startsWith(QStringLiteral("River Guardians and the Law of Water – Alumni Meeting")));
}

TEST_CASE("a report is joined to the workshop that was held on its day in its country", "[report import]")
{
    FreshStore store;
    Workshop workshop;
    workshop.title = QStringLiteral("River meeting");
    workshop.start = QDate(2022, 5, 3);
    workshop.country = QStringLiteral("FJ");
    REQUIRE_OK(store->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(workshop));
        return {};
    }));
    const auto id = importReport(*store, inventedReport().toUtf8());
    REQUIRE_OK(id);
    CHECK(store->get(*id)->workshop == workshop.id);
}

TEST_CASE("empty, binary and huge files are refused with a sentence and change nothing", "[report import]")
{
    FreshStore store;
    const QString before = contentOf(*store);
    for (const QByteArray& bytes : {QByteArray(), QByteArray(" \n\f\n"),
                                    QByteArray("\x7f"
                                               "ELF\0\1\2\3\0\0\0",
                                               12),
                                    QByteArray(5 << 20, 'a')}) {
        const auto id = importReport(*store, bytes, {}, QStringLiteral("x.txt"));
        REQUIRE(!id);
        CHECK(!id.error().sentence.isEmpty());
    }
    CHECK(contentOf(*store) == before);
}

TEST_CASE("hostile text is text, and costs no more than its length", "[report import]")
{
    const ImportedReport report =
        read(QStringLiteral("T\n\n1. A\n\n<img src=x onerror=y> <script>z</script> <b>w\n\n2. B\n\nx\n"));
    CHECK(report.sections[0].body.plainText() == QStringLiteral("<img src=x onerror=y> <script>z</script> <b>w"));
    QElapsedTimer timer;
    timer.start();
    for (const char* piece :
         {"<u>", "<!--", "$\\", "[", "**", "- ", "1. ", "<b><i>", "_a", "\f", "> ", "a\n", "\\circ ", "- a:\n\n- b\n"})
        (void)readReportText(QString::fromUtf8(QByteArray(piece).repeated(20000))); // some of it is no text at all
    CHECK(timer.elapsed() < 60'000);
}

TEST_CASE("pasted text comes in without sections, its lists and lines put together", "[report import]")
{
    CHECK(readProse(QStringLiteral("What we saw\n\nIt rained on the ﬁrst day and we stayed in the house until the "
                                   "evening had\ncome.\n• water\no salt\n"))
              .toMarkdown() == QStringLiteral("What we saw\n\nIt rained on the first day and we stayed in the house "
                                              "until the evening had come.\n\n- water\n  - salt"));
}

TEST_CASE("Recommendations that carry their own number are records, and annexes sections", "[text_import]")
{
    const auto report = readReportText(QStringLiteral("Meeting of alumni\n\n1. Background\n\nSome words.\n\n"
                                                      "2. Recommendations\n\n1) Hold a refresher.\n\n"
                                                      "Recommendation 2: Funders pay for interpreters.\n\n"
                                                      "R3. Alumni meet online.\n\nAnnex A: Agenda\n09:00 Opening\n"));
    REQUIRE_OK(report);
    REQUIRE(report->sections.size() == 3);
    QStringList texts;
    for (const ImportedRecommendation& one : report->sections[1].recommendations)
        texts.append(one.text);
    CHECK(texts == QStringList{QStringLiteral("Hold a refresher."), QStringLiteral("Funders pay for interpreters."),
                               QStringLiteral("Alumni meet online.")});
    CHECK(report->sections[2].title == QStringLiteral("Annex A: Agenda"));
}

TEST_CASE("What a program wrote before a text is no part of it", "[text_import]")
{
    const auto named =
        readReportText(QStringLiteral("---\ntitle: \"Notes\"\nauthor: x\n---\n\n# Meeting\n\nWords.\n"));
    REQUIRE_OK(named);
    CHECK(named->title == QStringLiteral("Meeting"));
    const auto untitled = readReportText(QStringLiteral("---\ntitle: Notes\n---\n\n- one\n- two\n"));
    REQUIRE_OK(untitled);
    CHECK(untitled->title == QStringLiteral("Notes"));
    // A row of dashes alone is none.
    const auto dashes = readReportText(QStringLiteral("---\nWords without a colon.\n---\nMore words.\n"));
    REQUIRE_OK(dashes);
    QString all;
    for (const ImportedSection& section : dashes->sections)
        all += section.body.plainText();
    CHECK(QString(dashes->title + dashes->subtitle + all).contains(QStringLiteral("Words without a colon.")));
}
