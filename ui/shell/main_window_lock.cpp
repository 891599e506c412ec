// SPDX-License-Identifier: GPL-3.0-or-later
// Locking the open file. The window is covered at once; dialogs are closed as soon as what they do has ended, and only
// then the file, for they hold it.
#include <ui/shell/main_window.h>

#include <platform/platform.h>
#include <ui/session/second_start.h>
#include <ui/session/system_watch.h>
#include <ui/shell/file_session.h>
#include <ui/shell/help.h>
#include <ui/shell/workspace.h>
#include <ui/vault/cover.h>
#include <ui/vault/new_file_page.h>
#include <ui/vault/unlock_page.h>

#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>
#include <QThread>
#include <QTimer>
#include <QToolTip>
#include <utility>

namespace dtp
{

namespace
{
constexpr qint64 minute = 60 * 1000; // milliseconds
constexpr int lookAgain = 50;        // milliseconds
} // namespace

void MainWindow::connectLock()
{
    connect(m_idle, &IdleWatch::idle, this, [this] { lockFile(LockReason::Idle); });
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        // Not every system says whose it is; what changes while this program is used is of this program.
        m_hasCopied =
            QApplication::clipboard()->ownsClipboard() || QGuiApplication::applicationState() == Qt::ApplicationActive;
    });
}

void MainWindow::clearCopied()
{
    QClipboard* clipboard = QApplication::clipboard();
    if (m_hasCopied)
        clipboard->clear();
    if (clipboard->supportsSelection() && clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
    m_hasCopied = false;
}

// The guide names nobody.
void MainWindow::coverDialog(QWidget* window)
{
    if (qobject_cast<QDialog*>(window) && !qobject_cast<GuideWindow*>(window) && window->isVisible())
        coverWindow(*window);
}

void MainWindow::watchForLock()
{
    if (!m_isEncrypted && !m_newFile->isShowingCode()) {
        m_idle->stop();
        return;
    }
    m_idle->start(m_computer.lockMinutes() * minute);
    if (m_system)
        return;
    m_system = watchSystem(this);
    connect(m_system, &SystemWatch::screenLocked, this, [this] { lockFile(LockReason::ScreenLocked); });
    connect(m_system, &SystemWatch::goingToSleep, this, [this] { lockFile(LockReason::Sleep); });
}

// Who starts the program again with this file gets this window. One that only reads it may stand beside others.
void MainWindow::watchForStarts()
{
    if (store()->isReadOnly())
        return;
    m_secondStart = std::make_unique<SecondStart>(platform::fileIdentity(store()->path()));
    connect(m_secondStart.get(), &SecondStart::told, this, [this] {
        setWindowState(windowState() & ~Qt::WindowMinimized);
        show();
        raise();
        activateWindow();
    });
}

// Behind the drafts that are offered.
void MainWindow::tellStopped()
{
    if (std::exchange(m_stoppedIn, {}) != m_session->store().path())
        return;
    QTimer::singleShot(0, m_workspace, [this] {
        m_workspace->tellOnly(tr("What was being done when the computer went to sleep was stopped, so that the file "
                                 "was locked in time. Nothing of it was kept: begin it again. What was done stands in "
                                 "Edit → History."));
    });
}

void MainWindow::lockFile(LockReason reason)
{
    if (!m_session && m_newFile->isShowingCode())
        coverCode();
    if (m_session && !m_isEncrypted && reason == LockReason::Asked)
        m_workspace->tellOnly(tr("This file has no passphrase, so that it cannot be locked. File → Encrypt this file "
                                 "gives it one."));
    m_isHurried = reason == LockReason::Sleep || (m_isLocking && m_isHurried);
    if (!m_session || !m_isEncrypted || m_isLocking) {
        if (m_system && !m_isLocking)
            m_system->release(); // there is nothing to wait for
        return;
    }
    const QString why = reason == LockReason::Asked          ? tr("The file was locked.")
                        : reason == LockReason::ScreenLocked ? tr("The file was locked with the screen.")
                        : reason == LockReason::Sleep        ? tr("The file was locked before the computer slept.")
                                                             : tr("The file was locked because nobody used it.");
    m_place = m_workspace->place();
    m_placeOf = m_session->store().path();
    m_newFile->forget();
    m_unlock->cover(m_session->store().path(), why,
                    tr("It is closed as soon as what is being done has ended; then it opens again."));
    m_isLocking = true;
    m_hasKept = false;
    m_lockedWhy = why;
    m_stack->setCurrentWidget(m_unlock);
    setWindowTitle(QApplication::applicationDisplayName());
    clearCopied();
    QToolTip::hideText();
    // Menus and lists go; they are used again, so that they are not covered.
    while (QWidget* popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            break;
    }
    for (QWidget* window : QApplication::topLevelWidgets())
        coverDialog(window);
    updateActions();
    QTimer::singleShot(0, this, &MainWindow::goOnLocking); // not within what asked for it
}

// A recovery code opens the file as well. It is not shown again.
void MainWindow::coverCode()
{
    const QString file = m_newFile->file();
    stopAsking();
    askUnlock(file, tr("The recovery code was covered. Make another one under File → Passphrases."),
              [this, file] { openFile(file); });
}

// One step, until nothing holds the file. After a dialog is told to go, its own loop ends before the next timer of
// this one comes.
void MainWindow::goOnLocking()
{
    const auto again = [this] { QTimer::singleShot(lookAgain, this, &MainWindow::goOnLocking); };
    if (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
        return again();
    }
    if (QWidget* modal = QApplication::activeModalWidget()) {
        coverDialog(modal);
        // The system waits a few seconds only before it sleeps: long work is then stopped, as by its own button.
        if (auto* dialog = qobject_cast<QDialog*>(modal); dialog && (m_isHurried || !showsProgress(*modal))) {
            m_typed.note(*dialog);
            const bool isWorking = showsProgress(*modal);
            dialog->reject();
            if (isWorking && dialog->isVisible())
                m_stoppedIn = m_session->store().path();
        }
        return again();
    }
    if (QThread::currentThread()->loopLevel() > 1) // a drag, or another loop within the program's
        return again();
    if (!m_hasKept) {
        m_hasKept = true;
        again(); // first: what cannot be kept may say so, and is closed by the next step
        m_workspace->keepTyped();
        if (const auto kept = m_typed.writeTo(*store()); !kept)
            m_dialogs.showError(this, kept.error());
        return;
    }
    for (QDialog* dialog : findChildren<QDialog*>(Qt::FindDirectChildrenOnly)) {
        if (!qobject_cast<GuideWindow*>(dialog))
            delete dialog;
    }
    if (backsUpToLock())
        return again();
    const QString file = m_session->store().path();
    m_isLocking = false;
    drop();
    if (m_system)
        m_system->release();
    askUnlock(file, m_lockedWhy, [this, file] { openFile(file); });
    Q_EMIT locked();
}

} // namespace dtp
