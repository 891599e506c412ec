// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/record_list_model.h>

#include <records/kinds.h>
#include <records/masking.h>
#include <ui/models/background_store.h>
#include <ui/models/discretion.h>
#include <ui/models/person_drag.h>

#include <QLocale>
#include <QSet>
#include <algorithm>
#include <set>
#include <utility>

namespace dtp
{

ListColumn fieldColumn(Entity entity, int field)
{
    const Field& f = recordType(entity).fields[static_cast<size_t>(field)];
    ListColumn column;
    column.key = QLatin1String(f.name);
    column.title = f.labelText();
    column.fields = {field};
    column.isNumber = traitsOf(f).isNumber;
    return column;
}

std::vector<ListColumn> listedColumns(Entity entity, const QStringList& without)
{
    std::vector<ListColumn> columns;
    const auto& fields = recordType(entity).fields;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].isListed && !without.contains(QLatin1String(fields[i].name)))
            columns.push_back(fieldColumn(entity, static_cast<int>(i)));
    }
    return columns;
}

namespace
{
Result<std::vector<RecordGroup>> readGroups(const Store& store, const GroupReader& reader,
                                            const std::vector<qint64>& ids)
{
    return reader ? reader(store, ids) : std::vector<RecordGroup>();
}
} // namespace

RecordListModel::RecordListModel(Store& store, Entity entity, QObject* parent)
    : QAbstractTableModel(parent), m_store(store), m_entity(entity)
{
    connect(&store.notifier(), &Notifier::changed, this, &RecordListModel::noteChange);
    whenSwitched(store, this, [this] { showAnew(); });
}

RecordListModel::~RecordListModel() = default;

void RecordListModel::setColumns(std::vector<ListColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_isRead.assign(m_columns.size(), true);
    noteFields();
    m_chunks.clear();
    m_recent.clear();
    endResetModel();
}

void RecordListModel::noteFields()
{
    QSet<int> fields;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        for (const int field : m_isRead[i] ? m_columns[i].fields : std::vector<int>())
            fields.insert(field);
    }
    for (const int field : peopleFields(m_entity)) // whom a row is about, for discreet mode
        fields.insert(field);
    m_fields.assign(fields.begin(), fields.end());
}

void RecordListModel::setRead(const std::vector<bool>& isRead)
{
    if (isRead == m_isRead || isRead.size() != m_columns.size())
        return;
    m_isRead = isRead;
    noteFields();
    showAnew();
}

void RecordListModel::setOrders(std::vector<RecordOrder> orders)
{
    m_orders = std::move(orders);
    if (!m_columns.empty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RecordListModel::setGrouping(GroupReader reader)
{
    m_groupReader = std::move(reader);
}

void RecordListModel::setFolded(int group, bool folded)
{
    if (group < 0 || group >= m_rows.count() || m_rows.isFolded(group) == folded)
        return;
    const int heading = m_rows.rowOfHeading(group);
    const int first = heading + 1;
    const int last = heading + static_cast<int>(m_rows.at(group).count);
    if (folded)
        beginRemoveRows({}, first, last);
    else
        beginInsertRows({}, first, last);
    m_rows.setFolded(group, folded);
    if (folded)
        endRemoveRows();
    else
        endInsertRows();
    Q_EMIT dataChanged(index(heading, 0), index(heading, columnCount() - 1));
}

void RecordListModel::setAllFolded(bool folded)
{
    if (!m_rows.isGrouped())
        return;
    Q_EMIT aboutToTake();
    GroupedRows rows = m_rows;
    rows.setAllFolded(folded);
    replaceRows(m_ids, std::move(rows));
    Q_EMIT taken();
}

// All rows at once: of groups more has changed than a part.
void RecordListModel::replaceRows(std::vector<qint64> ids, GroupedRows rows)
{
    if (rowCount() > 0) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_ids.clear();
        m_rows = {};
        forgetRows();
        endRemoveRows();
    }
    const int count = rows.rowCount(static_cast<int>(ids.size()));
    if (count > 0)
        beginInsertRows({}, 0, count - 1);
    m_ids = std::move(ids);
    m_rows = std::move(rows);
    forgetRows();
    if (count > 0)
        endInsertRows();
}

void RecordListModel::setSource(IdSource source)
{
    m_source = std::move(source);
    reload();
}

void RecordListModel::reload()
{
    if (!m_source)
        return;
    auto first = m_source(m_store, FirstRows);
    if (!first) {
        Q_EMIT failed(first.error());
        return;
    }
    m_complete = static_cast<qint64>(first->size()) < FirstRows;
    auto groups = readGroups(m_store, m_groupReader, *first);
    if (!groups) {
        Q_EMIT failed(groups.error());
        return;
    }
    if (m_complete) {
        m_again = false;
        take(std::move(*first), std::move(*groups));
        Q_EMIT loaded();
        return;
    }
    // The first rows at once, unless the list shown begins with them anyway: then it stays until all is read.
    const bool same = m_ids.size() >= first->size() && std::equal(first->begin(), first->end(), m_ids.begin());
    const bool sameGroups =
        groups->empty() != m_rows.isGrouped() && (groups->empty() || groups->front().title == m_rows.at(0).title);
    if (!same || !sameGroups)
        take(std::move(*first), std::move(*groups));
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    if (!m_background)
        m_background = std::make_unique<BackgroundStore>(m_store);
    m_background->run<Read>(
        [source = m_source, reader = m_groupReader](Store& store) -> Result<Read> {
            DTP_TRY(ids, source(store, -1));
            DTP_TRY(inGroups, readGroups(store, reader, ids));
            return Read{std::move(ids), std::move(inGroups)};
        },
        [this](Result<Read> all) {
            m_running = false;
            if (m_again) {
                m_again = false;
                reload();
            } else if (m_complete) {
                return; // a shorter list has taken its place meanwhile
            } else if (!all) {
                Q_EMIT failed(all.error());
            } else {
                m_complete = true;
                take(std::move(all->ids), std::move(all->groups));
                Q_EMIT loaded();
            }
        });
}

void RecordListModel::take(std::vector<qint64> ids, std::vector<RecordGroup> groups)
{
    Q_EMIT aboutToTake();
    forgetRows();
    if (m_rows.isGrouped() || !groups.empty()) {
        GroupedRows rows = m_rows;
        rows.setGroups(std::move(groups));
        replaceRows(std::move(ids), std::move(rows));
        Q_EMIT taken();
        return;
    }
    // Only the part that differs is replaced, so that selection and scroll place stay.
    const auto shorter = std::min(m_ids.size(), ids.size());
    size_t head = 0;
    while (head < shorter && m_ids[head] == ids[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && m_ids[m_ids.size() - 1 - tail] == ids[ids.size() - 1 - tail])
        ++tail;
    const size_t gone = m_ids.size() - head - tail;
    const size_t come = ids.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone) - 1);
        m_ids.erase(m_ids.begin() + static_cast<std::ptrdiff_t>(head),
                    m_ids.begin() + static_cast<std::ptrdiff_t>(head + gone));
        forgetRows(); // who listens may have read rows again meanwhile
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + come) - 1);
        m_ids = std::move(ids);
        forgetRows();
        endInsertRows();
    }
    if (!m_ids.empty() && !m_columns.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT taken();
}

void RecordListModel::noteChange(const Touched& touched)
{
    if (touched.has(m_entity)) {
        reload();
        return;
    }
    showAnew(); // what a column looks up or a reference is called may have changed
}

void RecordListModel::showAnew()
{
    forgetRows();
    if (!m_ids.empty() && !m_columns.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordListModel::setCoversRestricted(bool covers)
{
    m_coversRestricted = covers;
    showAnew();
}

void RecordListModel::forgetRows()
{
    m_chunks.clear();
    m_recent.clear();
}

qint64 RecordListModel::idAt(int row) const
{
    const int record = row >= 0 && row < rowCount() ? m_rows.recordAt(row) : -1;
    return record < 0 ? 0 : m_ids[static_cast<size_t>(record)];
}

int RecordListModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : m_rows.rowOf(static_cast<int>(found - m_ids.begin()));
}

Result<RecordValues> RecordListModel::valuesAt(int row) const
{
    return m_store.get(m_entity, idAt(row));
}

int RecordListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows.rowCount(static_cast<int>(m_ids.size()));
}

int RecordListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (m_rows.headingAt(index.row()) >= 0)
        return role == Qt::AccessibleTextRole ? QVariant(headingText(m_rows.headingAt(index.row()))) : QVariant();
    if (role == Qt::TextAlignmentRole && m_columns[static_cast<size_t>(index.column())].isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isSecond = role == SecondLineRole;
    if (role == Qt::ToolTipRole && !isDiscreet(m_store))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole && !isSecond)
        return {};
    const int record = m_rows.recordAt(index.row());
    const Chunk* rows = chunk(record / ChunkRows);
    const auto row = static_cast<size_t>(record % ChunkRows);
    const auto& texts = isSecond ? rows->seconds : rows->cells;
    if (row >= texts.size())
        return {};
    const bool isCovered = !rows->isCovered.empty() && rows->isCovered[row][static_cast<size_t>(index.column())];
    if (role == Qt::ToolTipRole)
        return isCovered ? QVariant(hiddenHint()) : QVariant();
    if (role == Qt::AccessibleTextRole && isCovered)
        return tr("%1 (%2)", "what is shown in place of a name, and why")
            .arg(texts[row][static_cast<size_t>(index.column())], hiddenHint());
    return texts[row][static_cast<size_t>(index.column())];
}

Qt::ItemFlags RecordListModel::flags(const QModelIndex& index) const
{
    if (index.isValid() && m_rows.headingAt(index.row()) >= 0)
        return Qt::ItemIsEnabled;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_entity == Entity::Person && index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList RecordListModel::mimeTypes() const
{
    return m_entity == Entity::Person ? QStringList(QLatin1String(PersonIdsMime)) : QStringList();
}

QMimeData* RecordListModel::mimeData(const QModelIndexList& indexes) const
{
    if (m_entity != Entity::Person)
        return nullptr;
    std::set<int> rows;
    for (const QModelIndex& index : indexes)
        rows.insert(index.row());
    std::vector<qint64> people;
    for (const int row : rows) {
        if (const qint64 id = idAt(row))
            people.push_back(id);
    }
    return mimeDataOf(people);
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ListColumn& column = m_columns[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return headText(column);
    if (role == Qt::AccessibleTextRole)
        return spokenHead(column);
    if (role == Qt::TextAlignmentRole)
        return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) | int(Qt::TextWordWrap);
    return {};
}

} // namespace dtp
