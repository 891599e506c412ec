// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_words.h>

namespace dtp
{

ImportWords::ImportWords(const Store& store)
{
    for (const char* name : {"genders", "yes_no", "person_statuses", "safety_levels", "issues", "skills",
                             "skill_levels", "languages", "language_levels", "sectors", "participation_roles",
                             "participation_outcomes", "network_roles", "consent_answers", "contact_kinds"})
        m_vocabularies.insert(QString::fromLatin1(name), store.vocabulary(QString::fromLatin1(name)));
}

std::optional<QString> ImportWords::codeFor(const QString& vocabulary, const QString& text) const
{
    const auto found = m_vocabularies.constFind(vocabulary);
    return found == m_vocabularies.constEnd() ? std::nullopt : found->codeFor(text);
}

} // namespace dtp
