// SPDX-License-Identifier: GPL-3.0-or-later
// Planning reads its sides in memory, for thousands of proposals a second; the figures count theirs in SQL. On a whole
// sample both must say the same.
#include <figures/catalogue.h>
#include <records/workshops.h>
#include <sample/sample.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <workshops/profile.h>

#include <QMap>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A side of a workshop's balance counts people as the figure of that name does", "[figures][workshops]")
{
    FreshStore store;
    SampleSize size;
    size.people = 400;
    REQUIRE_OK(fillWithSample(*store, size));
    const auto people = store->ids(Entity::Person);
    REQUIRE_OK(people);
    // Who is new is asked before a workshop that begins now; the figure asks today.
    Workshop next;
    next.title = QStringLiteral("Next meeting");
    next.start = store.clock.today();
    addRecords(*store, next);
    const auto profiles = readProfiles(*store, *people, next.id);
    REQUIRE_OK(profiles);
    const FigureMeasure* measure = figureMeasure(QStringLiteral("people"));
    REQUIRE(measure);
    int compared = 0;
    for (const Dimension& side : dimensions()) {
        const FigureDimension* figure = figureDimension(side.code, *measure);
        if (!figure)
            continue;
        ++compared;
        INFO(side.code.toStdString());
        QMap<QString, qint64> planned;
        for (const Profile& profile : *profiles) {
            for (const QString& value : side.values(profile))
                ++planned[value];
        }
        QMap<QString, qint64> counted;
        const auto counts = countBy(*store, *figure, *measure);
        REQUIRE_OK(counts);
        for (const FigureCount& one : *counts) {
            if (!one.value.isEmpty())
                counted[one.value] = one.count;
        }
        CHECK(planned == counted);
        CHECK(counted.size() > 1);
    }
    CHECK(compared == 6); // all but the decade of the first program, which no figure counts people by
}
