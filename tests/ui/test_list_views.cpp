// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as staff look at them: any columns, sorted by several, in groups, kept as views; by mouse and by keys.
#include "list_program.h"

#include <ui/tables/columns_dialog.h>

#include <QLineEdit>
#include <QListWidget>

using namespace dtp;
using namespace dtp::test;

using Program = ListProgram;

TEST_CASE("people are sorted by any column with a click, and by several with Shift", "[pages][views]")
{
    Program program;
    CHECK(program.rows() == s("Ana Mei Dara"));
    program.page->table().showColumns({s("name"), s("country"), s("contact.email")});
    program.click("contact.email");
    CHECK(program.rows() == s("Mei Dara Ana"));
    program.click("contact.email");
    CHECK(program.rows() == s("Dara Mei Ana"));
    program.click("country");
    program.click("name", Qt::ShiftModifier);
    CHECK(program.rows() == s("Ana Dara Mei"));
    program.click("name", Qt::ShiftModifier);
    CHECK(program.rows() == s("Dara Ana Mei"));
    CHECK(program.page->list().headerData(program.column("country"), Qt::Horizontal, Qt::DisplayRole).toString() ==
          s("Country ▲1"));
    CHECK(program.page->list().headerData(program.column("name"), Qt::Horizontal, Qt::DisplayRole).toString() ==
          s("Name ▼2"));
    // The same from the menu, without a mouse.
    Program::choose(program.menu(s("Vie&w"), s("&Sort by")), s("E-mail"));
    CHECK(program.rows() == s("Mei Dara Ana"));
    Program::choose(program.menu(s("Vie&w"), s("&Sort by")), s("E-mail, upwards"));
    CHECK(program.rows() == s("Dara Mei Ana"));
    Program::choose(program.menu(s("Vie&w"), s("&Sort by")), s("&Newest first"));
    CHECK(program.rows() == s("Ana Mei Dara"));
    Program::choose(program.menu(s("Vie&w"), s("&Sort by")), s("&Usual order"));
    CHECK(program.rows() == s("Ana Mei Dara"));
}

TEST_CASE("a list stands in groups that keys fold, and headings are no people", "[pages][views]")
{
    Program program;
    Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("Country"));
    CHECK(program.rows() == s("Cambodia (2) Ana Dara Thailand (1) Mei"));
    RecordTable& table = program.page->table();
    table.setFocus();
    REQUIRE(table.selectId(program.dara.id.value));
    QTest::keyClick(&table, Qt::Key_Left);
    CHECK(table.currentIndex().row() == 0);
    CHECK(table.currentId() == 0);
    QTest::keyClick(&table, Qt::Key_Left);
    CHECK(program.rows() == s("Cambodia (2) Thailand (1) Mei"));
    QTest::keyClick(&table, Qt::Key_Right);
    CHECK(program.rows() == s("Cambodia (2) Ana Dara Thailand (1) Mei"));
    QTest::keyClick(&table, Qt::Key_Right);
    CHECK(table.currentId() == program.ana.id.value);
    QTest::keyClick(&table, Qt::Key_Minus);
    CHECK(program.rows() == s("Cambodia (2) Thailand (1) Mei"));
    QTest::keyClick(&table, Qt::Key_Plus);
    table.selectAll();
    CHECK(table.selectedIds().size() == 3);
    Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("&Fold all"));
    CHECK(program.rows() == s("Cambodia (2) Thailand (1)"));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                      QPoint(40, table.rowViewportPosition(1) + table.rowHeight(1) / 2));
    CHECK(program.rows() == s("Cambodia (2) Thailand (1) Mei"));
    program.page->setOrders({{s("country"), false}, {s("name"), true}});
    shoot(*program.window, s("list-in-groups"));
    program.page->setOrders({});
    Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("No &groups"));
    CHECK(program.rows() == s("Ana Mei Dara"));
}

TEST_CASE("columns, order, groups and density of a page are there again after a restart", "[pages][views]")
{
    Program program;
    program.page->table().showColumns({s("contact.email"), s("name")});
    program.page->setOrders({{s("country"), true}, {s("name"), true}});
    Program::choose(program.menu(s("Vie&w"), s("&Group by")), s("Country"));
    Program::choose(program.menu(s("Vie&w"), s("&Density")), s("C&ompact"));
    const int height = program.page->table().verticalHeader()->defaultSectionSize();
    REQUIRE(program.page->leave());
    program.restart();
    CHECK(program.rows() == s("Thailand (1) Mei Cambodia (2) Dara Ana"));
    const RecordTable& table = program.page->table();
    CHECK(table.verticalHeader()->defaultSectionSize() == height);
    CHECK(table.horizontalHeader()->visualIndex(program.column("contact.email")) == 0);
    CHECK(table.isColumnHidden(program.column("country")));
}

TEST_CASE("a saved view keeps columns, order and groups in the file, it is renamed, moved, renewed and removed",
          "[pages][views][segment]")
{
    Program program;
    CHECK_FALSE(program.button(s("&Keep this view")).isVisible());
    program.page->table().showColumns({s("name"), s("contact.email")});
    program.page->setOrders({{s("contact.email"), true}});
    CHECK(program.button(s("&Keep this view")).isVisible());
    program.dialogs.text = s("By mail");
    program.button(s("&Keep this view")).click();
    program.page->setGroup(s("country"));
    program.page->search(s("country:KH"));
    program.dialogs.text = s("Cambodia");
    program.button(s("&Keep this view")).click();
    CHECK(program.views() == QStringList{s("By mail"), s("Cambodia")});

    Program::choose(*program.button(s("Saved views")).menu(), s("By mail"));
    CHECK(program.rows() == s("Dara Mei Ana"));
    CHECK_FALSE(program.page->table().isColumnHidden(program.column("contact.email")));
    program.page->table().showColumns({s("name")});
    program.views();
    Program::choose(*program.button(s("Saved views")).menu(), s("Cambodia"));
    CHECK(program.rows() == s("Cambodia (2) Dara Ana"));
    CHECK_FALSE(program.page->table().isColumnHidden(program.column("contact.email")));

    Program::choose(program.menu(s("Saved views"), s("Move &down")), s("By mail"));
    CHECK(program.views() == QStringList{s("Cambodia"), s("By mail")});
    program.dialogs.text = s("Those of Cambodia");
    Program::choose(program.menu(s("Saved views"), s("Re&name")), s("Cambodia"));
    CHECK(program.views() == QStringList{s("Those of Cambodia"), s("By mail")});
    program.page->setGroup({});
    Program::choose(program.menu(s("Saved views"), s("&Keep as it stands now")), s("Those of Cambodia"));
    const auto segments = program.window->store()->find<Segment>(Where("name", s("Those of Cambodia")));
    REQUIRE_OK(segments);
    REQUIRE(segments->size() == 1);
    CHECK(ListView::fromText(segments->front().view).arrangement == Arrangement{{{s("contact.email"), true}}, {}});
    CHECK(segments->front().query == s("country:KH"));
    Program::choose(program.menu(s("Saved views"), s("&Remove")), s("Those of Cambodia"));
    CHECK(program.views() == QStringList{s("By mail")});
    REQUIRE_OK(program.window->store()->undo());
    CHECK(program.views() == QStringList{s("Those of Cambodia"), s("By mail")});
    // Found from everywhere, it opens as it was kept.
    program.page->search({});
    program.page->setOrders({});
    const auto mail = program.window->store()->find<Segment>(Where("name", s("By mail")));
    REQUIRE_OK(mail);
    program.window->workspace()->openRecord(Entity::Segment, mail->front().id.value);
    CHECK(program.rows() == s("Dara Mei Ana"));
}

TEST_CASE("columns are found, ticked and moved by keys", "[views]")
{
    TestWindow window;
    ListColumn name, country, place;
    name.key = s("name");
    name.title = s("Name");
    country.key = s("country");
    country.title = s("Country");
    place.key = s("place");
    place.title = s("Place");
    ColumnsDialog dialog({name, country, place}, {s("name"), s("place")});
    dialog.show();
    CHECK(dialog.chosen() == QStringList{s("name"), s("place")});
    auto* list = dialog.findChild<QListWidget*>();
    REQUIRE(list);
    QTest::keyClicks(dialog.findChild<QLineEdit*>(), s("coun"));
    CHECK(list->item(0)->isHidden());
    CHECK_FALSE(list->item(2)->isHidden());
    dialog.findChild<QLineEdit*>()->clear();
    list->setFocus();
    list->setCurrentRow(2);
    QTest::keyClick(list, Qt::Key_Space);
    CHECK(dialog.chosen() == QStringList{s("name"), s("place"), s("country")});
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    CHECK(dialog.chosen() == QStringList{s("name"), s("country"), s("place")});
}
