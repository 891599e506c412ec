// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_words.h>

#include <import/thing_names.h>
#include <storage/bulk_reader.h>

namespace dtp
{

ImportWords::ImportWords(const Store& store, int thisYear) : m_thisYear(thisYear)
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

} // namespace dtp
