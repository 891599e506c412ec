// SPDX-License-Identifier: GPL-3.0-or-later
// What workshops recommended and what became of it: a table for each workshop, those due in a time.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <lists/directory.h>
#include <records/reports.h>

namespace dtp
{

namespace
{
const Field* fieldOf(const char* name)
{
    return recordType<Recommendation>().fieldNamed(QLatin1String(name));
}

class Recommendations final : public Exportable
{
public:
    QString key() const override { return QStringLiteral("recommendations-by-workshop"); }
    QString title() const override { return ExportText::tr("Recommendations by workshop"); }
    std::vector<ExportFormat> formats() const override { return documentFormats(); }
    std::vector<ExportParameter> parameters() const override
    {
        return {{QStringLiteral("status"), ExportText::tr("Status"), fieldOf("status")},
                {QStringLiteral("from"), ExportText::tr("Due from"), fieldOf("due")},
                {QStringLiteral("to"), ExportText::tr("Due until"), fieldOf("due")}};
    }
    Result<ExportDraft> draft(const Store& store, const ExportCall& call, const QString&,
                              const Progress&) const override
    {
        Where where;
        const auto add = [&](const char* key, const char* field, Where::Op op) {
            if (const QString text = call.answers.value(QLatin1String(key)).toString(); !text.isEmpty())
                where.compare(field, op, text);
        };
        add("status", "status", Where::Op::Equals);
        add("from", "due", Where::Op::GreaterOrEqual);
        add("to", "due", Where::Op::LessOrEqual);
        DTP_TRY(document, recommendationsDocument(store, where));
        if (document.blocks.empty())
            return fail(ExportText::tr("There are no recommendations of this kind: there is nothing to export."));
        return ExportDraft(std::move(document));
    }
};
} // namespace

void addRecommendations(Exportables& all)
{
    all.push_back(std::make_unique<Recommendations>());
}

} // namespace dtp
