// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: the list of them, and in its place the one that is worked on.
#pragma once

#include <records/reports.h>
#include <ui/records/record_page.h>

namespace dtp
{

class ReportView;

class ReportPage : public RecordPage
{
    Q_OBJECT
public:
    ReportPage(AppContext& context, QSettings& settings, QWidget* parent = nullptr);

    void createRecord() override;          // asks of which workshop
    void createFor(Id<Workshop> workshop); // none: an empty one
    void importFile(const QString& path = {});
    ReportView& view();

private:
    void fillNewMenu();
    void addWorkshops(QMenu& menu);
    QMenu* m_newMenu;
};

} // namespace dtp
