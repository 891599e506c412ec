// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with keys alone: the menus' keys from any line, letters of their own for all that has one, Tab through
// every dialog.
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_keys.h>
#include <support/ui_program.h>
#include <support/ui_walk.h>
#include <ui/export/export_dialog.h>
#include <ui/shell/global_search.h>
#include <ui/widgets/choice_edit.h>
#include <ui/widgets/page.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
// A line edit takes the keys with which its system edits. This one takes them all, wherever the test runs.
class GreedyLine : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride)
            return QLineEdit::event(event);
        event->accept();
        return true;
    }
};

std::vector<QAction*> withKeys(const MainWindow& window)
{
    std::vector<QAction*> all;
    for (const QMenu* menu : window.menuBar()->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            if (!action->shortcut().isEmpty())
                all.push_back(action);
        }
    }
    return all;
}

bool isEditing(const QAction& action)
{
    return action.objectName() == QStringLiteral("undo"); // of what was typed; there is nothing to redo
}

void check(const QStringList& faults)
{
    INFO(faults.join(QLatin1Char('\n')).toStdString());
    CHECK(faults.isEmpty());
}

QString inPlace(const QString& where, const QString& fault)
{
    return where + QStringLiteral(": ") + fault;
}
} // namespace

TEST_CASE("Every key of the menus is heard while one types in a line, but those with which one edits",
          "[window][keys]")
{
    Program program;
    program.create();
    GreedyLine line(&program.people());
    line.show();
    QTest::keyClicks(&line, QStringLiteral("xy"));
    QTest::keyClick(&line, Qt::Key_Backspace);
    const auto actions = withKeys(program.window);
    REQUIRE(actions.size() > 20);
    for (const QAction* action : actions) {
        INFO(action->text().toStdString());
        const QKeyCombination keys = action->shortcut()[0];
        if (keys == (Qt::CTRL | Qt::SHIFT | Qt::Key_D)) // comes back as a key, see DiscreetSwitch
            continue;
        QKeyEvent asked(QEvent::ShortcutOverride, keys.key(), keys.keyboardModifiers());
        asked.ignore();
        QApplication::sendEvent(&line, &asked);
        CHECK(asked.isAccepted() == isEditing(*action));
    }
    CHECK(line.text() == QStringLiteral("x"));
}

TEST_CASE("Ctrl+E exports while one searches", "[window][keys]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    GreedyLine line(&program.people());
    line.show();
    program.window.activateWindow();
    line.setFocus();
    REQUIRE(waitFor([&] { return QApplication::focusWidget() == &line; }));
    bool wasThere = false;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, &drive, [&wasThere] {
        if (auto* const dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget())) {
            wasThere = true;
            dialog->reject();
        }
    });
    drive.start(1);
    QTest::keyClick(&line, Qt::Key_E, Qt::ControlModifier);
    CHECK(waitFor([&wasThere] { return wasThere; }));
}

TEST_CASE("No letter stands twice as access key on a page", "[window][keys][tour]")
{
    SampleProgram program(60);
    QStringList faults;
    for (const NavigationEntry& entry : program.window->workspace()->entries()) {
        walkPage(*program.window, entry, [&](const QWidget& window, const QString& where) {
            for (const QString& fault : accessKeysTwice(window)) {
                if (const QString line = inPlace(where, fault); !faults.contains(line))
                    faults.append(line);
            }
        });
    }
    check(faults);
}

TEST_CASE("No letter stands twice as access key in a menu", "[window][keys][tour]")
{
    SampleProgram program(60);
    Segment kept;
    kept.name = QStringLiteral("Cambodia");
    kept.query = QStringLiteral("country:KH");
    kept.recordType = QStringLiteral("person");
    addRecords(*program.window->store(), kept);
    QStringList faults;
    for (const NavigationEntry& entry : program.window->workspace()->entries()) {
        walkPage(*program.window, entry, [&](const QWidget& window, const QString& where) {
            std::vector<QPointer<QMenu>> menus;
            for (const QPushButton* button : window.findChildren<QPushButton*>()) {
                if (button->menu() && button->isVisible())
                    menus.emplace_back(button->menu());
            }
            for (const QAction* action : program.window->menuBar()->actions())
                menus.emplace_back(action->menu());
            for (const QPointer<QMenu>& menu : menus) {
                for (const QString& fault : menu ? accessKeysTwice(*menu) : QStringList()) {
                    if (const QString line = inPlace(where, fault); !faults.contains(line))
                        faults.append(line);
                }
            }
        });
    }
    check(faults);
}

TEST_CASE("No letter stands twice as access key in a dialog", "[window][keys][tour]")
{
    SampleProgram program(60);
    QStringList faults;
    walkDialogs(program, [&](const QWidget& dialog, const QString& where) {
        for (const QString& fault : accessKeysTwice(dialog))
            faults.append(inPlace(where, fault));
    });
    check(faults);
}

TEST_CASE("Tab comes to every control of a dialog, from above to below", "[window][keys][tour]")
{
    SampleProgram program(60);
    QStringList faults;
    walkDialogs(program, [&](QWidget& dialog, const QString& where) {
        dialog.activateWindow();
        REQUIRE(waitFor([&] { return QApplication::activeWindow() == &dialog; }));
        for (const QString& fault : faultsOfTab(dialog))
            faults.append(inPlace(where, fault));
    });
    check(faults);
}

TEST_CASE("In the export dialog Tab comes to For whom before it comes to the columns", "[window][keys]")
{
    SampleProgram program(20);
    ExportDialog dialog(program.context(), {QStringLiteral("consent-mail")}, program.window.get());
    dialog.show();
    dialog.choose(QStringLiteral("person"), Audience::Internal, QStringLiteral("csv"));
    dialog.activateWindow();
    REQUIRE(waitFor([&] { return QApplication::activeWindow() == &dialog && !dialog.isBusy(); }));
    dialog.findChild<QComboBox*>(QStringLiteral("what"))->setFocus();
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        names.append(QApplication::focusWidget()->accessibleName() + QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    CHECK(names.contains(QStringLiteral("For whom")));
    CHECK_FALSE(names.contains(QStringLiteral("Columns")));
}

namespace
{
struct SearchWindow : TestWindow {
    GlobalSearch* open()
    {
        auto* search = new GlobalSearch(context, {&about, &sets}); // goes when it is closed
        search->show();
        line = search->findChild<QLineEdit*>();
        list = search->findChild<QListWidget*>();
        return search;
    }
    // Opened, typed, and these keys after it.
    void type(const QString& words, const std::vector<Qt::Key>& keys)
    {
        const QPointer<GlobalSearch> search = open();
        QTest::keyClicks(line, words);
        REQUIRE(waitUntilQuiet(*search));
        for (const Qt::Key key : keys)
            QTest::keyClick(line, key);
        REQUIRE(waitFor([&] { return search.isNull(); }));
    }
    QLineEdit* line = nullptr;
    QListWidget* list = nullptr;
    QAction about{QStringLiteral("&About")};
    QAction sets{QStringLiteral("Darwin s&ettings…")};
    Person sok = addPerson(*store, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));
    Person nok = addPerson(*store, QStringLiteral("Nok"), QStringLiteral("Darani"), QStringLiteral("TH"));
};
} // namespace

TEST_CASE("In Find anything nothing is chosen before a key goes there, and Down goes to the first", "[find][keys]")
{
    SearchWindow window;
    const QPointer<GlobalSearch> search = window.open();
    QTest::keyClicks(window.line, QStringLiteral("dar"));
    REQUIRE(waitFor([&] { return window.list->count() == 3; }));
    CHECK(window.list->currentRow() == -1);
    QTest::keyClick(window.line, Qt::Key_Down);
    CHECK(window.list->currentRow() == 0);
    const QString first = window.list->item(0)->text();
    QTest::keyClick(window.line, Qt::Key_Return);
    REQUIRE(window.navigator.opened.size() == 1);
    CHECK(window.store->titleOf(Entity::Person, window.navigator.opened.front().second) == first);
}

TEST_CASE("Return in Find anything searches for what was typed, or opens what is called so", "[find][keys]")
{
    SearchWindow window;
    window.type(QStringLiteral("dar"), {Qt::Key_Return});
    CHECK(window.navigator.pages == QStringList{QStringLiteral("people dar")});
    CHECK(window.navigator.opened.empty());
    window.type(QStringLiteral("sok dara"), {Qt::Key_Return});
    REQUIRE(window.navigator.opened.size() == 1);
    CHECK(window.navigator.opened.front().second == window.sok.id.value);
    bool wasSet = false;
    QObject::connect(&window.sets, &QAction::triggered, &window.sets, [&] { wasSet = true; });
    window.type(QStringLiteral("Darwin settings"), {Qt::Key_Return});
    CHECK(wasSet);
    wasSet = false;
    window.type(QStringLiteral("darw"), {Qt::Key_Return}); // nobody: the first that was found
    CHECK(wasSet);
}

TEST_CASE("In a line that completes, Down goes to the first choice, and Return alone takes it", "[keys]")
{
    ChoiceEdit line;
    line.setChoices({{QStringLiteral("KH"), QStringLiteral("Cambodia"), {}, {}},
                     {QStringLiteral("CM"), QStringLiteral("Cameroon"), {}, {}}});
    line.show();
    QTest::keyClicks(&line, QStringLiteral("cam"));
    QTest::keyClick(&line, Qt::Key_Down);
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(line.code() == QStringLiteral("KH"));
    line.setChoice({}, {});
    QTest::keyClicks(&line, QStringLiteral("cam"));
    QTest::keyClick(&line, Qt::Key_Down);
    QTest::keyClick(&line, Qt::Key_Down);
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(line.code() == QStringLiteral("CM"));
    line.setChoice({}, {});
    QTest::keyClicks(&line, QStringLiteral("cam"));
    QTest::keyClick(&line, Qt::Key_Return);
    CHECK(line.code() == QStringLiteral("KH"));
}
