// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

namespace dtp::cli
{

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> all = [] {
        std::vector<Verb> some{
            createVerb(),        importPeopleVerb(), importRecordsVerb(),  exportVerb(),       namesVerb(),
            searchVerb(),        doVerb(),           wordsVerb(),          workshopsVerb(),    reportsVerb(),
            reportWriteVerb(),   reportNamesVerb(),  reportPicturesVerb(), reportImportVerb(), historyVerb(),
            undoVerb(),          redoVerb(),         statsVerb(),          checkVerb(),        backupVerb(),
            backupsVerb(),       restoreVerb(),      salvageVerb(),        settingsVerb(),     personEraseVerb(),
            personConsentVerb(), personRecallVerb(), mergeVerb(),
        };
        for (Verb& verb : vaultVerbs())
            some.push_back(std::move(verb));
        return some;
    }();
    return all;
}

} // namespace dtp::cli
