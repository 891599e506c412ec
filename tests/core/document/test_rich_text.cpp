// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/rich_text.h>
#include <support/catch.h>

#include <QElapsedTimer>
#include <random>

using namespace dtp;
using Style = Paragraph::Style;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Run plain(const char* text)
{
    return {s(text), false, false, {}, {}};
}

// What a text consists of, for comparing at a glance: "*0 a" a bullet, {b:…} bold, {i:…} italic, {u=…:…} a link.
QString shape(const RichText& text)
{
    QString all;
    for (const Paragraph& paragraph : text.paragraphs) {
        static const char* const names[] = {"P", "*", "1", ">"};
        all += QLatin1String(names[static_cast<int>(paragraph.style)]) + QString::number(paragraph.level) + u' ';
        for (const Run& run : paragraph.runs) {
            QString form = (run.bold ? s("b") : QString()) + (run.italic ? s("i") : QString());
            if (!run.link.isEmpty())
                form += u'<' + run.link + u'>';
            if (run.person)
                form += u'#' + QString::number(run.person.value);
            all += form.isEmpty() ? run.text : QString(u'{' + form + u':' + run.text + u'}');
        }
        all += u'|';
    }
    return all;
}

QString read(const char* markdown)
{
    return shape(RichText::fromMarkdown(s(markdown)));
}

class Chance
{
public:
    explicit Chance(unsigned seed) : m_random(seed) {}
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }

    QString word()
    {
        static const char16_t* const parts[] = {
            u"a", u" ",    u"  ",         u"*",   u"**",           u"\\",    u"[",  u"]",  u"(",      u")",
            u"-", u"1.",   u"> ",         u"#",   u"<b>",          u"&amp;", u"\n", u"\t", u"\u202E", u"\u0007",
            u"ទី", u"नमस्ते", u"\U0001F600", u"_x_", u"http://x.org", u"+",     u"b.", u"2)", u"\u00A0", u"\u2028",
            u"`", u"!"};
        QString text;
        for (int i = below(5); i >= 0; --i)
            text += QString::fromUtf16(parts[below(static_cast<int>(std::size(parts)))]);
        return text;
    }

    RichText text()
    {
        static const char* const links[] = {"https://example.org/a_(b)", "mailto:a@b.org", "javascript:alert(1)",
                                            "http://", "https://e.org/*x*[y]"};
        RichText rich;
        for (int i = below(7); i > 0; --i) {
            Paragraph paragraph;
            paragraph.style = static_cast<Style>(below(4));
            paragraph.level = below(9) - 1;
            for (int j = below(6); j > 0; --j) {
                Run run{word(), below(3) == 0, below(3) == 0, {}, {}};
                if (below(4) == 0)
                    run.link = s(links[below(5)]);
                if (below(8) == 0)
                    run.person = {below(3) - 1};
                paragraph.runs.push_back(run);
            }
            rich.paragraphs.push_back(paragraph);
        }
        return rich;
    }

private:
    std::mt19937 m_random;
};
} // namespace

TEST_CASE("Markdown is read into paragraphs, lists and quotes", "[rich-text]")
{
    CHECK(read("One\ntwo\n\nThree") == s("P0 One two|P0 Three|"));
    CHECK(read("- a\n- b\n  - c\n    - d\n- e") == s("*0 a|*0 b|*1 c|*2 d|*0 e|"));
    CHECK(read("1. a\n2. b\n   - c\n3. d") == s("10 a|10 b|*1 c|10 d|"));
    CHECK(read("> so it was\n> said\n\n> and more") == s(">0 so it was said|>0 and more|"));
    CHECK(read("- a\n\n- b\n\nend") == s("*0 a|*0 b|P0 end|"));
    CHECK(read("Text\n- item\ngoes on") == s("P0 Text|*0 item goes on|"));
    CHECK(read("\r\nA\r\rB\r\n") == s("P0 A|P0 B|"));
}

TEST_CASE("A number that begins no list stays text", "[rich-text]")
{
    CHECK(read("1997. It began") == s("P0 1997. It began|"));
    CHECK(read("In the year\n1997. It began") == s("P0 In the year 1997. It began|"));
    CHECK(read("3.1 Findings") == s("P0 3.1 Findings|"));
}

TEST_CASE("Bold, italic and links are read", "[rich-text]")
{
    CHECK(read("a **b** *c* ***d***") == s("P0 a {b:b} {i:c }{bi:d}|"));
    CHECK(read("in**word**s") == s("P0 in{b:word}s|"));
    CHECK(read("[site](https://example.org/a_\\(b\\))") == s("P0 {<https://example.org/a_(b)>:site}|"));
    CHECK(read("[Sok *Dara*](person:42)") == s("P0 {#42:Sok }{i#42:Dara}|"));
}

TEST_CASE("What is no markup is text", "[rich-text]")
{
    CHECK(read("2 * 3 * 4") == s("P0 2 * 3 * 4|"));
    CHECK(read("**not closed") == s("P0 **not closed|"));
    CHECK(read("*a **b*") == s("P0 {i:a **b}|"));
    CHECK(read("****") == s("P0 ****|"));
    CHECK(read("\\*a\\* \\q") == s("P0 *a* \\q|"));
    CHECK(read("<b>bold</b> &amp; <img src=x onerror=alert(1)>") ==
          s("P0 <b>bold</b> &amp; <img src=x onerror=alert(1)>|"));
    CHECK(read("[a](javascript:alert) [b](file:///etc) [c] [d](http://x y) [](https://e.org)") ==
          s("P0 [a](javascript:alert) [b](file:///etc) [c] [d](http://x y) [](https://e.org)|"));
    CHECK(read("[x](person:-1) [x](person:a)") == s("P0 [x](person:-1) [x](person:a)|"));
    CHECK(read("-\n-a\n+b") == s("P0 - -a +b|"));
}

TEST_CASE("Controls and overrides that could disguise text are gone", "[rich-text]")
{
    CHECK(read("a\u202Eb\u0007c\u2066d") == s("P0 abcd|"));
    CHECK(shape(RichText::fromPlain(s("one\r\ntwo\n\n\tthree\u202E"))) == s("P0 one|P0 two|P0 three|"));
}

TEST_CASE("Plain text stays as it is, whatever marks it holds", "[rich-text]")
{
    const RichText text = RichText::fromPlain(s("- **a**\n1. b [c](https://d.org)"));
    CHECK(shape(text) == s("P0 - **a**|P0 1. b [c](https://d.org)|"));
    CHECK(shape(RichText::fromMarkdown(text.toMarkdown())) == shape(text));
    CHECK(text.plainText() == s("- **a**\n1. b [c](https://d.org)"));
}

TEST_CASE("Markdown is written as CommonMark writes it", "[rich-text]")
{
    RichText text;
    text.paragraphs = {{Style::Body, 0, {plain("Begin "), {s("bold"), true, false, {}, {}}}},
                       {Style::Numbered, 0, {plain("first")}},
                       {Style::Bullet, 1, {plain("part")}},
                       {Style::Numbered, 0, {plain("second")}},
                       {Style::Quote, 0, {plain("said")}}};
    CHECK(text.toMarkdown() == s("Begin **bold**\n\n1. first\n   - part\n2. second\n\n> said"));
}

TEST_CASE("Text goes to Markdown and back unchanged", "[rich-text]")
{
    for (unsigned seed = 0; seed < 6000; ++seed) {
        const RichText text = Chance(seed).text();
        const RichText clean = normalised(text);
        INFO("seed " << seed << "\n" << text.toMarkdown().toStdString());
        REQUIRE(shape(normalised(clean)) == shape(clean));
        REQUIRE(shape(RichText::fromMarkdown(text.toMarkdown())) == shape(clean));
    }
}

TEST_CASE("Any characters are read without losing a letter", "[rich-text]")
{
    for (unsigned seed = 0; seed < 3000; ++seed) {
        Chance chance(seed);
        QString markdown;
        for (int i = 0; i < 30; ++i)
            markdown += chance.word();
        const auto letters = [](const QString& text) {
            QString kept;
            for (const QChar c : text)
                if (c.isLetterOrNumber())
                    kept += c;
            return kept;
        };
        const RichText text = RichText::fromMarkdown(markdown);
        QString there;
        for (const Paragraph& paragraph : text.paragraphs)
            for (const Run& run : paragraph.runs)
                there += run.text + run.link;
        INFO("seed " << seed << "\n" << markdown.toStdString());
        // List numbers and links are kept by form, the rest as it stands.
        for (const QChar c : letters(QString(markdown).remove(QStringLiteral("1.")).remove(QStringLiteral("2)"))))
            REQUIRE(there.contains(c));
    }
}

TEST_CASE("Hostile text costs no more than its length", "[rich-text]")
{
    QStringList hostile = {QString(200'000, u'['),        QString(200'000, u'*'),
                           s("[a](").repeated(60'000),    s("[a](http://").repeated(30'000),
                           s("**a *b ").repeated(40'000), s("a*b**c***d").repeated(30'000),
                           QString(200'000, u'\\'),       s("- ").repeated(100'000),
                           s("> ").repeated(100'000)};
    QString deep;
    for (int i = 0; i < 3000; ++i)
        deep += QString(i, u' ') + s("- x\n");
    hostile << deep;
    for (const QString& text : std::as_const(hostile)) {
        QElapsedTimer timer;
        timer.start();
        const RichText read = RichText::fromMarkdown(text);
        INFO(text.left(20).toStdString());
        CHECK(timer.elapsed() < 8000);
        for (const Paragraph& paragraph : read.paragraphs)
            REQUIRE(paragraph.level <= 5);
    }
}
