// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what no page shows at first, for looking at: DTP_SHOTS=folder test_ui [shots]
#include <records/programs.h>
#include <sample/sample.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/export/export_dialog.h>
#include <ui/history/history_dialog.h>
#include <ui/pages/people/people_page.h>
#include <ui/pages/start/start_page.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>
#include <ui/records/related_list.h>
#include <ui/shell/global_search.h>
#include <ui/shell/help.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Pictures of the states of a page", "[.shots]")
{
    applyTheme(*qApp, ThemeChoice::Light);
    TestWindow window;
    REQUIRE_OK(fillWithSample(*window.store, SampleSize{500, 1990}));
    QSettings settings(window.store.path(QStringLiteral("s.ini")), QSettings::IniFormat);
    PeoplePage page(window.context, settings);
    page.resize(1064, 776);
    page.show();
    REQUIRE(waitUntilQuiet(page));
    const auto roles = window.store->find<Membership>(Where("role", QStringLiteral("focal_point")).first(1));
    page.showRecord(roles->front().person.value);
    auto* tabs = page.pane().findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        REQUIRE(waitUntilQuiet(page));
        shoot(page, QStringLiteral("tab-%1").arg(i));
    }
    tabs->setCurrentIndex(0);
    for (RelatedList* list : page.pane().findChildren<RelatedList*>()) {
        if (list->child() != Entity::ContactPoint)
            continue;
        list->add();
        REQUIRE(waitUntilQuiet(page));
        shoot(page, QStringLiteral("inline-form"));
        list->findChild<RecordForm*>()->revert();
    }
    page.createRecord();
    REQUIRE(waitUntilQuiet(page));
    page.save();
    shoot(page, QStringLiteral("new-person"));
    page.pane().form().revert();
    page.search(QStringLiteral("country:KH,TH skill:\"Public speaking\" gender:female"));
    REQUIRE(waitUntilQuiet(page));
    shoot(page, QStringLiteral("filters"));
    page.search(QStringLiteral("nobody at all"));
    REQUIRE(waitUntilQuiet(page));
    shoot(page, QStringLiteral("nothing-fits"));
}

TEST_CASE("Pictures of dialogs", "[.shots]")
{
    applyTheme(*qApp, ThemeChoice::Light);
    TestWindow window;
    REQUIRE_OK(fillWithSample(*window.store, SampleSize{500, 1990}));
    addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    ExportDialog dialog(window.context, {QStringLiteral("person")});
    dialog.show();
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
    shoot(dialog, QStringLiteral("export"));
    auto* search = new GlobalSearch(window.context, {});
    search->show();
    QTest::keyClicks(search->findChild<QLineEdit*>(), QStringLiteral("net"));
    REQUIRE(waitUntilQuiet(*search));
    shoot(*search, QStringLiteral("global-search"));
    search->close();
    HistoryDialog history(window.context);
    history.show();
    shoot(history, QStringLiteral("history"));
    ShortcutsDialog keys({});
    keys.show();
    shoot(keys, QStringLiteral("shortcuts"));
    auto* guide = new GuideWindow;
    guide->show();
    processPending();
    shoot(*guide, QStringLiteral("guide"));
    guide->close();
    StartPage start;
    start.resize(1280, 780);
    start.setRecent({QStringLiteral("/home/u/Documents/Secretariat.dtp"), QStringLiteral("/home/u/Field trip.dtp")});
    start.showProblem(QStringLiteral("x.dtp"),
                      Error{QStringLiteral("Secretariat.dtp is damaged: its end is missing."),
                            QStringLiteral("SQLite 11: truncated")},
                      QStringLiteral("/etc/hostname"));
    start.show();
    shoot(start, QStringLiteral("start-problem"));
}
