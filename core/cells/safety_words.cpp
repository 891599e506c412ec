// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/safety_words.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <cells/word_sets.h>
#include <records/typed_values.h>

#include <QRegularExpression>

#include <algorithm>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// What a yes says in a column about safety. "Safety: no" may be that there is none, or that nothing is the matter.
enum class SafetyAsked { Danger, Safety, Either };
SafetyAsked safetyAsked(const QString& heading)
{
    const QStringList words = wordsOf(foldText(heading));
    if (words.contains(L1("safe")))
        return SafetyAsked::Safety;
    static const WordSet either = wordSet("safety security seguranca seguridad securite keamanan sicherheit");
    const bool isEither = hasAny(words, either);
    const bool tellsDanger = std::any_of(words.begin(), words.end(), [](const QString& word) {
        return word.startsWith(L1("concern")) || word.startsWith(L1("risk")) || word.startsWith(L1("threat")) ||
               word.startsWith(L1("issue")) || word.startsWith(L1("problem"));
    });
    return isEither && !tellsDanger ? SafetyAsked::Either : SafetyAsked::Danger;
}

bool isOfDanger(const QString& word)
{
    static const WordSet words =
        wordSet("unsafe safety security insecure insecurity hiding exile exiled targeted seguranca seguridad securite "
                "keamanan sicherheit ancaman bahaya terancam");
    static constexpr const char* stems[] = {"risk",    "threat", "danger",  "endanger", "surveil", "persecut",
                                            "harass",  "risco",  "riesgo",  "risque",   "risiko",  "perig",
                                            "peligro", "ameaca", "amenaza", "menace",   "gefahr",  "gefahrdet"};
    return words.contains(word) || std::any_of(std::begin(stems), std::end(stems),
                                               [&word](const char* stem) { return word.startsWith(L1(stem)); });
}
} // namespace

bool speaksOfDanger(const QStringList& words)
{
    return std::any_of(words.begin(), words.end(), &isOfDanger);
}

bool asksForDanger(const QStringList& words)
{
    // What leaves the question what it is. A no among them turns it round, and "training" makes it another.
    static const WordSet beside = wordSet(
        "at in of to under the a an any or and is are am was were be been being has have had do does did you your i "
        "we they their this who ever now currently current recent recently person personal physical serious high "
        "higher highest extreme extremely very level levels status assessment assessed rating score category "
        "classification profile situation concern concerns concerned issue issues problem problems incident incidents "
        "note notes remark remarks comment comments detail details describe face faces facing faced receive receives "
        "received against from by family living gone going live lives fear fears considered consideration "
        "considerations if yes details please explain flag alert warning human rights defender hrd hrds participant "
        "what which nature type kind em de do da en di nivel niveau grau tingkat");
    return speaksOfDanger(words) && std::all_of(words.begin(), words.end(), [](const QString& word) {
               return isOfDanger(word) || beside.contains(word);
           });
}

// "OK", "fine", "no concerns": nothing is the matter, whatever was asked.
static bool isAllClear(const QString& text)
{
    static const WordSet clear =
        wordSet("ok|okay|fine|safe|none|good|all good|all fine|all ok|all right|alright|clear|all clear|green|secure|"
                "stable|calm|very safe|quite safe|safe now|nothing|nothing to report|ras|r a s|rien a signaler|aman|"
                "seguro|segura|sur|sicher|baik|baik baik saja|bem|bien|an toan|ปลอดภัย|安全|안전",
                QLatin1Char('|'));
    static const QRegularExpression nothing(QStringLiteral(
        "^(?:(?:no|not any|without|tidak ada|sem|sin|pas de|khong co)(?: (?:known|current|particular|special|specific|"
        "security|safety|any|immediate))* (?:concerns?|issues?|risks?|problems?|threats?|dangers?|incidents?|worries|"
        "risiko|ancaman|risco|riesgo|risque|ameacas?|amenazas?))$"));
    static const WordSet folded = [] {
        WordSet all;
        for (const QString& word : clear)
            all.insert(wordsOf(foldText(word)).join(QLatin1Char(' ')));
        return all;
    }();
    const QString said = wordsOf(foldText(text)).join(QLatin1Char(' '));
    return !isDoubted(text) && (folded.contains(said) || nothing.match(said).hasMatch());
}

// Other than a cell that stands for an empty one: "?" and "not known" are doubts.
bool isDoubtOfSafety(const QString& text)
{
    const QString folded = foldText(text);
    // Signs by themselves mean something here, all but the dash of an empty cell: "!!!", "***", "#REF!".
    const bool isDash = std::all_of(text.begin(), text.end(), [](QChar letter) {
        return letter.isSpace() || letter.category() == QChar::Punctuation_Dash;
    });
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
    return !meansNothing(text) || (!isDash && !hasLetters) || text.contains(QLatin1Char('?')) ||
           folded == L1("unknown") || folded == L1("not known") || folded == L1("tbc") || folded == L1("tba");
}

std::optional<SafetyLevel> safetyOf(const QString& heading, const QString& text)
{
    // "Anonymous: OK" is a yes.
    if (!foldText(heading).contains(L1("anonym")) && isAllClear(text))
        return SafetyLevel::Normal;
    const auto said = yesOrNo(text);
    if (!said)
        return std::nullopt;
    const SafetyAsked asked = safetyAsked(heading);
    const bool isDangerous = asked == SafetyAsked::Safety ? !*said : *said;
    if (isDangerous)
        return asked == SafetyAsked::Safety ? SafetyLevel::Careful : SafetyLevel::AtRisk;
    return isDoubted(text) || asked == SafetyAsked::Either ? SafetyLevel::Careful : SafetyLevel::Normal;
}

bool warnsAgainst(const QString& text)
{
    if (text.isEmpty()) // as beside nearly every number
        return false;
    static const WordSet words = wordSet(
        "never dont tapped bugged monitored surveilled watched compromised hacked unsafe insecure seized "
        "confiscated stolen bounced bounces bouncing invalid wrong defunct obsolete disconnected inactive dead");
    static const WordSet pairs = wordSet("do not|don t|no longer|not safe|not secure|not use|not to|not valid|"
                                         "not working|not in|not reachable|not contact|not call|not for",
                                         QLatin1Char('|'));
    const QStringList said = wordsOf(foldText(text));
    for (qsizetype i = 0; i + 1 < said.size(); ++i) {
        if (pairs.contains(said.at(i) + QLatin1Char(' ') + said.at(i + 1)))
            return true;
    }
    return hasAny(said, words);
}

} // namespace dtp
