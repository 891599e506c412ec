// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/tour_files.h>

#include <exchange/export_file.h>

namespace dtp
{

Result<QStringList> writeTourFiles(Store& store, const QDir& folder)
{
    QStringList names;
    const QString people = QStringLiteral("people.csv");
    DTP_CHECK(exportPeople(store, folder.filePath(people), Audience::Internal));
    names.append(people);
    const QString recommendations = QStringLiteral("recommendations.csv");
    DTP_CHECK(exportRecords(store, Entity::Recommendation, folder.filePath(recommendations), Audience::Internal));
    names.append(recommendations);
    return names;
}

} // namespace dtp
