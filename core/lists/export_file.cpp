// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/export_file.h>
#include <lists/people_export.h>
#include <lists/record_rows.h>
#include <lists/restricted_filters.h>
#include <lists/words_in_notes.h>
#include <search/record_search.h>
#include <sheets/csv_writer.h>
#include <sheets/xlsx_writer.h>
#include <writers/vcard_writer.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Exchange", text);
}

// "People as CSV": for the ledger.
QString whatOf(Entity entity, const QString& ending)
{
    QString plural = recordType(entity).pluralText();
    if (!plural.isEmpty())
        plural[0] = plural.at(0).toUpper();
    const QString format = ending == QLatin1String("vcf") ? QStringLiteral("vCard") : ending.toUpper();
    return say(QT_TRANSLATE_NOOP("Exchange", "%1 as %2")).arg(plural, format);
}

Result<DisclosureSummary> write(Store& store, const ListExport& list, std::unique_ptr<RowSource> source,
                                const QString& filePath, Audience audience, const Progress& progress)
{
    const Entity entity = list.entity;
    const QString ending = QFileInfo(filePath).suffix().toLower();
    return exportRows(store, std::move(source), filePath, withQuery(whatOf(entity, ending), entity, list.query),
                      audience, [&](DisclosedRows& rows, QIODevice& device) -> Result<> {
                          if (ending == QLatin1String("xlsx"))
                              return writeXlsx(rows, recordType(entity).pluralText(), device, progress);
                          if (ending == QLatin1String("vcf"))
                              return writeVCards(rows, device, progress);
                          return writeCsv(rows, device, progress);
                      });
}

Result<> checkEnding(Entity entity, const QString& filePath)
{
    const QStringList known = exportEndings(entity);
    if (known.contains(QFileInfo(filePath).suffix().toLower()))
        return {};
    return fail(say(QT_TRANSLATE_NOOP("Exchange", "“%1” was not written: its name must end in .%2."))
                    .arg(QFileInfo(filePath).fileName(), known.join(QStringLiteral(", ."))));
}
} // namespace

QStringList exportEndings(Entity entity)
{
    QStringList endings{QStringLiteral("csv"), QStringLiteral("xlsx")};
    if (entity == Entity::Person)
        endings.append(QStringLiteral("vcf"));
    return endings;
}

Result<std::vector<qint64>> recordsOfList(const Store& store, const ListExport& list)
{
    if (list.records)
        return *list.records;
    DTP_TRY(query, readQuery(store, list.entity, list.query));
    return findRecords(store, list.entity, query,
                       {list.entity == Entity::Person ? QStringLiteral("name") : QStringLiteral("id")});
}

QString allWithheldSentence(const DisclosureSummary& summary)
{
    return say(QT_TRANSLATE_NOOP("Exchange", "Every column of this list is withheld for “%1”: %2. Nothing is written; "
                                             "choose other columns, or somebody else whom it is for."))
        .arg(audienceName(summary.audience), titlesOf(summary.withheld).join(QStringLiteral(", ")));
}

Result<DisclosureSummary> exportRows(Store& store, std::unique_ptr<RowSource> source, const QString& filePath,
                                     const QString& what, Audience audience,
                                     const std::function<Result<>(DisclosedRows&, QIODevice&)>& writer)
{
    const Gate gate(store, audience);
    DTP_TRY(rows, gate.disclose(std::move(source)));
    if (rows->columns().empty())
        return fail(allWithheldSentence(rows->summary()));
    DTP_CHECK(release(
        store, filePath, what, [&](QIODevice& device) { return writer(*rows, device); },
        [&]() -> const DisclosureSummary& { return rows->summary(); }));
    return rows->summary();
}

std::vector<TableColumn> columnsOfList(const Store& store, Entity entity)
{
    return entity == Entity::Person ? peopleColumns(store) : recordColumns(entity);
}

Result<Entity> listCalled(const QString& name)
{
    DTP_TRY(entity, searchedType(name));
    if (recordType(entity).isUndoable)
        return entity;
    return fail(say(QT_TRANSLATE_NOOP("Exchange", "The ledger “%1” is kept by the program and not exported."))
                    .arg(recordType(entity).pluralText()));
}

Result<std::unique_ptr<RowSource>> rowsOfList(const Store& store, const ListExport& list)
{
    const std::vector<TableColumn> known = columnsOfList(store, list.entity);
    for (const QString& key : list.columns) {
        if (columnWithKey(known, key.toLatin1().constData()))
            continue;
        QStringList keys;
        for (const TableColumn& column : known)
            keys.append(column.key);
        return fail(say(QT_TRANSLATE_NOOP("Exchange", "There is no column “%1”. There are: %2."))
                        .arg(key, keys.join(QStringLiteral(", "))));
    }
    DTP_TRY(records, recordsOfList(store, list));
    return list.entity == Entity::Person ? peopleRows(store, std::move(records), list.columns)
                                         : recordRows(store, list.entity, std::move(records), list.columns);
}

Result<> checkType(Entity entity, Audience audience)
{
    if (!traitsOf(audience).isGated() || entity == Entity::None || !recordType(entity).isRestricted())
        return {};
    return fail(say(QT_TRANSLATE_NOOP("Exchange", "Nothing was written: “%1” never leave the secretariat."))
                    .arg(recordType(entity).pluralText()));
}

Result<> checkQuery(const Store& store, Entity entity, const QString& query, Audience audience)
{
    if (!traitsOf(audience).isGated() || query.isEmpty())
        return {};
    DTP_TRY(restricted, restrictedFiltersOf(store, parseQuery(query)));
    if (!restricted.isEmpty())
        return fail(
            say(QT_TRANSLATE_NOOP(
                    "Exchange", "Nothing was written: “%1” chooses by what is restricted, so that the list would say "
                                "it about everybody in it. Choose in another way, or for the secretariat."))
                .arg(restricted.join(QStringLiteral(", "))));
    DTP_TRY(noted, wordsInNotesAlone(store, entity, query));
    if (noted.isEmpty())
        return {};
    return fail(say(QT_TRANSLATE_NOOP("Exchange",
                                      "Nothing was written: “%1” stands in notes, which never leave, so that the list "
                                      "would say so about who is in it. Say where else to look, as in family_name:%1 "
                                      "or organisation:%1, or choose for the secretariat."))
                    .arg(noted.front()));
}

QString withQuery(const QString& what, Entity entity, const QString& query)
{
    const QString words = query.trimmed();
    const bool isUnsaid = entity != Entity::None && recordType(entity).isRestricted();
    return isUnsaid || words.isEmpty()
               ? what
               : say(QT_TRANSLATE_NOOP("Exchange", "%1, those who match “%2”")).arg(what, words);
}

Result<DisclosureSummary> exportList(Store& store, const ListExport& list, const QString& filePath, Audience audience,
                                     const Progress& progress)
{
    DTP_CHECK(checkEnding(list.entity, filePath));
    DTP_CHECK(checkType(list.entity, audience));
    DTP_CHECK(checkQuery(store, list.entity, list.query, audience));
    DTP_TRY(rows, rowsOfList(store, list));
    return write(store, list, std::move(rows), filePath, audience, progress);
}

} // namespace dtp
