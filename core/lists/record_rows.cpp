// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/people_export.h>
#include <lists/record_cells.h>
#include <lists/record_rows.h>
#include <records/kinds.h>

#include <QHash>

namespace dtp
{

namespace
{
constexpr size_t portion = 500;
constexpr qsizetype rememberedTitles = 100000;

// The field by which a record belongs to somebody; -1 when there is none.
int ownerField(const RecordType& type, Entity owner)
{
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].isOwner && type.fields[i].reference == owner)
            return static_cast<int>(i);
    }
    return -1;
}

class RecordRows final : public RowSource
{
public:
    RecordRows(const Store& store, Entity entity, std::vector<qint64> keys, const QStringList& columns)
        : m_store(store), m_type(recordType(entity)), m_keys(std::move(keys))
    {
        for (size_t i = 0; i < m_type.fields.size(); ++i) {
            if (m_type.fields[i].reference == Entity::Person)
                m_people.push_back(static_cast<int>(i));
            // The log of a case is about whom the case is about.
            const Entity owner = m_type.fields[i].isOwner ? m_type.fields[i].reference : Entity::None;
            if (owner != Entity::None && owner != Entity::Person && ownerField(recordType(owner), Entity::Person) >= 0)
                m_owners.push_back(static_cast<int>(i));
        }
        for (const TableColumn& column : recordColumns(entity)) {
            if (!columns.isEmpty() && !columns.contains(column.key))
                continue;
            m_fields.push_back(m_type.indexOf(column.key)); // none for the record's own key
            m_columns.push_back(column);
        }
        // In the order that was asked for.
        if (!columns.isEmpty())
            sortBy(columns);
    }

    const std::vector<TableColumn>& columns() const override { return m_columns; }

    Result<bool> next(TableRow& row) override
    {
        while (m_at == m_records.size()) {
            if (m_done == m_keys.size())
                return false;
            const size_t count = std::min(portion, m_keys.size() - m_done);
            const auto from = m_keys.begin() + static_cast<std::ptrdiff_t>(m_done);
            DTP_TRY(records, m_store.rows(m_type.entity, {from, from + static_cast<std::ptrdiff_t>(count)}));
            m_records = std::move(records);
            m_done += count;
            m_at = 0;
        }
        const RecordValues& record = m_records[m_at++];
        row.cells.resize(m_fields.size());
        for (size_t i = 0; i < m_fields.size(); ++i) {
            row.cells[i] = m_fields[i] < 0 ? Cell(recordKeyText(record.id, m_type.entity))
                                           : cellOfField(m_type.fields[static_cast<size_t>(m_fields[i])],
                                                         record.fields.at(m_fields[i]));
        }
        row.subjects.clear();
        if (m_type.entity != Entity::Person && m_people.empty() && m_owners.empty())
            row.of = titleOf(record);
        if (m_type.entity == Entity::Person)
            row.subjects.add({record.id});
        for (const int person : m_people)
            row.subjects.add({record.fields.at(person).toLongLong()});
        for (const int owner : m_owners) {
            DTP_TRY(person, personOf(m_type.fields[static_cast<size_t>(owner)].reference,
                                     record.fields.at(owner).toLongLong()));
            row.subjects.add({person});
        }
        return true;
    }

private:
    void sortBy(const QStringList& keys)
    {
        std::vector<TableColumn> columns;
        std::vector<int> fields;
        for (const QString& key : keys) {
            const auto at = columnWithKey(m_columns, key.toLatin1().constData());
            if (!at || columnWithKey(columns, key.toLatin1().constData()))
                continue;
            columns.push_back(m_columns[*at]);
            fields.push_back(m_fields[*at]);
        }
        m_columns = std::move(columns);
        m_fields = std::move(fields);
    }

    Result<qint64> personOf(Entity entity, qint64 id)
    {
        if (const auto known = m_personOf.constFind(id); known != m_personOf.constEnd())
            return *known;
        DTP_TRY(owner, m_store.get(entity, id));
        const qint64 person = owner.fields.at(ownerField(recordType(entity), Entity::Person)).toLongLong();
        m_personOf.insert(id, person);
        return person;
    }

    Cell cellOfField(const Field& field, const QVariant& stored)
    {
        const qint64 key = traitsOf(field).isReference() ? stored.toLongLong() : 0;
        if (key == 0)
            return cellOf(m_store, field, stored);
        auto known = m_titles.constFind(key);
        if (known == m_titles.constEnd()) {
            if (m_titles.size() >= rememberedTitles)
                m_titles.clear();
            known = m_titles.insert(key, m_store.titleOf(field.reference, key));
        }
        return *known;
    }

    const Store& m_store;
    const RecordType& m_type;
    const std::vector<qint64> m_keys;
    std::vector<int> m_fields;
    std::vector<int> m_people; // fields that name somebody
    std::vector<int> m_owners; // fields that name what belongs to somebody
    QHash<qint64, qint64> m_personOf;
    std::vector<TableColumn> m_columns;
    std::vector<RecordValues> m_records;
    size_t m_done = 0;
    size_t m_at = 0;
    QHash<qint64, QString> m_titles; // keys are unique across kinds
};
} // namespace

std::vector<TableColumn> recordColumns(Entity entity)
{
    std::vector<TableColumn> columns{recordKeyColumn()};
    for (const Field& field : recordType(entity).fields) {
        if (field.isHidden || !traitsOf(field).isShown())
            continue;
        const bool isOurs = field.sensitivity == Sensitivity::Internal && entity != Entity::ContactPoint;
        columns.push_back(isOurs ? keptWithin(columnOf(field)) : columnOf(field));
    }
    return columns;
}

std::unique_ptr<RowSource> recordRows(const Store& store, Entity entity, std::vector<qint64> records,
                                      const QStringList& columns)
{
    return std::make_unique<RecordRows>(store, entity, std::move(records), columns);
}

} // namespace dtp
