// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for copies back: what left with a person, by the ledger, for whom it has to be recalled, the tasks by which
// that is followed and the letters that ask for it.
//
// A copy for outsiders is to be recalled when the person is named or shown in it and is at risk by now, or when she
// refused, withdrew or let end what it was given for: the purpose of its audience, contact details where these may
// have been in it, photos where it has pictures. Whoever was never asked took nothing back.
#pragma once

#include <base/result.h>
#include <document/document.h>
#include <privacy/audiences.h>
#include <records/reports.h>

#include <QSet>
#include <span>
#include <vector>

namespace dtp
{

class Store;

struct LeftCopy {
    Disclosure entry;
    bool isNamed = false; // or shown in a picture; else only counted
    bool isToRecall = false;

    // "2026-05-03 14:00 · Report “X” as PDF · Partners: River Fund · x.pdf"
    QString inWords() const;
};

// The newest first.
Result<std::vector<LeftCopy>> copiesWith(const Store& store, Id<Person> person);
// The same about entries of the ledger that are known, all of which are to be recalled.
Result<std::vector<LeftCopy>> copiesToAskFor(const Store& store, std::span<const qint64> disclosures);
// "5 copies left with this person; 2 of them are to be recalled."
QString sentenceOf(const std::vector<LeftCopy>& copies);

// To whom a copy went: who it was, where that was said, and for whom it was made.
struct Recipient {
    Audience audience = Audience::Public;
    QString name = {}; // empty: nobody said it

    QString inWords() const;                       // "Partners: River Fund", "The public"
    bool operator==(const Recipient& other) const; // a name in other letters, large or small, is the same
};
Recipient recipientOf(const Disclosure& entry);
// The names of those who got copies for such an audience before, each once, by the alphabet.
Result<QStringList> recipientsBefore(const Store& store, Audience audience);

// From whom copies are to be recalled: a task and a letter each. By audience, who is known by name behind who is not.
std::vector<Recipient> recipientsOf(const std::vector<LeftCopy>& copies);

// Days from today until a recipient should have answered.
inline constexpr int daysToRecall = 14;

// Makes a task for each recipient, with the copies in its note; a copy that is in such a task already makes none. How
// many were made. No person: somebody who is being erased, whom the tasks then do not name.
Result<int> followRecall(Store& store, const std::vector<LeftCopy>& copies, Id<Person> person);

// The keys of those entries of the ledger that are in such a task, done or not.
Result<QSet<qint64>> followedCopies(const Store& store, const std::vector<LeftCopy>& copies, Id<Person> person);

// Whether a copy is to be recalled that is in no task yet.
Result<bool> hasToFollow(const Store& store, const std::vector<LeftCopy>& copies, Id<Person> person);

// What to write to a recipient: which copies, what to do with them and until when, and nothing of whom it is about. To
// be passed through the gate like all that leaves.
Document recallLetter(const Store& store, const std::vector<LeftCopy>& copies, const Recipient& recipient);
// "recall-partner-2026-06-01.odt", the second to partners "recall-partner-2-2026-06-01.odt": a name of a file may tell
// outsiders no name. at: in recipientsOf().
QString recallLetterName(const Store& store, const std::vector<Recipient>& recipients, size_t at);

} // namespace dtp
