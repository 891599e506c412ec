// SPDX-License-Identifier: GPL-3.0-or-later
// Cases at hand: the log in sight, what the menus and Find anything offer, and cases of one day told apart.
#include <deeds/deed.h>
#include <support/ui_cases_window.h>
#include <ui/discretion/discreet_switch.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/records/related_list.h>
#include <ui/shell/global_search.h>
#include <ui/tables/record_table.h>

#include <QAction>
#include <QListWidget>
#include <QScrollArea>

using namespace dtp;
using namespace dtp::test;

namespace
{
QAction* commandCalled(const QWidget& page, const char* name)
{
    const auto actions = page.actions();
    for (QAction* action : actions) {
        if (action->objectName() == s(name))
            return action;
    }
    return nullptr;
}
} // namespace

TEST_CASE("The log of a case is in sight without scrolling on a small screen, above what the case says", "[cases]")
{
    CasesWindow own;
    RecordPage& page = own.page();
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    page.showRecord(own.cases.front().id.value);
    auto* log = page.view().findChild<RelatedList*>();
    REQUIRE(log);
    REQUIRE(waitFor([&] { return log->count() == 1; }));
    REQUIRE(waitUntilQuiet(own.window));
    const QWidget* room = nullptr;
    for (QWidget* up = log->parentWidget(); up && !room; up = up->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(up))
            room = area->viewport();
    }
    REQUIRE(room);
    CHECK(room->rect().contains(QRect(log->mapTo(room, QPoint()), log->size())));
    const QPoint form = page.pane().form().mapTo(room, QPoint());
    CHECK(form.y() > log->mapTo(room, QPoint()).y());
    CHECK(room->rect().contains(form));
}

TEST_CASE("Cases of one day are told apart by how they are called, without a name", "[cases]")
{
    CasesWindow own;
    QSet<QString> titles;
    for (const RiskCase& one : own.cases)
        titles.insert(own.window.store()->titleOf(Entity::RiskCase, one.id.value));
    CHECK(titles.size() == 3);
    for (const QString& title : std::as_const(titles)) {
        CHECK(title.startsWith(s("2026-05-01 ")));
        CHECK_FALSE(title.contains(s("Zerubina")));
    }
    CHECK(deedObject(*own.window.store(), Entity::RiskCase, {own.cases[1].id.value}) ==
          QString(s("1 May 2026 ") + caseCode(own.cases[1].id)));
}

TEST_CASE("A case is opened from the menu beside a person and from a right click in the list", "[cases][deeds]")
{
    CasesWindow own;
    own.window.workspace()->openRecord(Entity::Person, own.person.id.value);
    auto* page = qobject_cast<RecordPage*>(own.window.workspace()->currentPage());
    REQUIRE(page);
    auto* beside = page->view().findChild<QAction*>(s("menu-open-case"));
    REQUIRE(beside);
    CHECK(beside->isEnabled());
    CHECK(beside->text() == QString::fromUtf8("Open a case for 1 person…"));
    REQUIRE(waitFor([&] { return page->list().isComplete(); }));
    QStringList offered;
    for (const QAction* deed : page->deeds())
        offered.append(deed->text());
    CHECK(offered.contains(QString::fromUtf8("Open a case for 1 person…")));
}

TEST_CASE("Find anything shows the names of the page of cases, and hides them again", "[cases][keys]")
{
    CasesWindow own;
    RecordPage& page = own.page();
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    QAction* command = commandCalled(page, "command-show-names");
    REQUIRE(command);
    own.window.action(s("find"))->trigger();
    auto* box = own.window.findChild<GlobalSearch*>();
    REQUIRE(box);
    box->findChild<QLineEdit*>()->setText(s("Show names"));
    auto* found = box->findChild<QListWidget*>();
    REQUIRE(waitFor([&] {
        for (int row = 0; row < found->count(); ++row) {
            if (found->item(row)->text().contains(s("Show names")))
                return true;
        }
        return false;
    }));
    box->close();
    command->trigger();
    CHECK(cellsOf(page).filter(s("Zerubina")).size() == 3);
    CHECK(command->text() == s("Hide names"));
    command->trigger();
    own.checkNothingIsSeen();
    own.window.workspace()->discreet().set(true);
    CHECK_FALSE(command->isEnabled());
    own.window.workspace()->discreet().set(false);
}
