// SPDX-License-Identifier: GPL-3.0-or-later
#include <known_names/name_vocabulary.h>

#include <database/connection.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr int patience = 150;       // questions to the index, which take as long as to read all
constexpr qint64 manyWords = 10000; // of some 10,000 people

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}
} // namespace

Result<> NameVocabulary::readAll()
{
    // A look at the index, in this connection alone; see
    // https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
    DTP_TRY(look, Statement::prepare(m_store.handle(), "CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_vocabulary USING "
                                                       "fts5vocab(main, person_name_words, row)"));
    DTP_CHECK(look.run());
    DTP_TRY(select, Statement::prepare(m_store.handle(), "SELECT term FROM temp.name_vocabulary LIMIT ?"));
    select.bind(1, manyWords);
    qint64 read = 0;
    QSet<QString> all;
    for (;; ++read) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        if (const QString word = select.text(0); isAscii(word))
            all.insert(word);
    }
    if (read < manyWords)
        m_all = std::move(all);
    return {};
}

Result<bool> NameVocabulary::knows(const WordForms& forms)
{
    if (++m_asked == patience)
        DTP_CHECK(readAll());
    if (!m_all.isEmpty() && std::all_of(forms.begin(), forms.end(), &isAscii))
        return std::any_of(forms.begin(), forms.end(), [this](const QString& form) { return m_all.contains(form); });
    return m_index.knows(forms);
}

} // namespace dtp
