// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_columns.h>

#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace dtp
{

ExportColumns::ExportColumns(QWidget* parent) : QWidget(parent)
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Space);
    auto* head = new QHBoxLayout;
    auto* label = plainLabel(tr("&Columns"), this);
    head->addWidget(label, 1);
    for (const auto& [words, ticked] : {std::pair(tr("All"), true), std::pair(tr("None"), false)}) {
        auto* button = new QPushButton(words, this);
        button->setAutoDefault(false);
        makeQuiet(button);
        head->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, on = ticked] { setAll(on); });
    }
    all->addLayout(head);
    m_list = new QListWidget(this); // after what Tab comes to before it
    label->setBuddy(m_list);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setToolTip(tr("Drag a column to change the order."));
    m_list->setMinimumWidth(220);
    all->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT changed();
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ExportColumns::changed);
}

void ExportColumns::setColumns(const std::vector<TableColumn>& columns, const QStringList& first)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_list->clear();
    m_all.clear();
    for (const TableColumn& column : columns)
        m_all.append(column.key);
    const bool areThere =
        std::all_of(first.begin(), first.end(), [this](const QString& key) { return m_all.contains(key); });
    const QStringList ticked = areThere ? first : QStringList();
    QStringList order = ticked;
    for (const QString& key : std::as_const(m_all)) {
        if (!order.contains(key))
            order.append(key);
    }
    for (const QString& key : std::as_const(order)) {
        auto* item = new QListWidgetItem(columns[static_cast<size_t>(m_all.indexOf(key))].title, m_list);
        item->setData(Qt::UserRole, key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(ticked.isEmpty() || ticked.contains(key) ? Qt::Checked : Qt::Unchecked);
    }
}

QStringList ExportColumns::keys() const
{
    QStringList all;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            all.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    return all == m_all ? QStringList() : all;
}

bool ExportColumns::isNoneChosen() const
{
    return !m_all.isEmpty() && keys().isEmpty() && m_list->item(0)->checkState() != Qt::Checked;
}

void ExportColumns::setAll(bool ticked)
{
    {
        const QScopedValueRollback filling(m_isFilling, true);
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    Q_EMIT changed();
}

void ExportColumns::setTicked(const QString& key, bool ticked)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == key)
            m_list->item(row)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
}

void ExportColumns::tickAlone(const QStringList& keys)
{
    if (keys.isEmpty()) {
        setAll(true);
        return;
    }
    {
        const QScopedValueRollback filling(m_isFilling, true);
        int place = 0;
        for (const QString& key : keys) {
            for (int row = place; row < m_list->count(); ++row) {
                if (m_list->item(row)->data(Qt::UserRole).toString() == key)
                    m_list->insertItem(place++, m_list->takeItem(row));
            }
        }
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setCheckState(row < place ? Qt::Checked : Qt::Unchecked);
    }
    Q_EMIT changed();
}

} // namespace dtp
