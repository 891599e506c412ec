// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/store_private.h>

#include <QCoreApplication>
#include <QScopeGuard>

namespace dtp
{

namespace
{
struct Index {
    QByteArray name;
    QByteArray sql;
};

Result<std::vector<Index>> indexesOf(Connection& connection, const RecordType& type)
{
    DTP_TRY(select,
            Statement::prepare(
                connection.handle(),
                "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"));
    select.bindUtf8(1, type.table);
    std::vector<Index> indexes;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return indexes;
        indexes.push_back({select.utf8(0), select.utf8(1)});
    }
}

Result<> checkReferences(Connection& connection)
{
    DTP_TRY(wrong, Statement::prepare(connection.handle(), "PRAGMA foreign_key_check"));
    DTP_TRY(row, wrong.step());
    if (row)
        return fail(QCoreApplication::translate("Storage",
                                                "A record refers to one that is not there, so nothing was changed."),
                    wrong.text(0));
    return {};
}
} // namespace

Result<> Store::loadMany(const std::function<Result<>(ChangeWriter&)>& deed)
{
    if (isReadOnly())
        return tl::unexpected<Error>(d->readOnlyError());
    Connection& connection = *d->connection;
    DTP_TRY(cache, connection.value("PRAGMA cache_size"));
    // Neither can be changed inside of a transaction.
    DTP_CHECK(connection.run("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -256000"));
    const auto back = qScopeGuard([&connection, size = cache.toLongLong()] {
        (void)connection.run("PRAGMA foreign_keys = ON; PRAGMA cache_size = " + QByteArray::number(size));
    });
    return load([&](ChangeWriter& writer) -> Result<> {
        std::vector<Index> indexes;
        for (const RecordType& type : allRecordTypes()) {
            DTP_TRY(own, indexesOf(connection, type));
            indexes.insert(indexes.end(), own.begin(), own.end());
        }
        for (const Index& index : indexes)
            DTP_CHECK(connection.run("DROP INDEX " + index.name));
        DTP_CHECK(deed(writer));
        for (const Index& index : indexes)
            DTP_CHECK(connection.run(index.sql));
        return checkReferences(connection);
    });
}

} // namespace dtp
