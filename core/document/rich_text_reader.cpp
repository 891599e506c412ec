// SPDX-License-Identifier: GPL-3.0-or-later
// Reading our subset of CommonMark. Every step looks at each character a bounded number of times, so that hostile text
// costs no more than its length.
#include <document/rich_text.h>

namespace dtp
{

namespace
{
constexpr qsizetype longestTarget = 4200; // a link of 2,048 characters, each with a backslash

// A piece of a line: text, a run of stars, or an opening bracket of which it is not yet known what it opens.
struct Piece {
    enum class Kind { Text, Stars, Bracket };
    Kind kind = Kind::Text;
    QString text;
    bool canOpen = false;
    bool canClose = false;
    int target = -1; // index of the link it is part of
    bool bold = false;
    bool italic = false;
    bool boldMark = false; // of stars: which of them were marks
    bool italicMark = false;
};

struct Target {
    QString link;
    Id<Person> person;
};

bool isPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x21 && u <= 0x2F) || (u >= 0x3A && u <= 0x40) || (u >= 0x5B && u <= 0x60) ||
           (u >= 0x7B && u <= 0x7E);
}

class LineReader
{
public:
    explicit LineReader(const QString& line) : m_line(line) {}

    std::vector<Run> read()
    {
        cut();
        switchForms();
        return runs();
    }

private:
    void text(QChar c)
    {
        if (m_pieces.empty() || m_pieces.back().kind != Piece::Kind::Text || m_pieces.back().target >= 0)
            m_pieces.push_back({});
        m_pieces.back().text += c;
    }

    void cut()
    {
        for (qsizetype i = 0; i < m_line.size(); ++i) {
            const QChar c = m_line.at(i);
            if (c == u'\\' && i + 1 < m_line.size() && isPunctuation(m_line.at(i + 1)))
                text(m_line.at(++i));
            else if (c == u'*')
                i = stars(i);
            else if (c == u'[')
                bracket();
            else if (c == u']')
                i = closeBracket(i);
            else
                text(c);
        }
    }

    // Stars can open only before a letter, and close only behind one: "2 * 3" is text.
    qsizetype stars(qsizetype begin)
    {
        qsizetype end = begin;
        while (end < m_line.size() && m_line.at(end) == u'*')
            ++end;
        Piece piece;
        piece.kind = end - begin <= 3 ? Piece::Kind::Stars : Piece::Kind::Text;
        piece.text = m_line.mid(begin, end - begin);
        piece.canOpen = end < m_line.size() && !m_line.at(end).isSpace();
        piece.canClose = begin > 0 && !m_line.at(begin - 1).isSpace();
        m_pieces.push_back(std::move(piece));
        return end - 1;
    }

    void bracket()
    {
        Piece piece;
        piece.kind = Piece::Kind::Bracket;
        piece.text = QStringLiteral("[");
        m_brackets.push_back(m_pieces.size());
        m_pieces.push_back(std::move(piece));
    }

    qsizetype closeBracket(qsizetype at)
    {
        if (m_brackets.empty()) {
            text(u']');
            return at;
        }
        const size_t opening = m_brackets.back();
        m_brackets.pop_back();
        qsizetype end = at;
        const std::optional<Target> target = opening + 1 < m_pieces.size() ? readTarget(at + 1, end) : std::nullopt;
        if (!target) {
            text(u']');
            return at;
        }
        m_targets.push_back(*target);
        m_pieces[opening].text.clear();
        for (size_t i = opening; i < m_pieces.size(); ++i)
            m_pieces[i].target = static_cast<int>(m_targets.size()) - 1;
        m_brackets.clear(); // a link holds no link
        return end;
    }

    // "(https://…)" from the place `begin`; end becomes the place of its closing parenthesis.
    std::optional<Target> readTarget(qsizetype begin, qsizetype& end) const
    {
        if (begin >= m_line.size() || m_line.at(begin) != u'(')
            return std::nullopt;
        const qsizetype stop = stopAfter(begin);
        if (stop - begin > longestTarget || stop >= m_line.size() || m_line.at(stop) != u')')
            return std::nullopt;
        QString target;
        for (qsizetype i = begin + 1; i < stop; ++i) {
            const bool isEscape = m_line.at(i) == u'\\' && isPunctuation(m_line.at(i + 1));
            target += m_line.at(isEscape ? ++i : i);
        }
        end = stop;
        return targetFrom(target);
    }

    // Where the next parenthesis closes, or a space comes; remembered, so that no stretch is looked at twice.
    qsizetype stopAfter(qsizetype begin) const
    {
        if (m_stop > begin)
            return m_stop;
        qsizetype i = begin + 1;
        for (; i < m_line.size() && m_line.at(i) != u')' && !m_line.at(i).isSpace(); ++i)
            if (m_line.at(i) == u'\\' && i + 1 < m_line.size() && isPunctuation(m_line.at(i + 1)))
                ++i;
        m_stop = i;
        return i;
    }

    static std::optional<Target> targetFrom(const QString& text)
    {
        if (text.startsWith(QLatin1String("person:")) && text.size() < 32) {
            bool isNumber = false;
            const qint64 key = text.mid(7).toLongLong(&isNumber);
            if (isNumber && key > 0)
                return Target{{}, {key}};
            return std::nullopt;
        }
        return isSafeLink(text) ? std::optional(Target{text, {}}) : std::nullopt;
    }

    // Bold and italic each are on from one mark to the next; a mark without its fellow stays text.
    void switchForms()
    {
        switchForm(2, &Piece::bold, &Piece::boldMark);
        switchForm(1, &Piece::italic, &Piece::italicMark);
    }

    void switchForm(qsizetype size, bool Piece::*form, bool Piece::*mark)
    {
        const size_t none = m_pieces.size();
        size_t opening = none;
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            const Piece& piece = m_pieces[i];
            if (piece.kind != Piece::Kind::Stars || (piece.text.size() != size && piece.text.size() != 3))
                continue;
            if (opening == none) {
                if (piece.canOpen)
                    opening = i;
            } else if (piece.canClose) {
                m_pieces[opening].*mark = true;
                m_pieces[i].*mark = true;
                for (size_t j = opening + 1; j < i; ++j)
                    m_pieces[j].*form = true;
                opening = none;
            }
        }
    }

    std::vector<Run> runs() const
    {
        std::vector<Run> all;
        for (const Piece& piece : m_pieces) {
            const qsizetype marks = (piece.boldMark ? 2 : 0) + (piece.italicMark ? 1 : 0);
            Run run{piece.text.mid(marks), piece.bold, piece.italic, {}, {}};
            if (piece.target >= 0) {
                run.link = m_targets[static_cast<size_t>(piece.target)].link;
                run.person = m_targets[static_cast<size_t>(piece.target)].person;
            }
            if (!run.text.isEmpty())
                all.push_back(std::move(run));
        }
        return all;
    }

    const QString& m_line;
    std::vector<Piece> m_pieces;
    std::vector<size_t> m_brackets;
    std::vector<Target> m_targets;
    mutable qsizetype m_stop = 0;
};

// How a line begins: how far it is indented, which mark it has, and what is left.
struct Line {
    enum class Mark { None, Bullet, Number, Quote };
    Mark mark = Mark::None;
    int indent = 0;
    int number = 0;
    QString text;
    QString original; // with its mark
};

Line readLine(const QString& raw)
{
    Line line;
    qsizetype at = 0;
    for (; at < raw.size() && raw.at(at).isSpace(); ++at)
        line.indent += raw.at(at) == u'\t' ? 4 - line.indent % 4 : 1;
    const QStringView rest = QStringView(raw).mid(at);
    line.text = rest.trimmed().toString();
    line.original = line.text;
    const auto take = [&](Line::Mark mark, qsizetype size) {
        const QStringView item = rest.mid(size).trimmed();
        if (item.isEmpty())
            return;
        line.mark = mark;
        line.text = item.toString();
    };
    if (rest.size() > 1 && QStringView(u"-*+").contains(rest.at(0)) && rest.at(1).isSpace()) {
        take(Line::Mark::Bullet, 2);
    } else if (!rest.isEmpty() && rest.at(0) == u'>') {
        take(Line::Mark::Quote, 1);
    } else {
        qsizetype digits = 0;
        while (digits < rest.size() && digits < 10 && rest.at(digits) >= u'0' && rest.at(digits) <= u'9')
            ++digits;
        if (digits > 0 && digits < 10 && digits + 1 < rest.size() && QStringView(u".)").contains(rest.at(digits)) &&
            rest.at(digits + 1).isSpace()) {
            line.number = rest.left(digits).toInt();
            take(Line::Mark::Number, digits + 1);
        }
    }
    return line;
}

class BlockReader
{
public:
    RichText read(const QString& markdown)
    {
        QString lines = markdown;
        lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
        for (const QString& raw : lines.split(u'\n'))
            add(readLine(raw));
        finish();
        return normalised(m_text);
    }

private:
    void add(Line line)
    {
        if (line.text.isEmpty() || line.text == QLatin1String(">")) {
            finish();
            return;
        }
        if (line.mark == Line::Mark::Number && !numberFits(line))
            line = asText(line);
        if (line.mark == Line::Mark::None || (line.mark == Line::Mark::Quote && isOpen(Paragraph::Style::Quote))) {
            continueWith(line);
            return;
        }
        finish();
        switch (line.mark) {
        case Line::Mark::Quote:
            m_style = Paragraph::Style::Quote;
            break;
        case Line::Mark::Bullet:
            m_style = Paragraph::Style::Bullet;
            break;
        default:
            m_style = Paragraph::Style::Numbered;
            break;
        }
        m_level = line.mark == Line::Mark::Quote ? 0 : levelOf(line.indent);
        if (line.mark == Line::Mark::Quote)
            m_items.clear();
        else
            m_items[static_cast<size_t>(m_level)].isNumbered = line.mark == Line::Mark::Number;
        m_lines = {line.text};
    }

    bool isOpen(Paragraph::Style style) const { return !m_lines.isEmpty() && m_style == style; }

    void continueWith(const Line& line)
    {
        if (m_lines.isEmpty()) {
            m_style = Paragraph::Style::Body;
            m_level = 0;
            m_items.clear();
        }
        m_lines << line.text;
    }

    // A list begins with 1; another number is only its next item. "1997. A year" stays text.
    bool numberFits(const Line& line) const
    {
        if (line.number == 1)
            return true;
        for (auto item = m_items.rbegin(); item != m_items.rend(); ++item)
            if (item->indent <= line.indent)
                return item->indent == line.indent && item->isNumbered;
        return !m_items.empty() && m_items.front().isNumbered;
    }

    static Line asText(const Line& line)
    {
        Line text = line;
        text.mark = Line::Mark::None;
        text.text = line.original;
        return text;
    }

    int levelOf(int indent)
    {
        while (!m_items.empty() && m_items.back().indent >= indent)
            m_items.pop_back();
        if (m_items.size() < 64)
            m_items.push_back({indent, false});
        return static_cast<int>(m_items.size()) - 1;
    }

    void finish()
    {
        if (!m_lines.isEmpty()) {
            const QString joined = m_lines.join(u' ');
            m_text.paragraphs.push_back({m_style, m_level, LineReader(joined).read()});
        }
        m_lines.clear();
    }

    struct Item {
        int indent;
        bool isNumbered;
    };
    RichText m_text;
    Paragraph::Style m_style = Paragraph::Style::Body;
    int m_level = 0;
    QStringList m_lines;
    std::vector<Item> m_items; // of the list that we are in, outermost first
};
} // namespace

RichText RichText::fromMarkdown(const QString& markdown)
{
    return BlockReader().read(markdown);
}

} // namespace dtp
