// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a text when it leaves for the public with what is undecided withheld: as prose, and as a cell.
#pragma once

#include "name_helpers.h"

#include <review/name_review.h>

namespace dtp::test
{

enum class As { Prose, Cell };

inline Document draftOf(const QString& text, As as)
{
    Document draft;
    if (as == As::Prose) {
        RichText rich;
        rich.paragraphs.emplace_back();
        rich.paragraphs.back().runs.push_back(Run{text, false, false, {}, {}});
        draft.blocks.push_back(TextBlock{std::move(rich)});
        return draft;
    }
    Table table;
    table.title = QStringLiteral("Things");
    table.columns = {columnOfTable("thing", QStringLiteral("Thing"))};
    table.rows.push_back({{text}, {}});
    draft.blocks.push_back(TableBlock{std::move(table)});
    return draft;
}

inline QString leavingText(const Store& store, const QString& text, As as = As::Prose)
{
    const Gate gate(store, Audience::Public);
    Document draft = draftOf(text, as);
    REQUIRE_OK(applyNameDecisions(store, &draft, gate, UndecidedNames::Withhold));
    const auto left = gate.disclose(std::move(draft));
    REQUIRE_OK(left);
    const Block& block = (*left)->blocks.front();
    if (as == As::Cell)
        return std::get<TableBlock>(block).table.rows.front().cells.front().text;
    QString all;
    for (const Run& run : std::get<TextBlock>(block).text.paragraphs.front().runs)
        all += run.text;
    return all;
}

} // namespace dtp::test
