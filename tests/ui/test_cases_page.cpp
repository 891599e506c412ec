// SPDX-License-Identifier: GPL-3.0-or-later
// The page of cases says whom they are about only when asked, and Home only how many are due.
#include <privacy/gate.h>
#include <records/kinds.h>
#include <records/reports.h>
#include <support/ui_cases_window.h>
#include <ui/history/history_view.h>
#include <ui/records/related_list.h>
#include <ui/shell/global_search.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/theme.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QTimer>
#include <QToolButton>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Home counts the reviews of cases and leads to them, their page masks whom they are about", "[cases]")
{
    CasesWindow own;
    MainWindow& window = own.window;
    window.workspace()->openPage(s("home"));
    QWidget* home = window.workspace()->currentPage();
    REQUIRE(waitFor([&] { return saysAnywhere(*home, s("Case reviews due")); }));
    QStringList due = seenIn(*home).filter(s(" of 1 May 2026"));
    CHECK(due == QStringList{own.called(0) + s(", Acute, 3 days late"), own.called(1) + s(", Acute, in 10 days")});
    own.checkNothingIsSeen();
    for (QAbstractButton* button : home->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->accessibleName() == due.front()) {
            button->click();
            break;
        }
    }
    auto* page = qobject_cast<RecordPage*>(window.workspace()->currentPage());
    REQUIRE(page);
    CHECK(page->name() == s("cases"));
    CHECK(page->currentRecord() == own.cases.front().id.value);
    window.workspace()->openPage(s("cases"), s("needs:due"));
    REQUIRE(waitFor([&] { return page->list().rowCount() == 2; }));
    QStringList cells = cellsOf(*page);
    CHECK(cells.count(s("•••")) == 4); // the person and who is responsible
    CHECK(cells.count(s("Acute")) == 2);
    own.checkNothingIsSeen();

    showNames(*page).click();
    CHECK(showNames(*page).text() == s("Hide names"));
    cells = cellsOf(*page);
    CHECK(cells.count(s("•••")) == 0);
    CHECK(cells.filter(s("Zerubina")).size() == 2);

    window.workspace()->openPage(s("home"));
    window.workspace()->openPage(s("cases"));
    own.checkNothingIsSeen();
}

TEST_CASE("What a case says is covered beside the list too, and again after the page was left", "[cases]")
{
    CasesWindow own;
    RecordPage& page = own.page();
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    page.showRecord(own.cases.front().id.value);
    REQUIRE(waitFor([&] { return saysAnywhere(page.view(), s("Log  1")); }));
    CHECK(saysAnywhere(page.view(), s("Show What happened")));
    CHECK_FALSE(saysAnywhere(page.view(), s("Show Level"))); // it stands in the list
    CHECK(saysAnywhere(page.view(), own.called(0)));
    CHECK(saysAnywhere(page.view(), s("Review late")));
    own.checkNothingIsSeen();

    auto* log = page.view().findChild<RelatedList*>();
    REQUIRE(log);
    auto* rows = log->findChild<QTableView*>();
    REQUIRE(rows);
    rows->setCurrentIndex(rows->model()->index(0, 0));
    QTest::keyClick(rows, Qt::Key_F2);
    CHECK(saysAnywhere(*log, s("Show Note")));
    own.checkNothingIsSeen();

    showNames(page).click();
    for (const char* secret : secrets) {
        INFO(secret);
        CHECK(saysAnywhere(page, s(secret)));
    }
    page.showRecord(own.cases.back().id.value);
    CHECK(saysAnywhere(page.view(), s("Was followed"))); // while it is asked for
    CHECK_FALSE(own.window.windowTitle().contains(s("Zerubina")));

    own.window.workspace()->openPage(s("home"));
    CHECK(&own.page() == &page);
    CHECK(page.currentRecord() == own.cases.back().id.value);
    own.checkNothingIsSeen();
    // One by one as well.
    for (QPushButton* button : page.view().findChildren<QPushButton*>()) {
        if (button->isVisible() && button->accessibleName() == s("Show What happened"))
            button->click();
    }
    CHECK(saysAnywhere(page.view(), s("Was followed")));
    own.window.workspace()->openPage(s("home"));
    (void)own.page();
    own.checkNothingIsSeen();
}

TEST_CASE("A new case begins today, and its log says the day without its label", "[cases]")
{
    applyTheme(*qApp, ThemeChoice::Light);
    CasesWindow own;
    RecordPage& page = own.page();
    page.createRecord();
    QStringList days;
    for (const QLineEdit* line : page.view().findChildren<QLineEdit*>()) {
        if (line->placeholderText() == s("e.g. 1 May 2026"))
            days.append(line->text());
    }
    days.removeAll(QString());
    CHECK(days == QStringList{s("1 June 2026")}); // opened on
    // Arrow buttons beside tabs are no stop for the keyboard.
    for (QTabBar* bar : own.window.findChildren<QTabBar*>()) {
        for (const QToolButton* arrow : bar->findChildren<QToolButton*>())
            CHECK(arrow->focusPolicy() == Qt::NoFocus);
    }
    const auto& fields = recordType(Entity::CaseEntry).fields;
    const Field& date = fields[static_cast<size_t>(recordType(Entity::CaseEntry).indexOf("date"))];
    CHECK(traitsOf(date).brief(date, s("2026-04-23"), *own.window.store(), QLocale()) ==
          own.window.store()->displayText(date, s("2026-04-23")));
}

TEST_CASE("The menu beside a case closes it, by the day in words and by Ctrl+Return", "[cases][deeds]")
{
    CasesWindow own;
    RecordPage& page = own.page();
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    page.showRecord(own.cases.front().id.value);
    CHECK(page.view().findChild<QAction*>(s("menu-log-case")));
    auto* close = page.view().findChild<QAction*>(s("menu-close-case"));
    REQUIRE(close);
    CHECK(close->text() == s("Close 1 case…"));
    QStringList seen;
    QTimer::singleShot(0, &own.window, [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        seen = seenIn(*dialog);
        auto* outcome = dialog->findChild<QPlainTextEdit*>();
        if (!outcome)
            return dialog->reject();
        outcome->setPlainText(s("They moved"));
        QTest::keyClick(outcome, Qt::Key_Return, Qt::ControlModifier);
        if (dialog->isVisible())
            dialog->reject();
    });
    close->trigger();
    CHECK(seen.contains(QString(s("1 May 2026 ") + caseCode(own.cases.front().id))));
    CHECK(seen.filter(s("2026-05-01")) == QStringList());
    const auto closed = own.window.store()->get(own.cases.front().id);
    REQUIRE_OK(closed);
    CHECK(closed->closed == QDate(2026, 6, 1));
    CHECK(closed->outcome == s("They moved"));
}

TEST_CASE("Cases that are copied say nothing, and the ledger that they were copied", "[cases][clipboard]")
{
    CasesWindow own;
    RecordPage& page = own.page();
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    showNames(page).click();
    page.table().selectAll();
    QTest::keyClick(&page.table(), Qt::Key_C, Qt::ControlModifier);
    QStringList cells = QApplication::clipboard()->text().split(QRegularExpression(s("[\t\n]")));
    cells.removeAll(QString());
    CHECK(cells.size() >= 3 * 5);
    CHECK(cells.count(s("[withheld]")) == cells.size());
    const auto ledger = own.window.store()->find<Disclosure>();
    REQUIRE_OK(ledger);
    REQUIRE(ledger->size() == 1);
    CHECK(ledger->front().what == s("3 cases copied"));
    CHECK(ledger->front().named == 0);
    CHECK(ledger->front().leftOut == 1);
}

TEST_CASE("A search shows whose case it is only where the name was typed, and then no more", "[cases][search]")
{
    CasesWindow own;
    RecordPage& page = own.page();
    page.search(s("Zerubina"));
    REQUIRE(waitFor([&] { return page.list().isComplete(); }));
    CHECK(page.list().rowCount() == 0);
    page.search(s("person:Zerubina level:acute"));
    REQUIRE(waitFor([&] { return page.list().rowCount() == 3; }));
    CHECK(cellsOf(page).count(s("•••")) == 6);

    GlobalSearch everywhere(own.window.workspace()->context(), {});
    auto* found = everywhere.findChild<QListWidget*>();
    everywhere.findChild<QLineEdit*>()->setText(s("Zerubina"));
    REQUIRE(waitFor([&] { return found->count() == 1 && found->item(0)->text().contains(s("Zerubina")); }));
    everywhere.findChild<QLineEdit*>()->setText(s("followed"));
    REQUIRE(waitFor([&] { return found->count() == 1 && found->item(0)->text().contains(s("Nothing found")); }));
}

TEST_CASE("The page of a person does not tell that she has a case, and neither does her history", "[cases][history]")
{
    CasesWindow own;
    own.window.workspace()->openRecord(Entity::Person, own.person.id.value);
    auto* page = qobject_cast<RecordPage*>(own.window.workspace()->currentPage());
    REQUIRE(page);
    auto* history = page->view().findChild<HistoryView*>();
    REQUIRE(history);
    auto* tabs = page->view().findChild<QTabWidget*>();
    REQUIRE(tabs);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        INFO(tabs->tabText(tab).toStdString());
        CHECK(seenIn(page->view()).filter(s("case"), Qt::CaseInsensitive) == QStringList());
    }
    CHECK(history->isVisible());
    CHECK_FALSE(history->plainText().isEmpty());

    // The case has its own, without what is restricted.
    own.window.workspace()->openRecord(Entity::RiskCase, own.cases.front().id.value);
    auto* cases = qobject_cast<RecordPage*>(own.window.workspace()->currentPage());
    REQUIRE(cases);
    auto* caseTabs = cases->view().findChild<QTabWidget*>();
    REQUIRE(caseTabs);
    caseTabs->setCurrentIndex(caseTabs->count() - 1);
    CHECK(saysAnywhere(cases->view(), s("Open a case")));
    own.checkNothingIsSeen();
}

TEST_CASE("The ledger does not show who was in an export of cases", "[cases][ledger]")
{
    CasesWindow own;
    Store& store = *own.window.store();
    const QSet<qint64> her{own.person.id.value};
    for (const char* what : {"People as CSV", "Cases as CSV", "2 cases copied", "Case log entries as CSV"}) {
        INFO(what);
        DisclosureSummary summary;
        summary.audience = Audience::Internal;
        summary.named = her;
        REQUIRE_OK(releaseByHand(store, s(what), s("clipboard"), summary, [] { return Result<bool>(true); }));
        const auto ledger = store.ids(Entity::Disclosure, Where().orderBy("id", true).first(1));
        REQUIRE_OK(ledger);
        own.window.workspace()->openRecord(Entity::Disclosure, ledger->front());
        auto* page = qobject_cast<RecordPage*>(own.window.workspace()->currentPage());
        REQUIRE(page);
        REQUIRE(waitFor([&] { return saysAnywhere(page->view(), s("People in it  1")); }));
        CHECK(saysAnywhere(page->view(), s("Zerubina")) == (qstrcmp(what, "People as CSV") == 0));
    }
}
