// SPDX-License-Identifier: GPL-3.0-or-later
// What is due, for the start page.
#pragma once

#include <base/result.h>
#include <meaning/due.h>
#include <records/entity.h>
#include <storage/store.h>

#include <QDate>
#include <QString>
#include <vector>

namespace dtp
{

// Something that waits for a person at the keyboard.
struct DueItem {
    Entity entity = Entity::None; // what to open
    qint64 id = 0;
    QString title;
    QString detail; // who, or where it comes from; may be empty
    QDate due;      // invalid: no date
};
struct DueList {
    std::vector<DueItem> items; // the first of them
    qint64 total = 0;
};

// The limit of the lists below: how many items at most; -1 for all.
// Tasks that are not done, due up to the day `until` or without a date.
Result<DueList> tasksDue(const Store& store, QDate until, int limit);
// People to be contacted by a note's next action, each once; a later note of the same person means that it was done.
Result<DueList> contactsDue(const Store& store, QDate until, int limit);
// Open recommendations whose day is before `today`.
Result<DueList> recommendationsOverdue(const Store& store, QDate today, int limit);
// Open cases whose next review is on the day `until` or before, or that have none. Called by the day they were opened,
// with their level: nobody is named.
Result<DueList> caseReviewsDue(const Store& store, QDate until, int limit);
// Reports that are not final.
Result<DueList> reportsInWork(const Store& store, int limit);
// People of whom something that was agreed ends from `today` up to the day `until`, each once with the first of these
// days.
Result<DueList> consentsEnding(const Store& store, QDate today, QDate until, int limit);
// Active networks without a focal point on the day `today` (due is invalid), or whose last one ends before `until`.
Result<DueList> focalPointsMissing(const Store& store, QDate today, QDate until, int limit);

} // namespace dtp
