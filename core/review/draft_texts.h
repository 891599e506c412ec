// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a draft that leave and that people wrote, one after the other, each as runs; what is changed in them is
// put back into the draft. Rows about people are the gate's, but for what people wrote in them freely. Inside of this
// room.
#pragma once

#include <document/document.h>
#include <privacy/gate.h>

#include <functional>
#include <vector>

namespace dtp
{

struct TextPlace {
    bool isHeading = false;
    bool asksLikely = false; // a cell of a word or two: of these, only what is likely to be a name is asked
    QString heading;         // above it, for people
    QString beside;          // what says of whom it is where it is short: the text of its row, or what stands above
};
// Whether there is something to ask about in rows about people.
bool hasFreeText(const std::vector<TableColumn>& columns);
using TextVisit = std::function<Result<>(std::vector<Run>& runs, const TextPlace& place)>;

// gate: of the audience that it is for; rows that it takes out are not looked at. nullptr: for any outside.
Result<> visitTexts(Document& document, const Gate* gate, const TextVisit& visit);
Result<> visitTexts(Table& table, const Gate* gate, const TextVisit& visit);
// A row by itself, of a list that is called so.
Result<> visitTexts(TableRow& row, const std::vector<TableColumn>& columns, const Gate* gate, const TextVisit& visit);

} // namespace dtp
