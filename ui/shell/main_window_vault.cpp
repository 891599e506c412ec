// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted files in the window: asked for their passphrase before anything of them is shown.
#include <ui/shell/main_window.h>

#include <ui/pages/start/start_page.h>
#include <ui/shell/file_session.h>
#include <ui/shell/workspace.h>
#include <ui/vault/aside.h>
#include <ui/vault/new_file_page.h>
#include <ui/vault/new_passphrase_form.h>
#include <ui/vault/passphrases_dialog.h>
#include <ui/vault/unlock_page.h>

#include <QApplication>
#include <QFileInfo>
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
    connect(m_newFile, &CalmPage::backAsked, this, &MainWindow::stopAsking);
    connect(m_newFile, &NewFilePage::chosen, this, &MainWindow::makeEncrypted);
    connect(m_newFile, &NewFilePage::finished, this, &MainWindow::openMade);
    connect(m_newFile, &NewFilePage::plainChosen, this, [this] { createFile(m_newFile->file()); });
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
    if (!m_newFile->file().isEmpty()) {
        m_newFile->forget();
        if (!m_session)
            vault::lockAll(); // of a file that was made and not opened
    }
    showOpen();
}

void MainWindow::showOpen()
{
    QWidget* const open = m_workspace ? static_cast<QWidget*>(m_workspace) : m_start;
    if (m_stack->currentWidget() != open)
        m_stack->setCurrentWidget(open);
}

void MainWindow::askNew()
{
    const QString chosen = m_dialogs.askSaveFile(this, tr("New file"), tr("Secretariat.dtp"), fileFilter());
    if (chosen.isEmpty())
        return;
    const QString file = QFileInfo(chosen).absoluteFilePath();
    if (QFileInfo::exists(file)) {
        createFile(file); // which says so, before a passphrase is typed for nothing
        return;
    }
    m_newFile->ask(file, NewFilePage::Purpose::NewFile, m_computer.author());
    m_stack->setCurrentWidget(m_newFile);
}

void MainWindow::showPassphrases()
{
    PassphrasesDialog dialog(m_session->store().path(), m_dialogs, this);
    dialog.exec();
}

void MainWindow::showSettings(SettingsDialog::Place place)
{
    SettingsDialog dialog(m_computer, m_session ? &m_session->store() : nullptr, m_dialogs, this);
    dialog.begin(place);
    if (dialog.exec() != QDialog::Accepted) // as when it was locked meanwhile
        return;
    watchForLock();
    action(QString(QStringLiteral("theme-") + themeCode(m_computer.theme())))->setChecked(true);
    applyTheme(*qApp, m_computer.theme());
    if (dialog.wantsBackups())
        askRestore();
}

void MainWindow::askEncrypt()
{
    if (!m_session || !m_workspace->leave())
        return;
    m_newFile->ask(m_session->store().path(), NewFilePage::Purpose::Encrypt, m_computer.author());
    m_stack->setCurrentWidget(m_newFile);
}

// On a thread of its own: a key takes about a second, a large file more.
void MainWindow::makeEncrypted()
{
    const QString file = m_newFile->file();
    const bool isNew = m_newFile->purpose() == NewFilePage::Purpose::NewFile;
    auto first = std::make_shared<vault::FirstPassphrase>(m_newFile->form().passphrase());
    first->cost = m_cost;
    if (!closeFile())
        return;
    m_newFile->ask(file, isNew ? NewFilePage::Purpose::NewFile : NewFilePage::Purpose::Encrypt, first->name);
    m_newFile->setBusy(isNew ? tr("Making the file …") : tr("Encrypting the file and its backups …"));
    m_stack->setCurrentWidget(m_newFile);
    using Made = Result<FileSession::Encrypted>;
    runAside<Made>(
        this,
        [file, isNew, first, name = m_computer.author()] {
            return isNew ? FileSession::createEncrypted(file, name, *first)
                         : FileSession::encrypt(file, name, *first, {});
        },
        [this, file](const Made& made) {
            if (m_newFile->file() != file) { // another file was opened meanwhile; this one gets its code when asked
                if (made && !(m_session && m_session->store().path() == file))
                    vault::lock(file);
            } else if (made) {
                m_newFile->showCode(made->recoveryCode, made->warning);
                watchForLock();
            } else {
                m_newFile->tellProblem(made.error());
            }
        });
}

void MainWindow::openMade()
{
    const QString file = m_newFile->file();
    m_newFile->forget();
    openFile(file);
}

} // namespace dtp
