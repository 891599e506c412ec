// SPDX-License-Identifier: GPL-3.0-or-later
#include "twins.h"

#include <meaning/merged_people.h>
#include <records/programs.h>
#include <records/workshops.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("two records of one person become one, which keeps the other name and says from where it came", "[merge]")
{
    Twins twins;
    CHECK(twins.merge() == QStringLiteral("Merged 2 people into “Dara Sok”."));
    CHECK(twins.file->count(Entity::Person).value() == 1);
    CHECK(fullName(twins.one()) == QStringLiteral("Dara Sok"));
    const auto names = ofPerson<AlternateName>(*twins.file, twins.stays.id);
    REQUIRE(names.size() == 1);
    CHECK(names.front().name == QStringLiteral("Sok Dara"));
    const auto traces = ofPerson<MergedPerson>(*twins.file, twins.stays.id);
    REQUIRE(traces.size() == 1);
    CHECK(traces.front().formerKey == twins.goes.id.value);
    CHECK(traces.front().name == QStringLiteral("Sok Dara"));
    CHECK(mergedInto(*twins.file, twins.goes.id.value).value() == twins.stays.id.value);
    CHECK(twins.file->check().value() == QStringList());
}

TEST_CASE("a merge is one change, and undo brings back both as they were", "[merge][undo]")
{
    Twins twins;
    twins.contact(twins.stays.id, "email", "dara@mail.example");
    twins.contact(twins.goes.id, "email", "DARA@mail.example");
    twins.contact(twins.goes.id, "email", "sok@mail.example");
    twins.answer(twins.goes.id, "funders", "refused", QDate(2020, 1, 1));
    const QString before = contentOf(*twins.file);
    twins.merge();
    const QString after = contentOf(*twins.file);
    CHECK(after != before);
    REQUIRE_OK(twins.file->undo());
    CHECK(contentOf(*twins.file) == before);
    REQUIRE_OK(twins.file->redo());
    CHECK(contentOf(*twins.file) == after);
}

TEST_CASE("each field says what the fuller, the later verified or the more careful record says", "[merge]")
{
    Twins twins;
    Person& stays = twins.stays;
    Person& goes = twins.goes;
    stays.familyName = QStringLiteral("S.");
    stays.place = QStringLiteral("Siem Reap");
    stays.notes = QStringLiteral("Met in 2019.");
    stays.lastVerified = QDate(2020, 5, 1);
    goes.givenName = QStringLiteral("Dara");
    goes.familyName = QStringLiteral("Sok");
    goes.place = QStringLiteral("Phnom Penh");
    goes.gender = QStringLiteral("woman");
    goes.notes = QStringLiteral("Prefers calls.");
    goes.lastVerified = QDate(2025, 5, 1);
    goes.safetyLevel = QStringLiteral("at_risk");
    goes.safeChannel = QStringLiteral("Signal only");
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(stays));
        return writer.update(goes);
    }));
    MergePlan plan = twins.plan();
    CHECK(plan.fieldNamed("family_name")->reason == QStringLiteral("the fuller name"));
    CHECK(plan.fieldNamed("place")->reason == QStringLiteral("verified last"));
    CHECK(plan.fieldNamed("safety_level")->isFixed);
    plan.fieldNamed("safety_level")->value = QStringLiteral("normal"); // cannot be chosen
    REQUIRE_OK(mergePeople(*twins.file, plan));
    const Person one = twins.one();
    CHECK(fullName(one) == QStringLiteral("Dara Sok"));
    CHECK(one.place == QStringLiteral("Phnom Penh"));
    CHECK(one.gender == QStringLiteral("woman"));
    CHECK(one.notes == QStringLiteral("Met in 2019.\n\nPrefers calls."));
    CHECK(one.lastVerified == QDate(2025, 5, 1));
    CHECK(one.safetyLevel == QStringLiteral("at_risk"));
    CHECK(one.safeChannel == QStringLiteral("Signal only"));
}

TEST_CASE("a field is as it was chosen", "[merge]")
{
    Twins twins;
    twins.goes.country = QStringLiteral("TH");
    REQUIRE_OK(
        twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(twins.goes); }));
    MergePlan plan = twins.plan();
    CHECK(plan.fieldNamed("country")->value == QStringLiteral("KH"));
    plan.fieldNamed("country")->value = plan.fieldNamed("country")->values[1];
    REQUIRE_OK(mergePeople(*twins.file, plan));
    CHECK(twins.one().country == QStringLiteral("TH"));
}

TEST_CASE("an address that both have is there once, and is not used where one says so", "[merge]")
{
    Twins twins;
    ContactPoint mail = twins.contact(twins.stays.id, "email", "dara@mail.example");
    ContactPoint same = twins.contact(twins.goes.id, "email", "Dara@Mail.example ");
    same.doNotUse = true;
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(same); }));
    twins.contact(twins.stays.id, "phone", "+855 12 345 678");
    twins.contact(twins.goes.id, "phone", "+85512345678");
    twins.contact(twins.goes.id, "whatsapp", "+85512345678");
    const MergePlan plan = twins.plan();
    REQUIRE(plan.related.size() == 1);
    CHECK(plan.related.front().moved == 1);
    CHECK(plan.related.front().twice == 2);
    CHECK(relatedInWords(plan) == QStringList{QStringLiteral("3 contacts (there already: 2)")});
    twins.merge();
    const auto contacts = ofPerson<ContactPoint>(*twins.file, twins.stays.id);
    REQUIRE(contacts.size() == 3);
    CHECK(contacts[0].value == QStringLiteral("dara@mail.example"));
    CHECK(contacts[0].doNotUse);
    CHECK(contacts[2].kind == QStringLiteral("whatsapp"));
}

TEST_CASE("a part in a program that both records tell is there once, with both outcomes", "[merge]")
{
    Twins twins;
    ProgramSeries series;
    series.name = QStringLiteral("Annual course");
    series = added(*twins.file, series);
    ProgramEdition edition;
    edition.series = series.id;
    edition.title = QStringLiteral("Annual course 2019");
    edition = added(*twins.file, edition);
    Participation first;
    first.person = twins.stays.id;
    first.edition = edition.id;
    first.outcome = QStringLiteral("completed");
    Participation second = first;
    second.person = twins.goes.id;
    second.outcome = QStringLiteral("withdrew");
    addRecords(*twins.file, first, second);
    twins.merge();
    const auto parts = ofPerson<Participation>(*twins.file, twins.stays.id);
    REQUIRE(parts.size() == 1);
    CHECK(parts.front().outcome == QStringLiteral("completed"));
    CHECK(parts.front().note == QStringLiteral("Withdrew"));
}

TEST_CASE("who is on the list of a workshop twice is on it once, as the later answer says", "[merge][workshop]")
{
    Twins twins;
    Workshop workshop;
    workshop.title = QStringLiteral("Monitoring");
    workshop = added(*twins.file, workshop);
    Invitation first;
    first.workshop = workshop.id;
    first.person = twins.stays.id;
    first.state = QStringLiteral("accepted");
    first.answeredOn = QDate(2026, 1, 1);
    Invitation second = first;
    second.person = twins.goes.id;
    second.state = QStringLiteral("declined");
    second.answeredOn = QDate(2026, 2, 1);
    second.note = QStringLiteral("Visa");
    second.role = QStringLiteral("trainer");
    addRecords(*twins.file, first, second);
    twins.merge();
    const auto invitations = ofPerson<Invitation>(*twins.file, twins.stays.id);
    REQUIRE(invitations.size() == 1);
    CHECK(invitations.front().state == QStringLiteral("declined"));
    CHECK(invitations.front().note == QStringLiteral("Visa; Participant"));
    CHECK(invitations.front().id == first.id);
}

TEST_CASE("links in texts lead to the record that stays", "[merge]")
{
    Twins twins;
    Person other = addPerson(*twins.file, QStringLiteral("Amelia"), QStringLiteral("Stone"));
    const QString goes = QString::number(twins.goes.id.value);
    const QString longer = QStringLiteral(", not [X](person:%1).").arg(goes + QLatin1Char('0'));
    other.notes = QStringLiteral("Works with [Sok](person:%1)").arg(goes) + longer;
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(other); }));
    twins.merge();
    CHECK(twins.file->get(other.id)->notes ==
          QStringLiteral("Works with [Sok](person:%1)").arg(twins.stays.id.value) + longer);
}

TEST_CASE("before a merge there is a backup with both records", "[merge][backup]")
{
    Twins twins;
    twins.file.environment.backupFolder = twins.file.path(QStringLiteral("kept"));
    twins.file.reopen();
    twins.merge();
    const QDir kept(twins.file.path(QStringLiteral("kept")));
    const QStringList backups = kept.entryList({QStringLiteral("*.dtp")}, QDir::Files);
    REQUIRE(backups.size() == 1);
    const auto before = Store::open(kept.filePath(backups.front()), twins.file.environment, OpenMode::ReadOnly);
    REQUIRE_OK(before);
    CHECK((*before)->count(Entity::Person).value() == 2);
}

TEST_CASE("what was changed since it was planned is not merged", "[merge]")
{
    Twins twins;
    const MergePlan plan = twins.plan();
    twins.goes.country = QStringLiteral("LA");
    REQUIRE_OK(
        twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(twins.goes); }));
    const QString before = contentOf(*twins.file);
    const auto done = mergePeople(*twins.file, plan);
    REQUIRE(!done);
    CHECK(done.error().sentence.contains(QStringLiteral("was changed meanwhile")));
    CHECK(contentOf(*twins.file) == before);
}

TEST_CASE("names and birth years that have nothing in common are asked about", "[merge]")
{
    Twins twins;
    CHECK(twins.plan().remarks.isEmpty());
    const Person other = addPerson(*twins.file, QStringLiteral("Amelia"), QStringLiteral("Stone"));
    const auto plan = planMerge(*twins.file, {twins.stays.id.value, other.id.value});
    REQUIRE_OK(plan);
    CHECK(plan->remarks == QStringList{QStringLiteral("Are these really one person? The names differ.")});
}

TEST_CASE("one person alone, one named twice and one who is gone are no merge", "[merge]")
{
    Twins twins;
    CHECK(!planMerge(*twins.file, {twins.stays.id.value}));
    CHECK(!planMerge(*twins.file, {twins.stays.id.value, twins.stays.id.value}));
    CHECK(!planMerge(*twins.file, {twins.stays.id.value, 1}));
}
