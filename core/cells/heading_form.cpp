// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/heading_form.h>

#include <QRegularExpression>

namespace dtp
{

// "PhotoConsent": a capital behind a small letter begins a word. Not in names that are written so.
static QString takenApart(const QString& word)
{
    static const QRegularExpression names(
        QStringLiteral("whatsapp|linkedin|youtube|wechat|tiktok|facebook|paypal|github|phd"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hump(
        QStringLiteral("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"));
    if (word.contains(names))
        return word;
    return QString(word).replace(hump, QStringLiteral(" "));
}

// "photoconsent", "donotcontact": of those that say what somebody agrees to or does not wish.
static QString consentTakenApart(const QString& word)
{
    static const QString purposes = QStringLiteral(
        "photos?|pictures?|images?|media|newsletters?|directory|publicity|publish|funders?|donors?|"
        "partners?|contact|email|e-?mail|mail|call|phone|text|post|name|share|list|quote|use|photograph");
    static const QRegularExpression agreed(
        QStringLiteral("^(%1)(consent|permission|release|optin|optout|agreed|allowed)$").arg(purposes),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression consent(QStringLiteral("^(consent|permission)(to|for)?(%1)$").arg(purposes),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression refused(QStringLiteral("^(do)(not)(%1)$|^(dont|no)(%1)$").arg(purposes),
                                            QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression* form : {&agreed, &consent, &refused}) {
        const auto match = form->match(word);
        if (!match.hasMatch())
            continue;
        QStringList parts = match.capturedTexts().mid(1);
        parts.removeAll(QString());
        return parts.join(QLatin1Char(' '));
    }
    return word;
}

QString spelledOut(const QString& heading)
{
    static const QRegularExpression number(
        QStringLiteral("^\\s*(?:[(\\[]?(?:q|no\\.?|question|item|field)?\\s*\\d{1,3}(?:\\.\\d{1,2})*\\s*[a-z]?\\s*"
                       "[.):\\]]+|[(\\[]?[a-z](?:[)\\]]|\\.\\s)|q\\d{1,3}[a-z]?[\\s_-])\\s*(?=\\p{L})"),
        QRegularExpression::CaseInsensitiveOption);
    const QString plain = QString(heading).remove(number);
    const bool isOneWord = std::all_of(plain.begin(), plain.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!isOneWord || plain.isEmpty())
        return plain;
    const QString apart = takenApart(plain);
    return apart == plain ? consentTakenApart(plain) : apart;
}

} // namespace dtp
