// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <reporting/source_lines.h>

#include <QHash>
#include <QRegularExpression>

namespace dtp
{

namespace
{
using Match = QRegularExpressionMatch;

// Replaces every match by what the function says.
template <class F>
QString replaced(const QString& text, const QRegularExpression& pattern, F&& by)
{
    QString out;
    qsizetype end = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const Match match = it.next();
        out += QStringView(text).mid(end, match.capturedStart() - end);
        out += by(match);
        end = match.capturedEnd();
    }
    return end == 0 ? text : QString(out + text.mid(end));
}

// Letters that printing joined come apart, spaces of all widths are spaces, what is invisible goes.
QString plainCharacters(const QString& text)
{
    static const QHash<char16_t, QString> ligatures{{0xFB00, QStringLiteral("ff")},  {0xFB01, QStringLiteral("fi")},
                                                    {0xFB02, QStringLiteral("fl")},  {0xFB03, QStringLiteral("ffi")},
                                                    {0xFB04, QStringLiteral("ffl")}, {0xFB05, QStringLiteral("st")},
                                                    {0xFB06, QStringLiteral("st")}};
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == '\f' || u == '\v')
            out += u'\f';
        else if (u == 0xF0B7 || u == 0xF0A7) // list marks of the fonts Symbol and Wingdings
            out += u == 0xF0B7 ? u'•' : u'▪';
        else if (u == 0x00AD || u == 0x200B || u == 0x2060 || u == 0xFEFF || c.category() == QChar::Other_PrivateUse)
            continue;
        else if (u == 0x2028 || u == 0x2029)
            out += u'\n';
        else if (c.category() == QChar::Separator_Space)
            out += u' ';
        else if (u >= 0xFB00 && u <= 0xFB06)
            out += ligatures.value(u);
        else
            out += c;
    }
    // Form feeds are marks of pages to us; withoutControls would drop them.
    QStringList pages = out.split(u'\f');
    for (QString& page : pages)
        page = withoutControls(page);
    return pages.join(u'\f');
}

// What a command of TeX means as text; a command that we do not know stays as its name, so that no word is lost.
QString commandText(const QString& name)
{
    static const QHash<QString, QString> known{
        {QStringLiteral("circ"), QStringLiteral("◦")},      {QStringLiteral("bullet"), QStringLiteral("•")},
        {QStringLiteral("cdot"), QStringLiteral("·")},      {QStringLiteral("blacksquare"), QStringLiteral("▪")},
        {QStringLiteral("square"), QStringLiteral("▪")},    {QStringLiteral("diamond"), QStringLiteral("◦")},
        {QStringLiteral("checkmark"), QStringLiteral("✓")}, {QStringLiteral("rightarrow"), QStringLiteral("→")},
        {QStringLiteral("to"), QStringLiteral("→")},        {QStringLiteral("leftarrow"), QStringLiteral("←")},
        {QStringLiteral("times"), QStringLiteral("×")},     {QStringLiteral("pm"), QStringLiteral("±")},
        {QStringLiteral("geq"), QStringLiteral("≥")},       {QStringLiteral("ge"), QStringLiteral("≥")},
        {QStringLiteral("leq"), QStringLiteral("≤")},       {QStringLiteral("le"), QStringLiteral("≤")},
        {QStringLiteral("neq"), QStringLiteral("≠")},       {QStringLiteral("approx"), QStringLiteral("≈")},
        {QStringLiteral("sim"), QStringLiteral("~")},       {QStringLiteral("ldots"), QStringLiteral("…")},
        {QStringLiteral("dots"), QStringLiteral("…")},      {QStringLiteral("quad"), QStringLiteral(" ")},
        {QStringLiteral("qquad"), QStringLiteral(" ")}};
    static const QStringList forms{QStringLiteral("text"),   QStringLiteral("textbf"),    QStringLiteral("textit"),
                                   QStringLiteral("mathrm"), QStringLiteral("mathbf"),    QStringLiteral("mathit"),
                                   QStringLiteral("emph"),   QStringLiteral("underline"), QStringLiteral("bf"),
                                   QStringLiteral("it"),     QStringLiteral("rm")};
    return forms.contains(name) ? QString() : known.value(name, name);
}

QString formulaText(QString formula)
{
    static const QRegularExpression degree(QStringLiteral("\\^\\s*\\{?\\s*\\\\circ\\s*\\}?"));
    static const QRegularExpression command(QStringLiteral("\\\\([a-zA-Z]+)"));
    static const QRegularExpression space(QStringLiteral("\\\\[;,:! ]|\\\\\\\\|~"));
    static const QRegularExpression escape(QStringLiteral("\\\\([&%$#_{}])"));
    static const QRegularExpression rest(QStringLiteral("[\\^_{}\\\\]"));
    formula.replace(degree, QStringLiteral("°"));
    formula = replaced(formula, command, [](const Match& m) { return commandText(m.captured(1)); });
    return formula.replace(space, QStringLiteral(" ")).replace(escape, QStringLiteral("\\1")).remove(rest);
}

// "$\circ \;$" and its kin. Sums of money ("$5,000 and $10,000") hold no backslash, brace or caret and stay.
QString withoutFormulas(const QString& text)
{
    static const QRegularExpression formula(QStringLiteral("\\$\\$?([^$\\n\\\\^]{0,80}[\\\\^][^$\\n]{0,200})\\$\\$?"));
    QString out = replaced(text, formula, [](const Match& m) { return formulaText(m.captured(1)); });
    // Text recognition loses the dollar signs now and then.
    static const QRegularExpression bare(
        QStringLiteral("\\\\(circ|bullet|blacksquare|square|diamond)\\b(?:[ \\t]*\\\\[;,:!])*"));
    return replaced(out, bare, [](const Match& m) { return commandText(m.captured(1)); });
}

// A pair of tags becomes a pair of marks that hug the text between.
QString withPair(const QString& text, const char* tags, const QString& on, const QString& off)
{
    const QString tag = QString::fromLatin1(tags);
    const QRegularExpression pair(QStringLiteral("<(%1)(?:\\s[^<>]*)?>(\\s*)([^<>]*?)(\\s*)</\\1\\s*>").arg(tag),
                                  QRegularExpression::CaseInsensitiveOption);
    return replaced(text, pair, [&](const Match& m) {
        const QString inner = m.captured(3);
        return QString(m.captured(2) + (inner.isEmpty() ? inner : QString(on + inner + off)) + m.captured(4));
    });
}

// Tags that text recognition and converters leave. Anything else in angle brackets is text.
QString withoutTags(QString text)
{
    static const QRegularExpression comment(QStringLiteral("<!--.{0,500}?-->"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression lineBreak(QStringLiteral("<br\\s*/?>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression anchor(QStringLiteral("<(a|span)\\s+(?:id|name)=[^<>]*>\\s*</\\1>"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression link(
        QStringLiteral("<a\\s[^<>]*href=[\"'](https?://[^\"'<>\\s]+|mailto:[^\"'<>\\s]+)[\"'][^<>]*>([^<>]*)</a>"),
        QRegularExpression::CaseInsensitiveOption);
    text.remove(comment);
    text.remove(anchor);
    text.replace(lineBreak, QStringLiteral("\n"));
    text.replace(link, QStringLiteral("[\\2](\\1)"));
    // Twice, for tags within tags: the inner pair goes first.
    for (int i = 0; i < 3; ++i) {
        text = withPair(text, "sup|sub|span|font|small|mark|div|p|center|ins|big", QString(), QString());
        text = withPair(text, "b|strong", QStringLiteral("**"), QStringLiteral("**"));
        text = withPair(text, "i|em", QStringLiteral("*"), QStringLiteral("*"));
        text = withPair(text, "u", QString(underlineOn), QString(underlineOff));
    }
    // Pieces of one underlined stretch belong together.
    static const QRegularExpression seam(QStringLiteral("%1([ \\n]*)%2").arg(underlineOff).arg(underlineOn));
    return text.replace(seam, QStringLiteral("\\1"));
}

QString withoutEntities(const QString& text)
{
    static const QHash<QString, QString> known{
        {QStringLiteral("amp"), QStringLiteral("&")},    {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},     {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")},   {QStringLiteral("#39"), QStringLiteral("'")},
        {QStringLiteral("nbsp"), QStringLiteral(" ")},   {QStringLiteral("#160"), QStringLiteral(" ")},
        {QStringLiteral("ndash"), QStringLiteral("–")},  {QStringLiteral("mdash"), QStringLiteral("—")},
        {QStringLiteral("lsquo"), QStringLiteral("‘")},  {QStringLiteral("rsquo"), QStringLiteral("’")},
        {QStringLiteral("ldquo"), QStringLiteral("“")},  {QStringLiteral("rdquo"), QStringLiteral("”")},
        {QStringLiteral("hellip"), QStringLiteral("…")}, {QStringLiteral("bull"), QStringLiteral("•")}};
    static const QRegularExpression entity(QStringLiteral("&(#?\\w{1,6});"));
    return replaced(text, entity, [](const Match& m) { return known.value(m.captured(1), m.captured(0)); });
}

// "_so_" and "__so__" are read by other programs as we read "*so*" and "**so**".
QString withStars(QString text)
{
    static const QRegularExpression strong(
        QStringLiteral("(?<![\\w\\\\_])__([^\\s_](?:[^_\\n]*[^\\s_])?)__(?![\\w_])"));
    static const QRegularExpression weak(QStringLiteral("(?<![\\w\\\\_])_([^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])"));
    return text.replace(strong, QStringLiteral("**\\1**")).replace(weak, QStringLiteral("*\\1*"));
}

SourceLine lineFrom(const QString& raw)
{
    SourceLine line;
    qsizetype at = 0;
    for (; at < raw.size() && raw.at(at).isSpace(); ++at)
        line.indent += raw.at(at) == u'\t' ? 4 - line.indent % 4 : 1;
    line.text = raw.simplified();
    line.hardBreak = !line.text.isEmpty() && raw.endsWith(QLatin1String("  "));
    return line;
}

// "12", "- 12 -", "Page 3 of 12", "3 | Page", "12/40": the number, or -1.
int pageNumber(const QString& text, bool& saysPage)
{
    static const QRegularExpression shape(QStringLiteral("^(?:[-–—|] ?)?(page |p\\. ?|p a g e ?\\|? ?)?(\\d{1,3})(?: "
                                                         "?(?:of|/) ?\\d{1,3})?( ?\\| ?p ?a ?g ?e)?(?: ?[-–—|])?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const Match match = shape.match(text);
    saysPage = match.hasMatch() && (!match.captured(1).isEmpty() || !match.captured(3).isEmpty());
    return match.hasMatch() ? match.captured(2).toInt() : -1;
}

bool stands(const std::vector<SourceLine>& lines, size_t i)
{
    const bool before = i == 0 || lines[i - 1].isBlank() || lines[i].newPage;
    const bool after = i + 1 >= lines.size() || lines[i + 1].isBlank() || lines[i + 1].newPage;
    return before && after;
}

bool atPageEdge(const std::vector<SourceLine>& lines, size_t i)
{
    size_t above = i;
    while (!lines[above].newPage && above > 0 && lines[above - 1].isBlank())
        --above;
    if (lines[above].newPage)
        return true;
    size_t below = i + 1;
    while (below < lines.size() && lines[below].isBlank() && !lines[below].newPage)
        ++below;
    return below < lines.size() && lines[below].newPage;
}

// A number alone is a page number when it stands at the edge of a page, says "page", or counts up with others of its
// kind.
void dropPageNumbers(std::vector<SourceLine>& lines)
{
    struct Alone {
        size_t line;
        int number;
    };
    std::vector<Alone> all;
    bool isSure = false; // one at least is a page number beyond doubt
    for (size_t i = 0; i < lines.size(); ++i) {
        bool saysPage = false;
        const int number = pageNumber(lines[i].text, saysPage);
        if (number < 0 || !stands(lines, i))
            continue;
        if (saysPage || atPageEdge(lines, i)) {
            isSure = true;
            all.push_back({i, number});
            lines[i].text.clear();
        } else {
            all.push_back({i, number});
        }
    }
    const bool counts = std::adjacent_find(all.begin(), all.end(), [](const Alone& a, const Alone& b) {
                            return b.number != a.number + 1;
                        }) == all.end();
    if (counts && all.size() >= 2 && (isSure || all.front().number <= 3))
        for (const Alone& alone : all)
            lines[alone.line].text.clear();
}

// Running heads and feet: the same line, but for digits, at the edge of three pages or more. The first one stays, so
// that its words are not lost.
void dropRunningHeads(std::vector<SourceLine>& lines)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    QHash<QString, std::vector<size_t>> places;
    for (size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].isBlank() && lines[i].text.size() <= 120 && atPageEdge(lines, i))
            places[QString(lines[i].text).replace(digits, QStringLiteral("#"))].push_back(i);
    for (const auto& same : std::as_const(places)) {
        if (same.size() < 3)
            continue;
        for (size_t i = 1; i < same.size(); ++i)
            lines[same[i]].text.clear();
    }
}
} // namespace

QString withoutUnderline(QString text)
{
    return text.remove(underlineOn).remove(underlineOff);
}

bool isWhollyMarked(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:%1[^%1%2]+%2|\\*\\*[^*]+\\*\\*|%1\\*\\*[^*]+\\*\\*%2|\\*\\*%1[^*]+%2\\*\\*)[:.]?$")
            .arg(underlineOn)
            .arg(underlineOff));
    return text.size() < 400 && shape.match(text).hasMatch();
}

QString headingText(const QString& text)
{
    QString plain = withoutUnderline(text);
    static const QRegularExpression marks(QStringLiteral("(?<!\\\\)\\*+"));
    plain.remove(marks);
    plain = plain.simplified();
    while (plain.endsWith(u':') || plain.endsWith(u'#'))
        plain = plain.chopped(1).trimmed();
    return plain;
}

std::vector<SourceLine> sourceLines(const QString& text)
{
    QString clean = withoutFormulas(plainCharacters(text));
    clean = withStars(withoutEntities(withoutTags(clean)));
    std::vector<SourceLine> lines;
    bool newPage = false;
    for (const QString& raw : clean.split(u'\n')) {
        const QStringList parts = raw.split(u'\f');
        for (qsizetype i = 0; i < parts.size(); ++i) {
            newPage = newPage || i > 0;
            if (i + 1 < parts.size() && parts.at(i).trimmed().isEmpty())
                continue;
            SourceLine line = lineFrom(parts.at(i));
            line.newPage = std::exchange(newPage, false);
            lines.push_back(std::move(line));
        }
    }
    dropPageNumbers(lines);
    dropRunningHeads(lines);
    return lines;
}

} // namespace dtp
