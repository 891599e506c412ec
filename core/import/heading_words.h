// SPDX-License-Identifier: GPL-3.0-or-later
// What the heading of a column says.
#pragma once

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
// The import target that the heading names; empty when it names none.
QString targetOfHeading(const QString& heading);
// False where the heading says clearly that the cells are about somebody or something else ("Emergency contact").
bool mayGoByContent(const QString& heading);

// A heading that asks about consent or forbids something, and names no field.
bool isUnreadWish(const QString& heading);

// The column of reasons in the file of rejected rows; import knows it and passes it over.
QString reasonHeading();
bool isReasonHeading(const QString& heading);

} // namespace dtp
