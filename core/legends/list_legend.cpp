// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/list_legend.h>

#include <base/text.h>
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <meaning/codes.h>
#include <records/typed_values.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

constexpr qsizetype longestLine = 500;

// What one writes into a cell to mark it, or the words for it.
bool isSign(const QString& folded)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:[a-z]|xx|\\d{1,2}|[^\\p{L}\\p{M}\\p{N}\\s=:;,.()\\[\\]|/\"'?!-]{1,3}|ticks?|ticked|cross|"
        "crosses|crossed|marks?|marked|checked|check mark|tick mark|star|asterisk|dot|circle|circled)$"));
    return form.match(folded).hasMatch();
}

// "A tick" is whatever one ticks with, "star" is "*".
QString signOf(const QString& folded)
{
    static const WordSet any = wordSet("tick|ticks|ticked|cross|crosses|crossed|mark|marks|marked|checked|check mark|"
                                       "tick mark|dot|circle|circled",
                                       QLatin1Char('|'));
    if (any.contains(folded))
        return {};
    return folded == L1("star") || folded == L1("asterisk") ? QStringLiteral("*") : folded;
}

QStringList englishOf(const QString& text)
{
    return inEnglish(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

enum class Meaning { Agrees, Refuses, Doubt, Other };

// Words about cells, not about people: "blank", "empty" refuse nothing here.
QStringList withoutBlanks(QStringList words)
{
    static const WordSet blanks = wordSet("blank empty unticked unmarked leave left box cell column");
    words.removeIf([](const QString& word) { return blanks.contains(word); });
    return words;
}

bool isAboutConsent(const QStringList& words)
{
    static const WordSet about =
        wordSet("named name names naming contact contacted publish published share shared list listed public publicly "
                "want wants wish wishes use used phone email e mail mailed quoted mentioned identified disclose");
    return hasAny(words, askingWords()) || hasAny(words, about) || !purposesNamed(words).isEmpty();
}

bool areKnown(const QStringList& words)
{
    return std::all_of(words.begin(), words.end(), [](const QString& word) {
        static const WordSet people = wordSet("person people participant participants they he she those has have "
                                              "vous did does was were who if");
        return refusingWords().contains(word) || askingWords().contains(word) || harmlessWords().contains(word) ||
               people.contains(word);
    });
}

Meaning meaningIn(const QString& text)
{
    static const WordSet agreeing =
        wordSet("yes y agree agrees agreed agreeing consent consents consented consenting given accept accepts "
                "accepted ok okay allow allows allowed permission permitted granted approve approved oui si sim ya");
    static const WordSet beside = wordSet("may can happy willing want wants wish wishes photographed contacted quoted "
                                          "published publicly photo photos directory newsletter if they he she has "
                                          "have person participant participants who full fully");
    const QStringList words = withoutBlanks(englishOf(text));
    if (words.isEmpty())
        return Meaning::Other;
    const bool isNegated = hasAny(words, refusingWords()) || yesOrNo(text) == std::optional(false);
    if (isNegated)
        return isAboutConsent(words) || areKnown(words) ? Meaning::Refuses : Meaning::Doubt;
    const bool agrees =
        hasAny(words, agreeing) || hasAny(words, askingWords()) || yesOrNo(text) == std::optional(true);
    const bool isPlain = std::all_of(words.begin(), words.end(), [](const QString& word) {
        return agreeing.contains(word) || askingWords().contains(word) || beside.contains(word) ||
               harmlessWords().contains(word);
    });
    return agrees && isPlain ? Meaning::Agrees : Meaning::Other;
}

bool mayAgree(const QString& text)
{
    static const WordSet agreeing = wordSet("yes agree agrees agreed consent consents accept accepts allow allows ok "
                                            "okay happy willing permission sim oui");
    const QStringList words = withoutBlanks(englishOf(text));
    return (hasAny(words, agreeing) || hasAny(words, askingWords())) && !hasAny(words, refusingWords());
}

// "x means no", "* stands for …", "x - refused", "x: refused": with one sign between the mark and what it means.
QString withEqualSigns(QString text)
{
    static const QRegularExpression quotes(QStringLiteral("[\"'“”‘’«»„`]"));
    static const QRegularExpression words(QString::fromUtf8(
        "\\s+(?:means?(?: that)?|meaning|stands? for|indicates?|denotes?|signifie(?: que)?|significa(?: que)?|"
        "quer dizer|quiere decir|berarti|artinya|maksudnya|bedeutet|heisst|nangangahulugang|co nghia la|nghia la)\\s+|"
        "\\s*(?:หมายถึง|หมายความว่า|แปลว่า|表示|代表|意为|意為|意味|[(\\[]?\\s*=+>?|→|⇒|≙|មានន័យថា|ໝາຍເຖິງ)\\s*"));
    static const QRegularExpression bracketed(QStringLiteral("[(\\[]\\s*(\\S{1,3}?)\\s*[)\\]]")); // "(x) = no"
    return text.remove(quotes)
        .replace(bracketed, QStringLiteral(" \\1 "))
        .replace(words, QStringLiteral(" = "))
        .simplified();
}

// Without brackets and what leads to a mark: "the x".
QString bare(const QString& text)
{
    static const QRegularExpression around(QStringLiteral("^[\\s(\\[]+|[\\s)\\]]+$"));
    static const QRegularExpression article(
        QStringLiteral("^(?:an?|the|key|legend|codes?|columns?|marks?|marked)\\s+|\\s+(?:in (?:the |a )?(?:\\w+ "
                       ")?(?:box|column|cell)|box(?:es)?)$"));
    return QString(text).remove(around).remove(article);
}

// What stands at one mark, before and behind the equal sign.
struct Side {
    QString before;
    QString behind;
    bool isSure = false; // by an equal sign
};
std::optional<Side> sidesOf(const QString& piece)
{
    static const QRegularExpression weak(
        QStringLiteral("^([(\\[]?\\S{1,8}?[)\\]]?)(?:\\s*:\\s*|\\s+[-–—]+\\s*|\\s+(?:is|for|adalah|ialah|est|es|if|"
                       "jika|wenn|si|se)\\s+)(.+)$"));
    static const QRegularExpression marked(
        QStringLiteral("\\b(?:marked|mark|ticked|with)\\s+(?:with\\s+)?(?:an?\\s+|the\\s+)?[(\\[]?(\\S{1,3}?)[)\\]]?"
                       "(?:,|\\s)\\s*(.+)$"));
    static const QRegularExpression footnote(
        QStringLiteral("^(?:[(\\[]?([*†‡#§^+]{1,3})[)\\]]?\\s*|([x✓✔✗✘☑√●])\\s+)([^\\s*†‡#§^+].+)$"));
    static const QRegularExpression reversed(QStringLiteral("^(.+?)\\s*:\\s*(\\S{1,3})$"));
    if (const qsizetype equal = piece.indexOf(L1(" = ")); equal > 0)
        return Side{piece.left(equal), piece.mid(equal + 3), true};
    for (const QRegularExpression* form : {&weak, &marked, &footnote}) {
        const auto match = form->match(piece);
        const QString sign = match.captured(1) + (form == &footnote ? match.captured(2) : QString());
        if (match.hasMatch() && isSign(bare(sign)))
            return Side{sign, match.captured(match.lastCapturedIndex()), false};
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
    addMarks(legend, signs, meaning, said);
    return true;
}

// "Leave blank if you agree", "no mark = agreed": who marks it does not.
bool agreesByBlank(const QString& piece)
{
    static const QRegularExpression blank(QString::fromUtf8(
        "\\b(?:blank|empty|unticked|unmarked|unchecked|no mark|no tick|no cross|kosong|kosongkan|vazi[oa]|em branco|"
        "en blanco|vaci[oa]|vide|en blanc|leer|bo trong|de trong|walang "
        "marka)\\b|ว่าง|空白|留空|空欄|空栏|ទទេ|빈칸|비워"));
    if (!piece.contains(blank))
        return false;
    return mayAgree(QString(piece).remove(blank));
}

// "Tick if you do not agree", "X for those who do not wish to be named".
std::optional<Meaning> meaningOfTick(const QString& piece)
{
    static const QRegularExpression tick(QString::fromUtf8(
        "(?:\\b(?:tick|check|mark|cross|put|write|enter|centang|tandai|beri tanda|marque|marcar|marca|assinale|"
        "cochez|cocher|ankreuzen|danh dau|lagyan)\\b|^x\\b|ทำเครื่องหมาย|กากบาท|打勾|勾选|勾選|打叉|チェック|표시).*?"
        "(?:\\b(?:if|who|when|where|those|jika|bila|kalau|apabila|yang|se|si|caso|wenn|falls|qui|quem|quienes|neu|"
        "kung)\\b|หาก|ถ้า|若|如|场合|場合)(.*)$"));
    static const QRegularExpression cjk(QString::fromUtf8("(?:请勾选|請勾選|打勾|勾选|勾選|打叉)"));
    const auto match = tick.match(piece);
    if (!match.hasMatch() && !piece.contains(cjk))
        return std::nullopt;
    const Meaning meaning = meaningIn(match.hasMatch() ? match.captured(1) : QString(piece).remove(cjk));
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
                       "decir|refus|declin| not | jika | si | se | wenn ")
            .split(QLatin1Char('|'));
    if (cell.size() < 3 || cell.size() > longestLine)
        return false;
    const bool isPlain = std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.unicode() < 0x80; });
    return !isPlain || std::any_of(cell.begin(), cell.end(), [](QChar c) { return signs.contains(c); }) ||
           std::any_of(words.begin(), words.end(),
                       [&cell](const QString& word) { return cell.contains(word, Qt::CaseInsensitive); });
}

bool isLabel(const QString& cell)
{
    static const WordSet labels = wordSet("key|legend|legenda|legende|leyenda|note|notes|nb|n b|keterangan|ket|nota|"
                                          "notas|chu thich|หมายเหตุ|คำอธิบาย|说明|說明|备注|備註|图例|codes|coding|code",
                                          QLatin1Char('|'));
    return labels.contains(wordsOf(foldText(cell)).join(QLatin1Char(' ')));
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

const Legend::Mark* Legend::meaningOf(const QString& cell) const
{
    const QString folded = foldText(cell);
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        static const WordSet ticks = wordSet("✓ ✔ ☑ √ v");
        return mark.sign.isEmpty() || mark.sign == folded || (ticks.contains(mark.sign) && ticks.contains(folded));
    });
    return found == marks.end() ? nullptr : &*found;
}

bool isTick(const QString& cell)
{
    static const WordSet ticks = wordSet("x v 1 t y true checked ticked");
    return ticks.contains(foldText(cell)) || isMark(cell);
}

std::optional<Legend> legendIn(const QString& text)
{
    if (!mayExplain(text))
        return std::nullopt;
    Legend legend{text.simplified(), {}, {}};
    bool explains = false;
    const QString plain = withEqualSigns(foldText(text));
    for (const QString& piece : piecesOf(plain)) {
        const auto byTick = meaningOfTick(piece);
        if (agreesByBlank(piece) || byTick == Meaning::Refuses) {
            const bool isOfX = piece.startsWith(L1("x ")); // no other mark
            legend.marks.push_back({isOfX ? QStringLiteral("x") : QString(), true});
            explains = true;
        } else if (byTick || readPiece(piece, legend)) {
            explains = true;
        }
    }
    if (!explains && meaningOfTick(plain) == Meaning::Refuses) { // with a comma in it
        legend.marks.push_back({QString(), true});
        explains = true;
    }
    return explains ? std::optional(legend) : std::nullopt;
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
        } else if (!isLabel(filled.at(i))) {
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
