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

// Whoever gets no draft is not asked by e-mail: an answer of theirs would be waited for in vain.
Result<QString> askForConsent(Store& store, const Deed& deed, const DeedCall& call)
{
    std::vector<qint64> asked = call.ids;
    QString leftOut;
    if (call.answers.text("kind") == QLatin1String("email")) {
        DTP_TRY(recipients, mailRecipients(store, call.ids));
        leftOut = recipients.leftOutText();
        DTP_CHECK(recipients.checkAnybody());
        asked = recipients.ids();
    }
    const QString who = deedObject(store, call.entity, asked);
    RecordValues note = call.answers;
    const QDate today = store.environment().clock->today();
    if (const QDate look = QDate::fromString(note.text("next_action_on"), Qt::ISODate); look.isValid() && look < today)
        return fail(Deeds::tr("%1 is past: say by which day to come to look for answers, or none.")
                        .arg(QLocale().toString(look, QStringLiteral("d MMM yyyy"))));
    note.set("text", Deeds::tr("Asked for consent"));
    if (!note.text("next_action_on").isEmpty())
        note.set("next_action", consentReminder());
    DTP_CHECK(store.change(Deeds::tr(deed.history).arg(who), [&](ChangeWriter& writer) -> Result<> {
        for (const qint64 id : asked) {
            RecordValues own = note;
            own.set(deed.owner, QVariant(id));
            DTP_CHECK(writer.insert(own));
        }
        return {};
    }));
    return QString(Deeds::tr("Noted that you asked %1 for consent.").arg(who) + QLatin1Char(' ') + leftOut).trimmed();
}

} // namespace dtp
