// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt's PDF writer cannot do: bookmarks, links within the document, metadata, attachments, passwords. Made with
// libqpdf.
#pragma once

#include <base/result.h>
#include <writers/page_flow.h>

#include <QByteArray>
#include <QDate>
#include <QString>
#include <vector>

namespace dtp
{

struct PdfAttachment {
    QString fileName;
    QString description;
    QByteArray bytes;
};

struct PdfFacts {
    QString title;
    QString author;
    QString subject;
    QString language;
    QDate date;
    double pageHeight = 0;
    std::vector<PlacedHeading> headings;      // pages counted from 0
    std::vector<std::vector<PageLink>> links; // of each page
    std::vector<PdfAttachment> attachments;
    QString password;
};

Result<QByteArray> finishPdf(const QByteArray& pages, const PdfFacts& facts);

} // namespace dtp
