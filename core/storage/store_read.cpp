// SPDX-License-Identifier: GPL-3.0-or-later
// Reading records, and words for them.
#include <records/kinds.h>
#include <records/reports.h>
#include <storage/store_private.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace dtp
{

namespace
{
struct Storage {
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QString escapedForLike(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('%'), QLatin1String("\\%"))
        .replace(QLatin1Char('_'), QLatin1String("\\_"));
}

QByteArray comparison(Where::Op op, const QByteArray& column, bool number, const QVariant& value,
                      std::vector<QVariant>& values)
{
    switch (op) {
    case Where::Op::Equals:
        values.push_back(value);
        return column + (value.isNull() ? " IS ?" : " = ?");
    case Where::Op::Differs:
        values.push_back(value);
        return column + " IS NOT ?";
    case Where::Op::Less:
        values.push_back(value);
        return column + " < ?";
    case Where::Op::LessOrEqual:
        values.push_back(value);
        return column + " <= ?";
    case Where::Op::Greater:
        values.push_back(value);
        return column + " > ?";
    case Where::Op::GreaterOrEqual:
        values.push_back(value);
        return column + " >= ?";
    case Where::Op::Contains:
        values.push_back(QString(QLatin1Char('%') + escapedForLike(value.toString()) + QLatin1Char('%')));
        return column + " LIKE ? ESCAPE '\\'";
    case Where::Op::StartsWith:
        values.push_back(QString(escapedForLike(value.toString()) + QLatin1Char('%')));
        return column + " LIKE ? ESCAPE '\\'";
    case Where::Op::IsEmpty:
        return number ? QByteArray(column + " IS NULL") : QByteArray("ifnull(" + column + ", '') = ''");
    case Where::Op::IsNotEmpty:
        return number ? QByteArray(column + " IS NOT NULL") : QByteArray("ifnull(" + column + ", '') <> ''");
    case Where::Op::In: {
        QJsonArray list;
        const QVariantList wanted = value.toList();
        for (const QVariant& one : wanted)
            list.append(number ? QJsonValue(one.toLongLong()) : QJsonValue(one.toString()));
        values.push_back(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
        return column + " IN (SELECT value FROM json_each(?))";
    }
    }
    return "1";
}

// What is selected of the records of a type for which the condition holds, in its order.
Result<Statement> selectWhere(Connection& connection, const QByteArray& selectFrom, const RecordType& type,
                              const Where& where)
{
    DTP_TRY(sql, toSql(type, where));
    DTP_TRY(select, connection.statement(selectFrom + sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    return std::move(select);
}

Result<std::vector<qint64>> keysOf(Statement& select)
{
    std::vector<qint64> keys;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return keys;
        keys.push_back(select.integer(0));
    }
}
} // namespace

Result<WhereSql> toSql(const RecordType& type, const Where& where)
{
    const auto columnOf = [&](const QString& name) -> Result<const Field*> {
        if (name == QLatin1String("id"))
            return nullptr;
        if (const Field* field = type.fieldNamed(name))
            return field;
        return fail(Storage::tr("The program asked for something that its file does not have. Please report this."),
                    QStringLiteral("no field %1 in %2").arg(name, QLatin1String(type.table)));
    };
    WhereSql sql;
    for (const Where::Condition& condition : where.conditions) {
        DTP_TRY(field, columnOf(condition.field));
        const QByteArray column = field ? QByteArray(field->name) : QByteArray("id");
        sql.text += sql.text.isEmpty() ? " WHERE " : " AND ";
        sql.text += comparison(condition.op, column, !field || traitsOf(*field).storage == StoredAs::Integer,
                               condition.value, sql.values);
    }
    QByteArray order;
    for (const Where::Order& by : where.order) {
        DTP_TRY(field, columnOf(by.field));
        order += order.isEmpty() ? " ORDER BY " : ", ";
        if (field)
            order += traitsOf(*field).order(*field, QByteArray(type.table) + '.' + field->name, by.descending);
        else
            order += by.descending ? "id DESC" : "id";
    }
    sql.text += order + (order.isEmpty() ? " ORDER BY id" : ", id");
    if (where.limit >= 0 || where.offset > 0) {
        sql.text += " LIMIT ? OFFSET ?";
        sql.values.push_back(QVariant(where.limit));
        sql.values.push_back(QVariant(where.offset));
    }
    return sql;
}

QByteArray columnList(const RecordType& type)
{
    QByteArray list = "id";
    for (const Field& field : type.fields)
        list += QByteArray(", ") + field.name;
    return list;
}

QVariant readColumn(const Statement& row, int column, const Field& field)
{
    switch (traitsOf(field).storage) {
    case StoredAs::Integer:
        return row.isNull(column) ? QVariant() : QVariant(row.integer(column));
    case StoredAs::Real:
        return row.isNull(column) ? QVariant() : QVariant(row.real(column));
    case StoredAs::Blob:
        return row.blob(column);
    case StoredAs::Text:
        return row.text(column);
    }
    return {};
}

RecordValues readRecord(const Statement& row, const RecordType& type)
{
    RecordValues values;
    values.entity = type.entity;
    values.id = row.integer(0);
    values.fields.reserve(static_cast<qsizetype>(type.fields.size()));
    int column = 1;
    for (const Field& field : type.fields)
        values.fields.append(readColumn(row, column++, field));
    return values;
}

Result<std::optional<RecordValues>> Store::Private::read(Entity entity, qint64 id) const
{
    const RecordType& type = recordType(entity);
    DTP_TRY(select, connection->statement("SELECT " + columnList(type) + " FROM " + type.table + " WHERE id = ?"));
    select.bind(1, id);
    DTP_TRY(row, select.step());
    return row ? std::optional(readRecord(select, type)) : std::nullopt;
}

Result<RecordValues> Store::get(Entity entity, qint64 id) const
{
    DTP_TRY(found, d->read(entity, id));
    if (found)
        return std::move(*found);
    const RecordType& type = recordType(entity);
    return fail(Storage::tr("This %1 is not in the file any more. It may have been removed in the meantime.")
                    .arg(type.singularText()),
                QStringLiteral("%1 %2").arg(QLatin1String(type.table)).arg(id));
}

Result<std::vector<RecordValues>> Store::find(Entity entity, const Where& where) const
{
    const RecordType& type = recordType(entity);
    DTP_TRY(select, selectWhere(*d->connection, "SELECT " + columnList(type) + " FROM " + type.table, type, where));
    std::vector<RecordValues> found;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return found;
        found.push_back(readRecord(select, type));
    }
}

Result<std::vector<qint64>> Store::ids(Entity entity, const Where& where) const
{
    const RecordType& type = recordType(entity);
    DTP_TRY(select, selectWhere(*d->connection, QByteArray("SELECT id FROM ") + type.table, type, where));
    return keysOf(select);
}

Result<qint64> Store::count(Entity entity, const Where& where) const
{
    const RecordType& type = recordType(entity);
    Where counted = where;
    counted.order.clear();
    DTP_TRY(sql, toSql(type, counted));
    DTP_TRY(select, d->connection->statement(QByteArray("SELECT count(*) FROM (SELECT 1 FROM ") + type.table +
                                             sql.text + ")"));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    DTP_TRY(row, select.step());
    return row ? select.integer(0) : 0;
}

Result<bool> Store::contains(Entity entity, qint64 id) const
{
    DTP_TRY(select,
            d->connection->statement(QByteArray("SELECT 1 FROM ") + recordType(entity).table + " WHERE id = ?"));
    return select.bind(1, id).step();
}

Result<std::vector<RecordValues>> Store::rows(Entity entity, const std::vector<qint64>& ids,
                                              const std::vector<int>& fields) const
{
    const RecordType& type = recordType(entity);
    QByteArray columns = "id";
    for (const int field : fields)
        columns += QByteArray(", ") + type.fields.at(static_cast<size_t>(field)).name;
    DTP_TRY(select, d->connection->statement("SELECT " + (fields.empty() ? columnList(type) : columns) + " FROM " +
                                             type.table + " WHERE id = ?"));
    const RecordValues blank(entity);
    std::vector<RecordValues> found;
    found.reserve(ids.size());
    for (const qint64 id : ids) {
        select.bind(1, id);
        DTP_TRY(row, select.step());
        if (row && fields.empty()) {
            found.push_back(readRecord(select, type));
        } else if (row) {
            RecordValues values = blank;
            values.id = id;
            for (size_t i = 0; i < fields.size(); ++i)
                values.fields[fields[i]] =
                    readColumn(select, static_cast<int>(i) + 1, type.fields[static_cast<size_t>(fields[i])]);
            found.push_back(std::move(values));
        }
        select.reset();
    }
    return found;
}

QString Store::titleOf(Entity entity, qint64 id) const
{
    if (id == 0)
        return {};
    const auto values = d->valueOrTold(d->read(entity, id));
    if (!values)
        return {};
    const RecordType& type = recordType(entity);
    // A record that exists for what it links is called by that, unless that is nobody's business.
    const auto references = std::count_if(type.fields.begin(), type.fields.end(),
                                          [](const Field& f) { return f.reference != Entity::None && f.isRequired; });
    if (const QString own = dtp::titleOf(*values); !own.isEmpty() && (references == 0 || type.isRestricted()))
        return own;
    QStringList parts;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field& field = type.fields[i];
        const bool names = field.isRequired && traitsOf(field).namesRecord;
        if (names && parts.size() < 3)
            parts.append(displayText(field, values->fields.at(static_cast<qsizetype>(i))));
    }
    parts.removeAll(QString());
    return parts.isEmpty() ? dtp::titleOf(*values) : parts.join(QStringLiteral(" – "));
}

QString Store::displayText(const Field& field, const QVariant& stored) const
{
    return stored.isNull() ? QString() : traitsOf(field).show(field, stored, *this, QLocale());
}

Result<qint64> Store::recordCalled(Entity entity, const QString& text) const
{
    const RecordType& type = recordType(entity);
    bool isKey = false;
    if (const qint64 key = text.toLongLong(&isKey); isKey) {
        DTP_TRY(isThere, contains(entity, key));
        if (isThere)
            return key;
    }
    std::vector<qint64> found;
    if (const Field* title = titleField(entity)) {
        DTP_TRY(select, d->connection->statement(QByteArray("SELECT id FROM ") + type.table + " WHERE " + title->name +
                                                 " = ? COLLATE NOCASE LIMIT 2"));
        select.bind(1, QVariant(text));
        DTP_TRY(titled, keysOf(select));
        found = std::move(titled);
    }
    if (found.empty())
        return fail(Storage::tr("There is no %2 called “%1”.").arg(text, type.singularText()));
    if (found.size() > 1)
        return fail(Storage::tr("There are several %2 called “%1”.").arg(text, type.pluralText()));
    return found.front();
}

const Vocabulary& Store::vocabulary(const QString& name) const
{
    std::shared_ptr<Vocabulary>& kept = d->vocabularies[name];
    if (kept)
        return *kept;
    Where where("vocabulary", QVariant(name));
    const auto found = find<Term>(where.orderBy("position"));
    if (!found) {
        d->tellUnread(found.error());
        std::shared_ptr<Vocabulary>& empty = d->unreadVocabularies[name];
        if (!empty)
            empty = std::make_shared<Vocabulary>(name, std::vector<VocabularyTerm>());
        return *empty;
    }
    std::vector<VocabularyTerm> terms;
    for (const Term& term : *found)
        terms.push_back(
            {term.code, term.label, term.spellings.split(QLatin1Char('|'), Qt::SkipEmptyParts), term.group});
    kept = std::make_shared<Vocabulary>(name, std::move(terms));
    return *kept;
}

} // namespace dtp
