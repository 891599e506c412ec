// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <records/vocabulary.h>
#include <standards/data_file.h>

#include <QCoreApplication>
#include <QDir>

// The resource is in a static library, which drops what nobody names; the macro wants to stand outside of namespaces.
static void useVocabularyFiles()
{
    Q_INIT_RESOURCE(dtp_vocabularies);
}

namespace dtp
{

namespace
{
// Without case, accents and punctuation: "Human-rights education" is "human rights education".
QString spellingKey(const QString& text)
{
    const QString folded = foldText(text);
    QString words;
    words.reserve(folded.size());
    bool isApart = false;
    for (const QChar c : folded) {
        if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate()) {
            isApart = true;
            continue;
        }
        if (isApart && !words.isEmpty())
            words += QLatin1Char(' ');
        isApart = false;
        words += c;
    }
    return words.isEmpty() ? folded : words;
}
} // namespace

Vocabulary::Vocabulary(QString name, std::vector<VocabularyTerm> terms)
    : m_name(std::move(name)), m_terms(std::move(terms))
{
    // A word that two terms claim belongs to the first; a code or a label goes before another's spelling.
    const auto claim = [this](const QString& text, qsizetype index) {
        const QString key = spellingKey(text);
        if (!key.isEmpty() && !m_bySpelling.contains(key))
            m_bySpelling.insert(key, index);
    };
    const auto count = static_cast<qsizetype>(m_terms.size());
    for (qsizetype i = 0; i < count; ++i) {
        const VocabularyTerm& term = m_terms[static_cast<size_t>(i)];
        if (!m_byCode.contains(term.code))
            m_byCode.insert(term.code, i);
        claim(term.code, i);
    }
    for (qsizetype i = 0; i < count; ++i)
        claim(m_terms[static_cast<size_t>(i)].label, i);
    for (qsizetype i = 0; i < count; ++i) {
        for (const QString& spelling : m_terms[static_cast<size_t>(i)].spellings)
            claim(spelling, i);
    }
    // As they are written as well: most cells of a spreadsheet are, and need no folding then.
    for (const VocabularyTerm& term : m_terms) {
        for (const QString& text : QStringList{term.label} + term.spellings) {
            const auto owner = m_bySpelling.constFind(spellingKey(text));
            if (owner != m_bySpelling.constEnd() && !m_bySpelling.contains(text))
                m_bySpelling.insert(text, qsizetype(*owner));
        }
    }
}

QString Vocabulary::labelOf(const QString& code) const
{
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.constEnd() ? code : m_terms[static_cast<size_t>(*found)].label;
}

std::optional<QString> Vocabulary::codeFor(const QString& text) const
{
    if (const auto exact = m_byCode.constFind(text); exact != m_byCode.constEnd())
        return text;
    auto found = m_bySpelling.constFind(text);
    if (found == m_bySpelling.constEnd())
        found = m_bySpelling.constFind(spellingKey(text));
    if (found == m_bySpelling.constEnd())
        return std::nullopt;
    return m_terms[static_cast<size_t>(*found)].code;
}

QStringList builtInVocabularies()
{
    useVocabularyFiles();
    QStringList names;
    const QStringList files =
        QDir(QStringLiteral(":/vocabularies")).entryList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        names.append(file.chopped(4));
    names.removeAll(QStringLiteral("countries")); // no words to choose and change: see countries.h
    return names;
}

Result<Vocabulary> builtInVocabulary(const QString& name)
{
    if (!builtInVocabularies().contains(name))
        return fail(QCoreApplication::translate("Vocabulary", "There is no list of words called “%1”.").arg(name));
    DTP_TRY(rows, readDataFile(QStringLiteral(":/vocabularies/%1.csv").arg(name)));
    std::vector<VocabularyTerm> terms;
    for (const QStringList& row : rows)
        terms.push_back(
            {row.value(0), row.value(1), row.value(2).split(QLatin1Char('|'), Qt::SkipEmptyParts), row.value(3)});
    return Vocabulary(name, std::move(terms));
}

} // namespace dtp
