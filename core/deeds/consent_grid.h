// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to, purpose by purpose, and the answers of one or many of them entered as one change. Which answer
// counts is said by meaning/consents.h alone.
#pragma once

#include <meaning/consent_requests.h>
#include <meaning/consents.h>
#include <storage/store.h>

#include <QHash>
#include <vector>

namespace dtp
{

QStringList consentPurposes(const Store& store); // codes, in the order of the vocabulary

// All their consents by the key of the person.
Result<QHash<qint64, std::vector<Consent>>> consentsOf(const Store& store, const std::vector<qint64>& people);

// "Agreed, until 3 May 2027", "Ended on 1 June 2026", "Not asked"; while an answer is waited for "Asked 12 Mar, no
// answer yet", "Ended on 1 June 2026, asked again 12 Mar".
QString consentText(const Consent* counting, QDate day, const ConsentRequest& request = {});

// The same with since or until when in a second line.
QString consentLines(const Consent* counting, QDate day, const ConsentRequest& request = {});

// The same for a narrow column: "To 3 May 27", "Refused", "Asked 12 Mar".
QString consentBrief(const Consent* counting, QDate day, const ConsentRequest& request = {});

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
// The same of one that is entered already, as by a form.
Result<QStringList> remarksOn(const Store& store, const Consent& entered);

// Enters them as one change and says what was done; what is there already is not entered again, but is given the way
// and who asked where it does not say them; where it says others, the answer is entered beside it. Of two answers of
// one person about one purpose a withdrawal or refusal counts. Whoever was asked is no longer
// waited for. Fails with a sentence where the day is missing or to come.
Result<QString> enterConsents(Store& store, const ConsentAnswers& answers);

} // namespace dtp
