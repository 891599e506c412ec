// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of the program from outside (tests/app) have a window do: to be killed meanwhile, or to see what it
// leaves behind. The environment says with which file.
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <support/ui_steps.h>
#include <ui/consents/consent_dialog.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/export/export_dialog.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/pages/reports/report_page.h>
#include <ui/pages/reports/report_view.h>
#include <ui/pages/reports/rich_text_edit.h>
#include <ui/pages/reports/section_editor.h>
#include <ui/pages/reports/section_tree.h>
#include <ui/records/record_form.h>
#include <ui/records/record_pane.h>

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString told(const char* name)
{
    return QString::fromUtf8(qgetenv(name));
}

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// A window with the file that the environment names, open.
struct Child {
    QString file = told("DTP_CHILD_FILE");
    QString root = told("DTP_CHILD_ROOT");
    QString secret = told("DTP_CHILD_SECRET");
    QSettings settings{root + text("/home/settings.ini"), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    Steps steps;

    Child()
    {
        REQUIRE_FALSE(file.isEmpty());
        window.resize(1366, 768);
        window.show();
        CHECK_FALSE(window.openFile(file));
        unlock();
    }
    void unlock()
    {
        auto& edit = *window.unlockPage().findChild<PassphraseEdit*>();
        window.activateWindow();
        REQUIRE(waitFor([&] { return QApplication::focusWidget() == &edit; }));
        QTest::keyClicks(&edit, secret);
        QTest::keyClick(&edit, Qt::Key_Return);
        REQUIRE(waitFor([&] { return window.workspace() && steps.areDone(); }));
    }
    void lockByKeys()
    {
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        REQUIRE(waitFor([&] { return !window.workspace() && window.unlockPage().isVisible(); }));
    }
    RecordPage& people() { return *qobject_cast<RecordPage*>(window.workspace()->page(text("people"))); }
    qint64 person(const char* familyName) const
    {
        const auto found = window.store()->find<Person>(Where("family_name", text(familyName)));
        REQUIRE(found->size() == 1);
        return found->front().id.value;
    }
    void typeInto(qint64 person, const char* field, const char* words)
    {
        window.workspace()->openPage(text("people"));
        people().showRecord(person);
        QLineEdit* line = nullptr;
        REQUIRE(
            waitFor([&] { return (line = people().pane().form().findChild<QLineEdit*>(text(field))) != nullptr; }));
        line->setFocus();
        QTest::keyClicks(line, text(words));
    }
    void importList()
    {
        steps.then([] {
            auto* dialog = inFront<ImportDialog>();
            if (!dialog || dialog->isBusy())
                return false;
            const bool isLast = dialog->step() == ImportDialog::ResultStep;
            QTest::keyClick(dialog, Qt::Key_Return);
            return isLast;
        });
        window.importFile(root + text("/../in/people.csv"));
    }
    void exportPeople(const char* ending, bool prints)
    {
        dialogs.saveFile = root + text("/../out/people.") + text(ending);
        bool isTold = false;
        steps.then([&, isTold]() mutable {
            auto* dialog = inFront<ExportDialog>();
            if (!dialog || dialog->isBusy())
                return false;
            auto* button = dialog->findChild<QPushButton*>(prints ? text("print") : text("export"));
            if (!std::exchange(isTold, true)) {
                dialog->choose(text("person"), Audience::Internal, text(ending));
                return false;
            }
            if (!button->isEnabled())
                return false;
            button->click();
            if (prints)
                dialog->reject();
            return true;
        });
        people().exportList();
    }
    void writeReport()
    {
        Workshop workshop;
        workshop.title = text("River meeting");
        addRecords(*window.store(), workshop);
        window.workspace()->openPage(text("reports"));
        auto* page = qobject_cast<ReportPage*>(window.workspace()->currentPage());
        REQUIRE(page);
        page->createFor(workshop.id);
        const auto sections = window.store()->find<ReportSection>(Where("title", text("Conclusions")));
        page->view().tree().choose(sections->front().id);
        QTest::keyClicks(&page->view().editor().body(), text("Whisperer met us by the river"));
    }
    void erase(qint64 person, const char* name)
    {
        steps.then([name] {
            auto* dialog = qobject_cast<EraseDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return false;
            dialog->findChild<QLineEdit*>()->setText(text(name));
            for (auto* button : dialog->findChildren<QPushButton*>()) {
                if (button->isDefault())
                    button->click();
            }
            return !dialog->isVisible();
        });
        askErase(window.workspace()->context(), &window, person);
        CHECK(steps.areDone());
    }
};
} // namespace

TEST_CASE("As a child: a change and a draft, locked by Ctrl+L", "[.child-lock]")
{
    Child child;
    addPerson(*child.window.store(), text("Rattana"), text("Lim"));
    child.typeInto(child.person("Sok"), "place", "Takeo");
    child.lockByKeys();
}

TEST_CASE("As a child: a session through all main pages", "[.child-session]")
{
    Child child;
    Workspace* space = child.window.workspace();
    for (const NavigationEntry& entry : space->entries()) {
        space->openPage(entry.name);
        REQUIRE(waitUntilQuiet(*space->currentPage()));
    }
    child.importList();
    REQUIRE(*child.window.store()->count(Entity::Person) == 2);
    space->openPage(text("people"), text("Vannarith"));
    REQUIRE(waitUntilQuiet(child.people()));
    child.dialogs.text = text("All called Vannarith");
    for (auto* button : child.people().findChildren<QPushButton*>()) {
        if (button->objectName() == text("keep") && button->isVisible())
            button->click();
    }
    child.exportPeople("csv", false);
    child.exportPeople("xlsx", false);
    child.exportPeople("pdf", true);
    child.writeReport();
    child.typeInto(child.person("Phalla"), "place", "Rattanak");
    child.people().save();
    child.window.action(text("undo"))->trigger();
    child.window.action(text("redo"))->trigger();
    child.typeInto(child.person("Phalla"), "pronouns", "Sereynorm");
    child.steps.then([] {
        auto* dialog = inFront<ConsentDialog>();
        if (!dialog)
            return false;
        QTest::keyClick(&dialog->table(), Qt::Key_A);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
        return true;
    });
    askConsents(space->context(), &child.window, {child.person("Phalla"), child.person("Daravuth")});
    REQUIRE(waitFor([&] { return !child.window.workspace() && child.window.unlockPage().isVisible(); }));
    child.steps.then([] {
        auto* dialog = inFront<ConsentDialog>();
        if (!dialog)
            return false;
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        return true;
    });
    child.unlock();
    CHECK(*child.window.store()->count(Entity::Consent) == 1);
    child.erase(child.person("Daravuth"), "Sokhalay Daravuth");
    CHECK(*child.window.store()->count(Entity::Person) == 1);
    CHECK(child.dialogs.errors == QStringList());
    CHECK(child.window.close());
}
