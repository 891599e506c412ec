// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/form_rows.h>

#include <QFormLayout>

namespace dtp
{

// What is put in anew has no place to be remembered.
void setRowShown(QFormLayout& form, QWidget* field, bool shown)
{
    if (form.isRowVisible(field) == shown)
        return;
    int row = 0;
    QFormLayout::ItemRole role{};
    form.getWidgetPosition(field, &row, &role);
    const QFormLayout::TakeRowResult taken = form.takeRow(row);
    QWidget* const label = taken.labelItem ? taken.labelItem->widget() : nullptr; // of an empty text there is none
    delete taken.labelItem;
    delete taken.fieldItem;
    form.insertRow(row, label, field);
    form.setRowVisible(row, shown);
    if (label)
        label->setVisible(shown);
    field->setVisible(shown);
}

} // namespace dtp
