// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/list_view.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dtp
{

QString ListView::toText() const
{
    QJsonObject object{{QStringLiteral("columns"), QJsonArray::fromStringList(columns)},
                       {QStringLiteral("sort"), ordersText(arrangement.orders)}};
    if (!arrangement.group.isEmpty())
        object.insert(QStringLiteral("group"), arrangement.group);
    if (isCompact)
        object.insert(QStringLiteral("compact"), true);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ListView ListView::fromText(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    ListView view;
    for (const QJsonValue& column : object.value(QStringLiteral("columns")).toArray())
        view.columns.append(column.toString());
    view.arrangement.orders = ordersFromText(object.value(QStringLiteral("sort")).toString());
    view.arrangement.group = object.value(QStringLiteral("group")).toString();
    view.isCompact = object.value(QStringLiteral("compact")).toBool();
    return view;
}

} // namespace dtp
