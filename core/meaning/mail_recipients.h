// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be written to by e-mail, at which address, and why others may not. Whoever has died, is at risk, or is
// reached by a safe channel is left out whatever address is kept: an e-mail can be read by those who threaten.
#pragma once

#include <base/result.h>
#include <records/people.h>

#include <QStringList>
#include <span>
#include <vector>

namespace dtp
{

class Store;

struct MailRecipients {
    struct One {
        Person person;
        QString address; // of one mailbox, as a message has it
    };
    std::vector<One> people; // in the order in which they were asked for
    QStringList dead;        // names
    QStringList without;     // an address that may be used
    QStringList unreadable;  // an address that is not one of one mailbox
    int byOtherWays = 0;     // at risk or with a safe channel: nobody is named for that

    std::vector<qint64> ids() const;
    bool isNobodyLeftOut() const;
    Result<> checkAnybody() const; // fails where nobody can be written to, and says why
    // "No e-mail for: Sok Dara, Mali Chai (no address that may be used); Ana Silva (deceased)." Empty: nobody is left
    // out.
    QString leftOutText() const;
};
Result<MailRecipients> mailRecipients(const Store& store, std::span<const qint64> people);

// The address as a message has it: of one mailbox, with an international domain in its ASCII form. Empty when what was
// typed is anything else, such as two addresses.
QString mailboxOf(const QString& typed);

} // namespace dtp
