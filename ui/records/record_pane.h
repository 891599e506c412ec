// SPDX-License-Identifier: GPL-3.0-or-later
// One record: head, tabs, form, what hangs on it, history. At the right of a page, or in a window of its own.
#pragma once

#include <ui/records/record_layout.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <vector>

class QMenu;
class QTabWidget;
class QVBoxLayout;

namespace dtp
{

class HistoryView;
class PaneHead;
class Portrait;
class RecordForm;
class RelatedList;

class RecordPane : public QWidget
{
    Q_OBJECT
public:
    RecordPane(AppContext& context, Entity entity, RecordLayout layout, QWidget* parent = nullptr);
    ~RecordPane() override;

    qint64 recordId() const { return m_id; }
    bool isNew() const;
    void setRecord(qint64 id); // call leave() before
    void startNew(const RecordValues& initial);
    void clear();
    bool leave();
    bool save();
    bool isDirty() const;
    RecordForm& form() { return *m_form; }
    // More deeds for the menu at the head.
    QMenu& menu();
    void openWindow(); // the same record in a window of its own
    void setWindowable(bool windowable);

Q_SIGNALS:
    void created(qint64 id);
    void removed(qint64 id);
    void cleared();

private:
    struct Tab {
        QWidget* page = nullptr;
        QVBoxLayout* column = nullptr;
        std::vector<RelatedList*> lists;
        bool isStale = true;
    };
    void buildHead();
    void showNothing();
    void buildTabs();
    void buildLists(Tab& tab, const TabSpec& spec);
    void refreshHead();
    void fillTab(int index);
    void fillTabs();
    void showFormTab();
    void choosePhoto();
    void setPhoto(const QByteArray& data);
    void removeRecord();

    AppContext& m_context;
    Entity m_entity;
    RecordLayout m_layout;
    qint64 m_id = 0;
    Portrait* m_portrait = nullptr;
    PaneHead* m_head;
    QAction* m_windowAction = nullptr;
    QTabWidget* m_tabs;
    std::vector<Tab> m_pages;
    int m_formTab = 0;
    RecordForm* m_form = nullptr;
    HistoryView* m_history = nullptr;
};

} // namespace dtp
