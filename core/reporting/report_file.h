// SPDX-License-Identifier: GPL-3.0-or-later
// One call to send a report: builds it, passes the gate, writes what the file's ending asks for, enters it in the
// ledger.
#pragma once

#include <base/progress.h>
#include <document/written_as.h>
#include <privacy/gate.h>
#include <records/reports.h>
#include <review/name_review.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>

namespace dtp
{

// "pdf", "csv", "html", "odt". CSV: participants, recommendations and figures, one table below the other under its
// title.
QStringList reportEndings();

// Gives what the gate did. password: of a PDF; empty: none. smallCell: as for the gate.
Result<DisclosureSummary> writeReportFile(Store& store, Id<Report> report, Audience audience, const QString& filePath,
                                          const QString& password = {}, const Progress& progress = {},
                                          UndecidedNames undecided = UndecidedNames::Refuse, int smallCell = 0);

struct DocumentOptions {
    QString password = {}; // of a PDF; empty: none
    bool hasCover = true;  // and contents
    WrittenAs as = WrittenAs::Report;
};
// In the format of the ending, one of reportEndings().
Result<> writeDocument(const Disclosed<Document>& document, const QString& ending, QIODevice& device,
                       const DocumentOptions& options = {}, const Progress& progress = {});

// A document that is made otherwise, the same way. what: "Letter that recalls copies".
struct DocumentFile {
    QString what;
    QString path;
    QString password = {}; // of a PDF; empty: none
    UndecidedNames undecided = UndecidedNames::Refuse;
    Id<Report> report = {}; // that it is made of
    int smallCell = 0;      // as for the gate
};
Result<DisclosureSummary> writeDocumentFile(Store& store, Document draft, Audience audience, const DocumentFile& file,
                                            const Progress& progress = {});

} // namespace dtp
