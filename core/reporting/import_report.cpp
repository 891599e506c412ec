// SPDX-License-Identifier: GPL-3.0-or-later
// The records that an imported report becomes.
#include <base/decode_text.h>
#include <reporting/report_text.h>
#include <reporting/text_import.h>
#include <review/shown_names.h>
#include <standards/countries.h>

#include <QFileInfo>
#include <QHash>

namespace dtp
{

namespace
{
constexpr qsizetype largestFile = 4 << 20; // more than a thousand pages

// The workshop of that day in that country, when there is just one.
Result<Id<Workshop>> workshopOf(const Store& store, const ImportedReport& source)
{
    if (!source.firstDay.isValid())
        return Id<Workshop>{};
    DTP_TRY(workshops, store.find<Workshop>(Where("start_date", source.firstDay.toString(Qt::ISODate))));
    const auto country = countryFromText(source.place.section(QLatin1Char(','), -1).trimmed());
    std::vector<Id<Workshop>> found;
    for (const Workshop& workshop : workshops) {
        const bool isPlace = !workshop.place.isEmpty() && source.place.contains(workshop.place, Qt::CaseInsensitive);
        if (isPlace || (country && workshop.country == *country))
            found.push_back(workshop.id);
    }
    return found.size() == 1 ? found.front() : Id<Workshop>{};
}

void nameReport(Report& report, const ImportedReport& source, const QString& title, const QString& fileName)
{
    report.title = source.title;
    report.subtitle = source.subtitle;
    if (!title.trimmed().isEmpty() && title.trimmed() != source.title) {
        // The text's own title is text too: it stays, below ours.
        const QStringList lines{source.title, source.subtitle};
        report.subtitle = lines.join(QStringLiteral(" – ")).trimmed();
        if (source.title.isEmpty() || source.subtitle.isEmpty())
            report.subtitle = source.title + source.subtitle;
        report.title = title.trimmed();
    }
    if (report.title.isEmpty())
        report.title = fileName.isEmpty() ? ReportText::tr("Imported report") : QFileInfo(fileName).completeBaseName();
    report.date = source.lastDay;
}

Result<> insertSections(ChangeWriter& writer, const ImportedReport& source, const Report& report)
{
    std::vector<Id<ReportSection>> open; // where we are in the tree, outermost first
    QHash<qint64, int> brothers;         // how many a parent has so far
    int recommendations = 0;
    for (const ImportedSection& from : source.sections) {
        open.resize(std::min(open.size(), static_cast<size_t>(from.level - 1)));
        ReportSection section;
        section.report = report.id;
        section.parent = open.empty() ? Id<ReportSection>{} : open.back();
        section.position = brothers[section.parent.value]++;
        section.kind = from.kind;
        section.title = from.title;
        section.body = from.body.toMarkdown();
        section.closing = from.closing.toMarkdown();
        DTP_CHECK(writer.insert(section));
        open.push_back(section.id);
        for (const ImportedRecommendation& item : from.recommendations) {
            Recommendation recommendation;
            recommendation.report = report.id;
            recommendation.workshop = report.workshop;
            recommendation.section = section.id;
            recommendation.position = recommendations++;
            recommendation.level = item.level;
            recommendation.text = item.text;
            recommendation.addressedTo = item.addressedTo;
            DTP_CHECK(writer.insert(recommendation));
        }
    }
    int position = 0;
    for (const ImportedGap& from : source.gaps) {
        CapacityGap gap;
        gap.report = report.id;
        gap.category = from.category;
        gap.text = from.text;
        gap.position = position++;
        DTP_CHECK(writer.insert(gap));
    }
    return {};
}
} // namespace

Result<Id<Report>> importReport(Store& store, const QByteArray& fileBytes, const QString& title,
                                const QString& fileName)
{
    const QString what = fileName.isEmpty() ? ReportText::tr("The file")
                                            : QString(QStringLiteral("“") + fileName + QStringLiteral("”"));
    if (fileBytes.size() > largestFile)
        return fail(ReportText::tr(
                        "%1 is too long for a report: more than 4 MB of text. Cut it into parts and bring these in.")
                        .arg(what));
    DTP_TRY(text, decodeText(fileBytes, what));
    DTP_TRY(source, readReportText(text));
    Report report;
    nameReport(report, source, title, fileName);
    DTP_TRY(workshop, workshopOf(store, source));
    report.workshop = workshop;
    DTP_CHECK(keepShownNames(store, source.shownNames));
    DTP_CHECK(store.change(ReportText::tr("Import the report “%1”").arg(report.title),
                           [&](ChangeWriter& writer) -> Result<> {
                               DTP_CHECK(writer.insert(report));
                               return insertSections(writer, source, report);
                           }));
    return report.id;
}

} // namespace dtp
