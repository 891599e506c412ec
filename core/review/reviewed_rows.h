// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one at a time, with what was decided about the names in them done to them. Inside of this room.
#pragma once

#include <review/name_review.h>
#include <review/reviewer.h>

namespace dtp
{

// Where something is undecided and that is refused, the end of the rows is a failure that names all of it.
class ReviewedRows final : public RowSource
{
public:
    ReviewedRows(const Store& store, std::unique_ptr<RowSource> rows, const Gate& gate, UndecidedNames undecided);

    const std::vector<TableColumn>& columns() const override { return m_rows->columns(); }
    bool namesAreDecided() const override { return true; }
    Result<bool> next(TableRow& row) override;

private:
    std::unique_ptr<RowSource> m_rows;
    const Gate& m_gate;
    const UndecidedNames m_undecided;
    const bool m_hasFreeText; // otherwise rows about people are the gate's
    Reviewer m_reviewer;
    ReviewedTexts m_texts;
};

} // namespace dtp
