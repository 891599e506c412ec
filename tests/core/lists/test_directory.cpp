// SPDX-License-Identifier: GPL-3.0-or-later
#include "../reporting/printed_document.h"
#include "../reporting/report_world.h"

#include <lists/directory.h>
#include <privacy/gate.h>
#include <reporting/report_actions.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("a directory is a table of people for each country, by name", "[directory]")
{
    ReportWorld world;
    ContactPoint email;
    email.person = world.dara;
    email.kind = QStringLiteral("email");
    email.value = QStringLiteral("dara@example.org");
    world.add(email);
    email.person = world.atRisk;
    email.value = QStringLiteral("mali@example.org");
    world.add(email);
    const auto people = world.store->ids(Entity::Person);
    REQUIRE_OK(people);
    const auto document = directoryDocument(*world.store, *people, QStringLiteral("Directory"));
    REQUIRE_OK(document);
    const QString text = printed(document->blocks);
    CHECK(text.contains(
        QStringLiteral("#  Cambodia\n[: Name | Organisation | Place | Programs | E-mail]\n"
                       "  Chan Rith | Chan Rith's organisation |  | 1996 |  @\n"
                       "  Dara Sok | Dara Sok's organisation |  | 1992 | dara@example.org @\n#  Nepal")));
    CHECK(!text.contains(QStringLiteral("mali@example.org")));
    const auto disclosed = Gate(*world.store, Audience::Funder).disclose(*document);
    REQUIRE_OK(disclosed);
    CHECK(!printed((*disclosed)->blocks).contains(QStringLiteral("Asha Rai")));
}

TEST_CASE("making a directory can be cancelled", "[directory]")
{
    ReportWorld world;
    const auto document = directoryDocument(*world.store, *world.store->ids(Entity::Person), QString(),
                                            [](qint64, qint64, const QString&) { return false; });
    REQUIRE(!document);
    CHECK(document.error().sentence.contains(QStringLiteral("cancelled")));
}

TEST_CASE("recommendations across workshops are a table for each workshop with what became of them", "[directory]")
{
    ReportWorld world;
    const Id<Report> report = world.report();
    const Id<ReportSection> section = world.section(report, QStringLiteral("What participants recommend")).id;
    const auto first = addRecommendation(*world.store, section, {}, QStringLiteral("Meet"));
    const auto part = addRecommendation(*world.store, section, *first, QStringLiteral("soon"));
    CHECK(moveRecommendation(*world.store, *part, MoveSection::In).value_or(false));
    Recommendation loose;
    loose.text = QStringLiteral("Loose");
    world.add(loose);
    const auto document = recommendationsDocument(*world.store);
    REQUIRE_OK(document);
    CHECK(printed(document->blocks) ==
          QString::fromUtf8("#  Alumni meeting\n[: Recommendation | Addressed to | Owner | Due | Status]\n"
                            "  Meet |  |  |  | Open\n  \u2002\u2002– soon |  |  |  | Open\n"
                            "#  Without a workshop\n[: Recommendation | Addressed to | Owner | Due | Status]\n  Loose "
                            "|  |  |  | Open\n"));
}
