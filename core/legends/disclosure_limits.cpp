// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/disclosure_limits.h>

#include <base/text.h>
#include <cells/consent_vocabulary.h>
#include <legends/disclosure_clause.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// "Only first name", "photo only with her approval", "everything but her face", "unless anonymous".
bool narrows(const Clause& clause)
{
    static const WordSet limits = wordSet("only solely exclusively limited");
    static const WordSet rests = wordSet("except excepting excluding unless");
    static const WordSet people = wordSet("woman man one person participant child member daughter son girl boy two");
    static const WordSet single = wordSet("one single");
    static const WordSet agreeing = wordSet("consented agreed agrees agree consents consent permission");
    static const WordSet inside = wordSet("eyes internal internally");
    static const WordSet places = wordSet("online internet facebook interviewed published posted interview tv radio");
    static const WordSet all = wordSet("all everything anything anywhere anyone everyone yes ok");
    const QStringList& words = clause.words();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (rests.contains(words.at(i)) && clause.topicIn(i + 1, i + 6) >= 0)
            return true;
        if (words.at(i) == L1("but") && clause.hasBetween(i - 2, i, all) && clause.topicIn(i + 1, i + 4) >= 0)
            return true;
        static const WordSet few = wordSet("the her his first initials");
        if (words.at(i) == L1("just") && few.contains(words.value(i + 1)) &&
            clause.topicIn(i + 1, i + 5, {Topic::Naming}) >= 0)
            return true;
        if (words.at(i) == L1("strictly") && inside.contains(words.value(i + 1)))
            return true;
        if (limits.contains(words.at(i)) && clause.has(single) && !clause.has(wordSet("photo photos")))
            continue;
        if (limits.contains(words.at(i)) &&
            (clause.hasBetween(i - 4, i + 4, agreeing) || clause.hasBetween(i - 4, i + 4, inside)))
            return true;
        if (!limits.contains(words.at(i)) || people.contains(words.value(i + 1)))
            continue;
        qsizetype near = clause.topicIn(i - 3, i + 5,
                                        {Topic::Naming, Topic::Picture, Topic::Public, Topic::Sharing, Topic::Secret});
        if (near < 0) {
            near = clause.topicIn(i + 1, i + 6, {Topic::Report, Topic::Receiver});
            near = near > i + 1 && words.value(i + 1) != L1("reports") ? near : -1;
        }
        if (near >= 0 && !places.contains(words.at(near)))
            return true;
    }
    return false;
}

// "Ask her before publishing", "needs to approve any photo", "use a different name", "consent unclear".
bool reserves(const Clause& clause)
{
    static const WordSet asking =
        wordSet("ask check consult clear seek get request contact confirm verify inform show see send read");
    static const WordSet first = wordSet("before first prior beforehand");
    static const WordSet approving = wordSet("approve approves approval permission authorisation authorization vet");
    static const WordSet naming = wordSet("pseudonym alias initials nickname different other another false fake");
    static const WordSet open = wordSet("unclear unsure uncertain pending missing renewal renew expired lapsed "
                                        "outstanding awaiting awaited unsigned needed required needs confirm "
                                        "confirmed questionable disputed doubtful");
    const QStringList& words = clause.words();
    static const std::initializer_list<Topic> shown{Topic::Naming,  Topic::Picture, Topic::Public,
                                                    Topic::Sharing, Topic::Details, Topic::Report};
    const bool isShown = clause.topicIn(0, words.size(), shown) >= 0;
    if (isShown && clause.has(asking) && clause.has(first))
        return true;
    if (clause.has(approving) &&
        clause.topicIn(0, words.size(),
                       {Topic::Naming, Topic::Picture, Topic::Public, Topic::Sharing, Topic::Details}) >= 0 &&
        !clause.has(wordSet("gave given has granted received signed obtained")))
        return true;
    static const WordSet clearing = wordSet("cleared approved ok okay okayed checked");
    static const WordSet needing = wordSet("need needs must to should");
    static const WordSet letters = wordSet("initials pseudonym alias");
    if (isShown && clause.has(clearing) && clause.has(needing) && clause.has(wordSet("her him his them their be")))
        return true;
    if (clause.has(letters) && clause.has(wordSet("wants prefers want wishes")))
        return true;
    if (followEachOther(words, "said", wordSet("no")) || followEachOther(words, "second", wordSet("thoughts")))
        return true;
    static const WordSet called = wordSet("refer credit describe");
    static const WordSet delaying = wordSet("hold delay postpone wait suspend pause");
    static const WordSet staying = wordSet("stay remain stays remains");
    const QString verb = words.value(0);
    if ((verb == L1("use") && clause.has(naming)) || (called.contains(verb) && words.contains(L1("as"))))
        return true;
    if (isShown && ((delaying.contains(verb) && words.value(1) != L1("for")) ||
                    (clause.has(staying) && clause.has(wordSet("with within in inside between")) &&
                     clause.has(wordSet("details name photo photos information story report")))))
        return true;
    static const WordSet consent = wordSet("consent consents consented");
    const qsizetype no = words.indexOf(QStringLiteral("no"));
    return clause.topicIn(0, words.size(), {Topic::Consent}) >= 0 && clause.has(consent) && clause.has(open) &&
           !clause.has(wordSet("visa parents parental")) && !(no >= 0 && words.contains(L1("needed")));
}

// "Worried about being identified", "shy of cameras".
bool worries(const Clause& clause)
{
    static const WordSet moods = wordSet(
        "minds worried worry worries concerned afraid fears fear nervous hesitant hesitates reluctant uncomfortable "
        "uneasy unhappy wary anxious unsure uncertain regret scared dislikes hates careful care "
        "caution cautious");
    if (clause.has(wordSet("discreet discreetly discretion")))
        return true;
    const QStringList& words = clause.words();
    const auto mood =
        std::find_if(words.begin(), words.end(), [](const QString& word) { return moods.contains(word); });
    const qsizetype at = mood - words.begin();
    return mood != words.end() && (*mood != L1("concerned") || words.value(at + 1) != L1("with")) &&
           clause.topicIn(at + 1, at + 6) >= 0;
}

// "Treat as confidential", "her details are private", "attendance is secret".
bool keepsQuiet(const Clause& clause)
{
    static const WordSet before =
        wordSet("keep kept treat want wants wish wishes requested requests request asked asks prefers prefer remain "
                "stay stays remains must please is are as be strictly insists demands if stay when highly promised");
    static const WordSet after =
        wordSet("requested please wanted preferred required in at and until for from only to");
    static const WordSet nots = wordSet("not no nothing never");
    const QStringList& words = clause.words();
    static const WordSet kept = wordSet("unidentified unnamed nameless anonymous invisible");
    const bool isKept = clause.hasBetween(words.size() - 1, words.size(), kept) && clause.has(before);
    if (clause.has(wordSet("quiet")) && words.value(0) == L1("keep") && words.size() <= 4)
        return true;
    if (isKept || words == QStringList{QStringLiteral("unlisted")})
        return true;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isSecret = clause.topic(i) == Topic::Secret && !clause.hasBetween(i - 2, i, nots);
        const QString next = words.value(i + 1);
        if (isSecret && (next.isEmpty() || after.contains(next)) &&
            (clause.hasBetween(i - 4, i, before) || after.contains(next)))
            return true;
    }
    return false;
}

// In other languages the order of the words and the small ones are not known: a no beside what discloses.
bool deniesInOtherWords(const Clause& clause)
{
    constexpr qsizetype longest = 12;
    static const WordSet negations = wordSet("not no never forbidden refuse disagree without");
    static const WordSet lacking = wordSet("ada punya tem ha hay tiene a co punto recu recebeu recibio lembra");
    if (clause.isForeign() && clause.hasTopic() && deedsOfRemoval().contains(clause.words().last()))
        return true;
    return clause.isForeign() && clause.words().size() <= longest && clause.has(negations) && clause.hasTopic() &&
           !clause.has(lacking);
}

void add(DisclosureLimit& limit, const Clause& clause)
{
    constexpr qsizetype longest = 40;
    if (clause.words().isEmpty() || clause.words().size() > longest)
        return;
    const bool isPlain = removes(clause) || denies(clause) || takesBack(clause);
    if (!isPlain && !narrows(clause) && !reserves(clause) && !worries(clause) && !keepsQuiet(clause) &&
        !deniesInOtherWords(clause))
        return;
    limit.isPlain = limit.isPlain || isPlain;
    // "Only agreed to photos" leaves the photos and none of the others: which, somebody has to read.
    const bool isAll = clause.has(wordSet("only")) &&
                       clause.has(wordSet("agreed agrees consented consents agree consent permission"));
    for (const QString& use : isAll ? everyUse() : usesTouched(clause.words())) {
        if (!limit.purposes.contains(use))
            limit.purposes.append(use);
    }
}
} // namespace

DisclosureLimit limitIn(const QString& text)
{
    static const QRegularExpression ends(QStringLiteral("[.,:;!?()\\[\\]/|\\n–—。；，]|\\s-+\\s|\"|“|”"));
    DisclosureLimit limit;
    for (const QString& part : text.split(ends, Qt::SkipEmptyParts))
        add(limit, Clause(remarkWords(wordsOf(part).join(QLatin1Char(' ')))));
    return limit;
}

bool mayLimit(const QString& text)
{
    static const QRegularExpression shapes(
        QStringLiteral("[^\\x00-\\x7f]|\\b(?:leav|just|said|second|ensur|sure\\b|see|send|read|need|want|wish|initial|"
                       "out\\b|off\\b|anonim|keberatan|prefer|mind|opt|pull|cut|black|blank|"
                       "trim|wait|hold|delay|postpon|susp|paus|"
                       "stay|remain|quiet|discre|care|tell|know|link|describ|strict|intern|tak|keep|kept|left|put|"
                       "turn|remov|delet|eras|omit|exclu|str[iu]|crop|"
                       "blur|pixel|mask|hid|withh|redact|anonym|pseudon|obscur|disguis|conceal|protect|unpub|unlist|"
                       "untag|avoid|refrain|stop|forg|restrict|limit|scrub|suppress|skip|drop|no\\b|not|never|"
                       "dont|cannot|without|against|nothing|nobody|none|refus|declin|object|oppos|unwil|prohib|forbid|"
                       "bann|disagree|withdr|revok|cancel|rescind|retract|regret|reconsid|gdpr|privacy|erasure|"
                       "takedown|only|sole|exclusiv|except|unless|but\\b|ask|check|consult|clear|seek|get\\b|request|"
                       "contact|confirm|verif|inform|show|approv|permis|authori|use\\b|refer|credit|consent|worr|"
                       "concern|afraid|fear|nerv|hesit|reluct|uncomf|uneas|unhap|wary|anxious|unsure|uncert|scared|"
                       "dislik|hate|careful|cauti|discreet|private|secret|confid|undisc|unattr|incog|alias|hapus|"
                       "dihap|hilang|keluar|retir|enlev|supprim|effac|quit|elimin|borr|apag|tir|streich|entf|losch|"
                       "tangg|alis|bura|hasai|disama|disemb|masqu|cach|ocult|escond|flou|difum|desfo|sans|sin|sem|"
                       "ohne|tanpa|nunca|jamais|nie|jangan|tidak|tak|bukan|huwag|ayaw|labele|la|nao|ne\\b|pas|kein|"
                       "nicht|khong)|n['’]t\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return text.size() >= 4 && shapes.match(text).hasMatch();
}

} // namespace dtp
