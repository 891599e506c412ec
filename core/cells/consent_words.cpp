// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/consent_words.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <cells/consent_agreement.h>
#include <cells/consent_vocabulary.h>
#include <cells/row_words.h>
#include <meaning/codes.h>
#include <records/typed_values.h>

#include <QStringList>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// What people add to a yes: how and when they said it.
const WordSet& mannerWords()
{
    static const WordSet words = wordSet(
        "verbal verbally oral orally email e mail phone form signed sign written writing person paper sms text "
        "whatsapp interview workshop training meeting jan feb mar apr jun jul aug sep sept oct nov dec january "
        "february march april june july august september october november december course since");
    return words;
}

QString code(ConsentAnswer answer)
{
    return codeText(answer);
}
} // namespace

// A no in words of one's own. What is not only that is none of either.
static std::optional<ConsentReply> refusalReply(const QStringList& words, const QString& purpose)
{
    static const WordSet yes = wordSet("yes y agree agreed agrees consented accept accepted ok okay granted");
    static const WordSet unsure = wordSet("may can could would will want wish");
    static const WordSet plainly = wordSet("no not don dont");
    if (hasAny(words, unsure) && !hasAny(words, plainly))
        return std::nullopt;
    static const WordSet polite = wordSet("thank thanks you please sorry all at prefer rather way never wish want me "
                                          "longer any more anymore now allowed permitted possible ever keep leave");
    const WordSet& beside = besideWords(purpose);
    // "No photos" where somebody was asked about publicity: that is no to both.
    const bool mayBeAboutPhotos = purpose == L1("publicity");
    bool isPlain = true;
    for (const QString& word : words) {
        if (negatingWords().contains(word) || yes.contains(word) || askingWords().contains(word) ||
            polite.contains(word))
            continue;
        const bool saysWhen = isNumber(word) || mannerWords().contains(word);
        if (!saysWhen && !harmlessWords().contains(word) && !beside.contains(word) &&
            !(mayBeAboutPhotos && besideWords(QStringLiteral("photo")).contains(word)))
            return std::nullopt;
        isPlain = isPlain && !saysWhen;
    }
    static const WordSet more = wordSet("more");
    static const WordSet ended = wordSet("longer anymore withdraw withdraws withdrawn withdrew revoke revoked "
                                         "unsubscribe unsubscribed");
    if (hasAny(words, ended) || followEachOther(words, "any", more))
        return ConsentReply{code(ConsentAnswer::Withdrawn), isPlain, {}, {}, {}};
    // "Yes" and "not" in one answer contradict each other, but for "I do not agree".
    static const WordSet yesses = wordSet("yes y ok okay");
    if (hasAny(words, yesses))
        return std::nullopt;
    return ConsentReply{code(ConsentAnswer::Refused), isPlain, {}, {}, {}};
}

// Of other languages, and of those who decide: only ever a no.
static std::optional<ConsentReply> refusalInOtherWords(const QStringList& words, const QString& purpose)
{
    static const WordSet plain = wordSet("objection|objects|oppose|opposed|denied|forbidden|prohibited|veto|vetoed|"
                                         "unlisted|hidden|opt out|opted out|excluded|refusal|refusing",
                                         QLatin1Char('|'));
    const QString english = inEnglish(words.join(QLatin1Char(' ')));
    if (plain.contains(english))
        return ConsentReply{code(ConsentAnswer::Refused), true, {}, {}, {}};
    const QStringList said = english.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return said != words && hasAny(said, negatingWords()) ? refusalReply(said, purpose) : std::nullopt;
}

std::optional<ConsentReply> consentReply(const QString& text, const QString& purpose, const CellDateHints& hints)
{
    if (isNoMark(text))
        return ConsentReply{code(ConsentAnswer::Refused), true, {}, {}, {}};
    // A doubt about an agreement is none.
    if (const auto agreed = yesOrNo(text); agreed && (!*agreed || !isDoubted(text)))
        return ConsentReply{code(*agreed ? ConsentAnswer::Agreed : ConsentAnswer::Refused), true, {}, {}, {}};
    const QStringList words = wordsOf(foldText(text));
    if (words.isEmpty() || words.size() > 20 || isDoubted(text))
        return std::nullopt;
    if (const auto reply =
            hasAny(words, negatingWords()) ? refusalReply(words, purpose) : agreementReply(text, purpose, hints))
        return reply;
    return refusalInOtherWords(words, purpose);
}

// "Only from behind", "never on Facebook"
bool mayRefuse(const QString& text)
{
    static const WordSet limits = wordSet("only ask unless except anonymous anonymously pseudonym blurred");
    const QStringList words = inEnglish(foldText(text)).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return hasAny(words, refusingWords()) || hasAny(words, limits);
}

// "?", "none" and a mark for the answer above are no empty cells where somebody was asked for an agreement.
bool isDoubtOfConsent(const QString& text)
{
    static const WordSet words = wordSet("none|nil|unknown|not known|tbc|tba", QLatin1Char('|'));
    return isDoubted(text) || isDitto(text) || isMark(text) || words.contains(foldText(text));
}

// "Expired", "pending": neither a no nor a yes.
static bool isOpen(const QString& text)
{
    static const WordSet open =
        wordSet("expired lapsed ended pending partial partly limited conditional unclear unsure "
                "asked requested awaiting waiting incomplete unknown maybe perhaps");
    return isDoubted(text) || mayRefuse(text) || hasAny(wordsOf(foldText(text)), open);
}

WishAnswer answerTo(const HeadingWish& wish, const QString& text, const CellDateHints& hints)
{
    const auto said = wish.isRefusedByYes && isMark(text) ? std::optional(true) : yesOrNo(text);
    const auto reply = said ? std::nullopt : consentReply(text, wish.purposes.front(), hints);
    const bool isNo = said ? !*said : reply && reply->answer != code(ConsentAnswer::Agreed);
    if (!wish.isRefusedByYes && !isNo)
        return wish.takesDoubts && isOpen(text) ? WishAnswer::Doubt : WishAnswer::NoRefusal;
    if (!wish.isRefusedByYes)
        return WishAnswer::Refusal;
    if (!isDoubted(text) && (said ? *said : reply || (wish.takesDoubts && dateOfCell(text, hints))))
        return wish.isDoubt ? WishAnswer::Doubt : WishAnswer::Refusal;
    const bool isPlainNo = isNo && !isDoubted(text);
    const bool isEmpty = meansNothing(text) && !isDoubtOfConsent(text);
    return wish.takesDoubts && !isPlainNo && !isEmpty ? WishAnswer::Doubt : WishAnswer::NoRefusal;
}

} // namespace dtp
