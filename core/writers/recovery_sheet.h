// SPDX-License-Identifier: GPL-3.0-or-later
// The page that is printed and kept apart from the computer: the code that opens the file when every passphrase is
// forgotten. It has nothing from the records, so it does not pass the gate.
#pragma once

#include <base/result.h>

#include <QDate>
#include <QString>

class QPainter;

namespace dtp
{

struct RecoverySheet {
    QString fileName; // without its folder
    QString code;     // "7K3M-…", in groups
    QDate date;
};

// One page A4, for its owner alone (0600); replaces no database, and no link.
Result<> writeRecoverySheet(const QString& target, const RecoverySheet& sheet);
// The same page on a printer; the painter's units are tenths of a point, its origin the corner of the page.
void paintRecoverySheet(QPainter& painter, const RecoverySheet& sheet);

} // namespace dtp
