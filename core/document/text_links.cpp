// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/text_links.h>

#include <QRegularExpression>
#include <algorithm>
#include <map>
#include <optional>

namespace dtp
{

namespace
{
constexpr auto ignoringCase = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype longestLabel = 999; // as in CommonMark
constexpr qsizetype longestTarget = 4200;

bool isPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x21 && u <= 0x2F) || (u >= 0x3A && u <= 0x40) || (u >= 0x5B && u <= 0x60) ||
           (u >= 0x7B && u <= 0x7E);
}

bool isBackslashed(const QString& text, qsizetype at)
{
    qsizetype before = 0;
    while (at - before > 0 && text.at(at - before - 1) == u'\\')
        ++before;
    return before % 2 == 1;
}

qsizetype behindSpaces(const QString& text, qsizetype at)
{
    while (at < text.size() && text.at(at).isSpace())
        ++at;
    return at;
}

QString labelKey(const QString& label)
{
    return label.simplified().toCaseFolded();
}

// A target as it is followed: without backslashes, with the signs that entities stand for.
QString targetFrom(QStringView written)
{
    QString plain;
    for (qsizetype i = 0; i < written.size(); ++i) {
        if (written.at(i) == u'\\' && i + 1 < written.size() && isPunctuation(written.at(i + 1)))
            ++i;
        plain += written.at(i);
    }
    static const QRegularExpression entity(QStringLiteral("&(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|(colon|amp|num));?"),
                                           ignoringCase);
    QString out;
    qsizetype at = 0;
    for (auto all = entity.globalMatch(plain); all.hasNext();) {
        const auto one = all.next();
        out += QStringView(plain).mid(at, one.capturedStart() - at);
        const QString name = one.captured(3).toLower();
        const uint code = !one.captured(1).isEmpty()       ? one.captured(1).toUInt()
                          : !one.captured(2).isEmpty()     ? one.captured(2).toUInt(nullptr, 16)
                          : name == QLatin1String("colon") ? U':'
                          : name == QLatin1String("num")   ? U'#'
                                                           : U'&';
        const auto sign = static_cast<char32_t>(code);
        if (code > 0 && code <= QChar::LastValidCodePoint)
            out += QString::fromUcs4(&sign, 1);
        at = one.capturedEnd();
    }
    out += QStringView(plain).mid(at);
    return out.trimmed();
}

Id<Person> personIn(const QString& target)
{
    static const QRegularExpression shape(QStringLiteral("^\\s*person\\s*:\\s*/*\\s*\\+?(\\d{1,18})\\b"),
                                          ignoringCase);
    return {shape.match(target).captured(1).toLongLong()};
}

struct Target {
    QString text;
    qsizetype end = 0; // behind it and its parenthesis
};

class LinkReader
{
public:
    LinkReader(const QString& text, const LinkTargets& targets) : m_text(text), m_targets(targets) {}

    std::vector<TextLink> read()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar c = m_text.at(i);
            if ((c == u'[' || c == u']') && isBackslashed(m_text, i))
                continue;
            if (c == u'[')
                m_open.push_back(i);
            else if (c == u']')
                i = closeBracket(i) - 1;
            else if (c == u'<')
                i = tag(i) - 1;
        }
        addBareKeys();
        return chosen();
    }

private:
    // Gives where reading goes on.
    qsizetype closeBracket(qsizetype at)
    {
        const bool isAlone = m_open.empty();
        const qsizetype opening = isAlone ? std::max<qsizetype>(m_abandoned, 0) : m_open.back();
        if (!isAlone) {
            m_open.pop_back();
            if (m_abandoned < 0)
                m_abandoned = opening;
        }
        TextLink link;
        link.from = opening > 0 && m_text.at(opening - 1) == u'!' ? opening - 1 : opening;
        link.textFrom = std::min(opening + 1, at);
        link.textLength = at - link.textFrom;
        const auto target = targetAfter(at, link);
        const Id<Person> person = target ? personIn(target->text) : Id<Person>{};
        if (!target || (isAlone && !person))
            return at + 1;
        link.length = target->end - link.from;
        link.target = target->text;
        link.person = person;
        m_found.push_back(std::move(link));
        m_abandoned = -1;
        return target->end;
    }

    std::optional<Target> targetAfter(qsizetype at, TextLink& link) const
    {
        const qsizetype next = at + 1;
        const QChar c = next < m_text.size() ? m_text.at(next) : QChar();
        if (c == u':') {
            if (auto target = definition(next + 1)) {
                link.textLength = 0;
                return target;
            }
        }
        if (const qsizetype behind = behindSpaces(m_text, next); behind < m_text.size() && m_text.at(behind) == u'(') {
            auto target = inParentheses(behind);
            if (target && (behind == next || personIn(target->text)))
                return target;
        }
        if (m_targets.isEmpty())
            return std::nullopt;
        const QString own = labelKey(m_text.mid(link.textFrom, std::min(link.textLength, longestLabel)));
        if (c == u'[') {
            const qsizetype close = nextOf(u']', next);
            if (close > next) {
                const QString label = labelKey(m_text.mid(next + 1, close - next - 1));
                const auto known = m_targets.constFind(label.isEmpty() ? own : label);
                if (known != m_targets.constEnd())
                    return Target{*known, close + 1};
            }
        }
        // "[1]" alone: as it stands it says no target, and may be the number of a note.
        const auto known = m_targets.constFind(own);
        if (known != m_targets.constEnd() && personIn(*known))
            return Target{*known, next};
        return std::nullopt;
    }

    // Where this sign stands next, when it is not farther than any target is long; else -1.
    qsizetype nextOf(QChar sign, qsizetype from) const
    {
        const qsizetype found = QStringView(m_text).mid(from, longestTarget).indexOf(sign);
        return found < 0 ? -1 : from + found;
    }

    // "(https://…)", "( <person:1> "a title" )"; begin: the parenthesis.
    std::optional<Target> inParentheses(qsizetype begin) const
    {
        qsizetype at = behindSpaces(m_text, begin + 1);
        qsizetype from = at;
        qsizetype to = at;
        if (at < m_text.size() && m_text.at(at) == u'<') {
            to = nextOf(u'>', at);
            if (to < 0)
                return std::nullopt;
            ++from;
            at = to + 1;
        } else {
            int depth = 0;
            for (; at < m_text.size() && !m_text.at(at).isSpace() && at - from < longestTarget; ++at) {
                const QChar c = m_text.at(at);
                if (isBackslashed(m_text, at))
                    continue;
                depth += c == u'(' ? 1 : 0;
                if (c == u')' && depth-- == 0)
                    break;
            }
            to = at;
        }
        const qsizetype close = nextOf(u')', at);
        if (close < 0)
            return std::nullopt;
        const QString rest = m_text.mid(at, close - at).trimmed();
        static const QString quotes = QStringLiteral("\"'(“‘");
        const QString target = targetFrom(QStringView(m_text).mid(from, to - from));
        const bool isWhole = rest.isEmpty() || quotes.contains(rest.at(0));
        static const QRegularExpression scheme(QStringLiteral("^[a-z][a-z0-9+.-]*:"), ignoringCase);
        if (isWhole && (scheme.match(target).hasMatch() || target.startsWith(u'/') || target.startsWith(u'#')))
            return Target{target, titleEnd(at, close)};
        // "( person : 12 )" is none, but it says whom it names.
        const QString all = targetFrom(QStringView(m_text).mid(begin + 1, close - begin - 1));
        if (personIn(all))
            return Target{all, close + 1};
        return std::nullopt;
    }

    // A title may hold a parenthesis: "(person:1 "Dara (Sok)")".
    qsizetype titleEnd(qsizetype at, qsizetype close) const
    {
        at = behindSpaces(m_text, at);
        if (at >= m_text.size() || at >= close)
            return close + 1;
        const QChar mark = m_text.at(at) == u'(' ? QChar(u')') : m_text.at(at);
        for (qsizetype end = at + 1; end < std::min(m_text.size(), at + longestLabel); ++end) {
            if (m_text.at(end) != mark)
                continue;
            const qsizetype behind = behindSpaces(m_text, end + 1);
            if (behind < m_text.size() && m_text.at(behind) == u')')
                return behind + 1;
        }
        return close + 1;
    }

    // "[1]: person:12 "a title""; begin: behind the colon.
    std::optional<Target> definition(qsizetype begin) const
    {
        static const QRegularExpression shape(
            QStringLiteral(
                "^\\s*(?:<([a-z][^<>\\n]{1,2000})>|([a-z][a-z0-9+.-]*(?:\\\\?:|&colon;|&#58;)[^\\s]{1,2000}))"
                "(?:[ \\t]*\\n?[ \\t]*(?:\"[^\"\\n]*\"|'[^'\\n]*'|\\([^)\\n]*\\))(?=\\s|$))?"),
            ignoringCase);
        const auto match = shape.match(m_text.mid(begin, longestTarget));
        if (!match.hasMatch())
            return std::nullopt;
        const QString written = match.captured(1) + match.captured(2);
        return Target{targetFrom(written), begin + match.capturedEnd()};
    }

    // Where the text of an element that begins behind `from` ends, and the element itself.
    std::pair<qsizetype, qsizetype> closingTag(qsizetype from)
    {
        if (from < m_closing.first)
            return m_closing; // it is the same as for the element before
        m_closing = {m_text.size(), m_text.size()};
        for (qsizetype at = m_text.indexOf(u"</", from); at >= 0; at = m_text.indexOf(u"</", at + 2)) {
            qsizetype behind = behindSpaces(m_text, at + 2);
            if (behind >= m_text.size() || m_text.at(behind).toLower() != u'a')
                continue;
            behind = behindSpaces(m_text, behind + 1);
            if (behind < m_text.size() && m_text.at(behind) == u'>') {
                m_closing = {at, behind + 1};
                break;
            }
        }
        return m_closing;
    }

    // <https://…>, <a href="…">text</a>, <img src="…">
    qsizetype tag(qsizetype at)
    {
        for (m_angle = std::max(m_angle, at + 1); m_angle < m_text.size(); ++m_angle) {
            if (m_text.at(m_angle) == u'<' || m_text.at(m_angle) == u'>')
                break;
        }
        if (m_angle >= m_text.size() || m_text.at(m_angle) == u'<')
            return at + 1;
        const QString inner = m_text.mid(at + 1, m_angle - at - 1);
        static const QRegularExpression address(QStringLiteral("^\\s*([a-z][a-z0-9+.-]{1,31}:.*)$"),
                                                ignoringCase | QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression element(
            QStringLiteral("^\\s*([a-z][a-z0-9]*)\\b.*?\\b(?:href|src|data|action)\\s*=\\s*"
                           "(?:\"([^\"]*)\"|'([^']*)'|([^\\s]*))"),
            ignoringCase | QRegularExpression::DotMatchesEverythingOption);
        TextLink link;
        link.from = at;
        link.length = m_angle + 1 - at;
        if (const auto match = address.match(inner); match.hasMatch()) {
            link.target = targetFrom(match.captured(1));
            link.person = personIn(link.target);
            link.textFrom = at + 1 + match.capturedStart(1);
            link.textLength = link.person ? 0 : match.capturedLength(1);
        } else if (const auto found = element.match(inner); found.hasMatch()) {
            link.target = targetFrom(QString(found.captured(2) + found.captured(3) + found.captured(4)));
            link.person = personIn(link.target);
            link.textFrom = m_angle + 1;
            if (found.captured(1).compare(QLatin1String("a"), Qt::CaseInsensitive) == 0) {
                const auto [textEnd, end] = closingTag(link.textFrom);
                link.textLength = textEnd - link.textFrom;
                link.length = end - at;
            }
        } else {
            return at + 1;
        }
        m_found.push_back(std::move(link));
        return m_angle + 1; // the text of an element may hold links of its own
    }

    // "person:12" without any mark.
    void addBareKeys()
    {
        static const QRegularExpression key(QStringLiteral("\\bperson:/{0,2}\\d{1,18}\\b"), ignoringCase);
        for (auto all = key.globalMatch(m_text); all.hasNext();) {
            const auto one = all.next();
            TextLink link;
            link.from = one.capturedStart();
            link.length = one.capturedLength();
            link.textFrom = link.end();
            link.target = one.captured();
            link.person = personIn(link.target);
            m_found.push_back(std::move(link));
        }
    }

    // Of links within one another the outer one counts when it names a person, else the inner ones; a bare key only
    // where it is in no other link.
    std::vector<TextLink> chosen()
    {
        const auto rank = [](const TextLink& link) {
            const bool isWider = link.person && link.textLength > 0;
            const int order = isWider ? 0 : link.textFrom < link.end() || link.textLength > 0 ? 1 : 2;
            return std::make_tuple(order, isWider ? -link.length : link.length, link.from);
        };
        std::stable_sort(m_found.begin(), m_found.end(),
                         [&](const TextLink& a, const TextLink& b) { return rank(a) < rank(b); });
        std::map<qsizetype, TextLink> kept; // by where they begin
        for (TextLink& link : m_found) {
            const auto behind = kept.lower_bound(link.from);
            const bool meetsNext = behind != kept.end() && behind->first < link.end();
            const bool meetsBefore = behind != kept.begin() && std::prev(behind)->second.end() > link.from;
            if (!meetsNext && !meetsBefore)
                kept.emplace(link.from, std::move(link));
        }
        std::vector<TextLink> all;
        for (auto& [from, link] : kept)
            all.push_back(std::move(link));
        return all;
    }

    const QString& m_text;
    const LinkTargets& m_targets;
    std::vector<qsizetype> m_open; // brackets
    qsizetype m_abandoned = -1;    // the first since the last link that was closed and opened none: "[a ] b](…)"
    qsizetype m_angle = -1;        // the next sign that ends a tag or begins another
    std::pair<qsizetype, qsizetype> m_closing = {-1, -1}; // the last closing tag that was looked for
    std::vector<TextLink> m_found;
};
} // namespace

void addLinkTargets(const QString& text, LinkTargets& targets)
{
    if (!text.contains(QLatin1String("]:")))
        return;
    static const LinkTargets none;
    for (const TextLink& link : LinkReader(text, none).read()) {
        const qsizetype close = text.indexOf(QLatin1String("]:"), link.from);
        if (link.textLength == 0 && text.at(link.from) == u'[' && close > link.from && close < link.end())
            targets.insert(labelKey(text.mid(link.from + 1, close - link.from - 1)), link.target);
    }
}

std::vector<TextLink> linksIn(const QString& text, const LinkTargets& targets)
{
    const bool mayHave =
        text.contains(u']') || text.contains(u'<') || text.contains(QLatin1String("person"), Qt::CaseInsensitive);
    if (!mayHave)
        return {};
    if (!text.contains(QLatin1String("]:")))
        return LinkReader(text, targets).read();
    LinkTargets all = targets;
    addLinkTargets(text, all);
    return LinkReader(text, all).read();
}

} // namespace dtp
