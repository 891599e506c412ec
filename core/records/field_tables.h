// SPDX-License-Identifier: GPL-3.0-or-later
// The field tables themselves, one function a file of structs; only record_type.cpp puts them together.
#pragma once

#include <records/record_type.h>

#include <QCoreApplication>

namespace dtp
{

// A class, so that QT_TR_NOOP within its functions is found by lupdate in the context that labelText() asks for.
class FieldTables
{
    Q_DECLARE_TR_FUNCTIONS(Fields)
public:
    static void addPeople(std::vector<RecordType>& types);
    static void addProgram(std::vector<RecordType>& types);
    static void addWorkshop(std::vector<RecordType>& types);
    static void addReport(std::vector<RecordType>& types);
    static void addCases(std::vector<RecordType>& types);
};

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
