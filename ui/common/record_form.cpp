// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/common/record_form.h>

#include <ui/common/complete_record.h>
#include <ui/common/field_editor.h>
#include <ui/common/theme.h>

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int LabelWidth = 144;

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
    setEnabled(false);
}

RecordForm::~RecordForm() = default;

std::vector<int> RecordForm::fieldsWithout(Entity entity, const QStringList& names)
{
    std::vector<int> shown;
    const auto& all = recordType(entity).fields;
    for (size_t i = 0; i < all.size(); ++i) {
        if (!all[i].isHidden && all[i].kind != FieldKind::Blob && !names.contains(QLatin1String(all[i].name)))
            shown.push_back(static_cast<int>(i));
    }
    return shown;
}

void RecordForm::build(const std::vector<int>& fields)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space);
    m_readOnly = mutedLabel(m_context.store.readOnlyReason(), this, TextSize::Small);
    m_readOnly->setWordWrap(true);
    m_readOnly->setVisible(m_context.store.isReadOnly());
    layout->addWidget(m_readOnly);
    // Fields of one group stand together even where the table has them apart.
    std::vector<QByteArray> groups;
    for (const int field : fields) {
        const QByteArray group(recordType(entity()).fields[static_cast<size_t>(field)].group);
        if (std::find(groups.begin(), groups.end(), group) == groups.end())
            groups.push_back(group);
    }
    for (const QByteArray& group : groups) {
        if (groups.size() > 1 && !group.isEmpty()) {
            if (group != groups.front())
                layout->addSpacing(Space);
            layout->addWidget(plainLabel(QCoreApplication::translate("Fields", group.constData()), this, TextSize::Heading));
        }
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(Space);
        grid->setVerticalSpacing(Space);
        grid->setColumnMinimumWidth(0, LabelWidth);
        grid->setColumnStretch(1, 1);
        for (const int field : fields) {
            if (group == QByteArray(recordType(entity()).fields[static_cast<size_t>(field)].group))
                addRow(grid, field);
        }
        layout->addLayout(grid);
    }
}

void RecordForm::addRow(QGridLayout* grid, int fieldIndex)
{
    const Field& field = recordType(entity()).fields[static_cast<size_t>(fieldIndex)];
    Row row;
    row.field = fieldIndex;
    row.editor = makeFieldEditor(field, m_context, this);
    row.editor->setReadOnly(m_context.store.isReadOnly());
    const bool isFlag = field.kind == FieldKind::Flag; // a tick says its own name
    row.label = mutedLabel(isFlag ? QString() : field.isRequired ? QString(field.labelText() + QStringLiteral("\u00a0*")) : field.labelText(), this);
    row.label->setWordWrap(true);
    row.label->setFixedWidth(LabelWidth);
    row.label->setBuddy(row.editor);
    if (field.isRequired)
        row.label->setToolTip(tr("Required"));
    row.editor->setAccessibleName(field.labelText());
    if (QWidget* focus = row.editor->focusProxy()) {
        focus->setAccessibleName(field.isRequired ? tr("%1, required").arg(field.labelText()) : field.labelText());
        focus->setObjectName(QLatin1String(field.name));
    }
    row.problem = inkLabel(Ink::Danger, {}, this, TextSize::Small);
    row.problem->setWordWrap(true);
    row.problem->hide();
    auto* cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(row.editor);
    if (field.sensitivity == Sensitivity::Restricted) {
        auto* show = new QPushButton(icon("password-show-on"), tr("Hidden. Show"), this);
        show->setAccessibleName(tr("Show %1").arg(field.labelText()));
        show->setToolTip(tr("Restricted: shown only while you need it, and never leaves the secretariat."));
        makeQuiet(show);
        cell->addWidget(show, 0, Qt::AlignLeft);
        row.mask = show;
        connect(show, &QPushButton::clicked, this, [this, fieldIndex] {
            setMasked(*rowOf(fieldIndex), false);
            rowOf(fieldIndex)->editor->setFocus();
        });
    }
    cell->addWidget(row.problem);
    const int at = grid->rowCount();
    row.label->setContentsMargins(0, row.editor->isTall() ? 6 : 0, 0, 0);
    grid->addWidget(row.label, at, 0, row.editor->isTall() ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addLayout(cell, at, 1);
    connect(row.editor, &FieldEditor::edited, this, [this, fieldIndex] { noteEdited(fieldIndex); });
    m_rows.push_back(row);
}

RecordForm::Row* RecordForm::rowOf(int field)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [field](const Row& row) { return row.field == field; });
    return found == m_rows.end() ? nullptr : &*found;
}

void RecordForm::setMasked(Row& row, bool masked)
{
    if (!row.mask)
        return;
    row.mask->setVisible(masked);
    row.editor->setVisible(!masked);
}

void RecordForm::showRow(Row& row)
{
    const QVariant value = m_base.fields.at(row.field);
    row.editor->setValue(value);
    setProblemText(row.problem, {});
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
        // An empty field hides nothing.
        if (other) {
            const QVariant value = m_base.fields.at(row.field);
            setMasked(row, !value.toString().isEmpty());
        }
    }
    restoreDraft();
    updateDirty();
    return {};
}

void RecordForm::startNew(const Values& initial)
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
    m_base = Values(entity());
    m_touched.clear();
    m_fixed.clear();
    m_isNew = false;
    setEnabled(false);
    for (Row& row : m_rows)
        showRow(row);
    updateDirty();
}

Values RecordForm::draft() const
{
    Values values = m_base;
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
    if (!now) {
        forgetDraft(m_base.id);
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

bool RecordForm::showProblems(const Values& values)
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
    for (const FieldProblem& problem : validate(values)) {
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

QString RecordForm::sentence(const Values& values) const
{
    const QString kind = recordType(entity()).singularText();
    if (!m_subject.isEmpty())
        return m_isNew ? tr("Add %1 to %2").arg(kind, m_subject) : tr("Change %1 of %2").arg(kind, m_subject);
    const QString title = titleOf(values);
    return m_isNew ? tr("Add %1 %2").arg(kind, title) : tr("Change %1").arg(title.isEmpty() ? kind : title);
}

bool RecordForm::save()
{
    if (!isDirty())
        return true;
    Values values = draft();
    if (!showProblems(values))
        return false;
    m_saving = true;
    const auto done = m_context.store.change(sentence(values), [&](Writer& writer) -> Result<> {
        if (m_isNew) {
            completeRecord(writer.store(), values);
            return writer.insert(values);
        }
        // Onto what is there now, so that only what was typed here is written.
        DTP_TRY(now, writer.store().get(entity(), values.id));
        for (const int field : m_touched)
            now.fields[field] = values.fields.at(field);
        completeRecord(writer.store(), now);
        values = now;
        return writer.update(now);
    });
    m_saving = false;
    if (!done) {
        m_context.dialogs.showError(this, done.error());
        return false;
    }
    const qint64 id = values.id;
    forgetDraft(m_base.id);
    m_isNew = false;
    m_touched.clear();
    m_base = values;
    for (Row& row : m_rows)
        showRow(row);
    updateDirty();
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
