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
    DTP_TRY(done, redoTelling(*store));
    print(QCoreApplication::translate("Cli", "Done again: %1").arg(done.change.sentence), done, output);
    return {};
}
} // namespace

Verb redoVerb()
{
    return {"redo",  "",  QT_TRANSLATE_NOOP("Cli", "Do again what was undone last."), "", {}, 0, 0, false,
            nullptr, &run};
}

} // namespace dtp::cli
