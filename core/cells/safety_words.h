// SPDX-License-Identifier: GPL-3.0-or-later
// What a yes or a no says under a heading about somebody's safety, and what speaks against a way to reach somebody.
#pragma once

#include <meaning/codes.h>

#include <QString>
#include <QStringList>
#include <optional>

namespace dtp
{

// Whether a heading asks for nothing but somebody's danger or safety ("Threatened", "Risk assessment"), and whether it
// speaks of it at all ("Security incidents at the office", "No threats"). Of folded words.
bool asksForDanger(const QStringList& words);
bool speaksOfDanger(const QStringList& words);

// "At risk: no" is nothing to care for, "Safe: no" is, and "Safety: no" may be either, so that it counts for care.
// Nothing: the cell says more than a yes or a no.
std::optional<SafetyLevel> safetyOf(const QString& heading, const QString& text);

// What says something of safety that is not understood, other than a cell that stands for an empty one.
bool isDoubtOfSafety(const QString& text);

// Whether a text says that its person is detained, missing, in hiding or the like. isStatus: it says nothing but how
// they are; any other may be about others ("cases of missing persons"). And whether a heading, folded, asks for that.
bool tellsDanger(const QString& text, bool isStatus);
bool isOfStatus(const QString& heading);
// A place that tells of hiding, prison or exile, or whereabouts that nobody knows. heading: folded.
bool hidesPlace(const QString& heading, const QString& text);

// Whether what stands beside a number or an address says not to use it: "do not call", "bounced", "tapped".
bool warnsAgainst(const QString& text);

} // namespace dtp
