// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/people_of_records.h>

#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr size_t portion = 500;
}

Result<QHash<qint64, QSet<qint64>>> peopleOfRecords(const Store& store, Entity entity,
                                                    const std::vector<qint64>& records)
{
    const RecordType& type = recordType(entity);
    QHash<qint64, QSet<qint64>> people;
    for (size_t from = 0; from < records.size(); from += portion) {
        const auto begin = records.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = begin + static_cast<std::ptrdiff_t>(std::min(portion, records.size() - from));
        if (entity == Entity::Person) {
            std::for_each(begin, end, [&](qint64 person) { people[person].insert(person); });
            continue;
        }
        DTP_TRY(rows, store.rows(entity, {begin, end}));
        for (const RecordValues& row : rows) {
            for (size_t i = 0; i < type.fields.size(); ++i) {
                const qint64 person = type.fields[i].reference == Entity::Person
                                          ? row.fields.at(static_cast<qsizetype>(i)).toLongLong()
                                          : 0;
                if (person != 0)
                    people[row.id].insert(person);
            }
        }
    }
    return people;
}

} // namespace dtp
