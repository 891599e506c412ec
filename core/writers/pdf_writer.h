// SPDX-License-Identifier: GPL-3.0-or-later
// PDF as from a designer: cover, contents with page numbers, bookmarks, links, repeated table heads, charts and maps
// as vectors, fonts embedded by script, the figures attached as CSV. The same document gives the same bytes.
#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <document/written_as.h>
#include <privacy/gate.h>

class QIODevice;

namespace dtp
{

struct PdfOptions {
    bool hasCover = true;
    bool hasContents = true; // where there are at least three headings
    WrittenAs as = WrittenAs::Report;
    QString password; // not empty: asked for when the file is opened (AES-256)
    // For tables, which do not say it themselves:
    QString organisation;
    QString language = QStringLiteral("en");
    QDate date;
};

Result<> writePdf(const Disclosed<Document>& document, QIODevice& device, const PdfOptions& options = {},
                  const Progress& progress = {});
// A list as it stands: no cover and no contents; across the page when there are many columns.
Result<> writePdf(const Disclosed<Table>& table, QIODevice& device, const PdfOptions& options = {},
                  const Progress& progress = {});
Result<> writePdf(DisclosedRows& rows, const QString& title, QIODevice& device, const PdfOptions& options = {},
                  const Progress& progress = {});

} // namespace dtp
