// SPDX-License-Identifier: GPL-3.0-or-later
#include <merging/merge_consents.h>

#include <meaning/codes.h>
#include <meaning/consents.h>

#include <QCoreApplication>
#include <algorithm>
#include <optional>

namespace dtp
{

namespace
{
struct Merging {
    Q_DECLARE_TR_FUNCTIONS(Merging)
};

Consent refusalOf(const Consent& counting, qint64 person, QDate today)
{
    Consent refusal;
    refusal.person = {person};
    refusal.purpose = counting.purpose;
    refusal.answer = codeText(ConsentAnswer::Refused);
    refusal.answeredOn = today;
    refusal.method = Merging::tr("records merged");
    refusal.note = counting.answeredOn.isValid() ? Merging::tr("One of the merged records had said no on %1.")
                                                       .arg(counting.answeredOn.toString(Qt::ISODate))
                                                 : Merging::tr("One of the merged records had said no.");
    return refusal;
}

bool isAgreed(const Consent* counting, QDate today)
{
    const ConsentState state = consentState(counting, today);
    return state == ConsentState::Agreed || state == ConsentState::Later;
}

// What is agreed to for one purpose, by each of the records and by all together.
class OnePurpose
{
public:
    OnePurpose(const QString& purpose, const std::vector<std::vector<Consent>>& each, const std::vector<Consent>& all)
        : m_counting(newestConsent(all, purpose))
    {
        for (const std::vector<Consent>& own : each) {
            if (const Consent* counting = newestConsent(own, purpose))
                m_ofEach.push_back(counting);
        }
    }

    void settle(qint64 stays, QDate today, MergedConsents& merged) const
    {
        const auto no = std::find_if(m_ofEach.begin(), m_ofEach.end(), saysNo);
        if (!saysNo(m_counting) && no != m_ofEach.end())
            merged.refusals.push_back(refusalOf(**no, stays, today));
        std::optional<Consent> ending;
        for (const Consent* one : m_ofEach) {
            const bool isEarlier = one->answeredOn == m_counting->answeredOn && one->expiresOn.isValid() &&
                                   (!m_counting->expiresOn.isValid() || one->expiresOn < m_counting->expiresOn);
            if (isEarlier && (!ending || one->expiresOn < ending->expiresOn)) {
                ending = *m_counting;
                ending->person = {stays};
                ending->expiresOn = one->expiresOn;
            }
        }
        if (ending && !saysNo(m_counting))
            merged.ending.push_back(*ending);
        const bool isStill = no == m_ofEach.end() && isAgreed(ending ? &*ending : m_counting, today);
        if (!isStill &&
            std::any_of(m_ofEach.begin(), m_ofEach.end(), [&](const Consent* one) { return isAgreed(one, today); }))
            merged.lost.append(m_counting->purpose);
    }

private:
    // Whoever let an agreement run out said no to nothing.
    static bool saysNo(const Consent* counting)
    {
        return counting && codeOf<ConsentAnswer>(counting->answer) != ConsentAnswer::Agreed;
    }
    const Consent* m_counting;
    std::vector<const Consent*> m_ofEach;
};
} // namespace

Result<MergedConsents> mergedConsents(const Store& store, const std::vector<qint64>& people)
{
    std::vector<std::vector<Consent>> each;
    std::vector<Consent> all;
    QStringList purposes;
    for (const qint64 person : people) {
        DTP_TRY(own, store.find<Consent>(Where("person_id", QVariant(person)).orderBy("id")));
        for (const Consent& one : own) {
            all.push_back(one);
            if (!purposes.contains(one.purpose))
                purposes.append(one.purpose);
        }
        each.push_back(std::move(own));
    }
    MergedConsents merged;
    for (const QString& purpose : std::as_const(purposes))
        OnePurpose(purpose, each, all).settle(people.front(), store.environment().clock->today(), merged);
    return merged;
}

} // namespace dtp
