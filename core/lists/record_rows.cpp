// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/record_cells.h>
#include <lists/record_rows.h>

#include <QHash>

namespace dtp
{

namespace
{
constexpr size_t portion = 500;
constexpr qsizetype rememberedTitles = 100000;

class RecordRows final : public RowSource
{
public:
    RecordRows(const Store& store, Entity entity, std::vector<qint64> keys)
        : m_store(store), m_type(recordType(entity)), m_keys(std::move(keys))
    {
        for (size_t i = 0; i < m_type.fields.size(); ++i) {
            const Field& field = m_type.fields[i];
            if (field.reference == Entity::Person)
                m_people.push_back(static_cast<int>(i));
            if (field.isHidden || field.kind == FieldKind::Blob)
                continue;
            m_fields.push_back(static_cast<int>(i));
            m_columns.push_back(columnOf(field));
        }
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
        for (size_t i = 0; i < m_fields.size(); ++i)
            row.cells[i] = cellOfField(m_type.fields[static_cast<size_t>(m_fields[i])], record.fields.at(m_fields[i]));
        row.subjects.clear();
        for (const int person : m_people)
            row.subjects.add({record.fields.at(person).toLongLong()});
        return true;
    }

private:
    Cell cellOfField(const Field& field, const QVariant& stored)
    {
        const qint64 key = field.kind == FieldKind::Reference ? stored.toLongLong() : 0;
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
    std::vector<TableColumn> m_columns;
    std::vector<RecordValues> m_records;
    size_t m_done = 0;
    size_t m_at = 0;
    QHash<qint64, QString> m_titles; // keys are unique across kinds
};
} // namespace

Result<std::unique_ptr<RowSource>> recordRows(const Store& store, Entity entity, const Where& where)
{
    DTP_TRY(keys, store.ids(entity, where));
    return std::unique_ptr<RowSource>(std::make_unique<RecordRows>(store, entity, std::move(keys)));
}

} // namespace dtp
