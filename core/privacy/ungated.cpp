// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/ungated.h>

#include <QCoreApplication>

namespace dtp
{

QString reasonText(UngatedReason reason)
{
    switch (reason) {
    case UngatedReason::RejectedRows:
        return QCoreApplication::translate("Disclosure",
                                           "rows that were not brought in, as they stand in your own file");
    case UngatedReason::ImportLog:
        return QCoreApplication::translate("Disclosure", "what became of each row of your own file");
    }
    return {};
}

} // namespace dtp
