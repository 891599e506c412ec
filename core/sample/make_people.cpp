// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/person_bundle.h>

#include <QCoreApplication>
#include <future>

namespace dtp
{

namespace
{
using Batch = std::vector<PersonBundle>;

Batch makeBatch(const SampleWorld& world, qint64 from, qint64 to)
{
    Batch batch;
    batch.reserve(static_cast<size_t>(to - from));
    for (qint64 index = from; index < to; ++index)
        batch.push_back(makePerson(world, index));
    return batch;
}

template <class R>
Result<> addAll(SampleWorld& world, std::vector<R>& records, Id<Person> person)
{
    for (R& record : records) {
        record.person = person;
        DTP_CHECK(world.add(record));
    }
    return {};
}

Result<> addBundle(SampleWorld& world, PersonBundle& bundle)
{
    DTP_TRY(id, world.add(bundle.person));
    bundle.made.id = id;
    world.people.push_back(bundle.made);
    DTP_CHECK(addAll(world, bundle.names, id));
    DTP_CHECK(addAll(world, bundle.contacts, id));
    DTP_CHECK(addAll(world, bundle.affiliations, id));
    DTP_CHECK(addAll(world, bundle.issues, id));
    DTP_CHECK(addAll(world, bundle.skills, id));
    DTP_CHECK(addAll(world, bundle.languages, id));
    DTP_CHECK(addAll(world, bundle.consents, id));
    DTP_CHECK(addAll(world, bundle.notes, id));
    DTP_CHECK(addAll(world, bundle.sources, id));
    return addAll(world, bundle.participations, id);
}

// Own-script names for exactly a third of all, spread over the lists that have them.
void keepAThird(PersonBundle& bundle, qint64 done, qint64& withOwnScript)
{
    if (bundle.person.ownScriptName.isEmpty())
        return;
    if (3 * withOwnScript <= done)
        ++withOwnScript;
    else
        bundle.person.ownScriptName.clear();
}
} // namespace

Result<> makePeople(SampleWorld& world, int people, const Progress& progress)
{
    constexpr qint64 batchSize = 500;
    world.people.reserve(static_cast<size_t>(people));
    qint64 withOwnScript = 0;
    qint64 done = 0;
    const auto begin = [&](qint64 from) {
        return std::async(std::launch::async, [&world, from, to = std::min<qint64>(people, from + batchSize)] {
            return makeBatch(world, from, to);
        });
    };
    std::future<Batch> next = begin(0);
    for (qint64 from = 0; from < people; from += batchSize) {
        Batch batch = next.get();
        if (from + batchSize < people) // the next ones are made while these are written
            next = begin(from + batchSize);
        for (PersonBundle& bundle : batch) {
            keepAThird(bundle, done++, withOwnScript);
            DTP_CHECK(addBundle(world, bundle));
        }
        if (!goOn(progress, done, people, QCoreApplication::translate("Sample", "Making people")))
            return fail(QCoreApplication::translate(
                "Sample", "Filling with sample data was stopped. The file is as it was before."));
    }
    return {};
}

} // namespace dtp
