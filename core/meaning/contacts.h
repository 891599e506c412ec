// SPDX-License-Identifier: GPL-3.0-or-later
// How a person is reached, and since when nobody has been in touch.
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <records/contact_kinds.h>
#include <records/people.h>

#include <QByteArray>
#include <QHash>
#include <optional>
#include <span>

namespace dtp
{

class Store;

// The way to reach a person among those of the kinds (vocabulary contact_kinds): the preferred one, else the one that
// was entered first; never one that is not to be used, nor a fax. nullptr: none.
const ContactPoint* reachableContact(std::span<const ContactPoint> contacts, const QStringList& kinds);
// Its value by person.
Result<QHash<qint64, QString>> reachableContacts(const Store& store, std::span<const qint64> people,
                                                 const QStringList& kinds);
// SQL: its value for the person of this column, or NULL.
SqlPiece reachableContact(const char* personColumn, const QStringList& kinds);

// By which kinds somebody can be reached, as bits of one number: every kind of the vocabulary has its own. A contact
// that is not to be used counts for none. Nothing: there is no such kind.
std::optional<int> reachBit(const QString& kind);
// SQL: the bits of the person of this column; 0 where there is none.
QByteArray reachOf(const QByteArray& personColumn);

// The day of the last note of a contact, up to the day; invalid: none. A note without a day is no contact.
QDate lastContact(std::span<const ContactNote> notes, QDate day);
Result<QHash<qint64, QDate>> lastContacts(const Store& store, std::span<const qint64> people, QDate day);
// SQL: the person of this column was not in contact from the day `since` to the day.
SqlPiece isSilentSince(const char* personColumn, QDate since, QDate day);

} // namespace dtp
