// SPDX-License-Identifier: GPL-3.0-or-later
// An e-mail as a file that mail programs open as a draft of their own: RFC 5322 and MIME, with "X-Unsent: 1". It has
// no sender, since the program that opens it knows whose mailbox it is.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace dtp
{

struct MailDraft {
    QString name;    // of the one to whom it goes
    QString address; // as mailboxOf gives it (meaning/mail_recipients.h); empty: the draft goes to nobody yet
    QString subject;
    QString text; // lines end with "\n"
    QDateTime at;
};
QByteArray mailBytes(const MailDraft& draft);

} // namespace dtp
