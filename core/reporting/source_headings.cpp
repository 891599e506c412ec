// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <reporting/source_headings.h>
#include <reporting/source_items.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
constexpr qsizetype longestTitle = 250;
constexpr qsizetype longestHeading = 140;

struct Numbered {
    std::vector<int> number;
    QString text;
    bool hasDot = false;
};

std::optional<Numbered> numbered(const QString& line)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2}(?:\\.\\d{1,2}){0,4})([.)])?:? +(\\S.*)$"));
    QString plain = withoutUnderline(line);
    if (plain.startsWith(QLatin1String("**")))
        plain = headingText(plain);
    const auto match = shape.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    Numbered found;
    for (const QString& part : match.captured(1).split(u'.'))
        found.number.push_back(part.toInt());
    found.hasDot = !match.captured(2).isEmpty();
    found.text = headingText(match.captured(3));
    const bool hasLetter = std::any_of(found.text.begin(), found.text.end(), [](QChar c) { return c.isLetter(); });
    if (!hasLetter || found.text.size() > longestHeading || found.text.at(0).isLower())
        return std::nullopt;
    return found;
}

QString numberText(const std::vector<int>& number)
{
    QStringList parts;
    for (const int part : number)
        parts << QString::number(part);
    return parts.join(u'.');
}

struct Hash {
    int level;
    QString text;
};

std::optional<Hash> hashHeading(const QString& line)
{
    static const QRegularExpression shape(QStringLiteral("^(#{1,6}) +(\\S.*)$"));
    const auto match = shape.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return Hash{static_cast<int>(match.captured(1).size()), headingText(match.captured(2))};
}

bool isRow(const QString& text, QChar of)
{
    return text.size() >= 3 && std::all_of(text.begin(), text.end(), [of](QChar c) { return c == of; });
}

class Outliner
{
public:
    explicit Outliner(const std::vector<SourceLine>& lines) : m_lines(lines) {}

    SourceOutline run()
    {
        countHeadings();
        findContents();
        findTitle();
        for (size_t i = m_outline.bodyStart; i < m_lines.size(); ++i) {
            if (m_lines[i].isBlank() || m_skipped.contains(i))
                continue;
            if (auto heading = headingAt(i)) {
                m_outline.headings.push_back(*heading);
                i += heading->size - 1;
            }
        }
        shiftLevels();
        return std::move(m_outline);
    }

private:
    const QString& text(size_t i) const { return m_lines[i].text; }
    size_t nextFilled(size_t i) const
    {
        while (i < m_lines.size() && m_lines[i].isBlank())
            ++i;
        return i;
    }
    bool gapBefore(size_t i) const { return i == 0 || m_lines[i - 1].isBlank() || m_lines[i].newPage; }
    bool gapAfter(size_t i) const
    {
        return i + 1 >= m_lines.size() || m_lines[i + 1].isBlank() || m_lines[i + 1].newPage;
    }

    // A line with a row of = or - under it.
    int underlineLevel(size_t i) const
    {
        if (i + 1 >= m_lines.size() || !gapBefore(i) || text(i).size() > longestHeading || listItem(text(i)))
            return 0;
        if (isRow(text(i + 1), u'='))
            return 1;
        return isRow(text(i + 1), u'-') ? 2 : 0;
    }

    void countHeadings()
    {
        int marked = 0;
        int numbers = 0;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].isBlank())
                continue;
            const auto hash = hashHeading(text(i));
            if (hash || underlineLevel(i) > 0)
                ++marked;
            if (hash && hash->level == 1)
                ++m_topHashes;
            if (const auto found = numbered(text(i));
                found && (found->number.size() > 1 || (gapBefore(i) && gapAfter(i))))
                ++numbers;
        }
        m_isMarked = marked >= 2 || (marked == 1 && numbers < 2);
        m_outline.isNumbered = !m_isMarked && numbers >= 2;
    }

    // A heading that comes twice comes first in a table of contents.
    void findContents()
    {
        static const QRegularExpression leader(QStringLiteral("(?:\\s*(?:\\.\\s*){3,}|\\s*…+|\\s+)\\d{1,3}$"));
        static const QRegularExpression dots(QStringLiteral("(?:(?:\\. ?){4,}|…)\\s*\\d{1,3}$"));
        static const QRegularExpression marks(QStringLiteral("^#+ |\\. "));
        QHash<QString, std::vector<size_t>> places;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            const bool isCandidate = numbered(text(i)) || dots.match(text(i)).hasMatch() ||
                                     (gapBefore(i) && text(i).size() < longestHeading);
            if (m_lines[i].isBlank() || !isCandidate)
                continue;
            const QString key = foldText(headingText(QString(text(i)).remove(leader)).remove(marks));
            places[key].push_back(i);
        }
        for (auto same = places.cbegin(); same != places.cend(); ++same)
            for (size_t k = 0; k + 1 < same->size(); ++k)
                if (dots.match(text((*same)[k])).hasMatch() || (m_outline.isNumbered && numbered(text((*same)[k]))))
                    m_skipped.insert((*same)[k]);
        if (m_skipped.size() < 3) { // two like headings are no table of contents
            m_skipped.clear();
            return;
        }
        const size_t first = *std::min_element(m_skipped.begin(), m_skipped.end());
        for (size_t i = first; i-- > 0;) {
            if (m_lines[i].isBlank())
                continue;
            static const QRegularExpression word(QStringLiteral("^#* ?\\**(?:table of )?contents\\**:?$"),
                                                 QRegularExpression::CaseInsensitiveOption);
            if (word.match(withoutUnderline(text(i))).hasMatch())
                m_skipped.insert(i);
            break;
        }
        m_outline.dropped.assign(m_skipped.begin(), m_skipped.end());
    }

    bool looksLikeHeading(size_t i) const
    {
        return hashHeading(text(i)) || (m_outline.isNumbered && numbered(text(i))) || listItem(text(i));
    }

    void findTitle()
    {
        size_t i = nextFilled(0);
        if (i == m_lines.size() || m_skipped.contains(i))
            return;
        const auto hash = hashHeading(text(i));
        const bool isOnlyTop = hash && hash->level == 1 && m_topHashes == 1;
        const bool isUnderlined = underlineLevel(i) == 1;
        if ((looksLikeHeading(i) && !isOnlyTop) || text(i).size() > longestTitle)
            return;
        m_outline.title = headingText(hash ? hash->text : text(i));
        m_outline.bodyStart = i + (isUnderlined ? 2 : 1);
        const size_t second = nextFilled(m_outline.bodyStart);
        if (second == m_lines.size() || m_skipped.contains(second) || looksLikeHeading(second) ||
            underlineLevel(second) > 0)
            return;
        const bool isAdjacent = second == i + 1;
        const bool isProse =
            text(second).size() > longestTitle || (text(second).endsWith(u'.') && text(second).size() > 90);
        const bool isShort = text(second).size() <= 120 && !text(second).endsWith(u'.');
        if (isProse || !(dateIn(text(second)) || (isShort && (isAdjacent || m_outline.isNumbered))))
            return;
        m_outline.subtitle = headingText(text(second));
        m_outline.bodyStart = second + 1;
    }

    std::optional<SourceHeading> headingAt(size_t i)
    {
        if (const auto hash = hashHeading(text(i)))
            return marked(i, 1, hash->level, hash->text);
        if (const int level = underlineLevel(i); level > 0)
            return marked(i, 2, level, headingText(text(i)));
        if (m_outline.isNumbered)
            if (auto heading = numberedAt(i))
                return heading;
        static const QRegularExpression annex(QStringLiteral("^(?:annex|appendix|attachment)\\b"),
                                              QRegularExpression::CaseInsensitiveOption);
        // With its letter or number a heading also where its text follows at once.
        static const QRegularExpression named(
            QStringLiteral("^(?:annex|appendix|attachment)\\s+(?:[A-Z]|\\d{1,2}|[IVX]{1,4})(?:[:.)]|\\s*[-–—]|$)"),
            QRegularExpression::CaseInsensitiveOption);
        if (gapBefore(i) && text(i).size() <= 90 && named.match(headingText(text(i))).hasMatch())
            return SourceHeading{i, 1, 1, {}, headingText(text(i))};
        const bool isAlone = gapBefore(i) && gapAfter(i) && text(i).size() <= 90 && !listItem(text(i));
        if (isAlone && annex.match(headingText(text(i))).hasMatch())
            return SourceHeading{i, 1, 1, {}, headingText(text(i))};
        if (!m_isMarked && !m_outline.isNumbered && isAlone && isHeadingAlone(text(i)))
            return SourceHeading{i, 1, 1, {}, headingText(text(i))};
        return std::nullopt;
    }

    // By its level; a number in front of it is kept apart, since ours are made anew.
    static SourceHeading marked(size_t line, size_t size, int level, const QString& text)
    {
        if (const auto found = numbered(text); found && (found->hasDot || found->number.size() > 1))
            return {line, size, level, numberText(found->number), found->text};
        return {line, size, level, {}, text};
    }

    std::optional<SourceHeading> numberedAt(size_t i)
    {
        const auto found = numbered(text(i));
        if (!found || !follows(found->number))
            return std::nullopt;
        if (found->number.size() == 1) {
            const bool isShort =
                found->text.size() <= 60 && !found->text.endsWith(u'.') && !found->text.endsWith(u';');
            if (!gapBefore(i) || !(gapAfter(i) || isShort) || isListOfNumbers(i, found->number.front()))
                return std::nullopt;
        }
        m_last = found->number;
        return SourceHeading{i, 1, static_cast<int>(found->number.size()), numberText(found->number), found->text};
    }

    // The next chapter, the next brother of the last heading or of one above it, or its first child. A gap of two is
    // allowed below the first level: text recognition loses headings.
    bool follows(const std::vector<int>& number) const
    {
        if (m_last.empty())
            return number.front() <= 2;
        if (number <= m_last)
            return false;
        size_t same = 0;
        while (same < m_last.size() && same < number.size() && m_last[same] == number[same])
            ++same;
        const int step = number[same] - (same < m_last.size() ? m_last[same] : 0);
        const bool isNear = same == 0 ? step == 1 || (step == 2 && number.size() > 1) : step <= 3;
        return isNear && std::all_of(number.begin() + static_cast<std::ptrdiff_t>(same) + 1, number.end(),
                                     [](int part) { return part <= 2; });
    }

    // "1. One" with "2. Two" right behind it: items, not headings.
    bool isListOfNumbers(size_t i, int number) const
    {
        const size_t next = nextFilled(i + 1);
        if (next == m_lines.size())
            return false;
        const auto item = numbered(text(next));
        return item && item->number.size() == 1 && item->number.front() == number + 1;
    }

    // In a text without numbers or marks of Markdown: underlined, bold, in capitals, or a few words that stand alone.
    static bool isHeadingAlone(const QString& line)
    {
        if (isWhollyMarked(line))
            return true;
        const QString plain = headingText(line);
        if (plain.isEmpty() || plain.size() > 80 || QStringView(u".!?;,").contains(plain.back()))
            return false;
        const auto isLetter = [](QChar c) { return c.isLetter(); };
        const auto isLower = [](QChar c) { return c.isLower(); };
        const bool isCapitals = std::count_if(plain.begin(), plain.end(), isLetter) >= 3 &&
                                std::none_of(plain.begin(), plain.end(), isLower) && plain.toLower() != plain;
        const qsizetype words = plain.count(u' ') + 1;
        const bool endsInColon = line.endsWith(u':');
        return isCapitals || (words <= (endsInColon ? 3 : 8) && plain.at(0).isUpper());
    }

    // The title took the first level of Markdown: what is below moves up.
    void shiftLevels()
    {
        if (!m_isMarked || m_outline.headings.empty())
            return;
        int least = 6;
        for (const SourceHeading& heading : m_outline.headings)
            least = std::min(least, heading.level);
        for (SourceHeading& heading : m_outline.headings)
            heading.level -= least - 1;
    }

    const std::vector<SourceLine>& m_lines;
    SourceOutline m_outline;
    QSet<size_t> m_skipped;
    std::vector<int> m_last;
    bool m_isMarked = false;
    int m_topHashes = 0;
};
} // namespace

SourceOutline outlineOf(const std::vector<SourceLine>& lines)
{
    return Outliner(lines).run();
}

} // namespace dtp
