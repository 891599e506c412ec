// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of words that staff choose from (records/vocabulary.h), and what can be done to a word; each is one
// change. Records hold the code of a word: its label can be changed without touching them. What a word was called, or
// was before it became another, is kept among its spellings, so that searches and spreadsheets that say it still find
// it.
#pragma once

#include <base/result.h>
#include <records/reports.h>
#include <storage/store.h>

#include <vector>

namespace dtp
{

struct WordList {
    QString name;  // of the vocabulary: "issues"
    QString title; // translated: "Issues"
    // Whether words can be added, put together and removed; of the others the program itself knows what each means.
    bool isOpen = false;
};
const std::vector<WordList>& wordLists();             // in the order to offer them
Result<WordList> wordListCalled(const QString& name); // by its name or its title

struct WordUse {
    Term term;
    qint64 uses = 0; // records that hold it
};
// In the order in which they are offered.
Result<std::vector<WordUse>> wordsOf(const Store& store, const QString& list);
// The word of a list that is called so: by code, label or spelling.
Result<Term> wordCalled(const Store& store, const QString& list, const QString& text);

// Fail with a sentence where the list is not open, or another word of it is called so already.
Result<Id<Term>> addWord(Store& store, const QString& list, const QString& label);
Result<> renameWord(Store& store, Id<Term> word, const QString& label);
// All records that hold `word` hold `into` afterwards, and `word` is gone; who has both has one, with what either
// says. Gives how many records held it.
Result<qint64> mergeWords(Store& store, Id<Term> word, Id<Term> into);
Result<> removeWord(Store& store, Id<Term> word); // that no record holds

} // namespace dtp
