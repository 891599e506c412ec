// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/outside_consents.h>

#include <meaning/consents.h>
#include <meaning/safety.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr QLatin1String photo("photo");

bool has(const std::vector<qint64>& sorted, qint64 key)
{
    return std::binary_search(sorted.begin(), sorted.end(), key);
}

// Each once: audiences share some.
QStringList purposesOutside()
{
    QStringList purposes{photo};
    for (const AudienceTraits& audience : allAudiences())
        purposes << QLatin1String(audience.namingConsent) << QLatin1String(audience.contactConsent);
    purposes.removeAll(QString());
    purposes.removeDuplicates();
    return purposes;
}
} // namespace

Result<std::shared_ptr<const OutsideConsents>> OutsideConsents::read(const Store& store)
{
    const QStringList purposes = purposesOutside();
    DTP_TRY(careful, peopleWithCare(store));
    DTP_TRY(people, peopleWhoAgree(store, purposes, store.environment().clock->today()));
    auto consents = std::make_shared<OutsideConsents>();
    consents->m_care = std::move(careful);
    for (size_t i = 0; i < people.size(); ++i)
        consents->m_agreed.push_back({purposes[static_cast<qsizetype>(i)], std::move(people[i])});
    return consents;
}

bool OutsideConsents::hasAgreed(QLatin1String purpose, qint64 person) const
{
    return std::any_of(m_agreed.begin(), m_agreed.end(),
                       [&](const Agreed& one) { return one.purpose == purpose && has(one.people, person); });
}

bool OutsideConsents::mayName(const AudienceTraits& audience, qint64 person) const
{
    return hasAgreed(QLatin1String(audience.namingConsent), person) && !has(m_care, person);
}

bool OutsideConsents::mayReach(const AudienceTraits& audience, qint64 person) const
{
    return hasAgreed(QLatin1String(audience.contactConsent), person);
}

bool OutsideConsents::mayPicture(qint64 person) const
{
    return hasAgreed(photo, person) && !has(m_care, person);
}

bool OutsideConsents::mayNameToSome(qint64 person) const
{
    const std::vector<AudienceTraits>& all = allAudiences();
    return std::any_of(all.begin(), all.end(),
                       [&](const AudienceTraits& one) { return one.isGated() && mayName(one, person); });
}

bool OutsideConsents::mayNameToAll(qint64 person) const
{
    const std::vector<AudienceTraits>& all = allAudiences();
    return std::all_of(all.begin(), all.end(),
                       [&](const AudienceTraits& one) { return !one.isGated() || mayName(one, person); });
}

} // namespace dtp
