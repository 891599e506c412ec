// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/export_file.h>

#include <lists/people_export.h>
#include <lists/record_rows.h>
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

Result<DisclosureSummary> write(Store& store, Entity entity, std::unique_ptr<RowSource> source,
                                const QString& filePath, Audience audience, const Progress& progress)
{
    const QString ending = QFileInfo(filePath).suffix().toLower();
    return exportRows(store, std::move(source), filePath, whatOf(entity, ending), audience,
                      [&](DisclosedRows& rows, QIODevice& device) -> Result<> {
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

Result<DisclosureSummary> exportRows(Store& store, std::unique_ptr<RowSource> source, const QString& filePath,
                                     const QString& what, Audience audience,
                                     const std::function<Result<>(DisclosedRows&, QIODevice&)>& writer)
{
    const Gate gate(store, audience);
    DTP_TRY(rows, gate.disclose(std::move(source)));
    DTP_CHECK(release(
        store, filePath, what, [&](QIODevice& device) { return writer(*rows, device); },
        [&]() -> const DisclosureSummary& { return rows->summary(); }));
    return rows->summary();
}

Result<DisclosureSummary> exportPeople(Store& store, const QString& filePath, Audience audience,
                                       const PersonQuery& filter, const Progress& progress)
{
    DTP_CHECK(checkEnding(Entity::Person, filePath));
    DTP_TRY(people, findPeople(store, filter));
    return write(store, Entity::Person, peopleRows(store, std::move(people)), filePath, audience, progress);
}

Result<DisclosureSummary> exportRecords(Store& store, Entity entity, const QString& filePath, Audience audience,
                                        const Where& where, const Progress& progress)
{
    DTP_CHECK(checkEnding(entity, filePath));
    DTP_TRY(rows, recordRows(store, entity, where));
    return write(store, entity, std::move(rows), filePath, audience, progress);
}

} // namespace dtp
