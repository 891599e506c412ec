// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/reviewed_rows.h>

namespace dtp
{

ReviewedRows::ReviewedRows(const Store& store, std::unique_ptr<RowSource> rows, const Gate& gate,
                           UndecidedNames undecided)
    : m_rows(std::move(rows)), m_gate(gate), m_undecided(undecided), m_hasFreeText(hasFreeText(m_rows->columns())),
      m_reviewer(store, {}, &gate)
{
}

Result<bool> ReviewedRows::next(TableRow& row)
{
    DTP_TRY(more, m_rows->next(row));
    if (!more) {
        if (m_undecided == UndecidedNames::Refuse)
            DTP_CHECK(checkDecided(m_texts.undecided, m_gate.audience()));
        return false;
    }
    if (!row.subjects.isEmpty() && !m_hasFreeText)
        return true;
    DTP_CHECK(visitTexts(row, columns(), &m_gate, [this](std::vector<Run>& runs, const TextPlace& place) -> Result<> {
        DTP_CHECK(m_reviewer.learnAlone(runs, place));
        return m_texts.apply(m_reviewer, runs, place);
    }));
    return true;
}

} // namespace dtp
