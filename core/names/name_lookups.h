// SPDX-License-Identifier: GPL-3.0-or-later
// What was looked up of names in a file, once for all who read texts of it together: what stands in nobody's name, who
// is called by some words, titles of the file and words of the language. Good for as long as nobody writes names.
#pragma once

#include <known_names/name_vocabulary.h>
#include <names/known_titles.h>
#include <names/language_words.h>

#include <QHash>
#include <memory>
#include <optional>

namespace dtp
{

class NameLookUps
{
public:
    explicit NameLookUps(const Store& store) : m_store(store), m_vocabulary(store) {}

    NameVocabulary& vocabulary() { return m_vocabulary; }
    // Everybody who is called exactly so.
    Result<const std::vector<qint64>*> peopleCalled(const QString& name);
    // Of one word, as it is written; sooner than peopleCalled() for what is nobody's name.
    Result<const std::vector<qint64>*> peopleOfWord(const QString& written);
    // Both read when they are asked for.
    Result<const KnownTitles*> titles();
    const LanguageWords& language();

private:
    const Store& m_store;
    NameVocabulary m_vocabulary;
    QHash<QString, std::vector<qint64>> m_called; // folded
    QHash<QString, std::vector<qint64>> m_words;
    std::optional<KnownTitles> m_titles;
    std::optional<LanguageWords> m_language;
};

} // namespace dtp
