// SPDX-License-Identifier: GPL-3.0-or-later
// How balanced a workshop is: who is considered, invited, accepted and attended, by each side of a person, against
// what the secretariat wants. Only participants count, and only those who may still come: who declined is on no side
// any more.
#pragma once

#include <workshops/profile.h>

#include <optional>

namespace dtp
{

// Each counts the ones after it too: who accepted was invited, who was invited was considered.
struct BalanceCounts {
    int considered = 0;
    int invited = 0;
    int accepted = 0;
    int attended = 0;
    bool operator==(const BalanceCounts&) const = default;
};

enum class Verdict {
    Met,       // by those who accepted (attended, once attendance is marked)
    Reachable, // if enough of the others accept, or are found for the places that are free
    Missed,    // not even then, or more than wanted
};

struct TargetState {
    WorkshopTarget target;
    std::optional<int> minimum; // in people, or in different values
    std::optional<int> maximum;
    int sure = 0;   // accepted, or attended
    int open = 0;   // may still accept
    int toFind = 0; // more that would have to come onto the list
    Verdict verdict = Verdict::Reachable;
    QString label;    // "Women", "Different countries"
    QString sentence; // "Women: 13 of at least 14; 4 more may still accept"
};

struct BalanceRow {
    QString value; // code; empty: not known
    QString label;
    BalanceCounts counts;
    std::optional<TargetState> target;
};

struct BalanceGroup {
    QString dimension;
    QString label;
    std::vector<BalanceRow> rows; // wanted ones first, then by number
    int different = 0;            // values of those who may come
    std::optional<TargetState> differentTarget;
};

struct Balance {
    int places = 0; // wanted number of people; 0 when not said
    BalanceCounts total;
    int declined = 0;          // or unable
    int reserves = 0;          // considered as reserves: in no other count
    int otherRoles = 0;        // trainers, staff …: in no other count
    bool byAttendance = false; // attendance is marked: verdicts go by it
    std::vector<BalanceGroup> groups;
    std::vector<TargetState> targets; // all of them, in the order they were made
};

// How a target reads in people: 50 % of 28 is at least 14. Percentages go by the places, or by the list when there are
// none.
struct TargetBounds {
    std::optional<int> minimum;
    std::optional<int> maximum;
};
TargetBounds boundsOf(const WorkshopTarget& target, int places);

// Words for what is wanted: "at least 14", "2 to 5", "at most 3", "any number".
QString boundsText(const TargetBounds& bounds);

Result<Balance> readBalance(const Store& store, Id<Workshop> workshop);

} // namespace dtp
