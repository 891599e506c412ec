// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/main_window.h>

#include <ui/discretion/discreet_switch.h>
#include <ui/export/export_dialog.h>
#include <ui/models/background_store.h>
#include <ui/models/discretion.h>
#include <ui/pages/start/start_page.h>
#include <ui/session/second_start.h>
#include <ui/shell/file_session.h>
#include <ui/shell/import_action.h>
#include <ui/shell/workspace.h>
#include <ui/vault/new_file_page.h>
#include <ui/vault/unlock_page.h>
#include <ui/widgets/dropped_file.h>
#include <ui/widgets/task_dialog.h>
#include <ui/widgets/theme.h>
#include <vault/vault.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTextEdit>
#include <QTimer>
#include <QUrl>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int MostRecent = 8;

bool isSpreadsheet(const QString& path)
{
    static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),
                                     QStringLiteral("xlsx"), QStringLiteral("ods")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

QString droppedFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}
} // namespace

MainWindow::MainWindow(QSettings& settings, Dialogs& dialogs, QWidget* parent, const Clock* clock)
    : QMainWindow(parent), m_settings(settings), m_dialogs(dialogs), m_clock(clock), m_stack(new QStackedWidget(this)),
      m_start(new StartPage(this)), m_unlock(new UnlockPage(this)), m_newFile(new NewFilePage(dialogs, this)),
      m_idle(new IdleWatch(this))
{
    setCentralWidget(m_stack);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_unlock);
    m_stack->addWidget(m_newFile);
    setAcceptDrops(true);
    buildMenus();
    connectVault();
    connectLock();
    connect(m_stack, &QStackedWidget::currentChanged, this, &MainWindow::updateActions);
    connect(m_start, &StartPage::createAsked, this, &MainWindow::askNew);
    connect(m_start, &StartPage::openAsked, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::sampleAsked, this, [this] { openSample(); });
    connect(m_start, &StartPage::fileAsked, this, [this](const QString& file) { openFile(file); });
    connect(m_start, &StartPage::restoreAsked, this, &MainWindow::restore);
    m_start->setRecent(recentFiles());
    constexpr QSize usual(1280, 800);
    resize(usual);
    // A small laptop has not that much height: the lower end would be out of sight.
    const QSize room = screen()->availableGeometry().size();
    if (room.width() >= usual.width() && room.height() < usual.height())
        setWindowState(Qt::WindowMaximized);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    qApp->installEventFilter(this);
    updateActions();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    disconnect(m_stack, nullptr, this, nullptr); // it goes after us
    drop();
}

QString MainWindow::fileFilter()
{
    return tr("Files of this program (*.dtp)");
}

void MainWindow::showStart(const QString& file, const Error& problem, const QString& backup)
{
    m_start->showProblem(file, problem, backup);
    m_stack->setCurrentWidget(m_start);
}

Store* MainWindow::store() const
{
    return m_session ? &m_session->store() : nullptr;
}

QStringList MainWindow::recentFiles() const
{
    return m_settings.value(QStringLiteral("recent")).toStringList();
}

void MainWindow::remember(const QString& path)
{
    QStringList recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(QStringLiteral("recent"), recent.mid(0, MostRecent));
    m_start->setRecent(recentFiles());
}

bool MainWindow::openFile(const QString& path, const QString& page)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    if (!closeFile()) // also while it is being locked
        return false;
    if (vault::isVault(file) && !vault::isUnlocked(file)) {
        askUnlock(file, {}, [this, file, page] { openFile(file, page); });
        return false;
    }
    auto session = FileSession::open(file, m_computer.author(), m_clock);
    if (!session) {
        refuse(file, session.error());
        return false;
    }
    const auto soundness = (*session)->store().soundness();
    use(std::move(*session), page);
    if (const Result<>& sound = soundness.get(); !sound) { // was found out meanwhile
        m_keepsKey = true;
        drop();
        m_keepsKey = false;
        refuse(file, sound.error());
        return false;
    }
    remember(m_session->store().path());
    return true;
}

void MainWindow::refuse(const QString& file, const Error& error)
{
    // The backups of a damaged file open by the key that is known now.
    if (!Store::isDamage(error))
        vault::lockAll();
    showStart(file, error, Store::newestBackup(file));
}

bool MainWindow::createFile(const QString& path)
{
    if (!closeFile())
        return false;
    auto session = FileSession::create(QFileInfo(path).absoluteFilePath(), m_computer.author(), m_clock);
    if (!session) {
        showStart(path, session.error(), {});
        return false;
    }
    use(std::move(*session), {});
    remember(m_session->store().path());
    return true;
}

bool MainWindow::openSample(int people)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString path = QDir(folder).filePath(tr("Sample data.dtp"));
    if (!QFileInfo::exists(path)) {
        bool cancelled = false;
        const auto made = runTask<void>(
            this, tr("Making sample data"),
            [path, name = m_computer.author(), people](const Progress& progress) {
                return FileSession::createSample(path, name, people, progress);
            },
            &cancelled);
        if (cancelled)
            return false;
        if (!made) {
            showStart(path, made.error(), {});
            return false;
        }
    }
    return openFile(path);
}

void MainWindow::use(std::unique_ptr<FileSession> session, const QString& page)
{
    m_start->clearProblem();
    m_session = std::move(session);
    Store& opened = m_session->store();
    m_workspace = new Workspace(opened, m_dialogs, m_settings, m_stack);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    m_background = std::make_unique<BackgroundStore>(opened, this);
    connect(m_workspace, &Workspace::wayChanged, this, &MainWindow::updateActions);
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::updateActions);
    connect(m_workspace, &Workspace::searchAsked, this, &MainWindow::findAnything);
    connect(m_workspace, &Workspace::importAsked, this, [this] { importFile(); });
    connect(&opened.notifier(), &Notifier::changed, this, [this] { updateActions(); });
    whenSwitched(opened, this, [this] { updateActions(); });
    m_isEncrypted = vault::isVault(opened.path());
    watchForLock();
    watchForStarts();
    setWindowTitle(
        tr("%1 — %2").arg(QFileInfo(opened.path()).completeBaseName(), QApplication::applicationDisplayName()));
    buildPageMenu();
    m_workspace->openPage(page.isEmpty() ? m_workspace->entries().front().name : page);
    if (page.isEmpty() && opened.path() == m_placeOf)
        m_workspace->returnTo(m_place);
    m_place = {};
    m_placeOf.clear();
    updateActions();
    watchForBackups();
    tellStopped();
}

bool MainWindow::closeFile()
{
    if (m_isLocking)
        return false;
    stopAsking();
    if (!m_session)
        return true;
    if ((!m_workspace->leave() || !m_workspace->closeWindows()) &&
        !m_dialogs.confirm(this,
                           tr("What you have typed last cannot be saved as it is: the reason stands at its field. If "
                              "you close now, what stands in that field is lost; the rest stays a draft."),
                           tr("Close all the same")))
        return false;
    backUpOnClosing();
    if (m_isLocking) // meanwhile: that closes it
        return false;
    drop();
    return true;
}

void MainWindow::drop()
{
    if (!m_session)
        return;
    m_background.reset();
    m_isBackingUp = false;
    m_isBackingUpToLock = false;
    delete m_workspace;
    m_workspace = nullptr;
    m_secondStart.reset();
    m_session.reset();
    m_isEncrypted = false;
    watchForLock();
    if (!m_keepsKey)
        vault::lockAll(); // also of a file that is not there any more
    m_stack->setCurrentWidget(m_start);
    setWindowTitle(QApplication::applicationDisplayName());
    buildPageMenu();
    updateActions();
}

void MainWindow::askOpen()
{
    const QString file = m_dialogs.askOpenFile(this, tr("Open a file"), fileFilter());
    if (!file.isEmpty())
        openFile(file);
}

void MainWindow::importFile(const QString& path)
{
    if (!m_session || m_isLocking)
        return;
    if (m_session->store().isReadOnly()) {
        m_dialogs.showError(this, Error{m_session->store().readOnlyReason(), {}});
        return;
    }
    if (m_workspace->leave())
        runImport(m_workspace->context(), path, m_workspace->currentPage()->entity(), this);
}

// What the page that is open shows; people where it shows no records.
void MainWindow::exportOrPrint()
{
    if (!m_session || !m_workspace->leave())
        return;
    Page* page = m_workspace->currentPage();
    if (page->canExport())
        return page->exportList();
    ExportDialog dialog(m_workspace->context(), {QStringLiteral("person")}, this);
    dialog.exec();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    const bool losesCode =
        m_newFile->isShowingCode() &&
        !m_dialogs.confirm(this,
                           tr("The recovery code is shown only now. Without it nobody can open the file when the "
                              "passphrase is forgotten."),
                           tr("Quit without the code"));
    if (losesCode || !closeFile()) {
        event->ignore();
        return;
    }
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QString file = droppedFile(event->mimeData());
    if ((m_session && isSpreadsheet(file)) || file.endsWith(QStringLiteral(".dtp"), Qt::CaseInsensitive))
        acceptAsCopy(*event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString file = droppedFile(event->mimeData());
    acceptAsCopy(*event);
    // After the drag is over: what opens may be a dialog, and the other program must not wait for it.
    QMetaObject::invokeMethod(
        this,
        [this, file] {
            if (isSpreadsheet(file))
                importFile(file);
            else
                openFile(file);
        },
        Qt::QueuedConnection);
}

// On some systems a line edit knows keys that few people do, as Ctrl+E for its end: there the menu's keys go before.
bool MainWindow::isMenuKey(const QKeyEvent& key) const
{
    for (const auto edits : {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Cut, QKeySequence::Copy,
                             QKeySequence::Paste, QKeySequence::SelectAll}) {
        if (key.matches(edits))
            return false;
    }
    const QKeySequence typed(key.keyCombination());
    return std::any_of(m_actions.begin(), m_actions.end(),
                       [&](const QAction* action) { return action->shortcut() == typed; });
}

// A text field with an undo of its own takes Ctrl+Z; one without leaves it to the history of the file.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (m_isLocking && event->type() == QEvent::Show && watched->isWidgetType())
        coverDialog(static_cast<QWidget*>(watched));
    // A dialog over the window, or a record's own window, keeps the window's shortcuts from being heard.
    if (event->type() == QEvent::KeyPress && watched->isWidgetType() && m_session && !m_isLocking) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier) {
            QTimer::singleShot(0, this, [this] { lockFile(); });
            return true;
        }
    }
    if (watched->isWidgetType() && m_workspace && !m_isLocking &&
        m_workspace->discreet().takesKey(static_cast<QWidget&>(*watched), *event))
        return true;
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() && isActiveWindow()) {
        const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
        if ((button == Qt::BackButton || button == Qt::ForwardButton) && m_workspace) {
            action(button == Qt::BackButton ? QStringLiteral("back") : QStringLiteral("forward"))->trigger();
            return true;
        }
    }
    if (event->type() != QEvent::ShortcutOverride)
        return QMainWindow::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto* line = qobject_cast<QLineEdit*>(watched);
    if (line && line->window() == this && isMenuKey(*key)) {
        event->ignore();
        return true;
    }
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo))
        return QMainWindow::eventFilter(watched, event);
    bool has = true;
    if (line)
        has = undo ? line->isUndoAvailable() : line->isRedoAvailable();
    else if (const auto* plain = qobject_cast<QPlainTextEdit*>(watched))
        has = undo ? plain->document()->isUndoAvailable() : plain->document()->isRedoAvailable();
    else if (const auto* rich = qobject_cast<QTextEdit*>(watched))
        has = undo ? rich->document()->isUndoAvailable() : rich->document()->isRedoAvailable();
    if (has)
        return QMainWindow::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace dtp
