// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/import_action.h>

#include <ui/models/import_phrases.h>
#include <ui/pages/import/import_dialog.h>

#include <QCoreApplication>

namespace dtp
{

void runImport(AppContext& context, const QString& path, Entity entity, QWidget* parent)
{
    const QString file =
        path.isEmpty() ? context.dialogs.askOpenFile(
                             parent, importPhrases(importTypeFor(entity)).windowTitle,
                             QCoreApplication::translate("Import", "Spreadsheets (*.csv *.tsv *.txt *.xlsx *.ods)"))
                       : path;
    if (file.isEmpty())
        return;
    ImportDialog dialog(context, file, entity, parent);
    dialog.exec();
}

} // namespace dtp
