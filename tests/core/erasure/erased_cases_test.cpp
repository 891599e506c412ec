// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of somebody who is erased go with her.
#include "erasure_files.h"

#include <erasure/erase_person.h>
#include <records/cases.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("the cases of somebody are erased with her, with their log and from the history", "[erasure][cases]")
{
    FreshStore file;
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    const Person other = addPerson(*file, QStringLiteral("Tomas"), QStringLiteral("Brook"));
    const auto open = [&](Id<Person> person, const QString& what) {
        const auto made = put<RiskCase>(*file, [&](RiskCase& one) {
            one.person = person;
            one.opened = QDate(2026, 5, 1);
            one.whatHappened = what;
        });
        put<CaseEntry>(*file, [&](CaseEntry& entry) {
            entry.riskCase = made.id;
            entry.date = QDate(2026, 5, 2);
            entry.note = what + QStringLiteral(" log");
        });
        return made;
    };
    open(her.id, QStringLiteral("Glimmerwock taken away"));
    const RiskCase kept = open(other.id, QStringLiteral("Followed home"));
    const RiskCase closed = open(her.id, QStringLiteral("Drubblefen closed"));
    REQUIRE_OK(file->change(QStringLiteral("Delete"), [&](ChangeWriter& writer) { return writer.remove(closed.id); }));

    const auto places = erasurePlaces(*file, her.id.value);
    REQUIRE_OK(places);
    REQUIRE_OK(eraseForGood(*file, *places));
    const auto cases = file->find<RiskCase>();
    REQUIRE_OK(cases);
    REQUIRE(cases->size() == 1);
    CHECK(cases->front() == kept);
    CHECK(file->count(Entity::CaseEntry).value() == 1);
    CHECK(file->check().value() == QStringList());
    CHECK(placesOf({QStringLiteral("Glimmerwock"), QStringLiteral("Drubblefen"), QStringLiteral("Qwortlefax")},
                   file.folder.path()) == QStringList());
}
