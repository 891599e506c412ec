// SPDX-License-Identifier: GPL-3.0-or-later
// The one list of verbs, and the functions that make them: one file a verb.
#pragma once

#include "cli.h"

namespace dtp::cli
{

const std::vector<Verb>& verbs();

Verb createVerb();
Verb importPeopleVerb();
Verb importRecordsVerb(); // behind it: its name is the first word of the other
Verb exportVerb();
Verb namesVerb();
Verb doVerb();
Verb personEraseVerb();
Verb personConsentVerb();
Verb personRecallVerb();
Verb mergeVerb();
Verb searchVerb();
Verb wordsVerb();
Verb workshopsVerb();
Verb reportsVerb();
Verb reportWriteVerb();
Verb reportNamesVerb();
Verb reportPicturesVerb();
Verb reportImportVerb();
Verb historyVerb();
Verb undoVerb();
Verb redoVerb();
Verb statsVerb();
Verb checkVerb();
Verb backupVerb();
Verb backupsVerb();
Verb settingsVerb();
Verb restoreVerb();
Verb salvageVerb();
std::vector<Verb> vaultVerbs();

} // namespace dtp::cli
