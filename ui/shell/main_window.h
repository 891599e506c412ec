// SPDX-License-Identifier: GPL-3.0-or-later
// The window: menus, the open file or the start page, what is remembered from one day to the next.
#pragma once

#include <ui/forms/kept_dialogs.h>
#include <ui/settings/settings_dialog.h>
#include <ui/shell/workspace.h>
#include <ui/vault/lock_watch.h>
#include <ui/widgets/app_context.h>
#include <vault/vault.h>

#include <QHash>
#include <QMainWindow>
#include <QSettings>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QStackedWidget;

namespace dtp
{

class BackgroundStore;
class FileSession;
class NewFilePage;
class SecondStart;
class StartPage;
class SystemWatch;
class UnlockPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    // clock: that of the system when none is given.
    MainWindow(QSettings& settings, Dialogs& dialogs, QWidget* parent = nullptr, const Clock* clock = nullptr);
    ~MainWindow() override;

    // Closes what is open and opens the file; on failure the start page says why. An encrypted one is asked for its
    // passphrase first: false, and it opens once that was typed. page: where to begin, empty: where one was.
    bool openFile(const QString& path, const QString& page = {});
    bool createFile(const QString& path); // not encrypted
    // Opens the sample file of this user, after making it when there is none.
    bool openSample(int people = 3500);
    // False when a draft is wrong and the user wants to stay.
    bool closeFile();
    // Covers everything at once and closes an encrypted file as soon as nothing is done with it any more; then asks
    // for its passphrase, and is where one was after that. Of a plain file it says that it has none.
    void lockFile(LockReason reason = LockReason::Asked);
    // Of records as the page that is open shows; people where that has none to import. path: asked for when empty.
    void importFile(const QString& path = {});

    // Of this computer, across the window whatever is open: that it cannot keep a promise of ours. Empty: nothing.
    void setNotice(const QString& sentence);

    Workspace* workspace() const { return m_workspace; }
    StartPage& startPage() { return *m_start; }
    UnlockPage& unlockPage() { return *m_unlock; }
    NewFilePage& newFilePage() { return *m_newFile; }
    // What a passphrase of a new file costs to try; without it about a second.
    void setPassphraseCost(const vault::Cost& cost) { m_cost = cost; }
    Store* store() const;
    QStringList recentFiles() const;
    QAction* action(const QString& name) const { return m_actions.value(name); } // "undo", "page-people", "import" …

Q_SIGNALS:
    void locked();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isMenuKey(const QKeyEvent& key) const; // and none with which one edits
    // In menus.cpp.
    void buildMenus();
    void buildFileMenu();
    void addVaultActions(QMenu* menu);
    void buildEditMenu();
    void buildViewMenu();
    void buildPageMenu();
    void buildHelpMenu();
    QAction* add(QMenu* menu, const QString& name, const QString& text, const char* iconName, const QKeySequence& keys,
                 const std::function<void()>& deed);
    void fillRecentMenu();
    void updateActions();
    void chooseTheme(const QString& code);
    void findAnything();
    void showShortcuts();
    void showGuide();
    void showAbout();

    void use(std::unique_ptr<FileSession> session, const QString& page);
    void drop(); // the open file, without asking
    void remember(const QString& path);
    static QString fileFilter();
    void refuse(const QString& file, const Error& error); // says why it could not be opened
    void showStart(const QString& file, const Error& problem, const QString& backup);
    void askNew();
    void askOpen();
    void exportOrPrint();

    // In main_window_backup.cpp.
    void watchForBackups();
    void backUpInBackground();
    void backUpOnClosing();
    bool backsUpToLock(); // still
    void askBackup();
    QString chooseBackup();
    void askRestore();
    void restore(const QString& backup, const QString& path);

    // In main_window_vault.cpp.
    void connectVault();
    void askUnlock(const QString& file, const QString& reason, std::function<void()> then);
    void stopAsking();
    void showOpen(); // the open file, or the start page
    void askEncrypt();
    void showSettings(SettingsDialog::Place place);
    void makeEncrypted();
    void openMade();
    void showPassphrases();
    // In main_window_lock.cpp.
    void connectLock();
    void clearCopied();
    void watchForLock();
    void watchForStarts();
    void tellStopped();
    void goOnLocking();
    void coverCode();
    static void coverDialog(QWidget* window);

    QSettings& m_settings;
    ComputerSettings m_computer{m_settings};
    Dialogs& m_dialogs;
    const Clock* m_clock;
    QStackedWidget* m_stack;
    StartPage* m_start;
    UnlockPage* m_unlock;
    NewFilePage* m_newFile;
    std::optional<vault::Cost> m_cost;
    std::function<void()> m_afterUnlock;
    bool m_keepsKey = false;   // of the file that is being closed
    bool m_hasChanged = false; // since it was opened
    bool m_isBackingUp = false;
    bool m_isBackingUpToLock = false;
    bool m_isHurried = false; // to lock
    QString m_toldOfBackup;   // last
    bool m_isEncrypted = false;
    bool m_isLocking = false;
    bool m_hasKept = false;   // what was typed, since locking began
    KeptDialogs m_typed;      // into dialogs
    QString m_stoppedIn;      // the file of which long work was stopped, to lock in time
    bool m_hasCopied = false; // what is in the clipboard comes from here
    QString m_lockedWhy;
    Workspace::Place m_place; // where one was when the file was locked
    QString m_placeOf;
    IdleWatch* m_idle;
    SystemWatch* m_system = nullptr;
    std::unique_ptr<SecondStart> m_secondStart;
    QHash<QString, QAction*> m_actions;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_pageMenu = nullptr;
    std::unique_ptr<FileSession> m_session;
    std::unique_ptr<BackgroundStore> m_background;
    Workspace* m_workspace = nullptr;
};

} // namespace dtp
