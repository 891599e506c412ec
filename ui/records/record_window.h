// SPDX-License-Identifier: GPL-3.0-or-later
// A record in a window of its own, beside the main one.
#pragma once

#include <ui/records/record_view.h>

#include <QDialog>

namespace dtp
{

class RecordWindow : public QDialog
{
    Q_OBJECT
public:
    // view: given to the window, which shows the record in it.
    RecordWindow(AppContext& context, RecordView* view, qint64 id, QWidget* parent = nullptr);

    void keepTyped() { m_view->keepTyped(); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override { close(); }

private:
    RecordView* m_view;
};

} // namespace dtp
