// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <document/script_fonts.h>
#include <document/text_box.h>

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace dtp
{

namespace
{
constexpr double endless = 1e6;

QTextLayout::FormatRange rangeOf(qsizetype start, qsizetype length, const QFont& font, const QColor& color)
{
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(start);
    range.length = static_cast<int>(length);
    range.format.setFont(font);
    range.format.setForeground(color);
    return range;
}

// The formats of one run: its own font, and another family where its script needs one.
void appendFormats(QList<QTextLayout::FormatRange>& formats, const QString& text, qsizetype at, const QFont& font,
                   const QColor& color, bool isOwnForm)
{
    if (isOwnForm)
        formats.append(rangeOf(at, text.size(), font, color));
    for (const FontStretch& stretch : fontStretches(text)) {
        QFont other = font;
        other.setFamilies({stretch.family, baseFontFamily()});
        formats.append(rangeOf(at + stretch.start, stretch.length, other, color));
    }
}

// One paragraph: whatever would break it is a space.
QString oneParagraph(QString text)
{
    for (QChar& c : text)
        if (c == u'\n' || c == u'\t' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return withoutControls(text);
}

// Lines that the writer of a cell broke stay lines.
QString withLines(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n').replace(u'\t', u' ');
    text = withoutControls(text);
    return text.replace(u'\n', QChar::LineSeparator);
}
} // namespace

TextBox::TextBox(const QString& text, const TextStyle& style, double width, int mostLines) : m_color(style.color)
{
    const QString clean = withLines(text);
    const QFont font = baseFont(style.size, style.bold, style.italic);
    QList<QTextLayout::FormatRange> formats;
    appendFormats(formats, clean, 0, font, style.color, false);
    m_layout = std::make_unique<QTextLayout>(clean, font);
    if (!formats.isEmpty())
        m_layout->setFormats(formats);
    breakLines(style, width, mostLines);
}

TextBox::TextBox(const std::vector<Run>& runs, const TextStyle& style, double width) : m_color(style.color)
{
    QString all;
    QList<QTextLayout::FormatRange> formats;
    for (const Run& run : runs) {
        const QString clean = oneParagraph(run.text);
        const bool isLink = !run.link.isEmpty() && isSafeLink(run.link);
        const QFont font = baseFont(style.size, style.bold || run.bold, style.italic || run.italic);
        appendFormats(formats, clean, all.size(), font, isLink ? style.linkColor : style.color, true);
        if (isLink)
            m_targets.push_back({all.size(), clean.size(), run.link});
        all += clean;
    }
    m_layout = std::make_unique<QTextLayout>(all, baseFont(style.size, style.bold, style.italic));
    m_layout->setFormats(formats);
    breakLines(style, width, 0);
}

void TextBox::breakLines(const TextStyle& style, double width, int mostLines)
{
    const bool flips = style.alignment == Qt::AlignLeft && isRightToLeft();
    QTextOption option(flips ? Qt::AlignRight | Qt::AlignAbsolute : style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    if (m_layout->text().isEmpty())
        return;
    m_layout->beginLayout();
    const QFontMetricsF metrics(m_layout->font());
    const double usualBaseline = (style.lineHeight - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    double top = 0;
    double natural = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, natural});
        // Letters of all scripts stand on one baseline; only what is too tall for it moves down, and makes the line
        // higher.
        const double needed = line.height();
        const double baseline = std::max(usualBaseline, line.ascent());
        const double height = std::max(style.lineHeight, std::ceil(baseline + line.descent()));
        m_lines.push_back({top, height, top + baseline - line.ascent() - natural});
        top += height;
        natural += needed;
        if (mostLines > 0 && lineCount() == mostLines &&
            line.textStart() + line.textLength() < m_layout->text().size()) {
            m_layout->endLayout();
            elide(mostLines - 1, width);
            return;
        }
    }
    m_layout->endLayout();
}

// The last line ends with an ellipsis where the text goes on.
void TextBox::elide(int lastLine, double width)
{
    const QTextLine line = m_layout->lineAt(lastLine);
    const int start = line.textStart();
    QString text = m_layout->text();
    qsizetype end = start + line.textLength();
    const QList<QTextLayout::FormatRange> formats = m_layout->formats();
    const QFont font = m_layout->font();
    const QTextOption option = m_layout->textOption();
    for (int attempt = 0; attempt < 40 && end > start; ++attempt, --end) {
        while (end > start && text.at(end - 1).isSpace())
            --end;
        auto shorter = std::make_unique<QTextLayout>(QString(text.left(end) + QChar(0x2026)), font);
        shorter->setFormats(formats);
        shorter->setTextOption(option);
        shorter->beginLayout();
        int count = 0;
        double natural = 0;
        for (QTextLine next = shorter->createLine(); next.isValid(); next = shorter->createLine(), ++count) {
            next.setLineWidth(std::max(1.0, width));
            next.setPosition({0, natural});
            natural += next.height();
        }
        shorter->endLayout();
        if (count <= lastLine + 1) {
            m_layout = std::move(shorter);
            return;
        }
    }
}

double TextBox::heightOf(int firstLine, int count) const
{
    if (count <= 0 || firstLine >= lineCount())
        return 0;
    const Line& last = m_lines[static_cast<size_t>(std::min(firstLine + count, lineCount()) - 1)];
    return last.top + last.height - m_lines[static_cast<size_t>(firstLine)].top;
}

double TextBox::naturalWidth() const
{
    double width = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        width = std::max(width, m_layout->lineAt(i).naturalTextWidth());
    return width;
}

bool TextBox::isRightToLeft() const
{
    return m_layout->text().isRightToLeft();
}

void TextBox::draw(QPainter& painter, QPointF topLeft, int firstLine, int count) const
{
    if (firstLine >= lineCount())
        return;
    painter.setPen(m_color);
    const double start = m_lines[static_cast<size_t>(firstLine)].top;
    const int end = std::min({firstLine + count, lineCount(), m_layout->lineCount()});
    for (int i = firstLine; i < end; ++i)
        m_layout->lineAt(i).draw(&painter, {topLeft.x(), topLeft.y() - start + m_lines[static_cast<size_t>(i)].shift});
}

std::vector<TextBox::Link> TextBox::links(int firstLine, int count) const
{
    std::vector<Link> all;
    if (firstLine >= lineCount())
        return all;
    const double start = m_lines[static_cast<size_t>(firstLine)].top;
    for (int i = firstLine; i < std::min(firstLine + count, lineCount()); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const Line& place = m_lines[static_cast<size_t>(i)];
        for (const Target& target : m_targets) {
            const int from = std::max(line.textStart(), static_cast<int>(target.start));
            const int to =
                std::min(line.textStart() + line.textLength(), static_cast<int>(target.start + target.length));
            if (from >= to)
                continue;
            const double a = line.cursorToX(from);
            const double b = line.cursorToX(to);
            all.push_back({QRectF(std::min(a, b), place.top - start, std::abs(b - a), place.height), target.link});
        }
    }
    return all;
}

double textWidth(const QString& text, const TextStyle& style)
{
    return TextBox(text, style, endless).naturalWidth();
}

} // namespace dtp
