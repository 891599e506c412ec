// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed_runs.h>

#include <deeds/consent_grid.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
class Deeds
{
    Q_DECLARE_TR_FUNCTIONS(Deeds)
};
} // namespace

Result<QString> askForConsent(Store& store, const Deed& deed, const DeedCall& call)
{
    const QString who = deedObject(store, call.entity, call.ids);
    RecordValues note = call.answers;
    note.set("text", Deeds::tr("Asked for consent"));
    if (!note.text("next_action_on").isEmpty())
        note.set("next_action", consentReminder());
    DTP_CHECK(store.change(Deeds::tr(deed.history).arg(who), [&](ChangeWriter& writer) -> Result<> {
        for (const qint64 id : call.ids) {
            RecordValues own = note;
            own.set(deed.owner, QVariant(id));
            DTP_CHECK(writer.insert(own));
        }
        return {};
    }));
    return Deeds::tr("Noted that you asked %1 for consent.").arg(who);
}

} // namespace dtp
