// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/restricted_filters.h>

#include <base/text.h>
#include <meaning/codes.h>
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
bool isWrittenForUs(const Field& field)
{
    return field.sensitivity != Sensitivity::Public && traitsOf(field).isProse && traitsOf(field).hasLines;
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
                if (field.sensitivity != Sensitivity::Restricted && !isWrittenForUs(field))
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

// What is kept of our work with people, and of what they did not agree to: it leaves in no list either.
bool asksOfOurWork(const QueryNode& filter, bool isUnwanted)
{
    static const QSet<QString> keys{QStringLiteral("note"),
                                    QStringLiteral("reason"),
                                    QStringLiteral("outcome"),
                                    QStringLiteral("evidence"),
                                    QStringLiteral("next_action"),
                                    QStringLiteral("task"),
                                    QStringLiteral("contact"),
                                    QStringLiteral("silent"),
                                    QStringLiteral("consent_ending"),
                                    QStringLiteral("consent_asked"),
                                    QStringLiteral("consent_never_asked"),
                                    QStringLiteral("consent_waiting")};
    if (keys.contains(filter.text))
        return true;
    const auto anyOther = [&filter](const auto& isUsual) {
        return !std::all_of(filter.values.begin(), filter.values.end(), isUsual);
    };
    if (filter.text == QLatin1String("answer"))
        return isUnwanted ||
               anyOther([](const QString& value) { return codeOf<ConsentAnswer>(value) == ConsentAnswer::Agreed; });
    return filter.text == QLatin1String("consent") &&
           (isUnwanted || anyOther([](const QString& value) { return !isNone(value); }));
}

Result<> gather(const Store& store, const QueryNode& node, bool isUnwanted, QStringList& found, QSet<QString>& read)
{
    if (node.kind == QueryNode::Kind::Filter &&
        (restrictedKeys().contains(node.text) || asksOfOurWork(node, isUnwanted)) && !found.contains(node.text))
        found.append(node.text);
    DTP_TRY(saved, savedSearchesOf(store, node, isUnwanted, read));
    for (const QueryNode& query : saved)
        DTP_CHECK(gather(store, query, isUnwanted, found, read));
    for (const QueryNode& part : node.parts)
        DTP_CHECK(gather(store, part, isUnwanted != (node.kind == QueryNode::Kind::Not), found, read));
    return {};
}
} // namespace

Result<std::vector<QueryNode>> savedSearchesOf(const Store& store, const QueryNode& node, bool isUnwanted,
                                               QSet<QString>& read)
{
    std::vector<QueryNode> saved;
    if (node.kind != QueryNode::Kind::Filter || node.text != QLatin1String("in"))
        return saved;
    DTP_TRY(segments, store.find<Segment>());
    for (const Segment& segment : segments) {
        const QString name = foldText(segment.name);
        const bool isNamed = std::any_of(node.values.begin(), node.values.end(),
                                         [&](const QString& value) { return foldText(value) == name; });
        const QString key = (isUnwanted ? QLatin1Char('-') : QLatin1Char('+')) + name;
        if (!isNamed || read.contains(key))
            continue;
        read.insert(key);
        saved.push_back(parseQuery(segment.query));
    }
    return saved;
}

Result<QStringList> restrictedFiltersOf(const Store& store, const QueryNode& query)
{
    QStringList found;
    QSet<QString> read;
    DTP_CHECK(gather(store, query, false, found, read));
    return found;
}

} // namespace dtp
