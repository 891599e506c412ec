// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a query as text.
#include <query/query.h>
#include <query/query_check.h>

#include <algorithm>

namespace dtp
{

namespace
{
using Kind = QueryNode::Kind;

// Letters, digits and what stands within words and addresses need no quotation marks.
bool isPlain(const QString& text)
{
    static const QString alsoPlain = QStringLiteral("@._+'-/&#<>=~*");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || alsoPlain.contains(c);
    });
}

QString quoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('"'), QLatin1String("\\\""))
        .replace(QLatin1Char(','), QLatin1String("\\,"));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString wordsText(const QString& text)
{
    for (const char* word : {"or", "ever", "now"}) {
        if (text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return quoted(text);
    }
    return isPlain(text) && !looksLikeWhen(text) && !text.startsWith(QLatin1Char('-')) ? text : quoted(text);
}

QString filterText(const QueryNode& node)
{
    QStringList values;
    for (const QString& value : node.values)
        values.append(isPlain(value) ? value : quoted(value));
    QString text = node.text + QLatin1Char(':') + values.join(QLatin1Char(','));
    QStringList bound;
    if (node.when != When::Default)
        bound.append(node.when == When::Ever ? QStringLiteral("ever") : QStringLiteral("now"));
    if (!node.parts.empty())
        bound.append(queryText(allOf(node.parts)));
    if (!bound.isEmpty())
        text += QLatin1Char('(') + bound.join(QLatin1Char(' ')) + QLatin1Char(')');
    return text;
}

QString joined(const std::vector<QueryNode>& parts, const QString& between, bool groupsAny)
{
    QStringList texts;
    for (const QueryNode& part : parts) {
        const QString text = queryText(part);
        texts.append(groupsAny && part.kind == Kind::Any ? QString(QLatin1Char('(') + text + QLatin1Char(')')) : text);
    }
    return texts.join(between);
}
} // namespace

QString queryText(const QueryNode& node)
{
    if (node.kind == Kind::Words)
        return wordsText(node.text);
    if (node.kind == Kind::Filter)
        return filterText(node);
    if (node.kind == Kind::Any)
        return joined(node.parts, QStringLiteral(" or "), false);
    if (node.kind == Kind::All)
        return joined(node.parts, QStringLiteral(" "), true);
    const QueryNode& part = node.parts.front();
    const bool isGroup = part.kind == Kind::All || part.kind == Kind::Any;
    const QString text = queryText(part);
    return isGroup ? QString(QStringLiteral("-(") + text + QLatin1Char(')')) : QString(QLatin1Char('-') + text);
}

} // namespace dtp
