// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the secretariat asked for consent and has no answer of yet. Asking leaves a note in the log whose next action
// is the reminder. Whatever is entered about consent afterwards, in whichever way, is the answer to it: what was
// entered later has the greater key (base/id.h), also where its day is not known.
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <records/people.h>

#include <QHash>
#include <span>

namespace dtp
{

class Store;

// What is to be done for somebody who was asked: the next action of the note in her log that says so. It is data, and
// the same in every language, since a request is known by it.
QString consentReminder();

// The day of the last note that asks and has no answer; invalid: none, or without a day.
struct ConsentRequest {
    bool isOpen = false;
    QDate asked;
    bool operator==(const ConsentRequest&) const = default;
};
ConsentRequest openRequest(std::span<const ContactNote> notes, std::span<const Consent> consents);
// Of those who have one that is open.
Result<QHash<qint64, ConsentRequest>> openRequests(const Store& store, std::span<const qint64> people);

// SQL: the note that the statement calls `alias` is such a one, or was one until an answer was entered.
SqlPiece isOpenRequest(const char* alias);
SqlPiece isAnsweredRequest(const char* alias);

} // namespace dtp
