// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a row of a file, and what it may do to a record that is known already.
#pragma once

#include <records/people.h>

#include <QString>
#include <QStringList>
#include <optional>

namespace dtp
{

// What a row may do to what is known already: nothing; fill what is empty and add to lists; or also replace what
// differs.
enum class MatchPolicy { Skip, Fill, Update };
std::optional<MatchPolicy> matchPolicyFromCode(const QString& code); // "skip", "fill", "update"
QString matchPolicyCode(MatchPolicy policy);

enum class RowFate : quint8 { New, Joined, Unchanged, Rejected };
QString rowFateCode(RowFate fate); // "new", "joined", "unchanged", "rejected"

struct PlannedRow {
    qint64 number = 0; // in the file
    RowFate fate = RowFate::New;
    QString name;         // of the person, as it will be or is
    Id<Person> person;    // known already; none when made by this import
    QString reason;       // a sentence: why this fate
    QStringList warnings; // what was not understood, who it could also be
};

} // namespace dtp
