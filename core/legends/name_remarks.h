// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a name and is a wish or a danger: "Ana Pinto (do not publish)", "Olga Cruz - in hiding".
#pragma once

#include <QString>
#include <QStringList>

namespace dtp
{

struct NameRemarks {
    QString name;        // without them; as it was where there are none
    QStringList remarks; // as written
};
NameRemarks remarksBesideName(const QString& cell);

} // namespace dtp
