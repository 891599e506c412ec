// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/consent_requests.h>
#include <meaning/due.h>
#include <meaning/holding.h>

namespace dtp
{

SqlPiece contactIsDue(QDate until)
{
    return SqlPiece{"n.next_action_on <> '' AND n.next_action_on <= ? AND NOT EXISTS (SELECT 1 FROM contact_note later"
                    " WHERE later.person_id = n.person_id AND later.id <> n.id AND later.date > n.date) AND NOT ",
                    {storedDay(until)}} +
           isAnsweredRequest("n");
}

} // namespace dtp
