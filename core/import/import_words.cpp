// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_words.h>

#include <cells/thing_names.h>
#include <storage/bulk_reader.h>

namespace dtp
{

ImportWords::ImportWords(const Store& store) : m_today(store.environment().clock->today())
{
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            const QString name = QString::fromLatin1(field.vocabulary);
            if (!name.isEmpty() && !m_vocabularies.contains(name))
                m_vocabularies.insert(name, store.vocabulary(name));
        }
    }
    // Where they cannot be read lines stay together, and the planner says what is wrong with the file.
    const auto read = readBulk(store, {.entity = Entity::Organisation, .fields = {"name", "short_name"}},
                               [this](const BulkRow& row) {
                                   for (const QString& name : {row.text(0), row.text(1)}) {
                                       if (!name.isEmpty())
                                           m_organisations.insert(thingKey(name));
                                   }
                               });
    if (!read)
        m_organisations.clear();
}

bool ImportWords::knowsOrganisation(const QString& name) const
{
    return m_organisations.contains(thingKey(name));
}

std::optional<QString> ImportWords::codeFor(const QString& vocabulary, const QString& text) const
{
    const auto found = m_vocabularies.constFind(vocabulary);
    return found == m_vocabularies.constEnd() ? std::nullopt : found->codeFor(text);
}

KnownWords ImportWords::listOf(const QString& vocabulary, const QString& levels, const QString& text) const
{
    constexpr qsizetype longest = 200; // letters of a list that is met again
    constexpr qsizetype most = 20000;
    const std::pair key(vocabulary, text);
    {
        const QReadLocker locker(&m_guard);
        if (const auto read = m_lists.constFind(key); read != m_lists.constEnd())
            return *read;
    }
    const KnownWords words = splitKnown(text, [&](const QString& word) -> std::optional<QString> {
        if (const auto code = codeFor(vocabulary, word); code || levels.isEmpty())
            return code;
        const auto [plain, level] = withQualifier(word);
        const auto code = codeFor(vocabulary, plain);
        const auto levelCode = code && !level.isEmpty() ? codeFor(levels, level) : std::nullopt;
        return levelCode ? std::optional<QString>(*code + QChar(0x1F) + *levelCode) : std::nullopt;
    });
    const QWriteLocker locker(&m_guard);
    if (text.size() <= longest && m_lists.size() < most)
        m_lists.insert(key, words);
    return words;
}

} // namespace dtp
