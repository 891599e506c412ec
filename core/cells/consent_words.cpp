// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/consent_words.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <cells/word_sets.h>
#include <meaning/codes.h>
#include <records/typed_values.h>

#include <QSet>
#include <QStringList>
#include <array>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// Words that a question about consent has and hardly any other heading.
const WordSet& askingWords()
{
    static const WordSet words =
        wordSet("consent consents consented agree agrees agreed permission permit permits allow "
                "allows authorise authorised authorize authorized disagree disagrees");
    return words;
}

const WordSet& negatingWords()
{
    static const WordSet words =
        wordSet("no not never don dont doesn doesnt cannot disagree disagrees refuse refuses refused decline declines "
                "declined object objects against without withdraw withdraws withdrawn withdrew revoke revoked remove "
                "exclude omit hide unlist optout nobody neither nor");
    return words;
}

// Words that change nothing about what is asked.
const WordSet& harmlessWords()
{
    static const WordSet words = wordSet(
        "i we you your yours my me mine us our to the a an in of for with by on be being is are am do does t has "
        "have had give gives given giving please yes may can could happy ok okay willing accept accepted share "
        "shared sharing list listed name named names include included use used appear appears show shown "
        "feature featured tick box as it this that at and or out opt dtp alumni alumnus his her their him them "
        "details information public publicly take taken taking materials material purposes purpose want wish "
        "any from who whom will would like mentioned mention");
    return words;
}

struct Purpose {
    const char* code;
    const char* words; // each of them names the purpose
    const char* more;  // that may stand beside them
};
constexpr std::array purposes{
    Purpose{"funders", "funder funders donor donors", "report reports reporting"},
    Purpose{"publicity",
            "photo photos photograph photographs photographed photography picture pictures image images video videos "
            "filmed publicity publish published publication publications media website websites public publicly",
            "social dtp group"},
    Purpose{"partners", "partners", "partner organisation organisations organization organizations"},
    Purpose{"directory", "directory", "other"},
};

const WordSet& namingWords(size_t purpose)
{
    static const std::array<WordSet, purposes.size()> all = [] {
        std::array<WordSet, purposes.size()> sets;
        for (size_t i = 0; i < purposes.size(); ++i)
            sets[i] = wordSet(purposes[i].words);
        return sets;
    }();
    return all[purpose];
}

const WordSet& besideWords(const QString& code)
{
    static const std::array<WordSet, purposes.size()> all = [] {
        std::array<WordSet, purposes.size()> sets;
        for (size_t i = 0; i < purposes.size(); ++i)
            sets[i] = wordSet(purposes[i].words) + wordSet(purposes[i].more);
        return sets;
    }();
    static const WordSet ofContacts =
        wordSet("contact contacts partners organisations organizations other phone email number numbers address");
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (code == L1(purposes[i].code))
            return all[i];
    }
    return ofContacts;
}

// "contact details", "contact information": to whom they go is part of this one purpose.
bool asksForContacts(const QStringList& words)
{
    static const WordSet sharing = wordSet("share shared sharing give pass passed");
    const bool areShared = hasAny(words, sharing);
    for (qsizetype i = 0; areShared && i + 1 < words.size(); ++i) {
        if (words.at(i) == L1("contact") && (words.at(i + 1) == L1("details") ||
                                             words.at(i + 1) == L1("information") || words.at(i + 1) == L1("data")))
            return true;
    }
    return false;
}

// The one purpose that the words name; empty when they name none or several.
QString purposeOf(const QStringList& words)
{
    QStringList found;
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (hasAny(words, namingWords(i)))
            found.append(L1(purposes[i].code));
    }
    static const WordSet organisations = wordSet("organisation organisations organization organizations");
    if (found.isEmpty() && words.contains(L1("partner")) && hasAny(words, organisations))
        found.append(QStringLiteral("partners"));
    static const WordSet wider = wordSet("funder funders donor donors public publicly");
    if (asksForContacts(words))
        return hasAny(words, wider) ? QString() : QStringLiteral("contact_details");
    return found.size() == 1 ? found.first() : QString();
}

bool followEachOther(const QStringList& words, const char* first, const WordSet& second)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i) == L1(first) && second.contains(words.at(i + 1)))
            return true;
    }
    return false;
}

// "Opt out", "opted out", "do not …", "no longer …"
bool forbids(const QStringList& words)
{
    static const WordSet out = wordSet("out");
    static const WordSet negation = wordSet("not");
    static const WordSet t = wordSet("t");
    return followEachOther(words, "opt", out) || followEachOther(words, "opted", out) ||
           followEachOther(words, "do", negation) || followEachOther(words, "don", t) || words.contains(L1("dont")) ||
           words.contains(L1("optout"));
}

bool asks(const QStringList& words)
{
    static const WordSet person = wordSet("we i you");
    return hasAny(words, askingWords()) || followEachOther(words, "may", person) ||
           followEachOther(words, "can", person) || followEachOther(words, "could", person);
}

// "No. of partners" counts them.
bool counts(const QStringList& words)
{
    static const WordSet of = wordSet("of");
    static const WordSet many = wordSet("many");
    return followEachOther(words, "no", of) || followEachOther(words, "number", of) ||
           followEachOther(words, "how", many);
}

// What people add to a yes: how and when they said it.
const WordSet& mannerWords()
{
    static const WordSet words = wordSet(
        "verbal verbally oral orally email e mail phone form signed sign written writing person paper sms text "
        "whatsapp interview workshop training meeting jan feb mar apr jun jul aug sep sept oct nov dec january "
        "february march april june july august september october november december course since");
    return words;
}

bool isNumber(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

QString code(ConsentAnswer answer)
{
    return codeText(answer);
}
} // namespace

QString consentTarget(const QString& key)
{
    const QStringList words = key.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool isNegated = hasAny(words, negatingWords()) || forbids(words);
    const QString purpose = purposeOf(words);
    const bool isAbout = asks(words) || forbids(words);
    if (counts(words) || !(isAbout || (isNegated && !purpose.isEmpty())))
        return {};
    static const WordSet ofOthers = wordSet("consent permission");
    if (purpose.isEmpty() || followEachOther(words, "have", ofOthers)) // that somebody else gave
        return QStringLiteral("notes");
    const WordSet& beside = besideWords(purpose);
    qsizetype negations = 0;
    for (const QString& word : words) {
        negations += negatingWords().contains(word);
        if (word == L1("if") && key.contains(L1("if you")))
            continue;
        const bool isKnown = negatingWords().contains(word) || askingWords().contains(word) ||
                             harmlessWords().contains(word) || beside.contains(word) || word == L1("opted") ||
                             (word == L1("longer") && isNegated) ||
                             (purpose == L1("contact_details") && word == L1("data"));
        if (!isKnown)
            return QStringLiteral("notes");
    }
    // "Do not object": whoever writes so means something, but we do not know what.
    if (negations > 1)
        return QStringLiteral("notes");
    return QString(isNegated ? L1("refusal.") : L1("consent.")) + purpose;
}

std::optional<ConsentReply> consentReply(const QString& text, const QString& purpose)
{
    // A doubt about an agreement is none.
    if (const auto agreed = yesOrNo(text); agreed && (!*agreed || !isDoubted(text)))
        return ConsentReply{code(*agreed ? ConsentAnswer::Agreed : ConsentAnswer::Refused), true};
    const QStringList words = wordsOf(foldText(text));
    if (words.isEmpty() || words.size() > 20 || isDoubted(text))
        return std::nullopt;
    static const WordSet yes = wordSet("yes y agree agreed agrees consented accept accepted ok okay granted");
    static const WordSet consent = wordSet("consent");
    static const WordSet unsure = wordSet("may can could would will want wish");
    static const WordSet plainly = wordSet("yes y no not don dont");
    if (hasAny(words, unsure) && !hasAny(words, plainly))
        return std::nullopt;
    static const WordSet polite = wordSet("thank thanks you please sorry all at prefer rather way never wish want me "
                                          "longer any more anymore now");
    const bool isNegated = hasAny(words, negatingWords());
    const WordSet& beside = besideWords(purpose);
    bool isAnswer = isNegated || followEachOther(words, "i", consent) || followEachOther(words, "we", consent);
    bool isPlain = true;
    for (const QString& word : words) {
        isAnswer = isAnswer || yes.contains(word);
        if (negatingWords().contains(word) || yes.contains(word) || askingWords().contains(word) ||
            (isNegated && polite.contains(word)))
            continue;
        const bool saysWhen = isNumber(word) || mannerWords().contains(word);
        if (!saysWhen && !harmlessWords().contains(word) && !beside.contains(word))
            return std::nullopt;
        isPlain = isPlain && !saysWhen;
    }
    const bool isForSomeTime = words.contains(L1("for")) && std::any_of(words.begin(), words.end(), &isNumber);
    if (!isAnswer || (isForSomeTime && !isNegated))
        return std::nullopt;
    static const WordSet more = wordSet("more");
    static const WordSet ended = wordSet("longer anymore withdraw withdraws withdrawn withdrew revoke revoked");
    const bool isWithdrawn = hasAny(words, ended) || followEachOther(words, "any", more);
    if (isWithdrawn)
        return ConsentReply{code(ConsentAnswer::Withdrawn), isPlain};
    // "Yes" and "not" in one answer contradict each other, but for "I do not agree".
    static const WordSet yesses = wordSet("yes y ok okay");
    if (isNegated && hasAny(words, yesses))
        return std::nullopt;
    return ConsentReply{code(isNegated ? ConsentAnswer::Refused : ConsentAnswer::Agreed), isPlain};
}

} // namespace dtp
