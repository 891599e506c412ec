// SPDX-License-Identifier: GPL-3.0-or-later
// Backups in the window: made where one says, and put in the place of the file.
#include <ui/shell/main_window.h>

#include <ui/shell/file_session.h>
#include <ui/shell/workspace.h>
#include <ui/widgets/task_dialog.h>
#include <vault/vault.h>

#include <QDate>
#include <QFileInfo>

namespace dtp
{

void MainWindow::askBackup()
{
    if (!m_session)
        return;
    const QString name = QFileInfo(m_session->store().path()).completeBaseName();
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString target =
        m_dialogs.askSaveFile(this, tr("Back up"), tr("%1 backup %2.dtp").arg(name, today), fileFilter());
    if (target.isEmpty())
        return;
    bool cancelled = false;
    const Store& from = m_session->store();
    const auto done = runTask<void>(
        this, tr("Backing up"),
        [&from, target](const Progress& progress) -> Result<> {
            DTP_TRY(own, from.another());
            return own->backupTo(target, progress);
        },
        &cancelled);
    if (cancelled)
        return;
    if (!done)
        m_dialogs.showError(this, done.error());
    else
        m_workspace->tell(tr("Backed up into “%1”, and checked that it opens.").arg(QFileInfo(target).fileName()));
}

void MainWindow::askRestore()
{
    const QString path = m_session ? m_session->store().path() : recentFiles().value(0);
    const QString backup = m_dialogs.askOpenFile(this, tr("Restore a backup"), fileFilter());
    if (backup.isEmpty())
        return;
    if (path.isEmpty()) {
        openFile(backup);
        return;
    }
    QString sentence = tr("“%1” takes the place of “%2”. The file as it is now is kept beside it under another name.")
                           .arg(QFileInfo(backup).fileName(), QFileInfo(path).fileName());
    if (vault::isVault(backup))
        sentence +=
            QLatin1Char(' ') + tr("It then opens with the passphrases and the recovery code that it had when the "
                                  "backup was made.");
    if (m_dialogs.confirm(this, sentence, tr("Restore the backup")))
        restore(backup, path);
}

void MainWindow::restore(const QString& backup, const QString& path)
{
    m_keepsKey = true; // that of the file opens its backups
    const bool isClosed = closeFile();
    m_keepsKey = false;
    if (!isClosed)
        return;
    if (vault::isVault(backup) && !vault::isUnlocked(backup)) {
        askUnlock(backup, tr("The backup that is to take the place of the file is encrypted."),
                  [this, backup, path] { restore(backup, path); });
        return;
    }
    const auto done = runTask<void>(this, tr("Restoring the backup"),
                                    [backup, path](const Progress&) { return Store::restore(backup, path); });
    if (!done) {
        vault::lockAll();
        showStart(path, done.error(), {});
        return;
    }
    if (openFile(path))
        m_workspace->tell(tr("Restored from “%1”.").arg(QFileInfo(backup).fileName()));
}

} // namespace dtp
