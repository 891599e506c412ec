// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/contacts.h>
#include <meaning/holding.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <tuple>

namespace dtp
{

namespace
{
// The order is kept in files: what comes new comes last, and a change makes the index of people anew.
constexpr const char* reachKinds[] = {"email", "phone", "whatsapp", "signal", "telegram", "social", "website", "post"};

bool comesBefore(bool isPreferred, qint64 entry, bool otherIsPreferred, qint64 otherEntry)
{
    return std::tuple(!isPreferred, entry) < std::tuple(!otherIsPreferred, otherEntry);
}
} // namespace

std::optional<int> reachBit(const QString& kind)
{
    for (size_t i = 0; i < std::size(reachKinds); ++i) {
        if (kind == QLatin1String(reachKinds[i]))
            return 1 << i;
    }
    return std::nullopt;
}

QByteArray reachOf(const QByteArray& personColumn)
{
    QByteArray sum;
    for (const char* kind : reachKinds)
        sum += (sum.isEmpty() ? "" : " + ") + QByteArray::number(*reachBit(QLatin1String(kind))) + " * max(kind = '" +
               kind + "')";
    return "(SELECT ifnull(" + sum + ", 0) FROM contact_point WHERE person_id = " + personColumn +
           " AND do_not_use = 0)";
}

const ContactPoint* reachableContact(std::span<const ContactPoint> contacts, const QStringList& kinds)
{
    const ContactPoint* best = nullptr;
    for (const ContactPoint& one : contacts) {
        if (one.doNotUse || !kinds.contains(one.kind) || isFaxOnly(one.note))
            continue;
        if (!best || comesBefore(one.preferred, one.id.value, best->preferred, best->id.value))
            best = &one;
    }
    return best;
}

Result<QHash<qint64, QString>> reachableContacts(const Store& store, std::span<const qint64> people,
                                                 const QStringList& kinds)
{
    struct Found {
        bool isPreferred;
        qint64 entry;
    };
    QHash<qint64, Found> best;
    QHash<qint64, QString> values;
    BulkQuery query{.entity = Entity::ContactPoint,
                    .fields = {"id", "person_id", "kind", "value", "preferred", "do_not_use", "note"}};
    query.keyField = "person_id";
    query.keys = people;
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) {
        if (row.integer(5) != 0 || !kinds.contains(row.text(2)) || isFaxOnly(row.text(6)))
            return;
        const Found found{row.integer(4) != 0, row.integer(0)};
        const auto known = best.constFind(row.integer(1));
        if (known != best.constEnd() && !comesBefore(found.isPreferred, found.entry, known->isPreferred, known->entry))
            return;
        best.insert(row.integer(1), found);
        values.insert(row.integer(1), row.text(3));
    }));
    return values;
}

SqlPiece reachableContact(const char* personColumn, const QStringList& kinds)
{
    QByteArray phones;
    for (const QString& word : wordsOfPhones())
        phones += " AND reached.note NOT LIKE '%" + word.toLatin1() + "%'";
    return {QByteArray("(SELECT reached.value FROM contact_point reached WHERE reached.person_id = ") + personColumn +
                " AND reached.do_not_use = 0 AND reached.kind IN (SELECT value FROM json_each(?))"
                " AND NOT (reached.note LIKE '%fax%'" +
                phones +
                ")"
                " ORDER BY reached.preferred <> 0 DESC, reached.id LIMIT 1)",
            {jsonArrayText(kinds)}};
}

QDate lastContact(std::span<const ContactNote> notes, QDate day)
{
    QDate last;
    for (const ContactNote& note : notes)
        if (note.date.isValid() && note.date <= day && (!last.isValid() || note.date > last))
            last = note.date;
    return last;
}

Result<QHash<qint64, QDate>> lastContacts(const Store& store, std::span<const qint64> people, QDate day)
{
    QHash<qint64, QDate> last;
    BulkQuery query{.entity = Entity::ContactNote, .fields = {"person_id", "date"}};
    query.keyField = "person_id";
    query.keys = people;
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) {
        const QDate date = dayFromStored(row.text(1));
        if (!date.isValid() || date > day)
            return;
        QDate& known = last[row.integer(0)];
        if (!known.isValid() || date > known)
            known = date;
    }));
    return last;
}

SqlPiece isSilentSince(const char* personColumn, QDate since, QDate day)
{
    return {QByteArray("NOT EXISTS (SELECT 1 FROM contact_note spoken WHERE spoken.person_id = ") + personColumn +
                " AND spoken.date BETWEEN ? AND ?)",
            {storedDay(since), storedDay(day)}};
}

} // namespace dtp
