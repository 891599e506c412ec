// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/sql_piece.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace dtp
{

QString jsonArrayText(const QStringList& list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

} // namespace dtp
