// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a list, and where one comes back to.
#include <records/people.h>
#include <records/reports.h>
#include <sample/sample.h>
#include <search/person_search.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/records/selection_pane.h>
#include <ui/shell/global_search.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/theme.h>

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStyle>
#include <QTest>
#include <QToolButton>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct OpenWindow : TestWindow {
    OpenWindow() : settings(store.path(QStringLiteral("window.ini")), QSettings::IniFormat), window(settings, dialogs)
    {
        REQUIRE(window.createFile(store.path(QStringLiteral("own.dtp"))));
        REQUIRE_OK(fillWithSample(*window.store(), SampleSize{60, 1990}));
        window.resize(1366, 768);
        window.show();
    }

    RecordPage& open(const char* page, const QString& query = {})
    {
        window.workspace()->openPage(QLatin1String(page), query);
        auto* made = qobject_cast<RecordPage*>(window.workspace()->currentPage());
        REQUIRE(made);
        REQUIRE(waitFor([&] { return made->list().isComplete(); }));
        return *made;
    }

    QSettings settings;
    MainWindow window;
};

void type(RecordPage& page, const QString& text)
{
    page.focusSearch();
    const auto lines = page.findChildren<QLineEdit*>();
    const auto found = std::find_if(lines.begin(), lines.end(), [](const QLineEdit* one) {
        return one->accessibleName().startsWith(QStringLiteral("Search in "));
    });
    REQUIRE(found != lines.end());
    QLineEdit* line = *found;
    line->clear();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}
} // namespace

TEST_CASE("Beside a list that a search has emptied stands no record of before", "[list-pane]")
{
    OpenWindow own;
    for (const char* name : {"people", "organisations", "networks"}) {
        INFO(name);
        RecordPage& page = own.open(name);
        page.table().selectRow(0);
        REQUIRE(page.currentRecord() != 0);
        type(page, QStringLiteral("zzzz nobody is called so"));
        REQUIRE(waitFor([&] { return page.list().rowCount() == 0 && page.list().isComplete(); }));
        CHECK(waitFor([&] { return page.currentRecord() == 0; }));
        CHECK_FALSE(page.pane().isVisible());
        // One that is asked for from elsewhere is shown, whatever the list holds.
        const qint64 asked = own.window.store()->ids(page.entity(), Where().first(1))->front();
        own.window.workspace()->openRecord(page.entity(), asked);
        CHECK(page.currentRecord() == asked);
        CHECK(page.pane().isVisible());
    }
}

TEST_CASE("Several rows are said to be several, with what can be done to them", "[list-pane]")
{
    OpenWindow own;
    RecordPage& page = own.open("people");
    REQUIRE(page.list().rowCount() > 3);
    page.table().selectRow(0);
    page.table().setFocus();
    QTest::keyClick(&page.table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&page.table(), Qt::Key_Down, Qt::ShiftModifier);
    auto* selection = page.findChild<SelectionPane*>();
    REQUIRE(selection);
    REQUIRE(selection->isVisible());
    CHECK_FALSE(page.pane().isVisible());
    CHECK(selection->findChild<QLabel*>(QStringLiteral("selected"))->text() == QStringLiteral("3 people selected"));
    shoot(own.window, QStringLiteral("several-selected"));
    QToolButton* remove = nullptr;
    for (QToolButton* button : selection->findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Delete 3 people"))
            remove = button;
    }
    REQUIRE(remove);
    const qint64 before = *own.window.store()->count(Entity::Person);
    remove->click();
    CHECK(*own.window.store()->count(Entity::Person) == before - 3);
    REQUIRE_OK(own.window.store()->undo());
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == before; }));
    page.table().selectRow(1);
    CHECK_FALSE(selection->isVisible());
    CHECK(page.pane().isVisible());
    CHECK(page.currentRecord() == page.list().idAt(1));
}

TEST_CASE("Where nothing was done, the message that says why offers no Undo", "[list-pane]")
{
    OpenWindow own;
    RecordPage& page = own.open("organisations");
    addPerson(*own.window.store(), QStringLiteral("Dara"), QStringLiteral("Sok"));
    page.openWindow();
    CHECK(own.window.workspace()->message().startsWith(QStringLiteral("Choose one in the list first")));
    const auto offersUndo = [&] {
        const auto buttons = own.window.findChildren<QPushButton*>();
        return std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* one) {
            return one->isVisible() && one->text() == QStringLiteral("Undo");
        });
    };
    CHECK_FALSE(offersUndo());
    own.window.workspace()->openPage(QStringLiteral("home"));
    own.window.workspace()->currentPage()->openWindow();
    CHECK(own.window.workspace()->message().contains(QStringLiteral("opens in this window only")));
    CHECK_FALSE(offersUndo());
}

TEST_CASE("While nothing is chosen the menu says no number", "[list-pane]")
{
    OpenWindow own;
    for (const char* name : {"people", "organisations", "tasks"}) {
        RecordPage& page = own.open(name);
        page.table().clearSelection();
        for (QAction* deed : page.deeds()) {
            INFO(deed->text().toStdString());
            CHECK_FALSE(deed->text().contains(QLatin1Char('0')));
            CHECK_FALSE(deed->isEnabled());
        }
    }
}

TEST_CASE("Back from a report that was opened in the list is the list", "[list-pane]")
{
    OpenWindow own;
    own.open("people");
    RecordPage& page = own.open("reports");
    REQUIRE(page.list().rowCount() > 0);
    const qint64 record = page.list().idAt(0);
    page.table().selectRow(0);
    page.table().setFocus();
    QTest::keyClick(&page.table(), Qt::Key_Return);
    REQUIRE(page.currentRecord() == record);
    Workspace& space = *own.window.workspace();
    space.goBack();
    CHECK(space.currentPage() == &page);
    CHECK(page.currentRecord() == 0);
    space.goForward();
    CHECK(page.currentRecord() == record);
    space.openPage(QStringLiteral("reports")); // a click on its place at the left
    CHECK(page.currentRecord() == 0);
    space.goBack();
    CHECK(page.currentRecord() == record);
    space.goBack();
    space.goBack();
    CHECK(space.currentPage()->name() == QStringLiteral("people"));
}

TEST_CASE("Back from a report that was opened elsewhere is where one was", "[list-pane]")
{
    OpenWindow own;
    own.open("people");
    const qint64 report = own.window.store()->ids(Entity::Report, Where().first(1))->front();
    own.window.workspace()->openRecord(Entity::Report, report);
    CHECK(own.window.workspace()->currentPage()->currentRecord() == report);
    own.window.workspace()->goBack();
    CHECK(own.window.workspace()->currentPage()->name() == QStringLiteral("people"));
}

TEST_CASE("What has no page of its own is shown on that of what it belongs to", "[list-pane]")
{
    OpenWindow own;
    Workspace& space = *own.window.workspace();
    const std::pair<Entity, const char*> places[] = {
        {Entity::Organisation, "organisations"}, {Entity::Participation, "programs"}, {Entity::Membership, "networks"},
        {Entity::Invitation, "workshops"},       {Entity::ProgramSeries, "programs"}, {Entity::Person, "people"}};
    for (const auto& [entity, page] : places) {
        INFO(page);
        space.openPage(QStringLiteral("home"));
        space.openList(entity);
        CHECK(space.currentPage()->name() == QLatin1String(page));
    }
}

TEST_CASE("Find anything shows a sentence about what went wrong to its end", "[list-pane]")
{
    OpenWindow own;
    loseTable(*own.window.store(), "organisation");
    auto* made = new GlobalSearch(own.window.workspace()->context(), {}); // goes when it is closed
    GlobalSearch& broken = *made;
    broken.show();
    QTest::keyClicks(broken.findChild<QLineEdit*>(), QStringLiteral("centre"));
    auto* list = broken.findChild<QListWidget*>();
    QListWidgetItem* note = nullptr;
    REQUIRE(waitFor([&] {
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->text().startsWith(QStringLiteral("⚠")))
                note = list->item(i);
        }
        return note != nullptr;
    }));
    const QRect row = list->visualItemRect(note);
    const QRect words =
        list->fontMetrics().boundingRect(0, 0, row.width() - 24, 10'000, Qt::TextWordWrap, note->text());
    CHECK(words.width() <= row.width() - 24);
    CHECK(words.height() <= row.height());
    broken.close();
}

TEST_CASE("The list of tasks says whom a task is about", "[list-pane]")
{
    OpenWindow own;
    RecordPage& page = own.open("tasks");
    QStringList titles;
    for (int column = 0; column < page.list().columnCount(); ++column)
        titles.append(page.list().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    CHECK(titles.contains(QStringLiteral("Person")));
}

TEST_CASE("A search that is not understood says so on every page and shows nothing", "[list-pane][query-bar]")
{
    OpenWindow own;
    for (const char* name : {"people", "programs", "networks", "workshops", "reports", "organisations", "tasks"}) {
        INFO(name);
        RecordPage& page = own.open(name);
        REQUIRE((page.list().rowCount() > 0 || qstrcmp(name, "tasks") == 0));
        type(page, QStringLiteral("colour_of_door:green"));
        REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 0; }));
        const auto labels = page.findChildren<QLabel*>();
        const bool isSaid = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("colour_of_door"));
        });
        CHECK(isSaid);
        type(page, QString());
        CHECK(waitFor([&] { return page.list().isComplete(); }));
    }
}

TEST_CASE("Saved searches are sets in the search box of people", "[list-pane][query-bar]")
{
    OpenWindow own;
    Store& store = *own.window.store();
    REQUIRE_OK(store.change(QStringLiteral("Keep"), [&](ChangeWriter& writer) -> Result<> {
        Segment women;
        women.name = QStringLiteral("Women");
        women.query = QStringLiteral("gender:female");
        DTP_CHECK(writer.insert(women));
        return {};
    }));
    const auto count = [&](const QString& query) {
        const auto parsed = PersonQuery::parse(query, store);
        REQUIRE_OK(parsed);
        return static_cast<int>(*countPeople(store, *parsed));
    };
    RecordPage& page = own.open("people");
    const int all = static_cast<int>(*store.count(Entity::Person));
    const int women = count(QStringLiteral("gender:female"));
    REQUIRE(women > 0);
    REQUIRE(women < all);
    type(page, QStringLiteral("in:Women"));
    CHECK(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == women; }));
    type(page, QStringLiteral("-in:Women"));
    CHECK(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == all - women; }));
    type(page, QStringLiteral("in:Nobody"));
    CHECK(waitFor([&] { return page.list().isComplete() && page.list().rowCount() == 0; }));
}

TEST_CASE("Rows that are chosen stay chosen when the list is put in another order, and what is done is done to them",
          "[list-pane][deeds]")
{
    OpenWindow test;
    RecordPage& page = test.open("people");
    RecordTable& table = page.table();
    // Far apart in the other order.
    REQUIRE(table.selectId(page.list().idAt(2)));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    const std::vector<qint64> chosen = table.selectedIds();
    REQUIRE(chosen.size() == 4);
    const auto sorted = [](std::vector<qint64> ids) {
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    auto* pane = page.findChild<SelectionPane*>();
    REQUIRE(pane);
    for (const char* key : {"country", "given_name", "name"}) {
        INFO(key);
        Q_EMIT table.sortAsked(QLatin1String(key), key[0] == 'n');
        REQUIRE(waitFor([&] { return page.list().isComplete(); }));
        CHECK(sorted(table.selectedIds()) == sorted(chosen));
        CHECK(pane->isVisible());
    }
    // One leaves the list by what is done to it: the others stay.
    const qint64 gone = chosen[1];
    const auto remove = [&test](const std::vector<qint64>& ids) {
        return test.window.store()->change(QStringLiteral("Remove"), [&ids](ChangeWriter& writer) -> Result<> {
            for (const qint64 id : ids)
                DTP_CHECK(writer.remove(Entity::Person, id));
            return {};
        });
    };
    REQUIRE_OK(remove({gone}));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowOf(gone) < 0; }));
    CHECK(sorted(table.selectedIds()) == sorted({chosen[0], chosen[2], chosen[3]}));
    // With one left, it is the one beside the list.
    REQUIRE_OK(remove({chosen[0], chosen[2]}));
    REQUIRE(waitFor([&] { return page.list().isComplete() && page.list().rowOf(chosen[2]) < 0; }));
    CHECK(table.selectedIds() == std::vector<qint64>{chosen[3]});
    CHECK(page.currentRecord() == chosen[3]);
}

TEST_CASE("The heads of a list keep count of their widths when the window grows and shrinks", "[list-pane]")
{
    OpenWindow own;
    applyTheme(*qApp, ThemeChoice::Light); // the heads as people see them
    for (const char* name : {"people", "recommendations", "tasks", "cases", "organisations"}) {
        INFO(name);
        own.window.resize(1280, 800);
        RecordPage& page = own.open(name);
        page.table().selectRow(0);
        // Its rows just have room: whether there is a scroll bar hangs on how high the heads are.
        const int rows = page.list().rowCount() * page.table().rowHeight(0);
        own.window.resize(1280, own.window.height() + rows - page.table().viewport()->height());
        REQUIRE(waitUntilQuiet(page));
        for (const QSize size : {QSize(1920, 1080), QSize(1280, 800), QSize(1024, 700), QSize(1366, 768)}) {
            INFO(size.width());
            own.window.resize(size);
            processPending();
            const QHeaderView& heads = *page.table().horizontalHeader();
            int widths = 0;
            for (int i = 0; i < heads.count(); ++i)
                widths += heads.sectionSize(i);
            CHECK(heads.length() == widths);
            CHECK(widths <= page.table().viewport()->width());
            CHECK(page.table().columnAt(10) == heads.logicalIndex(0)); // there is something to see
        }
    }
}

TEST_CASE("The head by which a list is in order has room for its words beside the arrow", "[list-pane]")
{
    OpenWindow own;
    RecordPage& page = own.open("cases");
    page.setOrders({{QStringLiteral("next_review"), false}});
    const QHeaderView& heads = *page.table().horizontalHeader();
    const int sorted = heads.sortIndicatorSection();
    REQUIRE(heads.isSortIndicatorShown());
    REQUIRE(waitFor([&] { return !heads.isSectionHidden(sorted); }));
    // So wide that the words alone would stand on one line.
    const QString words = page.list().headerData(sorted, Qt::Horizontal, Qt::DisplayRole).toString();
    const int margin = heads.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &heads);
    const int width = heads.fontMetrics().horizontalAdvance(words) + 2 * margin + 16;
    page.table().setColumnState({QStringLiteral("next_review:%1").arg(width), QStringLiteral("level:200")});
    REQUIRE(heads.sectionSize(sorted) == width);
    CHECK(waitFor([&] { return heads.height() >= 2 * heads.fontMetrics().lineSpacing(); }));
}
