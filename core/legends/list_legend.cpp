// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/list_legend.h>

#include <base/text.h>
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <legends/legend_line.h>
#include <legends/mark_meaning.h>
#include <records/typed_values.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

constexpr qsizetype longestLine = 500;

// Without brackets and what leads to a mark: "the x".
QString bare(const QString& text)
{
    static const QRegularExpression around(QStringLiteral("^[\\s(\\[]+|[\\s)\\]]+$"));
    static const QRegularExpression article(QStringLiteral(
        "^(?:an?|the|key|legend|codes?|columns?|marks?|marked)\\s+|\\s+(?:in (?:the |a )?(?:\\w+ "
        ")?(?:box|column|cell)|"
        "box(?:es)?|(?:next to|beside|behind|after|before|against|at|by) (?:the |a |an |their |his |her |your )?"
        "names?)$"));
    return QString(text).remove(around).remove(article);
}

// What stands at one mark, before and behind the equal sign.
struct Side {
    QString before;
    QString behind;
    bool isSure = false;   // by an equal sign
    bool isMarked = false; // "those marked with …"
};
std::optional<Side> sidesOf(const QString& piece)
{
    static const QRegularExpression weak(
        QStringLiteral("^([(\\[]?\\S{1,8}?[)\\]]?)(?:\\s*:\\s*|\\s*[–—]+\\s*|\\s+-+\\s*|\\s*\\.{2,}\\s*|[)\\]}>/]\\s+|"
                       "\\s+(?:is|for|adalah|ialah|est|es|if|jika|wenn|si|se)\\s+)(.+)$"));
    static const QRegularExpression marked(
        QStringLiteral("\\b(?:marked|mark|ticked|with|followed by|preceded by|bearing)\\s+(?:with\\s+|by\\s+)?"
                       "(?:an?\\s+|the\\s+)?[(\\[]?(asterisk|star|cross|tick|check ?mark|dot|circle|\\S{1,3}?)[)\\]]?"
                       "(?:,|\\s)\\s*(.+)$"));
    static const QRegularExpression footnote(
        QStringLiteral("^(?:[(\\[]?([*†‡#§^+]{1,3})[)\\]]?\\s*|([x✓✔✗✘☑√●])(?:\\s+|-))([^\\s*†‡#§^+].+)$"));
    static const QRegularExpression reversed(QStringLiteral("^(.+?)\\s*:\\s*(\\S{1,3})$"));
    if (const qsizetype equal = piece.indexOf(L1(" = ")); equal > 0)
        return Side{piece.left(equal), piece.mid(equal + 3), true};
    for (const QRegularExpression* form : {&weak, &marked, &footnote}) {
        const auto match = form->match(piece);
        const QString sign = match.captured(1) + (form == &footnote ? match.captured(2) : QString());
        if (match.hasMatch() && isSign(bare(sign)))
            return Side{sign, match.captured(match.lastCapturedIndex()), false, form == &marked};
    }
    if (const auto match = reversed.match(piece); match.hasMatch() && !isNumber(match.captured(2)))
        return Side{match.captured(1), match.captured(2), false};
    return std::nullopt;
}

// The marks before an equal sign, "x", "x or ✓"; and what stands before them: "key: x".
QStringList signsIn(const QString& before, QString& prefix)
{
    static const QRegularExpression links(QStringLiteral("\\s*(?:[,/&]|\\bor\\b|\\band\\b)\\s*"));
    const qsizetype colon = before.lastIndexOf(QLatin1Char(':'));
    const QString left = bare(before.mid(colon + 1));
    QStringList signs;
    for (const QString& one : left.split(links, Qt::SkipEmptyParts)) {
        if (!isSign(bare(one)))
            return {};
        signs.append(signOf(bare(one)));
    }
    if (colon > 0 && !signs.isEmpty())
        prefix = wordsOf(before.left(colon)).join(QLatin1Char(' '));
    return signs;
}

// Of an equal sign whatever it says counts, but for what no column about consent has: "1 = male".
void addMarks(Legend& legend, const QStringList& signs, Meaning meaning, const QString& said)
{
    static const WordSet genders = wordSet("male female man woman men women m f laki perempuan pria wanita homem "
                                           "mulher hombre mujer homme femme nam nu");
    const QStringList words = wordsOf(said);
    const bool isOfGender =
        std::all_of(words.begin(), words.end(), [](const QString& word) { return genders.contains(word); });
    if (meaning == Meaning::Agrees || isOfGender)
        return;
    for (const QString& sign : signs)
        legend.marks.push_back({sign, meaning == Meaning::Refuses});
}

// "x = refused", and "refused = x". False where it explains no mark.
bool readPiece(const QString& piece, Legend& legend)
{
    const auto sides = sidesOf(piece);
    if (!sides)
        return false;
    QString prefix;
    QStringList signs = signsIn(sides->before, prefix);
    QString said = sides->behind;
    if (signs.isEmpty()) {
        signs = signsIn(sides->behind, prefix);
        said = sides->before;
        if (!signs.isEmpty() && meaningIn(said) != Meaning::Refuses && meaningIn(said) != Meaning::Agrees)
            return false;
    }
    if (signs.isEmpty() && sides->isSure && yesOrNo(bare(sides->before)) == std::optional(true)) // "yes = I refuse"
        std::tie(signs, said) = std::pair(QStringList{bare(sides->before)}, sides->behind);
    if (signs.isEmpty())
        return false;
    const Meaning meaning = meaningIn(said);
    if (!sides->isSure && meaning != Meaning::Refuses && meaning != Meaning::Agrees)
        return false;
    if (legend.column.isEmpty())
        legend.column = prefix;
    if (!sides->isSure && !sides->isMarked)
        legend.form = std::max(legend.form, Legend::Form::Footnote);
    addMarks(legend, signs, meaning, said);
    return true;
}

// "Leave blank if you agree", "no mark = agreed": who marks it does not.
bool agreesByBlank(const QString& piece)
{
    static const QRegularExpression blank(QString::fromUtf8(
        "\\b(?:blank|empty|unticked|unmarked|unchecked|no mark|no tick|no cross|kosong|kosongkan|vazi[oa]|em branco|"
        "en blanco|vaci[oa]|vide|en blanc|leer|bo trong|de trong|walang marka|no x|uncrossed|"
        "without (?:an? |any )?(?:mark|tick|cross|x)|not "
        "(?:ticked|marked|crossed|checked))\\b|ว่าง|空白|留空|空欄|空栏|ទទេ|빈칸|비워"));
    // "Bitte leer lassen, wenn …": what the blank is for stands behind the comma.
    static const QRegularExpression condition(
        QStringLiteral(",\\s*(?:if|when|si|se|wenn|falls|jika|bila|kalau|neu|kung)\\s+([^,.;]*)"));
    const auto found = blank.match(piece);
    if (!found.hasMatch())
        return false;
    const auto meant = condition.match(piece, found.capturedEnd());
    return mayAgree(meant.hasMatch() ? meant.captured(1) : QString(piece).remove(blank));
}

// "Those ticked have withdrawn", "Crossed persons refuse", "a tick opts you out": the sign, empty for any.
std::optional<QString> signOfThoseMarked(const QString& piece)
{
    static const QString deeds = QStringLiteral("(?:ticked|crossed|marked|checked|starred)");
    static const QRegularExpression marked(
        QStringLiteral(
            "\\b(?:those|people|persons?|participants?|names?|all|everyone|anyone|who)\\s+(?:\\w+\\s+){0,2}?%1"
            "\\b(?! (?:with|by|as)\\b)\\s*(.+)$|^%1\\s+(.+)$")
            .arg(deeds));
    static const QRegularExpression subject(
        QStringLiteral("^(?:an?|the|any|each|every)\\s+(ticks?|cross(?:es)?|marks?|x|asterisk|star)\\s+(.+)$"));
    for (const QRegularExpression* form : {&marked, &subject}) {
        const auto match = form->match(piece);
        if (match.hasMatch() && meaningIn(match.captured(match.lastCapturedIndex())) == Meaning::Refuses)
            return form == &subject ? signOf(match.captured(1)) : QString();
    }
    return std::nullopt;
}

// "Tick if you do not agree", "X for those who do not wish to be named", "tick to opt out".
std::optional<Meaning> meaningOfTick(const QString& piece)
{
    static const QRegularExpression tick(QString::fromUtf8(
        "(?:\\b(?:tick|check|mark|cross|put|write|enter|centang|tandai|beri tanda|marque|marcar|marca|assinale|"
        "cochez|cocher|ankreuzen|danh dau|lagyan)\\b|^x\\b|ทำเครื่องหมาย|กากบาท|打勾|勾选|勾選|打叉|チェック|표시)"));
    static const QRegularExpression condition(QString::fromUtf8(
        "\\b(?:if|who|when|where|those|jika|bila|kalau|apabila|yang|se|si|caso|wenn|falls|qui|quem|quienes|neu|"
        "kung|(to))\\b|หาก|ถ้า|若|如|场合|場合"));
    static const QRegularExpression cjk(QString::fromUtf8("(?:请勾选|請勾選|打勾|勾选|勾選|打叉)"));
    const auto ticked = tick.match(piece);
    if (!ticked.hasMatch())
        return std::nullopt;
    bool isConditional = false;
    for (auto all = condition.globalMatch(piece, ticked.capturedEnd()); all.hasNext();) {
        const auto match = all.next();
        const bool isTo = !match.captured(1).isEmpty();
        const Meaning meaning = meaningIn(piece.mid(match.capturedEnd()));
        if (meaning == Meaning::Refuses || (meaning == Meaning::Agrees && !isTo))
            return meaning;
        isConditional = isConditional || !isTo;
    }
    if (isConditional || !piece.contains(cjk))
        return std::nullopt;
    const Meaning meaning = meaningIn(QString(piece).remove(cjk));
    return meaning == Meaning::Refuses || meaning == Meaning::Agrees ? std::optional(meaning) : std::nullopt;
}

// At commas, bars and brackets, and where another mark with its sign follows; what goes on saying something of the
// mark before it stays with that.
QStringList piecesOf(const QString& text)
{
    static const QRegularExpression next(
        QStringLiteral("(?<=[^\\s:/&])(?<!\\bor)(?<!\\band)\\s+(?=(?:[a-z]|\\d{1,2}|[^\\p{L}\\p{N}\\s]{1,2}) = )"));
    const qsizetype first = text.indexOf(L1(" = ")) + 3;
    const QString marked = text.left(first) + text.mid(first).replace(next, QStringLiteral(" | "));
    QStringList pieces;
    bool isComma = false;
    qsizetype from = 0;
    static const QRegularExpression ends(QStringLiteral("[,;|\\n，、；()\\[\\]]|\\.\\s|\\s/\\s"));
    const auto add = [&](const QString& raw, bool goesOn) {
        const QString piece = raw.trimmed();
        if (piece.isEmpty())
            return;
        const bool belongs = !pieces.isEmpty() && !sidesOf(piece) && pieces.last().contains(L1(" = "));
        const bool refuses = belongs && hasAny(englishOf(piece), negatingWords());
        if (belongs && (goesOn || refuses))
            pieces.last() += QLatin1Char(' ') + piece;
        else
            pieces.append(piece);
    };
    for (auto match = ends.match(marked); match.hasMatch(); match = ends.match(marked, from)) {
        add(marked.mid(from, match.capturedStart() - from), isComma);
        isComma = match.captured(0) == L1(",");
        from = match.capturedEnd();
    }
    add(marked.mid(from), isComma);
    return pieces;
}

// Nearly every cell is none: asked before anything is taken apart.
bool mayExplain(const QString& cell)
{
    static const QString signs = QString::fromUtf8("=:→⇒*†‡#§＝：");
    static const QStringList words =
        QStringLiteral(" mean|tick|mark|blank|empty| if |check| stand|indicate|denotes|cross|"
                       "signif| - |berarti|artinya|bedeutet| is | for |quer dizer|quiere "
                       "decir|refus|declin| not | jika | si | se | wenn |opt|rather|withdr|object|record|vide|vazi|"
                       "leer |without")
            .split(QLatin1Char('|'));
    if (cell.size() < 3 || cell.size() > longestLine)
        return false;
    const bool isPlain = std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.unicode() < 0x80; });
    return !isPlain || std::any_of(cell.begin(), cell.end(), [](QChar c) { return signs.contains(c); }) ||
           std::any_of(words.begin(), words.end(),
                       [&cell](const QString& word) { return cell.contains(word, Qt::CaseInsensitive); });
}

QStringList filledOf(const QStringList& cells)
{
    QStringList filled;
    for (const QString& cell : cells) {
        if (!cell.trimmed().isEmpty())
            filled.append(cell);
    }
    return filled;
}

// "x" in one cell and "refused" in the next.
std::optional<Legend> legendOfPair(const QString& sign, const QString& said)
{
    const QString folded = bare(foldText(sign));
    if (!isSign(folded) || said.size() > longestLine || meaningIn(foldText(said)) != Meaning::Refuses)
        return std::nullopt;
    return Legend{QString(sign.trimmed() + L1(" = ") + said.simplified()), {}, {{signOf(folded), true}}};
}
} // namespace

static QString withoutBrackets(const QString& cell)
{
    static const QRegularExpression around(QStringLiteral("^[(\\[{<]\\s*|\\s*[)\\]}>]$"));
    return foldText(cell).remove(around);
}

// Letters and numbers only where they are no part of what they stand at: "Dara Sok (x)", "Dara Sok¹".
bool Legend::Mark::standsAt(const QString& cell) const
{
    static const QRegularExpression raised(QStringLiteral("(?<=\\D)([⁰¹²³⁴-⁹]{1,2})$"));
    static const QRegularExpression bracketed(
        QStringLiteral("^[(\\[{]\\s*(\\S{1,3})\\s*[)\\]}]|[(\\[{]\\s*(\\S{1,3})\\s*[)\\]}]$"));
    if (sign.isEmpty())
        return false;
    const QString text = cell.trimmed();
    for (const QRegularExpression* form : {&raised, &bracketed}) {
        const auto match = form->match(text);
        if (match.hasMatch() && foldText(match.captured(match.lastCapturedIndex())) == sign)
            return true;
    }
    return !sign.at(0).isLetterOrNumber() && (text.startsWith(sign) || text.endsWith(sign));
}

const Legend::Mark* Legend::meaningOf(const QString& cell) const
{
    const QString folded = withoutBrackets(cell);
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        static const WordSet ticks = wordSet("✓ ✔ ☑ √ v");
        return mark.sign.isEmpty() || mark.sign == folded || (ticks.contains(mark.sign) && ticks.contains(folded)) ||
               (mark.isRefusal && mark.standsAt(cell));
    });
    return found == marks.end() ? nullptr : &*found;
}

bool isTick(const QString& cell)
{
    static const WordSet ticks = wordSet("x v 1 t y true checked ticked");
    return ticks.contains(withoutBrackets(cell)) || isMark(cell);
}

// What says something of those who are marked, and what asks those who fill the list in. False where the piece does
// not.
static bool readThoseMarked(const QString& piece, Legend& legend)
{
    const auto sign = signOfThoseMarked(piece);
    if (sign)
        legend.marks.push_back({*sign, true});
    return sign.has_value();
}

static bool readQuestion(const QString& piece, Legend& legend)
{
    const auto byTick = meaningOfTick(piece);
    if (agreesByBlank(piece) || byTick == Meaning::Refuses) {
        const bool isOfX = piece.startsWith(L1("x ")); // no other mark
        legend.marks.push_back({isOfX ? QStringLiteral("x") : QString(), true});
    } else if (!byTick) {
        return false;
    }
    legend.form = Legend::Form::Question;
    return true;
}

std::optional<Legend> legendIn(const QString& text)
{
    if (!mayExplain(text))
        return std::nullopt;
    Legend legend{text.simplified(), {}, {}};
    bool explains = false;
    const QString plain = legendLine(text);
    for (const QString& piece : piecesOf(plain)) {
        if (readQuestion(piece, legend) || readPiece(piece, legend) || readThoseMarked(piece, legend))
            explains = true;
        else
            legend.isWhole = legend.isWhole && isLabel(piece);
    }
    if (!explains && (meaningOfTick(plain) == Meaning::Refuses || agreesByBlank(plain))) { // with a comma in it
        legend.marks.push_back({QString(), true});
        legend.form = Legend::Form::Question;
        legend.isWhole = explains = true;
    }
    return explains ? std::optional(legend) : std::nullopt;
}

std::optional<Legend> legendOfHeading(const QString& heading, bool hasCells)
{
    auto legend = legendIn(heading);
    if (!legend || !legend->isWhole || !legend->column.isEmpty() || (hasCells && legend->form != Legend::Form::Key) ||
        (legend->form == Legend::Form::Question && !purposesNamed(englishOf(foldText(heading))).isEmpty()))
        return std::nullopt;
    // "1 = Fiji, 2 = Tonga" is about what stands below it.
    if (hasCells)
        legend->marks.erase(std::remove_if(legend->marks.begin(), legend->marks.end(),
                                           [](const Legend::Mark& mark) { return !mark.isRefusal; }),
                            legend->marks.end());
    return legend->marks.empty() ? std::nullopt : legend;
}

std::vector<Legend> legendsOfRow(const QStringList& cells)
{
    constexpr qsizetype most = 8; // cells that a line of legends has
    qsizetype count = 0;
    for (const QString& cell : cells)
        count += !cell.isEmpty();
    if (count == 0 || count > most)
        return {};
    const QStringList filled = filledOf(cells);
    std::vector<Legend> legends;
    for (qsizetype i = 0; i < filled.size(); ++i) {
        if (auto legend = legendIn(filled.at(i))) {
            legends.push_back(std::move(*legend));
        } else if (auto pair = i + 1 < filled.size() ? legendOfPair(filled.at(i), filled.at(i + 1)) : std::nullopt) {
            legends.push_back(std::move(*pair));
            ++i;
        } else if (!isLabel(foldText(filled.at(i)))) {
            return {};
        }
    }
    return legends;
}

std::vector<Legend> legendsAmong(const QStringList& cells)
{
    const QStringList filled = filledOf(cells);
    std::vector<Legend> legends;
    for (qsizetype i = 0; i < filled.size(); ++i) {
        if (auto legend = legendIn(filled.at(i)))
            legends.push_back(std::move(*legend));
        else if (auto pair = i + 1 < filled.size() ? legendOfPair(filled.at(i), filled.at(i + 1)) : std::nullopt)
            legends.push_back(std::move(*pair));
    }
    return legends;
}

} // namespace dtp
