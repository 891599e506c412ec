// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/grouped_rows.h>

#include <algorithm>

namespace dtp
{

void GroupedRows::setGroups(std::vector<RecordGroup> groups)
{
    m_groups = std::move(groups);
    placeAll();
}

void GroupedRows::placeAll()
{
    m_places.clear();
    Place next{0, 0};
    for (const RecordGroup& group : m_groups) {
        m_places.push_back(next);
        next.row += 1 + (m_folded.contains(group.title) ? 0 : static_cast<int>(group.count));
        next.record += static_cast<int>(group.count);
    }
    m_places.push_back(next);
}

int GroupedRows::rowCount(int records) const
{
    return isGrouped() ? m_places.back().row : records;
}

int GroupedRows::headingAt(int row) const
{
    if (!isGrouped() || row < 0 || row >= m_places.back().row)
        return -1;
    const auto behind = std::upper_bound(m_places.begin(), m_places.end(), row,
                                         [](int wanted, const Place& place) { return wanted < place.row; });
    const auto place = behind - 1;
    return place->row == row ? static_cast<int>(place - m_places.begin()) : -1;
}

int GroupedRows::recordAt(int row) const
{
    if (!isGrouped())
        return row;
    if (row < 0 || row >= m_places.back().row)
        return -1;
    const auto behind = std::upper_bound(m_places.begin(), m_places.end(), row,
                                         [](int wanted, const Place& place) { return wanted < place.row; });
    const Place& place = *(behind - 1);
    return place.row == row ? -1 : place.record + row - place.row - 1;
}

int GroupedRows::groupOf(int record) const
{
    if (!isGrouped() || record < 0 || record >= m_places.back().record)
        return -1;
    const auto behind = std::upper_bound(m_places.begin(), m_places.end(), record,
                                         [](int wanted, const Place& place) { return wanted < place.record; });
    return static_cast<int>(behind - m_places.begin()) - 1;
}

int GroupedRows::rowOf(int record) const
{
    if (!isGrouped())
        return record;
    const int group = groupOf(record);
    if (group < 0 || isFolded(group))
        return -1;
    const Place& place = m_places[static_cast<size_t>(group)];
    return place.row + 1 + record - place.record;
}

int GroupedRows::rowOfHeading(int group) const
{
    return m_places[static_cast<size_t>(group)].row;
}

bool GroupedRows::isFolded(int group) const
{
    return m_folded.contains(at(group).title);
}

void GroupedRows::setFolded(int group, bool folded)
{
    if (folded)
        m_folded.insert(at(group).title);
    else
        m_folded.remove(at(group).title);
    placeAll();
}

void GroupedRows::setAllFolded(bool folded)
{
    m_folded.clear();
    for (const RecordGroup& group : m_groups) {
        if (folded)
            m_folded.insert(group.title);
    }
    placeAll();
}

} // namespace dtp
