// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody new to the window stumbles over: where the keys go, what is current, what is said and where.
#include "newcomer.h"

#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/tables/cell_editor.h>
#include <ui/widgets/message_bar.h>
#include <ui/widgets/theme.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace dtp;
using namespace dtp::test;

namespace
{
// How much of the line around a cell is of the accent: 1 when it is framed.
double framed(RecordTable& table, const QModelIndex& cell)
{
    const QRect rect = table.visualRect(cell);
    const QImage image = table.viewport()->grab(rect).toImage();
    const QColor accent = themeColours(&table).accent;
    int of = 0;
    int found = 0;
    for (int x = 12; x < image.width() - 12; ++x, ++of) {
        const QColor at = image.pixelColor(x, 1);
        found += std::abs(at.red() - accent.red()) + std::abs(at.green() - accent.green()) +
                             std::abs(at.blue() - accent.blue()) <
                         120
                     ? 1
                     : 0;
    }
    return of == 0 ? 0 : static_cast<double>(found) / of;
}
} // namespace

TEST_CASE("The current cell of a list has a frame while the list has the keys, in light and dark", "[first-steps]")
{
    Newcomer here;
    for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
        applyTheme(*qApp, theme);
        RecordPage& page = here.byKeys(Qt::Key_9, "tasks");
        const int due = Newcomer::column(page, "due");
        const QModelIndex first = page.list().index(0, 0);
        const QModelIndex second = page.list().index(0, due);
        page.table().setFocus();
        page.table().setCurrentIndex(first);
        CHECK(framed(page.table(), first) > 0.9);
        CHECK(framed(page.table(), second) < 0.1);
        here.key(Qt::Key_Right);
        CHECK(framed(page.table(), first) < 0.1);
        CHECK(framed(page.table(), second) > 0.9);
        page.focusSearch();
        CHECK(framed(page.table(), second) < 0.1);
    }
}
