// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/tour_files.h>

#include <lists/export_file.h>
#include <records/reports.h>
#include <reporting/report_file.h>

namespace dtp
{

Result<QStringList> writeTourFiles(Store& store, const QDir& folder)
{
    QStringList names;
    const auto reports = store.find<Report>(Where().first(1));
    if (reports && !reports->empty()) {
        const QString report = QStringLiteral("workshop-report-for-a-funder.pdf");
        DTP_CHECK(writeReportFile(store, reports->front().id, Audience::Funder, {.path = folder.filePath(report)}));
        names.append(report);
    }
    const QString people = QStringLiteral("people.csv");
    DTP_CHECK(exportList(store, {}, folder.filePath(people), Audience::Internal));
    names.append(people);
    const QString recommendations = QStringLiteral("recommendations.csv");
    DTP_CHECK(
        exportList(store, {Entity::Recommendation, {}, {}}, folder.filePath(recommendations), Audience::Internal));
    names.append(recommendations);
    return names;
}

} // namespace dtp
