// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>
#include <meaning/safety.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

bool needsCare(const Person& person)
{
    return codeOf<SafetyLevel>(person.safetyLevel) != SafetyLevel::Normal;
}

bool isAtRisk(const Person& person)
{
    return codeOf<SafetyLevel>(person.safetyLevel) == SafetyLevel::AtRisk;
}

Result<std::vector<qint64>> peopleWithCare(const Store& store)
{
    std::vector<qint64> people;
    const BulkQuery query{
        .entity = Entity::Person,
        .fields = {"id"},
        .conditions = {{"safety_level", BulkQuery::Compare::Differs, codeText(SafetyLevel::Normal)}}};
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) { people.push_back(row.integer(0)); }));
    std::sort(people.begin(), people.end());
    return people;
}

QByteArray needsCare(const char* alias)
{
    return '(' + QByteArray(alias) + ".safety_level <> '" + codeText(SafetyLevel::Normal).toUtf8() + "')";
}

} // namespace dtp
