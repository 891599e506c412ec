// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies: the words we choose from (issues, skills, sectors, roles …). They come with the program as CSV
// (resources/vocabularies/<name>.csv: code,label,spellings separated by "|",group) and are copied into a new file's
// `term` table, where users may change them. Records hold the code.
#pragma once

#include <base/result.h>

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dtp
{

struct VocabularyTerm {
    QString code;
    QString label;
    QStringList spellings;
    QString group;
};

class Vocabulary
{
public:
    Vocabulary() = default;
    Vocabulary(QString name, std::vector<VocabularyTerm> terms);

    const QString& name() const { return m_name; }
    const std::vector<VocabularyTerm>& terms() const { return m_terms; }
    // The label of a code, or the code itself when unknown: old words are shown, never dropped.
    QString labelOf(const QString& code) const;
    // Code for a code, label or spelling, folded; nullopt when not understood.
    std::optional<QString> codeFor(const QString& text) const;

private:
    QString m_name;
    std::vector<VocabularyTerm> m_terms;
    QHash<QString, qsizetype> m_byCode;
    QHash<QString, qsizetype> m_bySpelling;
};

// The names of the vocabularies that come with the program, and one of them.
QStringList builtInVocabularies();
Result<Vocabulary> builtInVocabulary(const QString& name);

} // namespace dtp
