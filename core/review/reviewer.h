// SPDX-License-Identifier: GPL-3.0-or-later
// Finds in one text after the other what staff have to decide upon, with what they decided. Reads nothing of the file
// before the first text is met. Inside of this room.
#pragma once

#include <document/rich_text.h>
#include <meaning/name_decisions.h>
#include <names/name_candidates.h>
#include <privacy/outside_consents.h>
#include <review/draft_texts.h>
#include <review/shown_names.h>
#include <storage/store.h>

#include <QHash>
#include <QSet>
#include <memory>
#include <vector>

namespace dtp
{

class Reviewer
{
public:
    // report: whose decisions of earlier layouts count as well. gate: that reads the texts afterwards, and shares what
    // it looked up.
    explicit Reviewer(const Store& store, Id<Report> report = {}, const Gate* gate = nullptr);

    struct Occurrence {
        qsizetype from = 0;
        qsizetype length = 0;
        QString name; // what stands there, without the marks within it
        QString nameKey;
        QString textKey;
        bool isKnown = false;      // a word of the name of somebody in the file
        bool isSmall = false;      // a name of one word in small letters, and a word of its own
        bool isWithheld = false;   // the whole name of somebody who may be named nowhere: it cannot be kept
        bool mayBeUnnamed = false; // a word of the name of such a person: somebody else may be meant
        const NameDecision* decision = nullptr; // none: undecided; holds until the next text
    };

    // All texts of a draft first, see NameCandidates.
    Result<> learn(const std::vector<Run>& runs, const TextPlace& place);
    // Of rows that come one by one each text by itself: so the same is asked whatever else is chosen beside it.
    Result<> learnAlone(const std::vector<Run>& runs, const TextPlace& place);
    // Names that the program put in itself are the gate's.
    Result<std::vector<Occurrence>> in(const std::vector<Run>& runs, const TextPlace& place);

    static QString keyOfName(const QString& name);

private:
    Result<> begin();
    Result<const NameDecision*> decisionOn(const QString& whole, const Occurrence& one);
    Result<bool> isSafe(const QString& replacement);

    const Store& m_store;
    const Id<Report> m_report;
    const std::shared_ptr<NameLookUps> m_lookUps;
    std::shared_ptr<const OutsideConsents> m_consents; // read when the first text is met
    std::unique_ptr<NameCandidates> m_candidates;
    QHash<QString, NameDecision> m_decisions;
    ShownNames m_shown;
    QHash<QString, bool> m_replacements; // whether they name nobody
};

// What was decided, done to texts as they are visited.
struct ReviewedTexts {
    QStringList undecided;
    QSet<QString> reviewed;  // keys of names
    QSet<QString> open;      // of these, those that are undecided
    bool keepsKnown = false; // one of them may be read and is of the name of somebody in the file
    Result<> apply(Reviewer& reviewer, std::vector<Run>& runs, const TextPlace& place);
};

} // namespace dtp
