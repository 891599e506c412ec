// SPDX-License-Identifier: GPL-3.0-or-later
#include <reverting/conflicts.h>

#include <database/change_iterator.h>
#include <database/connection.h>
#include <records/kinds.h>

#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
class Reverting
{
    Q_DECLARE_TR_FUNCTIONS(Reverting)
};

constexpr size_t mostSaid = 3;
constexpr int mostFound = 1000;

Result<> run(const Store& store, const QByteArray& sql)
{
    DTP_TRY(statement, Statement::prepare(store.handle(), sql));
    return statement.run();
}
} // namespace

QString nowOtherwise(const Store& store, const Field& field, const QString& title, const QVariant& now)
{
    if (field.sensitivity == Sensitivity::Restricted || !traitsOf(field).isShown())
        return Reverting::tr("“%1” of %2 was changed again.").arg(field.labelText(), title);
    if (traitsOf(field).isEmpty(now))
        return Reverting::tr("“%1” of %2 is empty now.").arg(field.labelText(), title);
    constexpr qsizetype longest = 60;
    QString shown = store.displayText(field, now).simplified();
    if (shown.size() > longest)
        shown = QString(shown.left(longest) + QChar(0x2026));
    return Reverting::tr("“%1” of %2 is “%3” now.").arg(field.labelText(), title, shown);
}

bool isSame(const Field& field, const QVariant& one, const QVariant& other)
{
    const KindTraits& traits = traitsOf(field);
    const bool isEmpty = traits.isEmpty(one);
    return isEmpty == traits.isEmpty(other) && (isEmpty || one.toString() == other.toString());
}

// In a table for the time being: an import may have added a hundred thousand.
Result<> Conflicts::findNewer(const std::vector<QByteArray>& parts)
{
    DTP_CHECK(run(m_store, "CREATE TEMP TABLE IF NOT EXISTS going (type TEXT, id INTEGER, PRIMARY KEY (type, id))"
                           " WITHOUT ROWID"));
    DTP_CHECK(run(m_store, "DELETE FROM temp.going"));
    DTP_TRY(insert, Statement::prepare(m_store.handle(), "INSERT OR IGNORE INTO temp.going VALUES (?, ?)"));
    QSet<Entity> going;
    for (const QByteArray& part : parts) {
        ChangeIterator row(part);
        while (row.next()) {
            const RecordType* type =
                row.operation() == SQLITE_INSERT ? recordTypeOfTable(QString::fromLatin1(row.table())) : nullptr;
            if (!type)
                continue;
            going.insert(type->entity);
            insert.bind(1, QVariant(QString::fromLatin1(type->table))).bind(2, row.key());
            DTP_CHECK(insert.run());
        }
    }
    for (const RecordType& type : allRecordTypes()) {
        for (const Field& field : type.fields) {
            if (type.isUndoable && going.contains(field.reference))
                DTP_CHECK(findNewerIn(type, field));
        }
    }
    return run(m_store, "DELETE FROM temp.going");
}

Result<> Conflicts::findNewerIn(const RecordType& type, const Field& field)
{
    const QByteArray table = type.table;
    DTP_TRY(select, Statement::prepare(m_store.handle(),
                                       "SELECT c.id FROM temp.going g JOIN " + table + " c ON c." + field.name +
                                           " = g.id WHERE g.type = ? AND NOT EXISTS (SELECT 1"
                                           " FROM temp.going x WHERE x.type = ? AND x.id = c.id) LIMIT ?"));
    select.bind(1, QVariant(QString::fromLatin1(recordType(field.reference).table)));
    select.bind(2, QVariant(QString::fromLatin1(table))).bind(3, qint64(mostFound));
    for (;;) {
        DTP_TRY(more, select.step());
        if (!more)
            return {};
        m_found.push_back({Found::What::Added, &type, select.integer(0), nullptr, {}});
    }
}

bool Conflicts::note(int kind, sqlite3_changeset_iter* rows)
{
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
        m_found.push_back({Found::What::OwnerGone, nullptr, 0, nullptr, {}});
        return false;
    }
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(rows, &table, &columns, &operation, &indirect);
    // What is to go and has gone, be it with its owner just now, is as it should be.
    if (kind == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE)
        return true;
    const RecordType* type = recordTypeOfTable(QString::fromLatin1(table));
    sqlite3_value* key = nullptr;
    (operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old)(rows, 0, &key);
    const qint64 id = sqlite3_value_int64(key);
    const auto add = [&](Found::What what) { m_found.push_back({what, type, id, nullptr, {}}); };
    if (kind == SQLITE_CHANGESET_NOTFOUND)
        add(Found::What::Gone);
    else if (operation == SQLITE_INSERT)
        add(Found::What::ThereAgain);
    else if (operation == SQLITE_DELETE || kind != SQLITE_CHANGESET_DATA)
        add(Found::What::Changed);
    for (int column = 1; type && operation == SQLITE_UPDATE && kind == SQLITE_CHANGESET_DATA && column < columns;
         ++column) {
        sqlite3_value* expected = nullptr;
        sqlite3_value* found = nullptr;
        sqlite3changeset_old(rows, column, &expected);
        if (!expected || sqlite3changeset_conflict(rows, column, &found) != SQLITE_OK)
            continue; // not a field of this change
        const Field& field = type->fields[static_cast<size_t>(column - 1)];
        if (!isSame(field, fromSqlite(expected), fromSqlite(found)))
            m_found.push_back({Found::What::ChangedField, type, id, &field, fromSqlite(found)});
    }
    return m_found.size() < static_cast<size_t>(mostFound);
}

QString Conflicts::inWords(const Found& one) const
{
    if (!one.type)
        return Reverting::tr("What it belonged to is not there any more.");
    const QString kind = one.type->singularText();
    const QString title = m_store.titleOf(one.type->entity, one.id);
    switch (one.what) {
    case Found::What::Added:
        return Reverting::tr("%1 “%2” was added since.").arg(kind, title);
    case Found::What::ChangedField:
        return nowOtherwise(m_store, *one.field, title, one.now);
    case Found::What::Gone:
        return Reverting::tr("%1 is not there any more.").arg(kind);
    case Found::What::ThereAgain:
        return Reverting::tr("%1 “%2” is there again.").arg(kind, title);
    case Found::What::Changed:
    case Found::What::OwnerGone:
        break;
    }
    return Reverting::tr("%1 “%2” was changed since.").arg(kind, title);
}

QString Conflicts::sentence() const
{
    QStringList said;
    for (size_t i = 0; i < std::min(mostSaid, m_found.size()); ++i) {
        QString words = inWords(m_found[i]);
        words[0] = words.at(0).toUpper(); // the name of a type begins it
        said.append(words);
    }
    if (m_found.size() > mostSaid)
        said.append(Reverting::tr("There are %L1 more.").arg(m_found.size() - mostSaid));
    return said.join(QLatin1Char(' '));
}

} // namespace dtp
