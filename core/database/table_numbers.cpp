// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/table_numbers.h>

#include <records/record_type.h>

namespace dtp
{

Result<TableNumbers> TableNumbers::read(Connection& connection)
{
    TableNumbers numbers;
    DTP_TRY(select, connection.statement("SELECT id, name FROM record_table"));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return numbers;
        if (const RecordType* type = recordTypeOfTable(select.text(1))) { // else of a type that a later program knows
            numbers.m_numbers.insert(type->entity, select.integer(0));
            numbers.m_entities.insert(select.integer(0), type->entity);
        }
    }
}

Result<TableNumbers> TableNumbers::complete(Connection& connection)
{
    DTP_TRY(known, read(connection));
    if (known.m_numbers.size() == static_cast<qsizetype>(allRecordTypes().size()))
        return known;
    DTP_TRY(insert, connection.statement("INSERT OR IGNORE INTO record_table (name) VALUES (?)"));
    for (const RecordType& type : allRecordTypes()) {
        insert.bind(1, QVariant(QLatin1String(type.table)));
        DTP_CHECK(insert.run());
    }
    return read(connection);
}

} // namespace dtp
