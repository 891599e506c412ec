// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/name_lookups.h>

#include <base/text.h>
#include <search/person_search.h>

namespace dtp
{

namespace
{
constexpr qsizetype remembered = 200000; // names

Result<const std::vector<qint64>*> remember(QHash<QString, std::vector<qint64>>& all, const QString& key,
                                            std::vector<qint64> people)
{
    if (all.size() >= remembered)
        all.clear();
    return &*all.insert(key, std::move(people));
}
} // namespace

Result<const std::vector<qint64>*> NameLookUps::peopleCalled(const QString& name)
{
    const QString folded = wordsOf(foldText(name)).join(QLatin1Char(' '));
    if (const auto known = m_called.constFind(folded); known != m_called.constEnd())
        return &*known;
    DTP_TRY(people, dtp::peopleCalled(m_store, folded));
    return remember(m_called, folded, std::move(people));
}

Result<const std::vector<qint64>*> NameLookUps::peopleOfWord(const QString& written)
{
    if (const auto known = m_words.constFind(written); known != m_words.constEnd())
        return &*known;
    std::vector<qint64> people;
    DTP_TRY(isKnown, m_vocabulary.knows(NameWords::formsOf(written)));
    if (isKnown) {
        DTP_TRY(called, peopleCalled(written));
        people = *called;
    }
    return remember(m_words, written, std::move(people));
}

Result<const KnownTitles*> NameLookUps::titles()
{
    if (!m_titles) {
        DTP_TRY(titles, KnownTitles::read(m_store));
        m_titles = std::move(titles);
    }
    return &*m_titles;
}

const LanguageWords& NameLookUps::language()
{
    if (!m_language)
        m_language.emplace(m_store);
    return *m_language;
}

} // namespace dtp
