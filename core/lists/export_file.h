// SPDX-License-Identifier: GPL-3.0-or-later
// One call to export a list: reads, passes the gate, writes what the file's ending asks for, enters it in the ledger.
#pragma once

#include <base/progress.h>
#include <privacy/gate.h>
#include <search/person_search.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>

namespace dtp
{

// Endings that people can be written as: "csv", "xlsx", "vcf"; other lists as "csv", "xlsx".
QStringList exportEndings(Entity entity);

// Gives what the gate did. The store must not change meanwhile (a store of the thread that exports: Store::another).
Result<DisclosureSummary> exportPeople(Store& store, const QString& filePath, Audience audience,
                                       const PersonQuery& filter = {}, const Progress& progress = {});
// The same with a writer of one's own: for formats that this folder knows nothing of. what: "People as PDF".
Result<DisclosureSummary> exportRows(Store& store, std::unique_ptr<RowSource> rows, const QString& filePath,
                                     const QString& what, Audience audience,
                                     const std::function<Result<>(DisclosedRows&, QIODevice&)>& writer);
Result<DisclosureSummary> exportRecords(Store& store, Entity entity, const QString& filePath, Audience audience,
                                        const Where& where = {}, const Progress& progress = {});

} // namespace dtp
