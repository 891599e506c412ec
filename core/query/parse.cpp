// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a query, by recursive descent. Whatever was typed means something: nothing here fails.
#include <query/query.h>

namespace dtp
{

namespace
{
// Deeper groups than anybody writes by hand are read as if the parenthesis were not there.
constexpr int deepest = 40;

// Of any script: what a filter is called is translated.
bool isKeyLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c == QLatin1Char('_');
}

class Parser
{
public:
    explicit Parser(const QString& text) : m_text(text) {}

    // when: where the words "ever" and "now" go, directly behind a filter only.
    QueryNode alternatives(int depth, When* when = nullptr)
    {
        std::vector<QueryNode> any;
        std::vector<QueryNode> all;
        for (;;) {
            skipSpace();
            if (atEnd() || (at(QLatin1Char(')')) && depth > 0))
                break;
            if (at(QLatin1Char(')'))) { // closes nothing
                ++m_at;
            } else if (!all.empty() && takeOr()) {
                any.push_back(allOf(std::exchange(all, {})));
            } else if (!(when && takeWhen(*when))) {
                if (QueryNode node = one(depth); !node.isEmpty())
                    all.push_back(std::move(node));
            }
        }
        any.push_back(allOf(std::move(all)));
        return anyOf(std::move(any));
    }

private:
    const QString m_text;
    qsizetype m_at = 0;

    bool atEnd(qsizetype ahead = 0) const { return m_at + ahead >= m_text.size(); }
    bool at(QChar c, qsizetype ahead = 0) const { return !atEnd(ahead) && m_text.at(m_at + ahead) == c; }
    bool endsWord(qsizetype ahead) const
    {
        return atEnd(ahead) || m_text.at(m_at + ahead).isSpace() || at(QLatin1Char('('), ahead) ||
               at(QLatin1Char(')'), ahead);
    }
    void skipSpace()
    {
        while (!atEnd() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool isWord(const char* word) const
    {
        const QLatin1String wanted(word);
        return QStringView(m_text).mid(m_at, wanted.size()).compare(wanted, Qt::CaseInsensitive) == 0 &&
               endsWord(wanted.size());
    }

    // "or" joins what stands on both sides; else it is a word like any other, as in the name "Or".
    bool takeOr()
    {
        if (!isWord("or"))
            return false;
        qsizetype next = m_at + 2;
        while (next < m_text.size() && m_text.at(next).isSpace())
            ++next;
        if (next >= m_text.size() || m_text.at(next) == QLatin1Char(')'))
            return false;
        m_at += 2;
        return true;
    }

    bool takeWhen(When& when)
    {
        for (const auto& [word, meaning] : {std::pair("ever", When::Ever), std::pair("now", When::Now)}) {
            if (isWord(word)) {
                when = meaning;
                m_at += QLatin1String(word).size();
                return true;
            }
        }
        return false;
    }

    QueryNode one(int depth)
    {
        bool isNegated = false;
        while (at(QLatin1Char('-')) && !endsWord(1)) {
            isNegated = !isNegated;
            ++m_at;
        }
        if (at(QLatin1Char('-')) && at(QLatin1Char('('), 1)) {
            isNegated = !isNegated;
            ++m_at;
        }
        QueryNode node;
        if (at(QLatin1Char('('))) {
            ++m_at;
            if (depth < deepest) {
                node = alternatives(depth + 1);
                close();
            }
        } else if (const qsizetype colon = keyLength(); colon > 0) {
            node = filter(colon, depth);
        } else {
            node = wordsNode(piece(false).join(QLatin1Char(' ')));
        }
        return isNegated ? notOf(std::move(node)) : node;
    }

    void close()
    {
        if (at(QLatin1Char(')')))
            ++m_at;
    }

    bool isLetterAt(qsizetype ahead) const { return !atEnd(ahead) && isKeyLetter(m_text.at(m_at + ahead)); }

    // Letters and a colon, also with dashes within them, as in "e-mail:": but for the address of a page.
    qsizetype keyLength() const
    {
        qsizetype length = 0;
        while (isLetterAt(length) || (length > 0 && at(QLatin1Char('-'), length) && isLetterAt(length + 1)))
            ++length;
        const bool isKey = length > 0 && at(QLatin1Char(':'), length) &&
                           !(at(QLatin1Char('/'), length + 1) && at(QLatin1Char('/'), length + 2));
        return isKey ? length : 0;
    }

    QueryNode filter(qsizetype colon, int depth)
    {
        const QString key = m_text.mid(m_at, colon).toLower().replace(QLatin1Char('-'), QLatin1Char('_'));
        QueryNode node = filterNode(key, {});
        m_at += colon + 1;
        for (const QString& value : piece(true)) {
            if (!value.trimmed().isEmpty())
                node.values.append(value.trimmed());
        }
        if (at(QLatin1Char('(')) && depth < deepest) {
            ++m_at;
            node.parts = conditionsOf(alternatives(depth + 1, &node.when));
            close();
        }
        return node;
    }

    // Up to a space or a parenthesis outside of quotation marks; cut at commas when it is values. A backslash before a
    // quotation mark, a comma or a backslash takes its meaning away, within quotation marks.
    QStringList piece(bool isValues)
    {
        QStringList parts{QString()};
        bool isQuoted = false;
        for (; !atEnd(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char('"')) {
                isQuoted = !isQuoted;
            } else if (isQuoted && c == QLatin1Char('\\') &&
                       (at(QLatin1Char('"'), 1) || at(QLatin1Char(','), 1) || at(QLatin1Char('\\'), 1))) {
                ++m_at;
                parts.last() += m_text.at(m_at);
            } else if (!isQuoted && endsWord(0)) {
                break;
            } else if (isValues && c == QLatin1Char(',')) {
                parts.append(QString());
            } else {
                parts.last() += c;
            }
        }
        return parts;
    }
};
} // namespace

QueryNode parseQuery(const QString& text)
{
    return Parser(text).alternatives(0);
}

} // namespace dtp
