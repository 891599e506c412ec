// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a sheet of records are for, of any type: its fields by their tables, what tells people and
// programs of the same name apart, and what is kept in the notes or left out.
#pragma once

#include <import/import_mapping.h>
#include <records/record_type.h>

namespace dtp
{

class Store;

// Keys of targets: the name of a field; "<reference>.email" and the like for what helps to find whom a reference
// names; "notes", "record" and "ignore".
const std::vector<ImportTarget>& recordTargets(Entity entity); // in the order to offer them
const ImportTarget* recordTarget(Entity entity, const QString& key);

// The field that keeps what was not understood; -1 when the type has none.
int notesField(const RecordType& type);
// The reference that columns with names, e-mails and phones are about: to a person, or to what belongs to one; -1 when
// there is none.
int personField(const RecordType& type);

// As recogniseMapping, for records of a type. For people use that one.
ImportMapping recogniseRecordMapping(Entity entity, const std::vector<SheetRow>& sample, const ImportWords& words,
                                     std::optional<qint64> headingRow = {});
// Required fields that no column is for, as labels; empty when rows can become records.
QStringList missingColumns(Entity entity, const ImportMapping& mapping);

// The type that a sheet most probably holds; preferred: the one that the caller thinks of.
Entity proposeImportType(const std::vector<SheetRow>& sample, const QString& fileName, const ImportWords& words,
                         std::optional<Entity> preferred = {});

// Remembered by headings, each type for itself.
void recallRecordMapping(const Store& store, Entity entity, ImportMapping& mapping);
Result<> rememberRecordMapping(Store& store, Entity entity, const ImportMapping& mapping);

} // namespace dtp
