// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_window.h>

#include <ui/pages/reports/recommendation_edit.h>
#include <ui/pages/reports/rich_text_edit.h>
#include <ui/widgets/theme.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>
#include <QTextBlock>
#include <QTextList>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
using Style = Paragraph::Style;

RichText randomText(unsigned seed)
{
    std::mt19937 random(seed);
    const auto pick = [&](unsigned n) { return static_cast<int>(random() % n); };
    const QStringList words{QStringLiteral("rivers"),      QString::fromUtf8("សិទ្ធិ"), QStringLiteral("<b>"),
                            QStringLiteral("&amp;"),       QStringLiteral("*"),      QStringLiteral("a b"),
                            QString::fromUtf8("é\u00A0ü"), QStringLiteral("1."),     QStringLiteral("-"),
                            QString::fromUtf8("حقوق"),     QStringLiteral("[x](y)"), QStringLiteral("\\")};
    RichText text;
    for (int i = pick(8); i >= 0; --i) {
        Paragraph paragraph;
        paragraph.style = static_cast<Style>(pick(4));
        paragraph.level = pick(4);
        for (int j = pick(4); j >= 0; --j) {
            Run run{words.at(pick(static_cast<unsigned>(words.size()))) + (pick(2) ? QStringLiteral(" ") : QString()),
                    pick(3) == 0,
                    pick(3) == 0,
                    {},
                    {}};
            if (pick(5) == 0)
                run.link = QStringLiteral("https://example.org/%1").arg(pick(2));
            else if (pick(6) == 0)
                run.person = {pick(2) + 1};
            paragraph.runs.push_back(run);
        }
        text.paragraphs.push_back(paragraph);
    }
    return normalised(text);
}

RichText markdown(const char* text)
{
    return RichText::fromMarkdown(QString::fromUtf8(text));
}

QString shown(const RichTextEdit& edit)
{
    return edit.richText().toMarkdown();
}

void paste(RichTextEdit& edit, QMimeData* data)
{
    QGuiApplication::clipboard()->setMimeData(data);
    edit.paste();
}
} // namespace

TEST_CASE("every text is the same after it was in the editor", "[rich text editor]")
{
    RichTextEdit edit;
    for (unsigned seed = 0; seed < 500; ++seed) {
        const RichText text = randomText(seed);
        edit.setRichText(text);
        INFO(text.toMarkdown().toStdString());
        REQUIRE(edit.richText() == text);
        REQUIRE(!edit.isChanged());
    }
}

TEST_CASE("the editor shows numbers that count on behind nested items", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText(markdown("1. one\n   - part\n2. two\n\nprose\n\n1. new"));
    QStringList numbers;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
        numbers << (block.textList() ? block.textList()->itemText(block) : QStringLiteral("-"));
    CHECK(numbers.at(0) == QStringLiteral("1."));
    CHECK(numbers.at(2) == QStringLiteral("2."));
    CHECK(numbers.at(3) == QStringLiteral("-"));
    CHECK(numbers.at(4) == QStringLiteral("1."));
}

TEST_CASE("bold, italic, lists, nesting and quotes are made by key", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText({});
    QTest::keyClicks(&edit, QStringLiteral("One "));
    QTest::keyClick(&edit, Qt::Key_B, Qt::ControlModifier);
    QTest::keyClicks(&edit, QStringLiteral("two"));
    QTest::keyClick(&edit, Qt::Key_B, Qt::ControlModifier);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_8, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(&edit, QStringLiteral("a"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_Tab);
    QTest::keyClick(&edit, Qt::Key_I, Qt::ControlModifier);
    QTest::keyClicks(&edit, QStringLiteral("b"));
    QTest::keyClick(&edit, Qt::Key_I, Qt::ControlModifier);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_Return); // an empty item goes up a level
    QTest::keyClicks(&edit, QStringLiteral("c"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_Return); // and out of the list
    QTest::keyClicks(&edit, QStringLiteral("said"));
    QTest::keyClick(&edit, Qt::Key_9, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(shown(edit) == QStringLiteral("One **two**\n\n- a\n  - *b*\n- c\n\n> said"));
    CHECK(edit.isChanged());
    edit.selectAll();
    edit.toggleStyle(Style::Numbered);
    CHECK(shown(edit) == QStringLiteral("1. One **two**\n2. a\n   1. *b*\n3. c\n4. said"));
    edit.undo();
    CHECK(shown(edit) == QStringLiteral("One **two**\n\n- a\n  - *b*\n- c\n\n> said"));
}

TEST_CASE("the hint of an empty text stands behind the mark of an item", "[rich text editor]")
{
    RecommendationEdit edit;
    edit.resize(400, 120);
    edit.setLines({}); // begins with the mark of the first
    edit.show();
    const auto pictures = [&] {
        edit.setHint({});
        const QImage without = edit.viewport()->grab().toImage();
        edit.setHint(QStringLiteral("One a line"));
        const QImage with = edit.viewport()->grab().toImage();
        return std::pair(without, with);
    };
    const int start = edit.cursorRect().left();
    const auto isSame = [](const QImage& a, const QImage& b, int from, int to) {
        return a.copy(from, 0, to - from, a.height()) == b.copy(from, 0, to - from, b.height());
    };
    const auto [without, with] = pictures();
    CHECK(start > Space);
    CHECK(isSame(without, with, 0, start)); // the mark can be read
    CHECK_FALSE(isSame(without, with, start, without.width()));
    QTest::keyClicks(&edit, QStringLiteral("a"));
    const auto [typed, same] = pictures();
    CHECK(typed == same);
}

TEST_CASE("an item nests at most one level below the one before it", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText(markdown("- a\n- b"));
    edit.changeLevel(1); // the first has nothing above it
    CHECK(shown(edit) == QStringLiteral("- a\n- b"));
    edit.moveCursor(QTextCursor::End);
    edit.changeLevel(1);
    edit.changeLevel(1);
    CHECK(shown(edit) == QStringLiteral("- a\n  - b"));
    QTest::keyClick(&edit, Qt::Key_Home);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    CHECK(shown(edit) == QStringLiteral("- a\n\nb"));
}

TEST_CASE("a link is put on a word, changed as a whole, and taken off", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText(markdown("See **our site** now"));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(4);
    cursor.setPosition(12, QTextCursor::KeepAnchor);
    edit.setTextCursor(cursor);
    edit.setLink(QStringLiteral("https://example.org"));
    CHECK(shown(edit) == QStringLiteral("See **[our site](https://example.org)** now"));
    cursor.setPosition(7);
    edit.setTextCursor(cursor);
    CHECK(edit.link() == QStringLiteral("https://example.org"));
    edit.setLink({});
    CHECK(shown(edit) == QStringLiteral("See **our site** now"));
}

TEST_CASE("what is pasted is cleaned to our form", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText({});
    auto* data = new QMimeData;
    data->setHtml(QStringLiteral("<h1 style='color:red'>Head</h1><p>Some <b>bold</b> <img src='file:///etc/passwd'><a "
                                 "href='javascript:x()'>bad</a> <a href='https://example.org'>good</a></p>"
                                 "<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>n</li></ol><table><tr><td>cell</td></"
                                 "tr></table><script>evil()</script>"));
    paste(edit, data);
    CHECK(shown(edit) ==
          QStringLiteral("**Head**\n\nSome **bold** bad [good](https://example.org)\n\n- a\n  - b\n\n1. n\n\ncell")
              .replace(QStringLiteral("\n\n1. n"), QStringLiteral("\n1. n")));

    edit.setRichText({});
    data = new QMimeData;
    data->setText(QStringLiteral("They asked for:\n• water\no salt\n\nand <b>more</b>"));
    paste(edit, data);
    CHECK(edit.richText().plainText() == QStringLiteral("They asked for:\nwater\nsalt and more"));

    edit.setRichText(markdown("ab"));
    edit.moveCursor(QTextCursor::Right);
    data = new QMimeData;
    data->setText(QStringLiteral(" <i>x</i> "));
    paste(edit, data);
    CHECK(edit.richText().plainText() == QStringLiteral("a <i>x</i> b"));
}

TEST_CASE("copied paragraphs keep their form within the program", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText(markdown("- **a**\n  - b"));
    edit.selectAll();
    edit.copy();
    edit.setRichText({});
    edit.paste();
    CHECK(shown(edit) == QStringLiteral("- **a**\n  - b"));
}

TEST_CASE("text that looks like HTML is typed and kept as text", "[rich text editor]")
{
    RichTextEdit edit;
    edit.setRichText({});
    QTest::keyClicks(&edit, QStringLiteral("<img src=x> **not bold**"));
    CHECK(edit.richText().plainText() == QStringLiteral("<img src=x> **not bold**"));
    CHECK(RichText::fromMarkdown(shown(edit)).plainText() == QStringLiteral("<img src=x> **not bold**"));
}

TEST_CASE("each recommendation keeps its record while lines move around it", "[rich text editor]")
{
    RecommendationEdit edit;
    std::vector<Recommendation> all(2);
    all[0].id = {11};
    all[0].text = QStringLiteral("first");
    all[1].id = {12};
    all[1].text = QStringLiteral("second");
    all[1].level = 1;
    edit.setLines(all);
    CHECK(!edit.isChanged());
    edit.moveCursor(QTextCursor::End);
    CHECK(edit.current() == Id<Recommendation>{12});
    QTest::keyClick(&edit, Qt::Key_Tab, Qt::ShiftModifier);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, QStringLiteral("third"));
    const auto lines = edit.lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].id == Id<Recommendation>{11});
    CHECK(lines[1].id == Id<Recommendation>{12});
    CHECK(lines[1].level == 0);
    CHECK(lines[2].text == QStringLiteral("third"));
}
