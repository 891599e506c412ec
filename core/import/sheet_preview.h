// SPDX-License-Identifier: GPL-3.0-or-later
// What recognition finds in a file, for showing and changing before it is read as a whole.
#pragma once

#include <base/progress.h>
#include <import/import_mapping.h>
#include <sheets/sheet_reader.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dtp
{

struct SheetPreview {
    SheetFormat format = SheetFormat::Csv;
    std::vector<SheetInfo> sheets;
    QString sheet;
    QString encoding;
    QChar delimiter;
    QStringList remarks;
    std::vector<SheetRow> rows; // the first some hundred
    ImportMapping mapping;
};
// Of a list of people, with what its columns say that must not be overlooked. headingRow: as for recogniseMapping.
Result<SheetPreview> previewSheet(const Store& store, const QString& path, const SheetOptions& options = {},
                                  const Progress& progress = {}, std::optional<qint64> headingRow = {});

// The same without a mapping, for those who have other columns.
Result<SheetPreview> firstRows(const QString& path, const SheetOptions& options = {}, const Progress& progress = {});

// The first rows of a sheet, by which its columns are recognised.
Result<std::vector<SheetRow>> sampleOf(SheetReader& reader);

// Mappings are remembered by headings: a sheet like one before is understood as that one was.
void recallMapping(const Store& store, ImportMapping& mapping);
Result<> rememberMapping(Store& store, const ImportMapping& mapping);

} // namespace dtp
