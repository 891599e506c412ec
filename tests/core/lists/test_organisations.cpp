// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sheets/exit_test.h"

#include <lists/directory.h>
#include <lists/people_export.h>
#include <records/programs.h>
#include <records/reports.h>
#include <reporting/report_material.h>
#include <support/fresh_store.h>
#include <workshops/profile.h>
#include <workshops/workshop_sheets.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Every list that leaves names the same organisations of a person", "[exchange][affiliation]")
{
    FreshStore store; // it is 1 June 2026
    const Person person = addPerson(*store, text("Dara"), text("Sok"), text("KH"));
    Workshop workshop;
    workshop.title = text("A workshop");
    Report report;
    report.title = text("A report");
    REQUIRE_OK(store->change(text("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(workshop));
        report.workshop = workshop.id;
        DTP_CHECK(writer.insert(report));
        Invitation invitation;
        invitation.workshop = workshop.id;
        invitation.person = person.id;
        invitation.state = text("accepted");
        DTP_CHECK(writer.insert(invitation));
        const auto work = [&](const char* name, const char* role, const char* sector, PartialDate from,
                              PartialDate to) -> Result<> {
            Organisation organisation;
            organisation.name = text(name);
            DTP_CHECK(writer.insert(organisation));
            Affiliation one;
            one.person = person.id;
            one.organisation = organisation.id;
            one.role = text(role);
            one.sector = text(sector);
            one.from = from;
            one.to = to;
            DTP_CHECK(writer.insert(one));
            return {};
        };
        DTP_CHECK(work("Land Forum", "Adviser", "academia", PartialDate(2012), {}));
        DTP_CHECK(work("River Watch", "", "ngo", PartialDate(2020), {}));
        DTP_CHECK(work("Long Ago", "Clerk", "government", {}, PartialDate(2001)));
        return work("Not Yet", "Judge", "judiciary", PartialDate(2031), {});
    }));
    const QString both = text("River Watch; Land Forum");

    const auto rows = peopleRows(*store, {person.id.value}, {text("organisation"), text("role"), text("sector")});
    TableRow row;
    REQUIRE(rows->next(row).value_or(false));
    const Vocabulary sectors = store->vocabulary(text("sectors"));
    REQUIRE(row.cells.size() == 3);
    CHECK(row.cells[0].text == both);
    CHECK(row.cells[1].text == text("; Adviser"));
    CHECK(row.cells[2].text == sectors.labelOf(text("ngo")) + text("; ") + sectors.labelOf(text("academia")));

    const auto directory = directoryDocument(*store, {person.id.value}, text("Directory"), {});
    REQUIRE_OK(directory);
    CHECK(std::get<TableBlock>(directory->blocks.at(1)).table.rows.at(0).cells.at(1) == both);

    const auto listed = participantsTable(*store, workshop.id, OnSheet::Coming);
    REQUIRE_OK(listed);
    CHECK(listed->rows.at(0).cells.at(2) == both);

    const auto material = readMaterial(*store, report.id);
    REQUIRE_OK(material);
    CHECK(material->people.at(0).organisation == both);
    CHECK(material->people.at(0).profile.sectors == QStringList{text("ngo"), text("academia")});
}
