// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the free text of what is no report: those that may be read are said with the export, the others keep it
// from leaving or are withheld.
#include <exports/exportables.h>

#include <exports/export_text.h>
#include <records/people.h>
#include <records/programs.h>
#include <reporting/name_review.h>

namespace dtp
{

ExportParameter withholdUndecided()
{
    return {QStringLiteral("withhold-undecided"), ExportText::tr("Withhold names nobody decided upon"),
            recordType<ContactPoint>().fieldNamed(QStringLiteral("do_not_use"))};
}

std::vector<ExportParameter> withNames(std::vector<ExportParameter> parameters)
{
    parameters.push_back({QStringLiteral("keep-names"), ExportText::tr("Names in the text to be read (A; B)"),
                          recordType<Organisation>().fieldNamed(QStringLiteral("name"))});
    parameters.push_back(withholdUndecided());
    return parameters;
}

Result<> reviewNames(const Store& store, const ExportCall& call, Audience audience, ExportDraft& draft)
{
    QStringList kept;
    for (const QString& name : call.answers.value(QStringLiteral("keep-names")).toString().split(u';'))
        kept.append(name.trimmed());
    kept.removeAll(QString());
    const auto others = call.answers.value(QStringLiteral("withhold-undecided")).toBool() ? UndecidedNames::Withhold
                                                                                          : UndecidedNames::Refuse;
    if (auto* const document = std::get_if<Document>(&draft))
        return keepNames(store, kept, audience, others, document);
    if (auto* const table = std::get_if<Table>(&draft))
        return keepNames(store, kept, audience, others, table);
    return {};
}

} // namespace dtp
