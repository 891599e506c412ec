// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/audiences.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
std::vector<AudienceTraits> numbered(std::vector<AudienceTraits> rows)
{
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].audience = static_cast<Audience>(i);
    return rows;
}
} // namespace

const std::vector<AudienceTraits>& allAudiences()
{
    static const std::vector<AudienceTraits> all = numbered({
        {"internal", QT_TRANSLATE_NOOP("Disclosure", "The secretariat"), "", "", false,
         QT_TRANSLATE_NOOP("Disclosure", "Everybody, with everything. Keep the file in the secretariat.")},
        {"alumni", QT_TRANSLATE_NOOP("Disclosure", "Alumni"), "directory", "contact_details", true,
         QT_TRANSLATE_NOOP("Disclosure", "Only those who agreed to be in the alumni directory; contact details only "
                                         "of those who agreed to that as well.")},
        {"partner", QT_TRANSLATE_NOOP("Disclosure", "Partners"), "partners", "contact_details", true,
         QT_TRANSLATE_NOOP("Disclosure", "Only those who agreed to be shown to partner organisations; contact details "
                                         "only of those who agreed to that as well.")},
        {"funder", QT_TRANSLATE_NOOP("Disclosure", "Funders"), "funders", "", true,
         QT_TRANSLATE_NOOP("Disclosure",
                           "Only those who agreed to be named in funder reports, without contact details.")},
        {"public", QT_TRANSLATE_NOOP("Disclosure", "The public"), "publicity", "", true,
         QT_TRANSLATE_NOOP("Disclosure", "Only those who agreed to publicity, without contact details.")},
    });
    return all;
}

const AudienceTraits& traitsOf(Audience audience)
{
    return allAudiences()[static_cast<size_t>(audience)];
}

QString AudienceTraits::nameText() const
{
    return QCoreApplication::translate("Disclosure", name);
}

QString AudienceTraits::meaningText() const
{
    return QCoreApplication::translate("Disclosure", meaning);
}

QString audienceCode(Audience audience)
{
    return QLatin1String(traitsOf(audience).code);
}

QStringList audienceCodes()
{
    QStringList codes;
    for (const AudienceTraits& one : allAudiences())
        codes.append(QLatin1String(one.code));
    return codes;
}

std::optional<Audience> audienceFromCode(const QString& code)
{
    for (const AudienceTraits& one : allAudiences()) {
        if (code == QLatin1String(one.code))
            return one.audience;
    }
    return std::nullopt;
}

QString audienceName(Audience audience)
{
    return traitsOf(audience).nameText();
}

} // namespace dtp
