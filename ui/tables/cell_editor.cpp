// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/cell_editor.h>

#include <deeds/deed.h>
#include <records/kinds.h>
#include <ui/models/discretion.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/field_editor.h>

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

namespace dtp
{

namespace
{
constexpr int LeastWidth = 220; // of an editor: columns may be narrow

const Field* fieldOf(const RecordTable& table, int column)
{
    const ListColumn& shown = table.records().columns()[static_cast<size_t>(column)];
    for (const Field* field : settableFields(table.records().entity())) {
        if (shown.key == QLatin1String(field->name))
            return field;
    }
    return nullptr;
}
} // namespace

CellEditor::CellEditor(AppContext& context, RecordTable& table, std::function<bool()> isFree)
    : QFrame(table.viewport()), m_context(context), m_table(table), m_isFree(std::move(isFree))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    hide();
    connect(&table.records(), &RecordListModel::taken, this, &CellEditor::place);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, &CellEditor::place);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (isOpen() && now && before && isAncestorOf(before) && !isAncestorOf(now) && now->window() == window())
            commit();
    });
}

bool CellEditor::canEdit(int column) const
{
    const Field* field = m_table.isColumnHidden(column) ? nullptr : fieldOf(m_table, column);
    if (!field || !editorKind(field->kind).make)
        return false;
    const std::unique_ptr<FieldEditor> editor(makeFieldEditor(*field, m_context, nullptr));
    return !editor->isTall(); // several lines want more room than a row has
}

int CellEditor::columnFrom(int visual, int step) const
{
    for (; visual >= 0 && visual < m_table.records().columnCount(); visual += step) {
        if (const int column = m_table.horizontalHeader()->logicalIndex(visual); canEdit(column))
            return column;
    }
    return -1;
}

void CellEditor::beginCurrent()
{
    const qint64 id = m_table.currentId();
    if (!id)
        return m_context.navigator.tellOnly(tr("Choose one in the list first: F2 then edits it there."));
    if (m_context.store.isReadOnly())
        return m_context.navigator.tellOnly(m_context.store.readOnlyReason());
    // What stands in the row is dots there.
    if (isDiscreet(m_context.store))
        return m_context.navigator.tellOnly(
            tr("In discreet mode nothing is edited in the list. Return opens the record."));
    const int column = m_table.currentIndex().column();
    if (columnFrom(0, 1) < 0)
        return m_context.navigator.tellOnly(tr(
            "No column that is shown can be edited here: they are made of several fields. Return opens the record."));
    // Not the next one instead: what was typed would stand in another field.
    if (!canEdit(column))
        return m_context.navigator.tellOnly(tr("“%1” is not edited in the list: Left and Right go to another column, "
                                               "Return opens the record.")
                                                .arg(m_table.records().columns()[static_cast<size_t>(column)].title));
    begin(id, column);
}

void CellEditor::begin(qint64 id, int column)
{
    if ((isOpen() && !commit()) || !m_isFree())
        return;
    const RecordListModel& records = m_table.records();
    if (records.rowOf(id) < 0)
        return; // what was kept just now took it out of the list
    const auto values = m_context.store.get(records.entity(), id);
    if (!values)
        return m_context.navigator.tellOnly(values.error().sentence);
    const Field& field = *fieldOf(m_table, column);
    m_id = id;
    m_column = column;
    m_editor = makeFieldEditor(field, m_context, this);
    m_editor->setObjectName(QLatin1String(field.name));
    m_editor->tellName(tr("%1 of %2").arg(field.labelText(), seenTitle(m_context.store, records.entity(), id)));
    m_before = values->value(field.name);
    m_editor->setValue(m_before);
    layout()->addWidget(m_editor);
    connect(m_editor, &FieldEditor::refused, this, &CellEditor::commit); // which says why
    m_table.setCurrentIndex(records.index(records.rowOf(id), column));
    m_table.scrollTo(m_table.currentIndex());
    place();
    show();
    raise();
    m_editor->setFocus(Qt::TabFocusReason); // what is there is replaced by what is typed
}

// Over its cell, also after the list was read anew; not where its record has left the list.
void CellEditor::place()
{
    if (!isOpen() || m_isSaving)
        return;
    const int row = m_table.records().rowOf(m_id);
    if (row < 0) { // a long list comes in two parts
        if (m_table.records().isComplete())
            close();
        return;
    }
    const QRect cell = m_table.visualRect(m_table.records().index(row, m_column));
    const QSize room = m_table.viewport()->size();
    const QSize wanted = m_editor->sizeHint().expandedTo({LeastWidth, 0});
    const QSize size(std::min(std::max(cell.width(), wanted.width()), room.width()),
                     std::max(cell.height(), wanted.height()));
    setGeometry(QRect(QPoint(std::clamp(cell.left(), 0, std::max(0, room.width() - size.width())),
                             std::clamp(cell.top(), 0, std::max(0, room.height() - size.height()))),
                      size));
}

bool CellEditor::commit()
{
    if (!isOpen() || m_isSaving)
        return true;
    const Field& field = *fieldOf(m_table, m_column);
    m_editor->settle();
    if (const QString problem = m_editor->problem(); !problem.isEmpty()) {
        m_context.navigator.tellOnly(problem);
        m_editor->setFocus();
        return false;
    }
    const QVariant value = m_editor->value();
    if (value == m_before) {
        close();
        return true;
    }
    const Entity entity = m_table.records().entity();
    const Deed& deed = *deedOf(QStringLiteral("set"));
    DeedCall call = deed.begin(m_context.store, entity, {m_id});
    call.field = QLatin1String(field.name);
    call.answers.set(field.name, value);
    call.empties = traitsOf(field).isEmpty(value);
    m_isSaving = true; // the list is read anew within that, and its rows may move
    const auto done = runDeed(m_context.store, deed, call);
    m_isSaving = false;
    if (!done) {
        m_context.navigator.tellOnly(done.error().sentence);
        m_editor->setFocus();
        return false;
    }
    close();
    m_context.navigator.tell(*done);
    return true;
}

void CellEditor::cancel()
{
    if (isOpen())
        close();
}

void CellEditor::close()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    FieldEditor* editor = std::exchange(m_editor, nullptr);
    layout()->removeWidget(editor);
    hide();
    editor->setParent(nullptr);
    editor->deleteLater(); // it may be what told of this
    if (hadFocus)
        m_table.setFocus();
}

void CellEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        commit();
    else if (event->key() == Qt::Key_Escape)
        cancel();
    else
        return QFrame::keyPressEvent(event);
    event->accept();
}

bool CellEditor::focusNextPrevChild(bool next)
{
    if (!isOpen())
        return false;
    const qint64 id = m_id;
    const int step = next ? 1 : -1;
    const int column = columnFrom(m_table.horizontalHeader()->visualIndex(m_column) + step, step);
    if (commit() && column >= 0)
        begin(id, column);
    return true;
}

} // namespace dtp
