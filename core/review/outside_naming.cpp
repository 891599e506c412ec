// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/outside_naming.h>

#include <algorithm>

namespace dtp
{

void OutsideNaming::read()
{
    if (!m_gates.empty())
        return;
    for (const AudienceTraits& one : allAudiences()) {
        if (one.isGated())
            m_gates.push_back(std::make_unique<Gate>(m_store, one.audience));
    }
}

bool OutsideNaming::isAnywhere(qint64 person)
{
    read();
    return std::any_of(m_gates.begin(), m_gates.end(),
                       [&](const auto& gate) { return gate->mayName(Id<Person>{person}); });
}

bool OutsideNaming::isEverywhere(qint64 person)
{
    read();
    return std::all_of(m_gates.begin(), m_gates.end(),
                       [&](const auto& gate) { return gate->mayName(Id<Person>{person}); });
}

} // namespace dtp
