// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/name_scanner.h>

#include <base/text.h>
#include <names/part_names.h>
#include <records/people.h>
#include <storage/bulk_reader.h>
#include <words/text_reading.h>

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr size_t longestGivenName = 4;     // words
constexpr qsizetype shortestGivenName = 3; // letters

// "Dara (Sok)": of a pair of brackets none is left behind.
void takeBrackets(const QString& text, NameScanner::Found& name)
{
    const QStringView inner = QStringView(text).mid(name.from, name.length);
    for (const QStringView pair : {QStringView(u"()"), QStringView(u"[]"), QStringView(u"“”"), QStringView(u"«»")}) {
        const qsizetype opened = inner.count(pair.at(0)) - inner.count(pair.at(1));
        const qsizetype end = name.from + name.length;
        if (opened > 0 && end < text.size() && text.at(end) == pair.at(1)) {
            ++name.length;
        } else if (opened < 0 && name.from > 0 && text.at(name.from - 1) == pair.at(0)) {
            --name.from;
            ++name.length;
        }
    }
}
} // namespace

NameScanner::NameScanner(const Store& store, std::function<bool(qint64)> mayName, std::shared_ptr<NameLookUps> lookUps)
    : m_store(store), m_mayName(std::move(mayName)),
      m_lookUps(lookUps ? std::move(lookUps) : std::make_shared<NameLookUps>(store)), m_chains(*m_lookUps),
      m_oneWordNames(store, *m_lookUps)
{
}

QString NameScanner::placeholder()
{
    return QCoreApplication::translate("Disclosure", "[name withheld]");
}

QString NameScanner::placeholderOfSeveral()
{
    return QCoreApplication::translate("Disclosure", "[names withheld]");
}

Result<const std::vector<qint64>*> NameScanner::lookUp(const QString& name)
{
    return m_lookUps->peopleCalled(name);
}

Result<bool> NameScanner::isSomebody(const QString& words)
{
    DTP_TRY(people, lookUp(words));
    return !people->empty();
}

Result<> NameScanner::addIfName(const QString& text, qsizetype from, qsizetype length, std::vector<Found>& found)
{
    DTP_TRY(people, lookUp(text.mid(from, length)));
    if (!people->empty())
        found.push_back({from, length, *people, true, false});
    return {};
}

Result<> NameScanner::expectGivenNames(const QSet<qint64>& people)
{
    m_givenNames.clear();
    QSet<QString> months;
    for (int month = 1; month <= 12; ++month)
        months.insert(foldText(QLocale(QLocale::English).monthName(month)));
    const auto expect = [&](const QString& name, qint64 person) {
        if (name.size() < shortestGivenName || months.contains(name))
            return;
        std::vector<qint64>& called = m_givenNames[name];
        if (std::find(called.begin(), called.end(), person) == called.end())
            called.push_back(person);
    };
    std::vector<qint64> keys(people.cbegin(), people.cend());
    std::sort(keys.begin(), keys.end());
    DTP_TRY(rows, m_store.rows(Entity::Person, keys));
    for (const RecordValues& row : rows) {
        const QStringList words = wordsOf(foldText(row.text("given_name")));
        // "Aye Chan" is called that, or Aye.
        expect(words.value(0), row.id);
        expect(words.join(QLatin1Char(' ')), row.id);
        const QStringList family = wordsOf(foldText(row.text("family_name")));
        if (family.size() != 1 || !isEverydayWord(family.front()))
            expect(family.join(QLatin1Char(' ')), row.id);
    }
    return readBulk(
        m_store,
        {.entity = Entity::AlternateName, .fields = {"person_id", "name"}, .keyField = "person_id", .keys = keys},
        [&](const BulkRow& name) { expect(wordsOf(foldText(name.text(1))).join(QLatin1Char(' ')), name.integer(0)); });
}

void NameScanner::addIfGivenName(const QString& text, qsizetype from, qsizetype length,
                                 std::vector<Found>& found) const
{
    const auto called = m_givenNames.constFind(wordsOf(foldText(text.mid(from, length))).join(QLatin1Char(' ')));
    if (called != m_givenNames.constEnd() && !called->empty())
        found.push_back({from, length, *called, true, false});
}

// No spaces between Han words, and Korean words carry their particles: "김철수는".
Result<> NameScanner::addNamesWithin(const QString& text, qsizetype from, qsizetype to, bool atStartOnly,
                                     std::vector<Found>& found)
{
    for (qsizetype start = from; start + 2 <= to; ++start) {
        for (qsizetype length = 2; length <= std::min<qsizetype>(4, to - start); ++length)
            DTP_CHECK(addIfName(text, start, length, found));
        if (atStartOnly)
            break;
    }
    return {};
}

Result<std::vector<UnbrokenNames::Found>> NameScanner::unbrokenIn(const QString& text)
{
    if (!UnbrokenNames::concern(text))
        return std::vector<UnbrokenNames::Found>();
    if (!m_unbroken) {
        DTP_TRY(names, UnbrokenNames::read(m_store));
        m_unbroken = std::move(names);
    }
    return m_unbroken->namesIn(text);
}

// Nobody is asked about the words of what bodies are called.
Result<> NameScanner::addUnbroken(const QString& text, Where where, std::vector<Found>& found)
{
    DTP_TRY(names, unbrokenIn(text));
    for (UnbrokenNames::Found& name : names) {
        if (name.isPart && where != Where::Body)
            continue;
        // Namesakes are one find, as in other scripts.
        const auto same = std::find_if(found.begin(), found.end(), [&](const Found& other) {
            return other.from == name.from && other.length == name.length;
        });
        if (same == found.end())
            found.push_back({name.from, name.length, std::move(name.people), !name.isPart, name.isPart});
        else if (std::find(same->people.begin(), same->people.end(), name.people.front()) == same->people.end())
            same->people.push_back(name.people.front());
    }
    return {};
}

Result<> NameScanner::addNames(const QString& text, bool atScripts, Where where, std::vector<Found>& found)
{
    const std::vector<NameToken> tokens = nameTokensOf(text, atScripts);
    DTP_TRY(chains, m_chains.in(text, tokens));
    for (NameChains::Chain& chain : chains) {
        found.push_back({chain.from, chain.length, std::move(chain.people), chain.isExact, false});
        takeBrackets(text, found.back());
    }
    QSet<qsizetype> asked; // where words stand that staff are asked about
    if (where != Where::Whole)
        DTP_CHECK(addOneWordNames(text, tokens, where, found, asked));
    for (size_t first = 0; first < tokens.size(); ++first) {
        const NameToken& token = tokens[first];
        const size_t behind = std::min(tokens.size(), first + longestGivenName);
        for (size_t last = first; where == Where::Report && last < behind; ++last) {
            if (last > first && !tokens[last].joinsPrevious)
                break;
            if (canBeName(tokens, first, last))
                addIfGivenName(text, token.from, tokens[last].to - token.from, found);
        }
        const bool standsAlone = token.startsItem && (first + 1 == tokens.size() || tokens[first + 1].startsItem);
        if ((where == Where::Cell || where == Where::Report) && standsAlone && token.isNameLike &&
            !asked.contains(token.from))
            DTP_CHECK(addIfName(text, token.from, token.size(), found));
        if (token.isHan || token.isHangul)
            DTP_CHECK(addNamesWithin(text, token.from, token.to, token.isHangul, found));
    }
    return {};
}

// What may be any other word is for staff to decide.
Result<> NameScanner::addOneWordNames(const QString& text, const std::vector<NameToken>& tokens, Where where,
                                      std::vector<Found>& found, QSet<qsizetype>& asked)
{
    DTP_TRY(names, m_oneWordNames.in(text, tokens, where == Where::Body));
    for (OneWordNames::Found& name : names) {
        // "丽娟基金会", where nobody is asked what it is.
        const bool isOfHan =
            where == Where::Body && name.length > 1 && text.at(name.from).script() == QChar::Script_Han;
        if (name.isWord && !isOfHan)
            asked.insert(name.from);
        else
            found.push_back({name.from, name.length, std::move(name.people), true, true});
    }
    for (size_t at = 0; where == Where::Body && at < tokens.size(); ++at) {
        DTP_TRY(people, peopleOfPartAlone(*m_lookUps, text, tokens, at));
        if (!people.empty())
            found.push_back({tokens[at].from, tokens[at].size(), std::move(people), false, true});
    }
    return {};
}

// "Ayu" in what is said of Ayu Lestari is herself, though somebody else is called by that word alone.
Result<> NameScanner::leaveOwnWords(const QString& text, const Subjects& except, std::vector<Found>& found)
{
    std::vector<Found> others;
    for (Found& name : found) {
        bool isOwn = false;
        for (const Id<Person> person : except) {
            if (!name.isOneWord || isOwn)
                break;
            DTP_TRY(isTheirs, isNameOf(text.mid(name.from, name.length), person));
            isOwn = isTheirs;
        }
        if (!isOwn)
            others.push_back(std::move(name));
    }
    found = std::move(others);
    return {};
}

Result<> NameScanner::addAllNames(const QString& text, Where where, std::vector<Found>& found)
{
    DTP_CHECK(addNames(text, true, where, found));
    if (mixesAlphabets(text)) // a letter of another alphabet within a name may be there to hide it
        DTP_CHECK(addNames(text, false, where, found));
    return addUnbroken(text, where, found);
}

// Cells repeat: what may be a name in them is looked for once.
Result<std::vector<NameScanner::Found>> NameScanner::candidatesIn(const QString& text, Where where)
{
    constexpr qsizetype longestKept = 200;
    constexpr qsizetype mostKept = 50000;
    const QString key = text + QChar(static_cast<ushort>(where));
    if (const auto seen = m_seen.constFind(key); seen != m_seen.constEnd())
        return *seen;
    std::vector<Found> found;
    DTP_CHECK(addAllNames(text, where, found));
    if (const TextReading reading(text); reading.differs()) {
        std::vector<Found> read;
        DTP_CHECK(addAllNames(reading.text(), where, read));
        for (Found& one : read) {
            std::tie(one.from, one.length) = reading.inSource(one.from, one.length);
            found.push_back(std::move(one));
        }
    }
    if (text.size() <= longestKept && where != Where::Report) { // whom a report is about differs
        if (m_seen.size() >= mostKept)
            m_seen.clear();
        m_seen.insert(key, found);
    }
    return found;
}

Result<std::vector<NameScanner::Found>> NameScanner::namesIn(const QString& text, const Subjects& except, Where where)
{
    DTP_TRY(found, candidatesIn(text, where));
    DTP_CHECK(leaveOwnWords(text, except, found));
    if (found.empty())
        return found;

    // Where names overlap the longer one is meant; of two that are equally long, rather the one that must not be read.
    const auto rank = [&](const Found& name) {
        return std::make_tuple(-name.length, mustBeWithheld(name, except) ? 0 : 1, name.from);
    };
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return rank(a) < rank(b); });
    std::vector<Found> chosen;
    for (Found& name : found) {
        const auto overlaps = [&](const Found& other) {
            return name.from < other.from + other.length && other.from < name.from + name.length;
        };
        const auto other = std::find_if(chosen.begin(), chosen.end(), overlaps);
        if (other == chosen.end()) {
            chosen.push_back(std::move(name));
            continue;
        }
        // Half within another name, the other half would be read, and with it what the longer one leaves.
        const bool isWithin = name.from >= other->from && name.from + name.length <= other->from + other->length;
        if (isWithin || !name.isExact || QStringView(text).mid(name.from, name.length).contains(u',') ||
            !mustBeWithheld(name, except))
            continue;
        const qsizetype end = std::max(other->from + other->length, name.from + name.length);
        other->from = std::min(other->from, name.from);
        other->length = end - other->from;
        if (!mustBeWithheld(*other, except))
            other->people = name.people;
    }
    std::sort(chosen.begin(), chosen.end(), [](const Found& a, const Found& b) { return a.from < b.from; });
    return apart(std::move(chosen), except);
}

// One that took in the half of another may reach into a third now: they are one then.
std::vector<NameScanner::Found> NameScanner::apart(std::vector<Found> sorted, const Subjects& except) const
{
    std::vector<Found> all;
    for (Found& name : sorted) {
        if (all.empty() || name.from >= all.back().from + all.back().length) {
            all.push_back(std::move(name));
            continue;
        }
        Found& last = all.back();
        last.length = std::max(last.from + last.length, name.from + name.length) - last.from;
        if (!mustBeWithheld(last, except))
            last.people = std::move(name.people);
    }
    return all;
}

bool NameScanner::mustBeWithheld(const Found& found, const Subjects& except) const
{
    // A namesake who may be named does not help: the reader cannot tell which of the two is meant.
    if (std::any_of(found.people.begin(), found.people.end(),
                    [&](qint64 person) { return except.contains(Id<Person>{person}); }))
        return false;
    return !std::all_of(found.people.begin(), found.people.end(), m_mayName);
}

QSet<qint64> NameScanner::unnamedOf(const Found& found) const
{
    QSet<qint64> people;
    if (!found.isExact && found.people.size() > 1)
        return people; // one of them perhaps
    for (const qint64 person : found.people) {
        if (!m_mayName(person))
            people.insert(person);
    }
    return people;
}

Result<bool> NameScanner::isNameOf(const QString& text, Id<Person> person)
{
    return m_chains.isNameOf(text, person.value);
}

QSet<qint64> NameScanner::namedBy(const Found& found)
{
    const bool isSure = found.isExact || found.people.size() == 1;
    return isSure ? QSet<qint64>(found.people.begin(), found.people.end()) : QSet<qint64>();
}

Result<QString> NameScanner::cleaned(const QString& text, QSet<qint64>& withheld, QSet<qint64>& named,
                                     const Subjects& except, Where where)
{
    if (text.isEmpty())
        return text;
    DTP_TRY(found, namesIn(text, except, where));
    if (found.empty())
        return text;
    QString clean;
    qsizetype at = 0;
    for (const Found& name : found) {
        const bool hide = mustBeWithheld(name, except);
        if (hide) {
            clean += QStringView(text).mid(at, name.from - at);
            clean += placeholder();
            at = name.from + name.length;
            withheld.unite(unnamedOf(name));
        } else {
            named.unite(namedBy(name));
        }
    }
    clean += QStringView(text).mid(at);
    return clean;
}

} // namespace dtp
