// SPDX-License-Identifier: GPL-3.0-or-later
// What staff decided about names in the text of a report. Kept with the text: where it changes, it is asked again.
// Texts and names are digests.
#pragma once

#include <base/result.h>
#include <records/reports.h>

#include <QHash>
#include <QString>
#include <vector>

namespace dtp
{

class Store;

struct NameDecision {
    enum class What { Keep, Replace, Withhold };
    QString textKey;
    QString nameKey;
    What what = What::Withhold;
    QString replacement; // what is put in its place
};

// By textKey and nameKey together, see decisionKey().
Result<QHash<QString, NameDecision>> nameDecisions(const Store& store, Id<Report> report);
QString decisionKey(const QString& textKey, const QString& nameKey);
// In the place of what was decided before. No part of the history: undo does not touch it.
Result<> keepNameDecisions(Store& store, Id<Report> report, const std::vector<NameDecision>& decisions);

} // namespace dtp
