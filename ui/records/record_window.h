// SPDX-License-Identifier: GPL-3.0-or-later
// A record in a window of its own, beside the main one.
#pragma once

#include <ui/records/record_pane.h>

#include <QDialog>

namespace dtp
{

class RecordWindow : public QDialog
{
    Q_OBJECT
public:
    RecordWindow(AppContext& context, Entity entity, const RecordLayout& layout, qint64 id, QWidget* parent = nullptr);

protected:
    void closeEvent(QCloseEvent* event) override;
    void reject() override { close(); }

private:
    RecordPane* m_pane;
};

} // namespace dtp
