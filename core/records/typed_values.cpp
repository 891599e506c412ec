// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/typed_values.h>

#include <base/text.h>

#include <QRegularExpression>
#include <QSet>

namespace dtp
{

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

QString momentFromText(const QString& text, DateOrder order)
{
    static const QRegularExpression time(
        QStringLiteral("^(.*?)[\\sT,]+(\\d{1,2})[:.h](\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*([ap]m)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = time.match(text);
    const auto day = PartialDate::fromText(match.hasMatch() ? match.captured(1) : text, order);
    if (!day || day->day() == 0 || day->isAbout())
        return {};
    int hour = match.captured(2).toInt();
    const QString half = match.captured(4).toLower();
    if (half == QLatin1String("pm") && hour < 12)
        hour += 12;
    else if (half == QLatin1String("am") && hour == 12)
        hour = 0;
    const QTime clock(hour, match.captured(3).toInt());
    if (!clock.isValid())
        return {};
    // From two pieces: a QDateTime would move what its own time zone skips in spring.
    return day->toStorage() + clock.toString(QStringLiteral("'T'HH:mm"));
}

} // namespace dtp
