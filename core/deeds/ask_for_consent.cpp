// SPDX-License-Identifier: GPL-3.0-or-later
#include <deeds/deed_runs.h>

#include <meaning/consent_requests.h>
#include <meaning/mail_recipients.h>

#include <QCoreApplication>
#include <QLocale>

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
    const QDate today = store.environment().clock->today();
    if (const QDate look = QDate::fromString(note.text("next_action_on"), Qt::ISODate); look.isValid() && look < today)
        return fail(Deeds::tr("%1 is past: say by which day to come to look for answers, or none.")
                        .arg(QLocale().toString(look, QStringLiteral("d MMM yyyy"))));
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
    QStringList said{Deeds::tr("Noted that you asked %1 for consent.").arg(who)};
    if (note.text("kind") == QLatin1String("email")) {
        DTP_TRY(recipients, mailRecipients(store, call.ids));
        said.append(recipients.leftOutText());
    }
    return said.join(QLatin1Char(' ')).trimmed();
}

} // namespace dtp
