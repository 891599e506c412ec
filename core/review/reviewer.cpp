// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/reviewer.h>

#include <base/text.h>
#include <privacy/text_stretches.h>
#include <words/text_reading.h>

#include <QCryptographicHash>
#include <algorithm>

namespace dtp
{

namespace
{
QString digestOf(const QString& text)
{
    constexpr int letters = 32;
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(letters));
}

// A word or two say nothing of whom they mean: who decided about "Sitha" beside one text has not decided about
// another one. A sentence is the same wherever it stands.
QString keyOfText(const QString& whole, const TextPlace& place)
{
    return digestOf(isSentence(whole) || place.beside.isEmpty() ? whole : whole + QChar(0x1F) + place.beside);
}

bool isOurs(const std::vector<Run>& runs, const NameCandidates::Found& found)
{
    qsizetype start = 0;
    for (const Run& run : runs) {
        if (run.person && found.from < start + run.text.size() && start < found.from + found.length)
            return true;
        start += run.text.size();
    }
    return false;
}
} // namespace

Reviewer::Reviewer(const Store& store, Id<Report> report, const Gate* gate)
    : m_store(store), m_report(report), m_lookUps(gate ? gate->nameLookUps() : nullptr),
      m_consents(gate ? gate->consents() : nullptr)
{
}

QString Reviewer::keyOfName(const QString& name)
{
    return digestOf(wordsOf(foldText(name)).join(u' '));
}

Result<> Reviewer::begin()
{
    if (m_candidates)
        return {};
    DTP_TRY(decisions, nameDecisions(m_store, m_report));
    m_decisions = std::move(decisions);
    m_shown = ShownNames(m_decisions);
    if (!m_consents) {
        DTP_TRY(consents, OutsideConsents::read(m_store));
        m_consents = std::move(consents);
    }
    DTP_TRY(candidates, NameCandidates::read(
                            m_store, [consents = m_consents](qint64 person) { return consents->mayNameToAll(person); },
                            m_lookUps));
    m_candidates = std::move(candidates);
    return {};
}

Result<> Reviewer::learnAlone(const std::vector<Run>& runs, const TextPlace& place)
{
    DTP_CHECK(begin());
    m_candidates->forget();
    return learn(runs, place);
}

Result<> Reviewer::learn(const std::vector<Run>& runs, const TextPlace& place)
{
    DTP_CHECK(begin());
    NameCandidates::Stretches links;
    qsizetype start = 0;
    for (const Run& run : runs) {
        if (!run.link.isEmpty())
            links.emplace_back(start, start + run.text.size());
        start += run.text.size();
    }
    m_candidates->learn(wholeOf(runs), place.isHeading, links);
    return {};
}

Result<std::vector<Reviewer::Occurrence>> Reviewer::in(const std::vector<Run>& runs, const TextPlace& place)
{
    DTP_CHECK(begin());
    const QString whole = wholeOf(runs);
    DTP_TRY(found, m_candidates->in(whole, place.isHeading, m_shown.in(whole)));
    std::vector<Occurrence> all;
    for (const NameCandidates::Found& one : found) {
        if ((place.asksLikely && !one.isLikely) || isOurs(runs, one))
            continue;
        Occurrence made;
        made.from = one.from;
        made.length = one.length;
        made.isKnown = one.isKnown;
        made.name = TextReading(whole.mid(one.from, one.length)).text().simplified();
        made.isSmall = one.isSmall;
        made.isWithheld = std::any_of(one.whole.begin(), one.whole.end(),
                                      [&](qint64 person) { return !m_consents->mayNameToSome(person); });
        DTP_TRY(mayBeUnnamed, m_candidates->hasWordOfOther(
                                  made.name, [this](qint64 person) { return m_consents->mayNameToSome(person); }));
        made.mayBeUnnamed = made.isWithheld || mayBeUnnamed;
        // Whether "hope" may be read says nothing of Hope.
        made.nameKey = made.isSmall ? digestOf(made.name + QChar(0x1F)) : keyOfName(made.name);
        made.textKey = keyOfText(whole, place);
        DTP_TRY(decision, decisionOn(whole, made));
        made.decision = decision;
        all.push_back(std::move(made));
    }
    return all;
}

Result<const NameDecision*> Reviewer::decisionOn(const QString& whole, const Occurrence& one)
{
    auto found = m_decisions.constFind(decisionKey(one.textKey, one.nameKey));
    if (found == m_decisions.constEnd()) {
        // Earlier layouts kept it with the text alone.
        found = m_decisions.constFind(decisionKey(digestOf(whole), one.nameKey));
        if (found == m_decisions.constEnd() || !found->isOfReport)
            return nullptr;
    }
    static const NameDecision withheld;
    if (one.isWithheld && found->what == NameDecision::What::Keep)
        return &withheld; // whatever was kept before it was somebody's
    if (found->what != NameDecision::What::Replace)
        return &*found;
    DTP_TRY(safe, isSafe(found->replacement));
    return safe ? &*found : nullptr;
}

// Somebody may have come to be called so since.
Result<bool> Reviewer::isSafe(const QString& replacement)
{
    if (const auto known = m_replacements.constFind(replacement); known != m_replacements.constEnd())
        return *known;
    DTP_TRY(named, m_candidates->namedIn(replacement));
    m_replacements.insert(replacement, named.isEmpty());
    return named.isEmpty();
}

Result<> ReviewedTexts::apply(Reviewer& reviewer, std::vector<Run>& runs, const TextPlace& place)
{
    DTP_TRY(occurrences, reviewer.in(runs, place));
    std::vector<Stretch> replaced;
    for (const Reviewer::Occurrence& one : occurrences) {
        reviewed.insert(one.nameKey);
        if (!one.decision && !open.contains(one.nameKey)) {
            open.insert(one.nameKey);
            undecided.append(one.name);
        }
        keepsKnown = keepsKnown || (one.isKnown && one.decision && one.decision->what == NameDecision::What::Keep);
        if (!one.decision || one.decision->what == NameDecision::What::Withhold)
            replaced.push_back({one.from, one.length, NameScanner::placeholder()});
        else if (one.decision->what == NameDecision::What::Replace)
            replaced.push_back({one.from, one.length, one.decision->replacement});
    }
    replaceIn(runs, replaced);
    return {};
}

} // namespace dtp
