// SPDX-License-Identifier: GPL-3.0-or-later
// The list that a chip opens: type to narrow, Return or Space to tick, Escape to close. Where it is known how many
// have each, those that nobody has come only when they are typed.
#pragma once

#include <ui/models/filter_dimension.h>

#include <QFrame>
#include <functional>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace dtp
{

class ChoicePopup : public QFrame
{
    Q_OBJECT
public:
    using Tick = std::function<void(const QString& code, bool isTicked)>;
    ChoicePopup(const Result<std::vector<CountedChoice>>& read, const QStringList& ticked, Tick tick, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addItem(const CountedChoice& one, bool isTicked, bool hidesEmpty);
    void toggle(QListWidgetItem* item);
    void narrow(const QString& typed);
    void step(int by);
    QLineEdit* m_line;
    QListWidget* m_list;
    Tick m_tick;
};

} // namespace dtp
