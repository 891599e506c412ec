// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/bulk_reader.h>

#include <records/record_type.h>
#include <storage/store.h>

#include <QCoreApplication>
#include <memory>
#include <sqlite3.h>

namespace dtp
{

namespace
{
tl::unexpected<Error> notRead(const QString& detail)
{
    return fail(QCoreApplication::translate(
                    "Storage", "The file could not be read. Check it with the command “check” or open a backup."),
                detail);
}

// The column as SQL, or an empty text when there is no such field.
QByteArray columnOf(const RecordType& type, const char* field)
{
    if (qstrcmp(field, "id") != 0 && type.indexOf(field) < 0)
        return {};
    return QByteArray("\"") + field + '"';
}

// Keys are written into the statement as numbers: binding thousands of them costs more than reading their records.
void appendKeys(QByteArray& sql, std::span<const qint64> keys)
{
    sql.reserve(sql.size() + static_cast<qsizetype>(keys.size()) * 21 + 64);
    bool first = true;
    for (const qint64 key : keys) {
        if (!std::exchange(first, false))
            sql += ',';
        sql += QByteArray::number(key);
    }
}

Result<QByteArray> statementOf(const BulkQuery& query)
{
    const RecordType& type = recordType(query.entity);
    QByteArray sql("SELECT ");
    for (size_t i = 0; i < query.fields.size(); ++i) {
        const QByteArray column = columnOf(type, query.fields[i]);
        if (column.isEmpty())
            return notRead(QStringLiteral("no field %1").arg(QLatin1String(query.fields[i])));
        sql += (i == 0 ? QByteArray() : QByteArray(",")) + column;
    }
    sql += QByteArray(" FROM \"") + type.table + '"';
    QByteArray glue(" WHERE ");
    for (const BulkQuery::Condition& condition : query.conditions) {
        const QByteArray column = columnOf(type, condition.field);
        if (column.isEmpty())
            return notRead(QStringLiteral("no field %1").arg(QLatin1String(condition.field)));
        sql += glue + column + (condition.compare == BulkQuery::Compare::Equals ? "=?" : " IS NOT ?");
        glue = " AND ";
    }
    if (query.keyField) {
        const QByteArray column = columnOf(type, query.keyField);
        if (column.isEmpty())
            return notRead(QStringLiteral("no field %1").arg(QLatin1String(query.keyField)));
        sql += glue + column + " IN (";
        appendKeys(sql, query.keys);
        sql += ')';
    }
    if (query.byKey)
        sql += " ORDER BY \"id\"";
    return sql;
}
} // namespace

qint64 BulkRow::integer(int field) const
{
    return sqlite3_column_int64(m_statement, field);
}

bool BulkRow::isNull(int field) const
{
    return sqlite3_column_type(m_statement, field) == SQLITE_NULL;
}

std::string_view BulkRow::utf8(int field) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, field));
    return bytes ? std::string_view(bytes, static_cast<size_t>(sqlite3_column_bytes(m_statement, field)))
                 : std::string_view();
}

QString BulkRow::text(int field) const
{
    const std::string_view bytes = utf8(field);
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

Result<> readBulk(const Store& store, const BulkQuery& query, const std::function<void(const BulkRow&)>& row)
{
    DTP_TRY(sql, statementOf(query));
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(store.handle(), sql.constData(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK)
        return notRead(QString::fromUtf8(sqlite3_errmsg(store.handle())));
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, &sqlite3_finalize);
    for (size_t i = 0; i < query.conditions.size(); ++i) {
        const QByteArray text = query.conditions[i].text.toUtf8();
        sqlite3_bind_text(raw, static_cast<int>(i) + 1, text.constData(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
    }
    const BulkRow current(raw);
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(raw)) == SQLITE_ROW)
        row(current);
    if (step != SQLITE_DONE)
        return notRead(QString::fromUtf8(sqlite3_errmsg(store.handle())));
    return {};
}

} // namespace dtp
