// SPDX-License-Identifier: GPL-3.0-or-later
// Between the text that is kept and the text that is edited; what goes there and comes back is the same.
#pragma once

#include <document/rich_text.h>

#include <QColor>
#include <QTextBlock>
#include <QTextCursor>

class QTextDocument;

namespace dtp
{

// In a block's format: the record that the line belongs to, kept when the line changes its form.
constexpr int BlockRecordProperty = QTextFormat::UserProperty + 4;

// How links and names that belong to a person look while one writes.
struct RichTextColours {
    QColor link;
    QColor person;
};

// At the cursor: the first paragraph goes on in the block where the cursor is, when that has text.
void insertRichText(QTextCursor& cursor, const RichText& text, const RichTextColours& colours);
RichText richTextOf(const QTextDocument& document);

Paragraph::Style blockStyle(const QTextBlock& block);
int blockLevel(const QTextBlock& block); // nesting of list items
void setBlockStyle(QTextCursor cursor, Paragraph::Style style, int level);
// Gives each run of items lists of its own by level, so that numbers count on behind a nested list and begin anew
// behind prose. To be called after styles have changed.
void renewLists(QTextDocument& document);

QTextCharFormat runFormat(const Run& run, const RichTextColours& colours);
// Pasted HTML in our form, without reading anything that it points to.
RichText richTextFromHtml(const QString& html);

} // namespace dtp
