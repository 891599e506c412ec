// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on a picture of a report: kept, changed, and asked before the picture leaves.
#include "printed_document.h"
#include "report_world.h"

#include <privacy/gate.h>
#include <privacy/photo_people.h>
#include <reporting/report_actions.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct PhotoWorld : ReportWorld {
    PhotoWorld()
    {
        of = report();
        const auto added =
            addPhoto(*store, section(of, QStringLiteral("Conclusions")).id, picture(), QStringLiteral("On the steps"));
        REQUIRE_OK(added);
        photo = *added;
    }

    void answer(Id<Person> person, const char* said)
    {
        REQUIRE_OK(store->change(QStringLiteral("Answer"), [&](ChangeWriter& writer) -> Result<> {
            Consent consent;
            consent.person = person;
            consent.purpose = QStringLiteral("photo");
            consent.answer = QLatin1String(said);
            consent.answeredOn = QDate(2026, 5, 1);
            DTP_CHECK(writer.insert(consent));
            return {};
        }));
    }

    bool leaves(Audience audience = Audience::Public)
    {
        auto draft = buildReport(*store, of);
        REQUIRE_OK(draft);
        const auto disclosed = Gate(*store, audience).disclose(std::move(*draft));
        REQUIRE_OK(disclosed);
        for (const Block& block : (*disclosed)->blocks) {
            if (std::holds_alternative<FigureBlock>(block))
                return true;
        }
        CHECK(disclosed->summary().sentence().contains(QStringLiteral("1 picture was left out: ")));
        CHECK((*disclosed)->footer.contains(QStringLiteral("1 picture was left out: ")));
        return false;
    }

    QString said()
    {
        const ReportPhoto kept = *store->get(photo);
        const auto on = peopleOnPhotos(*store, {kept});
        REQUIRE_OK(on);
        return whoIsOnIt(*store, kept, on->value(photo.value));
    }

    Id<Report> of;
    Id<ReportPhoto> photo;
};
} // namespace

TEST_CASE("a picture of a report leaves for outsiders only with the consent of all who are on it",
          "[report][pictures]")
{
    PhotoWorld world;
    CHECK_FALSE(world.leaves());
    CHECK(world.leaves(Audience::Internal));
    CHECK(world.said() == QStringLiteral("Not said who is on it: it does not leave for outsiders"));

    REQUIRE_OK(setPeopleOnPhoto(*world.store, world.photo, world.dara));
    CHECK(world.said() == QStringLiteral("On it: Dara Sok"));
    CHECK_FALSE(world.leaves()); // she agreed to be named, and was not asked about photos
    world.answer(world.dara, "agreed");
    CHECK(world.leaves());

    REQUIRE_OK(setPeopleOnPhoto(*world.store, world.photo, {world.dara, world.atRisk}));
    CHECK_FALSE(world.leaves());
    REQUIRE_OK(world.store->undo());
    CHECK(world.leaves());
    world.answer(world.dara, "withdrawn");
    CHECK_FALSE(world.leaves());
}

TEST_CASE("the tick that nobody can be recognised and names on a picture exclude each other", "[report][pictures]")
{
    PhotoWorld world;
    REQUIRE_OK(setNobodyRecognisable(*world.store, world.photo, true));
    CHECK(world.leaves());
    CHECK(world.said() == QStringLiteral("Nobody can be recognised"));
    REQUIRE_OK(setPeopleOnPhoto(*world.store, world.photo, world.dara));
    CHECK_FALSE(world.store->get(world.photo)->nobodyRecognisable);
    CHECK_FALSE(world.leaves());
    REQUIRE_OK(setNobodyRecognisable(*world.store, world.photo, true));
    CHECK(world.store->count(Entity::PhotoPerson).value_or(-1) == 0);
    REQUIRE_OK(setNobodyRecognisable(*world.store, world.photo, false));
    CHECK_FALSE(world.leaves());
}

TEST_CASE("who was deleted still keeps a picture inside", "[report][pictures]")
{
    PhotoWorld world;
    const Id<Person> gone = world.person(QStringLiteral("Ana Lee"));
    world.answer(world.dara, "agreed");
    world.answer(gone, "agreed");
    REQUIRE_OK(setPeopleOnPhoto(*world.store, world.photo, {world.dara, gone}));
    CHECK(world.leaves());
    REQUIRE_OK(world.store->change(QStringLiteral("Delete"), [&](ChangeWriter& w) { return w.remove(gone); }));
    CHECK(world.said() == QStringLiteral("On it: Dara Sok, somebody who is no longer in the file"));
    CHECK_FALSE(world.leaves());
}

TEST_CASE("whose portrait a picture is, is on it without being entered", "[report][pictures]")
{
    PhotoWorld world;
    REQUIRE_OK(setNobodyRecognisable(*world.store, world.photo, true));
    Person dara = *world.store->get(world.dara);
    dara.photo = world.store->get(world.photo)->image;
    world.change(dara);
    CHECK_FALSE(world.leaves());
    CHECK(world.said() == QStringLiteral("On it: Dara Sok"));
    CHECK_FALSE(setNobodyRecognisable(*world.store, world.photo, true).has_value());
    world.answer(world.dara, "agreed");
    CHECK(world.leaves());
}
