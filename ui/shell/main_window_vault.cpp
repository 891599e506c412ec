// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted files in the window: asked for their passphrase before anything of them is shown.
#include <ui/shell/main_window.h>

#include <ui/shell/start_page.h>
#include <ui/vault/unlock_page.h>

#include <QApplication>
#include <QStackedWidget>
#include <utility>

namespace dtp
{

void MainWindow::connectVault()
{
    connect(m_unlock, &UnlockPage::unlocked, this, [this] {
        m_stack->setCurrentWidget(m_start);
        if (const auto then = std::exchange(m_afterUnlock, {}))
            then();
    });
    connect(m_unlock, &UnlockPage::failed, this, [this](const QString& file, const Error& error) {
        stopAsking();
        showStart(file, error, Store::isDamage(error) ? Store::newestBackup(file) : QString());
    });
    connect(m_unlock, &CalmPage::backAsked, this, &MainWindow::stopAsking);
}

void MainWindow::askUnlock(const QString& file, const QString& reason, std::function<void()> then)
{
    m_start->clearProblem();
    m_afterUnlock = std::move(then);
    m_unlock->ask(file, reason);
    m_stack->setCurrentWidget(m_unlock);
    setWindowTitle(QApplication::applicationDisplayName());
}

void MainWindow::stopAsking()
{
    m_afterUnlock = {};
    m_unlock->forget();
    if (m_stack->currentWidget() == m_unlock)
        m_stack->setCurrentWidget(m_start);
}

} // namespace dtp
