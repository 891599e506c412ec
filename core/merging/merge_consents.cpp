// SPDX-License-Identifier: GPL-3.0-or-later
#include <merging/merge_consents.h>

#include <meaning/codes.h>
#include <meaning/consents.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct Merging {
    Q_DECLARE_TR_FUNCTIONS(Merging)
};

// Whoever let an agreement run out said no to nothing.
bool saysNo(const Consent* counting)
{
    return counting && codeOf<ConsentAnswer>(counting->answer) != ConsentAnswer::Agreed;
}
} // namespace

Result<std::vector<Consent>> refusalsThatHold(const Store& store, const std::vector<qint64>& people)
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
    const QDate today = store.environment().clock->today();
    std::vector<Consent> refusals;
    for (const QString& purpose : std::as_const(purposes)) {
        if (saysNo(newestConsent(all, purpose)))
            continue;
        for (const std::vector<Consent>& own : each) {
            const Consent* counting = newestConsent(own, purpose);
            if (!saysNo(counting))
                continue;
            Consent refusal;
            refusal.person = {people.front()};
            refusal.purpose = purpose;
            refusal.answer = codeText(ConsentAnswer::Refused);
            refusal.answeredOn = today;
            refusal.method = Merging::tr("records merged");
            refusal.note = counting->answeredOn.isValid() ? Merging::tr("One of the merged records had said no on %1.")
                                                                .arg(counting->answeredOn.toString(Qt::ISODate))
                                                          : Merging::tr("One of the merged records had said no.");
            refusals.push_back(refusal);
            break;
        }
    }
    return refusals;
}

} // namespace dtp
