// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: the list of them, and the one that is worked on.
#pragma once

#include <records/reports.h>
#include <ui/widgets/page.h>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace dtp
{

class EmptyState;
class FilterBar;
class RecordListModel;
class RecordTable;
class ReportView;

class ReportPage : public Page
{
    Q_OBJECT
public:
    explicit ReportPage(AppContext& context, QWidget* parent = nullptr);
    ~ReportPage() override;

    QString name() const override { return QStringLiteral("reports"); }
    QString title() const override { return tr("Reports"); }
    QString iconName() const override { return QStringLiteral("office-report"); }
    Entity entity() const override { return Entity::Report; }
    qint64 count() const override { return m_count; }
    void showRecord(qint64 id) override; // 0: the list
    qint64 currentRecord() const override;
    bool leave() override;
    bool canCreate() const override;
    void createRecord() override;
    bool save() override;
    bool canExport() const override { return true; }
    void exportList() override;
    void focusSearch() override;
    void search(const QString& query) override; // "status:draft,review"

    void createFor(Id<Workshop> workshop); // none: an empty one
    void importFile(const QString& path = {});
    ReportView& view() { return *m_view; }
    RecordTable& table() { return *m_table; }

private:
    QWidget* buildList();
    void fillNewMenu();
    void fillList();
    void recount();
    void showList();
    void removeReports(const std::vector<qint64>& ids);

    QStackedWidget* m_stack;
    QStackedWidget* m_listStack = nullptr;
    QLabel* m_countLabel = nullptr;
    QPushButton* m_new = nullptr;
    QMenu* m_newMenu = nullptr;
    RecordListModel* m_model = nullptr;
    RecordTable* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    FilterBar* m_filters = nullptr;
    ReportView* m_view;
    qint64 m_count = -1;
};

} // namespace dtp
