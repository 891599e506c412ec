// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_beside.h"

#include <base/output_path.h>
#include <privacy/gate.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<> writeBeside(const QString& path, const std::function<Result<>(QIODevice&)>& write)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fail(Cli::tr("“%1” is no ordinary file.").arg(path));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(Cli::tr("“%1” could not be written. See whether you may write to this folder.").arg(path),
                    file.errorString());
    DTP_CHECK(write(file));
    if (!file.commit())
        return fail(Cli::tr("“%1” could not be written. See whether there is room on the disk.").arg(path),
                    file.errorString());
    return {};
}
} // namespace

std::vector<Option> importOptions()
{
    return {{"--dry-run", "", "say what would become of every row, and write nothing to the database"},
            {"--match", "skip|fill|update",
             "what a row may do to what is known: nothing, fill what is empty (default), or also replace",
             Option::Kind::Choice},
            {"--rejects", "FILE", "write the rejected rows to this CSV file, to be mended and imported again",
             Option::Kind::Text},
            {"--log", "FILE.csv", "write a line for each row: its number, its fate, whom or what it is about, and why",
             Option::Kind::Text},
            {"--sheet", "NAME", "the sheet of a workbook to read, in the place of the one with most rows",
             Option::Kind::Text},
            {"--encoding", "NAME",
             "the encoding of a CSV file, where the guess is wrong: Big5, windows-874, Shift_JIS …",
             Option::Kind::Text}};
}

void lineOfDoubts(qint64 notUnderstood, qint64 cellsInError, Output& output)
{
    if (notUnderstood > 0)
        output.line(Cli::tr("Values that were not understood: %1. --log FILE.csv says which.").arg(notUnderstood));
    if (cellsInError > 0)
        output.line(Cli::tr("Cells that show an error of the spreadsheet: %1. --log FILE.csv says which; mend them "
                            "there and import again.")
                        .arg(cellsInError));
}

SheetOptions sheetOptions(const Call& call)
{
    SheetOptions options;
    options.sheet = call.value("--sheet");
    options.encoding = call.value("--encoding");
    return options;
}

Result<> writeLists(const Call& call, const QString& imported, Store& store, const std::vector<ImportList>& lists)
{
    QStringList kept{call.database, imported};
    for (const ImportList& list : lists) {
        if (!call.has(list.option))
            continue;
        const QString path = call.value(list.option);
        DTP_CHECK(checkOutput(path, kept));
        DTP_CHECK(releaseUngated(store, Cli::tr("List beside the import of %1").arg(QFileInfo(imported).fileName()),
                                 path, list.rows, [&] { return writeBeside(path, list.write); }));
        kept.append(path);
    }
    return {};
}

} // namespace dtp::cli
