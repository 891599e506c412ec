// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/merging/merge_model.h>

#include <records/kinds.h>
#include <records/masking.h>
#include <ui/models/discretion.h>

#include <QFont>
#include <algorithm>

namespace dtp
{

MergeModel::MergeModel(const Store& store, MergePlan plan, QObject* parent)
    : QAbstractTableModel(parent), m_store(store), m_plan(std::move(plan))
{
    whenSwitched(store, this, [this] { changeAll(); });
}

void MergeModel::changeAll()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

const MergedField& MergeModel::fieldOf(const QModelIndex& index) const
{
    return m_plan.fields[static_cast<size_t>(index.row())];
}

bool MergeModel::take(const QModelIndex& index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || fieldOf(index).isFixed || !fieldOf(index).differs())
        return false;
    MergedField& field = m_plan.fields[static_cast<size_t>(index.row())];
    field.value = index.column() == becomes() ? field.proposed : field.values[static_cast<size_t>(index.column())];
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(becomes()));
    Q_EMIT taken();
    return true;
}

bool MergeModel::isAsProposed() const
{
    return std::all_of(m_plan.fields.begin(), m_plan.fields.end(),
                       [](const MergedField& field) { return field.value == field.proposed; });
}

void MergeModel::uncover(bool isUncovered)
{
    m_isUncovered = isUncovered;
    changeAll();
}

bool MergeModel::coversSomething() const
{
    return std::any_of(m_plan.fields.begin(), m_plan.fields.end(), [](const MergedField& field) {
        return isMaskedOnScreen(recordType(Entity::Person), field.ofTable());
    });
}

bool MergeModel::isCovered(const MergedField& field) const
{
    return isMaskedOnScreen(recordType(Entity::Person), field.ofTable()) && (!m_isUncovered || isDiscreet(m_store));
}

bool MergeModel::namesAreCovered() const
{
    return std::any_of(m_plan.people.begin(), m_plan.people.end(),
                       [this](qint64 person) { return dtp::isCovered(m_store, person); });
}

int MergeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.fields.size());
}

int MergeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.people.size()) + 1;
}

QString MergeModel::textOf(const MergedField& field, int column) const
{
    const auto from = column == becomes() ? std::find(field.values.begin(), field.values.end(), field.value)
                                          : field.values.begin() + column;
    if (from == field.values.end()) // what several say, together
        return isCovered(field) || isDiscreet(m_store) ? hiddenText()
                                                       : m_store.displayText(field.ofTable(), field.value);
    if (isCovered(field) || (namesAreCovered() && traitsOf(field.ofTable()).isFreeText()))
        return from->toString().isEmpty() ? QString() : hiddenText();
    return m_store.displayText(field.ofTable(), *from);
}

bool MergeModel::isTaken(const QModelIndex& index) const
{
    const MergedField& field = fieldOf(index);
    return index.column() != becomes() && field.differs() && !isCovered(field) &&
           field.values[static_cast<size_t>(index.column())] == field.value;
}

QVariant MergeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MergedField& field = fieldOf(index);
    const QString text = textOf(field, index.column()).simplified();
    switch (role) {
    case Qt::DisplayRole: // a sign, so that what is taken is not told by its weight alone
        return isTaken(index) ? QString(QStringLiteral("✓ ") + text) : text;
    case Qt::ToolTipRole:
        return (index.column() == becomes() && !field.reason.isEmpty() && field.value == field.proposed
                    ? tr("%1 (%2)", "a value, and why it was proposed")
                          .arg(textOf(field, index.column()), field.reason)
                    : textOf(field, index.column()))
            .toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QString(field.ofTable().labelText() + QStringLiteral(": ") +
                       (isTaken(index) ? tr("%1, taken").arg(text) : text));
    case Qt::FontRole: {
        QFont font;
        font.setBold(isTaken(index) || (index.column() == becomes() && field.differs()));
        return font;
    }
    default:
        return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? m_plan.fields[static_cast<size_t>(section)].ofTable().labelText() : QVariant();
    if (section == becomes())
        return tr("Becomes");
    if (section < 0 || section > becomes())
        return {};
    // One whose name is seen would tell who the other is.
    const qint64 person = m_plan.people[static_cast<size_t>(section)];
    const bool isHidden = namesAreCovered() && !dtp::isCovered(m_store, person);
    const QString name = isHidden ? hiddenText() : seenTitle(m_store, Entity::Person, person);
    return section == 0 ? tr("%1 (stays)", "a person").arg(name) : name;
}

} // namespace dtp
