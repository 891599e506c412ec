// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the rows of a list: read a portion at a time as they come on the screen, and covered where it must
// be.
#include <ui/lists/record_list_model.h>

#include <records/kinds.h>
#include <records/masking.h>
#include <ui/models/discretion.h>

#include <QLocale>
#include <algorithm>

namespace dtp
{

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
        if (!m_isRead[c])
            continue;
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
            if (!m_isRead[c])
                continue;
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

int RecordListModel::placeInOrder(const ListColumn& column) const
{
    const auto found = std::find_if(m_orders.begin(), m_orders.end(),
                                    [&](const RecordOrder& order) { return order.key == column.key; });
    return found == m_orders.end() ? -1 : static_cast<int>(found - m_orders.begin());
}

// Of several orders each head says which it is; one alone has the arrow of the header.
QString RecordListModel::headText(const ListColumn& column) const
{
    const int place = placeInOrder(column);
    if (place < 0 || m_orders.size() < 2)
        return column.title;
    const bool isDescending = m_orders[static_cast<size_t>(place)].isDescending;
    return tr("%1 %2%3", "title of a column, an arrow, which order it is")
        .arg(column.title, QString(QChar(isDescending ? 0x25BC : 0x25B2)))
        .arg(place + 1);
}

QString RecordListModel::spokenHead(const ListColumn& column) const
{
    const int place = placeInOrder(column);
    if (place < 0)
        return column.title;
    return m_orders[static_cast<size_t>(place)].isDescending
               ? tr("%1, sorted downwards, order %2").arg(column.title).arg(place + 1)
               : tr("%1, sorted upwards, order %2").arg(column.title).arg(place + 1);
}

// While a long list is still coming, of its last group it is not known how many there are.
QString RecordListModel::headingText(int group) const
{
    const RecordGroup& one = m_rows.at(group);
    const QString title = isDiscreet(m_store) ? seen(m_store, one.title) : one.title;
    const bool isCounted = m_complete || group + 1 < m_rows.count();
    return tr("%1 (%2)", "what a group is called, how many are in it")
        .arg(title, isCounted ? QLocale().toString(one.count) : QString(QChar(0x2026)));
}

} // namespace dtp
