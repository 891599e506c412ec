// SPDX-License-Identifier: GPL-3.0-or-later
// What NameCandidates makes of names of one word, and of words of the language that are names: "Hope", "Chad said";
// what of the words that staff type names somebody; and a text of which nobody is asked.
#include <names/name_candidates.h>

#include <base/text.h>
#include <document/text_links.h>
#include <names/text_places.h>
#include <words/common_words.h>
#include <words/contact_scanner.h>
#include <words/text_reading.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

bool NameCandidates::isUnnamed(const std::vector<qint64>& people) const
{
    return !std::all_of(people.begin(), people.end(), m_mayName);
}

Result<> NameCandidates::addOneWordNames(const QString& text, const std::vector<NameToken>& tokens,
                                         const std::vector<KnownTitles::Standing>& titles, bool isHeading,
                                         std::vector<Found>& found)
{
    std::vector<Found> added;
    const auto isWithin = [](const Found& one, qsizetype from, qsizetype length) {
        return one.from < from + length && from < one.from + one.length;
    };
    DTP_TRY(names, m_scanner.oneWordNamesIn(text, tokens));
    for (OneWordNames::Found& name : names) {
        const bool isAsked = isUnnamed(name.people);
        bool isThere = false;
        for (Found& one : found) {
            if (!isWithin(one, name.from, name.length))
                continue;
            isThere = true;
            const qsizetype end = std::max(one.from + one.length, name.from + name.length);
            one.isSmall = one.isSmall || (name.isSmall && one.length == name.length);
            if (!name.isWord || name.isWhole)
                one.whole.insert(one.whole.end(), name.people.begin(), name.people.end());
            if (isAsked) { // in pieces, of which one was found
                one.from = std::min(one.from, name.from);
                one.length = end - one.from;
            }
        }
        if (!isThere && isAsked)
            added.push_back({name.from, name.length, true, true, name.isWord, name.isSmall,
                             name.isWord && !name.isWhole ? std::vector<qint64>() : std::move(name.people)});
    }
    found.insert(found.end(), added.begin(), added.end());
    for (size_t at = 0; at < tokens.size(); ++at) {
        const NameToken& token = tokens[at];
        const bool isThere = std::any_of(found.begin(), found.end(),
                                         [&](const Found& one) { return isWithin(one, token.from, token.size()); });
        if (isThere || (titles[at].kind == KnownTitles::Kind::Several && !titles[at].isWellKnown))
            continue;
        DTP_TRY(isMeant, isMeantByName({text, tokens, titles, at, at, isHeading, false}, at, found));
        if (isMeant)
            found.push_back({token.from, token.size(), true, true});
    }
    found = joined(std::move(found));
    return {};
}

std::vector<NameCandidates::Found> NameCandidates::joined(std::vector<Found> all)
{
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.from < b.from; });
    std::vector<Found> found;
    for (Found& one : all) {
        if (found.empty() || one.from >= found.back().from + found.back().length) {
            found.push_back(std::move(one));
            continue;
        }
        Found& before = found.back();
        before.length = std::max(before.from + before.length, one.from + one.length) - before.from;
        before.isLikely = before.isLikely || one.isLikely;
        before.isKnown = before.isKnown || one.isKnown;
        before.isWord = before.isWord && one.isWord;
        before.isSmall = before.isSmall && one.isSmall;
        before.whole.insert(before.whole.end(), one.whole.begin(), one.whole.end());
    }
    return found;
}

// "ayu" of Ayu Lestari.
Result<QString> NameCandidates::smallNameIn(const QString& words)
{
    constexpr qsizetype shortest = 3;
    for (const NameToken& token : nameTokensOf(words, true)) {
        const QString written = words.mid(token.from, token.size());
        if (token.isParticle || token.isTitle || token.size() < shortest || m_language.has(foldedWord(words, token)))
            continue;
        DTP_TRY(isOfPerson, m_scanner.lookUps()->vocabulary().knows(NameWords::formsOf(written)));
        if (isOfPerson)
            return written;
    }
    return QString();
}

Result<QString> NameCandidates::namedIn(const QString& words)
{
    if (const auto contacts = contactsIn(words); !contacts.empty())
        return words.mid(contacts.front().from, contacts.front().length);
    if (const auto links = linksIn(words); !links.empty())
        return words.mid(links.front().from, links.front().length);
    DTP_TRY(whole, m_scanner.namesIn(words, {}, NameScanner::Where::Cell));
    if (!whole.empty())
        return words.mid(whole.front().from, whole.front().length);
    // "hope", "Ms Hope", where it is nothing else.
    const std::vector<NameToken> tokens = nameTokensOf(words, true);
    const auto first =
        std::find_if(tokens.begin(), tokens.end(), [](const NameToken& token) { return !token.isTitle; });
    DTP_TRY(isSomebody, first == tokens.end() ? Result<bool>(false) : m_scanner.isSomebody(words.mid(first->from)));
    if (isSomebody)
        return words.mid(first->from);
    DTP_TRY(found, typedAndRead(words, false));
    for (const Found& one : found) {
        const QString name = words.mid(one.from, one.length);
        // "a farmer from Kenya", where somebody is called Kenya.
        if (one.isKnown && !(one.isWord && m_language.has(foldText(name))))
            return name;
    }
    return smallNameIn(TextReading(words).text());
}

Result<> NameCandidates::withhold(QString& text)
{
    const bool isTitle = !isSentence(text);
    learn(text, isTitle);
    DTP_TRY(found, in(text, isTitle));
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.from > b.from; });
    for (const Found& one : found) {
        if (one.isLikely || !isTitle)
            text.replace(one.from, one.length, NameScanner::placeholder());
    }
    return {};
}

} // namespace dtp
