// SPDX-License-Identifier: GPL-3.0-or-later
// What deeds of the catalogue run that is more than making or removing records. Inside of this room.
#pragma once

#include <deeds/deed.h>

namespace dtp
{

// Does it to each within the change; says how far it is, and stops with an Error when that is asked. deed.cpp
Result<> forEach(const DeedCall& call, const std::vector<qint64>& ids, const std::function<Result<>(qint64 id)>& one);

// Adds or changes a record that its rules allow on this day (records/record_rules.h). deed.cpp
Result<> insertByRules(ChangeWriter& writer, RecordValues& values);
Result<> updateByRules(ChangeWriter& writer, const RecordValues& before, const RecordValues& values);

// About cases of people at risk: nobody is named in the sentences. case_deeds.cpp
Result<QString> logCase(Store& store, const Deed& deed, const DeedCall& call);
Result<QString> closeCase(Store& store, const Deed& deed, const DeedCall& call);
Result<QString> openCase(Store& store, const Deed& deed, const DeedCall& call);

// An answer about consent of one or many. consent_grid.cpp
Result<QString> recordConsent(Store& store, const Deed& deed, const DeedCall& call);

// "2 people", "1 person".
QString countedText(Entity entity, int count);

// Notes that people were asked, and by when the answer should be here. ask_for_consent.cpp
constexpr int DaysToAnswer = 14; // until somebody looks for it, unless said
Result<QString> askForConsent(Store& store, const Deed& deed, const DeedCall& call);

} // namespace dtp
