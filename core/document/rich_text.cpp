// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <document/rich_text.h>

namespace dtp
{

namespace
{
constexpr int deepestLevel = 5;
constexpr qsizetype longestLink = 2048;

bool isList(Paragraph::Style style)
{
    return style == Paragraph::Style::Bullet || style == Paragraph::Style::Numbered;
}

// A line of text: breaks and tabs are spaces, nothing invisible that could change how it reads.
QString oneLine(QString text)
{
    for (QChar& c : text)
        if (c == u'\n' || c == u'\t' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return withoutControls(text);
}

bool sameForm(const Run& a, const Run& b)
{
    return a.bold == b.bold && a.italic == b.italic && a.link == b.link && a.person == b.person;
}

// Where a space stands between two stretches, or at the end of one, bold and italic are not seen there. Making it
// plain lets every stretch begin and end with a letter, as the marks in Markdown must.
void makeEdgeSpacesPlain(std::vector<Run>& runs, bool Run::*form)
{
    // Cut each run into its leading spaces, its middle and its trailing spaces first; then a run of spaces keeps the
    // form only when what comes before and after has it.
    for (size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].text.trimmed().isEmpty())
            continue;
        const bool before = i > 0 && runs[i - 1].*form;
        size_t next = i + 1;
        while (next < runs.size() && runs[next].text.trimmed().isEmpty())
            ++next;
        const bool after = next < runs.size() && runs[next].*form;
        for (size_t j = i; j < next; ++j)
            runs[j].*form = before && after;
        i = next - 1;
    }
}

void appendCut(std::vector<Run>& out, const Run& run)
{
    qsizetype begin = 0;
    qsizetype end = run.text.size();
    while (begin < end && run.text.at(begin).isSpace())
        ++begin;
    while (end > begin && run.text.at(end - 1).isSpace())
        --end;
    for (const auto& [from, to] :
         {std::pair(qsizetype(0), begin), std::pair(begin, end), std::pair(end, run.text.size())}) {
        if (from == to)
            continue;
        Run part = run;
        part.text = run.text.mid(from, to - from);
        out.push_back(std::move(part));
    }
}

void trimEnds(std::vector<Run>& runs)
{
    const auto isBlank = [](const Run& run) { return run.text.trimmed().isEmpty(); };
    while (!runs.empty() && isBlank(runs.back()))
        runs.pop_back();
    runs.erase(runs.begin(), std::find_if_not(runs.begin(), runs.end(), isBlank));
}

std::vector<Run> normalisedRuns(const std::vector<Run>& runs)
{
    std::vector<Run> cut;
    for (const Run& run : runs) {
        Run clean = run;
        clean.text = oneLine(run.text);
        clean.person.value = std::max<qint64>(clean.person.value, 0);
        if (clean.person || !isSafeLink(clean.link))
            clean.link.clear();
        appendCut(cut, clean);
    }
    trimEnds(cut);
    makeEdgeSpacesPlain(cut, &Run::bold);
    makeEdgeSpacesPlain(cut, &Run::italic);
    std::vector<Run> joined;
    for (Run& run : cut) {
        if (!joined.empty() && sameForm(joined.back(), run))
            joined.back().text += run.text;
        else
            joined.push_back(std::move(run));
    }
    return joined;
}

// What stands at the start of a line and would be read as a mark there.
QString withStartEscaped(const QString& text)
{
    if (text.isEmpty())
        return text;
    if (QStringView(u"-+>#").contains(text.at(0)))
        return QLatin1Char('\\') + text;
    qsizetype digits = 0;
    while (digits < text.size() && digits < 10 && text.at(digits) >= u'0' && text.at(digits) <= u'9')
        ++digits;
    if (digits > 0 && digits < text.size() && (text.at(digits) == u'.' || text.at(digits) == u')'))
        return text.left(digits) + QLatin1Char('\\') + text.mid(digits);
    return text;
}

QString escaped(const QString& text, QStringView marks)
{
    QString out;
    out.reserve(text.size() + 8);
    for (const QChar c : text) {
        if (marks.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QString targetOf(const Run& run)
{
    return run.person ? QString(QStringLiteral("person:") + QString::number(run.person.value)) : run.link;
}

QString marksBetween(bool boldBefore, bool italicBefore, bool bold, bool italic)
{
    return QString((boldBefore != bold ? 2 : 0) + (italicBefore != italic ? 1 : 0), u'*');
}

// Bold and italic are switched on and off where they change; a run of one, two or three stars says which.
QString runsToMarkdown(const std::vector<Run>& runs)
{
    QString out;
    QString open; // where the link that we are in goes
    bool bold = false;
    bool italic = false;
    const auto closeLink = [&] {
        if (!open.isEmpty())
            out += QStringLiteral("](") + escaped(open, u"\\()") + QLatin1Char(')');
        open.clear();
    };
    for (const Run& run : runs) {
        const QString target = targetOf(run);
        const bool entering = target != open;
        if (entering)
            closeLink();
        out += marksBetween(bold, italic, run.bold, run.italic);
        if (entering && !target.isEmpty())
            out += u'[';
        open = target;
        bold = run.bold;
        italic = run.italic;
        out += escaped(run.text, u"\\*[]");
    }
    closeLink();
    return out + marksBetween(bold, italic, false, false);
}
} // namespace

bool isSafeLink(const QString& link)
{
    const qsizetype colon = link.indexOf(u':');
    if (colon < 0 || link.size() > longestLink)
        return false;
    const QString scheme = link.left(colon).toLower();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    if (!isWeb && scheme != QLatin1String("mailto"))
        return false;
    const QStringView rest = QStringView(link).mid(colon + 1);
    if (isWeb ? !rest.startsWith(u"//") || rest.size() < 3 : rest.isEmpty())
        return false;
    return withoutControls(link) == link && std::none_of(link.begin(), link.end(), [](QChar c) {
               return c.isSpace() || c.category() == QChar::Other_Control;
           });
}

QString Paragraph::text() const
{
    QString all;
    for (const Run& run : runs)
        all += run.text;
    return all;
}

QString RichText::plainText() const
{
    QStringList lines;
    for (const Paragraph& paragraph : paragraphs)
        lines << paragraph.text();
    return lines.join(u'\n');
}

RichText RichText::fromPlain(const QString& text)
{
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    RichText rich;
    for (const QString& line : lines.split(u'\n'))
        rich.paragraphs.push_back({Paragraph::Style::Body, 0, {Run{line, false, false, {}, {}}}});
    return normalised(rich);
}

RichText normalised(const RichText& text)
{
    RichText clean;
    int listLevel = -1; // of the item before, -1 outside a list
    for (const Paragraph& paragraph : text.paragraphs) {
        std::vector<Run> runs = normalisedRuns(paragraph.runs);
        if (runs.empty())
            continue;
        const int deepest = std::min(listLevel + 1, deepestLevel);
        const int level = isList(paragraph.style) ? std::clamp(paragraph.level, 0, deepest) : 0;
        listLevel = isList(paragraph.style) ? level : -1;
        clean.paragraphs.push_back({paragraph.style, level, std::move(runs)});
    }
    return clean;
}

QString RichText::toMarkdown() const
{
    const RichText clean = normalised(*this);
    QString out;
    std::vector<std::pair<int, int>> open; // of each list level: how many columns its mark takes, the last number
    bool inList = false;
    for (const Paragraph& paragraph : clean.paragraphs) {
        const bool isItem = isList(paragraph.style);
        if (!out.isEmpty())
            out += inList && isItem ? QStringLiteral("\n") : QStringLiteral("\n\n");
        inList = isItem;
        if (isItem) {
            const auto level = static_cast<size_t>(paragraph.level);
            open.resize(std::min(open.size(), level + 1));
            const bool isNumbered = paragraph.style == Paragraph::Style::Numbered;
            const int number = isNumbered ? (open.size() > level ? open[level].second : 0) + 1 : 0;
            const QString mark =
                isNumbered ? QString(QString::number(number) + QStringLiteral(". ")) : QStringLiteral("- ");
            open.resize(level);
            int indent = 0;
            for (const auto& [width, last] : open)
                indent += width;
            open.emplace_back(static_cast<int>(mark.size()), number);
            out += QString(indent, u' ') + mark;
        } else {
            open.clear();
            if (paragraph.style == Paragraph::Style::Quote)
                out += QStringLiteral("> ");
        }
        out += withStartEscaped(runsToMarkdown(paragraph.runs));
    }
    return out;
}

} // namespace dtp
