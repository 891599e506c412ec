// SPDX-License-Identifier: GPL-3.0-or-later
// Backups in the window: made where one says, and put in the place of the file.
#include <ui/shell/main_window.h>

#include <privacy/gate.h>
#include <storage/automatic_backup.h>
#include <storage/restore.h>
#include <ui/backups/backups_dialog.h>
#include <ui/models/background_store.h>
#include <ui/shell/file_session.h>
#include <ui/shell/workspace.h>
#include <ui/widgets/task_dialog.h>
#include <vault/vault.h>

#include <QDate>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QTimer>

namespace dtp
{

namespace
{
constexpr int backUpAfter = 2000;              // milliseconds after opening
constexpr qint64 longestToLock = 15 * 1000;    // milliseconds
constexpr int lookAgainAfter = 10 * 60 * 1000; // whether an hour has passed, or the second place has come
} // namespace

// Not while the first list is fetched and painted: to that, the file and the disk belong at first.
void MainWindow::watchForBackups()
{
    m_hasChanged = false;
    m_toldOfBackup.clear();
    connect(&m_session->store().notifier(), &Notifier::changed, m_background.get(), [this] { m_hasChanged = true; });
    if (m_session->store().isReadOnly())
        return;
    QTimer::singleShot(backUpAfter, m_background.get(), [this] { backUpInBackground(); });
    auto* again = new QTimer(m_background.get());
    again->setObjectName(QStringLiteral("backUpAgain"));
    connect(again, &QTimer::timeout, this, &MainWindow::backUpInBackground);
    again->start(lookAgainAfter);
}

void MainWindow::backUpInBackground()
{
    if (m_isBackingUp)
        return;
    m_isBackingUp = true;
    m_background->run<BackupsMade>(
        [progress = m_background->whileNeeded()](Store& own) { return backUpAtLeisure(own, progress); },
        [this](const Result<BackupsMade>& done) {
            m_isBackingUp = false;
            if (!m_workspace)
                return;
            if (done)
                m_workspace->noteBackup();
            const QString words = done ? done->remarks.join(QLatin1Char(' ')) : done.error().sentence;
            if (!words.isEmpty() && words != m_toldOfBackup) // once, and not every ten minutes
                m_workspace->tell(words);
            m_toldOfBackup = words;
        });
}

// What was done since the newest backup, before the file is closed. Who does not want to wait can close without.
void MainWindow::backUpOnClosing()
{
    if (!m_hasChanged || m_session->store().isReadOnly())
        return;
    m_background.reset(); // what is being made at leisure is of an earlier state
    m_isBackingUp = false;
    const Store& from = m_session->store();
    bool isCancelled = false;
    const auto done = runTask<BackupsMade>(
        this, tr("Backing up what was changed"),
        [&from](const Progress& progress) -> Result<BackupsMade> {
            DTP_TRY(own, from.another());
            return backUp(*own, BackupReason::Closing, progress);
        },
        &isCancelled);
    if (!done && !isCancelled)
        m_dialogs.showError(this, done.error());
}

// What was changed, behind the cover, before the key is forgotten: that does not wait for long, and not at all when
// the computer is about to sleep, which gives us a few seconds only. The backup is then made after the next opening.
bool MainWindow::backsUpToLock()
{
    if (m_isHurried || m_session->store().isReadOnly() || !(m_hasChanged || m_isBackingUpToLock))
        return false;
    if (!m_hasChanged)
        return true;
    m_hasChanged = false;
    m_isBackingUpToLock = true;
    m_background =
        std::make_unique<BackgroundStore>(m_session->store(), this); // what was made at leisure is of before
    QElapsedTimer since;
    since.start();
    m_background->run<BackupsMade>(
        [since, needed = m_background->whileNeeded()](Store& own) {
            return backUp(own, BackupReason::Closing, [&](qint64 done, qint64 total, const QString& what) {
                return since.elapsed() < longestToLock && goOn(needed, done, total, what);
            });
        },
        [this](const Result<BackupsMade>&) { m_isBackingUpToLock = false; });
    return true;
}

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
    Store& from = m_session->store();
    const auto copy = [&] {
        return runTask<void>(
            this, tr("Backing up"),
            [&from, target](const Progress& progress) -> Result<> {
                DTP_TRY(own, from.another());
                return own->backupTo(target, progress);
            },
            &cancelled);
    };
    // Who has such a copy has all of the file: it is in the list of what left.
    const auto people = from.count(Entity::Person);
    const auto done = people ? releaseUngated(from, tr("The whole file, as a backup"), target, *people, copy)
                             : Result<>(tl::unexpected(people.error()));
    if (cancelled)
        return;
    if (!done)
        m_dialogs.showError(this, done.error());
    else
        m_workspace->tell(tr("Backed up into “%1”, and checked that it opens.").arg(QFileInfo(target).fileName()));
}

QString MainWindow::chooseBackup()
{
    BackupsDialog dialog(
        m_workspace->context(),
        [this] { return QFileDialog::getExistingDirectory(this, tr("Second place for backups")); }, this);
    const bool isChosen = dialog.exec() == QDialog::Accepted;
    if (m_workspace)
        m_workspace->noteBackup();
    return isChosen ? dialog.chosen() : QString();
}

void MainWindow::askRestore()
{
    const QString path = m_session ? m_session->store().path() : recentFiles().value(0);
    const QString backup =
        m_session ? chooseBackup() : m_dialogs.askOpenFile(this, tr("Restore a backup"), fileFilter());
    if (backup.isEmpty())
        return;
    if (path.isEmpty()) {
        openFile(backup);
        return;
    }
    QString sentence = tr("“%1” takes the place of “%2”. The file as it is now is kept beside it under another name.")
                           .arg(QFileInfo(backup).fileName(), QFileInfo(path).fileName());
    if (const BackupContent content = contentOfBackup(backup); content.state == BackupContent::State::Readable)
        sentence += QLatin1Char(' ') + tr("It holds %1.").arg(backupPeople(content));
    if (vault::isVault(backup))
        sentence +=
            QLatin1Char(' ') + tr("It then opens with the passphrases and the recovery code that it had when the "
                                  "backup was made.");
    if (m_dialogs.confirm(this, sentence, tr("Restore the backup")))
        restore(backup, path);
}

void MainWindow::restore(const QString& backup, const QString& path)
{
    m_hasChanged = false; // what is there is set aside as a whole, and no backup is to age out just now
    m_keepsKey = true;    // that of the file opens its backups
    const bool isClosed = closeFile();
    m_keepsKey = false;
    if (!isClosed)
        return;
    if (vault::isVault(backup) && !vault::isUnlocked(backup)) {
        askUnlock(backup, tr("The backup that is to take the place of the file is encrypted."),
                  [this, backup, path] { restore(backup, path); });
        return;
    }
    const auto done = runTask<QStringList>(this, tr("Restoring the backup"),
                                           [backup, path](const Progress&) { return restoreBackup(backup, path); });
    if (!done) {
        vault::lockAll();
        showStart(path, done.error(), {});
        return;
    }
    if (openFile(path))
        m_workspace->tellOnly(
            (QStringList{tr("Restored from “%1”.").arg(QFileInfo(backup).fileName())} + *done).join(QLatin1Char(' ')));
}

} // namespace dtp
