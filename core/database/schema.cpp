// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/schema.h>
#include <records/record_type.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <algorithm>

namespace dtp
{

const std::vector<Migration>& migrations()
{
    static const std::vector<Migration> all = [] {
        std::vector<Migration> found;
        const QDir folder(QStringLiteral(":/schema"));
        const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QString& name : names) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            Migration migration;
            migration.version = name.section(QLatin1Char('_'), 0, 0).toInt();
            migration.sql = file.readAll();
            migration.sentence = QString::fromUtf8(migration.sql.left(migration.sql.indexOf('\n'))).mid(3).trimmed();
            found.push_back(std::move(migration));
        }
        return found;
    }();
    return all;
}

int newestSchemaVersion()
{
    return migrations().empty() ? 0 : migrations().back().version;
}

Result<SchemaState> schemaState(Connection& connection)
{
    DTP_TRY(id, connection.value("PRAGMA application_id"));
    DTP_TRY(version, connection.value("PRAGMA user_version"));
    DTP_TRY(tables, connection.value("SELECT count(*) FROM sqlite_schema"));
    if (id.toLongLong() != applicationId)
        return tables.toLongLong() == 0 && id.toLongLong() == 0 ? SchemaState::Fresh : SchemaState::Foreign;
    const qint64 newest = newestSchemaVersion();
    if (version.toLongLong() > newest)
        return SchemaState::Newer;
    return version.toLongLong() < newest ? SchemaState::Older : SchemaState::Current;
}

Result<> migrate(Connection& connection, int version)
{
    DTP_TRY(now, connection.value("PRAGMA user_version"));
    const qint64 from = now.toLongLong();
    for (const Migration& migration : migrations()) {
        if (migration.version <= from || migration.version > version)
            continue;
        DTP_TRY(transaction, Transaction::begin(connection));
        DTP_CHECK(connection.run(migration.sql));
        DTP_CHECK(connection.run("PRAGMA application_id = " + QByteArray::number(applicationId)));
        DTP_CHECK(connection.run("PRAGMA user_version = " + QByteArray::number(migration.version)));
        DTP_CHECK(transaction->commit());
    }
    return {};
}

namespace
{
// What the migrations make and made, table and index names, by their text: to run them takes as long as all the rest
// of opening a file. The index of people stands beside them.
QSet<QString> ownObjects()
{
    const auto isOfName = [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    QSet<QString> names;
    for (const Migration& migration : migrations()) {
        for (const QByteArrayView made : {"CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ", "RENAME TO "}) {
            for (qsizetype at = migration.sql.indexOf(made); at >= 0; at = migration.sql.indexOf(made, at)) {
                at += made.size();
                if (at < migration.sql.size() && migration.sql.at(at) == '"')
                    ++at;
                const auto begin = migration.sql.begin() + at;
                const auto end = std::find_if_not(begin, migration.sql.end(), isOfName);
                names.insert(QString::fromLatin1(begin, end - begin));
            }
        }
    }
    return names;
}
} // namespace

bool isOfPersonIndex(const QString& name)
{
    static const QSet<QString> own = [] {
        QSet<QString> all{QStringLiteral("person_word"), QStringLiteral("person_key")};
        for (const QLatin1String words : {QLatin1String("person_words"), QLatin1String("person_name_words")}) {
            for (const char* of : {"", "_data", "_idx", "_content", "_docsize", "_config"}) // as FTS5 makes them
                all.insert(words + QLatin1String(of));
        }
        return all;
    }();
    const QLatin1String order("person_key_by_");
    return own.contains(name) || (name.size() > order.size() && name.startsWith(order) &&
                                  std::all_of(name.begin() + order.size(), name.end(),
                                              [](QChar c) { return c == u'_' || (c >= u'a' && c <= u'z'); }));
}

Result<QStringList> foreignObjects(Connection& connection)
{
    static const QSet<QString> own = ownObjects();
    QStringList foreign;
    DTP_TRY(select, Statement::prepare(connection.handle(), "SELECT type, name FROM sqlite_schema"));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return foreign;
        const QString type = select.text(0);
        const QString name = select.text(1);
        const bool isKind = type == QLatin1String("table") || type == QLatin1String("index");
        if (!isKind || !(own.contains(name) || isOfPersonIndex(name) || name.startsWith(QLatin1String("sqlite_"))))
            foreign.append(name);
    }
}

Result<QStringList> compareWithFieldTables(Connection& connection)
{
    QStringList differences;
    for (const RecordType& type : allRecordTypes()) {
        DTP_TRY(columns, Statement::prepare(connection.handle(), QByteArray("SELECT name FROM pragma_table_info('") +
                                                                     type.table + "') ORDER BY cid"));
        QStringList inFile;
        for (;;) {
            DTP_TRY(row, columns.step());
            if (!row)
                break;
            inFile.append(columns.text(0));
        }
        QStringList inTable{QStringLiteral("id")};
        for (const Field& field : type.fields)
            inTable.append(QLatin1String(field.name));
        // The order counts as well: change sets name columns by their place.
        if (inFile != inTable)
            differences.append(
                QCoreApplication::translate("Storage", "The table “%1” has the columns %2, but the program knows %3.")
                    .arg(QLatin1String(type.table), inFile.join(QStringLiteral(", ")),
                         inTable.join(QStringLiteral(", "))));
    }
    return differences;
}

} // namespace dtp
