// SPDX-License-Identifier: GPL-3.0-or-later
// The workshop itself: its form, partners and funders, tasks and reports.
#pragma once

#include <records/workshops.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <vector>

class QBoxLayout;

namespace dtp
{

class RecordForm;
class RelatedList;

class OverviewTab : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewTab(AppContext& context, QWidget* parent = nullptr);

    Result<> setWorkshop(Id<Workshop> workshop);
    void startNew(const Workshop& initial);
    void clear();
    bool isNew() const;
    bool leave();
    bool save();
    RecordForm& form() { return *m_form; }

Q_SIGNALS:
    void saved(dtp::Id<dtp::Workshop> workshop);
    void cancelled();
    void gone();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    RelatedList* addList(Entity child, const char* title, const char* order, QWidget* parent);
    AppContext& m_context;
    RecordForm* m_form;
    QBoxLayout* m_columns = nullptr; // side by side where there is room, else one below the other
    std::vector<RelatedList*> m_lists;
};

} // namespace dtp
