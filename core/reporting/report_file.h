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

struct DocumentOptions {
    QString password = {}; // of a PDF; empty: none
    bool hasCover = true;  // and contents
    WrittenAs as = WrittenAs::Report;
};
// In the format of the ending, one of reportEndings().
Result<> writeDocument(const Disclosed<Document>& document, const QString& ending, QIODevice& device,
                       const DocumentOptions& options = {}, const Progress& progress = {});

// A file that is made of a document, and what the ledger says of it.
struct DocumentFile {
    QString what = {}; // "Letter that recalls copies"; of a report it is its title
    QString path;
    QString password = {}; // of a PDF; empty: none
    UndecidedNames undecided = UndecidedNames::Refuse;
    Id<Report> report = {}; // that it is made of
    int smallCell = 0;      // as for the gate
    QString recipient = {}; // to whom it is given
};

// Gives what the gate did.
Result<DisclosureSummary> writeReportFile(Store& store, Id<Report> report, Audience audience, DocumentFile file,
                                          const Progress& progress = {});
// A document that is made otherwise, the same way.
Result<DisclosureSummary> writeDocumentFile(Store& store, Document draft, Audience audience, const DocumentFile& file,
                                            const Progress& progress = {});

} // namespace dtp
