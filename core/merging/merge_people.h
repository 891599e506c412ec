// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are one person, as one: what becomes of each field and of all that refers to them, shown before it is
// done as one change. The first record stays; the others go into it and leave a trace (MergedPerson).
//
// Nothing is lost in silence: what the records say differently is in the plan, names that are not taken stay as other
// names, and what hangs on the others hangs on the one that stays, once. Where the records disagree about safety or
// consent, the more careful holds.
#pragma once

#include <base/progress.h>
#include <storage/store.h>

#include <QStringList>
#include <vector>

namespace dtp
{

// A field in which one of the records says something.
struct MergedField {
    int field = 0;                // in the field table of people
    std::vector<QVariant> values; // stored forms, in the order of the plan's people
    QVariant proposed;
    QVariant value;       // what it becomes: the proposal, unless somebody chose another
    QString reason;       // why that is proposed; empty: only one says something, or all the same
    bool isFixed = false; // the more careful holds, whatever anybody chooses

    const Field& ofTable() const;
    bool differs() const; // two of them say something, and not the same
};

// How many records of a type go along, and how many of them the person has already.
struct MergedRelated {
    Entity entity = Entity::None;
    qint64 moved = 0;
    qint64 twice = 0;
};

struct MergePlan {
    std::vector<qint64> people; // the first stays
    std::vector<MergedField> fields;
    std::vector<MergedRelated> related;
    QStringList remarks; // sentences about what the more careful reading changes

    MergedField* fieldNamed(const char* name); // nullptr where nobody says anything
};

inline constexpr size_t mostMerged = 10; // more are not looked through

// Fails with a sentence for fewer than two, for more than mostMerged, and where one is not there.
Result<MergePlan> planMerge(const Store& store, const std::vector<qint64>& people);

// Names that stay beside the one that is taken, as the fields are chosen now.
Result<QStringList> otherNamesKept(const Store& store, const MergePlan& plan);

// Does it as one change, after a backup, and says what was done. Fails with a sentence, and nothing is changed, where
// one of the records has changed since it was planned.
Result<QString> mergePeople(Store& store, const MergePlan& plan, const Progress& progress = {});

// "3 contacts (there already: 2)": what goes along, a line a type, but for what is restricted as a whole.
QStringList relatedInWords(const MergePlan& plan);

} // namespace dtp
