// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/change_list_model.h>

#include <ui/models/discretion.h>
#include <ui/models/theme_colours.h>

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace dtp
{

ChangeListModel::ChangeListModel(const Store& store, QObject* parent) : QAbstractTableModel(parent), m_store(store)
{
    whenSwitched(store, this, [this] {
        if (!m_changes.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    reload();
}

void ChangeListModel::reload()
{
    beginResetModel();
    m_changes = read(0);
    m_isComplete = static_cast<qint64>(m_changes.size()) < Page;
    endResetModel();
}

std::vector<ChangeSummary> ChangeListModel::read(qint64 offset)
{
    auto changes = m_store.history(Page, offset);
    m_problem = changes ? QString() : changes.error().sentence;
    Q_EMIT problemChanged();
    return changes ? std::move(*changes) : std::vector<ChangeSummary>();
}

bool ChangeListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isComplete;
}

void ChangeListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    auto more = read(static_cast<qint64>(m_changes.size()));
    m_isComplete = static_cast<qint64>(more.size()) < Page;
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(more.size()) - 1);
    m_changes.insert(m_changes.end(), more.begin(), more.end());
    endInsertRows();
}

const ChangeSummary* ChangeListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_changes[static_cast<size_t>(row)] : nullptr;
}

int ChangeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangeListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 4;
}

QVariant ChangeListModel::data(const QModelIndex& index, int role) const
{
    const ChangeSummary* change = index.isValid() ? at(index.row()) : nullptr;
    if (!change)
        return {};
    const bool isDone = change->state == ChangeSummary::State::Done;
    if (role == Qt::ForegroundRole && !isDone)
        return themeColours().muted;
    if (role == Qt::TextAlignmentRole && index.column() == 2)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString sentence = seen(m_store, change->sentence);
    switch (index.column()) {
    case 0:
        return change->state == ChangeSummary::State::Undone ? tr("%1 (undone)").arg(sentence)
               : change->state == ChangeSummary::State::Dropped
                   ? tr("%1 (undone, then something else was done)").arg(sentence)
                   : sentence;
    case 1:
        return QLocale().toString(change->at.toLocalTime(), QStringLiteral("d MMMM yyyy, HH:mm"));
    case 2:
        return QLocale().toString(change->records);
    default:
        return change->author;
    }
}

QVariant ChangeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 2 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("What was done"), tr("When"), tr("Records"), tr("By")};
    return titles[section];
}

} // namespace dtp
