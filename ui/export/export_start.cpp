// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_start.h>

#include <QCborArray>
#include <QCborValue>

namespace dtp
{

namespace
{
const QString whatKey = QStringLiteral("what");
const QString idsKey = QStringLiteral("ids");
const QString listKey = QStringLiteral("list");
const QString queryKey = QStringLiteral("query");
const QString columnsKey = QStringLiteral("columns");
const QString answersKey = QStringLiteral("answers");
const QString audienceKey = QStringLiteral("audience");
} // namespace

QCborMap wayOf(const ExportStart& start)
{
    QCborArray ids;
    for (const qint64 id : start.chosen)
        ids.append(id);
    return {{whatKey, start.key},
            {idsKey, ids},
            {listKey, start.list != nullptr},
            {queryKey, start.listQuery},
            {columnsKey, QCborArray::fromStringList(start.columns)},
            {answersKey, QCborMap::fromVariantHash(start.answers)},
            {audienceKey, static_cast<int>(start.audience)}};
}

ExportStart startBy(const QCborMap& way)
{
    ExportStart start{way.value(whatKey).toString()};
    const QCborArray ids = way.value(idsKey).toArray();
    for (const QCborValue& id : ids)
        start.chosen.push_back(id.toInteger());
    start.listQuery = way.value(queryKey).toString();
    start.columns = way.value(columnsKey).toVariant().toStringList();
    start.answers = way.value(answersKey).toMap().toVariantHash();
    start.audience = static_cast<Audience>(way.value(audienceKey).toInteger());
    return start;
}

bool isOfList(const QCborMap& way)
{
    return way.value(listKey).toBool() && way.value(idsKey).toArray().isEmpty();
}

} // namespace dtp
