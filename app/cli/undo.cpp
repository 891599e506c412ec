// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes.h"
#include "verbs.h"

#include <QCoreApplication>
#include <algorithm>

namespace dtp::cli
{

void print(const QString& sentence, const Travelled& done, Output& output)
{
    QJsonObject object = toJson(done.change);
    object.insert(QStringLiteral("people_agreeing_again"), done.agreements.people);
    output.result(sentence, object);
    if (done.agreements.people > 0)
        output.line(done.agreements.sentence);
}

namespace
{
Outcome run(const Session& session, const Call& call, Output& output)
{
    DTP_TRY(store, session.openToWrite(call));
    if (call.has("--only")) {
        const qint64 place = call.number("--only", 0);
        DTP_TRY(found, store->history(1, std::max<qint64>(place - 1, 0)));
        if (place < 1 || found.empty())
            return fail(QCoreApplication::translate("Cli", "There are not that many changes in the history."));
        DTP_TRY(made, revertTelling(*store, found.front().id));
        print(QCoreApplication::translate("Cli", "Taken back: %1").arg(found.front().sentence),
              {found.front(), made.agreements}, output);
        return {};
    }
    DTP_TRY(undone, undoTelling(*store));
    print(QCoreApplication::translate("Cli", "Undone: %1").arg(undone.change.sentence), undone, output);
    return {};
}
} // namespace

Verb undoVerb()
{
    return {"undo",
            "",
            QT_TRANSLATE_NOOP("Cli", "Take back the last change, or an older one by itself."),
            QT_TRANSLATE_NOOP("Cli", "Exports and other disclosures stay in their ledger.\n"
                                     "An older change is taken back while what was done since stays. Where something\n"
                                     "newer stands on it, nothing is done and that is named."),
            {{"--only", "N", QT_TRANSLATE_NOOP("Cli", "the Nth change of \"history\", and that alone"),
              Option::Kind::Count}},
            0,
            0,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
