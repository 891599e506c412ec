// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <figures/catalogue.h>

#include <QHash>
#include <algorithm>

namespace dtp
{

namespace
{
// Records of a measure with their value of a dimension; how, depends on what both are about.
struct Counting {
    SqlPiece from;      // "FROM …" with the columns of `value` and `counted`
    QByteArray value;   // of SQL
    QByteArray counted; // an aggregate
};

QByteArray keyBetween(Entity one, Entity other)
{
    return one == other ? "id" : "person";
}

SqlPiece onlyOf(const FigurePeople& people, const char* alias)
{
    if (!people)
        return {};
    QByteArray keys("[");
    for (const qint64 key : *people)
        keys += (keys.size() > 1 ? "," : "") + QByteArray::number(key);
    return {QByteArray(" WHERE ") + alias + ".person IN (SELECT value FROM json_each(?))",
            {QString::fromLatin1(keys + ']')}};
}

// "FROM (SELECT …) alias"
SqlPiece named(const QByteArray& before, const SqlPiece& select, const char* alias)
{
    return SqlPiece{before + '(', {}} + select + QByteArray(") ") + alias;
}

Counting countingOf(const FigureDimension& dimension, const FigureMeasure& measure, const FigurePeople& people,
                    QDate day)
{
    Counting counting;
    counting.value = "d.value";
    // Straight from the records of the dimension where that is the same: with a million people it is what is fast.
    const bool isOwn = dimension.entity == measure.entity;
    if (measure.isWhole && (isOwn || measure.entity == Entity::Person)) {
        counting.from = named("FROM ", dimension.values(day), "d") + onlyOf(people, "d");
        const QByteArray key = keyBetween(dimension.entity, measure.entity);
        counting.counted = isOwn && dimension.isSingle ? QByteArray("count(*)") : "count(DISTINCT d." + key + ')';
        return counting;
    }
    const QByteArray key = keyBetween(dimension.entity, measure.entity);
    counting.from = named("FROM ", measure.records(day), "b") + named(" JOIN ", dimension.values(day), "d") +
                    QByteArray(" ON d." + key + " = b." + key) + onlyOf(people, "b");
    counting.counted = "count(DISTINCT b.counted)";
    return counting;
}

Result<Statement> prepared(const Store& store, const SqlPiece& sql)
{
    DTP_TRY(select, Statement::prepare(store.handle(), sql.text));
    for (size_t i = 0; i < sql.values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, sql.values[i]);
    return std::move(select);
}

QDate todayOf(const Store& store)
{
    return store.environment().clock->today();
}
} // namespace

Result<std::vector<FigureCount>> countBy(const Store& store, const FigureDimension& dimension,
                                         const FigureMeasure& measure, const FigurePeople& people)
{
    const Counting counting = countingOf(dimension, measure, people, todayOf(store));
    const char* order = dimension.order == FigureDimension::Order::ByCount ? "2 DESC, 1" : "1";
    DTP_TRY(select, prepared(store, SqlPiece{"SELECT " + counting.value + ", " + counting.counted + ' ', {}} +
                                        counting.from + QByteArray(" GROUP BY 1 ORDER BY ") + order));
    std::vector<FigureCount> counts;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return counts;
        const QString value = select.text(0);
        const QString label = dimension.wordsFor(store, value);
        // A search does not know a code without a word either.
        const bool isFound = dimension.query && (!dimension.words || label != value);
        counts.push_back({value, label, select.integer(1), isFound ? dimension.query(value) : QString()});
    }
}

Result<qint64> countKnown(const Store& store, const FigureDimension& dimension, const FigureMeasure& measure,
                          const FigurePeople& people)
{
    const Counting counting = countingOf(dimension, measure, people, todayOf(store));
    const QByteArray glue = people ? " AND " : " WHERE ";
    DTP_TRY(select, prepared(store, SqlPiece{"SELECT " + counting.counted + ' ', {}} + counting.from +
                                        QByteArray(glue + counting.value + " <> ''")));
    DTP_TRY(row, select.step());
    return row ? select.integer(0) : 0;
}

Result<Pivot> pivot(const Store& store, const FigureDimension& rows, const FigureDimension& columns,
                    const FigureMeasure& measure, const FigurePeople& people)
{
    Pivot pivot;
    DTP_TRY(rowCounts, countBy(store, rows, measure, people));
    DTP_TRY(columnCounts, countBy(store, columns, measure, people));
    pivot.rows = std::move(rowCounts);
    pivot.columns = std::move(columnCounts);
    QHash<QString, size_t> rowOf, columnOf;
    for (size_t i = 0; i < pivot.rows.size(); ++i)
        rowOf.insert(pivot.rows[i].value, i);
    for (size_t i = 0; i < pivot.columns.size(); ++i)
        columnOf.insert(pivot.columns[i].value, i);
    pivot.cells.assign(pivot.rows.size(), std::vector<qint64>(pivot.columns.size()));

    const QDate day = todayOf(store);
    const QByteArray rowKey = keyBetween(rows.entity, measure.entity);
    const bool isOneRecord = rows.entity == columns.entity;
    const QByteArray columnKey = isOneRecord ? QByteArray("id") : keyBetween(columns.entity, measure.entity);
    const SqlPiece sql = named("SELECT r.value, c.value, count(DISTINCT b.counted) FROM ", measure.records(day), "b") +
                         named(" JOIN ", rows.values(day), "r") + QByteArray(" ON r." + rowKey + " = b." + rowKey) +
                         named(" JOIN ", columns.values(day), "c") +
                         QByteArray(" ON c." + columnKey + " = " + (isOneRecord ? "r." : "b.") + columnKey) +
                         onlyOf(people, "b") + QByteArray(" GROUP BY 1, 2");
    DTP_TRY(select, prepared(store, sql));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return pivot;
        const auto r = rowOf.constFind(select.text(0));
        const auto c = columnOf.constFind(select.text(1));
        if (r != rowOf.constEnd() && c != columnOf.constEnd())
            pivot.cells[*r][*c] = select.integer(2);
    }
}

} // namespace dtp
