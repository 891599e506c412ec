// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/import_action.h>

#if __has_include(<ui/exchange/import_dialog.h>)
#include <ui/exchange/import_dialog.h>
#endif

#include <QCoreApplication>

namespace dtp
{

void runImport(AppContext& context, const QString& path, QWidget* parent)
{
#if __has_include(<ui/exchange/import_dialog.h>)
    const QString file = path.isEmpty() ? context.dialogs.askOpenFile(parent, QCoreApplication::translate("Import", "Import people from a spreadsheet"),
                                                                      QCoreApplication::translate("Import", "Spreadsheets (*.csv *.tsv *.txt *.xlsx *.ods)"))
                                        : path;
    if (file.isEmpty())
        return;
    ImportDialog dialog(context, file, parent);
    dialog.exec();
#else
    Q_UNUSED(path)
    context.dialogs.showError(parent, Error{QCoreApplication::translate("Import", "Importing is not built into this version."), {}});
#endif
}

} // namespace dtp
