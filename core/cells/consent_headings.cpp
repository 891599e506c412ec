// SPDX-License-Identifier: GPL-3.0-or-later
// What headings ask about consent.
#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>

#include <base/text.h>
#include <cells/cell_values.h>
#include <meaning/codes.h>

#include <QRegularExpression>

#include <array>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

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

// What is done with somebody's name.
const WordSet& namingWords()
{
    static const WordSet words =
        wordSet("name names named naming quoted quote identified identify mentioned mention listed list published "
                "publish publicity public publicly share shared sharing disclose disclosed shown");
    return words;
}

// "Share only if asked": more than nothing, and less than what anybody could agree to.
bool isLimited(const QStringList& words)
{
    static const WordSet sharing = wordSet("share shared sharing publish published named quoted disclose disclosed");
    static const WordSet limits = wordSet("only asked asking request approval consulted internally");
    return hasAny(words, sharing) && hasAny(words, limits);
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
    const bool isForbidden = hasAny(words, refusingWords()) && hasAny(words, named);
    const bool isOfMail = followEachOther(words, "contact", by) || hasAny(words, subscribed) ||
                          (hasAny(words, preferences) && hasAny(words, ofMail));
    static const WordSet allowed = wordSet("allowed permitted");
    const bool isAllowed = hasAny(words, allowed) && !purposesNamed(words).isEmpty();
    return mayBe || isAllowed || isWilling || isForbidden || isOfMail || isLimited(words) ||
           followEachOther(words, "named", places) || followEachOther(words, "quoted", places);
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

// A key without what tells how to answer it: "yes no", "agree disagree", "1 yes 0 no", "leave blank if not". The no in
// it forbids nothing; any other does. Where it does not stand at the end it may be one: "Yes, no photos".
struct Question {
    QStringList words;
    bool isOffered = false; // the answers
};
Question questionOf(const QString& key)
{
    static const QString tail = QStringLiteral(
        "(?= |$)(?: (?:\\d+|date|maybe|perhaps|unsure|not sure|not asked|not answered|not yet "
        "asked|pending|unknown|na|n a|"
        "don t know|dont know|please|tick|circle|select|choose|one|answer|optional|required|mandatory|withdrawn))*$");
    static const QString linked = QStringLiteral("(?: (?:or|and|ou|oder|atau|o))?");
    static const QRegularExpression offered(
        QStringLiteral(
            "(?:^|(?<= ))(?:yes%1 no|y%1 n|no%1 yes|n%1 y|ja%1 nein|ja%1 nee|ja%1 nej|sim%1 nao|si%1 no|"
            "oui%1 non|ya%1 tidak|co%1 khong|"
            "(?:agree|agreed|agrees)%1 (?:disagree|disagreed|disagrees|refuse|refused|refuses|decline|declined|"
            "(?:do |does )?(?:not|don t|dont) (?:agree|agreed))|"
            "(?:given|granted|accept|accepted)%1 (?:refuse|refused|decline|declined|denied|"
            "not (?:given|granted|accept|accepted))|"
            "consents?%1 (?:do not|does not|don t|dont) consent|"
            "true%1 false|t%1 f|(?:opt |opted )?in%1 (?:opt |opted )?out)")
            .arg(linked) +
        tail);
    static const QString yesMark = QStringLiteral("(?:x|v|1|y|t|tick|ticked|true|yes)");
    static const QString noMark = QStringLiteral("(?:0|2|n|f|blank|empty|unticked|false|no)");
    static const QString yes = QStringLiteral(" (?:means |is |for )?(?:yes|agree|agreed|agrees|consent)");
    static const QString no =
        QStringLiteral(" (?:means |is |for )?(?:no|refuse|refused|disagree|disagreed|declined|not agreed)");
    static const QRegularExpression legend(
        QStringLiteral(
            "(?:^|(?<= ))(?:%1%2(?: and| or)? %3%4|(?<!yes )(?<!agree )(?<!agreed )%3%4(?: and| or)? %1%2|"
            "(?<! \\w )yes (?:1|x|y|tick)(?: and| or)? no (?:0|2|n|blank|empty)(?! (?:yes|no|not|unsure))|"
            "(?:leave )?(?:it )?(?:blank|empty|unticked)(?: (?:if|for|when|means|is))? (?:you |they |i )?(?:do |are )?"
            "(?:no|disagree|refuse|(?:not|don t|dont) (?:agree|agreed|agreeing|consent|happy|willing)))"
            "(?= |$)")
            .arg(yesMark, yes, noMark, no));
    Question question;
    QString left = key;
    left.remove(legend);
    question.isOffered = left.contains(offered);
    left.remove(offered);
    question.words = left.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    // Between other words: "May we publish (yes/no) your name".
    const auto between = offerIn(question.words);
    const QString next = between ? question.words.value(between->first + 2) : QString();
    if (between && !next.isEmpty() && purposesNamed({next}).isEmpty()) {
        question.isOffered = true;
        question.words.remove(between->first, 2);
    }
    return question;
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

// Refusals so plain that other words beside them do not weaken them.
bool refusesPlainly(const QStringList& words)
{
    static const WordSet plain =
        wordSet("veto vetoed refuse refuses refused refusing refusal declines declined denied "
                "denies deny opposed opposes forbidden forbids prohibited unlisted disagree "
                "disagrees object objects objected objection objections");
    return hasAny(words, plain);
}

// A word that leaves the question what it is.
bool isKnownBeside(const QStringList& words, const QString& word, const QString& purpose)
{
    const bool isAboutBoth = purpose == L1("publicity") && purposesNamed(words).contains(QStringLiteral("photo"));
    return refusingWords().contains(word) || askingWords().contains(word) || harmlessWords().contains(word) ||
           besideWords(purpose).contains(word) || word == L1("opted") ||
           (isAboutBoth && besideWords(QStringLiteral("photo")).contains(word)) ||
           (purpose == L1("contact_details") && word == L1("data"));
}

qsizetype refusalsIn(const QStringList& words)
{
    return std::count_if(words.begin(), words.end(),
                         [](const QString& word) { return refusingWords().contains(word); });
}

bool hides(const QStringList& words)
{
    static const WordSet hiding = wordSet("anonymous anonymously anonymity anonymised anonymized confidential "
                                          "confidentially confidentiality pseudonym undisclosed withhold withheld");
    return hasAny(words, hiding);
}

// Words that leave a refusal what it is, and may make an agreement another: "Keep me out of the directory".
const WordSet& besideRefusals()
{
    static const WordSet words = wordSet("longer keep keeps kept leave leaves left stay remain allowed permitted do "
                                         "possible ever want wants wish wishes");
    return words;
}

// Who agrees to be filmed does not agree to photos by it.
bool isOfVideosOnly(const QStringList& words)
{
    static const WordSet videos = wordSet("video videos");
    const bool hasVideos = hasAny(words, videos);
    QStringList others = words;
    others.erase(
        std::remove_if(others.begin(), others.end(), [](const QString& word) { return videos.contains(word); }),
        others.end());
    return hasVideos && !purposesNamed(others).contains(QStringLiteral("photo"));
}

// A heading that says no more than that somebody objects.
bool isBareObjection(const QStringList& words)
{
    static const WordSet alone = wordSet("veto vetoed objection objections objects refusal");
    return words.size() == 1 && hasAny(words, alone);
}

QString targetOf(const QStringList& words, bool isOffered)
{
    const bool isNegated = hasAny(words, refusingWords()) || forbids(words);
    if (hides(words) || isBareObjection(words) || restrictionIn(words))
        return QStringLiteral("notes");
    const QString purpose = purposeOf(words, isNegated);
    const bool isAbout = asks(words) || forbids(words) || asksInItsOwnWay(words, purpose, isOffered);
    if (counts(words))
        return {};
    if (!isAbout && !(isNegated && !purpose.isEmpty()))
        return touchesPermission(words) || showsSomewhere(words) || (isOffered && !purpose.isEmpty())
                   ? QStringLiteral("notes")
                   : QString();
    static const WordSet ofOthers = wordSet("consent permission");
    if (purpose.isEmpty() || followEachOther(words, "have", ofOthers)) // that somebody else gave
        return QStringLiteral("notes");
    static const WordSet you = wordSet("you");
    const bool isKnown = std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return isKnownBeside(words, word, purpose) || (word == L1("if") && followEachOther(words, "if", you)) ||
               (isNegated && besideRefusals().contains(word)) || (word.size() == 4 && isNumber(word)); // in that year
    });
    // "Do not object": whoever writes so means something, but we do not know what.
    if (refusalsIn(words) > 1 || !(isKnown || refusesPlainly(words)))
        return QStringLiteral("notes");
    if (!isNegated && purpose == L1("photo") && isOfVideosOnly(words))
        return QStringLiteral("notes");
    return QString(isNegated ? L1("refusal.") : L1("consent.")) + purpose;
}

QStringList englishWords(const QStringList& words)
{
    return inEnglish(words.join(QLatin1Char(' '))).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
} // namespace

bool offersAnswers(const QString& key)
{
    return questionOf(key).isOffered;
}

std::optional<QString> offeredAnswer(const QString& key, const QString& text)
{
    const auto offered = offerIn(key.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    const QStringList words = wordsOf(foldText(text));
    if (!offered || words.size() != 1 || isDoubted(text))
        return std::nullopt;
    if (words.front() == L1(offered->second.yes))
        return codeText(ConsentAnswer::Agreed);
    return words.front() == L1(offered->second.no) ? std::optional(codeText(ConsentAnswer::Refused)) : std::nullopt;
}

// "J'accepte de figurer dans l'annuaire": in letters whose words are told apart, or about something that we ask for.
static bool isSentence(const QString& key, const QStringList& english)
{
    constexpr char16_t beyondLatin = 0x0370;
    return !purposesNamed(english).isEmpty() ||
           (english.size() > 2 &&
            std::all_of(key.begin(), key.end(), [](QChar c) { return c.unicode() < beyondLatin; }));
}

QString consentTarget(const QString& key)
{
    if (purposesEnding(key))
        return QStringLiteral("notes");
    const Question question = questionOf(key);
    const QString own = targetOf(question.words, question.isOffered);
    const QStringList english = englishWords(question.words);
    if (english == question.words || own.startsWith(L1("refusal.")))
        return own;
    const QString translated = targetOf(english, question.isOffered);
    if (translated.startsWith(L1("refusal.")))
        return translated;
    // Nobody agrees by what we have translated.
    const bool isWish = translated.startsWith(L1("consent.")) || hasAny(english, refusingWords()) ||
                        restrictionIn(english) || (asks(english) && isSentence(key, english));
    return own.isEmpty() && !translated.isEmpty() && isWish ? QStringLiteral("notes") : own;
}

QString exactTarget(const QString& key, const QString& purpose, const QStringList& headings)
{
    static const WordSet fillers = wordSet(
        "x v y 1 tick ticks ticked ticking check checked mark marked box select circle choose put write enter with "
        "yes agreement indicate specify state type answer clearly date year optional required participant "
        "participants person s they consenting happy q question "
        "by way thanks thank");
    static const WordSet afterIf = wordSet("you yes agree agreed they ok okay happy willing consent");
    const QStringList words = englishWords(questionOf(key).words);
    WordSet own;
    for (const QString& heading : headings) {
        const QStringList all = englishWords(heading.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        own += WordSet{all.begin(), all.end()};
    }
    const bool isKnown = std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return isKnownBeside(words, word, purpose) || own.contains(word) || fillers.contains(word) || isNumber(word) ||
               (word == L1("if") && followEachOther(words, "if", afterIf));
    });
    const qsizetype refusals = refusalsIn(words);
    if (refusals == 1 || (refusals > 1 && refusesPlainly(words) && !hasAny(words, wordSet("not dont"))))
        return QString(L1("refusal.") + purpose);
    return refusals == 0 && isKnown && !hides(words) && !forbids(words) ? QString(L1("consent.") + purpose)
                                                                        : QStringLiteral("notes");
}

static bool areKnownBeside(const QStringList& words, bool isNegated)
{
    return std::all_of(words.begin(), words.end(), [isNegated](const QString& word) {
        return harmlessWords().contains(word) || askingWords().contains(word) || namingWords().contains(word) ||
               word == L1("allowed") || word == L1("permitted") ||
               (isNegated && (besideRefusals().contains(word) || refusingWords().contains(word))) ||
               std::any_of(allPurposes().begin(), allPurposes().end(),
                           [&word](const QString& purpose) { return besideWords(purpose).contains(word); });
    });
}

HeadingWish wishIn(const QString& key)
{
    static const QStringList naming{QStringLiteral("directory"), QStringLiteral("partners"), QStringLiteral("funders"),
                                    QStringLiteral("publicity")};
    static const WordSet sharing = wordSet("share shared sharing disclose disclosed");
    static const WordSet giving = wordSet("give given pass passed");
    static const WordSet contacts = wordSet("contact contacts phone number numbers address email");
    static const WordSet anonymous = wordSet("anonymous anonymously anonymity anonymised anonymized pseudonym");
    const Question question = questionOf(key);
    const QStringList words = englishWords(question.words);
    if (const auto restriction = restrictionIn(words))
        return *restriction;
    if (const auto bare = bareConsentIn(words))
        return *bare;
    const qsizetype refusals = refusalsIn(words);
    HeadingWish wish;
    wish.purposes = purposesNamed(words);
    const bool isShared = hasAny(words, sharing);
    if ((isShared || hasAny(words, giving)) && hasAny(words, contacts))
        wish.purposes.append(QStringLiteral("contact_details"));
    const bool isNamed = hasAny(words, namingWords());
    const bool isNegated = refusals == 1 || forbids(words) || isLimited(words);
    const bool isAlone = isBareObjection(words);
    const bool isHidden = hides(words);
    if (refusals > 1 || counts(words) || (!isHidden && !isAlone && !isNamed && wish.purposes.isEmpty()))
        return {};
    // In other languages the small words are not known; a no refuses what is understood all the same.
    const bool isKnown = words != question.words || areKnownBeside(words, isNegated);
    const bool isPlain = isHidden || isAlone || (isNegated && (isNamed || asks(words) || forbids(words)));
    wish.isRefusedByYes = isPlain || (isNegated && !wish.purposes.isEmpty());
    wish.isDoubt = !isPlain && !isKnown && !refusesPlainly(words);
    wish.takesDoubts = wish.isRefusedByYes && (!isHidden || hasAny(words, anonymous));
    if (!wish.isRefusedByYes && !isKnown)
        return {};
    if (wish.purposes.isEmpty())
        wish.purposes =
            naming + (isShared || isAlone ? QStringList{QStringLiteral("contact_details")} : QStringList());
    return wish;
}

} // namespace dtp
