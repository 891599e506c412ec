// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_words.h>

namespace dtp
{

ImportWords::ImportWords(const Store& store)
{
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            const QString name = QString::fromLatin1(field.vocabulary);
            if (!name.isEmpty() && !m_vocabularies.contains(name))
                m_vocabularies.insert(name, store.vocabulary(name));
        }
    }
}

std::optional<QString> ImportWords::codeFor(const QString& vocabulary, const QString& text) const
{
    const auto found = m_vocabularies.constFind(vocabulary);
    return found == m_vocabularies.constEnd() ? std::nullopt : found->codeFor(text);
}

} // namespace dtp
