// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/consent_words.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <cells/consent_agreement.h>
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
                "allows authorise authorised authorize authorized disagree disagrees "
                // as they stand in lists of other languages
                "autorizo autoriza autorizas autorizar autorizacao autorizacion autorisation consentimento "
                "consentimiento consentement consinto consiento concordo concorda acepto einwilligung einverstanden "
                "erlaubnis zustimmung persetujuan setuju");
    return words;
}

const WordSet& negatingWords()
{
    static const WordSet words =
        wordSet("no not never don dont doesn doesnt cannot disagree disagrees refuse refuses refused decline declines "
                "declined object objects against without withdraw withdraws withdrawn withdrew revoke revoked remove "
                "exclude omit hide unlist optout nobody neither nor unsubscribe unsubscribed "
                "nao nicht kein keine keinen pas tidak jangan sem ohne");
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
        "any from who whom will would like mentioned mention "
        "o os as um uma de da das dos que eu minha minhas meu meus mi mis para por em na nas nos uso usar der die das "
        "von mir ich zu");
    return words;
}

struct Purpose {
    const char* code;
    const char* words; // each of them names the purpose
    const char* more;  // that may stand beside them
};
constexpr std::array purposes{
    Purpose{"funders", "funder funders donor donors", "report reports reporting"},
    Purpose{"publicity", "publicity publish published publication publications media website websites public publicly",
            "social dtp group"},
    // Where somebody can be recognised. That is asked apart from who is named.
    Purpose{"photo",
            "photo photos photograph photographs photographed photographing photography picture pictures image images "
            "video videos filmed filming recognisable recognizable foto fotos fotografia fotografias fotografie "
            "fotografiert fotografieren photographie photographies imagem imagens imagen bild bilder",
            "social dtp group publish publishing published publication publications media website websites public "
            "publicly publicar publicacao publicacion divulgar tirar"},
    Purpose{"newsletter", "newsletter newsletters enewsletter rundbrief boletim boletin infolettre",
            "mailing list mailings subscribe subscribes subscribed subscriber subscribing subscription unsubscribe "
            "receive receives receiving receber recibir send get add join sign up e mail email by our monthly "
            "quarterly dtp network news"},
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

bool followEachOther(const QStringList& words, const char* first, const WordSet& second)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words.at(i) == L1(first) && second.contains(words.at(i + 1)))
            return true;
    }
    return false;
}

// Who is shown and who is named are two questions. What forbids both forbids publicity here, and photos beside it;
// what asks for both in one is for somebody to read.
void settlePhotos(const QStringList& words, bool isNegated, QStringList& found)
{
    static const WordSet naming = wordSet("name names named mention mentioned publicity");
    if (!found.contains(L1("photo")))
        return;
    const bool areNamed = hasAny(words, naming);
    if (!areNamed || isNegated)
        found.removeAll(areNamed ? QStringLiteral("photo") : QStringLiteral("publicity"));
    if (areNamed && !found.contains(L1("publicity")))
        found.append(QStringLiteral("publicity"));
}

// The one purpose that the words name; empty when they name none or several.
QString purposeOf(const QStringList& words, bool isNegated)
{
    QStringList found;
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (hasAny(words, namingWords(i)))
            found.append(L1(purposes[i].code));
    }
    settlePhotos(words, isNegated, found);
    static const WordSet lists = wordSet("list lists");
    if (!found.contains(L1("newsletter")) && followEachOther(words, "mailing", lists))
        found.append(QStringLiteral("newsletter"));
    static const WordSet organisations = wordSet("organisation organisations organization organizations");
    if (found.isEmpty() && words.contains(L1("partner")) && hasAny(words, organisations))
        found.append(QStringLiteral("partners"));
    static const WordSet wider = wordSet("funder funders donor donors public publicly");
    if (asksForContacts(words))
        return hasAny(words, wider) ? QString() : QStringLiteral("contact_details");
    return found.size() == 1 ? found.first() : QString();
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
    static const WordSet in = wordSet("in");
    return hasAny(words, askingWords()) || followEachOther(words, "opt", in) || followEachOther(words, "opted", in) ||
           followEachOther(words, "may", person) || followEachOther(words, "can", person) ||
           followEachOther(words, "could", person);
}

// "Can be named", "OK to share?", "Named in reports": it speaks of a permission, and not clearly enough to be one.
bool touchesPermission(const QStringList& words)
{
    static const WordSet be = wordSet("be");
    static const WordSet named = wordSet("named quoted identified mentioned listed published shown used shared "
                                         "photographed filmed contacted interviewed");
    static const WordSet places = wordSet("in to by as publicly online");
    static const WordSet deeds = wordSet("be share publish use list name mention show quote email contact call phone");
    static const WordSet by = wordSet("by");
    static const WordSet subscribed = wordSet("subscribed subscriber subscription");
    static const WordSet preferences = wordSet("preference preferences");
    static const WordSet ofMail = wordSet("mailing mailings email mail communication communications contact");
    static const WordSet willing = wordSet("ok okay happy willing comfortable");
    const bool mayBe = (followEachOther(words, "may", be) || followEachOther(words, "can", be) ||
                        followEachOther(words, "could", be)) &&
                       hasAny(words, named);
    const bool isWilling = hasAny(words, willing) && followEachOther(words, "to", deeds);
    const bool isForbidden = hasAny(words, negatingWords()) && hasAny(words, named);
    const bool isOfMail = followEachOther(words, "contact", by) || hasAny(words, subscribed) ||
                          (hasAny(words, preferences) && hasAny(words, ofMail));
    return mayBe || isWilling || isForbidden || isOfMail || followEachOther(words, "named", places) ||
           followEachOther(words, "quoted", places);
}

// "Photo: ja/nein" says itself how it is answered.
struct Offer {
    const char* yes;
    const char* no;
};
constexpr std::array offers{Offer{"yes", "no"}, Offer{"y", "n"},     Offer{"ja", "nein"},
                            Offer{"ja", "nee"}, Offer{"ja", "nej"},  Offer{"sim", "nao"},
                            Offer{"si", "no"},  Offer{"oui", "non"}, Offer{"ya", "tidak"}};

// Where the offer begins among the words, and which it is.
std::optional<std::pair<qsizetype, Offer>> offerIn(const QStringList& words)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        for (const Offer& one : offers) {
            if (words.at(i) == L1(one.yes) && words.at(i + 1) == L1(one.no))
                return std::pair(i, one);
        }
    }
    return std::nullopt;
}

// Questions that need no word of asking: hardly anything else is said of a photo or a newsletter in a list.
bool asksInItsOwnWay(const QStringList& words, const QString& purpose, bool isOffered)
{
    static const WordSet subscribing = wordSet("subscribe subscribes subscribed subscriber subscription receive "
                                               "receives receiving want wants receber recibir");
    const bool isNewsletter = purpose == L1("newsletter");
    return (isOffered && (isNewsletter || purpose == L1("photo"))) || (isNewsletter && hasAny(words, subscribing));
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

bool mentionsPhotos(const QString& text)
{
    const QStringList words = wordsOf(foldText(text));
    for (size_t i = 0; i < purposes.size(); ++i) {
        if (qstrcmp(purposes[i].code, "photo") == 0 && hasAny(words, namingWords(i)))
            return true;
    }
    return false;
}

bool isBarePhotos(const QString& key)
{
    static const WordSet words = wordSet("photo photos photograph photographs picture pictures foto fotos");
    return words.contains(key);
}

bool offersAnswers(const QString& key)
{
    return offerIn(key.split(QLatin1Char(' '), Qt::SkipEmptyParts)).has_value();
}

std::optional<QString> offeredAnswer(const QString& key, const QString& text)
{
    const auto offered = offerIn(key.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    const QStringList words = wordsOf(foldText(text));
    if (!offered || words.size() != 1 || isDoubted(text))
        return std::nullopt;
    if (words.front() == L1(offered->second.yes))
        return code(ConsentAnswer::Agreed);
    return words.front() == L1(offered->second.no) ? std::optional(code(ConsentAnswer::Refused)) : std::nullopt;
}

QString consentTarget(const QString& key)
{
    QStringList words = key.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto offered = offerIn(words);
    if (offered)
        words.remove(offered->first, 2);
    const bool isNegated = hasAny(words, negatingWords()) || forbids(words);
    static const WordSet hiding = wordSet("anonymous anonymously anonymity anonymised anonymized confidential "
                                          "confidentially confidentiality pseudonym undisclosed withhold withheld");
    if (hasAny(words, hiding))
        return QStringLiteral("notes");
    const QString purpose = purposeOf(words, isNegated);
    const bool isAbout = asks(words) || forbids(words) || asksInItsOwnWay(words, purpose, offered.has_value());
    if (counts(words))
        return {};
    if (!isAbout && !(isNegated && !purpose.isEmpty()))
        return touchesPermission(words) || (offered && !purpose.isEmpty()) ? QStringLiteral("notes") : QString();
    static const WordSet ofOthers = wordSet("consent permission");
    if (purpose.isEmpty() || followEachOther(words, "have", ofOthers)) // that somebody else gave
        return QStringLiteral("notes");
    const WordSet& beside = besideWords(purpose);
    const bool isAboutBoth = purpose == L1("publicity") && mentionsPhotos(key);
    qsizetype negations = 0;
    for (const QString& word : words) {
        negations += negatingWords().contains(word);
        if (word == L1("if") && key.contains(L1("if you")))
            continue;
        const bool isKnown = negatingWords().contains(word) || askingWords().contains(word) ||
                             harmlessWords().contains(word) || beside.contains(word) || word == L1("opted") ||
                             (word == L1("longer") && isNegated) ||
                             (isAboutBoth && besideWords(QStringLiteral("photo")).contains(word)) ||
                             (purpose == L1("contact_details") && word == L1("data"));
        if (!isKnown)
            return QStringLiteral("notes");
    }
    // "Do not object": whoever writes so means something, but we do not know what.
    if (negations > 1)
        return QStringLiteral("notes");
    return QString(isNegated ? L1("refusal.") : L1("consent.")) + purpose;
}

// A no in words of one's own. What is not only that is none of either.
static std::optional<ConsentReply> refusalReply(const QStringList& words, const QString& purpose)
{
    static const WordSet yes = wordSet("yes y agree agreed agrees consented accept accepted ok okay granted");
    static const WordSet unsure = wordSet("may can could would will want wish");
    static const WordSet plainly = wordSet("no not don dont");
    if (hasAny(words, unsure) && !hasAny(words, plainly))
        return std::nullopt;
    static const WordSet polite = wordSet("thank thanks you please sorry all at prefer rather way never wish want me "
                                          "longer any more anymore now");
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
    return hasAny(words, negatingWords()) ? refusalReply(words, purpose) : agreementReply(text, purpose, hints);
}

} // namespace dtp
