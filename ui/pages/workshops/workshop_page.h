// SPDX-License-Identifier: GPL-3.0-or-later
// The page of workshops: the list at the left, the workshop at the right.
#pragma once

#include <records/workshops.h>
#include <ui/widgets/page.h>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace dtp
{

class EmptyState;
class WorkshopPane;

class WorkshopPage : public Page
{
    Q_OBJECT
public:
    explicit WorkshopPage(AppContext& context, QWidget* parent = nullptr);

    QString name() const override { return QStringLiteral("workshops"); }
    QString title() const override { return tr("Workshops"); }
    QString iconName() const override { return QStringLiteral("view-calendar-workweek"); }
    Entity entity() const override { return Entity::Workshop; }
    qint64 count() const override;
    void showRecord(qint64 id) override;
    qint64 currentRecord() const override;
    void search(const QString& query) override;
    void focusSearch() override;
    bool leave() override;
    bool canCreate() const override { return !m_context.store.isReadOnly(); }
    void createRecord() override;
    bool save() override;
    bool canExport() const override { return currentRecord() != 0; }
    void exportList() override;

    WorkshopPane& pane() { return *m_pane; }
    QListWidget& list() { return *m_list; }

private:
    QWidget* buildList();
    void fill(); // the list anew, with the same workshop chosen
    void markCurrent();
    void choose(Id<Workshop> workshop);
    void showPane();

    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_new = nullptr;
    QListWidget* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    WorkshopPane* m_pane = nullptr;
    bool m_isFilling = false;
};

} // namespace dtp
