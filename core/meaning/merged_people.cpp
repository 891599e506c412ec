// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/merged_people.h>

#include <storage/store.h>

namespace dtp
{

Result<std::vector<qint64>> keysOf(const Store& store, Id<Person> person)
{
    DTP_TRY(merged, store.find<MergedPerson>(Where("person_id", person)));
    std::vector<qint64> keys{person.value};
    for (const MergedPerson& one : merged)
        keys.push_back(one.formerKey);
    return keys;
}

Result<qint64> mergedInto(const Store& store, qint64 formerKey)
{
    DTP_TRY(merged, store.find<MergedPerson>(Where("former_key", QVariant(formerKey))));
    return merged.empty() ? 0 : merged.front().person.value;
}

} // namespace dtp
