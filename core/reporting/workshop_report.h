// SPDX-License-Identifier: GPL-3.0-or-later
// The report of a workshop: its outline to begin with, and the document that it becomes, filled in from the workshop.
#pragma once

#include <document/document.h>
#include <records/reports.h>
#include <storage/store.h>

#include <vector>

namespace dtp
{

// One change: a report with the sections that the secretariat's reports have, one for each session, ready to be
// written in.
Result<Id<Report>> createWorkshopReport(Store& store, Id<Workshop> workshop);

// The draft for the gate. Sections without a word, a table or a picture, and without children that have one, are left
// out. drafts: sections as they are being written, in the place of those in the file.
Result<Document> buildReport(const Store& store, Id<Report> report, const std::vector<ReportSection>& drafts = {});

// The sections as they will be printed, in order.
struct OutlineEntry {
    ReportSection section;
    int depth = 1;
    QString number;            // "3.5.2"; empty: nothing in it yet, so it is not printed
    std::vector<Block> filled; // what the program puts in; pictures and the section's own text are not among them
    QString filledSentence;    // "Participants: 28 people, from the workshop." or empty
};
Result<std::vector<OutlineEntry>> outlineOfReport(const Store& store, Id<Report> report);

} // namespace dtp
