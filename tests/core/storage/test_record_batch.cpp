// SPDX-License-Identifier: GPL-3.0-or-later
// Many new records at once leave in the file, in its history and for its undo what the same records leave one by one.
#include <database/change_iterator.h>
#include <records/kinds.h>
#include <records/people.h>
#include <records/programs.h>
#include <storage/record_batch.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString text(const char* words)
{
    return QString::fromUtf8(words);
}

QString prose()
{
    return text("“Ωmega” — ភាសា\nand more");
}

// A value that the field takes; records: keys of what is there already, by type. Null where there is none to refer to.
QVariant valueFor(const RecordValues& record, size_t field, const QHash<Entity, qint64>& records)
{
    const Field& of = recordType(record.entity).fields[field];
    if (of.reference != Entity::None)
        return records.contains(of.reference) ? QVariant(records.value(of.reference)) : QVariant();
    const QVariantList candidates{prose(),
                                  QStringLiteral("2026-03-04T05:06"),
                                  QStringLiteral("2026-03-04"),
                                  QStringLiteral("KH"),
                                  QStringLiteral("a@example.org"),
                                  2.5,
                                  qint64(1),
                                  QByteArray("\0\xFF picture", 10)};
    for (const QVariant& candidate : candidates) {
        RecordValues tried = record;
        const StoredAs storage = traitsOf(of).storage;
        const bool fits = candidate.typeId() == (storage == StoredAs::Text      ? QMetaType::QString
                                                 : storage == StoredAs::Integer ? QMetaType::LongLong
                                                 : storage == StoredAs::Real    ? QMetaType::Double
                                                                                : QMetaType::QByteArray);
        tried.fields[static_cast<qsizetype>(field)] = candidate;
        const std::vector<FieldProblem> problems = validate(tried);
        if (fits && std::none_of(problems.begin(), problems.end(), [&](const FieldProblem& problem) {
                return problem.field == static_cast<int>(field);
            }))
            return candidate;
    }
    FAIL("no value for " << of.name);
    return {};
}

// One of each type that can be undone with a value in every field and one with as few as may be, each after those
// that it refers to.
std::vector<RecordValues> oneOfEach(IdMaker& ids)
{
    std::vector<RecordValues> all;
    QHash<Entity, qint64> made;
    for (size_t before = 1; before != all.size();) {
        before = all.size();
        for (const RecordType& type : allRecordTypes()) {
            if (made.contains(type.entity) || !type.isUndoable)
                continue;
            RecordValues full(type.entity, ids.next());
            RecordValues bare(type.entity, ids.next());
            for (size_t i = 0; i < type.fields.size(); ++i) {
                const QVariant value = valueFor(full, i, made);
                full.fields[static_cast<qsizetype>(i)] = value;
                if (type.fields[i].isRequired) // a text of its own, since some have to differ
                    bare.fields[static_cast<qsizetype>(i)] =
                        value.toString().startsWith(prose()) ? QVariant(prose() + QLatin1Char('!')) : value;
            }
            for (qsizetype i = 0; i < full.fields.size() && !checkValid(bare); ++i)
                bare.fields[i] = full.fields.at(i); // a person has to have some name or other
            if (!checkValid(full) || !checkValid(bare))
                continue; // until what it must refer to is there
            made.insert(type.entity, full.id);
            all.push_back(full);
            all.push_back(bare);
        }
    }
    return all;
}

RecordBatch batchOf(const std::vector<RecordValues>& records)
{
    RecordBatch batch;
    for (const RecordValues& values : records)
        REQUIRE_OK(batch.add(values, QStringLiteral("KH")));
    return batch;
}

QByteArray blobOf(Store& store, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    REQUIRE(sqlite3_prepare_v2(store.handle(), sql, -1, &statement, nullptr) == SQLITE_OK);
    REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
    const QByteArray bytes(static_cast<const char*>(sqlite3_column_blob(statement, 0)),
                           sqlite3_column_bytes(statement, 0));
    sqlite3_finalize(statement);
    return bytes;
}

QByteArray shown(sqlite3_value* value)
{
    if (!value)
        return "-";
    const QVariant known = fromSqlite(value);
    return QByteArray::number(sqlite3_value_type(value)) + ':' +
           (known.typeId() == QMetaType::QByteArray ? known.toByteArray().toHex() : known.toString().toUtf8());
}

// The newest change, a line for each record that it changed, in any order.
QByteArrayList newestChange(Store& store)
{
    const QByteArray changes = blobOf(store, "SELECT changes FROM change_set ORDER BY id DESC LIMIT 1");
    QByteArrayList lines;
    ChangeIterator row(changes);
    while (row.next()) {
        QByteArray line = QByteArray(row.table()) + ' ' + QByteArray::number(row.operation());
        for (int i = 0; i < row.columns(); ++i)
            line += ' ' + shown(row.before(i)) + '>' + shown(row.after(i));
        lines.append(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

using Adding = std::function<Result<>(ChangeWriter&, const std::vector<RecordValues>&)>;

Result<> oneByOne(ChangeWriter& writer, const std::vector<RecordValues>& records)
{
    for (RecordValues values : records)
        DTP_CHECK(writer.insert(values));
    return {};
}

Result<> allAtOnce(ChangeWriter& writer, const std::vector<RecordValues>& records)
{
    return writer.insertAll(batchOf(records));
}

Network called(IdMaker& ids, const char* name)
{
    Network network;
    network.id = ids.make<Network>();
    network.name = text(name);
    return network;
}

Result<> rename(ChangeWriter& writer, Id<Network> id, const char* name)
{
    DTP_TRY(network, writer.store().get(id));
    network.name = text(name);
    return writer.update(network);
}
} // namespace

TEST_CASE("records of every type leave the same change whether they are added one by one or at once",
          "[storage][batch]")
{
    FreshStore a, b;
    const std::vector<RecordValues> records = oneOfEach(a.ids);
    size_t types = 0;
    for (const RecordType& type : allRecordTypes())
        types += type.isUndoable;
    REQUIRE(records.size() == 2 * types);
    const QString before = contentOf(*b);
    Touched toldA, toldB;
    QObject listener;
    QObject::connect(&a->notifier(), &Notifier::changed, &listener, [&](const Touched& t) { toldA = t; });
    QObject::connect(&b->notifier(), &Notifier::changed, &listener, [&](const Touched& t) { toldB = t; });
    REQUIRE_OK(a->change(text("Add"), [&](ChangeWriter& writer) { return oneByOne(writer, records); }));
    REQUIRE_OK(b->change(text("Add"), [&](ChangeWriter& writer) { return allAtOnce(writer, records); }));
    const QString after = contentOf(*a);
    CHECK(contentOf(*b) == after);
    CHECK(newestChange(*b) == newestChange(*a));
    CHECK(toldB.records == toldA.records);
    CHECK(toldB.owners == toldA.owners);
    CHECK(b->history()->front().records == static_cast<qint64>(records.size()));
    for (const RecordValues& values : records) {
        const auto linesA = a->recordHistory(values.entity, values.id);
        const auto linesB = b->recordHistory(values.entity, values.id);
        REQUIRE_OK(linesA);
        REQUIRE_OK(linesB);
        CHECK(linesB->size() == linesA->size());
    }
    REQUIRE_OK(b->undo());
    CHECK(contentOf(*b) == before);
    REQUIRE_OK(b->redo());
    CHECK(contentOf(*b) == after);
    CHECK(b->check()->isEmpty());
}

// One of the promises of a row of a field table: see tests/ui/test_every_field.cpp.
TEST_CASE("every field of a record is told in its history by its label", "[storage][fields]")
{
    FreshStore file;
    const std::vector<RecordValues> records = oneOfEach(file.ids);
    REQUIRE_OK(file->change(text("Add"), [&](ChangeWriter& writer) { return oneByOne(writer, records); }));
    QStringList empty;
    for (size_t i = 0; i < records.size(); i += 2) { // those with a value in every field
        const RecordType& type = recordType(records[i].entity);
        const auto kept = file->rows(type.entity, {records[i].id});
        REQUIRE_OK(kept);
        const auto history = file->recordHistory(type.entity, records[i].id);
        REQUIRE_OK(history);
        const auto own = std::find_if(history->begin(), history->end(), [&](const RecordChange& change) {
            return change.entity == type.entity && change.id == records[i].id; // and not of what belongs to it
        });
        REQUIRE(own != history->end());
        QStringList told, labels;
        for (const FieldChange& change : own->fields)
            told.append(change.label);
        for (const Field& field : type.fields) {
            if (traitsOf(field).isEmpty(kept->front().value(field.name)))
                empty.append(QStringLiteral("%1.%2").arg(QLatin1String(type.table), QLatin1String(field.name)));
            else
                labels.append(field.labelText());
        }
        INFO(type.table);
        CHECK(told == labels);
    }
    // The one is worked out of a number, the other is a record of its own type, of which there is none before it.
    CHECK(empty == QStringList{text("contact_point.e164"), text("report_section.parent_id")});
}

TEST_CASE("runs of records of one type leave the same change whether they are added one by one or at once",
          "[storage][batch]")
{
    FreshStore a, b;
    std::vector<RecordValues> records;
    const auto addPeople = [&](int many) {
        for (int i = 0; i < many; ++i) {
            Person person;
            person.id = a.ids.make<Person>();
            person.givenName = QStringLiteral("Given %1").arg(i);
            records.push_back(toValues(person));
        }
    };
    addPeople(60); // written several at a time, and some that are left
    for (int i = 0; i < 60; ++i) {
        ContactPoint contact;
        contact.id = a.ids.make<ContactPoint>();
        contact.person = {records[static_cast<size_t>(i)].id};
        contact.kind = QStringLiteral("email");
        contact.value = QStringLiteral("person%1@example.org").arg(i);
        records.push_back(toValues(contact));
        if (i == 40)
            addPeople(1); // between them
    }
    const QString before = contentOf(*b);
    REQUIRE_OK(a->change(text("Add"), [&](ChangeWriter& writer) { return oneByOne(writer, records); }));
    REQUIRE_OK(b->change(text("Add"), [&](ChangeWriter& writer) { return allAtOnce(writer, records); }));
    CHECK(contentOf(*b) == contentOf(*a));
    CHECK(newestChange(*b) == newestChange(*a));
    CHECK(b->history()->front().records == 121);
    REQUIRE_OK(b->undo());
    CHECK(contentOf(*b) == before);
    REQUIRE_OK(b->redo());
    CHECK(contentOf(*b) == contentOf(*a));
}

TEST_CASE("what is changed and removed between batches of one change is undone with them", "[storage][batch]")
{
    const auto deed = [](FreshStore& file, const Adding& add) {
        const Network kept = called(file.ids, "Kept"), gone = called(file.ids, "Gone");
        REQUIRE_OK(file->change(text("Before"), [&](ChangeWriter& writer) {
            return oneByOne(writer, {toValues(kept), toValues(gone)});
        }));
        const QString before = contentOf(*file);
        const Network one = called(file.ids, "One"), two = called(file.ids, "Two"), three = called(file.ids, "Three");
        const Network four = called(file.ids, "Four"), again = Network(gone);
        REQUIRE_OK(file->change(text("Many things"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(rename(writer, kept.id, "Kept once"));
            DTP_CHECK(add(writer, {toValues(one), toValues(two)}));
            DTP_CHECK(rename(writer, one.id, "One more"));
            DTP_CHECK(writer.remove(two.id)); // as if it had never been
            DTP_CHECK(writer.remove(gone.id));
            DTP_CHECK(add(writer, {toValues(three), toValues(again)}));
            DTP_CHECK(rename(writer, kept.id, "Kept twice"));
            return add(writer, {toValues(four)});
        }));
        const QString after = contentOf(*file);
        const QByteArrayList changes = newestChange(*file);
        REQUIRE_OK(file->undo());
        CHECK(contentOf(*file) == before);
        REQUIRE_OK(file->redo());
        CHECK(contentOf(*file) == after);
        CHECK(file->check()->isEmpty());
        return std::pair(after, changes);
    };
    FreshStore a, b;
    const auto [contentA, changesA] = deed(a, &oneByOne);
    const auto [contentB, changesB] = deed(b, &allAtOnce);
    CHECK(contentB == contentA);
    CHECK(changesB == changesA);
    CHECK(changesB.size() == 4); // kept, one, three, four; of what came and went nothing is left
}

TEST_CASE("very many records in batches are one change in parts, undone and redone as one", "[storage][batch][large]")
{
    FreshStore file;
    constexpr int batches = 30, each = 1500;
    Id<Network> first;
    REQUIRE_OK(file->change(text("Many networks"), [&](ChangeWriter& writer) -> Result<> {
        for (int i = 0; i < batches; ++i) {
            RecordBatch batch;
            for (int j = 0; j < each; ++j) {
                const Network network = called(file.ids, "Network");
                if (!first)
                    first = network.id;
                DTP_CHECK(batch.add(toValues(network)));
            }
            DTP_CHECK(writer.insertAll(batch));
            if (i % 10 == 5) // in another part than the one that it was made in
                DTP_CHECK(rename(writer, first, i < 20 ? "First" : "Last"));
        }
        return {};
    }));
    CHECK(blobOf(*file.store, "SELECT count(*) FROM change_part") == "2");
    CHECK(file->history()->front().records == batches * each);
    CHECK(file->count(Entity::Network).value() == batches * each);
    CHECK(file->get(first)->name == text("Last"));
    REQUIRE_OK(file->undo());
    CHECK(file->count(Entity::Network).value() == 0);
    REQUIRE_OK(file->redo());
    CHECK(file->count(Entity::Network).value() == batches * each);
    CHECK(file->get(first)->name == text("Last"));
    CHECK(file->check()->isEmpty());
}

TEST_CASE("a batch takes no record that is not valid, and gives phones their international form", "[storage][batch]")
{
    FreshStore file;
    RecordBatch batch;
    Network nameless;
    nameless.id = file.ids.make<Network>();
    CHECK_FALSE(batch.add(toValues(nameless)).has_value());
    CHECK(batch.size() == 0);
    const Person dara = addPerson(*file.store, text("Dara"), text("Sok"), QStringLiteral("KH"));
    ContactPoint phone;
    phone.id = file.ids.make<ContactPoint>();
    phone.person = dara.id;
    phone.kind = QStringLiteral("telegram");
    phone.value = QStringLiteral("012 345 678");
    REQUIRE_OK(batch.add(toValues(phone), QStringLiteral("KH")));
    REQUIRE_OK(file->change(text("Add"), [&](ChangeWriter& writer) { return writer.insertAll(batch); }));
    CHECK(file->get(phone.id)->e164 == QStringLiteral("+85512345678"));
}
