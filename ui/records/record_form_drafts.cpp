// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the form that keeps what was typed over a crash.
#include <ui/records/record_form.h>

#include <ui/models/drafts.h>
#include <ui/widgets/field_editor.h>

#include <QTimer>

namespace dtp
{

namespace
{
constexpr int TypingPause = 1000; // milliseconds after a key before the draft is written
}

void RecordForm::keepDrafts()
{
    if (m_draftTimer || m_context.store.isReadOnly())
        return;
    m_draftTimer = new QTimer(this);
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(TypingPause);
    connect(m_draftTimer, &QTimer::timeout, this, &RecordForm::writeDraft);
}

void RecordForm::writeDraft()
{
    if (m_base.id == 0 && !m_isNew)
        return;
    Draft draft{entity(), m_base.id, {}, {}};
    for (const Row& row : m_rows) {
        if (!m_touched.contains(row.field))
            continue;
        const QString name = QLatin1String(recordType(entity()).fields[static_cast<size_t>(row.field)].name);
        if (row.editor->problem().isEmpty())
            draft.fields.insert(name, row.editor->value());
        else
            draft.typed.insert(name, row.editor->typed());
    }
    // Nobody is bothered when it cannot be written now (an import may hold the file): it is still on the screen, and
    // tried again.
    if (!keepDraft(m_context.store, draft))
        m_draftTimer->start();
}

void RecordForm::restoreDraft()
{
    if (!m_draftTimer)
        return;
    m_draftTimer->stop(); // what it would write belonged to another record
    m_isRestored = false;
    const Draft draft = keptDraft(m_context.store, entity(), m_base.id);
    for (auto field = draft.fields.begin(); field != draft.fields.end(); ++field) {
        Row* row = rowOf(recordType(entity()).indexOf(field.key()));
        if (!row || field.value() == m_base.fields.at(row->field))
            continue;
        row->editor->setValue(field.value());
        noteRestored(*row);
    }
    for (auto field = draft.typed.begin(); field != draft.typed.end(); ++field) {
        if (Row* row = rowOf(recordType(entity()).indexOf(field.key()))) {
            row->editor->setTyped(field.value());
            noteRestored(*row);
        }
    }
}

void RecordForm::noteRestored(Row& row)
{
    setMasked(row, false);
    m_touched.insert(row.field);
    m_isRestored = true;
}

void RecordForm::forgetDraft(qint64 id)
{
    if (!m_draftTimer)
        return;
    m_draftTimer->stop();
    m_isRestored = false;
    // One that stays by accident would only be shown again, never saved by itself.
    if (!keepDraft(m_context.store, {entity(), id, {}, {}}))
        m_draftTimer->start();
}

} // namespace dtp
