// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that lock are heard wherever one is in the program.
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <ui/records/record_page.h>
#include <ui/records/record_window.h>

#include <QAction>
#include <QLabel>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString labels()
{
    QString texts;
    for (const QWidget* widget : QApplication::allWidgets()) {
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts += label->text() + QLatin1Char('\n');
    }
    return texts;
}
} // namespace

TEST_CASE("Ctrl+L locks from a dialog and from a record's own window as well", "[window][lock]")
{
    const bool isDialog = GENERATE(true, false);
    CAPTURE(isDialog);
    ProgramAtPerson program;
    const QString name = program.window.store()->titleOf(Entity::Person, program.person);
    REQUIRE(labels().contains(name));
    if (isDialog) {
        QTimer::singleShot(0, &program.window, [] {
            QWidget* dialog = QApplication::activeModalWidget();
            REQUIRE(dialog);
            QTest::keyClick(dialog, Qt::Key_L, Qt::ControlModifier);
        });
        program.window.action(QStringLiteral("history"))->trigger();
    } else {
        program.people().openWindow();
        const auto windows = program.window.findChildren<RecordWindow*>();
        REQUIRE(windows.size() == 1);
        QTest::keyClick(windows.front(), Qt::Key_L, Qt::ControlModifier);
    }
    REQUIRE(program.waitUntilLocked());
    CHECK_FALSE(vault::isUnlocked(program.file));
    CHECK_FALSE(labels().contains(name));
}
