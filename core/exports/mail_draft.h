// SPDX-License-Identifier: GPL-3.0-or-later
// An e-mail as a file that mail programs open as a draft of their own: RFC 5322 and MIME, with "X-Unsent: 1". It has
// no sender, since the program that opens it knows whose mailbox it is.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <vector>

namespace dtp
{

struct Mailbox {
    QString name;
    QString address; // as mailboxOf gives it (meaning/mail_recipients.h)
};

struct MailDraft {
    Mailbox to; // without an address it goes to nobody yet, or only to those that are hidden
    QString subject;
    QString text; // lines end with "\n"
    QDateTime at;
    std::vector<Mailbox> hidden = {}; // who get it, too, and read of nobody else that they do: Bcc
};
QByteArray mailBytes(const MailDraft& draft);

} // namespace dtp
