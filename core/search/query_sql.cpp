// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/query_sql.h>
#include <search/title_words.h>

#include <algorithm>

#include <QCoreApplication>

namespace dtp
{

namespace
{
using Kind = QueryNode::Kind;

Result<SqlPiece> filterSql(const QueryNode& node, const SearchScope& scope)
{
    const SearchFilter* filter = filterNamed(scope.entity, node.text);
    if (!filter) {
        QStringList known;
        for (const SearchFilter& one : filtersOf(scope.entity))
            known.append(one.key);
        return fail(QCoreApplication::translate("Search", "“%1:” is not known. Known are: %2.")
                        .arg(node.text, known.join(QLatin1String(", "))));
    }
    const bool hasBound = !node.parts.empty() || node.when != When::Default;
    if (hasBound && !filter->takesBound)
        return fail(
            QCoreApplication::translate("Search", "Nothing can be said in parentheses behind “%1:”.").arg(node.text));
    if (node.values.isEmpty() && !hasBound)
        return fail(QCoreApplication::translate("Search", "Write what to look for after “%1:”, for example %2.")
                        .arg(node.text, filter->example()));
    return filter->sql(node, scope);
}

Result<SqlPiece> joined(const std::vector<QueryNode>& parts, const QByteArray& word, const SearchScope& scope)
{
    SqlPiece all{"(", {}};
    for (const QueryNode& part : parts) {
        DTP_TRY(piece, conditionSql(part, scope));
        if (&part != &parts.front())
            all += word;
        all += piece;
    }
    return all + QByteArray(")");
}
} // namespace

QueryNode asMeant(QueryNode node)
{
    for (QueryNode& part : node.parts)
        part = asMeant(std::move(part));
    if (node.kind == Kind::Not && node.parts.front() == filterNode(node.parts.front().text, {}))
        node.parts.front().values = {QStringLiteral("any")};
    return node;
}

Result<SqlPiece> conditionSql(const QueryNode& node, const SearchScope& scope)
{
    if (node.isEmpty())
        return SqlPiece{"1", {}};
    if (node.kind == Kind::Words)
        return wordsCondition(node.text, scope);
    if (node.kind == Kind::Filter)
        return filterSql(node, scope);
    if (node.kind == Kind::All)
        return joined(boundTogether(node.parts, scope.entity), " AND ", scope);
    if (node.kind == Kind::Any)
        return joined(node.parts, " OR ", scope);
    DTP_TRY(piece, conditionSql(node.parts.front(), scope));
    return SqlPiece{"NOT (", {}} + piece + QByteArray(")");
}

bool mentions(const std::vector<QueryNode>& nodes, const QStringList& keys)
{
    return std::any_of(nodes.begin(), nodes.end(), [&](const QueryNode& node) {
        return (node.kind == Kind::Filter && keys.contains(node.text)) || mentions(node.parts, keys);
    });
}

std::vector<QueryNode> boundTogether(const std::vector<QueryNode>& conditions, Entity entity)
{
    const auto boundTo = [entity](const QueryNode& node) -> QString {
        const SearchFilter* filter = node.kind == Kind::Filter ? filterNamed(entity, node.text) : nullptr;
        return filter && filter->boundTo ? QLatin1String(filter->boundTo) : QString();
    };
    const auto isOf = [](const QueryNode& node, const QString& key) {
        return node.kind == Kind::Filter && node.text == key && !node.values.isEmpty();
    };
    std::vector<QueryNode> together;
    std::vector<QueryNode> bound;
    for (const QueryNode& node : conditions) {
        const QString key = boundTo(node);
        const bool hasOne = !key.isEmpty() && std::count_if(conditions.begin(), conditions.end(),
                                                            [&](const auto& other) { return isOf(other, key); }) == 1;
        (hasOne ? bound : together).push_back(node);
    }
    for (const QueryNode& node : bound) {
        const QString key = boundTo(node);
        for (QueryNode& other : together) {
            if (isOf(other, key))
                other.parts.push_back(node);
        }
    }
    return together;
}

} // namespace dtp
