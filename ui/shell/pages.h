// SPDX-License-Identifier: GPL-3.0-or-later
// The places in the navigation, in order. To add one: a class and an entry in pages.cpp.
#pragma once

#include <ui/widgets/page.h>

#include <QSettings>
#include <functional>
#include <vector>

namespace dtp
{

struct NavigationEntry {
    QString name;
    QString title;
    QString iconName;
    Entity entity = Entity::None;                       // whose records are shown here, and counted beside the title
    std::function<Page*(AppContext&, QSettings&)> make; // called when the page is first gone to
};
std::vector<NavigationEntry> pageEntries();

} // namespace dtp
