// SPDX-License-Identifier: GPL-3.0-or-later
#include <query/query_check.h>

#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace dtp
{

namespace
{
struct Search {
    Q_DECLARE_TR_FUNCTIONS(Search)
};

bool isOneOf(QStringView word, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char* one) { return word.compare(QLatin1String(one), Qt::CaseInsensitive) == 0; });
}

bool isWhen(QStringView word)
{
    return isOneOf(word, {"ever", "now"});
}

// Reads along as the parser does, and looks at nothing but marks and the word "or".
class Marks
{
public:
    explicit Marks(const QString& text) : m_text(text) {}

    Result<> check()
    {
        m_groups.push_back({});
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c.isSpace()) {
                ++m_at;
            } else if (c == QLatin1Char('(')) {
                const bool isBound = m_at > 0 && m_at == m_filterEnd;
                m_groups.push_back({.isBound = isBound, .isInBound = isBound || m_groups.back().isInBound});
                ++m_at;
            } else if (c == QLatin1Char(')')) {
                DTP_CHECK(close());
            } else {
                DTP_CHECK(word());
            }
        }
        if (m_groups.size() > 1)
            return fail(
                Search::tr("A parenthesis is opened and not closed. Write “)” behind the group, or leave “(” out."));
        return end(m_groups.back());
    }

private:
    struct Group {
        bool isBound = false;   // right behind a filter
        bool isInBound = false; // that, or within such a group
        bool hasTime = false;   // "ever" or "now"
        bool hasSome = false;   // before this place
        bool endsWithOr = false;
        bool beganWithOr = false; // a word, when nothing else stands in the group
    };
    const QString m_text;
    qsizetype m_at = 0;
    qsizetype m_filterEnd = -1; // of the last word, when it is one
    std::vector<Group> m_groups;

    static Error lonelyOr()
    {
        return {
            Search::tr(
                "“or” needs something on both sides, as in “country:KH or country:TH”. To look for the word, put it"
                " in quotation marks."),
            QString()};
    }

    static Result<> end(const Group& group)
    {
        if (group.endsWithOr || (group.beganWithOr && group.hasSome))
            return tl::unexpected<Error>(lonelyOr());
        return {};
    }

    Result<> close()
    {
        if (m_groups.size() == 1)
            return fail(Search::tr(
                "A parenthesis is closed that was not opened. Write “(” before the group, or leave “)” out."));
        const Group group = m_groups.back();
        DTP_CHECK(end(group));
        if (!group.hasSome && !group.beganWithOr && !group.hasTime)
            return fail(
                Search::tr("There is nothing between the parentheses. Write what belongs there, or leave them out."));
        m_groups.pop_back();
        add();
        ++m_at;
        return {};
    }

    void add()
    {
        m_groups.back().hasSome = true;
        m_groups.back().endsWithOr = false;
    }

    // Up to a space or a parenthesis outside of quotation marks.
    Result<> word()
    {
        const qsizetype from = m_at;
        bool isQuoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char('"')) {
                isQuoted = !isQuoted;
            } else if (isQuoted && c == QLatin1Char('\\')) {
                const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : QChar();
                if (next == QLatin1Char('"') || next == QLatin1Char('\\') || next == QLatin1Char(','))
                    ++m_at;
            } else if (!isQuoted && (c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')'))) {
                break;
            }
        }
        if (isQuoted)
            return fail(Search::tr("A quotation mark is missing: what is put in them begins and ends with one."));
        const QStringView word = QStringView(m_text).mid(from, m_at - from);
        if (word == QLatin1String("or") || word == QLatin1String("OR"))
            return alternative();
        m_filterEnd = !word.startsWith(QLatin1Char('"')) && word.indexOf(QLatin1Char(':')) > 0 ? m_at : -1;
        DTP_TRY(isTime, m_groups.back().isInBound ? time(word) : Result<bool>(false));
        if (isTime)
            return {};
        if (word != QLatin1String("-")) // before a group
            add();
        return {};
    }

    // Whether it says of which time the related records are. What only looks like it would be looked for as a word.
    Result<bool> time(QStringView word)
    {
        static const QStringView around = u"-,;.!?";
        QStringView bare = word;
        while (!bare.isEmpty() && around.contains(bare.front()))
            bare = bare.mid(1);
        while (!bare.isEmpty() && around.contains(bare.back()))
            bare.chop(1);
        const bool isOne = isWhen(bare);
        Group& group = m_groups.back();
        if (isOne && bare == word && group.isBound && !group.hasTime) {
            group.hasTime = true;
            return true;
        }
        if (!isOne && !looksLikeWhen(bare))
            return false;
        return fail(
            Search::tr(
                "“%1” says nothing of time where it stands. Right behind a filter write “ever” for all times or "
                "“now” for today, one of them and once: email:none(ever) finds who never had one. To look for "
                "the word, put it in quotation marks.")
                .arg(word));
    }

    Result<> alternative()
    {
        Group& group = m_groups.back();
        if (group.endsWithOr || group.beganWithOr)
            return tl::unexpected<Error>(lonelyOr());
        (group.hasSome ? group.endsWithOr : group.beganWithOr) = true;
        return {};
    }
};

qsizetype conditionsIn(const QueryNode& node)
{
    qsizetype count = node.kind == QueryNode::Kind::Words ? 1 : node.values.size();
    for (const QueryNode& part : node.parts)
        count += conditionsIn(part);
    return count;
}
} // namespace

bool looksLikeWhen(QStringView word)
{
    return isOneOf(word, {"never", "always", "once", "former", "formerly", "current", "currently", "today", "past",
                          "previous", "previously", "earlier", "anytime", "sometime", "any", "none", "all"});
}

Result<> checkWritten(const QString& text, const QueryNode& query)
{
    DTP_CHECK(Marks(text).check());
    if (query.isEmpty() && !text.trimmed().isEmpty())
        return fail(Search::tr("There is nothing to look for in “%1”: write words, or a filter such as country:KH.")
                        .arg(text.simplified()));
    if (const qsizetype count = conditionsIn(query); count > MostConditions)
        return fail(
            Search::tr(
                "This search has %1 words and values; %2 are the most that one search may have. Keep parts of it "
                "as saved searches, and look for in:\"their names\".")
                .arg(count)
                .arg(MostConditions));
    return {};
}

} // namespace dtp
