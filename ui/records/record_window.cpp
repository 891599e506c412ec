// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_window.h>

#include <ui/keys/focus.h>
#include <ui/models/discretion.h>

#include <QCloseEvent>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
// What other programs see of a window is its title, in the task bar and when windows are switched: it names nobody.
QString titleFor(const AppContext& context, Entity entity, qint64 id)
{
    const RecordType& type = recordType(entity);
    const bool mayNamePeople =
        entity == Entity::Person || std::any_of(type.fields.begin(), type.fields.end(),
                                                [](const Field& field) { return field.reference == Entity::Person; });
    if (!mayNamePeople)
        return seenTitle(context.store, entity, id);
    const QString singular = type.singularText();
    return QString(singular.left(1).toUpper() + singular.mid(1));
}
} // namespace

RecordView::RecordView(AppContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void RecordView::takeFocus()
{
    if (!focusFirstIn(*this))
        setFocus();
}

void RecordView::openWindow()
{
    if (!recordId() || !leave())
        return;
    // A child of the view, for it holds the same file and must go with it.
    auto* window_ = new RecordWindow(m_context, makeAnother(nullptr), recordId(), this);
    window_->show();
}

RecordWindow::RecordWindow(AppContext& context, RecordView* view, qint64 id, QWidget* parent)
    : QDialog(parent, Qt::Window), m_view(view)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto sayTitle = [this, &context, entity = view->entity(), id] {
        setWindowTitle(titleFor(context, entity, id));
    };
    sayTitle();
    whenSwitched(context.store, this, sayTitle);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_view);
    m_view->setInWindow();
    m_view->setRecord(id);
    resize(m_view->windowSize());
    new FocusKeeper(*this, [this] { m_view->takeFocus(); });
    connect(m_view, &RecordView::cleared, this, &QWidget::close);
    auto* save = new QShortcut(QKeySequence::Save, this);
    connect(save, &QShortcut::activated, m_view, &RecordView::save);
}

void RecordWindow::closeEvent(QCloseEvent* event)
{
    if (m_view->leave())
        event->accept();
    else
        event->ignore();
}

} // namespace dtp
