// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows a list has whose records stand in groups: a heading for each, and its records below it while it is open.
#pragma once

#include <columns/arranged_records.h>

#include <QSet>
#include <vector>

namespace dtp
{

class GroupedRows
{
public:
    void setGroups(std::vector<RecordGroup> groups); // none: every record is a row
    bool isGrouped() const { return !m_groups.empty(); }
    int count() const { return static_cast<int>(m_groups.size()); }
    const RecordGroup& at(int group) const { return m_groups[static_cast<size_t>(group)]; }

    int rowCount(int records) const;
    int headingAt(int row) const;  // whose heading the row is; -1: that of a record
    int recordAt(int row) const;   // -1: it is a heading
    int rowOf(int record) const;   // -1: its group is folded
    int groupOf(int record) const; // -1: there are no groups
    int rowOfHeading(int group) const;

    bool isFolded(int group) const;
    void setFolded(int group, bool folded); // remembered by what the group is called
    void setAllFolded(bool folded);

private:
    struct Place {
        int row;    // of the heading
        int record; // the first
    };
    void placeAll();
    std::vector<RecordGroup> m_groups;
    std::vector<Place> m_places; // and one behind the last
    QSet<QString> m_folded;
};

} // namespace dtp
