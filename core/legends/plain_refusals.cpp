// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/plain_refusals.h>

#include <base/text.h>
#include <cells/consent_vocabulary.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

const WordSet& refusals()
{
    static const WordSet words = wordSet(
        "refused refuses refuse refusing refusal declined declines decline declining withdrawn withdrew withdraws "
        "withdraw withdrawal revoked revokes revoke retracted retracts rescinded objected objects opposed opposes "
        "vetoed veto denied disagreed disagrees disagree unwilling");
    return words;
}

// Who refused, how, when and how much: words that name nothing else that may have been refused.
const WordSet& beside()
{
    static const WordSet words = wordSet(
        "all everything anything totally completely entirely fully by phone telephone call email e mail letter "
        "text sms whatsapp in writing person verbally orally on at over via per through the end finally later "
        "again already now since then afterwards today recently firmly strictly definitely clearly explicitly "
        "expressly politely she he they it her his their my i we us him them herself himself me has have had "
        "was were is been be to of any and but so also both parent parents mother father family guardian "
        "guardians husband wife spouse sister brother son daughter participant alumna alumnus person this "
        "please sorry pls jan january feb february mar march apr april may jun june jul july aug august sep "
        "sept september oct october nov november dec december mon monday tue tuesday wed wednesday thu "
        "thursday fri friday sat saturday sun sunday consent consents permission agreement");
    return words;
}

bool isOfDay(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }) ||
           (word.at(0).isDigit() && (word.endsWith(L1("st")) || word.endsWith(L1("nd")) || word.endsWith(L1("rd")) ||
                                     word.endsWith(L1("th"))));
}

bool areAll(const QStringList& words, const WordSet& core)
{
    return std::all_of(words.begin(), words.end(), [&core](const QString& word) {
        return core.contains(word) || beside().contains(word) || isOfDay(word);
    });
}

// "Did not agree in the end", "never consented", "said no".
bool deniesAgreement(const QStringList& words)
{
    static const WordSet agreeing = wordSet("agree agreed agrees consent consented consents accept accepted");
    static const WordSet nots = wordSet("not never doesnt didnt");
    static const WordSet doing = wordSet("do does did not never doesnt didnt longer no said says say saying");
    const bool isNot = hasAny(words, nots) && hasAny(words, agreeing);
    const bool isSaid = words.contains(L1("no")) && hasAny(words, wordSet("said says"));
    return (isNot || isSaid) && areAll(words, agreeing + doing);
}

// "Consent void"; "void" alone may be of a form or a ticket.
bool voidsConsent(const QStringList& words)
{
    static const WordSet consent = wordSet("consent consents permission agreement agreements");
    static const WordSet voids = wordSet("void invalid null cancelled canceled annulled terminated ended nullified");
    static const WordSet nots = wordSet("no not longer valid");
    const bool isNotValid = words.contains(L1("valid")) && hasAny(words, wordSet("no not"));
    return hasAny(words, consent) && (isNotValid ? areAll(words, nots) : hasAny(words, voids) && areAll(words, voids));
}

// "Please remove me", "wants to be left out of everything". A bare "remove" may be of the row.
bool asksForRemoval(const QStringList& words)
{
    static const WordSet deeds = wordSet("remove removed delete deleted erase erased leave left take taken");
    static const WordSet plain = wordSet("remove delete erase");
    static const WordSet whom = wordSet("me her him them us everything all");
    static const WordSet wishing = deeds + wordSet("out off from wants want wanted wishes wish asks asked asking "
                                                   "requested requests would like completely must should");
    static const WordSet wants = wordSet("wants want wanted wishes wish asks asked requested requests like must");
    const bool isAway = hasAny(words, wordSet("out off")) || hasAny(words, wordSet("removed deleted erased"));
    const bool isAsked = hasAny(words, plain) && hasAny(words, whom);
    const bool isWanted = isAway && hasAny(words, deeds) && (hasAny(words, wants) || hasAny(words, whom));
    return (isAsked || isWanted) && !hasAny(words, wordSet("was were has had")) && areAll(words, wishing);
}
} // namespace

bool isPlainRefusal(const QString& remark)
{
    constexpr qsizetype mostLetters = 120;
    constexpr qsizetype mostWords = 12;
    static const QRegularExpression cry(QStringLiteral("^\\W*(?:no|never|nao|nein|non)[\\s.,]*!+\\W*$"));
    static const QStringList phrases =
        QStringLiteral("absolutely not|definitely not|certainly not|under no circumstances|no way|out of the question|"
                       "no thanks|no thank you|never ever|no never|no no|no means no")
            .split(QLatin1Char('|'));
    if (remark.isEmpty() || remark.size() > mostLetters)
        return false;
    static const QRegularExpression contracted(QStringLiteral("n['’]t\\b"));
    const QString folded = foldText(remark).replace(contracted, QStringLiteral(" not"));
    if (cry.match(folded).hasMatch())
        return true;
    const QString key = wordsOf(folded).join(QLatin1Char(' '));
    for (const QString& text : {key, inEnglish(key)}) {
        const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.isEmpty() || words.size() > mostWords)
            continue;
        if (phrases.contains(text) || (hasAny(words, refusals()) && areAll(words, refusals())) ||
            deniesAgreement(words) || voidsConsent(words) || asksForRemoval(words))
            return true;
    }
    return false;
}

} // namespace dtp
