// SPDX-License-Identifier: GPL-3.0-or-later
// Names in texts that leave, which the gate cannot decide upon by itself: listed once each with a proposal, decided by
// staff, and nothing leaves for outsiders with one that is undecided. A decision is kept with the text, in whatever
// draft that text leaves.
#pragma once

#include <base/progress.h>
#include <document/document.h>
#include <meaning/name_decisions.h>
#include <privacy/gate.h>
#include <storage/store.h>

#include <memory>
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
    bool isWithheld = false;   // wherever it stands, by what somebody of that name agreed to: it cannot be kept
    bool mayBeUnnamed = false; // a word of the name of somebody who may be named nowhere: see keepingWarning()
    bool isOfGate = false;     // the gate takes it out by itself, where they did not agree: nothing is to be decided
    bool isSmall = false;      // a name of one word in small letters: another one than with a capital
    QString nameKey;
    QStringList textKeys; // of the texts that it stands in
};

using ReviewedDraft = std::variant<Document*, Table*, std::unique_ptr<RowSource>*>;

// What is to be decided alone, or behind it also what the gate takes out by itself: names of people in the file, and
// ways to reach somebody.
enum class NameList { ToDecide, All };

// In the order in which they stand in the draft. gate: of the audience that it is for; nullptr: any outside. Rows are
// read to their end. report: whose decisions of earlier layouts count as well.
Result<std::vector<NameInText>> namesInDraft(const Store& store, ReviewedDraft draft, const Gate* gate = nullptr,
                                             Id<Report> report = {}, const Progress& progress = {},
                                             NameList list = NameList::ToDecide);

// What is to be known before the name is kept; empty: nothing.
QString keepingWarning(const NameInText& name);
// For everywhere it stands. replacement: of Replace, which has to say something.
Result<> decideName(Store& store, const NameInText& name, NameDecision::What what, const QString& replacement = {});
// Several at once: all of them, or none when one cannot be decided so, and then the sentence says it.
struct NameChoice {
    const NameInText* name;
    NameDecision::What what;
    QString replacement = {};
};
Result<> decideNames(Store& store, const std::vector<NameChoice>& choices);

enum class UndecidedNames { Refuse, Withhold };
// Fails with a sentence that names those that are undecided.
Result<> checkDecided(const QStringList& undecided, Audience audience);
bool isUndecided(const Error& error); // whether it is this failure

// What was decided, done to a draft before it passes the gate; the secretariat reads it as it is. Refuse: fails with a
// sentence that names those that are undecided; of rows at their end. The gate must outlive the rows.
Result<> applyNameDecisions(const Store& store, ReviewedDraft draft, const Gate& gate, UndecidedNames undecided,
                            Id<Report> report = {});

// Whether the name of a file may be read by whoever gets it: fails with a sentence where it names somebody whom the
// gate does not let through, or may do so, unless that name was decided to be read.
Result<> checkFileName(const Store& store, const Gate& gate, const QString& filePath);

} // namespace dtp
