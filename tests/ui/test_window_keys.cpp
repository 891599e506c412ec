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
