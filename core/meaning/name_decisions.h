// SPDX-License-Identifier: GPL-3.0-or-later
// What staff decided about names in texts that leave. Kept with the text: where it changes, it is asked again. Texts
// and names are digests.
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
    QString replacement;     // what is put in its place
    bool isOfReport = false; // made for one report alone, as earlier layouts kept them
};

// By textKey and nameKey together, see decisionKey(). report: whose own count as well, behind those of any text.
Result<QHash<QString, NameDecision>> nameDecisions(const Store& store, Id<Report> report = {});
QString decisionKey(const QString& textKey, const QString& nameKey);
// In the place of what was decided before. No part of the history: undo does not touch it.
Result<> keepNameDecisions(Store& store, const std::vector<NameDecision>& decisions);

} // namespace dtp
