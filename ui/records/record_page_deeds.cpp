// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the records of a page, and how they leave.
#include <ui/records/record_page.h>

#include <deeds/deed.h>
#include <ui/export/export_dialog.h>
#include <ui/records/deed_dialog.h>
#include <ui/records/record_view.h>
#include <ui/tables/cell_editor.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/theme.h>

#include <QAction>
#include <QHeaderView>
#include <QMenu>

namespace dtp
{

// What is to be told is asked; what is not is done at once, for it can be undone.
void RecordPage::perform(const Deed& deed, const std::vector<qint64>& ids)
{
    if (ids.empty() || m_spec.isReadOnly)
        return;
    performDeed(m_context, this, deed, m_spec.entity, ids);
}

// One is edited where it stands; of several the same field is set for all.
void RecordPage::editInList()
{
    if (m_spec.isReadOnly)
        return;
    const std::vector<qint64> ids = m_table->selectedIds();
    if (ids.size() > 1) {
        const int column = m_table->currentIndex().column();
        const QString key = column < 0 ? QString() : m_model->columns()[static_cast<size_t>(column)].key;
        return performDeed(m_context, this, *deedOf(QStringLiteral("set")), m_spec.entity, ids, key);
    }
    if (!m_cell)
        m_cell = new CellEditor(m_context, *m_table, [this] { return m_pane->leave(); });
    m_cell->beginCurrent();
}

std::vector<QAction*> RecordPage::deeds()
{
    if (m_spec.isReadOnly)
        return {};
    const std::vector<qint64> ids = m_table->selectedIds();
    if (m_deeds.empty()) {
        for (const Deed* deed : deedsFor(m_spec.entity)) {
            auto* action = new QAction(icon(deed->icon), {}, this);
            action->setObjectName(QString(QStringLiteral("deed-") + QLatin1String(deed->key)));
            action->setProperty(deedGroup, deed->groupText());
            connect(action, &QAction::triggered, this, [this, deed] { perform(*deed, m_table->selectedIds()); });
            m_deeds.push_back(action);
        }
    }
    const auto all = deedsFor(m_spec.entity);
    for (size_t i = 0; i < all.size(); ++i) {
        const QString reason = reasonAgainst(*all[i], m_context.store, {m_spec.entity, ids, {}, {}});
        const bool isAsked = all[i]->asksSomething();
        QString words = all[i]->titleFor(m_spec.entity, static_cast<int>(ids.size()));
        m_deeds[i]->setText(isAsked ? QString(words + QChar(0x2026)) : words);
        m_deeds[i]->setEnabled(reason.isEmpty());
        m_deeds[i]->setToolTip(reason);
    }
    return m_deeds;
}

void RecordPage::fillDeedMenu(QMenu& menu)
{
    menu.setToolTipsVisible(true); // why something cannot be done
    if (m_table->selectedIds().size() == 1) {
        menu.addAction(icon("window-new"), tr("Open in a window of its own"), this, &RecordPage::openWindow);
        if (!m_spec.isReadOnly) {
            QAction* edit = menu.addAction(icon("edit-rename"), tr("Edit in the list"), this, &RecordPage::editInList);
            edit->setShortcut(QKeySequence(Qt::Key_F2));
        }
        menu.addSeparator();
    }
    addDeedActions(menu, deeds());
}

void RecordPage::openWindow()
{
    if (m_pane->recordId())
        m_pane->openWindow();
    else
        m_context.navigator.tellOnly(tr("Choose one in the list first: it then opens in a window of its own."));
}

QStringList RecordPage::shownColumns() const
{
    QStringList keys;
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int column = m_table->horizontalHeader()->logicalIndex(visual);
        if (!m_table->isColumnHidden(column))
            keys.append(m_model->columns()[static_cast<size_t>(column)].key);
    }
    return keys;
}

// One dialog for all that leaves; the page says what it is about.
void RecordPage::exportList()
{
    if (!leave() || (showsRecord() && m_pane->exportRecord()))
        return;
    if (m_pane->isVisible() && m_pane->exportShown())
        return;
    ExportStart start{QLatin1String(recordType(m_spec.entity).table)};
    if (const auto chosen = m_table->selectedIds(); chosen.size() > 1)
        start.chosen = chosen;
    if (m_isUnderstood && m_source && (!searchText().isEmpty() || !m_filters->isEmpty())) {
        start.list = m_source;
        start.listWords = searchText();
        start.listQuery = queryAsked();
    }
    start.columns = shownColumns();
    ExportDialog dialog(m_context, std::move(start), this);
    dialog.exec();
}

} // namespace dtp
