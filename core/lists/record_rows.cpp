// SPDX-License-Identifier: GPL-3.0-or-later
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
            if (m_person < 0 && field.reference == Entity::Person)
                m_person = static_cast<int>(i);
            if (field.isHidden || field.kind == FieldKind::Blob)
                continue;
            m_fields.push_back(static_cast<int>(i));
            m_columns.push_back({field.labelText(), field.sensitivity,
                                 field.kind == FieldKind::Integer || field.kind == FieldKind::Decimal, 1.0});
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
            row.cells[i] = textOf(m_type.fields[static_cast<size_t>(m_fields[i])], record.fields.at(m_fields[i]));
        row.person = {m_person < 0 ? 0 : record.fields.at(m_person).toLongLong()};
        return true;
    }

private:
    // As in a window, but dates and numbers as any program reads them, whatever the language here.
    QString textOf(const Field& field, const QVariant& stored)
    {
        switch (field.kind) {
        case FieldKind::Vocabulary:
        case FieldKind::Country:
        case FieldKind::Flag:
            return m_store.displayText(field, stored);
        case FieldKind::Reference: {
            const qint64 key = stored.toLongLong();
            if (key == 0)
                return {};
            auto known = m_titles.constFind(key);
            if (known == m_titles.constEnd()) {
                if (m_titles.size() >= rememberedTitles)
                    m_titles.clear();
                known = m_titles.insert(key, m_store.titleOf(field.reference, key));
            }
            return *known;
        }
        case FieldKind::Decimal:
            return stored.isNull() ? QString() : QString::number(stored.toDouble(), 'g', 15);
        default:
            return stored.toString();
        }
    }

    const Store& m_store;
    const RecordType& m_type;
    const std::vector<qint64> m_keys;
    std::vector<int> m_fields;
    int m_person = -1;
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
