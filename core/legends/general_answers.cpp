// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/general_answers.h>

#include <cells/cell_values.h>
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <meaning/codes.h>

#include <base/text.h>
#include <records/typed_values.h>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool areAll(const QStringList& words, const WordSet& some)
{
    return std::all_of(words.begin(), words.end(), [&some](const QString& word) { return some.contains(word); });
}

// What a heading may say beside its question and ask the same.
const WordSet& besideQuestions()
{
    static const WordSet words =
        wordSet("date day when since on at status level flag overall general yes no y n is are "
                "was has have been does do did the a an of for to this person participant "
                "alumni dtp info information record data note notes answer response given");
    return words;
}

// "Signed", "scan on file", "received by e-mail": there is a form.
bool isThere(const QStringList& words)
{
    static const WordSet signs =
        wordSet("signed received returned completed complete done file filed archived ok yes "
                "original scan scanned copy paper electronic electronically digital digitally "
                "attached uploaded submitted given obtained");
    static const WordSet beside = wordSet("on in by at and the a an of is was form forms consent we have has email e "
                                          "mail post hand archive folder office both full dated person online jan feb "
                                          "mar apr may jun jul aug sep sept oct nov dec january february march april "
                                          "june july august september october november december");
    return hasAny(words, signs) && std::all_of(words.begin(), words.end(), [](const QString& word) {
               return signs.contains(word) || beside.contains(word) || isNumber(word);
           });
}

bool isOpen(const QStringList& words)
{
    static const WordSet open = wordSet("pending missing outstanding awaited awaiting unsigned unclear lost expired "
                                        "requested waiting asked");
    return hasAny(words, open);
}

GeneralAnswer answerOnForm(bool isOfForm, const QString& text, const CellDateHints& hints)
{
    const QStringList words = wordsOf(foldText(text));
    const auto reply = consentReply(text, {}, hints);
    const bool isYes = yesOrNo(text) == std::optional(true) || isMark(text) ||
                       (reply && codeOf<ConsentAnswer>(reply->answer) == ConsentAnswer::Agreed);
    if (!isDoubted(text) && !isNoMark(text) && (isYes || isThere(words) || dateOfCell(text, hints)))
        return GeneralAnswer::Nothing;
    // In a column for signatures anything else may be one.
    const bool isNo = reply || yesOrNo(text) == std::optional(false) || isNoMark(text) || mayRefuse(text);
    return isOfForm || isNo || isOpen(words) ? GeneralAnswer::Doubt : GeneralAnswer::Nothing;
}

GeneralAnswer answerOnSecrecy(const QString& text)
{
    static const WordSet open =
        wordSet("low|lowest|none|no|normal|public|open|standard|usual|nothing|not|non|0|ok|not "
                "confidential|not sensitive|non confidential|not secret|no restrictions|no "
                "restriction|unrestricted|unclassified|not needed|not required",
                QLatin1Char('|'));
    const QString said = wordsOf(foldText(text)).join(QLatin1Char(' '));
    if (!isDoubted(text) && (open.contains(said) || yesOrNo(text) == std::optional(false)))
        return GeneralAnswer::Nothing;
    return yesOrNo(text) == std::optional(true) || isMark(text) ? GeneralAnswer::Refusal : GeneralAnswer::Doubt;
}

GeneralAnswer answerOnOut(const QString& text)
{
    static const WordSet in =
        wordSet("subscribed|opted in|opt in|in|active|allowed|may be contacted|still subscribed", QLatin1Char('|'));
    const QString said = wordsOf(foldText(text)).join(QLatin1Char(' '));
    const bool isNo = yesOrNo(text) == std::optional(false) && !isMark(text);
    return !isDoubted(text) && (isNo || in.contains(said)) ? GeneralAnswer::Nothing : GeneralAnswer::Doubt;
}

GeneralAnswer answerOnIn(const QString& text, const CellDateHints& hints)
{
    const auto reply = consentReply(text, {}, hints);
    if (reply && (codeOf<ConsentAnswer>(reply->answer) == ConsentAnswer::Refused ||
                  codeOf<ConsentAnswer>(reply->answer) == ConsentAnswer::Withdrawn))
        return GeneralAnswer::Refusal;
    static const WordSet out = wordSet("out|opt out|opted out|unsubscribed", QLatin1Char('|'));
    if (yesOrNo(text) == std::optional(false) || out.contains(wordsOf(foldText(text)).join(QLatin1Char(' '))))
        return GeneralAnswer::Refusal;
    static const WordSet in = wordSet("in|opt in|opted in|compliant|subscribed", QLatin1Char('|'));
    return in.contains(wordsOf(foldText(text)).join(QLatin1Char(' '))) ? GeneralAnswer::Nothing
                                                                       : answerOnForm(true, text, hints);
}
} // namespace

std::optional<GeneralQuestion> generalQuestionOf(const QString& heading)
{
    static const WordSet opting = wordSet("opt opts opted opting optin optout optedin optedout in out");
    static const WordSet left = wordSet("unsubscribed unsubscribe unsubscribes unsubscription");
    static const WordSet laws = wordSet("gdpr rgpd dsgvo pdpa popia");
    static const WordSet secrecy = wordSet("confidential confidentiality anonymous anonymity anonymously sensitive "
                                           "sensitivity secret secrecy pseudonymous");
    static const WordSet forms = wordSet("form forms waiver release signature signatures signed sign");
    static const WordSet ofForms = wordSet("received returned submitted completed file photo media privacy policy "
                                           "protection agreement agreements collected obtained filled");
    static const WordSet keeping = wordSet("keep kept stay stays remain remains treat as wants wishes requested");
    static const WordSet safe = wordSet("safe it name publish");
    const QStringList words = inEnglish(heading).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    const WordSet& beside = besideQuestions();
    const bool isOut = words.contains(L1("out")) || words.contains(L1("optout")) || words.contains(L1("optedout"));
    if (hasAny(words, left) && areAll(words, left + beside))
        return GeneralQuestion::OptOut;
    if (hasAny(words, opting - wordSet("in out")) && areAll(words, opting + beside)) {
        const bool isIn = words.contains(L1("in")) || words.contains(L1("optin")) || words.contains(L1("optedin"));
        return isIn == isOut && !isIn ? std::nullopt
                                      : std::optional(isIn ? GeneralQuestion::OptIn : GeneralQuestion::OptOut);
    }
    if (hasAny(words, laws) && areAll(words, laws + beside + askingWords() + forms + ofForms))
        return GeneralQuestion::OptIn;
    if (hasAny(words, secrecy) && areAll(words, secrecy + beside + keeping))
        return GeneralQuestion::Secrecy;
    if (words.contains(L1("safe")) && (words.contains(L1("name")) || words.contains(L1("publish"))) &&
        areAll(words, safe + beside))
        return GeneralQuestion::OptIn;
    if (!hasAny(words, forms) || !areAll(words, forms + ofForms + beside + askingWords()))
        return std::nullopt;
    const bool isOfForm = hasAny(words, askingWords()) || words.contains(L1("waiver")) ||
                          (hasAny(words, wordSet("form forms")) &&
                           hasAny(words, wordSet("signed signature release privacy photo media protection")));
    return isOfForm ? GeneralQuestion::Form : GeneralQuestion::Signature;
}

GeneralAnswer generalAnswer(GeneralQuestion question, const QString& text, const CellDateHints& hints)
{
    if (text.isEmpty() || (meansNothing(text) && yesOrNo(text) != std::optional(false) && !isDoubtOfConsent(text)))
        return GeneralAnswer::Nothing;
    switch (question) {
    case GeneralQuestion::OptIn:
        return answerOnIn(text, hints);
    case GeneralQuestion::OptOut:
        return answerOnOut(text);
    case GeneralQuestion::Secrecy:
        return answerOnSecrecy(text);
    case GeneralQuestion::Form:
    case GeneralQuestion::Signature:
        break;
    }
    return answerOnForm(question == GeneralQuestion::Form, text, hints);
}

} // namespace dtp
