// SPDX-License-Identifier: GPL-3.0-or-later
// What the heading of a column says.
#pragma once

#include <cells/consent_words.h>

#include <QString>

namespace dtp
{

// The folded words of a heading, without "(s)" and asterisks; and of these the ones that say something: "Participant's
// main country" is "country".
QString foldedHeading(const QString& heading);
QString tellingWords(const QString& folded);
// The heading as it is compared: folded words, without what stands in brackets at its end, without "(s)" and
// asterisks.
QString headingKey(const QString& heading);
// The target that is known by exactly this key; empty for none. And whether the key speaks of somebody or something
// else: "emergency phone", "passport country".
QString targetOfKey(const QString& key);
bool isAboutSomebodyElse(const QString& key);
// The import target that the heading names as a whole; empty when it names none. A word in it decides nothing: "number
// of staff in your organisation" is no organisation.
QString targetOfHeading(const QString& heading);
// False where the heading says clearly that the cells are about somebody or something else ("Emergency contact").
bool mayGoByContent(const QString& heading);

// A heading that asks about consent or forbids something, and names no field; and what it says all the same.
bool isUnreadWish(const QString& heading);
bool isNarrowedConsent(const QString& heading); // known as a consent but for some of its words
HeadingWish wishOfHeading(const QString& heading);
// A heading that speaks of danger or of safety, whatever it asks of it.
bool isOfDanger(const QString& heading);

// The column of reasons in the file of rejected rows; import knows it and passes it over.
QString reasonHeading();
bool isReasonHeading(const QString& heading);

} // namespace dtp
