// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/history/take_back.h>

#include <reverting/agreements_back.h>
#include <ui/models/discretion.h>
#include <ui/widgets/task_dialog.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
class TakeBack
{
    Q_DECLARE_TR_FUNCTIONS(TakeBack)
};

constexpr qint64 ManyRecords = 500; // from here on another thread does it

void tellOf(AppContext& context, QWidget* parent, const Result<Reverted>& done, const QString& sentence)
{
    if (!done)
        return context.dialogs.showError(parent, {seen(context.store, done.error().sentence), done.error().detail});
    if (done->change == 0)
        return context.navigator.tellOnly(TakeBack::tr("Nothing to do: it is so already."));
    context.navigator.tell(withAgreements(sentence, done->agreements));
}
} // namespace

void takeBack(AppContext& context, QWidget* parent, const ChangeSummary& change)
{
    const QString sentence = TakeBack::tr("Took back: %1.").arg(change.sentence);
    if (change.records < ManyRecords)
        return tellOf(context, parent, revertTelling(context.store, change.id), sentence);
    const auto done =
        runTask<Reverted>(parent, TakeBack::tr("Taking back: %1").arg(seen(context.store, change.sentence)),
                          [&context, id = change.id](const Progress&) -> Result<Reverted> {
                              DTP_TRY(store, context.store.another());
                              return revertTelling(*store, id);
                          });
    context.store.noteChangesElsewhere();
    tellOf(context, parent, done, sentence);
}

void takeBack(AppContext& context, QWidget* parent, const ChangedField& changed)
{
    const Field* field = recordType(changed.entity).fieldNamed(changed.field);
    tellOf(context, parent, revertTelling(context.store, changed),
           TakeBack::tr("Took back “%1”.").arg(field ? field->labelText() : changed.field));
}

} // namespace dtp
