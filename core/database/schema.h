// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations: ordered SQL files, each with a sentence; version and migration commit together.
#pragma once

#include <base/result.h>
#include <database/connection.h>

#include <QStringList>
#include <vector>

namespace dtp
{

// "DTPs": marks a file as ours, see https://www.sqlite.org/pragma.html#pragma_application_id
constexpr qint64 applicationId = 0x44545073;

struct Migration {
    int version = 0;
    QString sentence;
    QByteArray sql;
};

// Those that come with the program, in order; version n is resources/schema/000n_….sql.
const std::vector<Migration>& migrations();
int newestSchemaVersion();

enum class SchemaState { Fresh, Current, Older, Newer, Foreign };
Result<SchemaState> schemaState(Connection& connection);
// Each step in a transaction of its own; up to a version, or to the newest.
Result<> migrate(Connection& connection, int version = newestSchemaVersion());
// Names of what stands in the file beside the tables that this program makes: triggers and views, which would run when
// we read or write, and foreign tables and indexes.
Result<QStringList> foreignObjects(Connection& connection);
// Whether a table or an index of that name is of the index of people, which stands beside the layout.
bool isOfPersonIndex(const QString& name);
// Columns of every record table against its field table, and the other way round; sentences for what differs.
Result<QStringList> compareWithFieldTables(Connection& connection);

} // namespace dtp
