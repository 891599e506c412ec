// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_form.h>

#include <records/masking.h>
#include <records/record_rules.h>
#include <ui/consents/consent_dialog.h>
#include <ui/discretion/discreet_window.h>
#include <ui/discretion/plate.h>
#include <ui/keys/typed.h>
#include <ui/models/discretion.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace dtp
{

namespace
{
// Behind a sign, so that the colour does not carry it alone.
void setProblemText(QLabel* label, const QString& sentence)
{
    label->setText(sentence.isEmpty() ? QString() : QString(QStringLiteral("⚠ ") + sentence));
    label->setVisible(!sentence.isEmpty());
}
} // namespace

RecordForm::RecordForm(AppContext& context, Entity entity, std::vector<int> fields, QWidget* parent)
    : QWidget(parent), m_context(context), m_base(entity)
{
    build(fields.empty() ? fieldsWithout(entity, {}) : fields);
    connect(&context.store.notifier(), &Notifier::changed, this, &RecordForm::noteChange);
    whenSwitched(context.store, this, [this] { noteSwitched(); });
    setEnabled(false);
}

RecordForm::~RecordForm()
{
    if (m_draftTimer && m_draftTimer->isActive())
        writeDraft(); // what was typed in the last second
}

RecordForm::Row* RecordForm::rowOf(int field)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [field](const Row& row) { return row.field == field; });
    return found == m_rows.end() ? nullptr : &*found;
}

void RecordForm::setMasked(Row& row, bool masked)
{
    if (!row.mask && !masked)
        return setAsked(*row.editor, mayStay(row));
    if (!row.mask)
        row.mask = makeMask(row);
    setAsked(*row.editor, !masked); // nothing else covers it any more
    row.mask->setToolTip(isDiscreet(m_context.store)
                             ? hiddenHint()
                             : tr("Restricted: shown only while you need it, and never leaves the secretariat."));
    masked ? row.mask->cover(*row.editor) : row.mask->giveWayTo(*row.editor);
}

// The name of somebody who may be named, though another has a name of the same words.
bool RecordForm::mayStay(const Row& row) const
{
    const QString text = m_base.fields.at(row.field).toString();
    return isDiscreet(m_context.store) && !m_isNew && m_base.id != 0 && !m_touched.contains(row.field) &&
           seen(m_context.store, text) != text && !isCovered(m_context.store, m_base, row.field);
}

// An empty field hides nothing, and neither does what is new.
bool RecordForm::isToMask(const Row& row) const
{
    const RecordType& type = recordType(entity());
    if (m_isNew || m_base.id == 0)
        return false;
    const bool isRestricted = isMaskedOnScreen(type, type.fields[static_cast<size_t>(row.field)]);
    const bool isSaid = !m_base.fields.at(row.field).toString().isEmpty();
    return (isSaid && isRestricted && !m_showsRestricted) || isCovered(m_context.store, draft(), row.field);
}

// What stands in a covered editor stays there, also what was typed and is not saved.
void RecordForm::noteSwitched()
{
    for (Row& row : m_rows) {
        const bool isTyped = m_touched.contains(row.field);
        setMasked(row, isToMask(row) && (isDiscreet(m_context.store) || !isTyped));
        if (!isTyped)
            showRow(row); // a record may be called otherwise now
    }
}

void RecordForm::showRow(Row& row)
{
    const QVariant value = m_base.fields.at(row.field);
    row.editor->setValue(value);
    setProblemText(row.problem, {});
}

void RecordForm::showRestricted(bool isShown)
{
    m_showsRestricted = isShown;
    for (Row& row : m_rows)
        setMasked(row, isToMask(row) && !m_touched.contains(row.field));
}

Result<> RecordForm::setRecord(qint64 id)
{
    auto values = m_context.store.get(entity(), id);
    if (!values) {
        clear();
        return tl::unexpected<Error>(values.error());
    }
    const bool other = id != m_base.id || m_isNew;
    m_base = std::move(*values);
    m_touched.clear();
    m_fixed.clear();
    m_isNew = false;
    setEnabled(true);
    for (Row& row : m_rows) {
        showRow(row);
        if (other)
            setMasked(row, isToMask(row));
    }
    restoreDraft();
    if (other && isDiscreet(m_context.store))
        noteSwitched(); // what was typed before as well
    updateDirty();
    return {};
}

void RecordForm::startNew(const RecordValues& initial)
{
    m_base = initial;
    m_base.id = 0;
    m_touched.clear();
    m_fixed.clear();
    m_isNew = true;
    setEnabled(!m_context.store.isReadOnly());
    for (Row& row : m_rows) {
        showRow(row);
        setMasked(row, false);
    }
    restoreDraft();
    updateDirty();
}

void RecordForm::clear()
{
    m_isRestored = false;
    if (m_draftTimer)
        m_draftTimer->stop();
    m_base = RecordValues(entity());
    m_touched.clear();
    m_fixed.clear();
    m_isNew = false;
    setEnabled(false);
    for (Row& row : m_rows)
        showRow(row);
    updateDirty();
}

RecordValues RecordForm::draft() const
{
    RecordValues values = m_base;
    for (const Row& row : m_rows) {
        if (m_touched.contains(row.field))
            values.fields[row.field] = row.editor->value();
    }
    return values;
}

void RecordForm::setFixed(const char* fieldName, const QVariant& stored)
{
    const int field = recordType(entity()).indexOf(fieldName);
    m_base.fields[field] = stored;
    m_fixed.insert(field);
}

void RecordForm::noteEdited(int field)
{
    Row* row = rowOf(field);
    if (row->editor->problem().isEmpty() && row->editor->value() == m_base.fields.at(field))
        m_touched.remove(field); // typed back to what it was
    else
        m_touched.insert(field);
    setProblemText(row->problem, {});
    updateDirty();
    if (m_draftTimer)
        m_draftTimer->start();
}

void RecordForm::noteLeft(int field)
{
    const QString problem = m_touched.contains(field) ? rowOf(field)->editor->problem() : QString();
    if (!problem.isEmpty())
        showProblem(field, problem);
}

void RecordForm::updateDirty()
{
    m_isRestored = m_isRestored && isDirty();
    if (isDirty() == m_wasDirty && m_isRestored == m_wasRestored)
        return;
    m_wasDirty = isDirty();
    m_wasRestored = m_isRestored;
    Q_EMIT dirtyChanged(m_wasDirty);
}

// Undo, an import or another page changed the record: what was typed here stays, the rest follows.
void RecordForm::noteChange(const Touched& touched)
{
    if (m_saving || m_isNew || m_base.id == 0 || !touched.has(entity(), m_base.id))
        return;
    auto now = m_context.store.get(entity(), m_base.id);
    if (const auto there = m_context.store.contains(entity(), m_base.id); !now && (!there || *there)) {
        m_context.navigator.tellOnly(now.error().sentence); // what is typed here stays
        return;
    }
    if (!now) {
        // What is typed comes back with the record, as when its adding was undone and is done again.
        isDirty() && m_draftTimer ? writeDraft() : forgetDraft(m_base.id);
        clear();
        Q_EMIT gone();
        return;
    }
    m_base = std::move(*now);
    for (Row& row : m_rows) {
        if (!m_touched.contains(row.field))
            showRow(row);
    }
}

void RecordForm::showProblem(int field, const QString& sentence)
{
    Row* row = rowOf(field);
    setMasked(*row, false);
    setProblemText(row->problem, sentence);
    if (QWidget* focus = row->editor->focusProxy())
        focus->setAccessibleDescription(sentence);
}

bool RecordForm::showProblems(const RecordValues& values)
{
    Row* first = nullptr;
    QSet<int> shown;
    for (Row& row : m_rows) {
        setProblemText(row.problem, {});
        const QString problem = m_touched.contains(row.field) ? row.editor->problem() : QString();
        if (problem.isEmpty())
            continue;
        showProblem(row.field, problem);
        shown.insert(row.field);
        if (!first)
            first = &row;
    }
    const QDate today = m_context.store.environment().clock->today();
    for (const FieldProblem& problem : problemsOf(values, m_isNew ? nullptr : &m_base, today)) {
        if (shown.contains(problem.field))
            continue;
        Row* row = rowOf(problem.field);
        if (!row) {
            m_context.dialogs.showError(this, Error{problem.sentence, {}});
            return false;
        }
        showProblem(problem.field, problem.sentence);
        if (!first || row->field < first->field)
            first = row;
    }
    if (!first)
        return true;
    first->editor->setFocus(Qt::OtherFocusReason);
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(up)) {
            area->ensureWidgetVisible(first->editor);
            break;
        }
    }
    return false;
}

QString RecordForm::sentence(const RecordValues& values) const
{
    const QString kind = recordType(entity()).singularText();
    if (!m_subject.isEmpty())
        return m_isNew ? tr("Add %1 to %2").arg(kind, m_subject) : tr("Change %1 of %2").arg(kind, m_subject);
    const QString title = titleOf(values);
    if (m_isNew)
        return tr("Add %1 %2").arg(kind, title);
    if (recordType(entity()).isRestricted()) // a day says little
        return tr("Change %1 %2").arg(kind, title);
    return tr("Change %1").arg(title.isEmpty() ? kind : title);
}

bool RecordForm::save()
{
    if (!isDirty())
        return true;
    for (const Row& row : m_rows)
        row.editor->settle();
    RecordValues values = draft();
    if (!showProblems(values))
        return false;
    m_saving = true;
    const auto done = m_context.store.change(sentence(values), [&](ChangeWriter& writer) -> Result<> {
        if (m_isNew)
            return writer.insert(values);
        // Onto what is there now, so that only what was typed here is written.
        DTP_TRY(now, writer.store().get(entity(), values.id));
        for (const int field : m_touched)
            now.fields[field] = values.fields.at(field);
        values = now;
        return writer.update(now);
    });
    m_saving = false;
    if (!done) {
        m_context.dialogs.showError(this, done.error());
        return false;
    }
    m_context.navigator.passOver();
    const qint64 id = values.id;
    forgetDraft(m_base.id);
    const bool wasNew = std::exchange(m_isNew, false);
    m_touched.clear();
    m_base = values;
    for (Row& row : m_rows)
        showRow(row);
    if (wasNew) // what had to be typed uncovered is covered like that of others
        showRestricted(m_showsRestricted);
    updateDirty();
    tellWhatCounts(m_context, values);
    Q_EMIT saved(id);
    return true;
}

void RecordForm::revert()
{
    forgetDraft(m_base.id);
    if (m_isNew) {
        clear();
        Q_EMIT cancelled();
        return;
    }
    m_touched.clear();
    for (Row& row : m_rows)
        showRow(row);
    updateDirty();
}

// What is there already is not left by a key, but where it was opened to be changed among others.
void RecordForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !(m_isNew || !m_subject.isEmpty()))
        return QWidget::keyPressEvent(event);
    if (!m_touched.isEmpty() && !mayLoseTyped(m_context, this))
        return;
    revert();
    if (m_base.id != 0)
        Q_EMIT cancelled();
}

bool RecordForm::leave()
{
    if (!isDirty())
        return true;
    if (m_isNew && m_touched.isEmpty()) {
        revert();
        return true;
    }
    return save();
}

void RecordForm::setReadOnly(bool readOnly)
{
    for (const Row& row : m_rows)
        row.editor->setReadOnly(readOnly || m_context.store.isReadOnly());
}

void RecordForm::focusFirst()
{
    for (const Row& row : m_rows) {
        if (row.editor->isVisibleTo(this)) {
            row.editor->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace dtp
