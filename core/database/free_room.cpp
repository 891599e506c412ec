// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/free_room.h>

#include <database/connection.h>

namespace dtp
{

namespace
{
// In the settings, which the history does not watch.
Result<> run(sqlite3* database, const char* sql)
{
    DTP_TRY(statement, Statement::prepare(database, sql));
    return statement.run();
}
} // namespace

Result<> markFreeRoom(sqlite3* database)
{
    return run(database, "INSERT OR REPLACE INTO setting VALUES ('clearFreeRoom', '1')");
}

Result<bool> clearFreeRoom(sqlite3* database)
{
    DTP_CHECK(run(database, "VACUUM"));
    DTP_TRY(checkpoint, Statement::prepare(database, "PRAGMA wal_checkpoint(TRUNCATE)"));
    DTP_TRY(row, checkpoint.step());
    const bool isBusy = row && checkpoint.integer(0) != 0;
    checkpoint.reset();
    if (isBusy)
        return false;
    DTP_CHECK(run(database, "DELETE FROM setting WHERE key = 'clearFreeRoom'"));
    return true;
}

Result<> clearMarkedFreeRoom(sqlite3* database)
{
    DTP_TRY(select, Statement::prepare(database, "SELECT 1 FROM setting WHERE key = 'clearFreeRoom'"));
    DTP_TRY(isMarked, select.step());
    select.reset();
    if (isMarked)
        DTP_CHECK(clearFreeRoom(database)); // false: the next opening does it
    return {};
}

} // namespace dtp
