// SPDX-License-Identifier: GPL-3.0-or-later
// F2: a field is edited where it stands in the list.
#include <records/people.h>
#include <records/programs.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/discretion/discreet_switch.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/cell_editor.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Three organisations, by name: Alder, Birch, Cedar.
struct Forest : TestWindow {
    Forest() : settings(store.path(QStringLiteral("window.ini")), QSettings::IniFormat), window(settings, dialogs)
    {
        REQUIRE(window.createFile(store.path(QStringLiteral("own.dtp"))));
        for (const char* name : {"Alder", "Birch", "Cedar"}) {
            Organisation one;
            one.name = QLatin1String(name);
            one.place = QStringLiteral("Suva");
            addRecords(*window.store(), one);
            ids.push_back(one.id);
        }
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        window.workspace()->openPage(QStringLiteral("organisations"), {});
        page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
        REQUIRE(page);
        page->table().showColumns({QStringLiteral("name"), QStringLiteral("place"), QStringLiteral("website")});
        REQUIRE(waitFor([&] { return page->list().rowCount() == 3; }));
        at(0, "name");
    }

    int column(const char* key) const
    {
        const auto& all = page->list().columns();
        return static_cast<int>(std::find_if(all.begin(), all.end(),
                                             [&](const ListColumn& one) { return one.key == QLatin1String(key); }) -
                                all.begin());
    }
    void at(int row, const char* key)
    {
        page->table().setFocus();
        page->table().setCurrentIndex(page->list().index(row, column(key)));
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), pressed, with);
    }
    void write(const char* text)
    {
        key(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text));
    }
    FieldEditor* open() const
    {
        const auto* cell = page->table().findChild<CellEditor*>();
        return cell && cell->isOpen() && cell->isVisible() ? cell->findChild<FieldEditor*>() : nullptr;
    }
    Organisation stored(size_t number) { return window.store()->get(ids[number]).value_or(Organisation()); }
    QString said() { return window.workspace()->message(); }

    std::vector<Id<Organisation>> ids;
    QSettings settings;
    MainWindow window;
    RecordPage* page = nullptr;
};
} // namespace

TEST_CASE("F2 edits the field of the current column, and Return keeps it as one change that can be undone",
          "[edit-in-list]")
{
    Forest forest;
    forest.at(1, "place");
    forest.key(Qt::Key_F2);
    REQUIRE(forest.open());
    CHECK(forest.open()->value() == QVariant(QStringLiteral("Suva")));
    // Over its cell.
    const QRect cell = forest.page->table().visualRect(forest.page->table().currentIndex());
    CHECK(forest.open()->parentWidget()->geometry().contains(cell.center()));
    forest.write("Nadi");
    shoot(forest.window, QStringLiteral("edit-in-list"));
    forest.key(Qt::Key_Return);
    CHECK_FALSE(forest.open());
    CHECK(forest.stored(1).place == QStringLiteral("Nadi"));
    CHECK(forest.stored(0).place == QStringLiteral("Suva"));
    CHECK(forest.page->table().hasFocus());
    CHECK(waitFor([&] {
        return forest.page->list().index(1, forest.column("place")).data() == QVariant(QStringLiteral("Nadi"));
    }));
    forest.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(forest.stored(1).place == QStringLiteral("Suva"));
}

TEST_CASE("Tab in the list keeps what was typed and goes to the next field of the record, Shift+Tab back",
          "[edit-in-list]")
{
    Forest forest;
    forest.key(Qt::Key_F2);
    forest.write("Acacia");
    forest.key(Qt::Key_Tab);
    CHECK(forest.stored(0).name == QStringLiteral("Acacia"));
    REQUIRE(forest.open());
    CHECK(forest.open()->objectName() == QLatin1String("place"));
    forest.write("Labasa");
    forest.key(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(forest.stored(0).place == QStringLiteral("Labasa"));
    REQUIRE(forest.open());
    CHECK(forest.open()->objectName() == QLatin1String("name"));
    forest.key(Qt::Key_Escape);
    CHECK_FALSE(forest.open());
}

TEST_CASE("Escape leaves the field as it was, what is the same makes no change", "[edit-in-list]")
{
    Forest forest;
    const auto changes = [&] {
        return forest.window.store()->history(10).value_or(std::vector<ChangeSummary>()).size();
    };
    const size_t before = changes();
    forest.at(2, "place");
    forest.key(Qt::Key_F2);
    forest.write("Nowhere");
    forest.key(Qt::Key_Escape);
    CHECK(forest.stored(2).place == QStringLiteral("Suva"));
    forest.key(Qt::Key_F2);
    REQUIRE(forest.open());
    forest.key(Qt::Key_Return);
    CHECK(changes() == before);
}

TEST_CASE("What cannot be is said, and stays where it was typed", "[edit-in-list]")
{
    Forest forest;
    forest.key(Qt::Key_F2);
    forest.write(" "); // a name is required
    forest.key(Qt::Key_Return);
    REQUIRE(forest.open());
    CHECK(forest.said().contains(QStringLiteral("Name")));
    CHECK(forest.stored(0).name == QStringLiteral("Alder"));
    // Nor does one leave the page with it.
    CHECK_FALSE(forest.page->leave());
    forest.key(Qt::Key_Escape);
    CHECK(forest.page->leave());
}

TEST_CASE("Clicking elsewhere, leaving the page and locking keep what was typed in the list", "[edit-in-list]")
{
    Forest forest;
    forest.at(0, "place");
    forest.key(Qt::Key_F2);
    forest.write("Apia");
    SECTION("another row")
    {
        const QRect other = forest.page->table().visualRect(forest.page->list().index(2, forest.column("name")));
        QTest::mouseClick(forest.page->table().viewport(), Qt::LeftButton, {}, other.center());
        CHECK_FALSE(forest.open());
    }
    SECTION("another page")
    {
        forest.window.workspace()->openPage(QStringLiteral("people"), {});
    }
    SECTION("keeping what was typed")
    {
        forest.page->keepTyped();
    }
    CHECK(forest.stored(0).place == QStringLiteral("Apia"));
}

TEST_CASE("F2 with several chosen asks for one value for all of them, of the column that is current", "[edit-in-list]")
{
    Forest forest;
    forest.at(1, "place");
    QItemSelection two(forest.page->list().index(1, 0), forest.page->list().index(2, 0));
    forest.page->table().selectionModel()->select(two,
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    bool asked = false;
    QTimer::singleShot(0, &forest.window, [&] {
        auto* dialog = qobject_cast<DeedDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        asked = dialog->fields()->currentData() == QVariant(QStringLiteral("place")) &&
                dialog->editor("place")->isAncestorOf(dialog->focusWidget());
        if (!asked)
            return dialog->reject();
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("Lae"));
        dialog->accept();
    });
    forest.key(Qt::Key_F2);
    CHECK(asked);
    CHECK(forest.stored(0).place == QStringLiteral("Suva"));
    CHECK(forest.stored(1).place == QStringLiteral("Lae"));
    CHECK(forest.stored(2).place == QStringLiteral("Lae"));
}

TEST_CASE("F2 says why where nothing can be edited in the list", "[edit-in-list]")
{
    Forest forest;
    SECTION("in discreet mode")
    {
        forest.window.workspace()->discreet().toggle();
        forest.key(Qt::Key_F2);
        CHECK(forest.said().contains(QStringLiteral("discreet mode")));
    }
    SECTION("where columns are made of other records")
    {
        const auto& all = forest.page->list().columns();
        const auto made = std::find_if(all.begin(), all.end(), [](const ListColumn& one) { return bool(one.lookUp); });
        REQUIRE(made != all.end());
        forest.page->table().showColumns({made->key});
        forest.at(0, made->key.toLatin1().constData());
        forest.key(Qt::Key_F2);
        CHECK(forest.said().contains(QStringLiteral("Return opens the record")));
    }
    CHECK_FALSE(forest.open());
}

TEST_CASE("A row that moves by what was typed takes nothing along", "[edit-in-list]")
{
    Forest forest; // in the order of its names
    const auto rename = [&](const char* to, Qt::Key with) {
        forest.at(0, "name");
        forest.key(Qt::Key_F2);
        REQUIRE(forest.open());
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(to)); // in place of what was there
        forest.key(with);
    };
    rename("Zelkova", Qt::Key_Tab);
    CHECK(forest.stored(0).name == QStringLiteral("Zelkova"));
    REQUIRE(waitFor([&] { return forest.page->list().rowOf(forest.ids[0].value) == 2; }));
    REQUIRE(forest.open());
    CHECK(forest.open()->objectName() == QLatin1String("place"));
    forest.write("Koror");
    forest.key(Qt::Key_Return);
    CHECK(forest.stored(0).place == QStringLiteral("Koror")); // of the same record
    CHECK(forest.stored(1).place == QStringLiteral("Suva"));
    rename("Yew", Qt::Key_Return);
    CHECK(forest.stored(1).name == QStringLiteral("Yew"));
    CHECK_FALSE(forest.open());
}

TEST_CASE("A row that moves behind what a long list shows first closes the editor, and is kept", "[edit-in-list]")
{
    Forest forest;
    REQUIRE_OK(forest.window.store()->change(QStringLiteral("Add many"), [](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < 2 * RecordListModel::FirstRows; ++i) {
            Organisation one;
            one.name = QStringLiteral("Many %1").arg(i);
            DTP_CHECK(writer.insert(one));
        }
        return {};
    }));
    REQUIRE(waitFor([&] { return forest.page->list().isComplete() && forest.page->list().rowCount() > 400; }));
    for (const auto& [row, with] : {std::pair(size_t(0), Qt::Key_Tab), std::pair(size_t(1), Qt::Key_Return)}) {
        forest.at(0, "name");
        forest.key(Qt::Key_F2);
        REQUIRE(forest.open());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Zelkova"));
        forest.key(with);
        CHECK(forest.stored(row).name == QStringLiteral("Zelkova"));
        REQUIRE(waitFor([&] { return forest.page->list().rowOf(forest.ids[row].value) > 400; }));
    }
}

TEST_CASE("F2 on a column that is made of several fields edits no other one", "[edit-in-list]")
{
    Forest forest;
    addPerson(*forest.window.store(), QStringLiteral("Asha"), QStringLiteral("Rai"));
    forest.window.workspace()->openPage(QStringLiteral("people"), {});
    forest.page = qobject_cast<RecordPage*>(forest.window.workspace()->currentPage());
    REQUIRE(waitFor([&] { return forest.page->list().rowCount() == 1; }));
    forest.at(0, "name");
    forest.key(Qt::Key_F2);
    CHECK_FALSE(forest.open());
    CHECK(forest.said().contains(QStringLiteral("“Name” is not edited in the list")));
}
