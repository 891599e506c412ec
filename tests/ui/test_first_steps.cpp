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

TEST_CASE("A page that is opened by its number has the keys: one types, or moves in the list at once",
          "[first-steps][keys]")
{
    Newcomer here;
    RecordPage& people = here.byKeys(Qt::Key_2, "people");
    auto* search = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(search);
    CHECK(people.isAncestorOf(search));
    CHECK(people.currentRecord() == 0); // nobody is opened by coming here
    here.key(Qt::Key_Down);
    CHECK(people.table().hasFocus());
    CHECK(people.table().currentIndex().row() == 0);
    here.key(Qt::Key_Down);
    CHECK(people.table().currentIndex().row() == 1);
    RecordPage& tasks = here.byKeys(Qt::Key_9, "tasks");
    CHECK(tasks.isAncestorOf(QApplication::focusWidget()));
    // Where one was in the list, one is again.
    CHECK(&here.byKeys(Qt::Key_2, "people") == &people);
    CHECK(people.table().hasFocus());
    here.key(Qt::Key_Down);
    CHECK(people.table().currentIndex().row() == 2);
    here.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(here.window.workspace()->currentPage() == &tasks);
    CHECK(tasks.isAncestorOf(QApplication::focusWidget()));
    here.key(Qt::Key_1, Qt::ControlModifier);
    Page* home = here.window.workspace()->currentPage();
    CHECK(home->name() == s("home"));
    CHECK(home->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("Down in the search box goes to what was found", "[first-steps][keys]")
{
    Newcomer here;
    RecordPage& people = here.byKeys(Qt::Key_2, "people");
    people.focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), s("Sok 17"));
    here.key(Qt::Key_Down);
    CHECK(people.table().hasFocus());
    REQUIRE(people.list().rowCount() == 1);
    CHECK(people.table().currentId() == people.list().idAt(0));
    // Where nothing was found one goes on typing.
    people.focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), s("Nobody"));
    here.key(Qt::Key_Down);
    CHECK(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
}

TEST_CASE("A name in a cell that nobody has is said to be nobody's, with what to do, and so it is in a form",
          "[first-steps][edit-in-list]")
{
    const QString sentence =
        s("“Zerubina” is not in this file. Choose one that is, or clear the field; what is new is "
          "added on its own page first.");
    Newcomer here;
    RecordPage& page = here.byKeys(Qt::Key_9, "tasks");
    page.table().setFocus();
    page.table().setCurrentIndex(page.list().index(0, Newcomer::column(page, "person_id")));
    here.key(Qt::Key_F2);
    const auto* cell = page.table().findChild<CellEditor*>();
    REQUIRE((cell && cell->isOpen()));
    QTest::keyClicks(QApplication::focusWidget(), s("Zerubina"));
    CHECK(here.said().isEmpty());
    here.key(Qt::Key_Return);
    CHECK(here.said() == sentence);
    CHECK(cell->isOpen());
    processPending(); // the list makes room for what is told
    CHECK(cell->geometry().contains(page.table().visualRect(page.table().currentIndex()).center()));
    here.key(Qt::Key_Escape);
    CHECK_FALSE(cell->isOpen());

    auto* form = page.pane().findChild<RecordForm*>();
    REQUIRE(form);
    auto* line = form->findChild<QLineEdit*>(s("person_id"));
    REQUIRE(line);
    const auto problem = [&] {
        for (const QLabel* label : form->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == s("⚠ ") + sentence)
                return true;
        }
        return false;
    };
    const auto write = [&] {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, s("Zerubina"));
        CHECK_FALSE(problem());
    };
    write();
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(problem());
    write();
    QTest::keyClick(line, Qt::Key_Tab);
    CHECK(problem());
    form->revert();
    CHECK_FALSE(problem());
}

TEST_CASE("What is told at the foot covers no row of the list, which has its room again afterwards", "[first-steps]")
{
    Newcomer here;
    RecordPage& page = here.byKeys(Qt::Key_2, "people");
    RecordTable& table = page.table();
    table.setFocus();
    here.key(Qt::Key_End, Qt::ControlModifier);
    const QModelIndex last = page.list().index(39, 0);
    REQUIRE(table.currentIndex().row() == 39);
    const auto bottom = [&] { return table.viewport()->mapTo(&here.window, table.visualRect(last).bottomLeft()).y(); };
    const int before = table.height();
    here.window.workspace()->tellOnly(s("A rather long sentence that reaches below the list, so that it would cover "
                                        "the last of its rows."));
    const auto* bar = here.window.findChild<MessageBar*>();
    REQUIRE(bar);
    REQUIRE(bar->isVisible());
    processPending();
    CHECK(table.height() < before);
    CHECK(bottom() < bar->mapTo(&here.window, QPoint()).y());
    CHECK(table.viewport()->rect().contains(table.visualRect(last)));
    shoot(here.window, s("message-below-list"));
    for (QPushButton* button : bar->findChildren<QPushButton*>())
        button->click();
    processPending();
    CHECK(table.height() == before);
    // Also that of a page that is opened while it stands there.
    here.window.workspace()->tellOnly(s("A rather long sentence that reaches below the list, and stays."));
    RecordPage& tasks = here.byKeys(Qt::Key_9, "tasks");
    processPending();
    CHECK(tasks.table().mapTo(&here.window, tasks.table().rect().bottomLeft()).y() <
          bar->mapTo(&here.window, QPoint()).y());
}
