// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/source_blocks.h>

#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
using Kind = SourceBlock::Kind;
using Mark = SourceItem::Mark;

constexpr qsizetype longestWrapped = 120; // longer lines are whole paragraphs
constexpr qsizetype longestLead = 100;

QChar lastLetter(const QString& text)
{
    for (auto it = text.rbegin(); it != text.rend(); ++it)
        if (*it != underlineOff && *it != u'*' && !QStringView(u"\"')”’]").contains(*it))
            return *it;
    return {};
}

QChar firstLetter(const QString& text)
{
    for (const QChar c : text)
        if (c != underlineOn && c != u'*' && !QStringView(u"\"'(“‘[").contains(c))
            return c;
    return {};
}

bool isFinished(const QString& text)
{
    const QChar last = lastLetter(text);
    return last.isNull() || QStringView(u".!?:;…").contains(last);
}

bool isRule(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(?:[-*_=~] ?){3,}$"));
    return shape.match(text).hasMatch();
}

bool isTableRule(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^\\|?(?: *:?-{2,}:? *\\|)+(?: *:?-{2,}:? *)?$"));
    return shape.match(text).hasMatch();
}

class BlockMaker
{
public:
    BlockMaker(const std::vector<SourceLine>& lines, const SourceOutline& outline) : m_lines(lines), m_outline(outline)
    {
        measure();
    }

    std::vector<SourceBlock> run()
    {
        size_t heading = 0;
        const QSet<size_t> dropped(m_outline.dropped.begin(), m_outline.dropped.end());
        for (size_t i = m_outline.bodyStart; i < m_lines.size(); ++i) {
            if (m_lines[i].newPage)
                m_gap = true;
            if (m_lines[i].isBlank() || dropped.contains(i)) {
                m_gap = true;
                continue;
            }
            if (heading < m_outline.headings.size() && m_outline.headings[heading].line == i) {
                const SourceHeading& found = m_outline.headings[heading++];
                m_blocks.push_back({Kind::Heading, found.level, found.number, found.text, m_gap, 0, Mark::Primary, 0});
                i += found.size - 1;
                m_gap = false;
                m_isOpen = false;
                continue;
            }
            add(m_lines[i]);
            m_gap = false;
        }
        return std::move(m_blocks);
    }

private:
    // How wide the text is set, and which words it uses: both say how lines belong together.
    void measure()
    {
        std::vector<qsizetype> widths;
        static const QRegularExpression word(QStringLiteral("[\\w]+"));
        for (const SourceLine& line : m_lines) {
            if (line.text.size() > 40 && line.text.size() <= longestWrapped)
                widths.push_back(line.text.size());
            for (auto it = word.globalMatch(line.text); it.hasNext();)
                m_words.insert(it.next().captured().toLower());
        }
        std::sort(widths.begin(), widths.end());
        m_width = widths.empty() ? longestWrapped : widths[widths.size() * 9 / 10];
    }

    void add(const SourceLine& line)
    {
        if (isRule(line.text) || isTableRule(line.text)) {
            m_isOpen = false;
            return;
        }
        if (line.text.startsWith(u'>') && line.text.size() > 1) {
            const QString quote = line.text.mid(1).trimmed();
            if (m_isOpen && !m_gap && m_blocks.back().kind == Kind::Quote)
                join(quote);
            else
                open(Kind::Quote, line, quote);
            return;
        }
        if (const auto item = listItem(line.text); item && isItem(*item, line)) {
            SourceBlock& block = open(item->mark == Mark::Number ? Kind::Numbered : Kind::Bullet, line, item->text);
            block.mark = item->mark;
            block.itemNumber = item->number;
            return;
        }
        if (!line.text.startsWith(u'|') && continues(line)) {
            join(line.text);
            m_hardBreak = line.hardBreak;
            return;
        }
        open(Kind::Body, line, line.text);
    }

    SourceBlock& open(Kind kind, const SourceLine& line, const QString& text)
    {
        m_blocks.push_back({kind, 0, {}, text, m_gap, line.indent, Mark::Primary, 0});
        m_isOpen = true;
        m_hardBreak = line.hardBreak;
        m_lastWidth = line.text.size();
        return m_blocks.back();
    }

    bool inList() const { return m_isOpen && m_blocks.back().isItem(); }

    // In the middle of a paragraph a line may begin with a dash, an "o" or a year by chance.
    bool isItem(const SourceItem& item, const SourceLine& line) const
    {
        const bool isFresh = m_gap || !m_isOpen || inList() || lastLetter(m_blocks.back().text) == u':';
        if (item.mark == Mark::Number) {
            if (item.number == 1)
                return true;
            for (auto block = m_blocks.rbegin(); block != m_blocks.rend() && block->kind != Kind::Heading; ++block)
                if (block->kind == Kind::Numbered && block->itemNumber == item.number - 1)
                    return true;
            return false;
        }
        if (isFresh)
            return true;
        const QChar mark = line.text.at(0);
        const bool isDash = mark == u'-' || mark == u'*';
        const bool isPlain = isDash && (line.indent != m_blocks.back().indent || !firstLetter(item.text).isLower());
        return isPlain || QStringView(u"•●◦○▪■□").contains(mark);
    }

    bool continues(const SourceLine& line) const
    {
        if (!m_isOpen || m_hardBreak || m_blocks.back().text.startsWith(u'|'))
            return false;
        const SourceBlock& block = m_blocks.back();
        const QString& before = block.text;
        const bool isOpenSentence =
            !isFinished(before) && (firstLetter(line.text).isLower() || lastLetter(before) == u',' || endsCut(before));
        if (isWhollyMarked(line.text) || isWhollyMarked(before))
            return !m_gap && isWhollyMarked(line.text) && isWhollyMarked(before);
        if (m_gap)
            return isOpenSentence || (block.isItem() && !isFinished(before) && line.indent > block.indent + 1 &&
                                      firstLetter(line.text).isLower());
        if (isOpenSentence)
            return true;
        if (block.isItem())
            return line.indent > block.indent || !isFinished(before);
        // A full line goes on in the next one; a short one that ends its sentence does not.
        return m_lastWidth <= longestWrapped && (!isFinished(before) || m_lastWidth * 4 >= m_width * 3);
    }

    static bool endsCut(const QString& text)
    {
        return text.size() > 1 && text.endsWith(u'-') && text.at(text.size() - 2).isLetter();
    }

    // The text has the word in one piece elsewhere, or one that begins like it.
    bool isUsed(const QString& first, const QString& second) const
    {
        const QString start = (first + second.left(2)).toLower();
        return std::any_of(m_words.begin(), m_words.end(),
                           [&](const QString& word) { return word.startsWith(start); });
    }

    void join(const QString& next)
    {
        QString& text = m_blocks.back().text;
        m_lastWidth = next.size();
        if (!endsCut(text) || !next.at(0).isLower()) {
            text += QLatin1Char(' ') + next;
            return;
        }
        // A word cut at the line's end, a compound with its hyphen, or the first half of "short- and long-term".
        static const QRegularExpression head(QStringLiteral("(\\w+)-$"));
        static const QRegularExpression tail(QStringLiteral("^\\w+"));
        const QString first = head.match(text.right(80)).captured(1);
        const QString second = tail.match(next).captured();
        if (second == QLatin1String("and") || second == QLatin1String("or") || second == QLatin1String("to"))
            text += QLatin1Char(' ') + next;
        else if (isUsed(first, second))
            text = text.chopped(1) + next;
        else
            text += next;
    }

    const std::vector<SourceLine>& m_lines;
    const SourceOutline& m_outline;
    std::vector<SourceBlock> m_blocks;
    QSet<QString> m_words;
    qsizetype m_width = longestWrapped;
    qsizetype m_lastWidth = 0; // of the line before
    bool m_gap = true;
    bool m_isOpen = false;
    bool m_hardBreak = false;
};

bool isLead(const std::vector<SourceBlock>& blocks, size_t i)
{
    const SourceBlock& block = blocks[i];
    if (block.text.size() > longestLead || (block.kind != Kind::Body && block.kind != Kind::Bullet))
        return false;
    if (isWhollyMarked(block.text))
        return true;
    // An item apart from others that ends with a colon and has prose under it: "• Networks of women:".
    const bool isAlone = block.kind == Kind::Bullet && lastLetter(block.text) == u':' &&
                         (i == 0 || !blocks[i - 1].isItem() || block.gapBefore) && i + 1 < blocks.size() &&
                         blocks[i + 1].kind == Kind::Body && blocks[i + 1].gapBefore;
    return isAlone;
}

struct Step {
    int indent;
    Mark mark;
};

// How deep an item is in the list so far, by its indent and, where that says nothing, by its mark.
int levelOf(const SourceBlock& item, std::vector<Step>& steps)
{
    while (steps.size() > 1 && steps.back().indent > item.indent && steps[steps.size() - 2].indent >= item.indent)
        steps.pop_back();
    if (steps.empty() || item.indent > steps.back().indent) {
        steps.push_back({item.indent, item.mark});
    } else if (item.indent < steps.back().indent) {
        steps.back() = {item.indent, item.mark};
    } else if (item.mark != steps.back().mark) {
        const auto known = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
            return step.indent == item.indent && step.mark == item.mark;
        });
        const bool isBelow =
            steps.back().mark == Mark::Number || (steps.back().mark == Mark::Primary && item.mark == Mark::Secondary);
        if (known != steps.end())
            steps.erase(known + 1, steps.end());
        else if (isBelow)
            steps.push_back({item.indent, item.mark});
    }
    return std::min(static_cast<int>(steps.size()) - 1, 5);
}

// A page break in a list loses the indent of what follows "…, including:". An item that ends with a colon and has
// nothing under it takes the brothers behind the break, up to the next that ends so.
void healBrokenNesting(std::vector<SourceBlock>& blocks, size_t begin, size_t end)
{
    const auto gaps = static_cast<size_t>(std::count_if(blocks.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                                                        blocks.begin() + static_cast<std::ptrdiff_t>(end),
                                                        [](const SourceBlock& b) { return b.gapBefore; }));
    if (gaps * 3 > end - begin)
        return;
    for (size_t i = begin; i + 1 < end; ++i) {
        const int level = blocks[i].level;
        if (lastLetter(blocks[i].text) != u':' || !blocks[i + 1].gapBefore || blocks[i + 1].level != level ||
            level >= 5)
            continue;
        for (size_t j = i + 1; j < end && blocks[j].level >= level; ++j) {
            if (blocks[j].level == level && lastLetter(blocks[j].text) == u':')
                break;
            if (blocks[j].level > level && blocks[j - 1].level <= level)
                break;
            blocks[j].level = level + 1;
        }
    }
}

void setLevels(std::vector<SourceBlock>& blocks)
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (!blocks[i].isItem())
            continue;
        size_t end = i;
        std::vector<Step> steps;
        for (; end < blocks.size() && blocks[end].isItem(); ++end)
            blocks[end].level = levelOf(blocks[end], steps);
        healBrokenNesting(blocks, i, end);
        i = end - 1;
    }
}
} // namespace

std::vector<SourceBlock> blocksOf(const std::vector<SourceLine>& lines, const SourceOutline& outline)
{
    std::vector<SourceBlock> blocks = BlockMaker(lines, outline).run();
    for (size_t i = 0; i < blocks.size(); ++i)
        if (isLead(blocks, i))
            blocks[i].kind = Kind::Lead;
    setLevels(blocks);
    return blocks;
}

QString plainOf(const SourceBlock& block)
{
    const Paragraph paragraph = paragraphOf(block);
    QString text;
    for (const Run& run : paragraph.runs)
        text += run.link.isEmpty() || run.link == run.text
                    ? run.text
                    : QString(run.text + QStringLiteral(" (") + run.link + QLatin1Char(')'));
    return text;
}

Paragraph paragraphOf(const SourceBlock& block)
{
    QString text = block.text;
    // An underlined beginning with a colon is a small heading of its own; underlining elsewhere says nothing to a
    // reader, see shown_stretches.h.
    static const QRegularExpression runIn(
        QStringLiteral("^%1([^%1%2*]{1,80}?) *(:?)%2 *(:?)").arg(underlineOn).arg(underlineOff));
    if (const auto match = runIn.match(text);
        match.hasMatch() && !QString(match.captured(2) + match.captured(3)).isEmpty())
        text = QStringLiteral("**") + match.captured(1) + match.captured(2) + match.captured(3) +
               QStringLiteral("**") + text.mid(match.capturedEnd());
    text = withoutUnderline(text).simplified();
    Paragraph paragraph;
    // Read as the text of an item, so that nothing at its start is taken for a mark.
    static const QRegularExpression start(QStringLiteral("^([-+>#]|\\*(?= )|\\d{1,9}(?=[.)]))"));
    if (const auto match = start.match(text); match.hasMatch())
        text = match.captured(1).at(0).isDigit()
                   ? QString(match.captured(1) + QLatin1Char('\\') + text.mid(match.capturedEnd()))
                   : QString(QLatin1Char('\\') + text);
    const RichText rich = RichText::fromMarkdown(text);
    for (const Paragraph& part : rich.paragraphs)
        paragraph.runs.insert(paragraph.runs.end(), part.runs.begin(), part.runs.end());
    if (block.kind == Kind::Lead)
        for (Run& run : paragraph.runs)
            run.bold = true;
    paragraph.level = block.isItem() ? block.level : 0;
    switch (block.kind) {
    case Kind::Bullet:
        paragraph.style = Paragraph::Style::Bullet;
        break;
    case Kind::Numbered:
        paragraph.style = Paragraph::Style::Numbered;
        break;
    case Kind::Quote:
        paragraph.style = Paragraph::Style::Quote;
        break;
    default:
        break;
    }
    return paragraph;
}

} // namespace dtp
