// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to, purpose by purpose, and the answers of one or many of them entered as one change. Which answer
// counts is said by meaning/consents.h alone.
#pragma once

#include <meaning/consents.h>
#include <storage/store.h>

#include <QHash>
#include <QSet>
#include <vector>

namespace dtp
{

QStringList consentPurposes(const Store& store); // codes, in the order of the vocabulary

// All their consents by the key of the person.
Result<QHash<qint64, std::vector<Consent>>> consentsOf(const Store& store, const std::vector<qint64>& people);

// What is to be done for somebody who was asked: the next action of the note in her log that says so.
QString consentReminder();
// Those of them who were asked, and for whom nobody has entered an answer since.
Result<QSet<qint64>> waitingForAnswer(const Store& store, const std::vector<qint64>& people);

// "Agreed, until 3 May 2027", "Ended on 1 June 2026", "Not asked"; while an answer is waited for "Asked, no answer
// yet".
QString consentText(const Consent* counting, QDate day, bool isAsked = false);

// The same with since or until when in a second line.
QString consentLines(const Consent* counting, QDate day, bool isAsked = false);

// The same for a narrow column: "To 3 May 27", "Refused".
QString consentBrief(const Consent* counting, QDate day, bool isAsked = false);

// Answers with one day and one way for all of them.
struct ConsentAnswers {
    struct Answer {
        Id<Person> person;
        QString purpose;
        QString answer; // code: agreed, refused, withdrawn
    };
    std::vector<Answer> answers;
    QDate on;    // needed
    QDate until; // of agreements; invalid: without an end
    QString method;
    QString askedBy;
};

// What holds in spite of an answer once it is entered: a refusal of that day or later, or a later agreement; and where
// an agreement takes away the end that was agreed to before. Sentences for people; empty when there is nothing to say.
Result<QStringList> answersThatDoNotCount(const Store& store, const ConsentAnswers& answers);

// Enters them as one change and says what was done; what is there already is not entered again, but is given the way
// and who asked where it does not say them; where it says others, the answer is entered beside it. Of two answers of
// one person about one purpose a withdrawal or refusal counts. Whoever was asked is no longer
// waited for. Fails with a sentence where the day is missing or to come.
Result<QString> enterConsents(Store& store, const ConsentAnswers& answers);

} // namespace dtp
