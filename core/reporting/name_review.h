// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the text of a report that the gate cannot decide upon by itself: listed once each with a proposal, decided
// by staff, and nothing leaves for outsiders with one that is undecided.
#pragma once

#include <document/document.h>
#include <meaning/name_decisions.h>
#include <privacy/audiences.h>
#include <storage/store.h>

#include <optional>
#include <variant>
#include <vector>

namespace dtp
{

struct NameInText {
    QString name;  // as it stands there first
    QString where; // the heading above it, and words around it
    int times = 0;
    // Who is not known can be in danger: nothing that may be a name is proposed to be kept.
    NameDecision::What proposal = NameDecision::What::Withhold;
    std::optional<NameDecision::What> decision; // none: not decided wherever it stands
    QString replacement;
    QString nameKey;
    QStringList textKeys; // of the texts that it stands in
};
// In the order in which they stand in the report.
Result<std::vector<NameInText>> namesInReport(const Store& store, Id<Report> report);

// For everywhere it stands. replacement: of Replace, which has to say something.
Result<> decideName(Store& store, Id<Report> report, const NameInText& name, NameDecision::What what,
                    const QString& replacement = {});

enum class UndecidedNames { Refuse, Withhold };
// What was decided, done to a draft of this report for an audience; the secretariat reads it as it is. Refuse: fails
// with a sentence that names them where some are undecided.
Result<> applyNameDecisions(const Store& store, Id<Report> report, Audience audience, UndecidedNames undecidedNames,
                            Document& draft);

// The same for a draft that is no report's, as an agenda: kept are the names in its texts that may be read, said anew
// each time. Rows about people are the gate's.
Result<> keepNames(const Store& store, const QStringList& kept, Audience audience, UndecidedNames others,
                   std::variant<Document*, Table*> draft);

} // namespace dtp
