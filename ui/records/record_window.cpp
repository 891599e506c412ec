// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_window.h>

#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace dtp
{

RecordWindow::RecordWindow(AppContext& context, Entity entity, const RecordLayout& layout, qint64 id, QWidget* parent)
    : QDialog(parent, Qt::Window), m_pane(new RecordPane(context, entity, layout, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(context.store.titleOf(entity, id));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pane);
    m_pane->setWindowable(false);
    m_pane->setRecord(id);
    resize(600, 720);
    connect(m_pane, &RecordPane::cleared, this, &QWidget::close);
    auto* save = new QShortcut(QKeySequence::Save, this);
    connect(save, &QShortcut::activated, m_pane, &RecordPane::save);
}

void RecordWindow::closeEvent(QCloseEvent* event)
{
    if (m_pane->leave())
        event->accept();
    else
        event->ignore();
}

} // namespace dtp
