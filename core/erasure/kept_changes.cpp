// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/kept_changes.h>

#include <database/connection.h>

namespace dtp
{

Result<std::vector<KeptPart>> keptParts(sqlite3* database)
{
    DTP_TRY(select, Statement::prepare(database, "SELECT id, number, state, is_bulk FROM change_set JOIN"
                                                 " (SELECT change_id, number FROM change_part UNION ALL"
                                                 " SELECT id, 0 FROM change_set) ON change_id = id"
                                                 " ORDER BY id, number = 0, number"));
    std::vector<KeptPart> parts;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return parts;
        parts.push_back({select.integer(0), select.integer(1), select.integer(2), select.integer(3) != 0});
    }
}

Result<QByteArray> bytesOf(sqlite3* database, const KeptPart& part)
{
    DTP_TRY(select, Statement::prepare(database,
                                       part.number == 0
                                           ? "SELECT changes FROM change_set WHERE id = ?1"
                                           : "SELECT changes FROM change_part WHERE change_id = ?1 AND number = ?2"));
    select.bind(1, part.change);
    if (part.number != 0)
        select.bind(2, part.number);
    DTP_TRY(row, select.step());
    return row ? select.blob(0) : QByteArray();
}

Result<> replaceBytes(sqlite3* database, const KeptPart& part, const QByteArray& bytes)
{
    DTP_TRY(update, Statement::prepare(
                        database, part.number == 0
                                      ? "UPDATE change_set SET changes = ?3 WHERE id = ?1"
                                      : "UPDATE change_part SET changes = ?3 WHERE change_id = ?1 AND number = ?2"));
    update.bind(1, part.change).bind(3, QVariant(bytes.isNull() ? QByteArray("") : bytes));
    if (part.number != 0)
        update.bind(2, part.number);
    return update.run();
}

} // namespace dtp
