// SPDX-License-Identifier: GPL-3.0-or-later
// A report as it was written, with what the program fills in.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <records/reports.h>
#include <reporting/report_file.h>
#include <reporting/workshop_report.h>

namespace dtp
{

namespace
{
class WrittenReport final : public Exportable
{
public:
    QString key() const override { return QStringLiteral("workshop-report"); }
    QString title() const override { return ExportText::tr("Report of a workshop"); }
    std::vector<ExportFormat> formats() const override
    {
        std::vector<ExportFormat> all = documentFormats();
        all.push_back({QStringLiteral("csv"), ExportText::tr("Its tables (.csv)")});
        return all;
    }
    std::vector<ExportParameter> parameters() const override
    {
        return {{QStringLiteral("report"), ExportText::tr("Report"),
                 recordType<ReportSection>().fieldNamed(QStringLiteral("report_id")), true}};
    }
    QString nameOf(const Store& store, const ExportCall& call) const override
    {
        return ExportText::tr("Report “%1”").arg(store.titleOf(Entity::Report, call.idOf<Report>("report").value));
    }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        DTP_TRY(document, buildReport(store, call.idOf<Report>("report")));
        return ExportDraft(std::move(document));
    }
    Id<Report> reportOf(const ExportCall& call) const override { return call.idOf<Report>("report"); }
};
} // namespace

void addReport(Exportables& all)
{
    all.push_back(std::make_unique<WrittenReport>());
}

} // namespace dtp
