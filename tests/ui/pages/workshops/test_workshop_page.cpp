// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop_scene.h"

#include <sample/sample.h>
#include <ui/export/export_dialog.h>
#include <ui/pages/invitations/invitation_table.h>
#include <ui/pages/invitations/invitations_tab.h>
#include <ui/pages/invitations/proposal_dialog.h>
#include <ui/pages/invitations/substitute_dialog.h>
#include <ui/pages/invitations/targets_dialog.h>
#include <ui/pages/workshops/agenda_tab.h>
#include <ui/pages/workshops/overview_tab.h>
#include <ui/pages/workshops/workshop_page.h>
#include <ui/pages/workshops/workshop_pane.h>
#include <ui/records/record_form.h>
#include <ui/records/record_window.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/theme.h>

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("The page lists workshops and shows the first, a click shows another", "[workshop-page]")
{
    Scene scene;
    QSettings settings(scene.store.path(u"settings.ini"_q), QSettings::IniFormat);
    Workshop earlier;
    earlier.title = u"First meeting"_q;
    earlier.start = QDate(2023, 6, 26);
    earlier.end = QDate(2023, 6, 27);
    const auto other = scene.add(earlier);
    WorkshopPage page(scene.context, settings);
    page.resize(1100, 700);
    page.show();
    CHECK(page.count() == 2);
    REQUIRE(page.list().rowCount() == 2);
    CHECK(page.list().index(0, 0).data().toString() == u"Alumni meeting"_q);
    CHECK(page.list().index(0, 0).data(RecordListModel::SecondLineRole).toString() ==
          u"14–15 September 2026 · Bangkok, Thailand"_q);
    CHECK(page.currentRecord() == scene.workshop.value);
    CHECK(page.table().currentIndex().row() == 0);
    QTest::mouseClick(page.table().viewport(), Qt::LeftButton, {},
                      page.table().visualRect(page.list().index(1, 0)).center());
    REQUIRE(waitFor([&] { return page.currentRecord() == other.value; }));
    page.search(u"alumni"_q);
    CHECK(page.list().rowCount() == 1);
    CHECK(page.currentRecord() == 0); // it is not in the list any more
    page.showRecord(scene.workshop.value);
    CHECK(page.currentRecord() == scene.workshop.value);
    CHECK(page.table().currentId() == scene.workshop.value);
}

TEST_CASE("A new workshop is typed and saved, and then has its tabs", "[workshop-page]")
{
    Scene scene;
    QSettings settings(scene.store.path(u"settings.ini"_q), QSettings::IniFormat);
    WorkshopPage page(scene.context, settings);
    page.resize(1100, 700);
    page.show();
    page.createRecord();
    CHECK_FALSE(page.pane().tabs().isTabVisible(1));
    CHECK_FALSE(page.save()); // a title is missing
    QTest::keyClicks(&child<QLineEdit>(page, "title"), u"Pacific meeting"_q);
    CHECK(page.save());
    CHECK(page.count() == 2);
    CHECK(page.pane().tabs().isTabVisible(1));
    CHECK(page.table().currentId() == page.currentRecord());
    CHECK(page.pane().recordId() == page.currentRecord());
    CHECK(scene.store->nextUndo()->sentence.contains(u"Pacific meeting"_q));
    REQUIRE_OK(scene.store->undo());
    CHECK(page.count() == 1);
    CHECK(page.currentRecord() == 0);
}

TEST_CASE("Without workshops the page says what belongs here", "[workshop-page]")
{
    TestWindow window;
    QSettings settings(window.store.path(u"settings.ini"_q), QSettings::IniFormat);
    WorkshopPage page(window.context, settings);
    page.resize(1100, 700);
    page.show();
    CHECK(page.count() == 0);
    CHECK_FALSE(page.pane().isVisible());
}

TEST_CASE("A draft of the overview is saved when another workshop is chosen", "[workshop-page]")
{
    Scene scene;
    QSettings settings(scene.store.path(u"settings.ini"_q), QSettings::IniFormat);
    Workshop record;
    record.title = u"Second"_q;
    const auto other = scene.add(record);
    WorkshopPage page(scene.context, settings);
    page.resize(1100, 700);
    page.show();
    page.showRecord(scene.workshop.value);
    auto& place = child<QLineEdit>(page, "place");
    place.selectAll();
    QTest::keyClicks(&place, u"Chiang Mai"_q);
    page.showRecord(other.value);
    CHECK(page.currentRecord() == other.value);
    CHECK(scene.store->get(scene.workshop)->place == u"Chiang Mai"_q);
}

TEST_CASE("Workshops to come stand first, then those that were, and a column orders them otherwise", "[workshop-page]")
{
    Scene scene;
    QSettings settings(scene.store.path(u"settings.ini"_q), QSettings::IniFormat);
    const auto add = [&](const QString& title, QDate start) {
        Workshop record;
        record.title = title;
        record.start = start;
        scene.add(record);
    };
    add(u"Long ago"_q, QDate(2019, 1, 1));
    add(u"Lately"_q, QDate(2026, 2, 1));
    add(u"Some day"_q, {});
    add(u"Next year"_q, QDate(2027, 1, 1));
    WorkshopPage page(scene.context, settings);
    page.show();
    const auto titles = [&] {
        QStringList all;
        for (int row = 0; row < page.list().rowCount(); ++row)
            all.append(page.list().index(row, 0).data().toString());
        return all;
    };
    CHECK(titles() == QStringList{u"Some day"_q, u"Alumni meeting"_q, u"Next year"_q, u"Lately"_q, u"Long ago"_q});
    Q_EMIT page.table().sortAsked(u"title"_q, false);
    CHECK(titles() == QStringList{u"Alumni meeting"_q, u"Lately"_q, u"Long ago"_q, u"Next year"_q, u"Some day"_q});
}

TEST_CASE("A workshop opens in a window of its own, which saves and goes with the workshop",
          "[workshop-page][record window]")
{
    Scene scene;
    QSettings settings(scene.store.path(u"settings.ini"_q), QSettings::IniFormat);
    WorkshopPage page(scene.context, settings);
    page.resize(1100, 700);
    page.show();
    page.openWindow();
    auto* own = page.findChild<RecordWindow*>();
    REQUIRE(own);
    CHECK(own->windowTitle() == u"Alumni meeting"_q);
    auto& place = child<QLineEdit>(*own, "place");
    place.selectAll();
    QTest::keyClicks(&place, u"Chiang Mai"_q);
    CHECK(own->close());
    CHECK(scene.store->get(scene.workshop)->place == u"Chiang Mai"_q);
}

// With DTP_SHOTS set to a folder: pictures of everything here, to be looked at.
TEST_CASE("Every view of the sample workshops can be drawn", "[workshop-page][shots]")
{
    TestWindow window;
    QSettings settings(window.store.path(u"settings.ini"_q), QSettings::IniFormat);
    REQUIRE_OK(fillWithSample(*window.store, {400, 1990}));
    applyTheme(*qApp, ThemeChoice::Light);
    WorkshopPage page(window.context, settings);
    page.resize(1080, 760);
    page.show();
    const auto workshops = window.store->find<Workshop>();
    REQUIRE_OK(workshops);
    REQUIRE(workshops->size() == 2);
    int number = 0;
    for (const Workshop& workshop : *workshops) {
        page.showRecord(workshop.id.value);
        ++number;
        const char* const names[] = {"overview", "invitations", "agenda", "history"};
        for (int tab = 0; tab < page.pane().tabs().count(); ++tab) {
            page.pane().tabs().setCurrentIndex(tab);
            REQUIRE(waitUntilQuiet(page));
            shoot(page, QStringLiteral("workshop-%1-%2").arg(QString::number(number), QLatin1String(names[tab])));
        }
        ProposalDialog proposal(window.context, workshop.id);
        proposal.show();
        REQUIRE(waitFor([&] { return !proposal.isBusy(); }));
        shoot(proposal, QStringLiteral("workshop-%1-proposal").arg(number));
        TargetsDialog targets(window.context, workshop.id);
        targets.show();
        shoot(targets, QStringLiteral("workshop-%1-targets").arg(number));
        ExportDialog out(window.context, {.key = QStringLiteral("agenda"),
                                          .answers = {{QStringLiteral("workshop"), workshop.id.value}}});
        out.show();
        REQUIRE(waitFor([&] { return !out.isBusy(); }));
        shoot(out, QStringLiteral("workshop-%1-export").arg(number));
        const auto invitations = window.store->find<Invitation>(Where("workshop_id", workshop.id));
        if (invitations->empty())
            continue;
        SubstituteDialog substitute(window.context, invitations->front().id);
        substitute.show();
        REQUIRE(waitFor([&] { return !substitute.found().empty(); }));
        shoot(substitute, QStringLiteral("workshop-%1-substitute").arg(number));
    }
    page.pane().tabs().setCurrentIndex(2);
    page.pane().agenda().addSession();
    REQUIRE(waitUntilQuiet(page));
    shoot(page, QStringLiteral("workshop-session-editor"));
    CHECK(window.dialogs.errors.isEmpty());
}
