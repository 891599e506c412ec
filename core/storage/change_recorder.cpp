// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/change_iterator.h>
#include <storage/change_recorder.h>

#include <sqlite3.h>

namespace dtp
{

Error sessionError(int code, const char* what)
{
    return sqliteError(code, QLatin1String(what));
}

void FreeBySqlite::operator()(void* memory) const
{
    sqlite3_free(memory);
}

bool isOwned(const RecordType& type)
{
    return std::any_of(type.fields.begin(), type.fields.end(), [](const Field& field) { return field.isOwner; });
}

Result<std::unique_ptr<ChangeRecorder>> ChangeRecorder::start(Connection& connection)
{
    std::unique_ptr<ChangeRecorder> recorder(new ChangeRecorder(connection));
    DTP_CHECK(recorder->watch());
    return recorder;
}

Result<> ChangeRecorder::watch()
{
    if (m_session)
        sqlite3session_delete(std::exchange(m_session, nullptr));
    if (const int code = sqlite3session_create(m_connection.handle(), "main", &m_session); code != SQLITE_OK)
        return tl::unexpected<Error>(sessionError(code, "session"));
    for (const RecordType& type : allRecordTypes()) {
        if (!type.isUndoable)
            continue;
        // By name: "all tables" would take in the search index's own.
        if (const int code = sqlite3session_attach(m_session, type.table); code != SQLITE_OK)
            return tl::unexpected<Error>(sessionError(code, type.table));
    }
    return {};
}

ChangeRecorder::~ChangeRecorder()
{
    if (m_session)
        sqlite3session_delete(m_session);
}

Result<QByteArray> ChangeRecorder::take()
{
    int size = 0;
    void* memory = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &memory);
    const std::unique_ptr<void, FreeBySqlite> owned(memory);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(sessionError(code, "change set"));
    DTP_CHECK(watch());
    return QByteArray(static_cast<const char*>(memory), size);
}

namespace
{
// Adds the owners that the row itself names; returns whether one may be missing, as when it did not change.
bool addOwners(const ChangeIterator& row, const RecordType& type, Touched& touched)
{
    bool missing = false;
    for (int i = 0; i < static_cast<int>(type.fields.size()) && i + 1 < row.columns(); ++i) {
        const Field& field = type.fields[static_cast<size_t>(i)];
        if (!field.isOwner)
            continue;
        const qint64 before = fromSqlite(row.before(i + 1)).toLongLong();
        const qint64 after = fromSqlite(row.after(i + 1)).toLongLong();
        for (const qint64 owner : {before, after}) {
            if (owner != 0)
                touched.owners[field.reference].insert(owner);
        }
        missing = missing || (row.operation() == SQLITE_UPDATE && after == 0);
    }
    return missing;
}

Result<> addOwnersFromFile(Connection& connection, const RecordType& type, qint64 key, Touched& touched)
{
    for (const Field& field : type.fields) {
        if (!field.isOwner)
            continue;
        DTP_TRY(find,
                connection.statement(QByteArray("SELECT ") + field.name + " FROM " + type.table + " WHERE id = ?"));
        find.bind(1, key);
        DTP_TRY(there, find.step());
        if (there && find.integer(0) != 0)
            touched.owners[field.reference].insert(find.integer(0));
    }
    return {};
}
} // namespace

Result<> addTouched(Connection& connection, const QByteArray& changes, Touched& touched)
{
    const char* lastTable = nullptr;
    const RecordType* type = nullptr;
    QSet<qint64>* keys = nullptr;
    ChangeIterator row(changes);
    while (row.next()) {
        if (row.table() != lastTable) { // rows of one table come together
            lastTable = row.table();
            type = recordTypeOfTable(QString::fromLatin1(lastTable));
            keys = type ? &touched.records[type->entity] : nullptr;
        }
        if (!keys)
            continue;
        keys->insert(row.key());
        if (addOwners(row, *type, touched))
            DTP_CHECK(addOwnersFromFile(connection, *type, row.key(), touched));
    }
    return {};
}

} // namespace dtp
