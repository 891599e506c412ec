// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keys go, and that one sees it: something visible has them as long as there is anything to have them, and
// what draws nothing of its own then gets a frame.
#pragma once

#include <QObject>
#include <functional>

class QApplication;
class QWidget;

namespace dtp
{

// Whether Tab comes to it as it stands now.
bool isTabStop(const QWidget& widget);
// Gives the keys to the first control of this part of a window to which Tab would come; false: there is none.
bool focusFirstIn(QWidget& part);

// Nobody types into nothing: where what had the keys went, was hidden or is nothing to be seen, `otherwise` gives them
// to something in the window.
class FocusKeeper : public QObject
{
    Q_OBJECT
public:
    FocusKeeper(QWidget& window, std::function<void()> otherwise);
    void look();

private:
    void lookSoon();
    QWidget& m_window;
    std::function<void()> m_otherwise;
    bool m_isPlanned = false;
};

// For the whole program, from now on: a frame around lists and texts that have the keys and do not show it, what Tab
// comes to is scrolled to where one sees it, and a letter for each entry of a menu.
void watchKeys(QApplication& application);

} // namespace dtp
