// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/due.h>

namespace dtp
{

QByteArray dueContactSql()
{
    return "n.next_action_on <> '' AND n.next_action_on <= ? AND NOT EXISTS (SELECT 1 FROM contact_note later"
           " WHERE later.person_id = n.person_id AND later.id <> n.id AND later.date > n.date)";
}

} // namespace dtp
