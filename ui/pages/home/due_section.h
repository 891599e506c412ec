// SPDX-License-Identifier: GPL-3.0-or-later
// One kind of thing that waits: a heading, the first few, and the way to all of them.
#pragma once

#include <figures/figures.h>

#include <QAbstractButton>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dtp
{

// "today", "in 3 days", "5 days late", or the day itself when it is far away.
QString dueText(QDate due, QDate today);

// A line that is a button: what it is, who or where, and when.
class DueRow : public QAbstractButton
{
    Q_OBJECT
public:
    DueRow(const DueItem& item, QDate today, const QString& whenUndated, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QString when() const { return m_when; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_title;
    QString m_detail;
    QString m_when;
    bool m_isLate = false;
};

class DueSection : public QWidget
{
    Q_OBJECT
public:
    // undated: what stands where an item has no day.
    DueSection(const QString& title, const QString& undated, QWidget* parent = nullptr);
    void setItems(const DueList& list, QDate today);

Q_SIGNALS:
    void itemActivated(dtp::Entity entity, qint64 id);
    void allActivated();

private:
    QString m_undated;
    QLabel* m_count;
    QVBoxLayout* m_rows;
    QPushButton* m_all;
};

} // namespace dtp
