// SPDX-License-Identifier: GPL-3.0-or-later
// One call to export a list: reads, passes the gate, writes what the file's ending asks for, enters it in the ledger.
#pragma once

#include <base/progress.h>
#include <privacy/gate.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace dtp
{

// Endings that people can be written as: "csv", "xlsx", "vcf"; other lists as "csv", "xlsx".
QStringList exportEndings(Entity entity);

// What is exported: records of one type. query: as in their search (search/record_search.h); empty: all. columns: keys
// of those wanted, in this order; empty: all.
struct ListExport {
    Entity entity = Entity::Person;
    QString query;
    QStringList columns;
    std::optional<std::vector<qint64>> records = {}; // these, in this order, instead of those of the query
};

// What can be chosen from.
std::vector<TableColumn> columnsOfList(const Store& store, Entity entity);
// The type that is called so: by its table, in the singular or the plural, whole or by its last word ("memberships").
Result<Entity> listCalled(const QString& name);
// Those that are meant, in the order in which they leave.
Result<std::vector<qint64>> recordsOfList(const Store& store, const ListExport& list);
// Fails with a sentence when the query is not understood or there is no such column. The store must outlive it.
Result<std::unique_ptr<RowSource>> rowsOfList(const Store& store, const ListExport& list);

// Why a list of which no column may leave is not written.
QString allWithheldSentence(const DisclosureSummary& summary);

// Fails for an audience outside when that there are such records is restricted: cases.
Result<> checkType(Entity entity, Audience audience);
// Fails for an audience outside when the query chooses by what is restricted, or people by what stands in their notes.
Result<> checkQuery(const Store& store, Entity entity, const QString& query, Audience audience);
// "People as CSV, those who match “country:KH”": for the ledger. Of cases it is not said, for it may name somebody.
QString withQuery(const QString& what, Entity entity, const QString& query);

// Gives what the gate did. Fails with a sentence, with nothing written, where every column is withheld for the
// audience. The store must not change meanwhile (a store of the thread that exports: Store::another).
Result<DisclosureSummary> exportList(Store& store, const ListExport& list, const QString& filePath, Audience audience,
                                     const Progress& progress = {});
// Rows with a writer of one's own: for formats that this folder knows nothing of. what: "People as PDF".
Result<DisclosureSummary> exportRows(Store& store, std::unique_ptr<RowSource> rows, const QString& filePath,
                                     const QString& what, Audience audience,
                                     const std::function<Result<>(DisclosedRows&, QIODevice&)>& writer);

} // namespace dtp
