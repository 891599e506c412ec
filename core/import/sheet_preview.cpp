// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/sheet_preview.h>

#include <cells/cell_values.h>
#include <import/heading_words.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
constexpr size_t sampleRows = 1000;

// As it stands there, and as it was meant.
std::pair<QString, QString> firstEncodedTwice(const std::vector<SheetRow>& rows)
{
    for (const SheetRow& row : rows) {
        for (const QString& cell : row.cells) {
            if (const auto once = encodedOnce(cell))
                return {cell, *once};
        }
    }
    return {};
}
} // namespace

Result<std::vector<SheetRow>> sampleOf(SheetReader& reader)
{
    std::vector<SheetRow> rows;
    SheetRow row;
    while (rows.size() < sampleRows) {
        DTP_TRY(isThere, reader.next(row));
        if (!isThere)
            break;
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<SheetPreview> firstRows(const QString& path, const SheetOptions& options, const Progress& progress)
{
    DTP_TRY(reader, SheetReader::open(path, options, progress));
    SheetPreview preview;
    DTP_TRY(rows, sampleOf(*reader));
    preview.rows = std::move(rows);
    preview.format = reader->format();
    preview.sheets = reader->sheets();
    preview.sheet = reader->sheet();
    preview.encoding = reader->encoding();
    preview.delimiter = reader->delimiter();
    preview.remarks = reader->remarks();
    if (const auto [twice, once] = firstEncodedTwice(preview.rows); !twice.isEmpty())
        preview.remarks.append(QCoreApplication::translate("Import",
                                                           "Texts in this file were encoded twice by another "
                                                           "program: “%1” is read as “%2”.")
                                   .arg(twice.left(60), once.left(60)));
    return preview;
}

Result<SheetPreview> previewSheet(const Store& store, const QString& path, const SheetOptions& options,
                                  const Progress& progress, std::optional<qint64> headingRow)
{
    DTP_TRY(preview, firstRows(path, options, progress));
    const ImportWords words(store);
    preview.mapping = recogniseMapping(preview.rows, words, headingRow);
    preview.remarks += mappingRemarks(preview.mapping);
    return std::move(preview);
}

void recallMapping(const Store& store, ImportMapping& mapping)
{
    if (const QString kept = store.setting(QString(QStringLiteral("importMapping/") + mapping.fingerprint()));
        !kept.isEmpty())
        mapping.applyText(kept);
    // Columns about photos were taken for publicity once, and an opt-out for one of e-mail only; and only one column
    // could be for safety.
    const auto isOfSafety = [](const ColumnMapping& column) { return column.target == QLatin1String("safety_level"); };
    const bool saysSafety = std::any_of(mapping.columns.begin(), mapping.columns.end(), isOfSafety);
    for (ColumnMapping& column : mapping.columns) {
        // What was kept for “Publicity” is not for “Publicity (tick to refuse)”.
        if (const QString own = targetOfHeading(column.heading);
            column.target.startsWith(QLatin1String("consent.")) &&
            (own.startsWith(QLatin1String("refusal.")) ||
             (own == QLatin1String("notes") && isUnreadWish(column.heading))))
            column.target = own;
        if (saysSafety && column.target == QLatin1String("notes") &&
            targetOfHeading(column.heading) == QLatin1String("safety_level"))
            column.target = QStringLiteral("safety_level");
        const bool wasPublicity = column.target.endsWith(QLatin1String(".publicity"));
        if (!wasPublicity && column.target != QLatin1String("flag.email"))
            continue;
        const QString own = targetOfHeading(column.heading);
        if (wasPublicity ? own.endsWith(QLatin1String(".photo")) : own == QLatin1String("flag.opt_out"))
            column.target = own;
    }
}

Result<> rememberMapping(Store& store, const ImportMapping& mapping)
{
    return store.setSetting(QString(QStringLiteral("importMapping/") + mapping.fingerprint()), mapping.toText());
}

} // namespace dtp
