// SPDX-License-Identifier: GPL-3.0-or-later
// Which records belong to people, now or ever, and what these say.
#include <database/connection.h>
#include <erasure/change_bytes.h>
#include <erasure/erase_records.h>
#include <erasure/kept_changes.h>
#include <records/kinds.h>
#include <records/people.h>

#include <QCoreApplication>

#include <sqlite3.h>

namespace dtp
{

namespace
{
// Fields of a type by which a record belongs to one of another type, as their columns.
std::vector<int> columnsTo(const RecordType& type, Entity owner)
{
    std::vector<int> columns;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        // A task about somebody has no sense without her, though it stays when she is merely deleted.
        if (field.reference == owner && (field.isOwner || (owner == Entity::Person && type.entity == Entity::Task)))
            columns.push_back(static_cast<int>(i) + 1);
    }
    return columns;
}

QByteArray nameOf(const RecordType& type, int column)
{
    return type.fields[static_cast<size_t>(column) - 1].name;
}

QString asJson(const QSet<qint64>& keys)
{
    QStringList list;
    for (const qint64 key : keys)
        list.append(QString::number(key));
    return QLatin1Char('[') + list.join(QLatin1Char(',')) + QLatin1Char(']');
}

// Whom the change sets say to have gone into others: in one change her records went to another, or she was removed
// while exactly one other was changed.
struct MergeSigns {
    QSet<qint64> removed;
    QList<std::pair<qint64, qint64>> moves; // from whom to whom
    QSet<qint64> touched;

    void addTo(QMultiHash<qint64, qint64>& mergedInto) const
    {
        QSet<qint64> unmoved = removed;
        for (const auto& [from, to] : moves) {
            if (removed.contains(from)) {
                mergedInto.insert(to, from);
                unmoved.remove(from);
            }
        }
        const QSet<qint64> others = touched - removed;
        if (others.size() == 1) {
            for (const qint64 from : std::as_const(unmoved))
                mergedInto.insert(*others.cbegin(), from);
        }
    }
};

class Belongings
{
public:
    explicit Belongings(const Store& store) : m_store(store) {}

    Result<ErasedRecords> find(const QSet<qint64>& people)
    {
        DTP_TRY(parts, keptParts(m_store.handle()));
        m_parts = std::move(parts);
        m_found.people = people;
        DTP_CHECK(addMerged());
        m_found.records.insert(Entity::Person, m_found.people);
        std::vector<Entity> owners{Entity::Person};
        for (size_t i = 0; i < owners.size(); ++i) {
            DTP_TRY(owned, addOwned(owners[i]));
            for (const Entity entity : owned) {
                if (std::find(owners.begin(), owners.end(), entity) == owners.end())
                    owners.push_back(entity);
            }
        }
        DTP_CHECK(addTraces());
        DTP_CHECK(addPictures());
        return std::move(m_found);
    }

private:
    Result<> eachRow(const std::function<void(const KeptPart&, const ChangeRows&)>& see)
    {
        for (const KeptPart& part : m_parts) {
            DTP_TRY(bytes, bytesOf(m_store.handle(), part));
            ChangeRows rows(bytes);
            while (rows.next()) {
                if (rows.type())
                    see(part, rows);
            }
            if (rows.isBroken())
                return fail(QCoreApplication::translate("Storage",
                                                        "The history of this file cannot be read, so nobody "
                                                        "can be erased from it. Nothing was changed."),
                            QStringLiteral("change %1, part %2").arg(part.change).arg(part.number));
        }
        return {};
    }

    Result<> addMerged()
    {
        QMultiHash<qint64, qint64> mergedInto;
        MergeSigns signs;
        qint64 change = 0;
        DTP_CHECK(eachRow([&](const KeptPart& part, const ChangeRows& rows) {
            if (part.change != change)
                std::exchange(signs, {}).addTo(mergedInto);
            change = part.change;
            if (part.state == static_cast<qint64>(ChangeSummary::State::Done))
                note(part, rows, signs);
        }));
        signs.addTo(mergedInto);
        DTP_TRY(traces, m_store.find<MergedPerson>()); // also of a history that does not tell it any more
        for (const MergedPerson& trace : traces)
            mergedInto.insert(trace.person.value, trace.formerKey);
        QList<qint64> open(m_found.people.cbegin(), m_found.people.cend());
        while (!open.isEmpty()) {
            const QList<qint64> merged = mergedInto.values(open.takeFirst());
            for (const qint64 person : merged) {
                DTP_TRY(isThere, m_store.contains(Entity::Person, person));
                if (isThere || m_found.people.contains(person))
                    continue;
                m_found.people.insert(person);
                open.append(person);
            }
        }
        return {};
    }

    static void note(const KeptPart& part, const ChangeRows& rows, MergeSigns& signs)
    {
        if (rows.type()->entity == Entity::Person) {
            (rows.operation() == SQLITE_DELETE ? signs.removed : signs.touched).insert(rows.key());
            return;
        }
        for (const int column : columnsTo(*rows.type(), Entity::Person)) {
            const qint64 from = rows.keyBefore(column);
            const qint64 to = rows.keyAfter(column);
            if (from != 0 && to != 0)
                signs.moves.append({from, to});
            if (to != 0 && !part.isBulk)
                signs.touched.insert(to);
        }
    }

    // What belongs to those of this type; which types of record that can be.
    Result<std::vector<Entity>> addOwned(Entity owner)
    {
        const QSet<qint64> owners = m_found.records.value(owner);
        QHash<Entity, std::vector<int>> columnsOf;
        for (const RecordType& type : allRecordTypes()) {
            if (auto columns = columnsTo(type, owner); !columns.empty() && type.isUndoable)
                columnsOf.insert(type.entity, std::move(columns));
        }
        for (auto it = columnsOf.cbegin(); it != columnsOf.cend(); ++it)
            DTP_CHECK(addThere(recordType(it.key()), it.value(), owners));
        QHash<Entity, QSet<qint64>> once; // that were theirs at some time
        DTP_CHECK(eachRow([&](const KeptPart&, const ChangeRows& rows) {
            const auto columns = columnsOf.constFind(rows.type()->entity);
            if (columns == columnsOf.cend())
                return;
            for (const int column : *columns) {
                if (owners.contains(rows.keyBefore(column)) || owners.contains(rows.keyAfter(column)))
                    once[rows.type()->entity].insert(rows.key());
            }
        }));
        std::vector<Entity> types;
        for (auto it = columnsOf.cbegin(); it != columnsOf.cend(); ++it) {
            QSet<qint64>& theirs = m_found.records[it.key()];
            DTP_CHECK(addFormer(recordType(it.key()), it.value().front(), once.value(it.key()) - theirs, theirs));
            types.push_back(it.key());
        }
        return types;
    }

    Result<> addThere(const RecordType& type, const std::vector<int>& columns, const QSet<qint64>& owners)
    {
        for (const int column : columns) {
            DTP_TRY(select, Statement::prepare(m_store.handle(), QByteArray("SELECT id FROM ") + type.table +
                                                                     " WHERE " + nameOf(type, column) +
                                                                     " IN (SELECT value FROM json_each(?))"));
            select.bind(1, QVariant(asJson(owners)));
            for (;;) {
                DTP_TRY(row, select.step());
                if (!row)
                    break;
                m_found.records[type.entity].insert(select.integer(0));
            }
        }
        return {};
    }

    // What was theirs and is another's today stays; what is not there at all goes.
    Result<> addFormer(const RecordType& type, int column, const QSet<qint64>& once, QSet<qint64>& theirs)
    {
        DTP_TRY(select, Statement::prepare(m_store.handle(), "SELECT " + nameOf(type, column) + " FROM " + type.table +
                                                                 " WHERE id = ?"));
        for (const qint64 id : once) {
            select.reset();
            DTP_TRY(isThere, select.bind(1, id).step());
            if (isThere)
                m_found.keepers[type.entity].insert(id, select.integer(0));
            else
                theirs.insert(id);
        }
        return {};
    }

    // What merges that were taken back made of them: other names and traces of somebody else, in the history alone.
    Result<> addTraces()
    {
        DTP_TRY(past, peopleOfHistory(m_store));
        QSet<QString> names;
        for (const qint64 person : m_found.people) {
            for (const QString& name : {m_store.titleOf(Entity::Person, person), past.value(person)})
                names.insert(name);
        }
        names.remove(QString());
        const int formerKey = recordType(Entity::MergedPerson).indexOf("former_key") + 1;
        const int name = recordType(Entity::AlternateName).indexOf("name") + 1;
        QHash<Entity, QSet<qint64>> traces;
        DTP_CHECK(eachRow([&](const KeptPart&, const ChangeRows& rows) {
            const Entity entity = rows.type()->entity;
            const auto isNamed = [&](QByteArrayView value) {
                const auto text = change_value::utf8(value);
                return text && names.contains(QString::fromUtf8(*text));
            };
            if (entity == Entity::MergedPerson && (m_found.people.contains(rows.keyBefore(formerKey)) ||
                                                   m_found.people.contains(rows.keyAfter(formerKey))))
                traces[entity].insert(rows.key());
            if (entity == Entity::AlternateName && (isNamed(rows.before(name)) || isNamed(rows.after(name))))
                traces[entity].insert(rows.key());
        }));
        for (auto it = traces.cbegin(); it != traces.cend(); ++it) {
            for (const qint64 id : it.value()) {
                DTP_TRY(isThere, m_store.contains(it.key(), id));
                if (!isThere)
                    m_found.records[it.key()].insert(id);
            }
        }
        return {};
    }

    // Their pictures, but for those that something else shows as well.
    Result<> addPictures()
    {
        QSet<qint64> theirs;
        QSet<qint64> others;
        DTP_CHECK(eachRow([&](const KeptPart&, const ChangeRows& rows) {
            const auto& fields = rows.type()->fields;
            for (size_t i = 0; i < fields.size(); ++i) {
                if (fields[i].reference != Entity::Image)
                    continue;
                QSet<qint64>& whose = m_found.contains(rows.type()->entity, rows.key()) ? theirs : others;
                whose.insert(rows.keyBefore(static_cast<int>(i) + 1));
                whose.insert(rows.keyAfter(static_cast<int>(i) + 1));
            }
        }));
        for (const RecordType& type : allRecordTypes()) {
            for (const Field& field : type.fields) {
                if (field.reference != Entity::Image)
                    continue;
                DTP_TRY(select, Statement::prepare(m_store.handle(), QByteArray("SELECT id, ") + field.name +
                                                                         " FROM " + type.table + " WHERE " +
                                                                         field.name + " IS NOT NULL"));
                for (;;) {
                    DTP_TRY(row, select.step());
                    if (!row)
                        break;
                    (m_found.contains(type.entity, select.integer(0)) ? theirs : others).insert(select.integer(1));
                }
            }
        }
        theirs -= others;
        theirs.remove(0);
        m_found.records.insert(Entity::Image, theirs);
        return {};
    }

    const Store& m_store;
    std::vector<KeptPart> m_parts;
    ErasedRecords m_found;
};

void seeAll(const ChangeRows& rows, const SeeText& see)
{
    const RecordType& type = *rows.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const int column = static_cast<int>(i) + 1;
        for (const QByteArrayView value : {rows.before(column), rows.after(column)}) {
            if (const auto text = change_value::utf8(value); text && !text->isEmpty())
                see(type, type.fields[i], QString::fromUtf8(*text));
        }
    }
}
} // namespace

Result<QHash<qint64, QString>> peopleOfHistory(const Store& store)
{
    const RecordType& type = recordType(Entity::Person);
    QHash<qint64, QString> names;
    DTP_TRY(parts, keptParts(store.handle()));
    for (const KeptPart& part : parts) {
        DTP_TRY(bytes, bytesOf(store.handle(), part));
        ChangeRows rows(bytes);
        while (rows.next()) {
            if (rows.type() != &type || rows.operation() == SQLITE_UPDATE)
                continue;
            RecordValues person(Entity::Person, rows.key());
            for (qsizetype i = 0; i < person.fields.size(); ++i) {
                const int column = static_cast<int>(i) + 1;
                const auto text =
                    change_value::utf8(rows.operation() == SQLITE_INSERT ? rows.after(column) : rows.before(column));
                if (text)
                    person.fields[i] = QString::fromUtf8(*text);
            }
            names.insert(rows.key(), titleOf(person));
        }
    }
    for (auto it = names.begin(); it != names.end();) {
        DTP_TRY(isThere, store.contains(Entity::Person, it.key()));
        it = isThere ? names.erase(it) : std::next(it);
    }
    return names;
}

Result<ErasedRecords> erasedRecordsOf(const Store& store, const QSet<qint64>& people)
{
    return Belongings(store).find(people);
}

Result<> eachErasedText(const Store& store, const ErasedRecords& erased, const SeeText& see)
{
    for (auto it = erased.records.cbegin(); it != erased.records.cend(); ++it) {
        const RecordType& type = recordType(it.key());
        if (type.entity == Entity::Image)
            continue;
        DTP_TRY(records, store.rows(type.entity, std::vector<qint64>(it.value().cbegin(), it.value().cend())));
        for (const RecordValues& record : records) {
            for (size_t i = 0; i < type.fields.size(); ++i) {
                const QVariant& value = record.fields.at(static_cast<qsizetype>(i));
                if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
                    see(type, type.fields[i], value.toString());
            }
        }
    }
    DTP_TRY(parts, keptParts(store.handle()));
    for (const KeptPart& part : parts) {
        DTP_TRY(bytes, bytesOf(store.handle(), part));
        ChangeRows rows(bytes);
        while (rows.next()) {
            if (rows.type() && erased.contains(rows.type()->entity, rows.key()))
                seeAll(rows, see);
        }
    }
    return {};
}

} // namespace dtp
