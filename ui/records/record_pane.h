// SPDX-License-Identifier: GPL-3.0-or-later
// One record: head, tabs, form, what hangs on it, history. At the right of a page, or in a window of its own.
#pragma once

#include <ui/models/record_layout.h>
#include <ui/records/record_view.h>

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

class RecordPane : public RecordView
{
    Q_OBJECT
public:
    RecordPane(AppContext& context, Entity entity, RecordLayout layout, QWidget* parent = nullptr);
    ~RecordPane() override;

    Entity entity() const override { return m_entity; }
    qint64 recordId() const override { return m_id; }
    bool isNew() const override;
    void setRecord(qint64 id) override;
    void startNew(const RecordValues& initial) override;
    void clear() override;
    bool leave() override;
    void keepTyped() override; // the record's own fields stay a draft
    bool save() override;
    void takeFocus() override;
    bool exportShown() override; // of the list in which one is
    void showRestricted(bool isShown) override;
    void setInWindow() override;
    RecordView* makeAnother(QWidget* parent) const override;
    bool isDirty() const;
    RecordForm& form() { return *m_form; }
    // More deeds for the menu at the head.
    QMenu& menu();

private:
    struct Tab {
        QWidget* page = nullptr;
        QVBoxLayout* column = nullptr;
        std::vector<RelatedList*> lists;
        bool isStale = true;
    };
    void buildHead();
    void addDeeds();
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
