// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <ui/vault/new_file_page.h>
#include <ui/vault/new_passphrase_form.h>
#include <ui/vault/passphrases_dialog.h>
#include <ui/vault/recovery_code_view.h>

#include <QAction>
#include <QCheckBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QString good = QStringLiteral("kettle ladder monsoon ferry walnut");

struct Program {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    QString file = folder.filePath(QStringLiteral("Bangkok office.dtp"));

    Program()
    {
        settings.setValue(QStringLiteral("author"), QStringLiteral("Ana Lim"));
        window.setPassphraseCost(vault::Cost{1, 8, 1});
        window.resize(1366, 768);
        window.show();
        dialogs.saveFile = file;
    }
    ~Program() { vault::lockAll(); }
    NewFilePage& page() { return window.newFilePage(); }
    NewPassphraseForm& form() { return page().form(); }
    QLineEdit* field(const char* name) { return page().findChild<QLineEdit*>(QLatin1String(name)); }
    QPushButton* proceed() { return page().findChild<QPushButton*>(QStringLiteral("proceed")); }
    // By keys alone, from the field that has the focus.
    void enter(const QString& first, const QString& second)
    {
        REQUIRE(waitFor([this] { return QApplication::focusWidget() == field("passphrase"); }));
        QTest::keyClicks(QApplication::focusWidget(), first);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), second);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QString waitForCode()
    {
        REQUIRE(waitFor([this] { return !page().recovery().code().isEmpty(); }));
        return page().recovery().code();
    }
};

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}
} // namespace

TEST_CASE("A new file is encrypted, and its recovery code opens it", "[window][vault]")
{
    Program program;
    program.window.action(QStringLiteral("new"))->trigger();
    REQUIRE(program.page().isVisible());
    CHECK(program.field("name")->text() == QStringLiteral("Ana Lim"));
    shoot(program.window, QStringLiteral("new-file"));
    program.enter(good, good);
    const QString code = program.waitForCode();
    CHECK(vault::isVault(program.file));
    CHECK_FALSE(program.proceed()->isEnabled()); // not before the code is kept
    shoot(program.window, QStringLiteral("recovery-code"));
    program.dialogs.saveFile = program.folder.filePath(QStringLiteral("code.pdf"));
    program.page().findChild<QPushButton*>(QStringLiteral("save"))->click();
    CHECK(bytesOf(program.dialogs.saveFile).startsWith("%PDF"));
    const QFileInfo suggested(program.dialogs.suggestions.back());
    CHECK(suggested.fileName() == QStringLiteral("Bangkok office recovery code.pdf"));
    CHECK(suggested.isAbsolute());
    CHECK(suggested.path() != QFileInfo(program.file).absolutePath()); // whoever takes the file would have the code
    CHECK_FALSE(program.proceed()->isEnabled());                       // a file is not paper
    program.page().recovery().findChild<QCheckBox*>()->click();
    REQUIRE(program.proceed()->isEnabled());
    program.proceed()->click();
    REQUIRE(program.window.workspace());
    CHECK(program.page().recovery().code().isEmpty());
    CHECK(program.field("passphrase")->text().isEmpty());
    const auto slots_ = vault::slotsOf(program.file).value();
    REQUIRE(slots_.size() == 2);
    CHECK(slots_[0].name == QStringLiteral("Ana Lim"));
    REQUIRE(program.window.closeFile());
    REQUIRE_FALSE(vault::isUnlocked(program.file));
    REQUIRE_OK(vault::unlock(program.file, code));
}

TEST_CASE("The recovery code can be printed, and goes to no other file for that", "[window][vault]")
{
    Program program;
    program.window.action(QStringLiteral("new"))->trigger();
    program.enter(good, good);
    program.waitForCode();
    const QStringList before = QDir(program.folder.path()).entryList(QDir::Files);
    program.page().findChild<QPushButton*>(QStringLiteral("print"))->click();
    CHECK(program.dialogs.pages.startsWith("%PDF"));
    CHECK(program.proceed()->isEnabled());
    CHECK(QDir(program.folder.path()).entryList(QDir::Files) == before);
}

TEST_CASE("A recovery code that nobody looks at is covered, and the file locked", "[window][vault][lock]")
{
    Program program;
    program.window.action(QStringLiteral("new"))->trigger();
    program.enter(good, good);
    program.waitForCode();
    program.window.findChild<IdleWatch*>()->start(20); // milliseconds
    REQUIRE(waitFor([&] { return program.window.unlockPage().isVisible(); }));
    CHECK(program.page().recovery().code().isEmpty());
    CHECK_FALSE(vault::isUnlocked(program.file));
    QTest::keyClicks(program.window.unlockPage().findChild<PassphraseEdit*>(), good);
    QTest::keyClick(program.window.unlockPage().findChild<PassphraseEdit*>(), Qt::Key_Return);
    CHECK(waitFor([&] { return program.window.workspace() != nullptr; }));
}

TEST_CASE("A weak passphrase is judged while one types and not taken", "[window][vault]")
{
    Program program;
    program.window.action(QStringLiteral("new"))->trigger();
    QTest::keyClicks(program.field("passphrase"), QStringLiteral("bangkok office"));
    CHECK(program.form().strength() == vault::Strength::Weak);
    CHECK(program.form().strengthText().startsWith(QStringLiteral("Weak")));
    program.field("passphrase")->clear();
    program.enter(QStringLiteral("ana lim 1980"), QStringLiteral("ana lim 1980"));
    CHECK(program.form().problemText().contains(QStringLiteral("too weak")));
    CHECK(QApplication::focusWidget() == program.field("passphrase"));
    shoot(program.window, QStringLiteral("new-file-weak"));
    CHECK_FALSE(QFileInfo::exists(program.file));
    program.field("passphrase")->clear();
    program.field("again")->clear();
    QTest::keyClicks(program.field("passphrase"), good);
    CHECK(program.form().strength() >= vault::Strength::Good);
    CHECK(program.form().problemText().isEmpty());
}

TEST_CASE("Two passphrases that differ make no file", "[window][vault]")
{
    Program program;
    program.window.action(QStringLiteral("new"))->trigger();
    program.enter(good, good.chopped(1));
    CHECK(program.form().problemText().contains(QStringLiteral("not the same")));
    CHECK(QApplication::focusWidget() == program.field("again"));
    CHECK_FALSE(QFileInfo::exists(program.file));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK(program.window.startPage().isVisible());
    CHECK(program.field("passphrase")->text().isEmpty());
}

TEST_CASE("A file for practice can be made without encryption", "[window][vault]")
{
    Program program;
    program.window.action(QStringLiteral("new"))->trigger();
    auto* plain = program.page().findChild<QPushButton*>(QStringLiteral("plain"));
    CHECK(plain->text().contains(QStringLiteral("without encryption")));
    plain->click();
    REQUIRE(program.window.workspace());
    CHECK_FALSE(vault::isVault(program.file));
}

TEST_CASE("A plain file that is open is encrypted with its backups", "[window][vault]")
{
    Program program;
    REQUIRE(program.window.createFile(program.file));
    addPerson(*program.window.store(), QStringLiteral("Sokunthea"), QStringLiteral("Dara"));
    REQUIRE_OK(program.window.store()->backupIfOlderThan(0));
    const QString backup = Store::newestBackup(program.file);
    REQUIRE(program.window.action(QStringLiteral("encrypt"))->isEnabled());
    program.window.action(QStringLiteral("encrypt"))->trigger();
    REQUIRE(program.page().isVisible());
    CHECK_FALSE(program.window.action(QStringLiteral("undo"))->isEnabled()); // nothing is done behind the page
    shoot(program.window, QStringLiteral("encrypt"));
    program.enter(good, good);
    program.waitForCode();
    program.page().findChild<QPushButton*>(QStringLiteral("print"))->click();
    program.proceed()->click();
    REQUIRE(program.window.workspace());
    CHECK(*program.window.store()->count(Entity::Person) == 1);
    CHECK_FALSE(program.window.action(QStringLiteral("encrypt"))->isEnabled());
    for (const QString& path : {program.file, backup}) {
        CHECK(vault::isVault(path));
        CHECK_FALSE(bytesOf(path).contains("Sokunthea"));
    }
}

TEST_CASE("Esc leaves a plain file as it was that was to be encrypted", "[window][vault]")
{
    Program program;
    REQUIRE(program.window.createFile(program.file));
    program.window.action(QStringLiteral("encrypt"))->trigger();
    QTest::keyClick(program.field("passphrase"), Qt::Key_Escape);
    REQUIRE(program.window.workspace());
    CHECK(program.window.workspace()->isVisible());
    CHECK(program.window.action(QStringLiteral("encrypt"))->isEnabled());
    CHECK_FALSE(vault::isVault(program.file));
}

TEST_CASE("Passphrases are added, changed and removed in the window", "[window][vault]")
{
    EncryptedProgram program;
    REQUIRE_OK(vault::unlock(program.file, ours));
    PassphrasesDialog dialog(program.file, program.dialogs);
    dialog.show();
    auto* table = dialog.findChild<QTableWidget*>();
    const auto press = [&](const char* name) { dialog.findChild<QPushButton*>(QLatin1String(name))->click(); };
    const auto enter = [&](const QString& name, const QString& secret) {
        QTest::keyClicks(dialog.form().findChild<QLineEdit*>(QStringLiteral("name")), name);
        QTest::keyClicks(dialog.form().findChild<QLineEdit*>(QStringLiteral("passphrase")), secret);
        QTest::keyClicks(dialog.form().findChild<QLineEdit*>(QStringLiteral("again")), secret);
        QTest::keyClick(dialog.form().findChild<QLineEdit*>(QStringLiteral("again")), Qt::Key_Return);
        return waitFor([&] { return table->isVisible() && !dialog.isBusy(); });
    };
    REQUIRE(table->rowCount() == 1);
    CHECK_FALSE(dialog.findChild<QPushButton*>(QStringLiteral("remove"))->isEnabled()); // the only one
    press("add");
    REQUIRE(enter(QStringLiteral("Nok"), good));
    REQUIRE(table->rowCount() == 2);
    shoot(dialog, QStringLiteral("passphrases"));
    REQUIRE_OK(vault::unlock(program.file, good));

    table->selectRow(1);
    press("change");
    const QString other = QStringLiteral("harbour pencil thunder orchid seven");
    REQUIRE(enter({}, other));
    REQUIRE_OK(vault::unlock(program.file, other));
    CHECK_FALSE(vault::unlock(program.file, good));

    table->selectRow(0);
    press("remove");
    CHECK(program.dialogs.confirms.back().contains(QStringLiteral("Ana")));
    CHECK(table->rowCount() == 1);
    CHECK_FALSE(vault::unlock(program.file, ours));

    press("code");
    REQUIRE(waitFor([&] { return !dialog.recovery().code().isEmpty(); }));
    REQUIRE_OK(vault::unlock(program.file, dialog.recovery().code()));
    dialog.reject(); // not before it is kept
    CHECK(dialog.isVisible());
    shoot(dialog, QStringLiteral("passphrases-code"));
    press("print");
    press("done");
    CHECK(table->rowCount() == 2);
    CHECK(dialog.recovery().code().isEmpty());
}
