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

TEST_CASE("Whom the audience may read about is not listed as withheld for it", "[reporting][names]")
{
    ReviewWorld world("Later Dara Sok and Mali Suk sang."); // Dara agreed for funders, Mali is at risk
    const auto withheldFor = [&](Audience audience) {
        const Gate gate(*world.store, audience);
        const auto names = namesInReport(*world.store, world.id, NameList::All, &gate);
        REQUIRE_OK(names);
        QStringList withheld;
        for (const NameInText& name : *names)
            withheld.append(name.name);
        return withheld;
    };
    CHECK(withheldFor(Audience::Funder) == QStringList{utf8("Mali Suk")});
    CHECK(withheldFor(Audience::Public) == QStringList{utf8("Dara Sok"), utf8("Mali Suk")});
    CHECK(world.written(Audience::Funder).contains(utf8("Later Dara Sok and [name withheld] sang.")));
}

TEST_CASE("What is a name of somebody who may be named nowhere says so before it is kept", "[reporting][names]")
{
    ReviewWorld world("Later Sukarna met Zorvin and the [Mali Suk](person:1) Forum. Later Budi Zorvin sang.");
    addPerson(*world.store, utf8("Sukarna"), utf8("Tol")); // agreed to nothing
    addPerson(*world.store, utf8("Budi"), utf8("Santoso"));
    QStringList warned;
    for (const NameInText& name : world.names()) {
        if (const QString warning = keepingWarning(name); !warning.isEmpty())
            warned.append(warning);
    }
    CHECK(warned == QStringList{utf8("“Sukarna” is a name of somebody in the file who refused to be named, was never "
                                     "asked, or is in danger. Keep it only where somebody else is meant."),
                                utf8("“Budi Zorvin” is a name of somebody in the file who refused to be named, was "
                                     "never asked, or is in danger. Keep it only where somebody else is meant.")});
}
