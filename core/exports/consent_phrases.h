// SPDX-License-Identifier: GPL-3.0-or-later
// The words in which people are asked for consent, the same on paper and by e-mail.
#pragma once

#include <records/vocabulary.h>

#include <QString>

namespace dtp
{

class Store;

QString consentQuestion(); // "What may we show about you?"
// What a purpose comes to, as it goes on from "… may": "list me in the alumni directory".
QString consentPhrase(const VocabularyTerm& purpose);
QString takingBackText(const QString& organisation);
QString organisationThatAsks(const Store& store);

} // namespace dtp
