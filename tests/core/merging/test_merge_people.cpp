// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/erase_person.h>
#include <meaning/consents.h>
#include <meaning/merged_people.h>
#include <merging/merge_people.h>
#include <privacy/recall.h>
#include <records/cases.h>
#include <records/programs.h>
#include <records/reports.h>
#include <reverting/revert.h>
#include <storage/ledger.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
template <class R>
std::vector<R> ofPerson(const Store& store, Id<Person> person)
{
    const auto all = store.find<R>(Where("person_id", person).orderBy("id"));
    REQUIRE_OK(all);
    return *all;
}

// Dara, entered twice.
struct Twins {
    FreshStore file;
    Person stays = addPerson(*file, QStringLiteral("Dara"), QStringLiteral("Sok"), QStringLiteral("KH"));
    Person goes = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"), QStringLiteral("KH"));

    ContactPoint contact(Id<Person> person, const char* kind, const char* value)
    {
        ContactPoint one;
        one.person = person;
        one.kind = QLatin1String(kind);
        one.value = QLatin1String(value);
        return added(*file, one);
    }
    Consent answer(Id<Person> person, const char* purpose, const char* answer, QDate on)
    {
        Consent one;
        one.person = person;
        one.purpose = QLatin1String(purpose);
        one.answer = QLatin1String(answer);
        one.answeredOn = on;
        return added(*file, one);
    }
    MergePlan plan()
    {
        auto planned = planMerge(*file, {stays.id.value, goes.id.value});
        REQUIRE_OK(planned);
        return *planned;
    }
    QString merge()
    {
        const auto done = mergePeople(*file, plan());
        REQUIRE_OK(done);
        return *done;
    }
    Person one() { return file->get(stays.id).value(); }
};
} // namespace

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

TEST_CASE("a refusal on one record holds although the other agreed later", "[merge][consent]")
{
    Twins twins;
    twins.answer(twins.stays.id, "funders", "agreed", QDate(2024, 1, 1));
    twins.answer(twins.goes.id, "funders", "refused", QDate(2020, 1, 1));
    twins.answer(twins.goes.id, "directory", "agreed", QDate(2020, 1, 1));
    const MergePlan plan = twins.plan();
    CHECK(plan.remarks == QStringList{QStringLiteral(
                              "What one of the records agrees to does not count any more, since another says no "
                              "or ended it: Funder reports by name. Ask anew before you enter an agreement.")});
    twins.merge();
    const auto consents = ofPerson<Consent>(*twins.file, twins.stays.id);
    const QDate today(2026, 6, 1);
    CHECK(!agreesTo(consents, QStringLiteral("funders"), today));
    CHECK(agreesTo(consents, QStringLiteral("directory"), today));
    CHECK(consents.size() == 4);
}

TEST_CASE("an agreement that ran out on one record does not undo a later one", "[merge][consent]")
{
    Twins twins;
    Consent old = twins.answer(twins.goes.id, "funders", "agreed", QDate(2020, 1, 1));
    old.expiresOn = QDate(2021, 1, 1);
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(old); }));
    twins.answer(twins.stays.id, "funders", "agreed", QDate(2024, 1, 1));
    CHECK(twins.plan().remarks.isEmpty());
    twins.merge();
    CHECK(agreesTo(ofPerson<Consent>(*twins.file, twins.stays.id), QStringLiteral("funders"), QDate(2026, 6, 1)));
}

TEST_CASE("of two agreements of one day the one that ends first counts", "[merge][consent]")
{
    Twins twins;
    Consent ended = twins.answer(twins.stays.id, "publicity", "agreed", QDate(2024, 1, 1));
    ended.expiresOn = QDate(2025, 1, 1);
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(ended); }));
    twins.answer(twins.goes.id, "publicity", "agreed", QDate(2024, 1, 1));
    CHECK(twins.plan().remarks.size() == 1);
    twins.merge();
    CHECK(!agreesTo(ofPerson<Consent>(*twins.file, twins.stays.id), QStringLiteral("publicity"), QDate(2026, 6, 1)));
}

TEST_CASE("that an agreement is over by a newer refusal is said before a merge", "[merge][consent]")
{
    Twins twins;
    twins.answer(twins.stays.id, "photo", "agreed", QDate(2020, 1, 1));
    twins.answer(twins.goes.id, "photo", "refused", QDate(2026, 5, 1));
    REQUIRE(twins.plan().remarks.size() == 1);
    CHECK(twins.plan().remarks.front().contains(QStringLiteral(": Photos in which they can be recognised.")));
    twins.merge();
    CHECK(ofPerson<Consent>(*twins.file, twins.stays.id).size() == 2);
}

TEST_CASE("an address that is not to be used is used in none of its spellings", "[merge]")
{
    Twins twins;
    ContactPoint watched = twins.contact(twins.stays.id, "email", "dara@example.org");
    watched.doNotUse = true;
    watched.note = QStringLiteral("monitored by police");
    ContactPoint work = twins.contact(twins.goes.id, "email", "Dara@Example.org");
    work.note = QStringLiteral("work");
    ContactPoint local = twins.contact(twins.stays.id, "phone", "012 345 678");
    local.doNotUse = true;
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(watched));
        DTP_CHECK(writer.update(work));
        return writer.update(local);
    }));
    twins.contact(twins.goes.id, "whatsapp", "+855 12 345 678");
    twins.merge();
    const auto contacts = ofPerson<ContactPoint>(*twins.file, twins.stays.id);
    REQUIRE(contacts.size() == 3);
    CHECK(contacts[0].note == QStringLiteral("monitored by police; work"));
    for (const ContactPoint& one : contacts)
        CHECK(one.doNotUse);
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

TEST_CASE("safe ways to reach somebody are both kept, also where one is a part of the other", "[merge]")
{
    Twins twins;
    twins.stays.safeChannel = QStringLiteral("Signal +855 12 345 678");
    twins.goes.safeChannel = QStringLiteral("Signal +855 12 345 67");
    REQUIRE_OK(twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.update(twins.stays));
        return writer.update(twins.goes);
    }));
    twins.merge();
    CHECK(twins.one().safeChannel == QStringLiteral("Signal +855 12 345 678; Signal +855 12 345 67"));
}

TEST_CASE("before a merge nothing restricted is told, and other names follow what is chosen", "[merge][privacy]")
{
    Twins twins;
    RiskCase risk;
    risk.person = twins.goes.id;
    risk.opened = QDate(2026, 1, 1);
    risk.nextReview = QDate(2026, 7, 1);
    risk = added(*twins.file, risk);
    twins.goes.safetyLevel = QStringLiteral("at_risk");
    REQUIRE_OK(
        twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(twins.goes); }));
    MergePlan plan = twins.plan();
    CHECK(relatedInWords(plan).isEmpty());
    CHECK(plan.remarks ==
          QStringList{QStringLiteral("The records do not say the same of safety: the more careful holds.")});
    CHECK(otherNamesKept(*twins.file, plan).value() == QStringList{QStringLiteral("Sok Dara")});
    for (const char* name : {"given_name", "family_name"})
        plan.fieldNamed(name)->value = plan.fieldNamed(name)->values[1];
    CHECK(otherNamesKept(*twins.file, plan).value() == QStringList{QStringLiteral("Dara Sok")});
    REQUIRE_OK(mergePeople(*twins.file, plan));
    CHECK(ofPerson<RiskCase>(*twins.file, twins.stays.id).size() == 1);
}

TEST_CASE("an older merge is not taken back by itself, since a refusal would stay with one record", "[merge][undo]")
{
    Twins twins;
    twins.merge();
    const qint64 change = twins.file->nextUndo()->id;
    twins.answer(twins.stays.id, "funders", "refused", QDate(2026, 5, 1));
    const auto taken = revertChange(*twins.file, change);
    REQUIRE(!taken);
    CHECK(taken.error().sentence.contains(QStringLiteral("Undo what came after it first.")));
    CHECK(twins.file->count(Entity::Person).value() == 1);
    REQUIRE_OK(twins.file->undo());
    REQUIRE_OK(revertChange(*twins.file, change));
    CHECK(twins.file->count(Entity::Person).value() == 2);
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

TEST_CASE("a copy that left with a merged record is to be recalled by the one that stays", "[merge][ledger]")
{
    Twins twins;
    Disclosure entry;
    entry.at = QDateTime(QDate(2026, 5, 1), QTime(9, 0));
    entry.what = QStringLiteral("People as CSV");
    entry.audience = QStringLiteral("funder");
    entry.named = 1;
    REQUIRE_OK(twins.file->change(QStringLiteral("Export"), [&](ChangeWriter& writer) -> Result<> {
        DTP_TRY(id, writer.insert(entry));
        const std::vector<qint64> people{twins.goes.id.value};
        return addToLedger(writer, id, people, true);
    }));
    twins.answer(twins.goes.id, "funders", "withdrawn", QDate(2026, 5, 20));
    twins.merge();
    const auto copies = copiesWith(*twins.file, twins.stays.id);
    REQUIRE_OK(copies);
    REQUIRE(copies->size() == 1);
    CHECK(copies->front().isToRecall);
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

TEST_CASE("who is erased after a merge is erased with the record that was merged into hers", "[merge][erasure]")
{
    Twins twins;
    twins.goes.familyName = QStringLiteral("Qwortlefax");
    REQUIRE_OK(
        twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(twins.goes); }));
    twins.contact(twins.goes.id, "email", "zq@qwortlefax.example");
    twins.merge();
    const auto places = erasurePlaces(*twins.file, twins.stays.id.value);
    REQUIRE_OK(places);
    CHECK(places->people == QSet<qint64>{twins.stays.id.value, twins.goes.id.value});
    REQUIRE_OK(eraseEverywhere(*twins.file, *places));
    QFile file(twins.file->path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(!file.readAll().toLower().contains("qwortlefax"));
    CHECK(twins.file->count(Entity::MergedPerson).value() == 0);
}

TEST_CASE("who is asked for by the name of a merged record is erased with the one that stays", "[merge][erasure]")
{
    Twins twins;
    twins.merge();
    CHECK(personToErase(*twins.file, QStringLiteral("Sok Dara")).value() == twins.stays.id.value);
    CHECK(personToErase(*twins.file, QString::number(twins.goes.id.value)).value() == twins.stays.id.value);
}

TEST_CASE("who is erased after a merge was undone is in no byte of the file, nor comes by redo", "[merge][erasure]")
{
    Twins twins;
    twins.goes.givenName = QStringLiteral("Zerubina");
    twins.goes.familyName = QStringLiteral("Qwortlefax");
    REQUIRE_OK(
        twins.file->change(QStringLiteral("Edit"), [&](ChangeWriter& writer) { return writer.update(twins.goes); }));
    twins.merge();
    REQUIRE_OK(twins.file->undo());
    const auto places = erasurePlaces(*twins.file, twins.goes.id.value);
    REQUIRE_OK(places);
    REQUIRE_OK(eraseEverywhere(*twins.file, *places));
    QFile file(twins.file->path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(!file.readAll().toLower().contains("qwortlefax"));
    CHECK(!twins.file->nextRedo());
    CHECK(twins.one().givenName == QStringLiteral("Dara"));
}

TEST_CASE("one person alone, one named twice and one who is gone are no merge", "[merge]")
{
    Twins twins;
    CHECK(!planMerge(*twins.file, {twins.stays.id.value}));
    CHECK(!planMerge(*twins.file, {twins.stays.id.value, twins.stays.id.value}));
    CHECK(!planMerge(*twins.file, {twins.stays.id.value, 1}));
}
