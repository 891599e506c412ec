// SPDX-License-Identifier: GPL-3.0-or-later
#include <columns/catalogue_parts.h>

#include <database/connection.h>
#include <records/kinds.h>
#include <search/person_keys.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr const char* asRead = " COLLATE people";

// What a field is called by in a statement: of people the keys have copies of the short ones.
QByteArray columnIn(const ColumnScope& scope, Entity entity, const Field& field)
{
    const bool isKept = entity == Entity::Person && isInPersonKeys(field.name);
    return (isKept ? QByteArray("keyed") : scope.record) + '.' + field.name;
}

// NULL where nothing is said, else what the kind orders by.
QByteArray keyOf(const Field& field, const QByteArray& column)
{
    const KindTraits& traits = traitsOf(field);
    if (traits.isTime())
        return "nullif(ltrim(" + column + ", '~'), '')";
    if (traits.isReference() && field.reference == Entity::Person)
        return "(SELECT named.sort_key FROM person_key AS named WHERE named.person_id = " + column + ')';
    if (traits.chosenFrom == ChosenFrom::Nothing)
        return traits.isText() ? "nullif(" + column + ", '')" : column;
    QByteArray term = traits.order(field, column, false);
    if (term.endsWith(asRead))
        term.chop(static_cast<qsizetype>(qstrlen(asRead)));
    const QByteArray isSaid = column + (traits.isReference() ? " IS NOT NULL" : " <> ''");
    return "(CASE WHEN " + isSaid + " THEN " + term + " END)";
}

bool isComparedAsRead(const Field& field)
{
    const KindTraits& traits = traitsOf(field);
    if (traits.chosenFrom == ChosenFrom::Countries || traits.isTime() || !traits.isShown())
        return false;
    return traits.isText() || (traits.isReference() && field.reference != Entity::Person);
}

// Of people: by the words of a vocabulary, by the countries, or by what each has.
void addPeopleOf(CatalogueColumn& column, const Field& field)
{
    const KindTraits& traits = traitsOf(field);
    const QByteArray name = field.name;
    const bool isKept = isInPersonKeys(field.name);
    const QByteArray table = isKept ? "person_key" : "person";
    const QByteArray id = isKept ? "person_id" : "id";
    const QByteArray key = keyOf(field, "c." + name);
    if (isKept && (traits.chosenFrom == ChosenFrom::Vocabulary || traits.chosenFrom == ChosenFrom::Countries)) {
        column.order.values = [name, key](QDate) {
            return SqlPiece{"SELECT c." + name + " AS ref, " + key + " AS k FROM (SELECT DISTINCT " + name +
                                " FROM person_key) AS c WHERE c." + name + " <> ''",
                            {}};
        };
        column.order.members = [name](QDate) {
            return SqlPiece{"SELECT person_id FROM person_key WHERE " + name + " = ?", {}};
        };
        column.order.stored = "keyed." + name;
        return;
    }
    // As it stands: who looks at all leaves out what is empty.
    column.order.met = [=, k = traits.isFreeText() ? "c." + name : key](QDate) {
        return SqlPiece{"SELECT c." + id + " AS id, " + k + " AS k FROM " + table + " AS c", {}};
    };
}
} // namespace

ColumnScope scopeOfRecords(const Store& store, Entity entity)
{
    const QDate today = store.environment().clock->today();
    return entity == Entity::Person ? ColumnScope{"searched", "keyed.person_id", today}
                                    : ColumnScope{"r", "r.id", today};
}

CatalogueColumn columnOfField(Entity entity, int index)
{
    const Field& field = recordType(entity).fields[static_cast<size_t>(index)];
    const KindTraits& traits = traitsOf(field);
    CatalogueColumn column;
    column.column = columnOf(field);
    column.field = index;
    column.order.key = [entity, &field](const ColumnScope& scope) {
        return SqlPiece{keyOf(field, columnIn(scope, entity, field)), {}};
    };
    column.order.compare = isComparedAsRead(field) ? ColumnOrder::Compare::AsRead : ColumnOrder::Compare::AsStored;
    if (traits.isTime())
        column.groups = CatalogueColumn::Groups::ByYear;
    else if (traits.hasLines || (traits.isProse && field.isRequired))
        column.groups = CatalogueColumn::Groups::None;
    if (entity == Entity::Person)
        addPeopleOf(column, field);
    return column;
}

ColumnTexts joinedTexts(const Store& store, const std::vector<qint64>& ids, const QByteArray& sql,
                        const std::vector<QVariant>& more)
{
    QByteArrayList keys;
    for (const qint64 id : ids)
        keys.append(QByteArray::number(id));
    DTP_TRY(select, Statement::prepare(store.handle(), sql));
    select.bind(1, QVariant(QString::fromLatin1('[' + keys.join(',') + ']')));
    for (size_t i = 0; i < more.size(); ++i)
        select.bind(static_cast<int>(i) + 2, more[i]);
    QHash<qint64, QString> texts;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return texts;
        QString& text = texts[select.integer(0)];
        const QString next = select.text(1);
        if (!text.isEmpty() && !next.isEmpty())
            text += QStringLiteral("; ");
        text += next;
    }
}

std::vector<CatalogueColumn> columnCatalogue(const Store& store, Entity entity)
{
    if (entity == Entity::Person)
        return peopleCatalogue(store);
    std::vector<CatalogueColumn> all;
    const RecordType& type = recordType(entity);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (!type.fields[i].isHidden && traitsOf(type.fields[i]).isShown())
            all.push_back(columnOfField(entity, static_cast<int>(i)));
    }
    for (CatalogueColumn& column : relatedCatalogue(entity))
        all.push_back(std::move(column));
    return all;
}

const CatalogueColumn* columnCalled(const std::vector<CatalogueColumn>& columns, const QString& key)
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&key](const CatalogueColumn& one) { return one.key() == key; });
    return found == columns.end() ? nullptr : &*found;
}

Result<std::vector<CatalogueColumn>> columnsCalled(const Store& store, Entity entity, const QStringList& keys)
{
    const std::vector<CatalogueColumn> all = columnCatalogue(store, entity);
    std::vector<CatalogueColumn> columns;
    for (const QString& key : keys) {
        if (const CatalogueColumn* column = columnCalled(all, key.trimmed())) {
            columns.push_back(*column);
            continue;
        }
        QStringList known;
        for (const CatalogueColumn& column : all)
            known.append(column.key());
        return fail(QCoreApplication::translate("Columns", "There is no column “%1”. There are: %2.")
                        .arg(key.trimmed(), known.join(QStringLiteral(", "))));
    }
    return columns;
}

Result<std::vector<QStringList>> cellsOf(const Store& store, Entity entity,
                                         const std::vector<CatalogueColumn>& columns, const std::vector<qint64>& ids)
{
    std::vector<QStringList> rows(ids.size());
    QHash<qint64, RecordValues> records;
    DTP_TRY(read, store.rows(entity, ids));
    for (RecordValues& record : read)
        records.insert(record.id, std::move(record));
    for (const CatalogueColumn& column : columns) {
        QHash<qint64, QString> texts;
        if (column.texts) {
            DTP_TRY(found, column.texts(store, ids));
            texts = std::move(found);
        }
        for (size_t i = 0; i < ids.size(); ++i) {
            const auto record = records.constFind(ids[i]);
            if (column.field < 0 || record == records.constEnd()) {
                rows[i].append(texts.value(ids[i]));
                continue;
            }
            const Field& field = recordType(entity).fields[static_cast<size_t>(column.field)];
            rows[i].append(traitsOf(field).exchange(field, record->fields.at(column.field), store));
        }
    }
    return rows;
}

} // namespace dtp
