// SPDX-License-Identifier: GPL-3.0-or-later
// Text broken into lines of a width, ready to be drawn line by line on any painter. Always plain text: what looks like
// markup is drawn as it stands, and what could disguise it is taken out.
#pragma once

#include <document/rich_text.h>

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QTextLayout>
#include <memory>

class QPainter;

namespace dtp
{

// All lengths in the units of the painter.
struct TextStyle {
    double size = 12;
    double lineHeight = 16; // at least; lines of tall scripts take what they need
    bool bold = false;
    bool italic = false;
    QColor color = Qt::black;
    QColor linkColor = Qt::black;
    Qt::Alignment alignment = Qt::AlignLeft; // Arabic then begins at the right; with AlignAbsolute it does not
};

class TextBox
{
public:
    TextBox(const QString& text, const TextStyle& style, double width, int mostLines = 0); // 0: as many as it needs
    TextBox(const std::vector<Run>& runs, const TextStyle& style, double width);

    int lineCount() const { return static_cast<int>(m_lines.size()); }
    double height() const { return m_lines.empty() ? 0 : m_lines.back().top + m_lines.back().height; }
    double heightOf(int firstLine, int count) const;
    double naturalWidth() const; // of the longest line
    bool isRightToLeft() const;

    void draw(QPainter& painter, QPointF topLeft) const { draw(painter, topLeft, 0, lineCount()); }
    // Draws some lines, the first of them at the top.
    void draw(QPainter& painter, QPointF topLeft, int firstLine, int count) const;

    struct Link {
        QRectF area; // relative to the top left of what was drawn
        QString target;
    };
    std::vector<Link> links(int firstLine, int count) const;

private:
    struct Line {
        double top;
        double height;
        double shift; // from the top to where the layout thinks the line is
    };
    struct Target {
        qsizetype start;
        qsizetype length;
        QString link;
    };
    void breakLines(const TextStyle& style, double width, int mostLines);
    void elide(int lastLine, double width);

    std::unique_ptr<QTextLayout> m_layout;
    std::vector<Line> m_lines;
    std::vector<Target> m_targets;
    QColor m_color;
};

// How wide a line of this text is.
double textWidth(const QString& text, const TextStyle& style);

} // namespace dtp
