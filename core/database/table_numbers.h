// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that a file has for the names of its tables of records (record_table in resources/schema): small in
// change_record, and of the file's own, so that they hold when a later program knows more types of record.
#pragma once

#include <base/result.h>
#include <database/connection.h>
#include <records/entity.h>

#include <QHash>

namespace dtp
{

class TableNumbers
{
public:
    static Result<TableNumbers> read(Connection& connection);
    // With numbers for the types that this file has not met yet; writes them.
    static Result<TableNumbers> complete(Connection& connection);

    qint64 of(Entity entity) const { return m_numbers.value(entity, 0); } // 0: none
    Entity entityOf(qint64 number) const { return m_entities.value(number, Entity::None); }

private:
    QHash<Entity, qint64> m_numbers;
    QHash<qint64, Entity> m_entities;
};

} // namespace dtp
