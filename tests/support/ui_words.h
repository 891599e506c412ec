// SPDX-License-Identifier: GPL-3.0-or-later
// All words that the windows of a program show or tell, of whatever widgets they are made.
#pragma once

#include <QAction>
#include <QString>
#include <vector>

namespace dtp::test
{

struct ShownWords {
    QString where; // the widget's class and name, and what of it
    QString text;
};

// Of every visible widget of every window: all its properties that are texts, all data of its model in all roles, its
// tabs, actions and items, and what a screen reader is told.
std::vector<ShownWords> allShownWords();

// Of an entry of a menu, without the mark of its letter.
inline QString wordsOf(const QAction& action)
{
    return action.text().remove(QLatin1Char('&'));
}

} // namespace dtp::test
