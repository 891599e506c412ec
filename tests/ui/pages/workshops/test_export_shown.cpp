// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+E offers what one sees: of a workshop its list or its agenda, of a record the list in which one is.
#include <records/programs.h>
#include <records/workshops.h>
#include <support/catch.h>
#include <support/ui_walk.h>
#include <ui/export/export_dialog.h>
#include <ui/pages/invitations/invitation_table.h>
#include <ui/pages/invitations/invitations_tab.h>
#include <ui/pages/workshops/workshop_page.h>
#include <ui/pages/workshops/workshop_pane.h>
#include <ui/records/record_pane.h>
#include <ui/records/related_list.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>

#include <QApplication>
#include <QComboBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Offered {
    QString key;   // of the catalogue
    QString which; // rows
    QString said;
    qint64 workshop = 0;
};

Offered ctrlE(MainWindow& window)
{
    Offered offered;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, &drive, [&] {
        auto* const dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget());
        if (!dialog || dialog->isBusy())
            return;
        offered.key = dialog->findChild<QComboBox*>(QStringLiteral("what"))->currentData().toString();
        offered.which = dialog->findChild<QComboBox*>(QStringLiteral("rows"))->currentText();
        offered.said = dialog->previewText();
        if (const FieldEditor* asked = dialog->editor(QStringLiteral("workshop")))
            offered.workshop = asked->value().toLongLong();
        dialog->reject();
    });
    drive.start(1);
    window.action(QStringLiteral("export"))->trigger();
    return offered;
}
} // namespace

TEST_CASE("Ctrl+E on the invitations of a workshop offers these, on its agenda that, and else the list",
          "[workshop-page][export]")
{
    SampleProgram program(120);
    const auto invitations = program.window->store()->find<Invitation>(Where().first(1));
    REQUIRE_OK(invitations);
    REQUIRE_FALSE(invitations->empty());
    const qint64 workshop = invitations->front().workshop.value;
    program.window->workspace()->openRecord(Entity::Workshop, workshop);
    auto& pane = qobject_cast<WorkshopPage*>(program.window->workspace()->currentPage())->pane();
    pane.tabs().setCurrentWidget(&pane.invitations());
    const int rows = pane.invitations().table().model()->rowCount();
    REQUIRE(rows > 2);
    const QString title = program.window->store()->titleOf(Entity::Workshop, workshop);
    Offered offered = ctrlE(*program.window);
    CHECK(offered.key == QStringLiteral("invitation"));
    CHECK(offered.which == QString::fromUtf8("The list with “%1”").arg(title));
    CHECK(offered.said.contains(QStringLiteral("All %1 invitations will be in the file.").arg(rows)));
    // Of those that are marked.
    pane.invitations().table().selectRow(0);
    QTest::keyClick(&pane.invitations().table(), Qt::Key_Down, Qt::ShiftModifier);
    offered = ctrlE(*program.window);
    CHECK(offered.which == QStringLiteral("The 2 that are chosen"));
    pane.tabs().setCurrentIndex(2);
    offered = ctrlE(*program.window);
    CHECK(offered.key == QStringLiteral("agenda"));
    CHECK(offered.workshop == workshop);
    pane.tabs().setCurrentIndex(0);
    CHECK(ctrlE(*program.window).key == QStringLiteral("workshop"));
}

TEST_CASE("Ctrl+E in a list that hangs on a record offers that list", "[workshop-page][export]")
{
    SampleProgram program(120);
    program.window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(program.window.get()));
    const auto memberships = program.window->store()->find<Membership>(Where().first(1));
    REQUIRE_OK(memberships);
    REQUIRE_FALSE(memberships->empty());
    const qint64 network = memberships->front().network.value;
    program.window->workspace()->openRecord(Entity::Network, network);
    auto* page = qobject_cast<RecordPage*>(program.window->workspace()->currentPage());
    REQUIRE(page);
    RelatedList* members = nullptr;
    auto* tabs = page->pane().findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count() && !members; ++tab) {
        tabs->setCurrentIndex(tab);
        for (RelatedList* list : page->pane().findChildren<RelatedList*>()) {
            if (list->child() == Entity::Membership && list->isVisible())
                members = list;
        }
    }
    REQUIRE(members);
    auto* view = members->findChild<QTableView*>();
    REQUIRE(waitFor([&] { return view->model()->rowCount() > 0; }));
    view->setFocus();
    const Offered offered = ctrlE(*program.window);
    CHECK(offered.key == QStringLiteral("membership"));
    CHECK(offered.which ==
          QString::fromUtf8("The list with “%1”").arg(program.window->store()->titleOf(Entity::Network, network)));
    page->table().setFocus();
    CHECK(ctrlE(*program.window).key == QStringLiteral("network"));
}
