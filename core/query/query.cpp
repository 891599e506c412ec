// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/query.h>

#include <base/text.h>

namespace dtp
{

namespace
{
QueryNode group(QueryNode::Kind kind, std::vector<QueryNode> parts)
{
    QueryNode node;
    node.kind = kind;
    for (QueryNode& part : parts) {
        if (part.isEmpty())
            continue;
        if (part.kind == kind)
            node.parts.insert(node.parts.end(), part.parts.begin(), part.parts.end());
        else
            node.parts.push_back(std::move(part));
    }
    if (node.parts.empty())
        return {};
    if (node.parts.size() == 1) {
        QueryNode only = std::move(node.parts.front());
        return only;
    }
    return node;
}
} // namespace

QueryNode allOf(std::vector<QueryNode> parts)
{
    return group(QueryNode::Kind::All, std::move(parts));
}

QueryNode anyOf(std::vector<QueryNode> parts)
{
    return group(QueryNode::Kind::Any, std::move(parts));
}

QueryNode notOf(QueryNode part)
{
    if (part.isEmpty())
        return {};
    if (part.kind == QueryNode::Kind::Not) {
        QueryNode inner = std::move(part.parts.front());
        return inner;
    }
    QueryNode node;
    node.kind = QueryNode::Kind::Not;
    node.parts.push_back(std::move(part));
    return node;
}

QueryNode wordsNode(const QString& text)
{
    if (wordsOf(foldText(text)).isEmpty())
        return {};
    QueryNode node;
    node.kind = QueryNode::Kind::Words;
    node.text = text.simplified();
    return node;
}

QueryNode filterNode(const QString& key, const QStringList& values)
{
    QueryNode node;
    node.kind = QueryNode::Kind::Filter;
    node.text = key;
    node.values = values;
    return node;
}

std::vector<QueryNode> conditionsOf(const QueryNode& node)
{
    return node.kind == QueryNode::Kind::All ? node.parts : std::vector<QueryNode>{node};
}

} // namespace dtp
