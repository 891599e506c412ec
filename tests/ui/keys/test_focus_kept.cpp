// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done, something that one sees has the keys afterwards.
#include <deeds/deed.h>
#include <records/programs.h>
#include <records/reports.h>
#include <records/workshops.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <support/ui_focus.h>
#include <support/ui_program.h>
#include <ui/consents/consent_dialog.h>
#include <ui/records/record_view.h>
#include <ui/tables/record_table.h>

#include <QDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <QToolButton>

using namespace dtp;
using namespace dtp::test;

namespace
{
// With two people, an organisation, a network, a task and a workshop.
struct Office : Program {
    Office()
    {
        create();
        addPerson(store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
        addPerson(store(), QStringLiteral("Mei"), QStringLiteral("Chen"));
        Organisation organisation;
        organisation.name = QStringLiteral("Alder");
        Network network;
        network.name = QStringLiteral("Rivers");
        Task task;
        task.title = QStringLiteral("Write");
        Workshop workshop;
        workshop.title = QStringLiteral("Meeting");
        addRecords(store(), organisation, network, task, workshop);
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    RecordPage& open(const char* name)
    {
        space().openPage(QLatin1String(name));
        auto* page = qobject_cast<RecordPage*>(space().currentPage());
        REQUIRE(page);
        REQUIRE(waitFor([&] { return page->list().isComplete() && page->list().rowCount() > 0; }));
        return *page;
    }
    bool isSeen()
    {
        processPending();
        return isFocusSeen(window);
    }
};
} // namespace

TEST_CASE("Return in a list goes to a control of the record beside it", "[window][keys][focus]")
{
    Office office;
    for (const char* name : {"people", "organisations", "networks", "tasks", "workshops"}) {
        INFO(name);
        RecordPage& page = office.open(name);
        page.table().setFocus();
        REQUIRE(page.table().selectId(page.list().idAt(0)));
        QTest::keyClick(&page.table(), Qt::Key_Return);
        CHECK(waitFor([&] { return office.isSeen(); }));
        CHECK(page.view().isAncestorOf(QApplication::focusWidget()));
    }
}

TEST_CASE("After something is deleted the keys are at something that is seen", "[window][keys][focus]")
{
    for (const bool isInPane : {false, true}) {
        Office office;
        for (const char* name : {"people", "organisations", "networks", "tasks", "workshops"}) {
            INFO(name << (isInPane ? " in the pane" : " in the list"));
            RecordPage& page = office.open(name);
            page.table().setFocus();
            REQUIRE(page.table().selectId(page.list().idAt(0)));
            const qint64 gone = page.currentRecord();
            REQUIRE(gone != 0);
            if (isInPane) {
                page.view().takeFocus();
                REQUIRE_OK(runDeed(office.store(), *deedOf(QStringLiteral("remove")),
                                   deedOf(QStringLiteral("remove"))->begin(office.store(), page.entity(), {gone})));
            } else {
                QTest::keyClick(&page.table(), Qt::Key_Delete);
            }
            REQUIRE(waitFor([&] { return page.list().rowOf(gone) < 0; }));
            CHECK(waitFor([&] { return office.isSeen(); }));
        }
    }
}

TEST_CASE("After a dialog is closed the keys are at something that is seen", "[window][keys][focus]")
{
    Office office;
    RecordPage& page = office.open("people");
    for (const char* name : {"settings", "history", "shortcuts", "about", "export"}) {
        INFO(name);
        page.table().setFocus();
        QTimer close;
        QObject::connect(&close, &QTimer::timeout, &close, [] {
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
                dialog->reject();
        });
        close.start(1);
        office.window.action(QLatin1String(name))->trigger();
        close.stop();
        office.window.activateWindow();
        CHECK(waitFor([&] { return office.isSeen(); }));
    }
    // What had the keys has gone with what was done meanwhile.
    auto* line = new QLineEdit(&page);
    line->show();
    line->setFocus();
    delete line;
    CHECK(waitFor([&] { return office.isSeen(); }));
    page.view().setFocus(); // which is nothing that one sees
    CHECK(waitFor([&] { return office.isSeen(); }));
}

TEST_CASE("After a file is unlocked the keys are at something that is seen", "[window][keys][focus][lock]")
{
    EncryptedProgram program;
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    program.open();
    CHECK(waitFor([&] { return isFocusSeen(program.window); }));
    program.window.workspace()->openPage(QStringLiteral("people"));
    program.window.lockFile();
    REQUIRE(waitFor([&] { return program.isAsking() && !program.window.workspace(); }));
    program.type(ours);
    REQUIRE(waitFor([&] { return program.window.workspace() != nullptr; }));
    CHECK(waitFor([&] { return isFocusSeen(program.window); }));
    CHECK(program.window.workspace()->currentPage()->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("Escape in the grid of consents asks when an answer was put into it", "[keys][consents]")
{
    Office office;
    const auto people = office.store().find<Person>(Where());
    ConsentDialog dialog(office.space().context(), {people->front().id.value}, &office.window);
    dialog.show();
    dialog.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog.table(), Qt::Key_A);
    REQUIRE(dialog.typed().size() == 1);
    office.dialogs.answerConfirm = false;
    QTest::keyClick(&dialog.table(), Qt::Key_Escape);
    CHECK(office.dialogs.confirms.size() == 1);
    CHECK(dialog.isVisible());
    office.dialogs.answerConfirm = true;
    QTest::keyClick(&dialog.table(), Qt::Key_Escape);
    CHECK_FALSE(dialog.isVisible());
}
