// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/change_iterator.h>
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
        return {};
    DTP_CHECK(keep(told()));
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

Result<> ChangeRecorder::beTold()
{
    if (!m_session)
        return {};
    DTP_TRY(watched, seen());
    DTP_CHECK(keep(std::move(watched)));
    sqlite3session_delete(std::exchange(m_session, nullptr));
    return {};
}

void ChangeRecorder::tellInsert(const RecordType& type, const char* record, qsizetype size)
{
    QByteArray& changes = m_told[type.entity];
    if (changes.isEmpty()) { // what table it is, and which of its columns are the key
        changes += 'T';
        changes += static_cast<char>(type.fields.size() + 1); // fewer than 128
        changes += '\x01';
        changes.append(static_cast<qsizetype>(type.fields.size()), '\0');
        changes += type.table;
        changes += '\0';
    }
    changes += static_cast<char>(SQLITE_INSERT);
    changes += '\0'; // made by the program, not by a trigger
    changes.append(record, size);
}

ChangeRecorder::~ChangeRecorder()
{
    if (m_session)
        sqlite3session_delete(m_session);
}

// What the session saw so far.
Result<QByteArray> ChangeRecorder::seen() const
{
    int size = 0;
    void* memory = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &memory);
    const std::unique_ptr<void, FreeBySqlite> owned(memory);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(sessionError(code, "change set"));
    return QByteArray(static_cast<const char*>(memory), size);
}

// What was told so far, as one change set, table by table.
QByteArray ChangeRecorder::told()
{
    if (m_told.size() == 1)
        return std::exchange(m_told, {}).begin().value();
    QByteArray all;
    for (const QByteArray& changes : std::as_const(m_told))
        all += changes;
    m_told.clear();
    return all;
}

// Adds to what was kept what came after it.
Result<> ChangeRecorder::keep(QByteArray changes)
{
    if (changes.isEmpty() || m_kept.isEmpty()) {
        if (!changes.isEmpty())
            m_kept = std::move(changes);
        return {};
    }
    int size = 0;
    void* memory = nullptr;
    const int code = sqlite3changeset_concat(static_cast<int>(m_kept.size()), m_kept.data(),
                                             static_cast<int>(changes.size()), changes.data(), &size, &memory);
    const std::unique_ptr<void, FreeBySqlite> owned(memory);
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(sessionError(code, "concat"));
    m_kept = QByteArray(static_cast<const char*>(memory), size);
    return {};
}

Result<QByteArray> ChangeRecorder::take()
{
    if (m_session) {
        DTP_CHECK(beTold());
        DTP_CHECK(watch());
    } else {
        DTP_CHECK(keep(told()));
    }
    return std::exchange(m_kept, {});
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
