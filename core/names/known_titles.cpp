// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/known_titles.h>

#include <base/text.h>
#include <storage/bulk_reader.h>
#include <words/common_words.h>
#include <words/well_known.h>

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace dtp
{

Result<KnownTitles> KnownTitles::read(const Store& store)
{
    KnownTitles made;
    made.add(store.setting(QStringLiteral("organisation"), QStringLiteral("Diplomacy Training Program")), false);
    const std::vector<std::pair<Entity, std::vector<const char*>>> things{
        {Entity::Organisation, {"place", "name", "short_name"}},
        {Entity::ProgramSeries, {"name", "short_name"}},
        {Entity::ProgramEdition, {"place", "title"}},
        {Entity::Network, {"name"}},
        {Entity::Workshop, {"place", "venue"}}};
    for (const auto& thing : things) {
        const std::vector<const char*>& fields = thing.second;
        DTP_CHECK(readBulk(store, {.entity = thing.first, .fields = fields}, [&](const BulkRow& row) {
            for (int i = 0; i < static_cast<int>(fields.size()); ++i) {
                if (qstrcmp(fields[static_cast<size_t>(i)], "place") == 0)
                    made.addPlace(row.text(i));
                else
                    made.add(row.text(i), false);
            }
        }));
    }
    for (const QString& thing : wellKnownThings()) {
        if (made.m_titles.contains(thing))
            continue;
        made.add(thing, false);
        made.m_wellKnown.insert(thing);
    }
    return made;
}

namespace
{
// "House of Mr Grant"
bool namesSomebody(const QString& place)
{
    const std::vector<NameToken> tokens = nameTokensOf(place, true);
    for (size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].joinsPrevious && isNamedBehind(place, tokens[i - 1], tokens[i]))
            return true;
    }
    return false;
}
} // namespace

void KnownTitles::add(const QString& title, bool isPlace)
{
    QStringList words;
    for (const NameToken& token : nameTokensOf(title, true))
        words.append(foldedWord(title, token));
    if (words.isEmpty())
        return;
    bool& place = m_titles[words.join(u' ')];
    place = place || isPlace;
    qsizetype& longest = m_longest[words.front()];
    longest = std::max(longest, words.size());
}

// "Siem Reap Province, Cambodia" is also called "Siem Reap".
void KnownTitles::addPlace(const QString& place)
{
    static const QRegularExpression signs(QStringLiteral("[,;/()|]"));
    for (const QString& part : place.split(signs, Qt::SkipEmptyParts)) {
        if (namesSomebody(part))
            continue;
        add(part, true);
        const QString shorter = part.trimmed().section(u' ', 0, -2);
        if (!shorter.isEmpty() && isWordOfOrganisations(foldText(part.trimmed().section(u' ', -1))))
            add(shorter, true);
    }
}

namespace
{
bool goesOnBehind(const std::vector<NameToken>& tokens, size_t last)
{
    return last + 1 < tokens.size() && tokens[last + 1].joinsPrevious && !tokens[last + 1].isBehindComma;
}
} // namespace

bool KnownTitles::speaks(const QString& text, const std::vector<NameToken>& tokens, size_t last)
{
    return goesOnBehind(tokens, last) && isWordOfSpeech(foldedWord(text, tokens[last + 1]));
}

bool KnownTitles::isMet(const QString& text, const std::vector<NameToken>& tokens, size_t first)
{
    static const QSet<QString> meetings{QStringLiteral("met"),      QStringLiteral("meet"),    QStringLiteral("thank"),
                                        QStringLiteral("thanked"),  QStringLiteral("told"),    QStringLiteral("asked"),
                                        QStringLiteral("invited"),  QStringLiteral("heard"),   QStringLiteral("named"),
                                        QStringLiteral("arrested"), QStringLiteral("detained")};
    return first > 0 && tokens[first].joinsPrevious &&
           (tokens[first - 1].isTitle || meetings.contains(foldedWord(text, tokens[first - 1])));
}

bool KnownTitles::standsForSomebody(const Standing& title, const QString& text, const std::vector<NameToken>& tokens)
{
    static const QSet<QString> links{QStringLiteral("with"), QStringLiteral("by")};
    if (speaks(text, tokens, title.last) || isMet(text, tokens, title.first))
        return true;
    // "led by Tenzin Dolkar", though not "with Siem Reap farmers".
    return title.first > 0 && tokens[title.first].joinsPrevious && !goesOnBehind(tokens, title.last) &&
           links.contains(foldedWord(text, tokens[title.first - 1]));
}

std::vector<KnownTitles::Standing> KnownTitles::in(const QString& text, const std::vector<NameToken>& tokens) const
{
    std::vector<Standing> standing(tokens.size());
    for (size_t first = 0; first < tokens.size(); ++first) {
        QString words = foldedWord(text, tokens[first]);
        const auto longest = static_cast<size_t>(m_longest.value(words, 0));
        Standing found;
        for (size_t next = first; next < std::min(tokens.size(), first + longest); ++next) {
            if (next > first)
                words += u' ' + foldedWord(text, tokens[next]);
            const auto title = m_titles.constFind(words);
            if (title != m_titles.constEnd())
                found = {*title         ? Kind::Place
                         : next > first ? Kind::Several
                                        : Kind::Alone,
                         first, next, m_wellKnown.contains(words)};
        }
        if (found.kind == Kind::None)
            continue;
        std::fill(standing.begin() + static_cast<qsizetype>(first),
                  standing.begin() + static_cast<qsizetype>(found.last + 1), found);
        first = found.last;
    }
    return standing;
}

} // namespace dtp
