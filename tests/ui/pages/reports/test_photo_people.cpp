// SPDX-License-Identifier: GPL-3.0-or-later
// Why a picture of a report stays inside is said beside it, person by person.
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/pages/reports/photo_people_row.h>

#include <QLabel>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A picture says who needs care on it, though they agreed to photos", "[report page]")
{
    TestWindow window;
    const Person mali = addPerson(*window.store, QStringLiteral("Mali"), QStringLiteral("Chai"));
    Consent agreed;
    agreed.person = mali.id;
    agreed.purpose = QStringLiteral("photo");
    agreed.answer = QStringLiteral("agreed");
    agreed.answeredOn = QDate(2020, 1, 1);
    addRecords(*window.store, agreed);
    const PeopleOnPhoto on{{mali.id}, false};
    CHECK(PhotoPeopleRow(window.context, {}, on, nullptr).findChild<QLabel*>(QStringLiteral("photo-care")) == nullptr);

    Person careful = mali;
    careful.safetyLevel = QStringLiteral("careful");
    REQUIRE_OK(
        window.store->change(QStringLiteral("Care"), [&](ChangeWriter& writer) { return writer.update(careful); }));
    PhotoPeopleRow row(window.context, {}, on, nullptr);
    const auto* why = row.findChild<QLabel*>(QStringLiteral("photo-care"));
    REQUIRE(why);
    CHECK(why->text() == QStringLiteral("Not shown to outsiders. Needs care: Mali Chai"));
    CHECK(row.findChild<QLabel*>(QStringLiteral("photo-refused")) == nullptr);
}
