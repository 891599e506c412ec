// SPDX-License-Identifier: GPL-3.0-or-later
// Beside what staff decide it is shown what the gate takes out of a text by itself.
#include "review_world.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
// "Dara Sok ×2 withheld", in order.
QStringList listed(ReviewWorld& world)
{
    const auto names = namesInReport(*world.store, world.id, NameList::All);
    REQUIRE_OK(names);
    QStringList all;
    for (const NameInText& name : *names)
        all.append(QStringLiteral("%1 ×%2 %3")
                       .arg(name.name)
                       .arg(name.times)
                       .arg(name.isOfGate ? QStringLiteral("by the gate") : QStringLiteral("to decide")));
    return all;
}
} // namespace

TEST_CASE("Names of people in the file and ways to reach somebody are listed behind what is to be decided",
          "[reporting][names]")
{
    ReviewWorld world(
        "Vanna Prum and Ms Krumbo met. Write to house@river.example, said Prum Vanna and later Vanna Prum.");
    addPerson(*world.store, utf8("Vanna"), utf8("Prum")); // agreed to nothing
    // The first two are of the report itself.
    CHECK(listed(world) == QStringList{utf8("Krumbo ×1 to decide"), utf8("Dara Sok ×1 by the gate"),
                                       utf8("Mali Suk ×1 by the gate"), utf8("Vanna Prum ×2 by the gate"),
                                       utf8("house@river.example ×1 by the gate"), utf8("Prum Vanna ×1 by the gate")});
    CHECK(world.names().size() == 1); // that is to be decided
    CHECK(world.undecided() == QStringList{utf8("Krumbo")});
    const auto names = namesInReport(*world.store, world.id, NameList::All);
    REQUIRE_OK(names);
    for (const What what : {What::Keep, What::Replace, What::Withhold}) {
        const auto decided = decideName(*world.store, names->at(3), what, utf8("a participant"));
        REQUIRE_FALSE(decided);
        CHECK(decided.error().sentence ==
              utf8("“Vanna Prum” is taken out of what leaves by what was agreed to: there is nothing to decide."));
    }
    world.decide("Krumbo", What::Keep);
    const QString written = world.written(Audience::Public);
    CHECK_FALSE(written.contains(utf8("Vanna")));
    CHECK_FALSE(written.contains(utf8("river.example")));
}
