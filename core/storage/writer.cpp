// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/people.h>
#include <records/phone.h>
#include <storage/store_private.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
bool isPhoneKind(const QString& kind)
{
    return kind == QLatin1String("phone") || kind == QLatin1String("whatsapp") || kind == QLatin1String("signal") ||
           kind == QLatin1String("telegram");
}

Error notUndoable(const RecordType& type)
{
    return {
        QCoreApplication::translate("Storage", "What is in the ledger stays there: a %1 is not changed or removed.")
            .arg(type.singularText()),
        QString()};
}
} // namespace

ChangeWriter::ChangeWriter(Store& store, bool recording) : d(new Private{store, *store.d->connection, recording}) {}

ChangeWriter::~ChangeWriter() = default;

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
    DTP_TRY(changes, recorder->take());
    if (changes.isEmpty())
        return {};
    if (changeId == 0) {
        DTP_TRY(id, store.d->newChangeId());
        changeId = id;
    }
    return ChangeLog(connection).keepPart(changeId, ++parts, changes);
}

Touched ChangeWriter::Private::takeWritten(qint64& records)
{
    // So many that their keys are not worth their memory; then those alone are named that own and are not owned.
    constexpr size_t tooMany = 2'000'000;
    size_t all = 0;
    for (const std::vector<qint64>& keys : std::as_const(writtenRecords))
        all += keys.size();
    Touched touched;
    touched.everything = all > tooMany;
    const auto toSets = [&](QHash<Entity, std::vector<qint64>>& gathered, QHash<Entity, QSet<qint64>>& sets) {
        for (auto kind = gathered.begin(); kind != gathered.end(); ++kind) {
            std::vector<qint64> keys = std::exchange(*kind, {});
            std::sort(keys.begin(), keys.end());
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
            if (&gathered == &writtenRecords)
                records += static_cast<qint64>(keys.size());
            if (touched.everything && isOwned(recordType(kind.key())))
                continue;
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
    if (!isPhoneKind(values.text("kind"))) {
        values.set("e164", QString());
        return;
    }
    if (!valueChanged && !values.text("e164").isEmpty())
        return;
    const auto person = store.get(Id<Person>{values.value("person_id").toLongLong()});
    values.set("e164", phoneToE164(values.text("value"), person ? person->country : QString()));
}

Result<> ChangeWriter::insert(RecordValues& values)
{
    const RecordType& type = recordType(values.entity);
    DTP_CHECK(checkValid(values));
    if (values.id == 0)
        values.id = d->store.environment().ids->next();
    completePhone(d->store, values, false);
    std::shared_ptr<Statement>& insert = d->inserts[values.entity];
    if (!insert) {
        QByteArray marks = "?";
        for (size_t i = 0; i < type.fields.size(); ++i)
            marks += ", ?";
        DTP_TRY(prepared, Statement::prepare(d->connection.handle(),
                                             QByteArray("INSERT INTO ") + type.table + " VALUES (" + marks + ")"));
        insert = std::make_shared<Statement>(std::move(prepared));
    }
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
    DTP_TRY(update, d->connection.statement(QByteArray("UPDATE ") + type.table + " SET " + sets + " WHERE id = ?"));
    for (size_t i = 0; i < changed.size(); ++i)
        update.bind(static_cast<int>(i) + 1, changed[i]);
    update.bind(static_cast<int>(changed.size()) + 1, values.id);
    DTP_CHECK(update.run());
    d->note(type, before); // who owned it until now
    d->note(type, values);
    return d->putAside();
}

Result<> ChangeWriter::remove(Entity entity, qint64 id)
{
    const RecordType& type = recordType(entity);
    if (!type.isUndoable)
        return tl::unexpected<Error>(notUndoable(type));
    DTP_TRY(remove, d->connection.statement(QByteArray("DELETE FROM ") + type.table + " WHERE id = ?"));
    remove.bind(1, id);
    d->hasRemoved = true;
    DTP_CHECK(remove.run());
    return d->putAside();
}

} // namespace dtp
