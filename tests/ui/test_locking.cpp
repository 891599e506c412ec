// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <ui/history/history_dialog.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/pages/reports/report_page.h>
#include <ui/pages/reports/report_view.h>
#include <ui/pages/reports/rich_text_edit.h>
#include <ui/pages/reports/section_editor.h>
#include <ui/pages/reports/section_tree.h>
#include <ui/records/record_form.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/records/record_window.h>
#include <ui/records/related_list.h>
#include <ui/settings/computer_settings.h>
#include <ui/shell/global_search.h>
#include <ui/shell/help.h>
#include <ui/vault/cover.h>
#include <ui/widgets/task_dialog.h>

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>
#include <QTimer>
#include <atomic>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Every text that the program shows or offers, of windows, menus and what assistive technology reads.
QString allTexts()
{
    QStringList texts;
    for (const QWidget* widget : QApplication::allWidgets()) {
        texts << widget->windowTitle() << widget->toolTip() << widget->accessibleName()
              << widget->accessibleDescription();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            texts << line->text();
        for (const QAction* action : widget->actions())
            texts << action->text() << action->toolTip() << action->statusTip();
    }
    return texts.join(QLatin1Char('\n'));
}
} // namespace

TEST_CASE("Ctrl+L locks: no name is left in the window, and the key is forgotten", "[window][lock]")
{
    ProgramAtPerson program;
    const Person other = addPerson(*program.window.store(), QStringLiteral("Nok"), QStringLiteral("Suksawat"));
    program.people().search(QStringLiteral("Suksawat"));
    program.people().showRecord(other.id.value);
    program.people().openWindow();
    program.window.workspace()->tell(QStringLiteral("Nok Suksawat was added."));
    REQUIRE(allTexts().contains(QStringLiteral("Suksawat")));
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&program.window, Qt::Key_L, Qt::ControlModifier);
    CHECK(program.window.windowTitle() == QApplication::applicationDisplayName()); // at once
    CHECK(program.window.unlockPage().isVisible());
    REQUIRE(program.waitUntilLocked());
    processPending();
    CHECK_FALSE(vault::isUnlocked(program.file));
    CHECK_FALSE(allTexts().contains(QStringLiteral("Suksawat")));
    CHECK_FALSE(allTexts().contains(QStringLiteral("Nok")));
    CHECK_FALSE(program.window.action(QStringLiteral("undo"))->isEnabled());
    shoot(program.window, QStringLiteral("locked"));
}

TEST_CASE("After unlocking the same page, search and record are there", "[window][lock]")
{
    ProgramAtPerson program;
    program.window.workspace()->openPage(QStringLiteral("networks"));
    program.window.workspace()->openPage(QStringLiteral("people"), QStringLiteral("Sok"));
    program.people().showRecord(program.person);
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    program.unlock();
    CHECK(program.window.workspace()->currentPage()->name() == QStringLiteral("people"));
    CHECK(program.people().currentRecord() == program.person);
    CHECK(program.people().query() == QStringLiteral("Sok"));
    program.window.action(QStringLiteral("back"))->trigger();
    CHECK(program.window.workspace()->currentPage()->name() == QStringLiteral("networks"));
}

TEST_CASE("Where one was is remembered over the start page", "[window][lock]")
{
    ProgramAtPerson program;
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    QTest::keyClick(&program.edit(), Qt::Key_Escape);
    REQUIRE(program.window.startPage().isVisible());
    CHECK_FALSE(program.window.openFile(program.file));
    program.unlock();
    CHECK(program.people().currentRecord() == program.person);
    CHECK(program.window.workspace()->currentPage()->name() == QStringLiteral("people"));
}

TEST_CASE("A menu that was open and the guide are not covered for good", "[window][lock]")
{
    ProgramAtPerson program;
    program.window.action(QStringLiteral("guide"))->trigger();
    auto* guide = program.window.findChild<GuideWindow*>();
    REQUIRE(guide);
    QMenu* menu = program.window.menuBar()->findChildren<QMenu*>().front();
    menu->popup(QPoint(10, 10));
    REQUIRE(menu->isVisible());
    program.window.lockFile();
    CHECK_FALSE(menu->isVisible());
    REQUIRE(program.waitUntilLocked());
    menu->popup(QPoint(10, 10));
    CHECK(menu->findChild<QWidget*>(QStringLiteral("cover")) == nullptr);
    menu->close();
    CHECK(guide->findChild<QWidget*>(QStringLiteral("cover")) == nullptr);
    CHECK(guide->isVisible());
    guide->close();
}

TEST_CASE("What was typed a moment before locking is a draft after unlocking, and not saved", "[window][lock][draft]")
{
    ProgramAtPerson program;
    auto* place = program.people().pane().form().findChild<QLineEdit*>(QStringLiteral("place"));
    QTest::keyClicks(place, QStringLiteral("Takeo"));
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    program.unlock();
    CHECK(program.people().currentRecord() == program.person);
    CHECK(program.people().pane().form().findChild<QLineEdit*>(QStringLiteral("place"))->text() ==
          QStringLiteral("Takeo"));
    CHECK(program.window.store()->get(Id<Person>{program.person}).value().place.isEmpty());
}

TEST_CASE("A contact that was being changed is as it was typed after unlocking", "[window][lock][draft]")
{
    ProgramAtPerson program;
    ContactPoint contact;
    contact.person = {program.person};
    contact.kind = QStringLiteral("email");
    contact.value = QStringLiteral("sok@example.org");
    REQUIRE_OK(program.window.store()->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(contact));
        return {};
    }));
    const auto lists = program.people().pane().findChildren<RelatedList*>();
    const auto contacts = std::find_if(lists.begin(), lists.end(),
                                       [](const RelatedList* list) { return list->child() == Entity::ContactPoint; });
    REQUIRE(contacts != lists.end());
    auto* view = (*contacts)->findChild<QTableView*>();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_F2);
    auto* value = (*contacts)->findChild<RecordForm*>()->findChild<QLineEdit*>(QStringLiteral("value"));
    value->selectAll();
    QTest::keyClicks(value, QStringLiteral("dara@example.org"));
    REQUIRE(program.window.store()->get(contact.id).value().value == QStringLiteral("sok@example.org"));
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    program.unlock();
    CHECK(program.window.store()->get(contact.id).value().value == QStringLiteral("dara@example.org"));
}

TEST_CASE("The text of a report that was being written is there after unlocking", "[window][lock][draft]")
{
    ProgramAtPerson program;
    Workshop workshop;
    workshop.title = QStringLiteral("River meeting");
    REQUIRE_OK(program.window.store()->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(workshop));
        return {};
    }));
    program.window.workspace()->openPage(QStringLiteral("reports"));
    auto* page = qobject_cast<ReportPage*>(program.window.workspace()->currentPage());
    REQUIRE(page);
    page->createFor(workshop.id);
    const auto written = [&] {
        const auto found = program.window.store()->find<ReportSection>(Where("title", QStringLiteral("Conclusions")));
        return found.value().front();
    };
    page->view().tree().choose(written().id);
    QTest::keyClicks(&page->view().editor().body(), QStringLiteral("We met by the river"));
    REQUIRE(written().body.isEmpty());
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    program.unlock();
    CHECK(written().body == QStringLiteral("We met by the river"));
}

TEST_CASE("Locking clears from the clipboard what this program put there", "[window][lock]")
{
    ProgramAtPerson program;
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    QApplication::clipboard()->setText(QStringLiteral("Sok Dara"));
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    CHECK(QApplication::clipboard()->text().isEmpty());
}

TEST_CASE("A dialog that is open is closed by locking", "[window][lock]")
{
    ProgramAtPerson program;
    bool wasShown = false;
    QTimer::singleShot(0, &program.window, [&] {
        wasShown = qobject_cast<HistoryDialog*>(QApplication::activeModalWidget()) != nullptr;
        program.window.lockFile();
        CHECK(isCovered(*QApplication::activeModalWidget())); // at once
        CHECK(vault::isUnlocked(program.file));               // it still reads
    });
    program.window.action(QStringLiteral("history"))->trigger();
    CHECK(wasShown);
    REQUIRE(program.waitUntilLocked());
    CHECK_FALSE(vault::isUnlocked(program.file));
}

TEST_CASE("Long work ends behind the cover before the file is closed", "[window][lock]")
{
    ProgramAtPerson program;
    std::atomic_bool mayEnd = false;
    const QString title = QStringLiteral("Counting Sok Dara");
    int steps = 0; // each takes the title away
    bool wasLockedMeanwhile = false;
    bool wasCovered = false;
    const Store& from = *program.window.store();
    QTimer::singleShot(0, &program.window, [&] { program.window.lockFile(); });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (!dialog || dialog->windowTitle() == title)
            return;
        dialog->setWindowTitle(title);
        if (++steps < 4)
            return;
        wasLockedMeanwhile = !vault::isUnlocked(program.file);
        wasCovered = isCovered(*dialog);
        look.stop();
        mayEnd = true;
    });
    look.start(1);
    QDeadlineTimer patience(10'000); // in case no step comes
    bool cancelled = false;
    const auto counted = runTask<qint64>(
        &program.window, title,
        [&](const Progress& progress) -> Result<qint64> {
            while (!mayEnd && !patience.hasExpired())
                QThread::msleep(5);
            (void)progress(1, 1, {});
            DTP_TRY(own, from.another());
            return own->count(Entity::Person);
        },
        &cancelled);
    CHECK(steps == 4);
    CHECK_FALSE(wasLockedMeanwhile);
    CHECK(wasCovered);
    CHECK_FALSE(cancelled);
    CHECK(counted.value() == 1);
    REQUIRE(program.waitUntilLocked());
    CHECK_FALSE(vault::isUnlocked(program.file));
}

TEST_CASE("An import that runs ends before the file is locked, and its dialog goes", "[window][lock]")
{
    ProgramAtPerson program;
    const QString sheet = program.made.path(QStringLiteral("course.csv"));
    {
        QFile file(sheet);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("Given name,Family name,Country\n");
        for (int row = 0; row < 400; ++row)
            file.write(QStringLiteral("Guest%1,Chan%1,Cambodia\n").arg(row).toUtf8());
    }
    bool wasBusy = false;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<ImportDialog*>(QApplication::activeModalWidget());
        if (!dialog || dialog->isBusy() || wasBusy)
            return;
        const bool isLast = dialog->step() == ImportDialog::PreviewStep;
        QTest::keyClick(dialog, Qt::Key_Return);
        if (isLast) {
            wasBusy = dialog->isBusy();
            program.window.lockFile();
            CHECK(isCovered(*dialog));
        }
    });
    drive.start(10);
    program.window.importFile(sheet); // until its dialog is gone
    drive.stop();
    CHECK(wasBusy);
    REQUIRE(program.waitUntilLocked());
    CHECK_FALSE(vault::isUnlocked(program.file));
    program.unlock();
    CHECK(*program.window.store()->count(Entity::Person) == 401);
    CHECK(program.dialogs.errors.isEmpty());
}

TEST_CASE("A file is locked when nobody uses the program for so long", "[window][lock]")
{
    ProgramAtPerson program;
    CHECK(ComputerSettings(program.settings).lockMinutes() == 10);
    auto* idle = program.window.findChild<IdleWatch*>();
    REQUIRE(idle);
    idle->start(20); // milliseconds
    REQUIRE(program.waitUntilLocked());
    CHECK(program.window.unlockPage().isVisible());
}

TEST_CASE("The file is locked from Ctrl+K as well", "[window][lock]")
{
    ProgramAtPerson program;
    program.window.action(QStringLiteral("find"))->trigger();
    auto* search = program.window.findChild<GlobalSearch*>();
    REQUIRE(search);
    QTest::keyClicks(search->findChild<QLineEdit*>(), QStringLiteral("Lock"));
    REQUIRE(waitUntilQuiet(*search));
    QTest::keyClick(search->findChild<QLineEdit*>(), Qt::Key_Return);
    CHECK(program.waitUntilLocked());
}

TEST_CASE("The window of a person has no name in its title", "[window][lock]")
{
    ProgramAtPerson program;
    program.people().openWindow();
    const auto windows = program.window.findChildren<RecordWindow*>();
    REQUIRE(windows.size() == 1);
    CHECK(windows.front()->windowTitle() == QStringLiteral("Person"));
}

TEST_CASE("Nothing that is written beside an encrypted file names anybody", "[window][lock]")
{
    ProgramAtPerson program;
    addPerson(*program.window.store(), QStringLiteral("Sokunthea"), QStringLiteral("Suksawat"));
    program.people().search(QStringLiteral("Sokunthea"));
    REQUIRE(waitUntilQuiet(program.people()));
    program.people().showRecord(program.person);
    QTest::keyClicks(program.people().pane().form().findChild<QLineEdit*>(QStringLiteral("place")),
                     QStringLiteral("Sihanoukville"));
    REQUIRE_OK(program.window.store()->backupIfOlderThan(0));
    const auto find = [&] {
        program.settings.sync();
        QStringList found;
        QDirIterator files(program.made.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char* word : {"Sokunthea", "Suksawat", "Sihanoukville"}) {
                if (bytes.contains(word) || bytes.toLower().contains(QByteArray(word).toLower()))
                    found << QString(file.fileName() + QLatin1Char(' ') + QLatin1String(word));
            }
        }
        return found.join(QLatin1Char('\n'));
    };
    CHECK(find() == QString());
    program.window.lockFile();
    REQUIRE(program.waitUntilLocked());
    CHECK(find() == QString());
    program.unlock();
    CHECK(program.window.close());
    CHECK(find() == QString());
}

TEST_CASE("A plain file is not locked, and Ctrl+L says why and what to do", "[window][lock]")
{
    EncryptedProgram program;
    REQUIRE(program.window.createFile(program.made.path(QStringLiteral("plain.dtp"))));
    program.window.lockFile(LockReason::Idle);
    processPending();
    CHECK(program.window.workspace()->message().isEmpty());
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&program.window, Qt::Key_L, Qt::ControlModifier);
    processPending();
    CHECK(program.window.workspace()->isVisible());
    CHECK(program.window.workspace()->message() ==
          QStringLiteral("This file has no passphrase, so that it cannot be locked. File → Encrypt this file gives it "
                         "one."));
    CHECK(program.window.action(QStringLiteral("encrypt"))->isEnabled());
}
