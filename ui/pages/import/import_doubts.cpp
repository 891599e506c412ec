// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/import/import_doubts.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct Import {
    Q_DECLARE_TR_FUNCTIONS(ImportPhrases)
};
} // namespace

QStringList importDoubts(Entity entity, const ImportTally& tally)
{
    QStringList doubts;
    const auto add = [&doubts](qint64 count, const QString& one, const QString& many) {
        if (count > 0)
            doubts.append(count == 1 ? one : many.arg(count));
    };
    add(tally.possiblyKnown, Import::tr("1 new person may be somebody known: look at it."),
        Import::tr("%L1 new people may be somebody known: look at them."));
    const bool hasNotes = notesField(recordType(entity)) >= 0;
    add(tally.notUnderstood,
        hasNotes ? Import::tr("1 value was not understood and is kept in the notes.")
                 : Import::tr("1 value was not understood and is left out."),
        hasNotes ? Import::tr("%L1 values were not understood and are kept in the notes.")
                 : Import::tr("%L1 values were not understood and are left out."));
    add(tally.cellsInError, Import::tr("1 cell shows an error of the spreadsheet instead of a value."),
        Import::tr("%L1 cells show an error of the spreadsheet instead of a value."));
    return doubts + tally.refusals;
}

} // namespace dtp
