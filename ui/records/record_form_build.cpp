// SPDX-License-Identifier: GPL-3.0-or-later
// How the form is made from the field table; what is done with it stands in record_form.cpp.
#include <ui/records/record_form.h>

#include <ui/discretion/plate.h>
#include <ui/widgets/field_editor.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int LabelWidth = 144;
} // namespace

std::vector<int> RecordForm::fieldsWithout(Entity entity, const QStringList& names)
{
    std::vector<int> shown;
    const auto& all = recordType(entity).fields;
    for (size_t i = 0; i < all.size(); ++i) {
        if (!all[i].isHidden && editorKind(all[i].kind).make && !names.contains(QLatin1String(all[i].name)))
            shown.push_back(static_cast<int>(i));
    }
    return shown;
}

void RecordForm::build(const std::vector<int>& fields)
{
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget* before, const QWidget* now) {
        for (const Row& row : m_rows) {
            if (before && now && row.editor->isAncestorOf(before) && !row.editor->isAncestorOf(now))
                return noteLeft(row.field);
        }
    });
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
            layout->addWidget(
                plainLabel(QCoreApplication::translate("Fields", group.constData()), this, TextSize::Heading));
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
    const bool saysItsLabel = editorKind(field.kind).saysItsLabel; // as a tick does
    row.label = mutedLabel(saysItsLabel       ? QString()
                           : field.isRequired ? QString(field.labelText() + QStringLiteral("\u00a0*"))
                                              : field.labelText(),
                           this);
    row.label->setWordWrap(true);
    row.label->setFixedWidth(LabelWidth);
    row.label->setBuddy(row.editor);
    if (field.isRequired) {
        row.label->setToolTip(tr("Required"));
        row.editor->tellName(tr("%1, required").arg(field.labelText()));
        row.editor->setAccessibleName(field.labelText()); // around it
    }
    row.editor->focusProxy()->setObjectName(QLatin1String(field.name));
    row.problem = inkLabel(Ink::Danger, {}, this, TextSize::Small);
    row.problem->setWordWrap(true);
    row.problem->hide();
    auto* cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(row.editor);
    row.cell = cell;
    cell->addWidget(row.problem);
    const int at = grid->rowCount();
    row.label->setContentsMargins(0, row.editor->isTall() ? 6 : 0, 0, 0);
    grid->addWidget(row.label, at, 0, row.editor->isTall() ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addLayout(cell, at, 1);
    connect(row.editor, &FieldEditor::edited, this, [this, fieldIndex] { noteEdited(fieldIndex); });
    connect(row.editor, &FieldEditor::refused, this, [this, fieldIndex] { noteLeft(fieldIndex); });
    m_rows.push_back(row);
}

Plate* RecordForm::makeMask(const Row& row)
{
    const Field& field = recordType(entity()).fields[static_cast<size_t>(row.field)];
    auto* show = new Plate(field.labelText(), this);
    row.cell->insertWidget(1, show, 0, Qt::AlignLeft);
    connect(show, &QPushButton::clicked, this, [this, index = row.field] {
        setMasked(*rowOf(index), false);
        rowOf(index)->editor->setFocus();
    });
    return show;
}

} // namespace dtp
