// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/erase_records.h>

#include <database/connection.h>
#include <database/free_room.h>
#include <erasure/change_bytes.h>
#include <erasure/erased_settings.h>
#include <erasure/kept_changes.h>
#include <records/kinds.h>

#include <QCoreApplication>

#include <sqlite3.h>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

Result<> execute(sqlite3* database, const char* sql)
{
    if (const int code = sqlite3_exec(database, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        return tl::unexpected<Error>(sqliteError(database));
    return {};
}

// Whether others' texts of this field may mention somebody. Not what others are themselves called and reached by: who
// has the same name keeps it. Not the words of vocabularies, which are nobody's.
bool isMapped(const RecordType& type, const Field& field)
{
    if (!traitsOf(field).isFreeText() || type.entity == Entity::Term)
        return false;
    const bool isOfPeople =
        type.entity == Entity::Person || type.entity == Entity::AlternateName || type.entity == Entity::ContactPoint;
    const bool isNameOrContact = field.isRequired || field.isHidden || field.sensitivity == Sensitivity::Public;
    return !(isOfPeople && isNameOrContact);
}

// What is to be done to the columns of a type.
struct ColumnsOfType {
    std::vector<int> texts;
    std::vector<std::pair<int, Entity>> references;

    explicit ColumnsOfType(const RecordType& type)
    {
        for (size_t i = 0; i < type.fields.size(); ++i) {
            const Field& field = type.fields[i];
            if (isMapped(type, field))
                texts.push_back(static_cast<int>(i) + 1);
            if (field.reference == Entity::Person || field.reference == Entity::Image)
                references.emplace_back(static_cast<int>(i) + 1, field.reference);
        }
    }
};

const ColumnsOfType& columnsOf(const RecordType& type)
{
    static const auto all = [] {
        QHash<Entity, ColumnsOfType> columns;
        for (const RecordType& each : allRecordTypes())
            columns.insert(each.entity, ColumnsOfType(each));
        return columns;
    }();
    return *all.constFind(type.entity);
}

class Eraser
{
public:
    Eraser(Store& store, const ErasedRecords& erased, const TextsWithout& texts, Progress progress)
        : m_store(store), m_database(store.handle()), m_erased(erased), m_texts(texts), m_progress(std::move(progress))
    {
    }

    Result<ErasureCounts> run()
    {
        DTP_CHECK(countLedger());
        DTP_CHECK(rewriteHistory());
        DTP_CHECK(removeRecords());
        for (const RecordType& type : allRecordTypes())
            DTP_CHECK(replaceTexts(type));
        // What is typed in place of a name in a text is in no field table.
        DTP_CHECK(replaceInColumns("name_decision", {"replacement"}));
        DTP_TRY(settings, eraseFromSettings(m_database, m_erased, m_texts));
        m_counts.settings = settings;
        DTP_CHECK(leaveMarks());
        return std::move(m_counts);
    }

private:
    Result<> countLedger()
    {
        DTP_TRY(select, Statement::prepare(m_database, "SELECT DISTINCT disclosure_id FROM disclosed_person WHERE"
                                                       " person_key IN (SELECT value FROM json_each(?))"
                                                       " ORDER BY 1 DESC"));
        select.bind(1, QVariant(json(m_erased.people)));
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                return {};
            m_counts.disclosures.push_back(select.integer(0));
        }
    }

    Result<> rewriteHistory()
    {
        DTP_TRY(parts, keptParts(m_database));
        bool isChanged = false;
        bool isEmpty = true;
        qint64 rowsGone = 0;
        bool removesPeople = false;
        bool canBeRedone = true;
        qint64 done = 0;
        for (const KeptPart& part : parts) {
            if (!goOn(m_progress, done++, static_cast<qint64>(parts.size()), Storage::tr("Writing the history anew")))
                return fail(Storage::tr("This was stopped. Nothing was changed."));
            DTP_TRY(before, bytesOf(m_database, part));
            DTP_TRY(after, rewritten(before, rowsGone, removesPeople));
            if (after != before)
                DTP_CHECK(replaceBytes(m_database, part, after));
            isChanged = isChanged || after != before;
            isEmpty = isEmpty && after.isEmpty();
            if (part.number != 0)
                continue;
            if (isChanged) // the last part of this change
                DTP_CHECK(finishChange(part.change, isEmpty, rowsGone));
            // A merge that was taken back: done again, it would remove somebody in favour of nobody, or merge nobody.
            canBeRedone = canBeRedone && !(part.state == 1 && isChanged && removesPeople);
            isChanged = false;
            isEmpty = true;
            removesPeople = false;
            rowsGone = 0;
        }
        if (!canBeRedone)
            DTP_CHECK(execute(m_database, "UPDATE change_set SET state = 2 WHERE state = 1"));
        DTP_CHECK(forgetWhoseHistory());
        return replaceInColumns("change_set", {"sentence", "author"});
    }

    Result<> finishChange(qint64 change, bool isEmpty, qint64 rowsGone)
    {
        if (!isEmpty) {
            ++m_counts.changesRewritten;
            DTP_TRY(update, Statement::prepare(m_database,
                                               "UPDATE change_set SET records = max(records - ?2, 1) WHERE id = ?1"));
            return update.bind(1, change).bind(2, rowsGone).run();
        }
        ++m_counts.changesRemoved;
        for (const char* sql : {"DELETE FROM change_set WHERE id = ?", "DELETE FROM change_part WHERE change_id = ?",
                                "DELETE FROM change_record WHERE change_id = ?"}) {
            DTP_TRY(remove, Statement::prepare(m_database, sql));
            DTP_CHECK(remove.bind(1, change).run());
        }
        return {};
    }

    Result<QByteArray> rewritten(const QByteArray& changes, qint64& rowsGone, bool& removesPeople) const
    {
        ChangeRows rows(changes);
        ChangeRowsWriter writer;
        bool isChanged = false;
        while (rows.next()) {
            removesPeople = removesPeople || (rows.operation() == SQLITE_DELETE && rows.type() &&
                                              rows.type()->entity == Entity::Person);
            if (rows.type() && m_erased.contains(rows.type()->entity, rows.key())) {
                ++rowsGone;
                isChanged = true;
                continue;
            }
            if (rows.type() && needsOthers(rows)) {
                writer.add(rows, otherValues(rows, true), otherValues(rows, false));
                isChanged = true;
            } else {
                writer.add(rows);
            }
        }
        if (rows.isBroken())
            return fail(
                Storage::tr("The history of this file cannot be read, so nobody can be erased from it. Nothing "
                            "was changed."),
                QStringLiteral("change set"));
        return isChanged ? writer.take() : changes;
    }

    bool needsOthers(const ChangeRows& rows) const
    {
        const ColumnsOfType& columns = columnsOf(*rows.type());
        for (const auto& [column, entity] : columns.references) {
            if (m_erased.contains(entity, rows.keyBefore(column)) || m_erased.contains(entity, rows.keyAfter(column)))
                return true;
        }
        return std::any_of(columns.texts.begin(), columns.texts.end(), [&](int column) {
            return mayMention(rows.before(column)) || mayMention(rows.after(column));
        });
    }

    bool mayMention(QByteArrayView value) const
    {
        const auto text = change_value::utf8(value);
        return text && m_texts.mayMention(*text);
    }

    std::vector<QByteArray> otherValues(const ChangeRows& rows, bool before) const
    {
        std::vector<QByteArray> values;
        const ColumnsOfType& columns = columnsOf(*rows.type());
        for (int column = 0; column < rows.columns(); ++column) {
            const QByteArrayView value = before ? rows.before(column) : rows.after(column);
            if (!value.isEmpty())
                values.push_back(value.toByteArray());
        }
        if (values.empty())
            return values;
        for (const auto& [column, entity] : columns.references) {
            if (column < static_cast<int>(values.size())) {
                QByteArray& value = values[static_cast<size_t>(column)];
                if (m_erased.contains(entity, change_value::integer(value).value_or(0)))
                    value = instead(*rows.type(), rows.key());
            }
        }
        for (const int column : columns.texts) {
            if (column < static_cast<int>(values.size()) && mayMention(values[static_cast<size_t>(column)])) {
                QByteArray& value = values[static_cast<size_t>(column)];
                const QString text = QString::fromUtf8(*change_value::utf8(value));
                value = change_value::ofText(m_texts.replaced(text).toUtf8());
            }
        }
        return values;
    }

    // What a record refers to that was theirs for a while.
    QByteArray instead(const RecordType& type, qint64 id) const
    {
        const qint64 keeper = m_erased.keepers.value(type.entity).value(id, 0);
        return keeper == 0 ? change_value::null() : change_value::ofInteger(keeper);
    }

    Result<> forgetWhoseHistory()
    {
        for (auto it = m_erased.records.cbegin(); it != m_erased.records.cend(); ++it) {
            for (const char* sql : {"DELETE FROM change_record WHERE table_id = (SELECT id FROM record_table WHERE"
                                    " name = ?1) AND record_id IN (SELECT value FROM json_each(?2))",
                                    "DELETE FROM change_record WHERE child_table_id = (SELECT id FROM record_table"
                                    " WHERE name = ?1) AND child_id IN (SELECT value FROM json_each(?2))"}) {
                DTP_TRY(remove, Statement::prepare(m_database, sql));
                remove.bind(1, QVariant(QLatin1String(recordType(it.key()).table).toString()));
                DTP_CHECK(remove.bind(2, QVariant(json(it.value()))).run());
            }
        }
        return {};
    }

    Result<> removeRecords()
    {
        for (auto it = m_erased.records.cbegin(); it != m_erased.records.cend(); ++it) {
            const QByteArray where =
                QByteArray(" FROM ") + recordType(it.key()).table + " WHERE id IN (SELECT value FROM json_each(?))";
            DTP_TRY(count, Statement::prepare(m_database, "SELECT count(*)" + where));
            DTP_TRY(row, count.bind(1, QVariant(json(it.value()))).step());
            if (row && count.integer(0) > 0)
                m_counts.removed.insert(it.key(), count.integer(0));
        }
        for (auto it = m_erased.records.cbegin(); it != m_erased.records.cend(); ++it) {
            DTP_TRY(remove, Statement::prepare(m_database, QByteArray("DELETE FROM ") + recordType(it.key()).table +
                                                               " WHERE id IN (SELECT value FROM json_each(?))"));
            DTP_CHECK(remove.bind(1, QVariant(json(it.value()))).run());
        }
        return {};
    }

    // Of all records that are left of a type.
    Result<> replaceTexts(const RecordType& type)
    {
        QByteArrayList names;
        for (const int column : columnsOf(type).texts)
            names.append(type.fields[static_cast<size_t>(column) - 1].name);
        if (names.isEmpty())
            return {};
        DTP_TRY(changed, replaceInRows(type.table, names));
        if (!changed.empty())
            m_counts.mentioning.insert(type.entity, changed);
        return {};
    }

    Result<> replaceInColumns(const QByteArray& table, const QByteArrayList& columns)
    {
        DTP_TRY(changed, replaceInRows(table, columns));
        Q_UNUSED(changed)
        return {};
    }

    Result<std::vector<qint64>> replaceInRows(const QByteArray& table, const QByteArrayList& columns)
    {
        DTP_TRY(select, Statement::prepare(m_database, "SELECT rowid, " + columns.join(", ") + " FROM " + table));
        struct Change {
            qint64 id;
            QByteArray column;
            QString text;
        };
        std::vector<Change> changes;
        for (;;) {
            DTP_TRY(row, select.step());
            if (!row)
                break;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                const int at = static_cast<int>(i) + 1;
                if (!m_texts.mayMention(bytesIn(select, at)))
                    continue;
                const QString before = select.text(at);
                QString after = m_texts.replaced(before);
                if (after != before)
                    changes.push_back({select.integer(0), columns.at(i), std::move(after)});
            }
        }
        select.reset();
        std::vector<qint64> ids;
        for (const Change& change : changes) {
            DTP_TRY(update, Statement::prepare(m_database, "UPDATE " + table + " SET " + change.column +
                                                               " = ?2 WHERE rowid = ?1"));
            DTP_CHECK(update.bind(1, change.id).bind(2, QVariant(change.text)).run());
            if (ids.empty() || ids.back() != change.id)
                ids.push_back(change.id);
        }
        return ids;
    }

    // As they stand in SQLite's memory: every text of the file passes here.
    static QByteArrayView bytesIn(const Statement& row, int column)
    {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row.handle(), column));
        return {text, text ? static_cast<qsizetype>(sqlite3_column_bytes(row.handle(), column)) : 0};
    }

    Result<> leaveMarks()
    {
        DTP_TRY(insert, Statement::prepare(m_database, "INSERT OR REPLACE INTO setting VALUES (?, ?)"));
        const QString today = m_store.environment().clock->today().toString(Qt::ISODate);
        for (const qint64 person : m_erased.people)
            DTP_CHECK(insert.bind(1, QVariant(erasedKey(person))).bind(2, QVariant(today)).run());
        return markFreeRoom(m_database);
    }

    static QString json(const QSet<qint64>& keys)
    {
        QStringList list;
        for (const qint64 key : keys)
            list.append(QString::number(key));
        return QLatin1Char('[') + list.join(QLatin1Char(',')) + QLatin1Char(']');
    }

    Store& m_store;
    sqlite3* m_database;
    const ErasedRecords& m_erased;
    const TextsWithout& m_texts;
    Progress m_progress;
    ErasureCounts m_counts;
};
} // namespace

Result<ErasureCounts> eraseRecords(Store& store, const ErasedRecords& erased, const TextsWithout& texts, Erasing how,
                                   const Progress& progress)
{
    const QString onlyTried = QStringLiteral("only tried");
    ErasureCounts counts;
    const Result<> done = store.load([&](ChangeWriter&) -> Result<> {
        DTP_TRY(found, Eraser(store, erased, texts, progress).run());
        counts = std::move(found);
        return how == Erasing::Do ? Result<>() : fail(QString(), onlyTried);
    });
    if (!done && !(how == Erasing::Try && done.error().detail == onlyTried))
        return tl::unexpected<Error>(done.error());
    return counts;
}

QString erasedKey(qint64 person)
{
    return QStringLiteral("erased/%1").arg(person);
}

QDate erasedOn(const Store& store, qint64 person)
{
    return QDate::fromString(store.setting(erasedKey(person)), Qt::ISODate);
}

} // namespace dtp
