// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a list of which several rows are chosen: how many they are, and what can be done with them.
#pragma once

#include <QWidget>
#include <vector>

class QAction;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace dtp
{

class SelectionPane : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionPane(QWidget* parent = nullptr);

    void setSelection(const QString& heading, const std::vector<QAction*>& deeds);

private:
    QLabel* m_heading;
    QScrollArea* m_room;
    QVBoxLayout* m_rows;
};

} // namespace dtp
