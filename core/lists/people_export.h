// SPDX-License-Identifier: GPL-3.0-or-later
// People as rows: every field of the field table, then what hangs on them, one column each, in words that our own
// import understands: a file that is exported and imported again changes nothing.
//
// Lists stand in one cell, see list_cell.h. Dates are ISO 8601. Contacts that must not be used are left out.
#pragma once

#include <base/progress.h>
#include <document/table.h>
#include <privacy/gate.h>
#include <search/person_search.h>
#include <storage/store.h>

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace dtp
{

// Their keys: names of the fields of Person, "contact.email", "organisation", "skills", "record" …
std::vector<TableColumn> peopleColumns(const Store& store);

// Reads in small portions. keys: of the columns wanted, in this order; all when empty. The store must outlive it.
std::unique_ptr<RowSource> peopleRows(const Store& store, std::vector<qint64> people, const QStringList& keys = {});
// What fits across a page: names, country, place, organisation, role, contacts.
QStringList directoryColumns();

TableColumn recordKeyColumn();
// Who agreed that contact details are shown agreed to no more: what the secretariat wrote beside them stays within.
TableColumn keptWithin(TableColumn column);
// The key of a record as spreadsheets leave it alone: "P1234567890123456789" of a person, "R…" of any other. Import
// knows the very record by it.
QString recordKeyText(qint64 key, Entity entity = Entity::Person);
std::optional<qint64> recordKeyFromText(const QString& text);

} // namespace dtp
