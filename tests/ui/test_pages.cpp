// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the pages of the window as a whole.
#include <support/catch.h>
#include <support/ui_window.h>
#include <support/ui_words.h>
#include <ui/models/drafts.h>
#include <ui/pages/reports/report_page.h>
#include <ui/records/record_form.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/records/record_window.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <records/programs.h>
#include <records/reports.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Program {
    Program()
    {
        REQUIRE(window.createFile(folder.filePath(QStringLiteral("file.dtp"))));
        window.resize(1280, 800);
        window.show();
    }
    RecordPage& open(const char* name)
    {
        window.workspace()->openPage(QLatin1String(name));
        return *qobject_cast<RecordPage*>(window.workspace()->currentPage());
    }
    template <class R>
    R add(R record)
    {
        REQUIRE_OK(window.store()->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(record));
            return {};
        }));
        return record;
    }
    Organisation organisation(const QString& name)
    {
        Organisation record;
        record.name = name;
        return add(record);
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    MainWindow window{settings, dialogs, nullptr, &clock};
};

QStringList wordsShown(const QWidget& parent)
{
    QStringList words;
    for (const QLabel* label : parent.findChildren<QLabel*>()) {
        if (label->isVisible())
            words.append(label->text());
    }
    return words;
}

// The words of the menu that a right click on the table opens.
QStringList menuOf(RecordTable& table)
{
    QStringList words;
    QTimer::singleShot(0, &table, [&words] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (const QAction* action : menu->actions())
            words.append(wordsOf(*action));
        menu->close();
    });
    Q_EMIT table.customContextMenuRequested(QPoint(20, 20));
    return words;
}
} // namespace

TEST_CASE("Beside a list of nothing the page does not ask to choose in it", "[pages]")
{
    Program program;
    const QString ask = QStringLiteral("Choose one in the list to see it here.");
    RecordPage& safety = program.open("safety");
    CHECK(wordsShown(safety).contains(QStringLiteral("Nothing has left this file yet")));
    CHECK_FALSE(wordsShown(safety).contains(ask));
    RecordPage& organisations = program.open("organisations");
    CHECK_FALSE(wordsShown(organisations).contains(ask));
    organisations.createRecord();
    CHECK(organisations.pane().isVisible());
    CHECK(organisations.leave());
    program.organisation(QStringLiteral("Open Door"));
    CHECK(waitFor([&] { return wordsShown(organisations).contains(ask); }));
}

TEST_CASE("The name of a network has room to be read at 1280", "[pages]")
{
    Program program;
    Network network;
    network.name = QStringLiteral("Business and Human Rights Network");
    program.add(network);
    RecordPage& page = program.open("networks");
    REQUIRE(waitFor([&] { return page.table().columnWidth(0) > 0; }));
    CHECK(page.table().columnWidth(0) >= page.table().fontMetrics().horizontalAdvance(network.name) + 16);
}

TEST_CASE("Show all on Home opens just those that it counts", "[pages][home]")
{
    Program program;
    const QDate today = program.clock.today();
    for (int i = 0; i < 6; ++i) {
        Task task;
        task.title = QStringLiteral("Call %1").arg(i);
        task.due = today.addDays(-1);
        program.add(task);
    }
    Task done;
    done.title = QStringLiteral("Done long ago");
    done.due = today.addDays(-9);
    done.done = true;
    program.add(done);
    Task later;
    later.title = QStringLiteral("Next year");
    later.due = today.addDays(300);
    program.add(later);
    program.window.workspace()->openPage(QStringLiteral("home"));
    QWidget* home = program.window.workspace()->currentPage();
    QPushButton* all = nullptr;
    const auto shown = [&] {
        for (QPushButton* button : home->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Show all 6"))
                all = button;
        }
        return all != nullptr;
    };
    REQUIRE(waitFor(shown));
    QTest::mouseClick(all, Qt::LeftButton);
    auto* tasks = qobject_cast<RecordPage*>(program.window.workspace()->currentPage());
    REQUIRE(tasks);
    CHECK(tasks->name() == QStringLiteral("tasks"));
    REQUIRE(waitFor([&] { return tasks->list().isComplete(); }));
    QStringList titles;
    for (int row = 0; row < tasks->list().rowCount(); ++row)
        titles.append(tasks->list().index(row, 0).data().toString());
    CHECK(titles == QStringList{QStringLiteral("Call 0"), QStringLiteral("Call 1"), QStringLiteral("Call 2"),
                                QStringLiteral("Call 3"), QStringLiteral("Call 4"), QStringLiteral("Call 5")});
    CHECK(wordsShown(*tasks).contains(QStringLiteral("6 of 8")));
}

TEST_CASE("The people, networks, recommendations and reports behind Home are those that it counts", "[pages][home]")
{
    Program program;
    const QDate today = program.clock.today();
    const Person waiting = addPerson(*program.window.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    const Person met = addPerson(*program.window.store(), QStringLiteral("Ana"), QStringLiteral("Tuilagi"));
    for (const Id<Person> person : {waiting.id, met.id}) {
        ContactNote note;
        note.person = person;
        note.date = QDate(2020, 1, 1);
        note.kind = QStringLiteral("call");
        note.text = QStringLiteral("Talked");
        note.nextAction = QStringLiteral("Write");
        note.nextActionOn = today.addDays(person == met.id ? 90 : -1);
        program.add(note);
    }
    RecordPage& people = program.open("people");
    people.search(QStringLiteral("contact:due"));
    REQUIRE(waitFor([&] { return people.list().rowCount() == 1; }));
    CHECK(people.list().idAt(0) == waiting.id.value);
    Network vacant;
    vacant.name = QStringLiteral("Nepal network");
    Network left = vacant;
    left.name = QStringLiteral("Ended network");
    left.active = false;
    const qint64 wanted = program.add(vacant).id.value;
    program.add(left);
    RecordPage& networks = program.open("networks");
    networks.search(QStringLiteral("needs:due"));
    REQUIRE(waitFor([&] { return networks.list().rowCount() == 1; }));
    CHECK(networks.list().idAt(0) == wanted);
}

TEST_CASE("A record opens in a window of its own, is changed there, and goes with the file", "[pages][window]")
{
    Program program;
    const qint64 id = program.organisation(QStringLiteral("Open Door")).id.value;
    RecordPage& page = program.open("organisations");
    page.showRecord(id);
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    QTest::keyClick(&page.table(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QPointer<RecordWindow> window = program.window.findChild<RecordWindow*>();
    REQUIRE(window);
    CHECK(window->isWindow());
    CHECK(window->isVisible());
    CHECK(window->windowTitle() == QStringLiteral("Open Door"));
    CHECK(wordsShown(*window).contains(QStringLiteral("Open Door")));
    auto* place = window->findChild<QLineEdit*>(QStringLiteral("place"));
    REQUIRE(place);
    QTest::keyClicks(place, QStringLiteral("Suva"));
    window->activateWindow();
    REQUIRE(waitFor([&] { return QApplication::activeWindow() == window; }));
    QTest::keyClick(place, Qt::Key_S, Qt::ControlModifier);
    CHECK(program.window.store()->get(Id<Organisation>{id})->place == QStringLiteral("Suva"));
    CHECK(page.pane().findChild<QLineEdit*>(QStringLiteral("place"))->text() == QStringLiteral("Suva"));
    // What is typed there last is saved when the file is closed, and the window is gone with it.
    QTest::keyClicks(place, QStringLiteral(", Fiji"));
    const QString path = program.window.store()->path();
    CHECK(program.window.closeFile());
    CHECK_FALSE(window);
    REQUIRE(program.window.openFile(path));
    CHECK(program.window.store()->get(Id<Organisation>{id})->place == QStringLiteral("Suva, Fiji"));
}

TEST_CASE("What was typed and not saved is there again after a crash, until it is saved", "[pages][draft]")
{
    Program program;
    const qint64 id = program.organisation(QStringLiteral("Open Door")).id.value;
    const QString path = program.window.store()->path();
    const auto placeOf = [](RecordPage& page) {
        return page.pane().form().findChild<QLineEdit*>(QStringLiteral("place"));
    };
    REQUIRE(program.window.closeFile());
    {
        MainWindow crashing(program.settings, program.dialogs);
        REQUIRE(crashing.openFile(path, QStringLiteral("organisations")));
        crashing.show();
        auto* page = qobject_cast<RecordPage*>(crashing.workspace()->currentPage());
        page->showRecord(id);
        QTest::keyClicks(placeOf(*page), QStringLiteral("Suva"));
        REQUIRE(waitFor([&] { return keptDrafts(*crashing.store()).size() == 1; }));
        CHECK(crashing.store()->get(Id<Organisation>{id})->place.isEmpty());
    } // gone without being asked to save
    REQUIRE(program.window.openFile(path, QStringLiteral("home")));
    REQUIRE(waitFor([&] {
        return program.window.workspace()->message() ==
               QStringLiteral("What was typed into “Open Door” last was not saved. It is still there.");
    }));
    for (QPushButton* button : program.window.workspace()->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Open"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    auto* page = qobject_cast<RecordPage*>(program.window.workspace()->currentPage());
    REQUIRE(page);
    REQUIRE(page->currentRecord() == id);
    CHECK(placeOf(*page)->text() == QStringLiteral("Suva"));
    CHECK(wordsShown(*page).contains(QStringLiteral("Typed earlier and not saved yet")));
    CHECK(program.window.store()->get(Id<Organisation>{id})->place.isEmpty());
    CHECK(page->save());
    CHECK(program.window.store()->get(Id<Organisation>{id})->place == QStringLiteral("Suva"));
    CHECK_FALSE(wordsShown(*page).contains(QStringLiteral("Typed earlier and not saved yet")));
    CHECK(keptDrafts(*program.window.store()).empty());
}

TEST_CASE("A draft that is reverted is not offered again, and a new record is kept as well", "[pages][draft]")
{
    TestWindow window;
    const Person person = addPerson(*window.store, QStringLiteral("Sok"), QStringLiteral("Dara"));
    {
        RecordForm form(window.context, Entity::Person);
        form.keepDrafts();
        REQUIRE_OK(form.setRecord(person.id.value));
        QTest::keyClicks(form.findChild<QLineEdit*>(QStringLiteral("place")), QStringLiteral("Takeo"));
        REQUIRE(waitFor([&] { return keptDrafts(*window.store).size() == 1; }));
        form.revert();
        CHECK(keptDrafts(*window.store).empty());
        const auto timers = form.findChildren<QTimer*>(); // nor will it be kept later
        CHECK(std::none_of(timers.begin(), timers.end(), [](const QTimer* timer) { return timer->isActive(); }));
        CHECK(keptDrafts(*window.store).empty());
        form.startNew(RecordValues(Entity::Person));
        QTest::keyClicks(form.findChild<QLineEdit*>(QStringLiteral("place")), QStringLiteral("Battambang"));
        REQUIRE(waitFor([&] { return keptDrafts(*window.store).size() == 1; }));
    }
    window.store.reopen();
    AppContext again{*window.store, window.navigator, window.dialogs};
    RecordForm form(again, Entity::Person);
    form.keepDrafts();
    REQUIRE_OK(form.setRecord(person.id.value));
    CHECK_FALSE(form.isDirty());
    form.startNew(RecordValues(Entity::Person));
    CHECK(form.isRestored());
    CHECK(form.findChild<QLineEdit*>(QStringLiteral("place"))->text() == QStringLiteral("Battambang"));
    form.revert();
    CHECK(keptDrafts(*window.store).empty());
}

TEST_CASE("The menu of a list says one record or several", "[pages][plural]")
{
    Program program;
    const qint64 first = program.organisation(QStringLiteral("Open Door")).id.value;
    program.organisation(QStringLiteral("Sal Tree"));
    RecordPage& page = program.open("organisations");
    REQUIRE(waitFor([&] { return page.table().selectId(first); }));
    CHECK(menuOf(page.table()).contains(QStringLiteral("Delete 1 organisation")));
    page.table().selectAll();
    CHECK(menuOf(page.table()).contains(QStringLiteral("Delete 2 organisations")));
}

TEST_CASE("The ledger of what left says for whom in words, and when without seconds", "[pages][safety]")
{
    Program program;
    Disclosure entry;
    entry.what = QStringLiteral("Report on Suva");
    entry.audience = QStringLiteral("funder");
    entry.at = QDateTime(QDate(2026, 5, 14), QTime(9, 5, 37));
    const qint64 id = program.add(entry).id.value;
    RecordPage& page = program.open("safety");
    REQUIRE(waitFor([&] { return page.list().rowCount() == 1; }));
    QStringList cells;
    for (int column = 0; column < 3; ++column)
        cells.append(page.list().index(0, column).data().toString());
    CHECK(cells == QStringList{QStringLiteral("Report on Suva"), QStringLiteral("14 May 2026, 09:05"),
                               QStringLiteral("Funders")});
    page.showRecord(id);
    CHECK_FALSE(page.pane().form().findChild<QWidget*>(QStringLiteral("audience")));
    QStringList badges;
    for (const QAbstractButton* button : page.pane().findChildren<QAbstractButton*>())
        badges.append(button->text());
    CHECK(badges.contains(QStringLiteral("For: Funders")));
}

TEST_CASE("Where a record has no window of its own, the keys for it say so", "[pages][window]")
{
    Program program;
    program.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&program.window));
    const auto said = [&](const char* page) {
        program.window.workspace()->openPage(QLatin1String(page));
        QTest::keyClick(&program.window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        return program.window.workspace()->message();
    };
    CHECK(said("home").contains(QStringLiteral("“Home” opens in this window only")));
    for (const char* page : {"workshops", "reports", "people"}) {
        INFO(page);
        CHECK(said(page).contains(QStringLiteral("Choose one in the list first")));
    }
}

TEST_CASE("Show all of reports and recommendations on Home opens just those that it counts", "[pages][home]")
{
    Program program;
    const QDate today = program.clock.today();
    for (int i = 0; i < 7; ++i) {
        Recommendation late;
        late.text = QStringLiteral("Overdue %1").arg(i);
        late.due = today.addDays(-1 - i);
        program.add(late);
    }
    Recommendation done;
    done.text = QStringLiteral("Done");
    done.due = today.addDays(-1);
    done.status = QStringLiteral("done");
    program.add(done);
    for (int i = 0; i < 8; ++i) {
        Report draft;
        draft.title = QStringLiteral("Draft %1").arg(i);
        program.add(draft);
    }
    Report sent;
    sent.title = QStringLiteral("Sent");
    sent.status = QStringLiteral("sent");
    program.add(sent);
    const auto showAll = [&](const QString& words) {
        program.window.workspace()->openPage(QStringLiteral("home"));
        QPushButton* all = nullptr;
        REQUIRE(waitFor([&] {
            for (QPushButton* button : program.window.workspace()->currentPage()->findChildren<QPushButton*>()) {
                if (button->isVisible() && button->text() == words)
                    all = button;
            }
            return all != nullptr;
        }));
        QTest::mouseClick(all, Qt::LeftButton);
        return program.window.workspace()->currentPage();
    };
    auto* recommendations = qobject_cast<RecordPage*>(showAll(QStringLiteral("Show all 7")));
    REQUIRE(recommendations);
    REQUIRE(recommendations->name() == QStringLiteral("recommendations"));
    REQUIRE(waitFor([&] { return recommendations->list().isComplete() && recommendations->list().rowCount() == 7; }));
    auto* reports = qobject_cast<ReportPage*>(showAll(QStringLiteral("Show all 8")));
    REQUIRE(reports);
    REQUIRE(waitFor([&] { return reports->table().model()->rowCount() == 8; }));
    for (int row = 0; row < 8; ++row)
        CHECK(reports->table().model()->index(row, 0).data().toString().startsWith(QStringLiteral("Draft")));
}
