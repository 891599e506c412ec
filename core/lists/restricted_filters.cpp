// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/restricted_filters.h>

#include <base/text.h>
#include <records/kinds.h>
#include <records/reports.h>
#include <search/filter.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
// Notes: they are for us alone, and say anything.
bool isWrittenAboutPeople(const RecordType& type, const Field& field)
{
    return type.entity == Entity::Person && field.sensitivity != Sensitivity::Public && traitsOf(field).isProse &&
           traitsOf(field).hasLines;
}

// Of every type: a filter may be about a record that refers to the one that is looked for.
const QSet<QString>& restrictedKeys()
{
    static const QSet<QString> keys = [] {
        QSet<QString> all;
        for (const RecordType& type : allRecordTypes()) {
            // Of such a type nothing leaves; others ask about it by its table, and then about its fields within.
            if (type.isRestricted()) {
                all.insert(QLatin1String(type.table));
                continue;
            }
            for (const Field& field : type.fields) {
                if (field.sensitivity != Sensitivity::Restricted && !isWrittenAboutPeople(type, field))
                    continue;
                all.insert(QLatin1String(field.name));
                all.insert(searchKeyOf(type.entity, field));
            }
        }
        all.remove(QString());
        return all;
    }();
    return keys;
}

// What was said with people, in words; not whether anything was.
bool asksWhatWasSaid(const QueryNode& filter)
{
    return filter.text == QLatin1String("note") &&
           (!filter.parts.empty() || std::any_of(filter.values.begin(), filter.values.end(), [](const QString& value) {
               return !isAny(value) && !isNone(value);
           }));
}

Result<> gather(const Store& store, const QueryNode& node, QStringList& found, QSet<QString>& read)
{
    if (node.kind == QueryNode::Kind::Filter && (restrictedKeys().contains(node.text) || asksWhatWasSaid(node)) &&
        !found.contains(node.text))
        found.append(node.text);
    if (node.kind == QueryNode::Kind::Filter && node.text == QLatin1String("in")) {
        DTP_TRY(segments, store.find<Segment>());
        for (const Segment& segment : segments) {
            const QString name = foldText(segment.name);
            const bool isNamed = std::any_of(node.values.begin(), node.values.end(),
                                             [&](const QString& value) { return foldText(value) == name; });
            if (!isNamed || read.contains(name))
                continue;
            read.insert(name);
            DTP_CHECK(gather(store, parseQuery(segment.query), found, read));
        }
    }
    for (const QueryNode& part : node.parts)
        DTP_CHECK(gather(store, part, found, read));
    return {};
}
} // namespace

Result<QStringList> restrictedFiltersOf(const Store& store, const QueryNode& query)
{
    QStringList found;
    QSet<QString> read;
    DTP_CHECK(gather(store, query, found, read));
    return found;
}

} // namespace dtp
