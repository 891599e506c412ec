// SPDX-License-Identifier: GPL-3.0-or-later
// Where the record stands beside its list: at the right, below, or hidden until one is opened.
#include <sample/sample.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Desk : TestWindow {
    Desk() : settings(store.path(QStringLiteral("window.ini")), QSettings::IniFormat), window(settings, dialogs)
    {
        REQUIRE(window.createFile(store.path(QStringLiteral("own.dtp"))));
        REQUIRE_OK(fillWithSample(*window.store(), SampleSize{60, 1990}));
        window.resize(1366, 768);
        window.show();
        activate(window);
        people().table().selectRow(0);
        REQUIRE(people().currentRecord() != 0);
    }

    static void activate(QWidget& shown)
    {
        shown.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&shown));
    }
    RecordPage& open(const char* name)
    {
        window.workspace()->openPage(QLatin1String(name), {});
        auto* page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
        REQUIRE(page);
        REQUIRE(waitFor([&] { return page->list().isComplete(); }));
        return *page;
    }
    RecordPage& people() { return open("people"); }
    void press(Qt::Key key) { QTest::keyClick(&window, key); }

    // The words of the menu View > Record of a page.
    void choose(RecordPage& page, const QString& words)
    {
        for (QPushButton* button : page.findChildren<QPushButton*>()) {
            for (QAction* one : button->menu() ? button->menu()->actions() : QList<QAction*>()) {
                if (one->text() != QLatin1String("&Record"))
                    continue;
                Q_EMIT one->menu()->aboutToShow();
                for (QAction* place : one->menu()->actions()) {
                    if (place->text() == words)
                        return place->trigger();
                }
            }
        }
        FAIL("no such place: " << words.toStdString());
    }

    QSettings settings;
    MainWindow window;
};
} // namespace

TEST_CASE("F9 hides the record beside the list, which has all the room then, and brings it back", "[pane-place]")
{
    Desk desk;
    RecordPage& page = desk.people();
    const int narrow = page.table().width();
    page.table().setFocus();
    desk.press(Qt::Key_F9);
    CHECK_FALSE(page.view().isVisible());
    CHECK(waitFor([&] { return page.table().width() > narrow + 300; }));
    // Going through the list brings nothing back, and the record follows.
    QTest::keyClick(&page.table(), Qt::Key_Down);
    const qint64 second = page.table().currentId();
    CHECK_FALSE(page.view().isVisible());
    desk.press(Qt::Key_F9);
    CHECK(page.view().isVisible());
    CHECK(page.currentRecord() == second);
    CHECK(waitFor([&] { return page.table().width() == narrow; }));
}

TEST_CASE("A hidden record comes back when one is opened, entered or asked for from elsewhere", "[pane-place]")
{
    Desk desk;
    RecordPage& page = desk.people();
    const auto hidden = [&] {
        page.setPaneHidden(true);
        return !page.view().isVisible();
    };
    REQUIRE(hidden());
    page.table().setFocus();
    QTest::keyClick(&page.table(), Qt::Key_Return);
    CHECK(page.view().isVisible());
    CHECK(page.view().isAncestorOf(desk.window.focusWidget()));

    REQUIRE(hidden());
    CHECK(page.table().hasFocus()); // not in what nobody sees
    QTest::keyClick(&desk.window, Qt::Key_N, Qt::ControlModifier);
    CHECK(page.view().isVisible());
    CHECK(page.view().isNew());
    REQUIRE(page.leave());

    REQUIRE(hidden());
    desk.window.workspace()->openRecord(Entity::Person, page.list().idAt(5));
    CHECK(page.view().isVisible());
    CHECK(page.currentRecord() == page.list().idAt(5));
}

TEST_CASE("Each page remembers whether its record stands at the right, below or not at all", "[pane-place]")
{
    Desk desk;
    RecordPage& page = desk.people();
    desk.choose(page, QStringLiteral("&Below the list"));
    CHECK(page.view().mapTo(&page, QPoint()).y() >= page.table().mapTo(&page, QPoint()).y() + page.table().height());
    CHECK(page.view().height() >= 200);
    shoot(desk.window, QStringLiteral("pane-below"));
    CHECK(page.table().height() >= 150);
    desk.choose(page, QStringLiteral("&Hidden"));
    RecordPage& others = desk.open("organisations");
    others.table().selectRow(0);
    CHECK(others.view().isVisible()); // another page

    MainWindow next(desk.settings, desk.dialogs);
    REQUIRE(next.openFile(desk.store.path(QStringLiteral("own.dtp"))));
    next.resize(1366, 768);
    next.show();
    desk.activate(next);
    next.workspace()->openPage(QStringLiteral("people"), {});
    auto* again = qobject_cast<RecordPage*>(next.workspace()->currentPage());
    REQUIRE(again);
    REQUIRE(waitFor([&] { return again->list().isComplete(); }));
    again->table().selectRow(0);
    CHECK_FALSE(again->view().isVisible());
    QTest::keyClick(&next, Qt::Key_F9);
    CHECK(again->view().isVisible());
    CHECK(again->view().mapTo(again, QPoint()).y() > again->table().mapTo(again, QPoint()).y());
    desk.choose(*again, QStringLiteral("At the &right"));
    CHECK(again->view().mapTo(again, QPoint()).x() > again->table().mapTo(again, QPoint()).x());
}

TEST_CASE("A page without a record beside its list says so on F9", "[pane-place]")
{
    Desk desk;
    desk.window.workspace()->openPage(QStringLiteral("reports"), {});
    desk.press(Qt::Key_F9);
    CHECK(desk.window.workspace()->message().contains(QStringLiteral("no record beside a list")));
}
