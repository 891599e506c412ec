// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/removed_people.h>

#include <database/change_iterator.h>
#include <database/connection.h>
#include <meaning/safety.h>
#include <records/record_type.h>
#include <storage/store.h>

#include <map>
#include <set>

namespace dtp
{

namespace
{
struct Known {
    RecordValues values{Entity::Person};
    RemovedPerson removed;
    bool neededCare = false;
};

// What a row of a change set says of a record, onto what was known of it.
void take(const ChangeIterator& row, const RecordType& type, RecordValues& values)
{
    for (int column = 1; column < row.columns() && column <= static_cast<int>(type.fields.size()); ++column) {
        if (sqlite3_value* said = row.operation() == SQLITE_DELETE ? row.before(column) : row.after(column))
            values.fields[column - 1] = fromSqlite(said);
    }
}

void addOnce(QStringList& texts, const QString& text)
{
    if (!text.isEmpty() && !texts.contains(text))
        texts.append(text);
}

void takeRow(const ChangeIterator& row, std::map<qint64, Known>& people)
{
    const RecordType* type = recordTypeOfTable(QString::fromLatin1(row.table()));
    if (!type)
        return;
    if (type->entity == Entity::Person) {
        const auto found = people.find(row.key());
        if (found == people.end())
            return;
        Known& known = found->second;
        take(row, *type, known.values);
        known.values.id = row.key();
        known.removed.person = fromValues<Person>(known.values);
        known.neededCare = known.neededCare || needsCare(known.removed.person);
    } else if (type->entity == Entity::AlternateName || type->entity == Entity::ContactPoint) {
        RecordValues values(type->entity);
        take(row, *type, values);
        const auto found = people.find(values.value("person_id").toLongLong());
        if (found == people.end())
            return;
        if (type->entity == Entity::AlternateName)
            addOnce(found->second.removed.otherNames, fromValues<AlternateName>(values).name);
        else
            addOnce(found->second.removed.contacts, fromValues<ContactPoint>(values).value);
    }
}
} // namespace

Result<std::vector<RemovedPerson>> removedPeopleWithCare(const Store& store)
{
    std::map<qint64, Known> people;
    std::set<qint64> changes; // in the order in which they were made
    DTP_TRY(gone,
            Statement::prepare(store.handle(), "SELECT record_id, change_id FROM change_record WHERE table_id ="
                                               " (SELECT id FROM record_table WHERE name = 'person')"
                                               " AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = record_id)"));
    for (;;) {
        DTP_TRY(row, gone.step());
        if (!row)
            break;
        people[gone.integer(0)];
        changes.insert(gone.integer(1));
    }
    DTP_TRY(select, Statement::prepare(store.handle(), "SELECT changes FROM change_set WHERE id = ? AND is_bulk = 0"));
    for (const qint64 change : changes) {
        select.bind(1, change);
        DTP_TRY(there, select.step());
        const QByteArray rows = there ? select.blob(0) : QByteArray();
        select.reset();
        for (ChangeIterator row(rows); row.next();)
            takeRow(row, people);
    }
    std::vector<RemovedPerson> careful;
    for (auto& [key, known] : people) {
        if (known.neededCare)
            careful.push_back(std::move(known.removed));
    }
    return careful;
}

} // namespace dtp
