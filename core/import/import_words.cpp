// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_words.h>

#include <base/text.h>

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

std::optional<bool> yesOrNo(const QString& text)
{
    static const QSet<QString> yes{
        QStringLiteral("yes"),     QStringLiteral("y"),       QStringLiteral("1"),      QStringLiteral("x"),
        QStringLiteral("true"),    QStringLiteral("t"),       QStringLiteral("ok"),     QStringLiteral("oui"),
        QStringLiteral("si"),      QStringLiteral("ya"),      QStringLiteral("✓"),      QStringLiteral("✔"),
        QStringLiteral("☑"),       QStringLiteral("agree"),   QStringLiteral("agreed"), QStringLiteral("sim"),
        QStringLiteral("i agree"), QStringLiteral("checked"), QStringLiteral("oo"),     QStringLiteral("co")};
    static const QSet<QString> no{
        QStringLiteral("no"),       QStringLiteral("n"),   QStringLiteral("0"),         QStringLiteral("false"),
        QStringLiteral("f"),        QStringLiteral("non"), QStringLiteral("tidak"),     QStringLiteral("✗"),
        QStringLiteral("✘"),        QStringLiteral("☐"),   QStringLiteral("disagree"),  QStringLiteral("refused"),
        QStringLiteral("declined"), QStringLiteral("nao"), QStringLiteral("unchecked"), QStringLiteral("khong")};
    QString folded = foldText(text);
    while (folded.endsWith(QLatin1Char('.')) || folded.endsWith(QLatin1Char('!')))
        folded.chop(1);
    if (yes.contains(folded))
        return true;
    if (no.contains(folded))
        return false;
    return std::nullopt;
}

} // namespace dtp
