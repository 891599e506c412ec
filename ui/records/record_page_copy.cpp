// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that go to other programs over the clipboard: entered in the ledger like all that leaves.
#include <ui/records/record_page.h>

#include <ui/lists/copied_rows.h>
#include <ui/tables/record_table.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace dtp
{

void RecordPage::copyRows()
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int column = m_table->horizontalHeader()->logicalIndex(visual);
        if (!m_table->isColumnHidden(column))
            columns.push_back(column);
    }
    const std::vector<int> rows = m_table->selectedRows();
    if (rows.empty() || columns.empty())
        return;
    const auto copied = copiedRows(m_context.store, *m_model, rows, columns);
    if (!copied)
        return m_context.dialogs.showError(this, copied.error());
    const RecordType& type = recordType(m_spec.entity);
    const QString what = tr("%L1 %2 copied", "number, type of record")
                             .arg(copied->rows)
                             .arg(copied->rows == 1 ? type.singularText() : type.pluralText());
    const auto released =
        releaseByHand(m_context.store, what, tr("clipboard"), copied->summary, [&]() -> Result<bool> {
            QGuiApplication::clipboard()->setText(copied->text);
            return true;
        });
    if (!released)
        return m_context.dialogs.showError(this, released.error());
    if (copied->isMasked)
        m_context.navigator.tellOnly(
            tr("%1. What is restricted, and all of those who need care, is “[withheld]” in it; "
               "“Export or print…” asks for whom it is.")
                .arg(what));
}

} // namespace dtp
