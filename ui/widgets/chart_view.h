// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of core/document in the window: what is pointed at lights up, a click or Return goes to the list behind
// it.
#pragma once

#include <document/counts_painter.h>

#include <QWidget>

namespace dtp
{

class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);
    void setCounts(const CountsBlock& counts); // bars or a map, as it says itself

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    int highlighted() const { return m_highlighted; } // index of the item; -1: none

Q_SIGNALS:
    void activated(int item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    ChartStyle style_() const;
    QRectF area() const;
    int itemAt(QPointF place) const;
    void highlight(int item);
    bool isMap() const { return m_counts.show == CountsBlock::Show::Map; }
    bool isReachable(int item) const;

    CountsBlock m_counts;
    int m_highlighted = -1;
};

} // namespace dtp
