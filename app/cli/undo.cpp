// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes.h"
#include "verbs.h"

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToWrite(call));
    DTP_TRY(change, store->undo());
    output.result(QCoreApplication::translate("Cli", "Undone: %1").arg(change.sentence), toJson(change));
    return {};
}
} // namespace

Verb undoVerb()
{
    return {"undo",
            "",
            QT_TRANSLATE_NOOP("Cli", "Take back the last change."),
            QT_TRANSLATE_NOOP("Cli", "Exports and other disclosures stay in their ledger."),
            {},
            0,
            0,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
