// SPDX-License-Identifier: GPL-3.0-or-later
// An open file in the window: navigation, pages, the way back and forward, what is said at the foot.
#pragma once

#include <ui/shell/pages.h>
#include <ui/widgets/app_context.h>
#include <ui/widgets/message_bar.h>
#include <ui/widgets/page.h>

#include <QHash>
#include <QSettings>
#include <QWidget>
#include <vector>

class QStackedWidget;
class QPushButton;
class QToolButton;

namespace dtp
{

class DiscreetSwitch;
class Sidebar;

class Workspace : public QWidget, public Navigator
{
    Q_OBJECT
public:
    Workspace(Store& store, Dialogs& dialogs, QSettings& settings, QWidget* parent = nullptr);
    ~Workspace() override;

    // Navigator
    void openRecord(Entity entity, qint64 id) override;
    void openPage(const QString& page, const QString& query = {}) override;
    void openList(Entity entity, const QString& query = {}) override;
    void tell(const QString& sentence) override;
    void tellOnly(const QString& sentence) override;
    void tellFile(const QString& sentence, const QString& path) override;
    void passOver() override;

    AppContext& context() { return m_context; }
    const std::vector<NavigationEntry>& entries() const { return m_entries; }
    Page* currentPage() const;
    Page* page(const QString& name); // made when first asked for
    bool closeWindows();             // of records; false when a draft in one is wrong
    void keepTyped();                // before the file is locked
    bool leave();                    // the page that is shown; false when a draft is wrong
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_way.size(); }
    struct Stop {
        QString page;
        qint64 record = 0;
    };
    // Where one is, to be there again when the file was locked and is open once more.
    struct Place {
        std::vector<Stop> way;
        size_t at = 0;
        QString query; // of the page
    };
    Place place() const;
    void returnTo(const Place& place);
    void goBack() { go(m_at - 1); }
    void goForward() { go(m_at + 1); }
    void goByKeys(void (Workspace::*way)()); // which the page then has
    void undo();
    void redo();
    DiscreetSwitch& discreet() { return *m_discreet; }
    void setSidebarFolded(bool folded);
    bool isSidebarFolded() const;
    QString message() const;
    void noteBackup(); // tells all pages

Q_SIGNALS:
    void wayChanged(); // Back and Forward may have changed
    void pageChanged();
    void searchAsked();
    void importAsked();

private:
    QWidget* buildSidebar();
    QWidget* buildBanner();
    bool showPage(const QString& page); // without remembering the way
    void remember(const Stop& stop);
    void noteRecord();
    void go(size_t at);
    void recount();
    void setCount(const NavigationEntry& entry);
    void scheduleCounts(const Touched& touched);
    void offerDrafts();
    void openDraft(Entity entity, qint64 id);
    void say(const QString& sentence, const std::vector<MessageBar::Deed>& deeds = {}); // at the foot
    void offer(const QString& sentence, bool isUndo, qint64 change);
    bool isNext(bool isUndo, qint64 change) const;
    void followChange();

    AppContext m_context;
    QSettings& m_settings;
    std::vector<NavigationEntry> m_entries;
    QHash<QString, Page*> m_pages;
    Sidebar* m_sidebar = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QPushButton* m_search = nullptr;
    DiscreetSwitch* m_discreet;
    QPushButton* m_sign = nullptr; // that discreet mode is on
    QStackedWidget* m_stack = nullptr;
    MessageBar* m_message = nullptr;
    std::vector<Stop> m_way;
    size_t m_at = 0;
    qint64 m_lastChange = 0;  // the newest change seen: an Undo is offered only for one that is newer
    qint64 m_offered = 0;     // the change that the button of the message takes back or does again
    bool m_offersUndo = true; // Undo, else Redo
    bool m_isGoing = false;
};

} // namespace dtp
