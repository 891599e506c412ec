// SPDX-License-Identifier: GPL-3.0-or-later
#include <sample/sample.h>
#include <sample/sample_world.h>

#include <QCoreApplication>

namespace dtp
{

Result<> fillWithSample(Store& store, const SampleSize& size, const Progress& progress)
{
    if (size.people < 0)
        return fail(QCoreApplication::translate("Sample",
                                                "Sample data for %1 people cannot be made: write a number from 0 up.")
                        .arg(size.people));
    DTP_TRY(known, store.count(Entity::Person));
    if (const auto people = static_cast<int>(known); people > 0)
        return fail(QCoreApplication::translate(
            "Sample", "Sample data goes into a new file only; this one has %n people already.", nullptr, people));
    DTP_TRY(lists, SampleLists::read());
    const auto fill = [&](ChangeWriter& writer) -> Result<> {
        SampleWorld world(writer, lists, size.seed);
        DTP_CHECK(makeOrganisations(world, size.people));
        DTP_CHECK(makePrograms(world));
        DTP_CHECK(makePeople(world, size.people, progress));
        DTP_CHECK(makeNetworks(world));
        DTP_CHECK(makeWorkshops(world));
        DTP_CHECK(makeCases(world));
        return makeConsentRequests(world);
    };
    return size.people < 20000 ? store.load(fill) : store.loadMany(fill);
}

} // namespace dtp
