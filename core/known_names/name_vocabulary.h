// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a word is among anybody's names. The index is asked for a few words; of a long text it is sooner to read all
// words of all names at once, unless they are very many. Good for as long as nobody writes names.
#pragma once

#include <base/result.h>
#include <known_names/name_words.h>

#include <QSet>

namespace dtp
{

class NameVocabulary
{
public:
    explicit NameVocabulary(const Store& store) : m_store(store), m_index(store) {}

    Result<bool> knows(const WordForms& forms);
    NameWords& index() { return m_index; }

private:
    Result<> readAll();

    const Store& m_store;
    NameWords m_index;
    QSet<QString> m_all; // of ASCII letters, which the index keeps as they are; empty: they have not been read
    int m_asked = 0;
};

} // namespace dtp
