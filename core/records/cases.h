// SPDX-License-Identifier: GPL-3.0-or-later
// People at risk: cases and what was done in them. That there is a case is itself restricted.
#pragma once

#include <records/people.h>

namespace dtp
{

// Called so since CASE is a word of SQL.
struct RiskCase {
    static constexpr Entity entity = Entity::RiskCase;
    Id<RiskCase> id;
    Id<Person> person;
    QDate opened;
    QString level = QStringLiteral("serious"); // vocabulary case_levels
    QString responsible;                       // who of the secretariat
    QDate nextReview;
    QString whatHappened;
    QString safeChannel;
    QString partners; // organisations that help, one a line
    QString outcome;
    QDate closed; // invalid: open
    bool operator==(const RiskCase&) const = default;
};

// A few signs by which cases of one day are told apart: "K7Q". They say nothing of whom the case is about.
QString caseCode(Id<RiskCase> id);
// "2026-05-01 K7Q": how a case is called; of one that is not kept yet the day alone.
QString caseTitle(const RiskCase& one);

// A line of the log: what was done, or support that was asked for or given.
struct CaseEntry {
    static constexpr Entity entity = Entity::CaseEntry;
    Id<CaseEntry> id;
    Id<RiskCase> riskCase;
    QDate date;
    QString kind = QStringLiteral("note"); // vocabulary case_entry_kinds
    QString support;                       // vocabulary support_kinds; empty: none
    std::optional<double> amount;
    QString currency; // ISO 4217
    QString note;
    QString by;
    bool operator==(const CaseEntry&) const = default;
};

} // namespace dtp
