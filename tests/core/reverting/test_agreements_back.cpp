// SPDX-License-Identifier: GPL-3.0-or-later
#include <reverting/agreements_back.h>

#include <records/people.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct File : FreshStore {
    Person anita = addPerson(*store, s("Anita"), s("Rai"), s("NP"));
    Person mohan = addPerson(*store, s("Mohan"), s("Rai"), s("NP"));

    static Consent answer(const Person& person, const char* purpose, const char* said, QDate on, QDate ends = {})
    {
        Consent consent;
        consent.person = person.id;
        consent.purpose = s(purpose);
        consent.answer = s(said);
        consent.answeredOn = on;
        consent.expiresOn = ends;
        return consent;
    }
    Consent keep(const Consent& consent) { return added(*store, consent); }
};

const QDate then(2025, 3, 1);
const QDate later(2026, 3, 1);
} // namespace

TEST_CASE("Undoing what recorded refusals says whose agreements count again by it", "[reverting][consent]")
{
    File file;
    file.keep(File::answer(file.anita, "publicity", "agreed", then));
    file.keep(File::answer(file.anita, "photo", "agreed", then));
    file.keep(File::answer(file.mohan, "publicity", "agreed", then));
    Consent first = File::answer(file.anita, "publicity", "refused", later);
    Consent second = File::answer(file.anita, "photo", "withdrawn", later);
    Consent third = File::answer(file.mohan, "publicity", "refused", later);
    addRecords(*file.store, first, second, third);
    const auto undone = undoTelling(*file.store);
    REQUIRE_OK(undone);
    CHECK(undone->change.sentence == s("Add"));
    CHECK(undone->agreements.people == 2);
    CHECK(
        withAgreements(s("Undone: Add."), undone->agreements) ==
        s("Undone: Add. 2 people count as agreeing again who did not any more: Anita Rai (Photos in which they can be "
          "recognised, Publicity); Mohan Rai (Publicity). If they still do not agree, enter that again."));
}

TEST_CASE("Taking back an older refusal by itself, or the change of an answer, says it as well",
          "[reverting][consent]")
{
    File file;
    Consent answer = file.keep(File::answer(file.anita, "publicity", "agreed", then));
    file.keep(File::answer(file.mohan, "publicity", "agreed", then));
    file.keep(File::answer(file.mohan, "publicity", "withdrawn", later));
    const qint64 refusal = file.store->nextUndo()->id;
    answer.answer = s("refused");
    const auto changed = file.store->change(s("Refuse"), [&](ChangeWriter& writer) { return writer.update(answer); });
    REQUIRE_OK(changed);

    const auto taken = revertTelling(*file.store, refusal);
    REQUIRE_OK(taken);
    CHECK(taken->agreements.people == 1);
    CHECK(taken->agreements.sentence ==
          s("1 person counts as agreeing again who did not any more: Mohan Rai (Publicity). If they still do not "
            "agree, enter that again."));
    const auto field = revertTelling(*file.store, {*changed, Entity::Consent, answer.id.value, s("answer")});
    REQUIRE_OK(field);
    CHECK(field->agreements.sentence.contains(s("Anita Rai (Publicity)")));
}

TEST_CASE("Undoing what brings no agreement back says nothing of agreements", "[reverting][consent]")
{
    File file;
    file.keep(File::answer(file.anita, "publicity", "refused", then));
    file.keep(File::answer(file.mohan, "publicity", "agreed", then, QDate(2026, 1, 1))); // is over as well
    Consent first = File::answer(file.anita, "publicity", "withdrawn", later);
    Consent second = File::answer(file.mohan, "publicity", "refused", later);
    Consent third = File::answer(file.mohan, "photo", "agreed", later);
    addRecords(*file.store, first, second, third);
    const auto undone = undoTelling(*file.store);
    REQUIRE_OK(undone);
    CHECK(undone->agreements.people == 0);
    CHECK(withAgreements(s("Undone."), undone->agreements) == s("Undone."));
}

TEST_CASE("Of many whose agreements count again the first are named and the others counted", "[reverting][consent]")
{
    File file;
    std::vector<Person> people;
    for (int i = 0; i < 7; ++i)
        people.push_back(addPerson(*file.store, s("Person"), QString(QChar(u'A' + i)), s("NP")));
    for (const Person& person : people)
        file.keep(File::answer(person, "publicity", "agreed", then));
    REQUIRE_OK(file.store->change(s("Refuse"), [&](ChangeWriter& writer) -> Result<> {
        for (const Person& person : people)
            DTP_CHECK(writer.insert(File::answer(person, "publicity", "refused", later)));
        return {};
    }));
    const auto undone = undoTelling(*file.store);
    REQUIRE_OK(undone);
    CHECK(undone->agreements.people == 7);
    CHECK(undone->agreements.sentence.contains(s("Person E (Publicity); and 2 more.")));
}

TEST_CASE("Doing an agreement again on top of a refusal says that it counts again", "[reverting][consent]")
{
    File file;
    file.keep(File::answer(file.anita, "publicity", "refused", then));
    Consent first = File::answer(file.anita, "publicity", "agreed", later);
    Consent second = File::answer(file.mohan, "photo", "agreed", later); // never refused
    addRecords(*file.store, first, second);
    REQUIRE_OK(undoTelling(*file.store));
    const auto again = redoTelling(*file.store);
    REQUIRE_OK(again);
    CHECK(again->change.sentence == s("Add"));
    CHECK(again->agreements.people == 1);
    CHECK(again->agreements.sentence ==
          s("1 person counts as agreeing again who did not any more: Anita Rai (Publicity). If they still do not "
            "agree, enter that again."));
}

TEST_CASE("Doing a refusal again says nothing of agreements", "[reverting][consent]")
{
    File file;
    file.keep(File::answer(file.anita, "publicity", "agreed", then));
    file.keep(File::answer(file.anita, "publicity", "refused", later));
    REQUIRE_OK(undoTelling(*file.store));
    const auto again = redoTelling(*file.store);
    REQUIRE_OK(again);
    CHECK(again->agreements.people == 0);
}
