// SPDX-License-Identifier: GPL-3.0-or-later
// What one can do to a report: a verb each, one change each, with the sentence that the history shows.
#pragma once

#include <records/reports.h>
#include <storage/store.h>

#include <QByteArray>
#include <QString>
#include <vector>

namespace dtp
{

// Behind the section `after`, as its brother; none: as the last chapter.
Result<Id<ReportSection>> addSection(Store& store, Id<Report> report, Id<ReportSection> after, const QString& title,
                                     const QString& kind = QStringLiteral("text"));
Result<> renameSection(Store& store, Id<ReportSection> section, const QString& title);
Result<> setSectionKind(Store& store, Id<ReportSection> section, const QString& kind);
Result<> setSectionText(Store& store, Id<ReportSection> section, const QString& body, const QString& closing);

// Up and down among its brothers; in: the last child of the brother before; out: the brother after its parent. False
// when there is no way to go.
enum class MoveSection { Up, Down, In, Out };
Result<bool> canMoveSection(const Store& store, Id<ReportSection> section, MoveSection where);
Result<bool> moveSection(Store& store, Id<ReportSection> section, MoveSection where);
// As child number `index` of parent (none: a chapter). Refused below itself.
Result<> placeSection(Store& store, Id<ReportSection> section, Id<ReportSection> parent, int index);
// With all that is below it. Its recommendations stay with the report.
Result<> removeSection(Store& store, Id<ReportSection> section);

// The bytes of a PNG or JPEG picture, at most 10 MiB.
Result<Id<ReportPhoto>> addPhoto(Store& store, Id<ReportSection> section, const QByteArray& picture,
                                 const QString& caption = {});
Result<> captionPhoto(Store& store, Id<ReportPhoto> photo, const QString& caption);
Result<bool> movePhoto(Store& store, Id<ReportPhoto> photo, int by); // -1: one place up
Result<> removePhoto(Store& store, Id<ReportPhoto> photo);           // the picture too, where nothing else shows it

// Behind `after` and on its level; none: as the last one of the section.
Result<Id<Recommendation>> addRecommendation(Store& store, Id<ReportSection> section, Id<Recommendation> after,
                                             const QString& text);
// All of a section as they were written down, one a line: known ones change, new ones are added, missing ones go. What
// else is known of one (owner, status …) stays.
struct RecommendationLine {
    Id<Recommendation> id; // none: new
    int level = 0;
    QString text;
};
Result<> writeRecommendations(Store& store, Id<ReportSection> section, const std::vector<RecommendationLine>& lines);
// Those that the section shows, in order.
Result<std::vector<Recommendation>> recommendationsIn(const Store& store, Id<ReportSection> section);
Result<> setRecommendationText(Store& store, Id<Recommendation> recommendation, const QString& text);
// Up and down with its parts among those of its level; in and out change its level, and that of its parts.
Result<bool> moveRecommendation(Store& store, Id<Recommendation> recommendation, MoveSection where);
Result<> removeRecommendation(Store& store, Id<Recommendation> recommendation); // with its parts

Result<> removeReport(Store& store, Id<Report> report);

} // namespace dtp
