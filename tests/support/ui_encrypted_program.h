// SPDX-License-Identifier: GPL-3.0-or-later
// A window and an encrypted file that it opens by keys.
#pragma once

#include <support/catch.h>
#include <support/ui_window.h>
#include <support/vault.h>
#include <ui/pages/start/start_page.h>
#include <ui/records/record_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/vault/passphrase_edit.h>
#include <ui/vault/unlock_page.h>

#include <QApplication>
#include <QSettings>
#include <QTest>

namespace dtp::test
{

inline const QString ours = QStringLiteral("four words of ours");

// An encrypted file with one person, locked, and a window.
struct EncryptedProgram {
    FreshStore made{cheapPassphrase(QStringLiteral("Ana"), ours)};
    QString file = made->path();
    QSettings settings{made.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};

    EncryptedProgram()
    {
        addPerson(*made, QStringLiteral("Sok"), QStringLiteral("Dara"));
        made.store.reset();
        vault::lockAll();
        window.resize(1366, 768);
        window.show();
    }
    ~EncryptedProgram() { vault::lockAll(); }
    PassphraseEdit& edit() { return *window.unlockPage().findChild<PassphraseEdit*>(); }
    bool isAsking() { return window.unlockPage().isVisible() && edit().isVisible() && edit().isEnabled(); }
    // With the keyboard alone: the field has the focus already.
    void type(const QString& secret)
    {
        REQUIRE(waitFor([this] { return QApplication::focusWidget() == &edit(); }));
        QTest::keyClicks(QApplication::focusWidget(), secret);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    void open()
    {
        CHECK_FALSE(window.openFile(file));
        type(ours);
        REQUIRE(waitFor([this] { return window.workspace() != nullptr; }));
    }
};

// The same, open at its person.
struct ProgramAtPerson : EncryptedProgram {
    qint64 person = 0;

    ProgramAtPerson()
    {
        open();
        window.workspace()->openPage(QStringLiteral("people"));
        person = window.store()->ids(Entity::Person).value().front();
        people().showRecord(person);
    }
    RecordPage& people() { return *qobject_cast<RecordPage*>(window.workspace()->page(QStringLiteral("people"))); }
    bool waitUntilLocked()
    {
        return waitFor([this] { return isAsking() && !window.workspace(); });
    }
    void unlock()
    {
        window.activateWindow(); // after a dialog, without a window manager
        type(ours);
        REQUIRE(waitFor([this] { return window.workspace() != nullptr; }));
    }
};

} // namespace dtp::test
