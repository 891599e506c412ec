// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/remark_wishes.h>

#include <cells/consent_vocabulary.h>
#include <cells/consent_words.h>
#include <legends/disclosure_limits.h>

#include <base/text.h>
#include <meaning/codes.h>
#include <records/typed_values.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

QStringList split(const QString& words)
{
    return words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

// Words of wishes that say nothing about anything else: "Does not use public transport" is about something else.
bool areOfConsent(const QStringList& words, const WordSet& more = {})
{
    static const WordSet beside = wordSet("anonymous anonymously anonymity these those untuk para por keep keeps "
                                          "remain stay private want wants wish wishes prefers must should");
    return std::all_of(words.begin(), words.end(), [&more](const QString& word) {
        return beside.contains(word) || more.contains(word) || harmlessWords().contains(word) ||
               askingWords().contains(word) || refusingWords().contains(word) ||
               std::any_of(allPurposes().begin(), allPurposes().end(),
                           [&word](const QString& purpose) { return besideWords(purpose).contains(word); });
    });
}

// What is said of people's names, of pictures and of the press in short remarks.
struct Topics {
    WordSet naming = wordSet("name names named naming print printed printing mention mentions mentioned mentioning "
                             "identify identified identity attribution attributed cite cited appear appears initials");
    WordSet sharing =
        wordSet("share shared sharing disclose disclosed reveal revealed circulate circulated circulation "
                "distribute distributed distribution forward forwarded");
    WordSet press = wordSet("press media tv radio online internet facebook instagram twitter tiktok youtube social "
                            "quote quoted quotes quoting tag tagged tagging interview interviews interviewed");
    WordSet cameras = wordSet("camera cameras film filming pic pics selfie selfies");
    WordSet maybeNone = wordSet("camera cameras facebook instagram twitter tiktok youtube internet online website "
                                "websites");
    WordSet beside =
        naming + sharing + press + cameras +
        wordSet("might could cannot would will anywhere everywhere ever at all times strictly absolutely highly very "
                "treat top only pseudonym alias off limits record data she he they under any circumstances her his "
                "their him them leave left put go goes into confidential withheld withhold secret incognito embargo "
                "embargoed undisclosed allowed permitted shy profile pls plz anyone anybody");
};
const Topics& topics()
{
    static const Topics all;
    return all;
}

const QStringList& ofNames()
{
    static const QStringList all{QStringLiteral("directory"), QStringLiteral("partners"), QStringLiteral("funders"),
                                 QStringLiteral("publicity")};
    return all;
}

QStringList named(const QStringList& words)
{
    QStringList purposes = purposesNamed(words);
    const auto add = [&](const WordSet& some, const QStringList& more) {
        for (const QString& purpose : more) {
            if (hasAny(words, some) && !purposes.contains(purpose))
                purposes.append(purpose);
        }
    };
    add(topics().naming, ofNames());
    add(topics().sharing, ofNames() + QStringList{QStringLiteral("contact_details")});
    add(topics().press, {QStringLiteral("publicity")});
    add(topics().cameras, {QStringLiteral("photo")});
    return purposes;
}

qsizetype refusalsIn(const QStringList& words)
{
    return std::count_if(words.begin(), words.end(), [](const QString& word) {
        return word == L1("off") || (word != L1("mind") && refusingWords().contains(word));
    });
}

// "CONFIDENTIAL", "off the record", "use a pseudonym"; "not confidential" is none.
bool keepsSecret(const QStringList& words)
{
    static const WordSet secret =
        wordSet("anonymous anonymously anonymity anonymised anonymized confidential confidentially undisclosed "
                "pseudonym withheld withhold secret incognito embargoed embargo");
    static const QStringList phrases = QStringLiteral("off the record|off record|off limits|strictly private|"
                                                      "low profile|keep a low profile|keep low profile|use alias|"
                                                      "use an alias|use pseudonym|identity protected|not for external "
                                                      "use|not for release|not for distribution|not for circulation")
                                           .split(QLatin1Char('|'));
    const QString text = words.join(QLatin1Char(' '));
    const bool isOff = phrases.contains(text);
    static const WordSet givers = wordSet("donor donors funder funders");
    return isOff || (hasAny(words, secret) && !hasAny(words, givers) && refusalsIn(words) == 0 &&
                     areOfConsent(words, topics().beside));
}

// "Consent withdrawn", "did not consent", "opted out".
bool takesConsentBack(const QStringList& words)
{
    static const WordSet people = wordSet("her his their my has have had did she he they been all everything");
    static const QStringList out{QStringLiteral("opted out"), QStringLiteral("opt out"), QStringLiteral("opts out")};
    QStringList left = words;
    left.removeIf([](const QString& word) { return people.contains(word); });
    const auto bare = bareConsentIn(left);
    return out.contains(left.join(QLatin1Char(' '))) || (bare && bare->isRefusedByYes && refusalsIn(left) == 1);
}

// "Name must not appear", "never print her name", "not on camera". "Has no camera" refuses nothing.
QStringList forbiddenIn(const QStringList& words)
{
    static const WordSet owning = wordSet("has have had");
    static const WordSet lists = wordSet("list lists");
    static const WordSet wishing = wordSet("keep off take remove leave dont do never must should");
    static const WordSet minding = wordSet("mind object");
    if (refusalsIn(words) != 1 || followEachOther(words, "not", minding) || !areOfConsent(words, topics().beside) ||
        owning.contains(words.first()) || (hasAny(words, lists) && !hasAny(words, wishing)))
        return {};
    return named(words);
}

// "Camera shy", "do not tag"; of what may be meant otherwise in a longer one: "private".
std::optional<HeadingWish> restrictionOf(const QStringList& words)
{
    constexpr qsizetype mostWords = 4;
    static const WordSet drops = wordSet("withdrawn deleted deletion"); // out of a course, out of a list
    const auto wish = words.size() <= mostWords && !hasAny(words, drops) ? restrictionIn(words) : std::nullopt;
    return wish && (wish->isDoubt || areOfConsent(words, topics().beside)) ? wish : std::nullopt;
}

// "Ask first", "internal use only", "consent expired", "delete her data": less than a yes, and no plain no.
bool isDoubt(const QStringList& words)
{
    static const WordSet asking = wordSet("ask check consult confirm");
    static const WordSet before = wordSet("first before beforehand");
    static const WordSet away = wordSet("delete erase remove unpublish");
    static const WordSet narrow = wordSet("internal internally initials pseudonym alias eyes");
    static const WordSet open = wordSet("pending expired lapsed missing unclear outstanding awaited");
    static const WordSet forms = wordSet("yet received form signed file") + open;
    static const WordSet beside = topics().beside + asking + before + away + narrow +
                                  wordSet("using publishing naming with our list lists asked asks taken us");
    static const QStringList phrases = QStringLiteral("form not signed|refused to sign|did not sign|not signed|gdpr "
                                                      "request|highly sensitive|very sensitive|pending confirmation|"
                                                      "for internal use|only from behind")
                                           .split(QLatin1Char('|'));
    if (phrases.contains(words.join(QLatin1Char(' '))) ||
        (words.contains(L1("changed")) && words.contains(L1("mind"))))
        return true;
    if (hasAny(words, askingWords()) && areOfConsent(words, forms) && (hasAny(words, open) || refusalsIn(words) == 1))
        return true;
    if (!areOfConsent(words, beside))
        return false;
    return (asking.contains(words.first()) && hasAny(words, before)) || hasAny(words, away) ||
           (words.contains(L1("only")) && hasAny(words, narrow)) ||
           (words.contains(L1("off")) && (words.contains(L1("list")) || words.contains(L1("lists"))));
}

// "Phone is monitored", "her e-mail was hacked", "don't use her phone": as unwantedBy has it.
QString endangeredWay(const QStringList& words)
{
    constexpr qsizetype mostWords = 8;
    static const WordSet dangers = wordSet("tapped bugged monitored surveilled watched intercepted compromised hacked "
                                           "unsafe insecure seized confiscated listened disadap diretas");
    static const WordSet phones = wordSet("phone phones telephone mobile cell line whatsapp signal calls number sim "
                                          "telepon telefone telefono telefon");
    static const WordSet mails = wordSet("email emails mail account inbox mailbox");
    static const WordSet negations = wordSet("not never no");
    static const WordSet negated = wordSet("safe secure use");
    const auto isNegated = [&](qsizetype at) {
        return negations.contains(words.value(at - 1)) || negations.contains(words.value(at - 2));
    };
    bool isUnsafe = false;
    for (qsizetype i = 0; i < words.size(); ++i)
        isUnsafe = isUnsafe || (isNegated(i) ? negated.contains(words.at(i)) : dangers.contains(words.at(i)));
    if (!isUnsafe || words.size() > mostWords)
        return {};
    return hasAny(words, phones)  ? QStringLiteral("phone")
           : hasAny(words, mails) ? QStringLiteral("email")
                                  : QString();
}

// "May be printed after 2030", "valid until 2020", "embargo until 2030". False where it says nothing of a time.
bool readTime(const QString& folded, const CellDateHints& hints, QDate today, RemarkWish& wish)
{
    static const QRegularExpression form(QStringLiteral(
        "^(.*?)\\b(?:(not before|only after|after|not until)|(until|till|up to|expire[sd]?(?: on)?))\\s+"
        "(?:the\\s+)?(?:end of\\s+)?(.+)$"));
    static const WordSet holding = wordSet("valid good holds ends runs expires");
    static const WordSet events =
        wordSet("release released trial her his their the is it over election elections case "
                "verdict death safe only leaves left");
    const auto match = form.match(folded);
    if (!match.hasMatch())
        return false;
    const QStringList before = split(inEnglish(wordsOf(match.captured(1)).join(QLatin1Char(' '))));
    const bool isClosing = match.captured(2).isEmpty();
    if (!areOfConsent(before, topics().beside + holding))
        return false;
    const auto date = dateOfCell(match.captured(4), hints);
    const bool isKnown = date && !date->date.isAbout() && !date->date.isEmpty();
    const bool isOfConsent =
        hasAny(before, askingWords()) || !named(before).isEmpty() || refusalsIn(before) > 0 || keepsSecret(before);
    const bool closes = isClosing && refusalsIn(before) == 0 && !keepsSecret(before);
    if (closes) {
        const bool isBare =
            std::all_of(before.begin(), before.end(), [](const QString& word) { return holding.contains(word); });
        if (!isKnown || (!isBare && !isOfConsent))
            return false;
        wish.isBare = isBare;
        wish.until = date->date;
        wish.ending = purposesNamed(before).isEmpty() ? allPurposes() : purposesNamed(before);
        return true;
    }
    const bool isPlain = match.captured(2) == L1("not before") || match.captured(2) == L1("only after");
    const QStringList event = wordsOf(match.captured(4));
    const bool isEvent = std::all_of(event.begin(), event.end(), [](const QString& w) { return events.contains(w); });
    if (!(isOfConsent || (isPlain && before.isEmpty())) || (!isKnown && !isEvent) ||
        (isKnown && date->date.latest() <= today))
        return isKnown && isOfConsent;
    wish.doubted = everyUse();
    return true;
}

// "Photos: no", "publication: no"
QStringList answeredNo(const QString& folded)
{
    const qsizetype colon = folded.indexOf(QLatin1Char(':'));
    if (colon <= 0 || yesOrNo(folded.mid(colon + 1).trimmed()) != std::optional(false))
        return {};
    const QStringList words = split(inEnglish(wordsOf(folded.left(colon)).join(QLatin1Char(' '))));
    return refusalsIn(words) == 0 && areOfConsent(words, topics().beside) ? named(words) : QStringList();
}
} // namespace

bool mayHoldWish(const QString& text)
{
    static const QRegularExpression pieces(
        QStringLiteral(
            "[^\\x00-\\x7f]|not\\b|n't|\\bno\\b|dont|cannot|never|refus|declin|withdr|withh|object|opt|revok|"
            "tidak|jangan|tolak|labele|huwag|ayaw|\\bla (?:hakarak|konkorda)|cabut|revo[gc]|retract|take[sn]? back|"
            "nao |pas |khong|kein|nicht|anonym|anonim|keep |hide|hidden|\\boff\\b|confid|secret|"
            "privat|rahasia|vertraulich|\\bshy\\b|\\bonly\\b|after (?:\\D*\\d{4}|her|his|their|the |release|trial)|"
            "(?:until|till) .*\\d|expir|ask |check (?:with|first)|pseudo|embargo|sensitiv|incogn|monitor|tapped|"
            "profile|alias|blur|pending|\\bgdpr|signed?\\b|behind|changed "
            ".*mind|internal|hacked|compromis|seized|confisc|listened|surveil|watched|bugged|intercept|unsafe|disadap|"
            "delete|"
            "erase|remove|unpublish|restrict|consent"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() >= 2 && (pieces.match(text).hasMatch() || mayLimit(text));
}

QStringList refusedBy(const QString& key)
{
    constexpr qsizetype mostWords = 8;
    static const WordSet beginnings = wordSet(
        "tidak jangan nao ne nicht khong do does don dont please not no never keep hide wishes wants prefers must "
        "should");
    const QString target = consentTarget(key);
    if (target.startsWith(L1("refusal.")))
        return {target.mid(static_cast<qsizetype>(qstrlen("refusal.")))};
    const QStringList words = key.split(QLatin1Char(' '));
    if (target.isEmpty() || words.size() > mostWords || !beginnings.contains(words.first()) ||
        !areOfConsent(split(inEnglish(key))))
        return {};
    const HeadingWish wish = wishIn(key);
    return wish.isRefusedByYes && !wish.isDoubt ? wish.purposes : QStringList();
}

QStringList refusedUnder(const QString& heading, const QString& answer)
{
    constexpr qsizetype mostWords = 6;
    constexpr qsizetype mostSaid = 3;
    static const WordSet showing = wordSet("naming name names print printed listed visible visibility shown quote "
                                           "quoted");
    static const WordSet all = wordSet("gdpr share shared sharing");
    static const WordSet beside =
        showing + all + wordSet("alumni list lists real report reports release signed signature form");
    static const WordSet lists = wordSet("list lists directory");
    static const WordSet maybeSomebody = wordSet("donor funder organisation organisations organization organizations");
    const auto reply = consentReply(answer, {});
    const QStringList words = split(inEnglish(heading));
    if (!reply || reply->answer == codeText(ConsentAnswer::Agreed) || words.isEmpty() || words.size() > mostWords ||
        wordsOf(foldText(answer)).size() > mostSaid || refusalsIn(words) > 0 || !areOfConsent(words, beside))
        return {};
    // "Donor: no" may be nobody who gives.
    const bool isPlainNo = reply->answer == codeText(ConsentAnswer::Refused);
    if (isPlainNo &&
        std::any_of(words.begin(), words.end(), [](const QString& w) { return maybeSomebody.contains(w); }))
        return {};
    QStringList purposes = purposesNamed(words);
    if (purposes.isEmpty() && followEachOther(words, "alumni", lists))
        purposes.append(QStringLiteral("directory"));
    if (!purposes.isEmpty())
        return purposes;
    return hasAny(words, all) ? everyUse() : hasAny(words, showing) ? ofNames() : QStringList();
}

// What is said in known words.
static RemarkWish knownWish(const QString& folded)
{
    constexpr qsizetype mostWords = 9;
    RemarkWish wish;
    // "Withdrew consent on 3 May": the day changes nothing.
    static const QRegularExpression day(
        QStringLiteral("\\s(?:on|in|since|as of)\\s(?=\\D{0,12}\\d)[\\w ./,-]{2,20}$"));
    const QString key = wordsOf(QString(folded).remove(day)).join(QLatin1Char(' '));
    wish.flag = flagTarget(key).mid(static_cast<qsizetype>(qstrlen("flag.")));
    const QStringList words = split(inEnglish(key));
    if (words.isEmpty() || (wish.refused = refusedBy(key)).size() > 0 ||
        (wish.refused = answeredNo(folded)).size() > 0 || words.size() > mostWords)
        return wish;
    if (wish.flag.isEmpty())
        wish.flag = endangeredWay(words);
    const bool mayHaveNone = words.size() <= 3 && hasAny(words, topics().maybeNone) && words.last() != L1("camera");
    const auto restriction = restrictionOf(words);
    if (keepsSecret(words) || takesConsentBack(words))
        wish.refused = everyUse();
    else if (const QStringList forbidden = wish.flag.isEmpty() ? forbiddenIn(words) : QStringList();
             !forbidden.isEmpty())
        (mayHaveNone ? wish.doubted : wish.refused) = forbidden;
    else if (restriction)
        (restriction->isDoubt ? wish.doubted : wish.refused) = restriction->purposes;
    else if (wish.flag.isEmpty() && isDoubt(words))
        wish.doubted = everyUse();
    return wish;
}

RemarkWish wishOfRemark(const QString& sentence, const CellDateHints& hints, QDate today)
{
    static const QRegularExpression cannot(QStringLiteral("\\bcan['’]?t\\b|\\bcannot\\b"));
    static const QRegularExpression contracted(
        QStringLiteral("n['’]t\\b|(?<=\\bdo|\\bis|does|\\bdid|must|should)nt\\b"));
    const QString folded =
        foldText(sentence).replace(cannot, QStringLiteral("can not")).replace(contracted, QStringLiteral(" not"));
    RemarkWish timed;
    if (readTime(folded, hints, today, timed))
        return timed;
    RemarkWish wish = knownWish(folded);
    if (!wish.flag.isEmpty() || !mayLimit(sentence))
        return wish;
    // By its shape it may touch more than its known words say: a name that is not to be published is not to be
    // printed.
    const DisclosureLimit limit = limitIn(folded);
    for (const QString& purpose : limit.purposes) {
        QStringList& some = limit.isPlain ? wish.unclear : wish.doubted;
        if (!wish.refused.contains(purpose) && !some.contains(purpose))
            some.append(purpose);
    }
    return wish;
}

} // namespace dtp
