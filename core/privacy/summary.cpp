// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/gate.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Disclosure", text);
}

struct AudienceWords {
    Audience audience;
    const char* code;
    const char* name;
};

constexpr AudienceWords audiences[] = {
    {Audience::Internal, "internal", QT_TRANSLATE_NOOP("Disclosure", "The secretariat")},
    {Audience::Alumni, "alumni", QT_TRANSLATE_NOOP("Disclosure", "Alumni")},
    {Audience::Partner, "partner", QT_TRANSLATE_NOOP("Disclosure", "Partners")},
    {Audience::Funder, "funder", QT_TRANSLATE_NOOP("Disclosure", "Funders")},
    {Audience::Public, "public", QT_TRANSLATE_NOOP("Disclosure", "The public")},
};
} // namespace

QString audienceCode(Audience audience)
{
    for (const AudienceWords& words : audiences) {
        if (words.audience == audience)
            return QLatin1String(words.code);
    }
    return {};
}

std::optional<Audience> audienceFromCode(const QString& code)
{
    for (const AudienceWords& words : audiences) {
        if (code == QLatin1String(words.code))
            return words.audience;
    }
    return std::nullopt;
}

QString audienceName(Audience audience)
{
    for (const AudienceWords& words : audiences) {
        if (words.audience == audience)
            return say(words.name);
    }
    return {};
}

QStringList titlesOf(const std::vector<DisclosedColumn>& columns)
{
    QStringList titles;
    for (const DisclosedColumn& column : columns) {
        if (!column.title.isEmpty() && !titles.contains(column.title))
            titles.append(column.title);
    }
    return titles;
}

QString DisclosureSummary::sentence() const
{
    const qsizetype people = named.size() + counted.size() + leftOut.size();
    if (people == 0)
        return say(QT_TRANSLATE_NOOP("Disclosure", "Nobody is named."));
    QStringList parts{say(QT_TRANSLATE_NOOP("Disclosure", "%1 named")).arg(named.size())};
    if (!counted.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 counted only")).arg(counted.size()));
    if (!leftOut.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("Disclosure", "%1 left out")).arg(leftOut.size()));
    const QString head = people == 1 ? say(QT_TRANSLATE_NOOP("Disclosure", "1 person"))
                                     : say(QT_TRANSLATE_NOOP("Disclosure", "%1 people")).arg(people);
    return QStringLiteral("%1: %2.").arg(head, parts.join(QStringLiteral(", ")));
}

} // namespace dtp
