// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/complete_record.h>

#include <records/people.h>
#include <records/phone.h>

namespace dtp
{

void completeRecord(const Store& store, RecordValues& values)
{
    if (values.entity != Entity::ContactPoint)
        return;
    static const QStringList dialled{QStringLiteral("phone"), QStringLiteral("mobile"), QStringLiteral("whatsapp"),
                                     QStringLiteral("signal"), QStringLiteral("telegram")};
    QString international;
    if (dialled.contains(values.text("kind"))) {
        const auto person = store.get(Id<Person>{values.value("person_id").toLongLong()});
        international = phoneToE164(values.text("value"), person ? person->country : QString());
    }
    values.set("e164", international);
}

} // namespace dtp
