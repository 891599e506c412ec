// SPDX-License-Identifier: GPL-3.0-or-later
// How many people stand in each state; a click narrows the list to them. And the look of a state.
#pragma once

#include <ui/models/invitation_model.h>

#include <QAbstractButton>
#include <QStyledItemDelegate>

namespace dtp
{

class FlowLayout;
struct ThemeColours;

struct StateLook {
    QColor ground;
    QColor ink;
};
StateLook lookOfState(const QString& state, const ThemeColours& colours);

class StateChip : public QAbstractButton
{
    Q_OBJECT
public:
    StateChip(QString state, const QString& label, int count, QWidget* parent);
    const QString& state() const { return m_state; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_state;
    int m_count;
};

class StateChips : public QWidget
{
    Q_OBJECT
public:
    explicit StateChips(Store& store, QWidget* parent = nullptr);
    void showCounts(const InvitationModel& model);

Q_SIGNALS:
    void filterChosen(const dtp::InvitationFilter& filter);

private:
    void addChip(const QString& state, const QString& label, int count, const InvitationFilter& filter, bool isOn);
    Store& m_store;
    FlowLayout* m_flow;
};

// Paints the state of a row as a word on its ground, and the name with the one in its own script behind it.
class InvitationDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace dtp
