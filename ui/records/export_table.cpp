// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/export_table.h>

#include <privacy/gate.h>
#include <sheets/csv_writer.h>
#include <ui/records/record_table.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QHeaderView>

namespace dtp
{

namespace
{
struct ExportTable {
    Q_DECLARE_TR_FUNCTIONS(ExportTable)
};

Table asTable(const QString& title, const RecordListModel& model, const RecordTable& view)
{
    Table table;
    table.title = title;
    std::vector<int> shown;
    for (int visual = 0; visual < model.columnCount(); ++visual) {
        const int column = view.horizontalHeader()->logicalIndex(visual);
        if (view.isColumnHidden(column))
            continue;
        shown.push_back(column);
        TableColumn out; // internal, whatever the columns are: this list is for the secretariat
        out.key = QString::number(column);
        out.title = model.columns()[static_cast<size_t>(column)].title;
        table.columns.push_back(out);
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        TableRow out;
        for (const int column : shown)
            out.cells.push_back(model.index(row, column).data().toString());
        table.rows.push_back(std::move(out));
    }
    return table;
}
} // namespace

void exportRecordTable(AppContext& context, QWidget* parent, const QString& title, const RecordListModel& model,
                       const RecordTable& table)
{
    const QString file =
        context.dialogs.askSaveFile(parent, ExportTable::tr("Export this list"),
                                    QString(title + QStringLiteral(".csv")), ExportTable::tr("Table (*.csv)"));
    if (file.isEmpty())
        return;
    const Gate gate(context.store, Audience::Internal);
    const auto disclosed = gate.disclose(asTable(title, model, table));
    if (!disclosed)
        return context.dialogs.showError(parent, disclosed.error());
    const auto done = release(
        context.store, file, ExportTable::tr("List of %1 as CSV").arg(title.toLower()),
        [&](QIODevice& device) { return writeCsv(*disclosed, device); },
        [&]() -> const DisclosureSummary& { return disclosed->summary(); });
    if (!done)
        context.dialogs.showError(parent, done.error());
    else
        context.navigator.tell(QCoreApplication::translate("ExportTable",
                                                           "Exported %Ln rows into “%1”, for the secretariat only.",
                                                           nullptr, model.rowCount())
                                   .arg(QFileInfo(file).fileName()));
}

} // namespace dtp
