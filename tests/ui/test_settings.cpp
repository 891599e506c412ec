// SPDX-License-Identifier: GPL-3.0-or-later
// What is set of the file and on this computer, in one dialog.
#include <platform/platform.h>
#include <privacy/gate.h>
#include <privacy/threshold.h>
#include <storage/backup_places.h>
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <support/ui_window.h>
#include <ui/backups/backups_dialog.h>
#include <ui/settings/settings_dialog.h>
#include <ui/shell/global_search.h>
#include <ui/shell/main_window.h>
#include <ui/vault/lock_watch.h>
#include <ui/widgets/theme.h>

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
template <class Editor>
Editor& editor(const QDialog& dialog, const char* name)
{
    auto* const found = dialog.findChild<Editor*>(QLatin1String(name));
    REQUIRE(found);
    return *found;
}

// A window on a plain file.
struct PlainProgram {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};

    PlainProgram()
    {
        window.resize(1366, 768);
        window.show();
        REQUIRE(window.createFile(folder.filePath(QStringLiteral("file.dtp"))));
    }
};

// Does this to the settings as soon as they are there, and goes on when they are gone.
void inSettings(QAction* ask, const std::function<void(SettingsDialog&)>& deed)
{
    bool wasThere = false;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, &drive, [&] {
        auto* const dialog = qobject_cast<SettingsDialog*>(QApplication::activeModalWidget());
        if (!dialog || wasThere)
            return;
        wasThere = true;
        deed(*dialog);
    });
    drive.start(1);
    REQUIRE(ask);
    ask->trigger();
    CHECK(wasThere);
}
} // namespace

TEST_CASE("Settings of the file and of this computer are told apart, and hold when they are saved",
          "[window][settings]")
{
    TestWindow window;
    QSettings settings(window.store.path(QStringLiteral("s.ini")), QSettings::IniFormat);
    const ComputerSettings computer(settings);
    CHECK(computer.author() == platform::userName());
    const auto smallest = [&] { return Gate(*window.store, Audience::Public).smallCell(); };
    {
        SettingsDialog dialog(computer, window.store.store.get(), window.dialogs);
        dialog.show();
        QStringList words;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            words.append(label->text());
        CHECK(words.indexOf(QStringLiteral("This file")) < words.indexOf(QStringLiteral("This computer")));
        CHECK(words.contains(QStringLiteral("For you on this computer, whatever file is open.")));
        CHECK(editor<QSpinBox>(dialog, "smallest").value() == 5);
        CHECK(editor<QComboBox>(dialog, "lock").currentText() == QStringLiteral("After 10 minutes"));
        CHECK(editor<QLabel>(dialog, "places").text() == QStringLiteral("Beside the file only."));
        editor<QSpinBox>(dialog, "smallest").setValue(12);
        editor<QLineEdit>(dialog, "author").setText(QStringLiteral("  Ana  Lim "));
        editor<QComboBox>(dialog, "lock").setCurrentIndex(4);
        editor<QComboBox>(dialog, "theme").setCurrentIndex(2);
        dialog.reject();
        CHECK(smallest() == 5);
        CHECK(computer.author() == platform::userName());
        dialog.accept();
        CHECK_FALSE(dialog.wantsBackups());
    }
    CHECK(smallest() == 12);
    CHECK(computer.author() == QStringLiteral("Ana Lim"));
    CHECK(computer.lockMinutes() == 0);
    CHECK(computer.theme() == ThemeChoice::Dark);
    REQUIRE(QDir().mkpath(window.store.path(QStringLiteral("stick"))));
    REQUIRE_OK(setSecondPlace(*window.store, window.store.path(QStringLiteral("stick"))));
    settings.setValue(QStringLiteral("lock/minutes"), 45); // by hand
    SettingsDialog again(computer, window.store.store.get(), window.dialogs);
    CHECK(editor<QSpinBox>(again, "smallest").value() == 12);
    CHECK(editor<QLineEdit>(again, "author").text() == QStringLiteral("Ana Lim"));
    CHECK(editor<QComboBox>(again, "lock").currentText() == QStringLiteral("After 45 minutes"));
    CHECK(editor<QLabel>(again, "places").text().contains(QStringLiteral("stick")));
    editor<QLineEdit>(again, "author").clear();
    again.accept();
    CHECK(computer.author() == platform::userName());
    CHECK(computer.lockMinutes() == 45);
    CHECK(window.dialogs.errors.isEmpty());
}

TEST_CASE("Settings are gone through with the keyboard, and fit a small laptop", "[window][settings]")
{
    TestWindow window;
    QSettings settings(window.store.path(QStringLiteral("s.ini")), QSettings::IniFormat);
    SettingsDialog dialog(ComputerSettings(settings), window.store.store.get(), window.dialogs);
    dialog.begin(SettingsDialog::Place::Top);
    dialog.show();
    REQUIRE(waitFor([&] { return QApplication::focusWidget() == &editor<QSpinBox>(dialog, "smallest"); }));
    shoot(dialog, QStringLiteral("settings"));
    CHECK(dialog.sizeHint().width() <= 1366);
    CHECK(dialog.sizeHint().height() <= 700);
    QStringList keys;
    const auto noteKey = [&keys](const QString& words) {
        const QKeySequence key = QKeySequence::mnemonic(words);
        if (!key.isEmpty())
            keys.append(key.toString());
    };
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->buddy())
            noteKey(label->text());
    }
    for (const QPushButton* button : dialog.findChildren<QPushButton*>())
        noteKey(button->text());
    CHECK(keys.size() == 6);
    CHECK(keys.removeDuplicates() == 0);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::AltModifier);
    REQUIRE(waitFor([&] { return QApplication::focusWidget() == &editor<QLineEdit>(dialog, "author"); }));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ana Lim"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK_FALSE(dialog.isVisible());
    CHECK(ComputerSettings(settings).author().endsWith(QStringLiteral("Ana Lim")));
    CHECK(smallCellOf(*window.store) == 7);
}

TEST_CASE("Settings without a file are those of this computer, and those of a file that may only be read stay",
          "[window][settings]")
{
    TestWindow window;
    QSettings settings(window.store.path(QStringLiteral("s.ini")), QSettings::IniFormat);
    SettingsDialog none(ComputerSettings(settings), nullptr, window.dialogs);
    CHECK_FALSE(none.findChild<QSpinBox*>(QStringLiteral("smallest")));
    editor<QComboBox>(none, "lock").setCurrentIndex(0);
    none.accept();
    CHECK(ComputerSettings(settings).lockMinutes() == 2);

    const auto readOnly = Store::open(window.store->path(), window.store.environment, OpenMode::ReadOnly);
    REQUIRE_OK(readOnly);
    SettingsDialog fixed(ComputerSettings(settings), readOnly->get(), window.dialogs);
    fixed.begin(SettingsDialog::Place::Top);
    CHECK_FALSE(editor<QSpinBox>(fixed, "smallest").isEnabled());
    fixed.accept();
    CHECK(window.dialogs.errors.isEmpty());
}

TEST_CASE("Settings open by Ctrl+comma, at what was asked for, and hold at once", "[window][settings]")
{
    PlainProgram program;
    MainWindow& window = program.window;
    CHECK(window.action(QStringLiteral("settings"))->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Comma));
    inSettings(window.action(QStringLiteral("settings")), [](SettingsDialog& dialog) {
        editor<QComboBox>(dialog, "theme").setCurrentIndex(2);
        editor<QPushButton>(dialog, "save").click();
    });
    CHECK(window.action(QStringLiteral("theme-dark"))->isChecked());
    window.action(QStringLiteral("theme-light"))->trigger();
    inSettings(window.action(QStringLiteral("small-numbers")), [](SettingsDialog& dialog) {
        CHECK(editor<QComboBox>(dialog, "theme").currentText() == QStringLiteral("Light"));
        CHECK(dialog.focusWidget() == &editor<QSpinBox>(dialog, "smallest"));
        editor<QSpinBox>(dialog, "smallest").setValue(9);
        dialog.reject();
    });
    CHECK(Gate(*window.store(), Audience::Public).smallCell() == 5);
    inSettings(window.action(QStringLiteral("lock-idle")), [](SettingsDialog& dialog) {
        CHECK(dialog.focusWidget() == &editor<QComboBox>(dialog, "lock"));
        editor<QSpinBox>(dialog, "smallest").setValue(9);
        dialog.accept();
    });
    CHECK(Gate(*window.store(), Audience::Public).smallCell() == 9);
    CHECK(program.dialogs.errors.isEmpty());
}

TEST_CASE("Settings save what is set before they show the backups", "[window][settings]")
{
    PlainProgram program;
    bool wasShown = false;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, &drive, [&wasShown] {
        QWidget* const modal = QApplication::activeModalWidget();
        if (auto* const settings = qobject_cast<SettingsDialog*>(modal)) {
            editor<QSpinBox>(*settings, "smallest").setValue(20);
            editor<QPushButton>(*settings, "backups").click();
        } else if (auto* const backups = qobject_cast<BackupsDialog*>(modal)) {
            wasShown = true;
            backups->reject();
        }
    });
    drive.start(1);
    program.window.action(QStringLiteral("settings"))->trigger();
    CHECK(wasShown);
    CHECK(Gate(*program.window.store(), Audience::Public).smallCell() == 20);
}

TEST_CASE("A file that is locked closes the settings, and nothing of them is saved", "[window][settings][lock]")
{
    ProgramAtPerson program;
    inSettings(program.window.action(QStringLiteral("settings")), [&](SettingsDialog& dialog) {
        editor<QLineEdit>(dialog, "author").setText(QStringLiteral("Somebody"));
        QTest::keyClick(&dialog, Qt::Key_L, Qt::ControlModifier);
    });
    REQUIRE(program.waitUntilLocked());
    CHECK(ComputerSettings(program.settings).author() == platform::userName());
    inSettings(program.window.action(QStringLiteral("settings")), [](SettingsDialog& dialog) {
        CHECK_FALSE(dialog.findChild<QSpinBox*>(QStringLiteral("smallest")));
        dialog.reject();
    });
    program.unlock();
}

TEST_CASE("Settings are found by Ctrl+K", "[window][settings]")
{
    PlainProgram program;
    program.window.action(QStringLiteral("find"))->trigger();
    auto* search = program.window.findChild<GlobalSearch*>();
    REQUIRE(search);
    QTest::keyClicks(search->findChild<QLineEdit*>(), QStringLiteral("Settings"));
    REQUIRE(waitUntilQuiet(*search));
    bool wasThere = false;
    QTimer drive;
    QObject::connect(&drive, &QTimer::timeout, &drive, [&wasThere] {
        if (auto* const dialog = qobject_cast<SettingsDialog*>(QApplication::activeModalWidget())) {
            wasThere = true;
            dialog->reject();
        }
    });
    drive.start(1);
    QTest::keyClick(search->findChild<QLineEdit*>(), Qt::Key_Return);
    CHECK(waitFor([&wasThere] { return wasThere; }));
}
