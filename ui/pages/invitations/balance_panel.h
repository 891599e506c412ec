// SPDX-License-Identifier: GPL-3.0-or-later
// How balanced the list is: the targets first, then each side of the people as bars, accepted within invited within
// considered.
#pragma once

#include <ui/models/planning_words.h>

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dtp
{

// One target: what is wanted, how far it is, and in words whether it can be reached.
class TargetBar : public QWidget
{
    Q_OBJECT
public:
    TargetBar(TargetState state, int scale, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TargetState m_state;
    int m_scale; // people that fill the bar
};

// The bars of one side ("Country"); long ones show the first few and a button for the rest.
class BalanceBars : public QWidget
{
    Q_OBJECT
public:
    BalanceBars(BalanceGroup group, bool byAttendance, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    bool canGrow() const;
    void setAllShown(bool all);
    bool isAllShown() const { return m_allShown; }
    const BalanceGroup& group() const { return m_group; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    int shownRows() const;
    void paintRow(QPainter& painter, const BalanceRow& row, int top) const;
    BalanceGroup m_group;
    bool m_byAttendance;
    bool m_allShown = false;
    int m_most = 1; // people of the longest bar
};

class BalancePanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit BalancePanel(QWidget* parent = nullptr);
    void setBalance(const Balance& balance);

Q_SIGNALS:
    void targetsAsked();

private:
    void addGroup(const BalanceGroup& group, bool byAttendance);
    QVBoxLayout* m_column;
    QLabel* m_summary;
    QLabel* m_noTargets;
    QVBoxLayout* m_targets;
    QVBoxLayout* m_groups;
    QSet<QString> m_grown; // sides that are shown in full
};

} // namespace dtp
