// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/discretion/discreet_switch.h>
#include <ui/erasure/erase_dialog.h>
#include <ui/history/history_dialog.h>
#include <ui/keys/focus.h>
#include <ui/models/discretion.h>
#include <ui/pages/start/start_page.h>
#include <ui/records/deed_dialog.h>
#include <ui/settings/words_dialog.h>
#include <ui/shell/global_search.h>
#include <ui/shell/help.h>
#include <ui/shell/main_window.h>
#include <ui/shell/workspace.h>
#include <ui/widgets/theme.h>

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>

namespace dtp
{

namespace
{
QString shortened(const QString& sentence)
{
    QString text = sentence.size() > 50 ? QString(sentence.left(50) + QStringLiteral("…")) : sentence;
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}
} // namespace

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    m_pageMenu = menuBar()->addMenu(tr("&Go"));
    buildPageMenu();
    buildHelpMenu();
    watchKeys(*qApp);
    auto* const keeper = new FocusKeeper(*this, [this] {
        Page* page = m_workspace && m_stack->currentWidget() == m_workspace ? m_workspace->currentPage() : nullptr;
        if (page)
            page->takeFocus();
        else if (m_stack->currentWidget() != m_workspace)
            focusFirstIn(*m_stack->currentWidget());
    });
    // What comes may find that nothing has had the keys for a while, as after a passphrase.
    connect(
        m_stack, &QStackedWidget::currentChanged, keeper, [keeper] { keeper->look(); }, Qt::QueuedConnection);
}

QAction* MainWindow::add(QMenu* menu, const QString& name, const QString& text, const char* iconName,
                         const QKeySequence& keys, const std::function<void()>& deed)
{
    QAction* made = menu->addAction(icon(iconName), text);
    made->setShortcut(keys);
    made->setObjectName(name);
    connect(made, &QAction::triggered, this, [deed] { deed(); });
    m_actions.insert(name, made);
    return made;
}

void MainWindow::buildFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    add(menu, QStringLiteral("new"), tr("&New file…"), "document-new", {}, [this] { askNew(); });
    add(menu, QStringLiteral("open"), tr("&Open…"), "document-open", QKeySequence::Open, [this] { askOpen(); });
    m_recentMenu = menu->addMenu(icon("document-open-recent"), tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    add(menu, QStringLiteral("sample"), tr("Open &sample data"), "games-hint", {}, [this] { openSample(); });
    menu->addSeparator();
    add(menu, QStringLiteral("import"), tr("&Import spreadsheet…"), "document-import",
        QKeySequence(Qt::CTRL | Qt::Key_I), [this] { importFile(); });
    add(menu, QStringLiteral("export"), tr("&Export or print…"), "document-export", QKeySequence(Qt::CTRL | Qt::Key_E),
        [this] { exportOrPrint(); });
    // The same dialog, by the keys that one tries first.
    add(menu, QStringLiteral("print"), tr("&Print this list…"), "document-print", QKeySequence::Print,
        [this] { exportOrPrint(); });
    menu->addSeparator();
    add(menu, QStringLiteral("backup"), tr("&Back up…"), "document-save-as", {}, [this] { askBackup(); });
    add(menu, QStringLiteral("restore"), tr("Backups and res&toring…"), "edit-undo-history", {},
        [this] { askRestore(); });
    menu->addSeparator();
    addVaultActions(menu);
    menu->addSeparator();
    add(menu, QStringLiteral("settings"), tr("Settin&gs…"), "settings-configure",
        QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(SettingsDialog::Place::Top); });
    menu->addSeparator();
    add(menu, QStringLiteral("close"), tr("&Close file"), "document-close", QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] { closeFile(); });
    add(menu, QStringLiteral("quit"), tr("&Quit"), "application-exit", QKeySequence::Quit, [this] { close(); });
}

void MainWindow::addVaultActions(QMenu* menu)
{
    add(menu, QStringLiteral("lock"), tr("&Lock"), "object-locked", QKeySequence(Qt::CTRL | Qt::Key_L),
        [this] { lockFile(); });
    add(menu, QStringLiteral("lock-idle"), tr("Lock &when idle…"), "chronometer", {},
        [this] { showSettings(SettingsDialog::Place::LockMinutes); });
    add(menu, QStringLiteral("passphrases"), tr("P&assphrases…"), "dialog-password", {},
        [this] { showPassphrases(); });
    add(menu, QStringLiteral("encrypt"), tr("Encr&ypt this file…"), "document-encrypt", {}, [this] { askEncrypt(); });
}

void MainWindow::buildEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    add(menu, QStringLiteral("undo"), tr("&Undo"), "edit-undo", QKeySequence::Undo, [this] { m_workspace->undo(); });
    add(menu, QStringLiteral("redo"), tr("&Redo"), "edit-redo", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        [this] { m_workspace->redo(); });
    add(menu, QStringLiteral("history"), tr("&History…"), "view-history", QKeySequence(Qt::CTRL | Qt::Key_H), [this] {
        HistoryDialog dialog(m_workspace->context(), this);
        dialog.exec();
    });
    menu->addSeparator();
    add(menu, QStringLiteral("create"), tr("&New record"), "list-add", QKeySequence::New,
        [this] { m_workspace->currentPage()->createRecord(); });
    add(menu, QStringLiteral("save"), tr("&Save"), "document-save", QKeySequence::Save,
        [this] { m_workspace->currentPage()->save(); });
    add(menu, QStringLiteral("erase"), tr("&Erase a person for good…"), "edit-delete-shred", {}, [this] {
        const Page* page = m_workspace->currentPage();
        askErase(m_workspace->context(), this, page->entity() == Entity::Person ? page->currentRecord() : 0);
    });
    add(menu, QStringLiteral("words"), tr("&Words to choose from…"), "view-list-text", {}, [this] {
        if (m_workspace->leave())
            WordsDialog(*store(), m_dialogs, {}, this).exec();
    });
    add(menu, QStringLiteral("small-numbers"), tr("S&mallest number shown to outsiders…"), "view-hidden", {},
        [this] { showSettings(SettingsDialog::Place::SmallestNumber); });
    QMenu* chosen = menu->addMenu(icon("checkbox"), tr("With what is &chosen"));
    connect(chosen, &QMenu::aboutToShow, this, [this, chosen] {
        chosen->clear();
        chosen->setToolTipsVisible(true);
        const Page* page = m_workspace ? m_workspace->currentPage() : nullptr;
        if (page)
            addDeedActions(*chosen, m_workspace->currentPage()->deeds());
        if (chosen->isEmpty())
            chosen->addAction(tr("Nothing can be done to records on this page"))->setEnabled(false);
    });
    menu->addSeparator();
    add(menu, QStringLiteral("search"), tr("Search &in this page"), "search", QKeySequence::Find,
        [this] { m_workspace->currentPage()->focusSearch(); });
    add(menu, QStringLiteral("find"), tr("&Find anything…"), "system-search", QKeySequence(Qt::CTRL | Qt::Key_K),
        [this] { findAnything(); });
}

void MainWindow::buildViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    QMenu* theme = menu->addMenu(icon("preferences-desktop-theme-global"), tr("&Theme"));
    auto* group = new QActionGroup(this);
    const QString chosen = themeCode(m_computer.theme());
    const std::pair<QString, ThemeChoice> themes[] = {{tr("As the &system"), ThemeChoice::System},
                                                      {tr("&Light"), ThemeChoice::Light},
                                                      {tr("&Dark"), ThemeChoice::Dark}};
    for (const auto& [words, choice] : themes) {
        const QString code = themeCode(choice);
        QAction* made =
            add(theme, QString(QStringLiteral("theme-") + code), words, "", {}, [this, code] { chooseTheme(code); });
        made->setCheckable(true);
        made->setChecked(code == chosen);
        group->addAction(made);
    }
    add(menu, QStringLiteral("window"), tr("&Open this record in a window of its own"), "window-new",
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { m_workspace->currentPage()->openWindow(); });
    menu->addSeparator();
    add(menu, QStringLiteral("discreet"), tr("&Discreet mode: hide names of people at risk"), "view-hidden",
        DiscreetSwitch::keys(), [this] { m_workspace->discreet().toggle(); })
        ->setCheckable(true);
    add(menu, QStringLiteral("pane"), tr("Show or hide the &record beside the list"), "view-split-left-right",
        QKeySequence(Qt::Key_F9), [this] { m_workspace->currentPage()->togglePane(); });
    QAction* side = add(menu, QStringLiteral("sidebar"), tr("Show &words in the navigation"), "sidebar-show",
                        QKeySequence(Qt::SHIFT | Qt::Key_F9), [] {});
    side->setCheckable(true);
    side->setChecked(!m_settings.value(QStringLiteral("window/sidebarFolded")).toBool());
    connect(side, &QAction::toggled, this, [this](bool words) {
        if (m_workspace)
            m_workspace->setSidebarFolded(!words);
    });
    QAction* full = add(menu, QStringLiteral("fullscreen"), tr("&Full screen"), "view-fullscreen",
                        QKeySequence(Qt::Key_F11), [] {});
    full->setCheckable(true);
    connect(full, &QAction::toggled, this, [this](bool on) { on ? showFullScreen() : showNormal(); });
}

// The pages of the open file, with their keys.
void MainWindow::buildPageMenu()
{
    for (auto it = m_actions.begin(); it != m_actions.end();) {
        if (it.key().startsWith(QStringLiteral("page-")) || it.key() == QLatin1String("back") ||
            it.key() == QLatin1String("forward"))
            it = m_actions.erase(it);
        else
            ++it;
    }
    m_pageMenu->clear();
    QAction* back = add(m_pageMenu, QStringLiteral("back"), tr("&Back"), "go-previous",
                        QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_workspace->goByKeys(&Workspace::goBack); });
    QAction* forward =
        add(m_pageMenu, QStringLiteral("forward"), tr("&Forward"), "go-next", QKeySequence(Qt::ALT | Qt::Key_Right),
            [this] { m_workspace->goByKeys(&Workspace::goForward); });
    back->setEnabled(false);
    forward->setEnabled(false);
    if (!m_workspace)
        return;
    m_pageMenu->addSeparator();
    int number = 1;
    for (const NavigationEntry& entry : m_workspace->entries()) {
        const QKeySequence keys = number <= 9 ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)) : QKeySequence();
        add(m_pageMenu, QString(QStringLiteral("page-") + entry.name), entry.title,
            entry.iconName.toLatin1().constData(), keys, [this, name = entry.name] {
                m_workspace->openPage(name);
                if (Page* page = m_workspace->currentPage(); page->name() == name) // nothing keeps one where one was
                    page->takeFocus();
            });
        ++number;
    }
}

void MainWindow::buildHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    add(menu, QStringLiteral("guide"), tr("User &guide"), "help-contents", QKeySequence::HelpContents,
        [this] { showGuide(); });
    add(menu, QStringLiteral("shortcuts"), tr("&Keyboard shortcuts"), "preferences-desktop-keyboard",
        QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { showShortcuts(); });
    menu->addSeparator();
    add(menu, QStringLiteral("about"), tr("&About"), "help-about", {}, [this] { showAbout(); });
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString& file : recentFiles()) {
        QString words = file;
        m_recentMenu->addAction(words.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                [this, file] { openFile(file); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::updateActions()
{
    // Nothing is done to a file behind a page that asks for a passphrase.
    const bool isShown = m_workspace && m_stack->currentWidget() == m_workspace;
    const Store* open = isShown ? store() : nullptr;
    const bool canWrite = open && !open->isReadOnly();
    const Page* page = isShown ? m_workspace->currentPage() : nullptr;
    const std::pair<const char*, bool> states[] = {{"import", canWrite},
                                                   {"export", open != nullptr},
                                                   {"print", open != nullptr},
                                                   {"backup", open != nullptr},
                                                   {"close", open != nullptr},
                                                   {"history", open != nullptr},
                                                   {"create", page && canWrite && page->canCreate()},
                                                   {"save", page && canWrite},
                                                   {"erase", page && canWrite},
                                                   {"small-numbers", canWrite},
                                                   {"search", page != nullptr},
                                                   {"window", page != nullptr},
                                                   {"pane", page != nullptr},
                                                   {"find", open != nullptr},
                                                   {"sidebar", open != nullptr},
                                                   {"discreet", open != nullptr},
                                                   {"words", open != nullptr},
                                                   {"lock", open != nullptr}, // of a plain one it says why not
                                                   {"passphrases", canWrite && m_isEncrypted},
                                                   {"encrypt", canWrite && !m_isEncrypted},
                                                   {"new", !m_isLocking},
                                                   {"open", !m_isLocking},
                                                   {"sample", !m_isLocking},
                                                   {"restore", !m_isLocking},
                                                   {"settings", !m_isLocking},
                                                   {"lock-idle", !m_isLocking},
                                                   {"back", isShown && m_workspace->canGoBack()},
                                                   {"forward", isShown && m_workspace->canGoForward()}};
    for (const auto& [name, isEnabled] : states) {
        if (QAction* found = action(QLatin1String(name)))
            found->setEnabled(isEnabled);
    }
    for (auto made = m_actions.cbegin(); made != m_actions.cend(); ++made) {
        if (made.key().startsWith(QStringLiteral("page-")))
            made.value()->setEnabled(isShown);
    }
    const auto undo = canWrite ? open->nextUndo() : std::nullopt;
    const auto redo = canWrite ? open->nextRedo() : std::nullopt;
    action(QStringLiteral("undo"))->setEnabled(undo.has_value());
    action(QStringLiteral("undo"))
        ->setText(undo ? tr("&Undo “%1”").arg(shortened(seen(*open, undo->sentence))) : tr("&Undo"));
    action(QStringLiteral("redo"))->setEnabled(redo.has_value());
    action(QStringLiteral("redo"))
        ->setText(redo ? tr("&Redo “%1”").arg(shortened(seen(*open, redo->sentence))) : tr("&Redo"));
    action(QStringLiteral("discreet"))->setChecked(open && isDiscreet(*open));
    if (QAction* create = action(QStringLiteral("create")); create && page && page->entity() != Entity::None)
        create->setText(tr("&New %1").arg(recordType(page->entity()).singularText()));
}

void MainWindow::chooseTheme(const QString& code)
{
    m_computer.setTheme(themeFromCode(code));
    applyTheme(*qApp, m_computer.theme());
}

void MainWindow::findAnything()
{
    if (!m_workspace)
        return;
    std::vector<QAction*> commands;
    for (QAction* made : std::as_const(m_actions)) {
        if (made->objectName() != QLatin1String("find"))
            commands.push_back(made);
    }
    Page* page = m_workspace->currentPage();
    for (QAction* deed : page->deeds())
        commands.push_back(deed);
    for (QAction* own : page->actions())
        commands.push_back(own);
    std::sort(commands.begin(), commands.end(),
              [](const QAction* a, const QAction* b) { return a->text() < b->text(); });
    auto* box = new GlobalSearch(m_workspace->context(), commands, this);
    box->show();
}

void MainWindow::showShortcuts()
{
    std::vector<QAction*> all;
    for (QMenu* menu : menuBar()->findChildren<QMenu*>()) {
        for (QAction* made : menu->actions()) {
            if (!made->shortcut().isEmpty())
                all.push_back(made);
        }
    }
    ShortcutsDialog dialog(all, this);
    dialog.exec();
}

void MainWindow::showGuide()
{
    (new GuideWindow(this))->show();
}

void MainWindow::showAbout()
{
    AboutDialog dialog(this);
    dialog.exec();
}

void MainWindow::setNotice(const QString& sentence)
{
    if (sentence.isEmpty())
        return;
    auto* bar = new QToolBar(tr("Notice"), this);
    bar->setObjectName(QStringLiteral("notice"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    auto* banner = warningBanner(sentence, bar);
    banner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(banner);
    bar->toggleViewAction()->setVisible(false);
    addToolBar(Qt::TopToolBarArea, bar);
}

} // namespace dtp
