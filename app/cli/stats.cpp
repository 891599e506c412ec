// SPDX-License-Identifier: GPL-3.0-or-later
#include <figures/catalogue.h>

#include "verbs.h"

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Figure {
    const char* key;
    Entity entity;
};

constexpr Figure figures[] = {
    {"people", Entity::Person},
    {"organisations", Entity::Organisation},
    {"program_series", Entity::ProgramSeries},
    {"programs", Entity::ProgramEdition},
    {"participations", Entity::Participation},
    {"networks", Entity::Network},
    {"memberships", Entity::Membership},
    {"workshops", Entity::Workshop},
    {"invitations", Entity::Invitation},
    {"sessions", Entity::Session},
    {"reports", Entity::Report},
    {"recommendations", Entity::Recommendation},
    {"tasks", Entity::Task},
    {"disclosures", Entity::Disclosure},
};

QString say(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

Outcome countAll(const Store& store, Output& output)
{
    QJsonObject object;
    std::vector<QStringList> lines;
    for (const Figure& figure : figures) {
        DTP_TRY(count, store.count(figure.entity));
        object[QLatin1String(figure.key)] = count;
        lines.push_back({recordType(figure.entity).pluralText(), QString::number(count)});
    }
    output.json(object);
    output.table(lines);
    return {};
}

tl::unexpected<Failure> unknownMeasure(const QString& key)
{
    QStringList known;
    for (const FigureMeasure& one : figureMeasures())
        known.append(QLatin1String(one.key));
    return wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "“%1” cannot be counted. Known are: %2."))
                          .arg(key, known.join(QStringLiteral(", "))));
}

tl::unexpected<Failure> unknownDimension(const QString& key, const FigureMeasure& measure)
{
    QStringList known;
    for (const FigureDimension* one : dimensionsFor(measure))
        if (!known.contains(QLatin1String(one->key)))
            known.append(QLatin1String(one->key));
    return wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "%1 are not counted by “%2”. Known are: %3."))
                          .arg(measure.labelText(), key, known.join(QStringLiteral(", "))));
}

QJsonObject jsonOf(const FigureCount& count)
{
    QJsonObject object{{QStringLiteral("value"), count.value},
                       {QStringLiteral("label"), count.label},
                       {QStringLiteral("count"), count.count}};
    if (!count.query.isEmpty())
        object[QStringLiteral("query")] = count.query;
    return object;
}

QJsonArray jsonOf(const std::vector<FigureCount>& counts)
{
    QJsonArray array;
    for (const FigureCount& count : counts)
        array.append(jsonOf(count));
    return array;
}

Outcome printCounts(const Store& store, const FigureDimension& by, const FigureMeasure& measure, Output& output)
{
    DTP_TRY(counts, countBy(store, by, measure));
    std::vector<QStringList> lines{{by.labelText(), measure.labelText()}};
    for (const FigureCount& count : counts)
        lines.push_back({count.label, QString::number(count.count)});
    output.json(QJsonObject{{QStringLiteral("by"), QLatin1String(by.key)},
                            {QStringLiteral("of"), QLatin1String(measure.key)},
                            {QStringLiteral("rows"), jsonOf(counts)}});
    output.table(lines);
    return {};
}

Outcome printPivot(const Store& store, const FigureDimension& by, const FigureDimension& across,
                   const FigureMeasure& measure, Output& output)
{
    DTP_TRY(table, pivot(store, by, across, measure));
    QStringList head{by.labelText()};
    for (const FigureCount& column : table.columns)
        head.append(column.label);
    head.append(measure.labelText());
    std::vector<QStringList> lines{head};
    QJsonArray rows;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        QStringList line{table.rows[i].label};
        QJsonArray cells;
        for (const qint64 count : table.cells[i]) {
            line.append(QString::number(count));
            cells.append(count);
        }
        line.append(QString::number(table.rows[i].count));
        lines.push_back(line);
        QJsonObject row = jsonOf(table.rows[i]);
        row[QStringLiteral("cells")] = cells;
        rows.append(row);
    }
    output.json(QJsonObject{{QStringLiteral("by"), QLatin1String(by.key)},
                            {QStringLiteral("across"), QLatin1String(across.key)},
                            {QStringLiteral("of"), QLatin1String(measure.key)},
                            {QStringLiteral("columns"), jsonOf(table.columns)},
                            {QStringLiteral("rows"), rows}});
    output.table(lines);
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    if (!call.has("--by") && (call.has("--across") || call.has("--of")))
        return wrongUsage(say(QT_TRANSLATE_NOOP("Cli", "Say with --by what to count by, for example --by country.")));
    if (!call.has("--by")) {
        DTP_TRY(store, session.openToRead(call));
        return countAll(*store, output);
    }
    const QString of = call.value("--of", QStringLiteral("people"));
    const FigureMeasure* measure = figureMeasure(of);
    if (!measure)
        return unknownMeasure(of);
    const FigureDimension* by = figureDimension(call.value("--by"), *measure);
    if (!by)
        return unknownDimension(call.value("--by"), *measure);
    const FigureDimension* across = figureDimension(call.value("--across"), *measure);
    if (call.has("--across") && !across)
        return unknownDimension(call.value("--across"), *measure);
    DTP_TRY(store, session.openToRead(call));
    return across ? printPivot(*store, *by, *across, *measure, output) : printCounts(*store, *by, *measure, output);
}
} // namespace

Verb statsVerb()
{
    return {
        "stats",
        "",
        QT_TRANSLATE_NOOP("Cli", "Count what is in the database."),
        QT_TRANSLATE_NOOP(
            "Cli",
            "With --by, people or what --of names are counted by country, gender, age, decade, issue and more; with\n"
            "--across each of these numbers by another side. A name that is not known lists those that are."),
        {{"--by", "DIMENSION",
          QT_TRANSLATE_NOOP("Cli", "count by this side: country, gender, age, decade, issue, sector …"),
          Option::Kind::Text},
         {"--across", "DIMENSION", QT_TRANSLATE_NOOP("Cli", "and by this one, as columns"), Option::Kind::Text},
         {"--of", "MEASURE",
          QT_TRANSLATE_NOOP("Cli", "people (unless said otherwise), alumni, participations, attendances …"),
          Option::Kind::Text}},
        0,
        0,
        false,
        nullptr,
        &run};
}

} // namespace dtp::cli
