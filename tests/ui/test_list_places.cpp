// SPDX-License-Identifier: GPL-3.0-or-later
// What of a list is in sight after it was looked at in another way.
#include "list_program.h"

#include <ui/widgets/theme.h>

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

using namespace dtp;
using namespace dtp::test;

using Program = ListProgram;

namespace
{
double luminance(QColor colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// Of the lightest against the darkest, as WCAG 2 counts it.
double contrastIn(const QImage& picture)
{
    double darkest = 1, lightest = 0;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            darkest = std::min(darkest, luminance(picture.pixelColor(x, y)));
            lightest = std::max(lightest, luminance(picture.pixelColor(x, y)));
        }
    }
    return (lightest + 0.05) / (darkest + 0.05);
}
} // namespace

TEST_CASE("a column that is newly shown is scrolled to", "[views]")
{
    Program program;
    RecordTable& table = program.page->table();
    const auto isSeen = [&](const char* key) {
        const int at = table.columnViewportPosition(program.column(key));
        return at >= 0 && at + std::min(table.columnWidth(program.column(key)), 100) <= table.viewport()->width();
    };
    QStringList keys;
    for (const ListColumn& column : program.page->list().columns()) {
        if (column.key != s("contact.email") && column.key != s("contact.phone") && keys.size() < 12)
            keys.append(column.key);
    }
    table.showColumns(keys);
    table.horizontalScrollBar()->setValue(0);
    table.showColumns(keys + QStringList{s("contact.email")});
    CHECK(isSeen("contact.email"));
    table.horizontalScrollBar()->setValue(0);
    CHECK_FALSE(isSeen("contact.email"));
    table.setColumnShown(program.column("contact.phone"), true);
    CHECK(isSeen("contact.phone"));
}

TEST_CASE("a list that is sorted or grouped anew begins at its top, and what is current stays so", "[views]")
{
    Program program;
    for (int i = 0; i < 60; ++i)
        addPerson(*program.window->store(), s("Ana"), QStringLiteral("Z%1").arg(i, 2, 10, QLatin1Char('0')), s("TH"));
    RecordTable& table = program.page->table();
    REQUIRE(waitFor([&] { return table.verticalScrollBar()->maximum() > 0; }));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    const qint64 last = table.currentId();
    REQUIRE(last != 0);
    const auto isAtTop = [&] { return table.verticalScrollBar()->value() == 0; };
    REQUIRE_FALSE(isAtTop());
    program.click("country");
    CHECK(isAtTop());
    CHECK(table.currentId() == last);
    CHECK(program.page->currentRecord() == last);
    table.scrollToBottom();
    REQUIRE_FALSE(isAtTop());
    Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("Country"));
    CHECK(isAtTop());
    CHECK(table.currentId() == last);
    // What changes in the file leaves it where it is.
    table.scrollToBottom();
    addPerson(*program.window->store(), s("Ana"), s("Zz"), s("TH"));
    CHECK_FALSE(isAtTop());
}

TEST_CASE("the arrow that folds a group is seen in each theme", "[views][theme]")
{
    const auto [theme, isFolded, isCurrent] =
        GENERATE(table<ThemeChoice, bool, bool>({{ThemeChoice::Dark, false, false},
                                                 {ThemeChoice::Dark, true, false},
                                                 {ThemeChoice::Dark, true, true},
                                                 {ThemeChoice::Dark, false, true},
                                                 {ThemeChoice::Light, true, false},
                                                 {ThemeChoice::Light, false, true}}));
    applyTheme(*qApp, theme);
    {
        Program program;
        Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("Country"));
        RecordTable& list = program.page->table();
        if (isFolded)
            list.toggleGroup(0);
        list.setCurrentIndex(list.model()->index(isCurrent ? 0 : 1, 0));
        program.window->activateWindow();
        list.setFocus();
        REQUIRE(waitFor([&] { return list.hasFocus(); }));
        const QImage picture = list.viewport()->grab(QRect(0, 0, 40, list.rowHeight(0))).toImage();
        CHECK(contrastIn(picture.copy(8, 8, 16, picture.height() - 16)) >= 4.5);
    }
    applyTheme(*qApp, ThemeChoice::Light);
}
