// SPDX-License-Identifier: GPL-3.0-or-later
// A report that exists as plain text or Markdown, brought in: headings become sections, lists stay lists,
// recommendations become records. What scanning and text recognition left is removed; no word of the text is lost.
#pragma once

#include <document/rich_text.h>
#include <records/reports.h>
#include <storage/store.h>

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>
#include <vector>

namespace dtp
{

struct ImportedRecommendation {
    int level = 0;
    QString text;
    QString addressedTo;
    bool operator==(const ImportedRecommendation&) const = default;
};

// In the order of the text; level 1 is a chapter.
struct ImportedSection {
    int level = 1;
    QString number; // as the text had it, or empty
    QString title;
    QString kind = QStringLiteral("text"); // vocabulary section_kinds
    RichText body;
    std::vector<ImportedRecommendation> recommendations; // taken out of the body
    RichText closing;                                    // what stood behind them
};

struct ImportedGap {
    QString category; // vocabulary gap_categories
    QString text;
    bool operator==(const ImportedGap&) const = default;
};

struct ImportedReport {
    QString title;
    QString subtitle;
    QDate firstDay;
    QDate lastDay;
    QString place;
    std::vector<ImportedSection> sections;
    std::vector<ImportedGap> gaps; // also in the text; here to be counted
    QStringList shownNames;        // what is underlined or a link in the text: it may be somebody's name
};

// Fails only when there is nothing to read.
Result<ImportedReport> readReportText(const QString& text);

// Text without sections, as it comes from the clipboard: lists, paragraphs and small headings, cleaned the same way.
RichText readProse(const QString& text);

// One change. fileName is for sentences; title, where not empty, is used in the place of the text's own.
Result<Id<Report>> importReport(Store& store, const QByteArray& fileBytes, const QString& title = {},
                                const QString& fileName = {});

} // namespace dtp
