// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/name_scanner.h>

#include <base/text.h>
#include <records/people.h>
#include <search/person_search.h>

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr size_t longestName = 5;          // words
constexpr qsizetype shortestGivenName = 3; // letters
constexpr qsizetype rememberedNames = 200000;

struct Token {
    qsizetype from = 0;
    qsizetype to = 0;        // behind the last
    bool isNameLike = false; // begins with a capital or a letter without case
    bool isParticle = false;
    bool isHan = false;
    bool isHangul = false;
    bool joinsPrevious = false; // only what may stand within a name lies between
    bool startsItem = false;    // of a list, or of the text
};

char32_t codePointAt(const QString& text, qsizetype i, qsizetype& length)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(c, text.at(i + 1));
    }
    length = 1;
    return c.unicode();
}

// Signs that people do not see and that folding drops: they do not end a word.
bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || c == 0x00AD;
}

bool isWordSign(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || isInvisible(c);
}

bool beginsName(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Letter_Uppercase || category == QChar::Letter_Titlecase ||
           category == QChar::Letter_Other;
}

bool isParticle(QStringView word)
{
    static const QSet<QString> particles = [] {
        QSet<QString> all;
        const auto words =
            QStringLiteral("al el bin binti bint binte ibn abu de da do dos das del della der di du la le van von "
                           "den ter y e a s d o p u bt b st san wa ul ur ud uz us")
                .split(QLatin1Char(' '));
        for (const QString& particle : words)
            all.insert(particle);
        return all;
    }();
    return word.size() <= 5 && particles.contains(word.toString());
}

// Whether two words that are this far apart can belong to one name: white space, hyphens, apostrophes, one comma
// ("Sok, Dara"), a slash ("s/o"), a full stop after something short ("Md. Rahman").
bool joins(QStringView between, qsizetype lengthBefore)
{
    if (between.isEmpty() || between.size() > 4)
        return between.isEmpty();
    for (const QChar c : between) {
        const char16_t u = c.unicode();
        const bool fine = c.isSpace() || u == u'-' || u == u'\'' || u == u'\u2019' || u == u'\u2010' ||
                          u == u'\u2011' || u == u',' || u == u'/' || u == u'*' || u == u'_' ||
                          (u == u'.' && lengthBefore <= 3);
        if (!fine)
            return false;
    }
    return true;
}

// Whether a list goes on behind what stands between two words; "and" is a word of its own.
bool separatesItems(QStringView between)
{
    return std::any_of(between.begin(), between.end(), [](QChar c) { return QStringView(u",;/&|\n()").contains(c); });
}

bool isAnd(QStringView word)
{
    return word == u"and" || word == QCoreApplication::translate("Disclosure", "and");
}

std::vector<Token> tokensOf(const QString& text)
{
    std::vector<Token> tokens;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype length = 1;
        char32_t c = codePointAt(text, i, length);
        if (!isWordSign(c) || isInvisible(c)) {
            i += length;
            continue;
        }
        Token token;
        token.from = i;
        token.isNameLike = beginsName(c);
        token.isHan = QChar::script(c) == QChar::Script_Han;
        token.isHangul = QChar::script(c) == QChar::Script_Hangul;
        while (i < text.size() && isWordSign(c = codePointAt(text, i, length)))
            i += length;
        token.to = i;
        const QStringView word = QStringView(text).mid(token.from, token.to - token.from);
        token.isParticle = !token.isNameLike && isParticle(word);
        token.startsItem = tokens.empty();
        if (!tokens.empty()) {
            const Token& before = tokens.back();
            const QStringView between = QStringView(text).mid(before.to, token.from - before.to);
            token.joinsPrevious = joins(between, before.to - before.from);
            token.startsItem = separatesItems(between) || isAnd(word) ||
                               isAnd(QStringView(text).mid(before.from, before.to - before.from));
        }
        tokens.push_back(token);
    }
    return tokens;
}

// Whether the words first..last can be one name: they hang together, begin and end with name-like words.
bool canBeName(const std::vector<Token>& tokens, size_t first, size_t last)
{
    if (!tokens[first].isNameLike || !tokens[last].isNameLike)
        return false;
    for (size_t i = first; i <= last; ++i) {
        if (!tokens[i].isNameLike && !tokens[i].isParticle)
            return false;
        if (i > first && !tokens[i].joinsPrevious)
            return false;
    }
    return true;
}
} // namespace

NameScanner::NameScanner(const Store& store, std::function<bool(qint64)> mayName)
    : m_store(store), m_mayName(std::move(mayName))
{
}

QString NameScanner::placeholder()
{
    return QCoreApplication::translate("Disclosure", "[name withheld]");
}

Result<const std::vector<qint64>*> NameScanner::lookUp(const QString& name)
{
    const QString folded = wordsOf(foldText(name)).join(QLatin1Char(' '));
    auto known = m_known.constFind(folded);
    if (known == m_known.constEnd()) {
        DTP_TRY(people, peopleCalled(m_store, folded));
        if (m_known.size() >= rememberedNames)
            m_known.clear();
        known = m_known.insert(folded, std::move(people));
    }
    return &*known;
}

Result<> NameScanner::addIfName(const QString& text, qsizetype from, qsizetype length, std::vector<Found>& found)
{
    DTP_TRY(people, lookUp(text.mid(from, length)));
    if (!people->empty())
        found.push_back({from, length, *people});
    return {};
}

Result<> NameScanner::expectGivenNames(const QSet<qint64>& people)
{
    m_givenNames.clear();
    QSet<QString> months;
    for (int month = 1; month <= 12; ++month)
        months.insert(foldText(QLocale(QLocale::English).monthName(month)));
    DTP_TRY(rows, m_store.rows(Entity::Person, std::vector<qint64>(people.cbegin(), people.cend())));
    for (const RecordValues& row : rows) {
        const QStringList words = wordsOf(foldText(row.text("given_name")));
        // "Aye Chan" is called that, or Aye.
        for (const QString& name : QStringList{words.value(0), words.join(QLatin1Char(' '))}) {
            std::vector<qint64>& called = m_givenNames[name];
            if (name.size() >= shortestGivenName && !months.contains(name) &&
                std::find(called.begin(), called.end(), row.id) == called.end())
                called.push_back(row.id);
        }
    }
    return {};
}

void NameScanner::addIfGivenName(const QString& text, qsizetype from, qsizetype length,
                                 std::vector<Found>& found) const
{
    const auto called = m_givenNames.constFind(wordsOf(foldText(text.mid(from, length))).join(QLatin1Char(' ')));
    if (called != m_givenNames.constEnd() && !called->empty())
        found.push_back({from, length, *called});
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

Result<> NameScanner::addUnbroken(const QString& text, std::vector<Found>& found)
{
    if (!UnbrokenNames::concern(text))
        return {};
    if (!m_unbroken) {
        DTP_TRY(names, UnbrokenNames::read(m_store));
        m_unbroken = std::move(names);
    }
    for (UnbrokenNames::Found& name : m_unbroken->namesIn(text)) {
        // Namesakes are one find, as in other scripts.
        const auto same = std::find_if(found.begin(), found.end(), [&](const Found& other) {
            return other.from == name.from && other.length == name.length;
        });
        if (same == found.end())
            found.push_back({name.from, name.length, std::move(name.people)});
        else if (std::find(same->people.begin(), same->people.end(), name.people.front()) == same->people.end())
            same->people.push_back(name.people.front());
    }
    return {};
}

Result<std::vector<NameScanner::Found>> NameScanner::namesIn(const QString& text, const Subjects& except, Where where)
{
    std::vector<Found> found;
    const std::vector<Token> tokens = tokensOf(text);
    for (size_t first = 0; first < tokens.size(); ++first) {
        const size_t behind = std::min(tokens.size(), first + longestName);
        if (where == Where::Report && tokens[first].isNameLike)
            addIfGivenName(text, tokens[first].from, tokens[first].to - tokens[first].from, found);
        for (size_t last = first + 1; last < behind && tokens[last].joinsPrevious; ++last) {
            if (!canBeName(tokens, first, last))
                continue;
            DTP_CHECK(addIfName(text, tokens[first].from, tokens[last].to - tokens[first].from, found));
            if (where == Where::Report)
                addIfGivenName(text, tokens[first].from, tokens[last].to - tokens[first].from, found);
        }
        const bool standsAlone =
            tokens[first].startsItem && (first + 1 == tokens.size() || tokens[first + 1].startsItem);
        if (where == Where::Cell && standsAlone && tokens[first].isNameLike)
            DTP_CHECK(addIfName(text, tokens[first].from, tokens[first].to - tokens[first].from, found));
        if (tokens[first].isHan || tokens[first].isHangul)
            DTP_CHECK(addNamesWithin(text, tokens[first].from, tokens[first].to, tokens[first].isHangul, found));
    }
    DTP_CHECK(addUnbroken(text, found));

    // Where names overlap the longer one is meant; of two that are equally long, rather the one that must not be read.
    const auto rank = [&](const Found& name) {
        return std::make_tuple(-name.length, mustBeWithheld(name, except) ? 0 : 1, name.from);
    };
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return rank(a) < rank(b); });
    std::vector<Found> chosen;
    for (Found& name : found) {
        const bool overlaps = std::any_of(chosen.begin(), chosen.end(), [&](const Found& other) {
            return name.from < other.from + other.length && other.from < name.from + name.length;
        });
        if (!overlaps)
            chosen.push_back(std::move(name));
    }
    std::sort(chosen.begin(), chosen.end(), [](const Found& a, const Found& b) { return a.from < b.from; });
    return chosen;
}

bool NameScanner::mustBeWithheld(const Found& found, const Subjects& except) const
{
    // A namesake who may be named does not help: the reader cannot tell which of the two is meant.
    if (std::any_of(found.people.begin(), found.people.end(),
                    [&](qint64 person) { return except.contains(Id<Person>{person}); }))
        return false;
    return !std::all_of(found.people.begin(), found.people.end(), m_mayName);
}

Result<QString> NameScanner::cleaned(const QString& text, QSet<qint64>& withheld, QSet<qint64>& named,
                                     const Subjects& except, Where where)
{
    if (text.size() < 2)
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
            for (const qint64 person : name.people) {
                if (!m_mayName(person))
                    withheld.insert(person);
            }
        } else if (name.people.size() == 1) {
            named.insert(name.people.front());
        }
    }
    clean += QStringView(text).mid(at);
    return clean;
}

} // namespace dtp
