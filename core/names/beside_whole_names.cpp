// SPDX-License-Identifier: GPL-3.0-or-later
// What NameCandidates makes of names beside whole names of people in the file, which are the gate's.
#include <names/name_candidates.h>

#include <words/common_words.h>
#include <words/contact_scanner.h>
#include <words/honorifics.h>

#include <algorithm>

namespace dtp
{

namespace
{
void addShown(const NameCandidates::Stretches& shown, std::vector<NameCandidates::Found>& found)
{
    for (const auto& [from, to] : shown) {
        NameCandidates::Found made{from, to - from, true, false, false, false, {}};
        std::vector<NameCandidates::Found> others;
        for (NameCandidates::Found& one : found) {
            if (one.from >= made.from + made.length || made.from >= one.from + one.length) {
                others.push_back(std::move(one));
                continue;
            }
            const qsizetype end = std::max(made.from + made.length, one.from + one.length);
            made.from = std::min(made.from, one.from);
            made.length = end - made.from;
            made.isKnown = made.isKnown || one.isKnown;
            made.whole.insert(made.whole.end(), one.whole.begin(), one.whole.end());
        }
        others.push_back(std::move(made));
        found = std::move(others);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
}
} // namespace

Result<std::vector<NameCandidates::Found>> NameCandidates::in(const QString& text, bool isHeading,
                                                              const Stretches& shown)
{
    DTP_TRY(found, typedAndRead(text, isHeading));
    DTP_CHECK(addInAddresses(text, found));
    addShown(shown, found);
    if (found.empty())
        return found;
    return besideWhole(std::move(found), text);
}

// An address is the gate's with all that is within it, which would find no more of one that lacks a name; beside it
// what is no word of the language stays.
void NameCandidates::leaveAddresses(const QString& text, std::vector<Found>& found) const
{
    if (found.empty())
        return;
    const std::vector<NameToken> tokens = tokensIn(text);
    for (const FoundContact& contact : contactsIn(text)) {
        const qsizetype end = contact.from + contact.length;
        const auto goesOver = [&](const Found& one) {
            return std::any_of(tokens.begin(), tokens.end(), [&](const NameToken& token) {
                const bool isOfFound = token.from >= one.from && token.to <= one.from + one.length;
                const bool isOutside = token.to <= contact.from || token.from >= end;
                return isOfFound && isOutside && !m_language.has(foldedWord(text, token));
            });
        };
        std::erase_if(found, [&](const Found& one) {
            const bool overlaps = one.from < end && contact.from < one.from + one.length;
            const bool isAllOfIt = one.from <= contact.from && one.from + one.length >= end;
            return overlaps && !isAllOfIt && !goesOver(one);
        });
    }
}

// Whole names of people in the file are the gate's to decide. Where what goes on beside one is withheld, as of
// "Sokun D., Sokun", the gate would know the rest no more: what it finds then is what is its own.
Result<std::vector<NameCandidates::Found>> NameCandidates::besideWhole(std::vector<Found> found, const QString& text)
{
    const auto overlap = [](const auto& one, const auto& other) {
        return one.from < other.from + other.length && other.from < one.from + one.length;
    };
    leaveAddresses(text, found);
    std::vector<Found> asked;
    QString left = text; // when all that is asked is withheld
    for (bool goesOn = true; goesOn && !found.empty();) {
        DTP_TRY(whole, m_scanner.namesIn(left, {}, NameScanner::Where::Whole));
        std::vector<Found> ofGate;
        for (Found& one : found) {
            const bool isOfGate =
                std::any_of(whole.begin(), whole.end(), [&](const auto& name) { return overlap(one, name); });
            DTP_TRY(isMore, isOfGate ? hasMoreThan(whole, text, one) : Result<bool>(true));
            (isMore ? asked : ofGate).push_back(std::move(one));
        }
        goesOn = ofGate.size() < found.size();
        found = std::move(ofGate);
        for (const Found& one : asked)
            left.replace(one.from, one.length, QString(one.length, QChar::ObjectReplacementCharacter));
    }
    return joined(std::move(asked));
}

// "Kunthea Chan Borey", where Kunthea Chan is in the file: what the gate withholds of it would leave Borey.
Result<bool> NameCandidates::hasMoreThan(const std::vector<NameScanner::Found>& whole, const QString& text,
                                         const Found& candidate)
{
    const auto isOfWhole = [&](const NameToken& token) {
        return std::any_of(whole.begin(), whole.end(), [&](const NameScanner::Found& name) {
            return token.from < name.from + name.length && name.from < token.to;
        });
    };
    for (const NameToken& token : tokensIn(text)) {
        const bool isInside = token.from >= candidate.from && token.to <= candidate.from + candidate.length;
        const bool isApart = token.isBehindComma && token.from > candidate.from;
        if (!isInside || isApart || isOfWhole(token) || !token.isNameLike || token.isTitle || token.size() < 2 ||
            !text.at(token.from).isUpper() || isDegree(text.mid(token.from, token.size())))
            continue;
        const QString folded = foldedWord(text, token);
        const bool isOfLanguage = m_language.has(folded);
        DTP_TRY(isMore,
                isOfLanguage && !isFunctionWord(folded) ? isOfUnnamed(text, token) : Result<bool>(!isOfLanguage));
        if (isMore)
            return true;
    }
    return false;
}

} // namespace dtp
