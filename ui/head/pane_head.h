// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a record: what it is called, a quiet line or two, badges, and a menu with what can be done.
#pragma once

#include <ui/head/badge.h>

#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;
class QMenu;

namespace dtp
{

class FlowLayout;

class PaneHead : public QWidget
{
    Q_OBJECT
public:
    explicit PaneHead(const QString& menuName, QWidget* parent = nullptr);

    // What was typed is shown without its control characters; empty parts take no room.
    void setWords(const QString& title, const QString& subtitle = {}, const QString& line = {});
    void setBadges(const std::vector<BadgeText>& badges);
    void addBefore(QWidget* widget); // at the left of the words
    void addDeed(QWidget* button);   // beside the menu
    QMenu& menu() { return *m_menu; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void keepHeight();
    QHBoxLayout* m_row;
    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_line;
    QWidget* m_badgeBox;
    FlowLayout* m_badges;
    QMenu* m_menu;
    int m_tallest = 0; // that was shown at this width
};

} // namespace dtp
