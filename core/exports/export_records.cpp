// SPDX-License-Identifier: GPL-3.0-or-later
// Records of each type as rows: a table that import understands again; people also as address cards and to print.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <lists/export_file.h>
#include <lists/people_export.h>
#include <writers/pdf_writer.h>
#include <writers/vcard_writer.h>

namespace dtp
{

namespace
{
class RecordList : public Exportable
{
public:
    explicit RecordList(Entity entity) : m_entity(entity) {}

    QString key() const override { return QLatin1String(recordType(m_entity).table); }
    QString title() const override
    {
        QString plural = recordType(m_entity).pluralText();
        if (!plural.isEmpty())
            plural[0] = plural.at(0).toUpper();
        return plural;
    }
    Entity entity() const override { return m_entity; }
    std::vector<TableColumn> columns(const Store& store) const override { return columnsOfList(store, m_entity); }
    std::vector<ExportFormat> formats() const override { return {xlsxFormat(), csvFormat(), tableToPrint()}; }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString& ending,
                              const Progress&) const override
    {
        const bool isFitted = ending == QLatin1String("pdf") && call.columns.isEmpty();
        DTP_TRY(rows,
                rowsOfList(store, {m_entity, call.query, isFitted ? columnsToPrint() : call.columns, call.records}));
        return ExportDraft(std::move(rows));
    }

protected:
    static ExportFormat tableToPrint() { return {QStringLiteral("pdf"), ExportText::tr("Table to print (.pdf)")}; }
    // What fits across a page: what lists show.
    virtual QStringList columnsToPrint() const
    {
        QStringList keys;
        for (const Field& field : recordType(m_entity).fields) {
            if (field.isListed)
                keys.append(QLatin1String(field.name));
        }
        return keys;
    }

private:
    const Entity m_entity;
};

class PeopleList final : public RecordList
{
public:
    PeopleList() : RecordList(Entity::Person) {}

    std::vector<ExportFormat> formats() const override
    {
        return {xlsxFormat(),
                csvFormat(),
                {QStringLiteral("vcf"), ExportText::tr("Address cards (.vcf)")},
                tableToPrint()};
    }
    Result<> write(const Store& store, const ExportCall& call, ExportCleared& cleared, const QString& ending,
                   QIODevice& device, const Progress& progress) const override
    {
        if (ending == QLatin1String("vcf"))
            return writeVCards(*std::get<std::unique_ptr<DisclosedRows>>(cleared), device, progress);
        if (ending == QLatin1String("pdf"))
            return writePdf(*std::get<std::unique_ptr<DisclosedRows>>(cleared), ExportText::tr("Directory of people"),
                            device, {}, progress);
        return RecordList::write(store, call, cleared, ending, device, progress);
    }

protected:
    QStringList columnsToPrint() const override { return directoryColumns(); }
};
} // namespace

void addRecordLists(Exportables& all)
{
    all.push_back(std::make_unique<PeopleList>());
    // Those with pages and lists of their own, then what hangs on them.
    const std::vector<Entity> first{Entity::Organisation,   Entity::ProgramEdition, Entity::ProgramSeries,
                                    Entity::Participation,  Entity::Network,        Entity::Membership,
                                    Entity::Workshop,       Entity::Invitation,     Entity::Report,
                                    Entity::Recommendation, Entity::Task,           Entity::RiskCase,
                                    Entity::CaseEntry,      Entity::Disclosure};
    for (const Entity entity : first)
        all.push_back(std::make_unique<RecordList>(entity));
    for (const RecordType& type : allRecordTypes()) {
        const bool isThere = type.entity == Entity::Person ||
                             std::find(first.begin(), first.end(), type.entity) != first.end() || !type.isUndoable;
        if (!isThere)
            all.push_back(std::make_unique<RecordList>(type.entity));
    }
}

} // namespace dtp
