// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/record_list_model.h>

#include <records/kinds.h>
#include <records/masking.h>
#include <ui/models/background_store.h>
#include <ui/models/discretion.h>
#include <ui/models/person_drag.h>

#include <QSet>
#include <algorithm>
#include <set>

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
    QSet<int> fields;
    for (const ListColumn& column : m_columns) {
        for (const int field : column.fields)
            fields.insert(field);
    }
    for (const int field : peopleFields(m_entity)) // whom a row is about, for discreet mode
        fields.insert(field);
    m_fields.assign(fields.begin(), fields.end());
    m_chunks.clear();
    m_recent.clear();
    endResetModel();
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
    if (m_complete) {
        m_again = false;
        take(std::move(*first));
        Q_EMIT loaded();
        return;
    }
    // The first rows at once, unless the list shown begins with them anyway: then it stays until all is read.
    const bool same = m_ids.size() >= first->size() && std::equal(first->begin(), first->end(), m_ids.begin());
    if (!same)
        take(std::move(*first));
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    if (!m_background)
        m_background = std::make_unique<BackgroundStore>(m_store);
    m_background->run<std::vector<qint64>>([source = m_source](Store& store) { return source(store, -1); },
                                           [this](Result<std::vector<qint64>> all) {
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
                                                   take(std::move(*all));
                                                   Q_EMIT loaded();
                                               }
                                           });
}

void RecordListModel::take(std::vector<qint64> ids)
{
    Q_EMIT aboutToTake();
    forgetRows();
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
    return row >= 0 && row < rowCount() ? m_ids[static_cast<size_t>(row)] : 0;
}

int RecordListModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

Result<RecordValues> RecordListModel::valuesAt(int row) const
{
    return m_store.get(m_entity, idAt(row));
}

int RecordListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
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
    if (role == Qt::TextAlignmentRole && m_columns[static_cast<size_t>(index.column())].isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isSecond = role == SecondLineRole;
    if (role == Qt::ToolTipRole && !isDiscreet(m_store))
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole && !isSecond)
        return {};
    const Chunk* rows = chunk(index.row() / ChunkRows);
    const auto row = static_cast<size_t>(index.row() % ChunkRows);
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
    for (const int row : rows)
        people.push_back(idAt(row));
    return mimeDataOf(people);
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ListColumn& column = m_columns[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) | int(Qt::TextWordWrap);
    return {};
}

const RecordListModel::Chunk* RecordListModel::chunk(int number) const
{
    const auto found = m_chunks.constFind(number);
    if (found != m_chunks.constEnd()) {
        if (m_recent.front() != number) {
            m_recent.remove(number);
            m_recent.push_front(number);
        }
        return &*found;
    }
    if (m_recent.size() >= KeptChunks) {
        m_chunks.remove(m_recent.back());
        m_recent.pop_back();
    }
    m_recent.push_front(number);
    return &*m_chunks.insert(number, read(number));
}

// Cells are asked for while the view paints: what is said of them comes after.
void RecordListModel::failLater(const Error& error) const
{
    auto* self = const_cast<RecordListModel*>(this);
    QMetaObject::invokeMethod(
        self, [self, error] { Q_EMIT self->failed(error); }, Qt::QueuedConnection);
}

RecordListModel::Chunk RecordListModel::read(int number) const
{
    const auto from = static_cast<std::ptrdiff_t>(number) * ChunkRows;
    const auto to = std::min<std::ptrdiff_t>(from + ChunkRows, static_cast<std::ptrdiff_t>(m_ids.size()));
    const std::vector<qint64> keys(m_ids.begin() + from, m_ids.begin() + to);
    Chunk chunk;
    chunk.cells.assign(keys.size(), std::vector<QString>(m_columns.size()));
    if (std::any_of(m_columns.begin(), m_columns.end(), [](const ListColumn& column) { return bool(column.second); }))
        chunk.seconds = chunk.cells;
    const auto rows = m_store.rows(m_entity, keys, m_fields);
    if (!rows) {
        failLater(rows.error());
        return chunk;
    }
    QHash<qint64, size_t> place;
    for (size_t i = 0; i < keys.size(); ++i)
        place.insert(keys[i], i);
    for (size_t c = 0; c < m_columns.size(); ++c) {
        const ListColumn& column = m_columns[c];
        if (column.lookUp) {
            const auto texts = column.lookUp(m_store, keys);
            if (!texts) {
                failLater(texts.error());
                continue;
            }
            for (auto it = texts->cbegin(); it != texts->cend(); ++it) {
                if (const auto at = place.constFind(it.key()); at != place.constEnd())
                    chunk.cells[*at][c] = it.value();
            }
            continue;
        }
        for (const RecordValues& values : *rows) {
            const auto at = place.constFind(values.id);
            if (at == place.constEnd())
                continue;
            chunk.cells[*at][c] = cell(column, values);
            if (column.second)
                chunk.seconds[*at][c] = column.second(m_store, values).simplified();
        }
    }
    if (m_coversRestricted || isDiscreet(m_store))
        coverCells(chunk, *rows, place);
    return chunk;
}

namespace
{
const Field* leadingField(Entity entity, const ListColumn& column)
{
    return column.fields.empty() ? nullptr : &recordType(entity).fields[static_cast<size_t>(column.fields.front())];
}

// Whether whom the row is about decides, and no text is looked through: another may have a name of the same words.
bool isDecidedByRow(const Store& store, const ListColumn& column, const RecordValues& values, const QString& own)
{
    const Field* leading = column.lookUp ? nullptr : leadingField(values.entity, column);
    const QVariant said = leading ? values.fields.at(column.fields.front()) : QVariant();
    if (leading && leading->reference == Entity::Person)
        return !isCovered(store, said.toLongLong()) && own == store.displayText(*leading, said);
    return leading && values.entity == Entity::Person && !traitsOf(*leading).isReference();
}
} // namespace

QString RecordListModel::cell(const ListColumn& column, const RecordValues& values) const
{
    QString text;
    if (column.text)
        text = column.text(m_store, values);
    else if (const Field* leading = leadingField(m_entity, column))
        text = m_store.displayText(*leading, values.fields.at(column.fields.front()));
    return text.contains(QLatin1Char('\n')) ? text.simplified() : text;
}

bool RecordListModel::isRestricted(const ListColumn& column) const
{
    const Field* leading = leadingField(m_entity, column);
    return leading && isMaskedOnScreen(recordType(m_entity), *leading);
}

// After all is read: what must not be seen is replaced, in discreet mode in every cell.
void RecordListModel::coverCells(Chunk& chunk, const std::vector<RecordValues>& rows,
                                 const QHash<qint64, size_t>& place) const
{
    const bool isOn = isDiscreet(m_store);
    chunk.isCovered.assign(chunk.cells.size(), std::vector<bool>(m_columns.size()));
    for (const RecordValues& values : rows) {
        const auto at = place.constFind(values.id);
        if (at == place.constEnd())
            continue;
        const bool isAbout = isAboutCovered(m_store, values);
        const RecordValues shown = isOn ? seen(m_store, values) : values;
        for (size_t c = 0; c < m_columns.size(); ++c) {
            const ListColumn& column = m_columns[c];
            QString& text = chunk.cells[*at][c];
            const QString before = text;
            const Field* leading = leadingField(m_entity, column);
            const bool isWhere = leading && leading->reference == Entity::Organisation;
            const QString own = !isOn || column.lookUp ? before : cell(column, shown);
            if (isRestricted(column) || (isAbout && (column.lookUp ? !column.tellsNobody : isWhere)))
                text = before.isEmpty() ? before : hiddenText();
            else if (isOn)
                text = isDecidedByRow(m_store, column, values, own) ? own : seen(m_store, own);
            if (isOn && column.second)
                chunk.seconds[*at][c] = seen(m_store, column.second(m_store, shown).simplified());
            chunk.isCovered[*at][c] = isOn && text != before;
        }
    }
}

} // namespace dtp
