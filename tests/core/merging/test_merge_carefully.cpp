// SPDX-License-Identifier: GPL-3.0-or-later
// Where the records disagree, the more careful holds; and what left, and who is erased, after a merge.
#include "twins.h"

#include <erasure/erase_person.h>
#include <meaning/consents.h>
#include <privacy/recall.h>
#include <records/cases.h>
#include <records/reports.h>
#include <reverting/revert.h>
#include <storage/ledger.h>

#include <QFile>

using namespace dtp;
using namespace dtp::test;

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
