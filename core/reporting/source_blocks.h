// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a report put together to headings, paragraphs and list items; what page breaks cut apart is one again.
#pragma once

#include <document/rich_text.h>
#include <reporting/source_headings.h>
#include <reporting/source_items.h>

#include <vector>

namespace dtp
{

struct SourceBlock {
    enum class Kind {
        Heading,
        Body,
        Lead,
        Bullet,
        Numbered,
        Quote
    }; // lead: a bold line over what follows, not a section
    Kind kind = Kind::Body;
    int level = 0; // of headings from 1, of list items from 0
    QString number;
    QString text;
    bool gapBefore = false;
    int indent = 0;
    SourceItem::Mark mark = SourceItem::Mark::Primary;
    int itemNumber = 0;

    bool isItem() const { return kind == Kind::Bullet || kind == Kind::Numbered; }
};

std::vector<SourceBlock> blocksOf(const std::vector<SourceLine>& lines, const SourceOutline& outline);

// A paragraph of the section's text.
Paragraph paragraphOf(const SourceBlock& block);
// The text without any mark of form.
QString plainOf(const SourceBlock& block);

} // namespace dtp
