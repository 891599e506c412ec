// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/import_action.h>

#include <ui/pages/import/import_dialog.h>

#include <QCoreApplication>

namespace dtp
{

void runImport(AppContext& context, const QString& path, QWidget* parent)
{
    const QString file =
        path.isEmpty() ? context.dialogs.askOpenFile(
                             parent, QCoreApplication::translate("Import", "Import people from a spreadsheet"),
                             QCoreApplication::translate("Import", "Spreadsheets (*.csv *.tsv *.txt *.xlsx *.ods)"))
                       : path;
    if (file.isEmpty())
        return;
    ImportDialog dialog(context, file, parent);
    dialog.exec();
}

} // namespace dtp
