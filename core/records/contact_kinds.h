// SPDX-License-Identifier: GPL-3.0-or-later
// What ways of contact are by their kind (vocabulary contact_kinds); a kind that users added is none of these.
#pragma once

#include <QStringList>

namespace dtp
{

// Dialled as a phone: what is written there is a phone number.
const QStringList& phoneKinds();
const QStringList& emailKinds();

bool isPhoneKind(const QString& kind);
// What is noted beside a number that only a fax machine answers: "Business Fax", but not "Tel/Fax".
bool isFaxOnly(const QString& note);
// Of which one stands in the note of a number that is a phone as well as a fax.
const QStringList& wordsOfPhones();
// A phone number may stand there, and is then kept in international form: phones, and where some give a name instead.
bool mayBePhoneNumber(const QString& kind);

} // namespace dtp
