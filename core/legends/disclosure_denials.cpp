// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks that plainly speak against disclosing somebody: deeds of removal, a no, a withdrawal.
#include <legends/disclosure_clause.h>

#include <cells/consent_vocabulary.h>

namespace dtp
{

using L1 = QLatin1String;

namespace
{
const WordSet& removedWords()
{
    static const WordSet words =
        wordSet("removed deleted erased omitted excluded dropped struck cropped blurred pixelated masked hidden "
                "withheld redacted anonymised anonymized pseudonymised concealed disguised protected unpublished "
                "untagged restricted suppressed unnamed");
    return words;
}

const WordSet& wishes()
{
    static const WordSet words = wordSet(
        "must should want wants wanted wish wishes wished asked asks ask requested requests request requesting "
        "prefer prefers preferred would please pls needs need shall demands demanded insists insisted like "
        "likes begs be rather instructed told us promised");
    return words;
}

// "Leave her out of the report", "take her photo down", "keep details private".
bool movesAway(const Clause& clause, qsizetype at)
{
    constexpr qsizetype shortest = 4;
    static const WordSet deeds = wordSet("leave take keep put turn taken kept left leaving taking keeping");
    static const WordSet away = wordSet("out off down away blank anonymous anonymously private secret confidential "
                                        "internal hidden unnamed aside low");
    static const WordSet people = wordSet("her him them me she he us it this");
    const qsizetype from = clause.words().indexOf(QStringLiteral("from"), at);
    if (clause.at(at) == L1("keep") && from > 0 && clause.topicIn(from + 1, from + 4) >= 0)
        return true;
    if (!deeds.contains(clause.at(at)) || !clause.hasBetween(at + 1, at + reach, away))
        return false;
    if (clause.topicIn(at + 1, at + 2 * reach) >= 0 || (at > 0 && clause.topicIn(0, at) >= 0))
        return true;
    return people.contains(clause.at(at + 1)) && clause.words().size() - at <= shortest;
}

// Of a no: what may be lacking rather than forbidden, and what is nothing to mind.
bool isHarmlessNo(const Clause& clause, qsizetype at)
{
    static const WordSet good = wordSet("problem problems objection objections issue issues concern concerns mind "
                                        "minds restriction restrictions worries trouble object objects hesitation "
                                        "refuse decline");
    static const WordSet lacking = wordSet("yet received sent submitted attached available needed required missing "
                                           "taken supplied provided legible known clear found uploaded arrived forget "
                                           "need require know own receive");
    return clause.hasBetween(at + 1, at + 3, good) || clause.hasBetween(at + 1, clause.words().size(), lacking);
}

// "Do not share", "must not be named", "never use her photo", "asked not to be mentioned".
bool prohibits(const Clause& clause, qsizetype at)
{
    static const WordSet before = wordSet("do must should may can shall to please pls rather prefers prefer asked "
                                          "wishes wants but and or");
    static const WordSet negations = wordSet("not never dont");
    const QString word = clause.at(at);
    static const WordSet exposing =
        wordSet("link associate connect expose advertise linked associated connected exposed");
    const bool isForbidding = clause.has(wordSet("rather ensure sure")) || word == L1("never") || word == L1("dont") ||
                              before.contains(clause.at(at - 1)) || clause.at(at + 1) == L1("to") ||
                              clause.at(at + 1) == L1("be");
    static const WordSet being = wordSet("appear be used show shown seen to");
    const bool isPast = word == L1("never") && clause.at(at + 1).endsWith(L1("ed")); // "never published"
    if (!negations.contains(word) || !isForbidding || isPast)
        return false;
    if (clause.topicIn(at + 1, at + reach) >= 0 || clause.hasBetween(at + 1, at + 3, exposing))
        return true;
    static const WordSet giving = wordSet("give given pass passed hand handed");
    static const WordSet ways = wordSet("number numbers address addresses phone email");
    if (clause.hasBetween(at + 1, at + 4, giving) && clause.has(ways))
        return true;
    return being.contains(clause.at(at + 1)) &&
           clause.topicIn(0, at, {Topic::Naming, Topic::Picture, Topic::Details, Topic::Report}) >= 0;
}

// "Does not want her face shown", "has not agreed to be named", "is not comfortable with photos".
bool isUnwilling(const Clause& clause, qsizetype at)
{
    static const WordSet auxiliaries = wordSet("does did do has have had is are was were");
    static const WordSet agreeing = wordSet("agree agreed consent consented permit permitted allow allowed authorise "
                                            "authorised approve approved");
    static const WordSet moods = wordSet("want wanted wish wished like desire prefer feel accept accepted comfortable "
                                         "happy willing ready keen sure ok okay fond ease share publish disclose name "
                                         "identify mention");
    static const WordSet giving = wordSet("give given sign signed");
    if (clause.at(at) != L1("not") || (at > 0 && !auxiliaries.contains(clause.at(at - 1))))
        return false;
    const bool isAbout = clause.topicIn(at + 1, at + 2 * reach) >= 0;
    if (clause.hasBetween(at + 1, at + 4, agreeing))
        return isAbout || clause.words().size() <= at + 2;
    if (clause.hasBetween(at + 1, at + 3, giving))
        return clause.topicIn(at + 1, at + reach, {Topic::Consent}) >= 0;
    return clause.hasBetween(at + 1, at + 3, moods) && isAbout &&
           (clause.topicIn(at + 2, at + 2 * reach) >= 0 || clause.words().size() > at + 2);
}

// "No faces", "without her name", "refuses interviews", "not for the website", "not identifiable".
bool deniesThing(const Clause& clause, qsizetype at)
{
    static const WordSet nothing = wordSet("no without against nothing nobody none");
    static const WordSet refusing = wordSet(
        "refuse refuses refused refusing decline declines declined objection object objects objected oppose opposes "
        "opposed unwilling prohibited forbidden banned disagrees disagreed");
    static const WordSet lackable = wordSet("website websites web internet online facebook instagram twitter linkedin "
                                            "youtube tiktok public publications articles article surname");
    static const WordSet parts = wordSet("family last middle given maiden second");
    static const WordSet everything = wordSet("everything all anything any");
    const auto mayLack = [&](qsizetype thing) {
        return lackable.contains(clause.at(thing)) || parts.contains(clause.at(thing - 1));
    };
    static const WordSet owning = wordSet("has have had there got own");
    static const WordSet things = wordSet("a an");
    const QString word = clause.at(at);
    if (word == L1("no") && clause.at(at + 1) == L1("to") && everything.contains(clause.at(at + 2)))
        return true;
    auto denied =
        clause.topicIn(at + 1, at + 4, {Topic::Naming, Topic::Picture, Topic::Public, Topic::Sharing, Topic::Consent});
    if (denied >= 0 && mayLack(denied) && clause.topic(denied + 1))
        ++denied;
    if (nothing.contains(word)) {
        const bool isLack =
            denied >= 0 && word != L1("nothing") && word != L1("against") &&
            ((mayLack(denied) && !clause.has(wordSet("please"))) || owning.contains(clause.at(at - 1)));
        return denied >= 0 && !isLack;
    }
    if (refusing.contains(word)) {
        if (clause.at(at - 1) == L1("no") || clause.at(at - 1) == L1("not") || clause.at(at - 1) == L1("without"))
            return false;
        const bool isPassive = clause.topicIn(std::max<qsizetype>(0, at - 3), at) >= 0;
        return denied >= 0 || clause.topicIn(at + 1, at + reach) >= 0 || isPassive;
    }
    if (word != L1("not") || things.contains(clause.at(at + 1)))
        return false;
    if (clause.at(at + 1) == L1("for"))
        return clause.topicIn(at + 2, at + 2 + reach) >= 0;
    if (clause.at(at + 1) == L1("in") || clause.at(at + 1) == L1("on")) {
        const auto place = clause.topicIn(at + 2, at + 2 + 3, {Topic::Picture, Topic::Public, Topic::Report});
        return place >= 0 && !lackable.contains(clause.at(place));
    }
    static const WordSet shown = wordSet("visible shown allowed permitted recognisable recognizable used seen");
    if (lackable.contains(clause.at(at + 1)))
        return false;
    return clause.topicIn(at + 1, at + 3, {Topic::Naming, Topic::Picture, Topic::Public, Topic::Sharing}) >= 0 ||
           (shown.contains(clause.at(at + 1)) && clause.topicIn(0, at) >= 0);
}

// "Nobody may know that she attended", "do not tell her employer", "her family does not know that she came".
bool hushes(const Clause& clause)
{
    static const WordSet knowing = wordSet("know knows known learn hear find aware told");
    static const WordSet telling = wordSet("tell inform let");
    static const WordSet modal = wordSet("must may should can to");
    static const WordSet nots = wordSet("not nobody never dont no");
    static const WordSet coming =
        wordSet("came come attended attends attending participated participates participation "
                "attendance here involvement membership joined");
    static const WordSet others = wordSet("date how why if what when time arrival us");
    const QStringList& words = clause.words();
    if (!clause.has(nots) || clause.has(others))
        return false;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const bool isDirect =
            words.at(i - 1) == L1("not") || words.at(i - 1) == L1("never") || words.at(i - 1) == L1("dont");
        if (telling.contains(words.at(i)) && isDirect)
            return true;
        if (knowing.contains(words.at(i)) && (clause.hasBetween(i - 3, i, modal) || words.contains(L1("nobody")) ||
                                              (isDirect && clause.hasBetween(i, words.size(), coming))))
            return true;
    }
    return false;
}
} // namespace

const WordSet& deedsOfRemoval()
{
    static const WordSet words =
        wordSet("remove delete erase omit exclude strike crop blur pixelate mask hide withhold redact anonymise "
                "anonymize pseudonymise pseudonymize obscure disguise conceal protect unpublish unlist untag avoid "
                "refrain stop forget restrict limit scrub suppress skip drop pull cut blank black trim");
    return words;
}

// An imperative at the beginning of a clause, or a wish that something be removed.
bool removes(const Clause& clause)
{
    static const WordSet before = wordSet("please pls plz kindly and but so then to also staff note nb important "
                                          "us must should just urgent warning better or always");
    static const WordSet with = wordSet("by over at up"); // "stop by", "pull up"
    static const WordSet disclosingDeeds =
        wordSet("untag unpublish unlist anonymise anonymize pseudonymise redact blur "
                "pixelate");
    static const WordSet between =
        wordSet("is are be to must should has have been being was were kept her his the all "
                "their from off");
    const QStringList& words = clause.words();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isFirst = i == 0 || before.contains(words.at(i - 1));
        const bool isWished = isFirst || clause.hasBetween(0, i, wishes());
        if (isWished && movesAway(clause, i))
            return true;
        const bool isDeed = isWished && deedsOfRemoval().contains(words.at(i)) && !with.contains(words.value(i + 1));
        if (isDeed && (clause.topicIn(i + 1, i + reach) >= 0 || disclosingDeeds.contains(words.at(i)) ||
                       (i == words.size() - 1 && clause.hasTopic())))
            return true;
        const bool isOut = words.at(i) == L1("out") || words.at(i) == L1("off");
        if (isOut && i > 0 && words.value(i + 1) != L1("focus") && words.value(i + 2) != L1("focus") &&
            (clause.topic(i - 1) == Topic::Picture || clause.topic(i - 1) == Topic::Naming))
            return true;
        if (!removedWords().contains(words.at(i)))
            continue;
        const bool isOf =
            (words.value(i + 1) == L1("from") || words.value(i + 1) == L1("in")) && clause.topicIn(i + 2, i + 5) >= 0;
        qsizetype first = i - 1;
        while (first >= 0 && between.contains(words.at(first)))
            --first;
        if (isOf || clause.topic(first) || (clause.has(wishes()) && clause.hasTopic()))
            return true;
    }
    return false;
}

bool denies(const Clause& clause)
{
    for (qsizetype i = 0; i < clause.words().size(); ++i) {
        const bool isNo = prohibits(clause, i) || isUnwilling(clause, i) || deniesThing(clause, i);
        if (isNo && !isHarmlessNo(clause, i))
            return true;
    }
    return false;
}

// "No longer wants to be listed", "withdrew permission", "GDPR request", "nobody may know that she attended".
bool takesBack(const Clause& clause)
{
    static const WordSet back =
        wordSet("cancel withdrew withdrawn withdraws withdraw revoked revokes revoke cancelled cancels "
                "rescinded retracted regrets reconsidered reconsidering reconsiders");
    static const WordSet laws = wordSet("gdpr privacy erasure deletion protection takedown removal anonymity");
    static const WordSet claims = wordSet("request requests requested complaint claim complained objection notice "
                                          "exercised invoked query letter");
    static const WordSet willing = wordSet("agrees agree agreed wants want wishes wish consents consent consenting "
                                           "happy willing allows ok okay comfortable likes may can");
    const QStringList& words = clause.words();
    const qsizetype longer = words.indexOf(QStringLiteral("longer"));
    const bool isEnded = longer > 0 && words.at(longer - 1) == L1("no") &&
                         clause.hasBetween(longer + 1, longer + 4, willing) &&
                         (clause.hasTopic() || words.size() <= longer + 2);
    const qsizetype out = words.indexOf(QStringLiteral("out"));
    const bool isOut = out > 0 && words.at(out - 1).startsWith(L1("opt"));
    const bool isForgotten =
        words.contains(L1("forgotten")) &&
        (words.contains(L1("right")) || followEachOther(words, "be", {QStringLiteral("forgotten")}));
    const bool isClaim = clause.has(laws) && clause.has(claims) && words.size() <= reach;
    const bool isUnlisted = words == QStringList{QStringLiteral("unlisted")};
    return isUnlisted || isEnded || isForgotten || isClaim || hushes(clause) ||
           ((isOut || clause.has(back)) && clause.hasTopic());
}

} // namespace dtp
