// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/change_iterator.h>
#include <database/soundness.h>
#include <database/table_numbers.h>
#include <records/kinds.h>
#include <storage/change_log.h>

#include <QCoreApplication>

#include <sqlite3.h>

namespace dtp
{

namespace
{
// Beyond this many records a change set is "bulk": histories then name it without listing every field.
constexpr qint64 bulkRecords = 2000;

struct Owner {
    Entity entity;
    qint64 id;
};

RecordChange describe(const ChangeIterator& row, const RecordType& type)
{
    RecordChange change;
    change.entity = type.entity;
    change.id = row.key();
    change.what = row.operation() == SQLITE_INSERT   ? RecordChange::What::Added
                  : row.operation() == SQLITE_DELETE ? RecordChange::What::Removed
                                                     : RecordChange::What::Changed;
    for (int column = 1; column < row.columns() && column <= static_cast<int>(type.fields.size()); ++column) {
        const Field& field = type.fields[static_cast<size_t>(column - 1)];
        FieldChange line{field.labelText(), fromSqlite(row.before(column)), fromSqlite(row.after(column)), &field};
        const KindTraits& traits = traitsOf(field);
        if (line.before != line.after && (!traits.isEmpty(line.before) || !traits.isEmpty(line.after)))
            change.fields.push_back(std::move(line));
    }
    return change;
}

int refuseConflicts(void* found, int conflict, sqlite3_changeset_iter*)
{
    *static_cast<int*>(found) = conflict;
    return SQLITE_CHANGESET_ABORT;
}
} // namespace

Result<> ChangeLog::keep(const ChangeSummary& change, const QByteArray& changes, const Touched& touched)
{
    DTP_TRY(parts, countParts(change.id));
    const bool bulk = change.records > bulkRecords || parts > 0;
    DTP_CHECK(dropUndone());
    DTP_TRY(insert,
            m_connection.statement("INSERT INTO change_set (id, at_time, author, sentence, records, is_bulk, changes)"
                                   " VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(1, change.id).bind(2, QVariant(change.at.toUTC().toString(Qt::ISODateWithMs)));
    insert.bind(3, QVariant(change.author)).bind(4, QVariant(change.sentence)).bind(5, change.records);
    insert.bind(6, qint64(bulk)).bind(7, QVariant(changes));
    DTP_CHECK(insert.run());
    return keepOwners(change.id, changes, touched, bulk);
}

Result<> ChangeLog::keepPart(qint64 id, qint64 number, const QByteArray& changes)
{
    DTP_TRY(insert, m_connection.statement("INSERT INTO change_part VALUES (?, ?, ?)"));
    return insert.bind(1, id).bind(2, number).bind(3, QVariant(changes)).run();
}

Result<> ChangeLog::keepOwners(qint64 change, const QByteArray& changes, const Touched& touched, bool bulk)
{
    DTP_TRY(tables, TableNumbers::complete(m_connection));
    DTP_TRY(insert, m_connection.statement("INSERT OR IGNORE INTO change_record (table_id, record_id, change_id,"
                                           " child_table_id, child_id) VALUES (?, ?, ?, ?, ?)"));
    const auto note = [&](Owner record, Entity childEntity, qint64 childId) {
        insert.bind(1, tables.of(record.entity)).bind(2, record.id).bind(3, change);
        insert.bind(4, bulk ? 0 : tables.of(childEntity)).bind(5, bulk ? 0 : childId);
        return insert.run();
    };
    const auto noteAll = [&](Entity entity, const QSet<qint64>& keys) -> Result<> {
        QList<qint64> sorted(keys.cbegin(), keys.cend());
        std::sort(sorted.begin(), sorted.end()); // in the order of the table, which is quicker to write
        for (const qint64 key : std::as_const(sorted))
            DTP_CHECK(note({entity, key}, Entity::None, 0));
        return {};
    };
    if (bulk) { // whom it concerned; which of their records is in the change set
        for (auto it = touched.records.cbegin(); it != touched.records.cend(); ++it) {
            const RecordType& type = recordType(it.key());
            if (!isOwned(type))
                DTP_CHECK(noteAll(it.key(), it.value() + touched.owners.value(it.key())));
        }
        for (auto it = touched.owners.cbegin(); it != touched.owners.cend(); ++it) {
            if (!touched.records.contains(it.key()))
                DTP_CHECK(noteAll(it.key(), it.value()));
        }
        return {};
    }
    for (auto it = touched.records.cbegin(); it != touched.records.cend(); ++it) {
        const RecordType& type = recordType(it.key());
        DTP_CHECK(noteAll(it.key(), it.value()));
        for (const Field& field : type.fields) {
            if (!field.isOwner)
                continue;
            DTP_TRY(find, m_connection.statement(QByteArray("SELECT ") + field.name + " FROM " + type.table +
                                                 " WHERE id = ?"));
            for (const qint64 key : it.value()) {
                find.bind(1, key);
                DTP_TRY(there, find.step());
                const qint64 owner = there ? find.integer(0) : 0;
                find.reset();
                if (owner != 0)
                    DTP_CHECK(note({field.reference, owner}, type.entity, key));
            }
        }
    }
    // Of a removed record the owners stand in the change set only.
    ChangeIterator row(changes);
    while (row.next()) {
        const RecordType* type =
            row.operation() == SQLITE_DELETE ? recordTypeOfTable(QString::fromLatin1(row.table())) : nullptr;
        for (int i = 0; type && i < static_cast<int>(type->fields.size()); ++i) {
            const Field& field = type->fields[static_cast<size_t>(i)];
            const qint64 owner = field.isOwner ? fromSqlite(row.before(i + 1)).toLongLong() : 0;
            if (owner != 0)
                DTP_CHECK(note({field.reference, owner}, type->entity, row.key()));
        }
    }
    return {};
}

Result<std::vector<ChangeSummary>> ChangeLog::read(const QByteArray& rest, const std::vector<QVariant>& values)
{
    DTP_TRY(select,
            m_connection.statement("SELECT id, at_time, author, sentence, state, records FROM change_set " + rest));
    for (size_t i = 0; i < values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, values[i]);
    std::vector<ChangeSummary> changes;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return changes;
        ChangeSummary info;
        info.id = select.integer(0);
        info.at = QDateTime::fromString(select.text(1), Qt::ISODateWithMs);
        info.author = select.text(2);
        info.sentence = select.text(3);
        info.state = static_cast<ChangeSummary::State>(select.integer(4));
        info.records = select.integer(5);
        changes.push_back(std::move(info));
    }
}

Result<std::optional<ChangeSummary>> ChangeLog::nextUndo()
{
    DTP_TRY(found, read("WHERE state = 0 ORDER BY id DESC LIMIT 1", {}));
    return found.empty() ? std::nullopt : std::optional<ChangeSummary>(found.front());
}

Result<std::optional<ChangeSummary>> ChangeLog::nextRedo()
{
    DTP_TRY(found, read("WHERE state = 1 ORDER BY id LIMIT 1", {}));
    return found.empty() ? std::nullopt : std::optional<ChangeSummary>(found.front());
}

Result<QByteArray> ChangeLog::changesOf(qint64 id)
{
    DTP_TRY(select, m_connection.statement("SELECT changes FROM change_set WHERE id = ?"));
    select.bind(1, id);
    DTP_TRY(row, select.step());
    return row ? select.blob(0) : QByteArray();
}

Result<QByteArray> ChangeLog::partOf(qint64 id, qint64 number)
{
    DTP_TRY(select, m_connection.statement("SELECT changes FROM change_part WHERE change_id = ? AND number = ?"));
    DTP_TRY(row, select.bind(1, id).bind(2, number).step());
    if (!row)
        return fail(QCoreApplication::translate("Storage", "A part of this change is missing. Nothing was done."),
                    QStringLiteral("change %1, part %2").arg(id).arg(number));
    return select.blob(0);
}

Result<qint64> ChangeLog::countParts(qint64 id)
{
    DTP_TRY(select, m_connection.statement("SELECT count(*) FROM change_part WHERE change_id = ?"));
    DTP_TRY(row, select.bind(1, id).step());
    return row ? select.integer(0) : 0;
}

Result<Touched> ChangeLog::apply(qint64 id, bool inverted)
{
    Touched touched;
    DTP_TRY(parts, countParts(id));
    DTP_TRY(last, changesOf(id));
    if (inverted) { // what came last goes first
        DTP_CHECK(applyOne(last, true, touched));
        for (qint64 number = parts; number > 0; --number) {
            DTP_TRY(part, partOf(id, number));
            DTP_CHECK(applyOne(part, true, touched));
        }
        return touched;
    }
    for (qint64 number = 1; number <= parts; ++number) {
        DTP_TRY(part, partOf(id, number));
        DTP_CHECK(applyOne(part, false, touched));
    }
    DTP_CHECK(applyOne(last, false, touched));
    return touched;
}

Result<Touched> ChangeLog::touchedByParts(qint64 id)
{
    Touched touched;
    DTP_TRY(parts, countParts(id));
    for (qint64 number = 1; number <= parts; ++number) {
        DTP_TRY(part, partOf(id, number));
        DTP_CHECK(addTouched(m_connection, part, touched));
    }
    return touched;
}

Result<> ChangeLog::applyOne(const QByteArray& changes, bool inverted, Touched& touched)
{
    if (changes.isEmpty())
        return {};
    QByteArray toApply = changes;
    if (inverted) {
        int size = 0;
        void* memory = nullptr;
        const int code =
            sqlite3changeset_invert(static_cast<int>(changes.size()), changes.constData(), &size, &memory);
        const std::unique_ptr<void, FreeBySqlite> owned(memory);
        if (code != SQLITE_OK)
            return tl::unexpected<Error>(sqliteError(code, QStringLiteral("invert"), m_connection.path()));
        toApply = QByteArray(static_cast<const char*>(memory), size);
    }
    int conflict = 0;
    const int code = sqlite3changeset_apply(m_connection.handle(), static_cast<int>(toApply.size()), toApply.data(),
                                            nullptr, &refuseConflicts, &conflict);
    if (conflict != 0) {
        DTP_CHECK(quickCheck(m_connection, m_connection.path())); // what is damaged was changed by nobody
        return fail(QCoreApplication::translate(
                        "Storage", "This cannot be taken back any more: what it changed was changed again "
                                   "from outside this program. Nothing was done."),
                    QStringLiteral("changeset conflict %1").arg(conflict));
    }
    if (code != SQLITE_OK)
        return tl::unexpected<Error>(sqliteError(code, QStringLiteral("apply"), m_connection.path()));
    return addTouched(m_connection, toApply, touched);
}

Result<> ChangeLog::setState(qint64 id, ChangeSummary::State state)
{
    DTP_TRY(update, m_connection.statement("UPDATE change_set SET state = ? WHERE id = ?"));
    update.bind(1, static_cast<qint64>(state)).bind(2, id);
    return update.run();
}

Result<> ChangeLog::dropUndone()
{
    DTP_TRY(update, m_connection.statement("UPDATE change_set SET state = 2 WHERE state = 1"));
    return update.run();
}

Result<std::vector<ChangeSummary>> ChangeLog::history(qint64 limit, qint64 offset)
{
    return read("ORDER BY id DESC LIMIT ? OFFSET ?", {QVariant(limit), QVariant(offset)});
}

Result<std::vector<RecordChange>> ChangeLog::recordHistory(Entity entity, qint64 id, qint64 limit)
{
    DTP_TRY(tables, TableNumbers::read(m_connection));
    const qint64 table = tables.of(entity);
    DTP_TRY(infos, read("WHERE id IN (SELECT change_id FROM change_record WHERE table_id = ? AND record_id = ?)"
                        " ORDER BY id DESC LIMIT ?",
                        {QVariant(table), QVariant(id), QVariant(limit)}));
    std::vector<RecordChange> history;
    DTP_TRY(select, m_connection.statement("SELECT child_table_id, child_id FROM change_record"
                                           " WHERE table_id = ? AND record_id = ? AND change_id = ?"));
    DTP_TRY(isBulk, m_connection.statement("SELECT is_bulk FROM change_set WHERE id = ?"));
    for (const ChangeSummary& info : infos) {
        isBulk.bind(1, info.id);
        DTP_TRY(found, isBulk.step());
        const bool bulk = found && isBulk.integer(0) != 0;
        isBulk.reset();
        if (bulk) {
            RecordChange line;
            line.change = info;
            line.entity = entity;
            line.id = id;
            history.push_back(std::move(line));
            continue;
        }
        QSet<QPair<Entity, qint64>> wanted;
        select.bind(1, table).bind(2, id).bind(3, info.id);
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            const qint64 child = select.integer(0);
            wanted.insert(child == 0 ? qMakePair(entity, id) : qMakePair(tables.entityOf(child), select.integer(1)));
        }
        select.reset();
        DTP_TRY(changes, changesOf(info.id));
        ChangeIterator row(changes);
        while (row.next()) {
            const RecordType* type = recordTypeOfTable(QString::fromLatin1(row.table()));
            if (!type || !wanted.contains(qMakePair(type->entity, row.key())))
                continue;
            RecordChange line = describe(row, *type);
            line.change = info;
            history.push_back(std::move(line));
        }
    }
    return history;
}

} // namespace dtp
