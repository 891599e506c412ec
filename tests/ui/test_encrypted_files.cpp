// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <ui/backups/backups_dialog.h>
#include <ui/pages/start/start_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/vault/passphrase_edit.h>
#include <ui/vault/unlock_page.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

using Program = EncryptedProgram;

TEST_CASE("An encrypted file opens after its passphrase was typed", "[window][vault]")
{
    Program program;
    CHECK_FALSE(program.window.openFile(program.file));
    CHECK(program.isAsking());
    CHECK(program.window.workspace() == nullptr);
    CHECK(program.window.recentFiles().isEmpty());
    CHECK(program.edit().echoMode() == QLineEdit::Password);
    shoot(program.window, QStringLiteral("unlock"));
    program.type(ours);
    REQUIRE(waitFor([&] { return program.window.workspace() != nullptr; }));
    CHECK(*program.window.store()->count(Entity::Person) == 1);
    CHECK(program.window.recentFiles() == QStringList{program.file});
    CHECK(program.edit().text().isEmpty());
    CHECK(program.dialogs.errors.isEmpty());
}

TEST_CASE("The recovery code opens an encrypted file as well", "[window][vault]")
{
    Program program;
    REQUIRE_OK(vault::unlock(program.file, ours));
    const QString code = vault::renewRecoveryCode(program.file).value();
    vault::lockAll();
    CHECK_FALSE(program.window.openFile(program.file));
    program.type(code.toLower());
    REQUIRE(waitFor([&] { return program.window.workspace() != nullptr; }));
}

TEST_CASE("A wrong passphrase is said below the field, and the next one counts", "[window][vault]")
{
    Program program;
    program.window.openFile(program.file);
    program.type(QStringLiteral("something else"));
    REQUIRE(waitFor([&] { return !program.window.unlockPage().problemText().isEmpty(); }));
    CHECK(program.window.unlockPage().problemText().contains(QStringLiteral("Nothing was lost")));
    CHECK(program.dialogs.errors.isEmpty());
    CHECK(program.window.workspace() == nullptr);
    CHECK(program.edit().selectedText() != QString()); // typing replaces it
    shoot(program.window, QStringLiteral("unlock-wrong"));
    program.type(ours);
    CHECK(waitFor([&] { return program.window.workspace() != nullptr; }));
}

TEST_CASE("Esc leads from the passphrase back to the start page", "[window][vault]")
{
    Program program;
    program.window.openFile(program.file);
    REQUIRE(waitFor([&] { return program.isAsking(); }));
    QTest::keyClicks(&program.edit(), QStringLiteral("half"));
    QTest::keyClick(&program.edit(), Qt::Key_Escape);
    CHECK(program.window.startPage().isVisible());
    CHECK(program.edit().text().isEmpty());
}

TEST_CASE("A file whose passphrase nobody waits for any more stays locked", "[window][vault]")
{
    Program program;
    program.window.openFile(program.file);
    program.type(ours);
    REQUIRE(program.window.createFile(program.made.path(QStringLiteral("other.dtp"))));
    CHECK(waitFor([&] { return !vault::isUnlocked(program.file); }));
    processPending();
    CHECK(program.window.store()->path().endsWith(QStringLiteral("other.dtp")));
}

TEST_CASE("The window is alive while a passphrase of the usual cost is tried", "[window][vault]")
{
    FreshStore made{vault::FirstPassphrase{QStringLiteral("Ana"), vault::SecretBytes::ofText(ours)}};
    const QString file = made->path();
    made.store.reset();
    vault::lockAll();
    Program program;
    program.window.openFile(file);
    int ticks = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&ticks] { ++ticks; });
    REQUIRE(waitFor([&] { return program.isAsking(); }));
    timer.start(10);
    program.type(ours);
    CHECK(waitFor([&] { return program.window.workspace() != nullptr; }));
    CHECK(ticks >= 2); // none, would it wait; few on one processor
}

TEST_CASE("Closing an encrypted file forgets its key", "[window][vault]")
{
    Program program;
    program.open();
    REQUIRE(vault::isUnlocked(program.file));
    CHECK(program.window.closeFile());
    CHECK_FALSE(vault::isUnlocked(program.file));
    CHECK_FALSE(program.window.openFile(program.file));
    CHECK(program.isAsking());
}

TEST_CASE("What is typed is shown and covered by a key, and Caps Lock is noticed", "[window][vault]")
{
    Program program;
    program.window.openFile(program.file);
    REQUIRE(waitFor([&] { return program.isAsking(); }));
    auto* capsLock = program.window.unlockPage().findChild<QLabel*>(QStringLiteral("capsLock"));
    QTest::keyClicks(&program.edit(), QStringLiteral("four"));
    CHECK_FALSE(capsLock->isVisible());
    QTest::keyClick(&program.edit(), Qt::Key_H, Qt::ControlModifier);
    CHECK(program.edit().echoMode() == QLineEdit::Normal);
    shoot(program.window, QStringLiteral("unlock-shown"));
    QTest::keyClick(&program.edit(), Qt::Key_H, Qt::ControlModifier);
    CHECK(program.edit().echoMode() == QLineEdit::Password);
    QTest::sendKeyEvent(QTest::Click, &program.edit(), Qt::Key_W, QStringLiteral("W"), Qt::NoModifier);
    CHECK(capsLock->isVisible());
    QTest::sendKeyEvent(QTest::Click, &program.edit(), Qt::Key_W, QStringLiteral("W"), Qt::ShiftModifier);
    CHECK_FALSE(capsLock->isVisible());
}

TEST_CASE("An encrypted backup takes the place of its file without asking again", "[window][vault][backup]")
{
    Program program;
    program.open();
    program.dialogs.saveFile = program.made.path(QStringLiteral("copy.dtp"));
    program.window.action(QStringLiteral("backup"))->trigger();
    addPerson(*program.window.store(), QStringLiteral("Nok"), QStringLiteral("Suk"));
    program.dialogs.openFile = program.dialogs.saveFile;
    QTimer::singleShot(0, &program.window, [&program] {
        program.window.findChild<BackupsDialog*>()->findChild<QPushButton*>(QStringLiteral("other"))->click();
    });
    program.window.action(QStringLiteral("restore"))->trigger();
    REQUIRE(program.window.workspace());
    CHECK(*program.window.store()->count(Entity::Person) == 1);
    CHECK(vault::isVault(program.file));
}

TEST_CASE("A damaged encrypted file offers its backup, which asks for the passphrase", "[window][vault][backup]")
{
    Program program;
    program.open();
    REQUIRE_OK(program.window.store()->backupIfOlderThan(0));
    REQUIRE(program.window.closeFile());
    QFile file(program.file);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write(QByteArray("DTPVAULT") + QByteArray(4088, 'x'));
    file.write(QByteArray(4096, 'x')); // both copies of its head
    file.close();

    CHECK_FALSE(program.window.openFile(program.file));
    program.type(ours);
    REQUIRE(waitFor([&] { return program.window.startPage().isVisible(); }));
    CHECK(program.window.startPage().problemText().contains(QStringLiteral("damaged")));
    auto* restore = program.window.startPage().findChild<QPushButton*>(QStringLiteral("restore"));
    REQUIRE(restore->isVisible());
    restore->click();
    REQUIRE(waitFor([&] { return program.isAsking(); }));
    program.type(ours);
    REQUIRE(waitFor([&] { return program.window.workspace() != nullptr; }));
    CHECK(*program.window.store()->count(Entity::Person) == 1);
}
