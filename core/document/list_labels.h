// SPDX-License-Identifier: GPL-3.0-or-later
// Which number or letter stands before a list item.
#pragma once

#include <document/rich_text.h>

#include <array>

namespace dtp
{

// Asked paragraph after paragraph in their order.
class ListCounter
{
public:
    // "2.", "b." or "ii." by level; empty for what is not numbered.
    QString labelOf(const Paragraph& paragraph);

private:
    std::array<int, 6> m_numbers{}; // of each level; 0: no numbered list is open there
};

} // namespace dtp
