// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_people/people_reader.h>

namespace dtp
{

namespace
{
// The people that are read, by their keys.
struct Reading {
    const Store& store;
    QHash<qint64, size_t> places;
    QVariantList keys;
    std::vector<PersonState> states;

    template <class R>
    Result<> readChildren(std::vector<Kept<R>> PersonState::*list)
    {
        Where where;
        where.compare("person_id", Where::Op::In, keys);
        DTP_TRY(found, store.find<R>(where));
        for (R& record : found) {
            const qint64 person = record.person.value;
            (states[places.value(person)].*list).push_back({std::move(record), false});
        }
        return {};
    }
};
} // namespace

Result<std::vector<PersonState>> readPeople(const Store& store, const std::vector<qint64>& people)
{
    Reading reading{store, {}, {}, std::vector<PersonState>(people.size())};
    for (const qint64 id : people) {
        reading.places.insert(id, static_cast<size_t>(reading.keys.size()));
        reading.keys.append(id);
    }
    DTP_TRY(rows, store.rows(Entity::Person, people));
    for (const RecordValues& values : rows)
        reading.states[reading.places.value(values.id)].person = fromValues<Person>(values);
    DTP_CHECK(reading.readChildren(&PersonState::names));
    DTP_CHECK(reading.readChildren(&PersonState::contacts));
    DTP_CHECK(reading.readChildren(&PersonState::affiliations));
    DTP_CHECK(reading.readChildren(&PersonState::issues));
    DTP_CHECK(reading.readChildren(&PersonState::skills));
    DTP_CHECK(reading.readChildren(&PersonState::languages));
    DTP_CHECK(reading.readChildren(&PersonState::participations));
    DTP_CHECK(reading.readChildren(&PersonState::memberships));
    DTP_CHECK(reading.readChildren(&PersonState::consents));
    return std::move(reading.states);
}

} // namespace dtp
