// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing somebody from the window, by the keyboard.
#include <support/catch.h>
#include <support/file_bytes.h>
#include <support/ui_window.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Program {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("file.dtp"));
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    Person person;

    Program()
    {
        REQUIRE(window.createFile(file));
        window.resize(1366, 768);
        window.show();
        person = addPerson(*window.store(), QStringLiteral("Quynhanh"), QStringLiteral("Zvornik"));
        addPerson(*window.store(), QStringLiteral("Mele"), QStringLiteral("Tau"));
        window.workspace()->openPage(QStringLiteral("people"));
        window.workspace()->currentPage()->showRecord(person.id.value);
    }
    // Everything that is in the file and beside it.
    QByteArray bytes() const
    {
        QByteArray all;
        for (const QFileInfo& one : QDir(folder.path()).entryInfoList(QDir::Files))
            all += contentsOf(one.filePath());
        return all;
    }
    // Writes into the dialog that comes up, and presses a key there; what the list of places said.
    QStringList erase(const QString& typed, Qt::Key key)
    {
        QStringList said;
        QTimer look;
        look.setInterval(10);
        QObject::connect(&look, &QTimer::timeout, &window, [&] {
            auto* dialog = qobject_cast<EraseDialog*>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isActiveWindow() || !said.isEmpty())
                return;
            auto* list = dialog->findChild<QTreeWidget*>();
            for (int i = 0; i < list->topLevelItemCount(); ++i)
                said.append(list->topLevelItem(i)->text(0));
            auto* name = dialog->findChild<QLineEdit*>();
            CHECK(name->hasFocus());
            QTest::keyClicks(name, typed);
            QTest::keyClick(name, key);
            if (dialog->isVisible())
                dialog->reject();
        });
        look.start();
        window.action(QStringLiteral("erase"))->trigger();
        return said;
    }
};
} // namespace

TEST_CASE("somebody is erased when their name was written, and nothing in the file tells of them", "[window][erasure]")
{
    Program program;
    CHECK(program.bytes().contains("Zvornik"));
    CHECK(program.erase(QStringLiteral("quynhanh zvornik"), Qt::Key_Return).contains(QStringLiteral("Erased")));
    CHECK(program.dialogs.errors == QStringList());
    CHECK(program.window.store()->count(Entity::Person).value() == 1);
    CHECK(program.window.store()->check().value() == QStringList());
    program.window.closeFile();
    CHECK_FALSE(program.bytes().contains("Zvornik"));
    CHECK_FALSE(program.bytes().contains("zvornik"));
    CHECK(program.bytes().contains("Mele"));
}

TEST_CASE("without the name, and with Escape, nobody is erased", "[window][erasure]")
{
    Program program;
    CHECK_FALSE(program.erase(QStringLiteral("Mele Tau"), Qt::Key_Return).isEmpty());
    CHECK_FALSE(program.erase(QStringLiteral("Quynhanh Zvornik"), Qt::Key_Escape).isEmpty());
    CHECK(program.window.store()->count(Entity::Person).value() == 2);
}

TEST_CASE("somebody who was deleted is asked for by name and erased from the history", "[window][erasure]")
{
    Program program;
    REQUIRE_OK(program.window.store()->change(QStringLiteral("Delete"), [&](ChangeWriter& writer) {
        return writer.remove(Entity::Person, program.person.id.value);
    }));
    program.window.workspace()->openPage(QStringLiteral("home"));
    program.dialogs.text = QStringLiteral("Nobody Known");
    CHECK(program.erase({}, Qt::Key_Escape).isEmpty());
    CHECK(program.dialogs.errors.size() == 1);
    program.dialogs.text = QStringLiteral("Quynhanh Zvornik");
    CHECK_FALSE(program.erase(QStringLiteral("Quynhanh Zvornik"), Qt::Key_Return).isEmpty());
    program.window.closeFile();
    CHECK_FALSE(program.bytes().contains("Zvornik"));
}
