// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/file_bytes.h>
#include <support/ui_program.h>
#include <ui/backups/backups_dialog.h>
#include <ui/history/history_dialog.h>
#include <ui/pages/start/start_page.h>
#include <ui/records/record_form.h>
#include <ui/records/record_page.h>
#include <ui/records/record_pane.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/tables/record_table.h>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <search/person_search.h>

#include <sqlite3.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A new file opens on its first page and is remembered", "[window]")
{
    Program program;
    CHECK(program.window.workspace() == nullptr);
    CHECK_FALSE(program.window.action(QStringLiteral("undo"))->isEnabled());
    program.create();
    CHECK(program.window.recentFiles() == QStringList{program.path(QStringLiteral("file.dtp"))});
    CHECK(program.window.windowTitle().startsWith(QStringLiteral("file")));
    CHECK(program.window.closeFile());
    CHECK(program.window.workspace() == nullptr);
    CHECK(program.window.openFile(program.path(QStringLiteral("file.dtp"))));
}

TEST_CASE("That the computer cannot keep a promise is said across the window, whatever is open", "[window][network]")
{
    Program program;
    program.window.setNotice({});
    CHECK(program.window.findChild<QWidget*>(QStringLiteral("notice")) == nullptr);
    program.window.setNotice(QStringLiteral("This system could not be asked to refuse network connections."));
    program.window.show();
    const auto isSaid = [&] {
        const auto* notice = program.window.findChild<QWidget*>(QStringLiteral("notice"));
        const auto* words = notice ? notice->findChild<QLabel*>() : nullptr;
        return words && words->isVisible() &&
               words->text() == QStringLiteral("This system could not be asked to refuse network connections.");
    };
    CHECK(isSaid());
    program.create();
    CHECK(isSaid());
    shoot(program.window, QStringLiteral("notice"));
    REQUIRE(program.window.closeFile());
    CHECK(isSaid());
}

TEST_CASE("Back and Forward go where one was", "[window][way]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    const auto page = [&] { return program.space().currentPage()->name(); };
    program.space().openPage(QStringLiteral("networks"));
    program.space().openRecord(Entity::Person, person.id.value);
    CHECK(page() == QStringLiteral("people"));
    CHECK(program.people().currentRecord() == person.id.value);
    program.window.action(QStringLiteral("back"))->trigger();
    CHECK(page() == QStringLiteral("networks"));
    CHECK(program.window.action(QStringLiteral("forward"))->isEnabled());
    program.window.action(QStringLiteral("forward"))->trigger();
    CHECK(page() == QStringLiteral("people"));
    CHECK(program.people().currentRecord() == person.id.value);
}

TEST_CASE("A link record opens the record that it belongs to", "[window][way]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    ContactPoint contact;
    contact.person = person.id;
    contact.kind = QStringLiteral("email");
    contact.value = QStringLiteral("sok@example.org");
    REQUIRE_OK(program.store().change(QStringLiteral("x"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(contact));
        return {};
    }));
    program.space().openPage(QStringLiteral("networks"));
    program.space().openRecord(Entity::ContactPoint, contact.id.value);
    CHECK(program.people().currentRecord() == person.id.value);
}

TEST_CASE("A damaged file is not opened, the newest backup is offered and the damaged one kept", "[window][bad days]")
{
    Program program;
    program.create();
    const QString path = program.path(QStringLiteral("file.dtp"));
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    REQUIRE(program.store().backupIfOlderThan(0));
    REQUIRE(program.window.closeFile());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.resize(5000);
    file.close();

    CHECK_FALSE(program.window.openFile(path));
    CHECK(program.window.startPage().problemText().contains(QStringLiteral("damaged")));
    CHECK(program.dialogs.errors.isEmpty());
    auto* restore = program.window.startPage().findChild<QPushButton*>(QStringLiteral("restore"));
    REQUIRE(restore);
    CHECK(restore->isVisibleTo(&program.window.startPage()));
    CHECK(restore->text().startsWith(QStringLiteral("Restore the backup of ")));
    CHECK(restore->text().endsWith(QStringLiteral(" (1 person)")));
    restore->click();
    REQUIRE(program.window.workspace());
    CHECK(*program.store().count(Entity::Person) == 1);
    const QStringList kept = QDir(program.folder.path()).entryList({QStringLiteral("*set aside*")});
    REQUIRE(kept.size() == 1);
    CHECK(QFileInfo(program.path(kept.front())).size() == 5000);
}

TEST_CASE("A file that is damaged where no page reads is not shown either", "[window][bad days]")
{
    Program program;
    program.create();
    const QString path = program.path(QStringLiteral("file.dtp"));
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    REQUIRE(program.store().backupIfOlderThan(0));
    REQUIRE(program.window.closeFile());
    damageTable(path, "photo_person");
    const QByteArray bytes = contentsOf(path);

    CHECK_FALSE(program.window.openFile(path));
    CHECK_FALSE(program.window.workspace());
    CHECK(program.window.startPage().problemText().contains(QStringLiteral("damaged")));
    CHECK(program.dialogs.errors.isEmpty());
    CHECK(contentsOf(path) == bytes);
    auto* restore = program.window.startPage().findChild<QPushButton*>(QStringLiteral("restore"));
    REQUIRE(restore);
    restore->click();
    REQUIRE(program.window.workspace());
    CHECK(*program.store().count(Entity::Person) == 1);
}

TEST_CASE("A file that another window has is shown to read, and says so", "[window]")
{
    Program first;
    first.create();
    addPerson(first.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    Program second;
    REQUIRE(second.window.openFile(first.path(QStringLiteral("file.dtp"))));
    second.window.show();
    CHECK(second.store().isReadOnly());
    const auto* banner = second.space().findChild<QLabel*>(QStringLiteral("readOnlyBanner"));
    REQUIRE(banner);
    CHECK(banner->text().contains(second.store().readOnlyReason()));
    second.space().openPage(QStringLiteral("people"));
    CHECK_FALSE(second.space().currentPage()->canCreate());
    CHECK_FALSE(second.window.action(QStringLiteral("create"))->isEnabled());
    CHECK_FALSE(second.window.action(QStringLiteral("import"))->isEnabled());
    CHECK_FALSE(second.window.action(QStringLiteral("undo"))->isEnabled());
}

TEST_CASE("A wrong draft keeps the window open unless the user gives it up", "[window][draft]")
{
    Program program;
    program.create();
    const Person person = addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    program.space().openRecord(Entity::Person, person.id.value);
    QTest::keyClicks(program.people().pane().form().findChild<QLineEdit*>(QStringLiteral("birth_year")),
                     QStringLiteral("x"));
    program.dialogs.answerConfirm = false;
    CHECK_FALSE(program.window.close());
    CHECK(program.window.workspace());
    program.dialogs.answerConfirm = true;
    CHECK(program.window.close());
    CHECK(program.dialogs.confirms.size() == 2);
}

TEST_CASE("A backup is written where one says and opens", "[window][backup]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    program.dialogs.saveFile = program.path(QStringLiteral("copy.dtp"));
    program.window.action(QStringLiteral("backup"))->trigger();
    CHECK(program.dialogs.errors.isEmpty());
    CHECK(program.space().message().contains(QStringLiteral("copy.dtp")));
    REQUIRE(program.window.openFile(program.path(QStringLiteral("copy.dtp"))));
    CHECK(*program.store().count(Entity::Person) == 1);
}

TEST_CASE("The backup that is made on opening is known to Home, which was read before", "[window][backup]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara")); // of an empty file there is none
    const QString file = program.store().path();
    program.window.action(QStringLiteral("close"))->trigger();
    REQUIRE(program.window.openFile(file));
    program.space().openPage(QStringLiteral("home"));
    const auto* words = program.space().currentPage()->findChild<QLabel*>(QStringLiteral("backup"));
    REQUIRE(words);
    CHECK(waitFor([words] {
        return words->text().startsWith(QStringLiteral("Last backup: today ")) &&
               words->text().endsWith(QStringLiteral(", 1 person."));
    }));
}

TEST_CASE("What was changed is backed up when the file is closed, and only then", "[window][backup]")
{
    Program program;
    program.create();
    const QString file = program.store().path();
    const auto backups = [&] {
        return QDir(program.path(QStringLiteral("file backups"))).entryList({QStringLiteral("*.dtp")});
    };
    CHECK(program.window.closeFile());
    CHECK(backups().isEmpty()); // of an empty file there is none
    REQUIRE(program.window.openFile(file));
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    CHECK(program.window.closeFile());
    REQUIRE(backups().size() == 1);
    REQUIRE(program.window.openFile(file));
    CHECK(program.window.closeFile());
    CHECK(backups().size() == 1);
    CHECK(program.dialogs.errors.isEmpty());
}

TEST_CASE("The backups dialog says how many people each holds, keeps a second place, and one of them is restored",
          "[window][backup]")
{
    Program program;
    program.create();
    const QString stick = program.path(QStringLiteral("stick"));
    REQUIRE(QDir().mkpath(stick));
    addPerson(program.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
    {
        BackupsDialog dialog(program.space().context(), [stick] { return stick; });
        dialog.show();
        const auto* table = dialog.findChild<QTableWidget*>();
        const auto click = [&dialog](const char* name) {
            dialog.findChild<QPushButton*>(QLatin1String(name))->click();
        };
        CHECK(table->rowCount() == 0);
        CHECK_FALSE(dialog.findChild<QPushButton*>(QStringLiteral("restore"))->isEnabled());
        const auto* place = dialog.findChild<QLabel*>(QStringLiteral("place"));
        CHECK(place->text().startsWith(QStringLiteral("There is no second place")));
        click("choose");
        CHECK(place->text() == QStringLiteral("Second place: “%1”.").arg(QFileInfo(stick).canonicalFilePath()));
        click("now");
        REQUIRE(waitFor([&] { return dialog.isRead() && table->rowCount() == 2; }));
        for (int row = 0; row < 2; ++row)
            CHECK(table->item(row, 1)->text() == QStringLiteral("1 person"));
        shoot(dialog, QStringLiteral("backups"));
        click("forget");
        CHECK(place->text().startsWith(QStringLiteral("There is no second place")));
        REQUIRE(waitFor([&] { return dialog.isRead() && table->rowCount() == 1; }));
        CHECK(program.dialogs.errors.isEmpty());
    }
    addPerson(program.store(), QStringLiteral("Chan"), QStringLiteral("Vanna"));
    QTimer::singleShot(0, &program.window, [&program] {
        auto* dialog = program.window.findChild<BackupsDialog*>();
        REQUIRE(dialog);
        dialog->findChild<QPushButton*>(QStringLiteral("restore"))->click();
    });
    program.window.action(QStringLiteral("restore"))->trigger();
    REQUIRE(program.window.workspace());
    CHECK(*program.store().count(Entity::Person) == 1);
    REQUIRE(program.dialogs.confirms.size() == 1);
    CHECK(program.dialogs.confirms.front().contains(QStringLiteral("It holds 1 person.")));
}

TEST_CASE("Every page opens, also in an empty file, and every action has a name", "[window]")
{
    Program program;
    program.create();
    for (const NavigationEntry& entry : program.space().entries()) {
        INFO(entry.name.toStdString());
        program.space().openPage(entry.name);
        processPending();
        CHECK(program.space().currentPage()->name() == entry.name);
        CHECK_FALSE(program.space().currentPage()->title().isEmpty());
    }
    CHECK(program.dialogs.errors.isEmpty());
}

TEST_CASE("A history that cannot be read says so and does not look empty", "[window][bad days]")
{
    Program program;
    program.create();
    addPerson(program.store(), QStringLiteral("Ana"), QStringLiteral("X"));
    REQUIRE(sqlite3_exec(program.store().handle(), "ALTER TABLE change_set RENAME TO lost", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    HistoryDialog dialog(program.space().context());
    dialog.show();
    const auto labels = dialog.findChildren<QLabel*>();
    CHECK(std::count_if(labels.begin(), labels.end(), [](const QLabel* label) {
              return label->isVisible() && label->text().startsWith(QStringLiteral("⚠ file.dtp is damaged"));
          }) == 1);
}
