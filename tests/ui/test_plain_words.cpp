// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with several, and what columns and relations say: in plain words, in sight and whole.
#include "newcomer.h"

#include <deeds/deed.h>
#include <records/programs.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/selection_pane.h>
#include <ui/widgets/field_editor.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("What can be done with several people is said in plain words, and is in sight without scrolling",
          "[first-steps][deeds]")
{
    Newcomer here;
    RecordPage& page = here.byKeys(Qt::Key_2, "people");
    page.table().selectRow(0);
    page.table().setFocus();
    here.key(Qt::Key_Down, Qt::ShiftModifier);
    const auto* selection = page.findChild<SelectionPane*>();
    REQUIRE((selection && selection->isVisible()));
    processPending();
    const auto* room = selection->findChild<QScrollArea*>();
    REQUIRE(room);
    CHECK(room->verticalScrollBar()->maximum() == 0);
    shoot(here.window, s("deeds-of-several"));
    QStringList words;
    for (const QToolButton* button : selection->findChildren<QToolButton*>())
        words.append(button->text());
    for (const QMenu* menu : selection->findChildren<QMenu*>()) {
        for (const QAction* action : menu->actions())
            words.append(action->text());
    }
    for (const char* one :
         {"Add an organisation to 2 people…", "Add a skill to 2 people…", "Add an issue to 2 people…",
          "Add a language to 2 people…", "Remove a skill from 2 people…", "Remove an issue from 2 people…",
          "Remove a language from 2 people…"}) {
        INFO(one);
        CHECK(words.contains(s(one)));
    }
    CHECK(words.contains(s("Skills, issues, languages ▸")));
    CHECK(static_cast<size_t>(words.size()) == page.deeds().size() + 1);
    // Those of the group are a click, or Space, away.
    for (QToolButton* button : selection->findChildren<QToolButton*>()) {
        if (button->text() != s("Skills, issues, languages ▸"))
            continue;
        QStringList shown;
        QTimer::singleShot(0, &here.window, [&] {
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            for (const QAction* action : menu ? menu->actions() : QList<QAction*>())
                shown.append(action->text());
            if (menu)
                menu->close();
        });
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        CHECK(shown.size() == 6);
    }
}

TEST_CASE("Setting a field of many says on its button what is set, and clears it only when that is ticked",
          "[first-steps][deeds]")
{
    Newcomer here;
    Store& store = *here.window.store();
    const Deed& deed = *deedOf(s("set"));
    AppContext& context = here.window.workspace()->context();
    const std::vector<qint64> both{here.people[0].id.value, here.people[1].id.value};
    const auto places = [&]() -> QString {
        return store.get(here.people[0].id)->place + u'|' + store.get(here.people[1].id)->place;
    };
    const auto open = [&] {
        auto dialog = std::make_unique<DeedDialog>(context, deed, deed.begin(store, Entity::Person, both));
        dialog->show();
        dialog->fields()->setCurrentIndex(dialog->fields()->findData(s("place")));
        return dialog;
    };
    auto dialog = open();
    const auto* button = dialog->findChild<QPushButton*>(s("do"));
    CHECK(button->text() == s("Set “Place” of 2 people"));
    CHECK(dialog->windowTitle() != button->text());
    QTest::keyClicks(dialog->editor("place")->focusProxy(), s("Takeo"));
    dialog->accept();
    CHECK(places() == s("Takeo|Takeo"));

    dialog = open();
    button = dialog->findChild<QPushButton*>(s("do"));
    auto* clears = dialog->findChild<QCheckBox*>(s("clears"));
    REQUIRE(clears);
    dialog->accept();
    CHECK(dialog->isVisible());
    CHECK(places() == s("Takeo|Takeo"));
    bool isSaid = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        isSaid = isSaid || label->text() ==
                               s("Say what “Place” is to become, or tick “Leave it empty: clear what stands there”.");
    CHECK(isSaid);
    clears->click();
    CHECK(button->text() == s("Clear “Place” of 2 people"));
    CHECK_FALSE(dialog->editor("place")->isEnabled());
    shoot(*dialog, s("set-a-field"));
    // Another field is asked about anew, and one that must be there is not cleared.
    dialog->fields()->setCurrentIndex(dialog->fields()->findData(s("given_name")));
    CHECK(button->text() == s("Set “Given name” of 2 people"));
    CHECK(clears->isVisible() == !recordType<Person>().fieldNamed(s("given_name"))->isRequired);
    dialog->fields()->setCurrentIndex(dialog->fields()->findData(s("place")));
    clears->click();
    dialog->accept();
    CHECK(places() == s("|"));
    REQUIRE_OK(store.undo());
    CHECK(places() == s("Takeo|Takeo"));
}

TEST_CASE("Columns whose words are longer have the room that others leave", "[first-steps]")
{
    Newcomer here;
    Store& store = *here.window.store();
    for (const Person& person : here.people) {
        Task task;
        task.title = s("Visa");
        task.person = person.id;
        task.assignedTo = s("Information officer of the secretariat");
        addRecords(store, task);
    }
    RecordPage& page = here.byKeys(Qt::Key_9, "tasks");
    page.setPaneHidden(true);
    processPending();
    RecordTable& table = page.table();
    const int assigned = Newcomer::column(page, "assigned_to");
    REQUIRE_FALSE(table.isColumnHidden(assigned));
    CHECK(table.columnWidth(assigned) >
          table.fontMetrics().horizontalAdvance(s("Information officer of the secretariat")) + 16);
    CHECK(table.horizontalHeader()->length() <= table.viewport()->width() + 1);
}

TEST_CASE("Whoever works in an organisation is shown with the years, and without its type on every row",
          "[first-steps][related]")
{
    Newcomer here;
    Store& store = *here.window.store();
    Organisation forum;
    forum.name = s("Forum");
    forum.kind = s("ngo");
    addRecords(store, forum);
    Affiliation there;
    there.person = here.people[0].id;
    there.organisation = forum.id;
    there.role = s("Chair of the board");
    there.sector = s("ngo");
    there.from = PartialDate(2019, 8);
    there.to = PartialDate(2024, 11, 30);
    addRecords(store, there);
    there.id = {};
    there.person = here.people[1].id;
    there.sector = s("trade_union");
    there.to = {};
    addRecords(store, there);
    const auto rows = [&](Page* page) {
        QStringList all;
        for (const QTableView* view : page->findChildren<QTableView*>()) {
            if (qobject_cast<const RecordTable*>(view) || !view->isVisible())
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                all.append(view->model()->index(row, 1).data().toString());
        }
        all.sort();
        return all;
    };
    const QString union_ = store.vocabulary(s("sectors")).labelOf(s("trade_union"));
    here.window.workspace()->openRecord(Entity::Organisation, forum.id.value);
    Page* page = here.window.workspace()->currentPage();
    REQUIRE(waitFor([&] { return rows(page).size() == 2; }));
    CHECK(rows(page) == QStringList{s("Chair of the board · Aug 2019 – 30 Nov 2024"),
                                    s("Chair of the board · %1 · since Aug 2019").arg(union_)});
    here.window.workspace()->openRecord(Entity::Person, here.people[0].id.value);
    page = here.window.workspace()->currentPage();
    REQUIRE(waitFor([&] { return rows(page).contains(s("Chair of the board · Aug 2019 – 30 Nov 2024")); }));
}
