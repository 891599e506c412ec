// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/contact_kinds.h>
#include <records/people.h>
#include <storage/record_batch.h>
#include <storage/store_private.h>

#include <QCoreApplication>

#include <span>
#include <sqlite3.h>

namespace dtp
{

namespace
{
Error notUndoable(const RecordType& type)
{
    return {
        QCoreApplication::translate("Storage", "What is in the ledger stays there: a %1 is not changed or removed.")
            .arg(type.singularText()),
        QString()};
}

std::vector<qint64> uniqueKeys(std::vector<qint64> keys)
{
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}
} // namespace

ChangeWriter::ChangeWriter(Store& store, bool recording) : d(new Private{store, *store.d->connection, recording}) {}

ChangeWriter::~ChangeWriter()
{
    if (d->parts > 0)
        (void)d->connection.run(usualCache(d->connection));
}

const Store& ChangeWriter::store() const
{
    return d->store;
}

void ChangeWriter::Private::note(const RecordType& type, const RecordValues& values)
{
    if (!isRecording) // filling a file with a million people tells nobody of each
        return;
    writtenRecords[type.entity].push_back(values.id);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (!type.fields[i].isOwner)
            continue;
        const qint64 owner = values.fields.at(static_cast<qsizetype>(i)).toLongLong();
        if (owner == 0 || owner == lastOwner) // what belongs to one comes one after the other
            continue;
        writtenOwners[type.fields[i].reference].push_back(owner);
        lastOwner = owner;
    }
}

Result<> ChangeWriter::Private::putAside()
{
    constexpr qint64 partRecords = 20'000; // about a megabyte
    if (!recorder || ++writtenSince < partRecords)
        return {};
    writtenSince = 0;
    countMany();
    DTP_TRY(changes, recorder->take());
    if (changes.isEmpty())
        return {};
    if (changeId == 0) {
        DTP_TRY(id, store.d->newChangeId());
        changeId = id;
        DTP_CHECK(connection.run(largeCache));
    }
    return ChangeLog(connection).keepPart(changeId, ++parts, changes);
}

// The keys of so many records are not worth their memory: of those that belong to others only their number is kept.
void ChangeWriter::Private::countMany()
{
    constexpr size_t tooMany = 2'000'000;
    size_t all = 0;
    for (const std::vector<qint64>& keys : std::as_const(writtenRecords))
        all += keys.size();
    if (!isEverything && all <= tooMany)
        return;
    isEverything = true;
    for (auto kind = writtenRecords.begin(); kind != writtenRecords.end(); ++kind) {
        if (isOwned(recordType(kind.key())))
            countedOnly += static_cast<qint64>(uniqueKeys(std::exchange(*kind, {})).size());
    }
}

Touched ChangeWriter::Private::takeWritten(qint64& records)
{
    countMany();
    records = countedOnly;
    Touched touched;
    touched.everything = isEverything;
    const auto toSets = [&](QHash<Entity, std::vector<qint64>>& gathered, QHash<Entity, QSet<qint64>>& sets) {
        for (auto kind = gathered.begin(); kind != gathered.end(); ++kind) {
            const std::vector<qint64> keys = uniqueKeys(std::exchange(*kind, {}));
            if (keys.empty())
                continue;
            if (&gathered == &writtenRecords)
                records += static_cast<qint64>(keys.size());
            QSet<qint64>& set = sets[kind.key()];
            set.reserve(static_cast<qsizetype>(keys.size()));
            for (const qint64 key : keys)
                set.insert(key);
        }
    };
    toSets(writtenRecords, touched.records);
    toSets(writtenOwners, touched.owners);
    return touched;
}

// A phone is kept as typed and beside it in E.164; who has worked that out already keeps it.
static void completePhone(const Store& store, RecordValues& values, bool valueChanged)
{
    if (values.entity != Entity::ContactPoint)
        return;
    const bool isPhone = mayBePhoneNumber(values.text("kind"));
    if (isPhone && !valueChanged && !values.text("e164").isEmpty())
        return;
    const auto person = isPhone ? store.get(Id<Person>{values.value("person_id").toLongLong()}) : Result<Person>();
    completePhone(values, person ? person->country : QString());
}

Result<Statement*> ChangeWriter::Private::insertOf(const RecordType& type, int rows)
{
    std::shared_ptr<Statement>& insert = inserts[{type.entity, rows}];
    if (!insert) {
        const QByteArray row = "(?" + QByteArray(", ?").repeated(static_cast<qsizetype>(type.fields.size())) + ')';
        const QByteArray all = row + QByteArray(", " + row).repeated(rows - 1);
        DTP_TRY(prepared,
                Statement::prepare(connection.handle(), QByteArray("INSERT INTO ") + type.table + " VALUES " + all));
        insert = std::make_shared<Statement>(std::move(prepared));
    }
    return insert.get();
}

Result<> ChangeWriter::insert(RecordValues& values)
{
    const RecordType& type = recordType(values.entity);
    DTP_CHECK(checkValid(values));
    if (values.id == 0)
        values.id = d->store.environment().ids->next();
    completePhone(d->store, values, false);
    DTP_CHECK(d->watch());
    DTP_TRY(insert, d->insertOf(type, 1));
    insert->bind(1, values.id);
    for (qsizetype i = 0; i < values.fields.size(); ++i)
        insert->bind(static_cast<int>(i) + 2, values.fields.at(i));
    DTP_CHECK(insert->run());
    if (!type.isUndoable) {
        d->ledger.records[values.entity].insert(values.id);
        return {};
    }
    d->note(type, values);
    return d->putAside();
}

// Several at a time where they are of one type: beginning and ending a statement costs as much as a row.
Result<> ChangeWriter::insertAll(const RecordBatch& batch)
{
    constexpr int most = 25;
    if (d->recorder)
        DTP_CHECK(d->recorder->beTold());
    const std::vector<RecordBatch::Entry>& entries = batch.m_entries;
    for (size_t at = 0; at < entries.size();) {
        const RecordType& type = recordType(entries[at].entity);
        const size_t last = at + most - 1; // records of one type mostly come together
        const bool areMany =
            last < entries.size() && std::all_of(entries.begin() + static_cast<qsizetype>(at),
                                                 entries.begin() + static_cast<qsizetype>(last) + 1,
                                                 [&type](const auto& entry) { return entry.entity == type.entity; });
        const int rows = areMany ? most : 1;
        DTP_TRY(insert, d->insertOf(type, rows));
        const std::span<const RecordBatch::Entry> now(&entries[at], static_cast<size_t>(rows));
        int mark = 1;
        for (const RecordBatch::Entry& entry : now) {
            if (const int code = batch.bind(entry, insert->handle(), mark); code != SQLITE_OK)
                return tl::unexpected<Error>(sqliteError(code, QStringLiteral("bind")));
            mark += static_cast<int>(type.fields.size()) + 1;
        }
        DTP_CHECK(insert->run());
        at += now.size();
        if (!d->isRecording)
            continue;
        for (const RecordBatch::Entry& entry : now) {
            d->recorder->tellInsert(type, batch.m_bytes.constData() + entry.from, entry.size);
            d->writtenRecords[entry.entity].push_back(entry.id);
            DTP_CHECK(d->putAside());
        }
    }
    if (d->isRecording) {
        for (auto kind = batch.m_owners.cbegin(); kind != batch.m_owners.cend(); ++kind) {
            const std::vector<qint64> owners = uniqueKeys(*kind);
            std::vector<qint64>& all = d->writtenOwners[kind.key()];
            all.insert(all.end(), owners.begin(), owners.end());
        }
    }
    return {};
}

Result<> ChangeWriter::update(const RecordValues& given)
{
    const RecordType& type = recordType(given.entity);
    if (!type.isUndoable)
        return tl::unexpected<Error>(notUndoable(type));
    DTP_CHECK(checkValid(given));
    DTP_TRY(before, d->store.get(given.entity, given.id));
    RecordValues values = given;
    if (values.entity == Entity::ContactPoint)
        completePhone(d->store, values,
                      values.value("value") != before.value("value") || values.value("kind") != before.value("kind"));
    QByteArray sets;
    std::vector<QVariant> changed;
    for (qsizetype i = 0; i < values.fields.size(); ++i) {
        if (values.fields.at(i) == before.fields.at(i))
            continue;
        sets += (sets.isEmpty() ? "" : ", ") + QByteArray(type.fields[static_cast<size_t>(i)].name) + " = ?";
        changed.push_back(values.fields.at(i));
    }
    if (changed.empty())
        return {};
    DTP_CHECK(d->watch());
    DTP_TRY(update, d->connection.statement(QByteArray("UPDATE ") + type.table + " SET " + sets + " WHERE id = ?"));
    for (size_t i = 0; i < changed.size(); ++i)
        update.bind(static_cast<int>(i) + 1, changed[i]);
    update.bind(static_cast<int>(changed.size()) + 1, values.id);
    DTP_CHECK(update.run());
    d->note(type, before); // who owned it until now
    d->note(type, values);
    return d->putAside();
}

void ChangeWriter::notePastWrites()
{
    d->hasRemoved = true;
}

Result<> ChangeWriter::remove(Entity entity, qint64 id)
{
    const RecordType& type = recordType(entity);
    if (!type.isUndoable)
        return tl::unexpected<Error>(notUndoable(type));
    DTP_CHECK(d->watch());
    DTP_TRY(remove, d->connection.statement(QByteArray("DELETE FROM ") + type.table + " WHERE id = ?"));
    remove.bind(1, id);
    d->hasRemoved = true;
    DTP_CHECK(remove.run());
    return d->putAside();
}

} // namespace dtp
