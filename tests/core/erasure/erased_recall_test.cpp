// SPDX-License-Identifier: GPL-3.0-or-later
// What others are asked for when somebody is erased.
#include <erasure/erase_person.h>
#include <meaning/name_decisions.h>
#include <records/reports.h>
#include <storage/ledger.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <algorithm>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("others are asked for copies of somebody who is erased by tasks that do not name her", "[erasure][recall]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    for (const char* audience : {"partner", "internal"}) {
        Disclosure entry;
        entry.at = QDateTime(QDate(2026, 5, 1), QTime(9, 0));
        entry.what = QStringLiteral("Card of Zerubina Qwortlefax");
        entry.audience = QLatin1String(audience);
        REQUIRE_OK(file->change(QStringLiteral("Export"), [&](ChangeWriter& writer) -> Result<> {
            DTP_TRY(id, writer.insert(entry));
            const std::vector<qint64> people{person.id.value};
            return addToLedger(writer, id, people, true);
        }));
    }
    const auto before = file->count(Entity::Task).value();
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    CHECK(places->disclosures.size() == 2);
    CHECK(file->count(Entity::Task).value() == before); // looking makes none
    const auto erased = eraseForGood(*file, *places);
    REQUIRE_OK(erased);
    CHECK(erased->sentence.contains(QStringLiteral("Tasks made, to ask others for their copies: 2.")));
    const auto tasks = file->find<Task>(Where("title", QString(QStringLiteral("Ask for copies of a person who was "
                                                                              "erased: Partners"))));
    REQUIRE_OK(tasks);
    REQUIRE(tasks->size() == 1);
    CHECK_FALSE(tasks->front().person);
    CHECK(tasks->front().due == file->environment().clock->today().addDays(14));
    CHECK(tasks->front().note.contains(QStringLiteral("2026-05-01 09:00 · Card of a person · Partners")));
    CHECK_FALSE(tasks->front().note.contains(QStringLiteral("Zerubina")));
    CHECK_FALSE(file->contains(Entity::Person, person.id.value).value());
}

TEST_CASE("a picture that shows somebody who is erased stays, without her and inside", "[erasure][pictures]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    Image image;
    image.data = "picture";
    Report report;
    report.title = QStringLiteral("Report");
    ReportSection section;
    section.title = QStringLiteral("Conclusions");
    ReportPhoto photo;
    photo.caption = QStringLiteral("By the river");
    REQUIRE_OK(file->change(QStringLiteral("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(image));
        DTP_CHECK(writer.insert(report));
        section.report = report.id;
        DTP_CHECK(writer.insert(section));
        photo.section = section.id;
        photo.image = image.id;
        DTP_CHECK(writer.insert(photo));
        PhotoPerson on{{}, photo.id, person.id};
        DTP_CHECK(writer.insert(on));
        return {};
    }));
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    const auto isPicture = [](const ErasurePlace& place) {
        return place.fate == ErasurePlace::Fate::Staying &&
               place.what.startsWith(QStringLiteral("Pictures of reports"));
    };
    const auto found = std::find_if(places->places.begin(), places->places.end(), isPicture);
    REQUIRE(found != places->places.end());
    CHECK(found->which == QStringList{QStringLiteral("By the river")});
    REQUIRE_OK(eraseForGood(*file, *places));
    const auto left = file->find<PhotoPerson>();
    REQUIRE_OK(left);
    REQUIRE(left->size() == 1);
    CHECK_FALSE(left->front().person);
    CHECK(left->front().photo == photo.id);
}

TEST_CASE("words in the place of a name go without somebody who is erased, of whatever text they are",
          "[erasure][names]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    NameDecision decision;
    decision.textKey = QStringLiteral("text");
    decision.nameKey = QStringLiteral("name");
    decision.what = NameDecision::What::Replace;
    decision.replacement = QStringLiteral("a friend of Zerubina Qwortlefax");
    REQUIRE_OK(keepNameDecisions(*file, {decision}));
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    REQUIRE_OK(eraseForGood(*file, *places));
    const auto left = nameDecisions(*file);
    REQUIRE_OK(left);
    REQUIRE(left->size() == 1);
    CHECK_FALSE(left->cbegin()->replacement.contains(QStringLiteral("Zerubina")));
    CHECK_FALSE(left->cbegin()->replacement.contains(QStringLiteral("Qwortlefax")));
}
