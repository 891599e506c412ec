// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_people/import_plan.h>

namespace dtp
{

PlannedRows::PlannedRows() : m_rows(std::make_shared<PackedList<PlannedRow>>()) {}

const PlannedRow& PlannedRows::operator[](size_t index) const
{
    return m_rows->at(index);
}

void PlannedRows::append(PlannedRow row)
{
    m_fates.push_back(row.fate);
    m_haveWarnings.push_back(!row.warnings.isEmpty());
    m_rows->append(std::move(row));
}

void PlannedRows::close()
{
    m_rows->close();
}

PersonState& PlannedPeople::open(int person, PersonState state)
{
    const size_t place = m_packed.size();
    m_packed.append({});
    m_places.emplace(place, person);
    return m_open.insert_or_assign(person, Open{place, std::move(state)}).first->second.state;
}

PersonState* PlannedPeople::opened(int person)
{
    const auto found = m_open.find(person);
    return found == m_open.end() ? nullptr : &found->second.state;
}

void PlannedPeople::close()
{
    m_packed.close();
}

std::vector<PersonState> PlannedPeople::portion(size_t index) const
{
    std::vector<PersonState> people = m_packed.block(index);
    for (size_t i = 0; i < people.size(); ++i) {
        if (const auto open = m_places.find(index * PackedList<PersonState>::portion + i); open != m_places.end())
            people[i] = m_open.at(open->second).state;
    }
    std::erase_if(people, [](const PersonState& state) { return state.sources.empty() && !state.hasRefused; });
    return people;
}

} // namespace dtp
