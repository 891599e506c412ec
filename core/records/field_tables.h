// SPDX-License-Identifier: GPL-3.0-or-later
// The field tables themselves, one function a file of structs; only record_type.cpp puts them together.
#pragma once

#include <records/record_type.h>

namespace dtp
{

void addPeopleTables(std::vector<RecordType>& types);
void addProgramTables(std::vector<RecordType>& types);
void addWorkshopTables(std::vector<RecordType>& types);
void addReportTables(std::vector<RecordType>& types);

// The title function of a type from a typed one.
template <class R, QString (*Title)(const R&)>
QString erasedTitle(const void* record)
{
    return Title(*static_cast<const R*>(record));
}

template <class R, QString (*Title)(const R&)>
RecordType table(const char* name, const char* singular, const char* plural, std::vector<Field> fields)
{
    return {R::entity, name, singular, plural, &erasedTitle<R, Title>, std::move(fields), true};
}

} // namespace dtp

// Marks a text for translation in the context "Fields".
#define DTP_WORD(text) QT_TRANSLATE_NOOP("Fields", text)
