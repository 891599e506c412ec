// SPDX-License-Identifier: GPL-3.0-or-later
// What left with a person, for whom it is to be recalled, and how that is followed.
#include "drafts_of_test.h"

#include <privacy/recall.h>
#include <storage/ledger.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
// It is 1 June 2026.
struct RecallWorld {
    FreshStore store;
    Person dara = addPerson(*store, text("Dara"), text("Sok"));
    Person mali = addPerson(*store, text("Mali"), text("Chai"));

    qint64 left(const char* what, const char* audience, const std::vector<Person>& people, bool named = true,
                const char* fields = "Name", const char* recipient = "")
    {
        Disclosure entry;
        entry.at = QDateTime(QDate(2026, 5, ++day), QTime(14, 0));
        entry.what = text(what);
        entry.audience = text(audience);
        entry.file = text("x.pdf");
        entry.recipient = text(recipient);
        entry.fields = text(fields);
        REQUIRE_OK(store->change(text("Export"), [&](ChangeWriter& writer) -> Result<> {
            DTP_TRY(id, writer.insert(entry));
            std::vector<qint64> keys;
            for (const Person& person : people)
                keys.push_back(person.id.value);
            return addToLedger(writer, id, keys, named);
        }));
        return entry.id.value;
    }

    std::vector<LeftCopy> copies()
    {
        auto found = copiesWith(*store, dara.id);
        REQUIRE_OK(found);
        return std::move(*found);
    }

    std::vector<bool> recalled()
    {
        std::vector<bool> all;
        for (const LeftCopy& copy : copies())
            all.push_back(copy.isToRecall);
        return all;
    }

    int day = 0;
};

QString wholeText(const Document& document)
{
    QStringList all{document.title};
    for (const Paragraph& paragraph : std::get<TextBlock>(document.blocks.front()).text.paragraphs)
        all.append(paragraph.text());
    return all.join(QLatin1Char('\n'));
}
} // namespace

TEST_CASE("Copies with a person are listed, the newest first, and none of others", "[privacy][recall]")
{
    RecallWorld world;
    CHECK(sentenceOf(world.copies()) == text("Nothing left with this person."));
    world.left("Report as PDF", "public", {world.dara, world.mali});
    world.left("Directory as PDF", "alumni", {world.mali});
    world.left("Figures as PDF", "funder", {world.dara}, false);
    const auto copies = world.copies();
    REQUIRE(copies.size() == 2);
    CHECK(copies[0].inWords() == text("2026-05-03 14:00 · Figures as PDF · Funders · x.pdf"));
    CHECK_FALSE(copies[0].isNamed);
    CHECK(copies[1].inWords() == text("2026-05-01 14:00 · Report as PDF · The public · x.pdf"));
    CHECK(copies[1].isNamed);
    CHECK(sentenceOf(copies) == text("2 copies left with this person; none is to be recalled."));
}

TEST_CASE("What is withdrawn, refused or over recalls the copies that were given for it", "[privacy][recall]")
{
    RecallWorld world;
    world.left("Report", "public", {world.dara});
    world.left("List", "internal", {world.dara});
    world.left("Directory", "alumni", {world.dara});
    world.left("Album", "funder", {world.dara}, true, "Name; Pictures");
    world.left("Figures", "public", {world.dara}, false);
    const auto isRecalled = [&](std::vector<bool> oldestFirst) {
        std::reverse(oldestFirst.begin(), oldestFirst.end());
        CHECK(world.recalled() == oldestFirst);
    };
    for (const char* purpose : {"publicity", "directory", "funders", "contact_details", "photo", "newsletter"})
        consent(*world.store, world.dara, purpose, "agreed", QDate(2026, 1, 1));
    isRecalled({false, false, false, false, false});
    consent(*world.store, world.dara, "newsletter", "withdrawn", QDate(2026, 6, 1));
    isRecalled({false, false, false, false, false});
    consent(*world.store, world.dara, "publicity", "withdrawn", QDate(2026, 5, 31));
    isRecalled({true, false, false, false, false});
    consent(*world.store, world.dara, "contact_details", "refused");
    isRecalled({true, false, true, false, false});
    consent(*world.store, world.dara, "photo", "withdrawn");
    isRecalled({true, false, true, true, false});
    consent(*world.store, world.dara, "publicity", "agreed", QDate(2026, 6, 1));
    isRecalled({false, false, true, true, false});
    consent(*world.store, world.dara, "directory", "agreed", QDate(2026, 2, 1), QDate(2026, 5, 31));
    CHECK(recipientsOf(world.copies()) == std::vector<Recipient>{{Audience::Alumni}, {Audience::Funder}});
    world.dara.safetyLevel = text("at_risk");
    update(*world.store, world.dara);
    isRecalled({true, false, true, true, false});
    CHECK(sentenceOf(world.copies()) == text("5 copies left with this person; to be recalled: 3."));
}

TEST_CASE("A recall is followed by one task for each recipient, and a copy by one alone", "[privacy][recall]")
{
    RecallWorld world;
    const qint64 report = world.left("Report", "public", {world.dara});
    const qint64 page = world.left("Page", "public", {world.dara});
    world.left("Directory", "alumni", {world.dara});
    consent(*world.store, world.dara, "publicity", "withdrawn", QDate(2026, 6, 1));
    CHECK(followRecall(*world.store, world.copies(), world.dara.id).value_or(-1) == 1);
    auto tasks = world.store->find<Task>();
    REQUIRE_OK(tasks);
    REQUIRE(tasks->size() == 1);
    CHECK(tasks->front().title == text("Recall copies: The public"));
    CHECK(tasks->front().person == world.dara.id);
    CHECK(tasks->front().due == QDate(2026, 6, 15));
    CHECK_FALSE(tasks->front().done);
    CHECK(tasks->front().note == text("No. %1: 2026-05-02 14:00 · Page · The public · x.pdf\n"
                                      "No. %2: 2026-05-01 14:00 · Report · The public · x.pdf")
                                     .arg(page)
                                     .arg(report));

    CHECK(followRecall(*world.store, world.copies(), world.dara.id).value_or(-1) == 0);
    world.left("Flyer", "public", {world.dara});
    consent(*world.store, world.dara, "directory", "refused");
    CHECK(followRecall(*world.store, world.copies(), world.dara.id).value_or(-1) == 2);
    tasks = world.store->find<Task>(Where().orderBy("id"));
    REQUIRE(tasks->size() == 3);
    CHECK((*tasks)[1].title == text("Recall copies: Alumni"));
    CHECK((*tasks)[2].note.contains(text("Flyer")));
    CHECK_FALSE((*tasks)[2].note.contains(text("Report")));
}

TEST_CASE("Who got a copy by name is asked by a letter and a task of their own", "[privacy][recall]")
{
    RecallWorld world;
    world.left("Figures", "funder", {world.dara}, true, "Name");
    const qint64 first = world.left("Report", "funder", {world.dara}, true, "Name", "River Fund");
    world.left("Report", "funder", {world.dara}, true, "Name", "Hill Fund");
    const qint64 second = world.left("Album", "funder", {world.dara}, true, "Name", "river fund");
    consent(*world.store, world.dara, "funders", "withdrawn", QDate(2026, 6, 1));

    const auto copies = world.copies();
    CHECK(copies.front().inWords() == text("2026-05-04 14:00 · Album · Funders: river fund · x.pdf"));
    const auto recipients = recipientsOf(copies);
    CHECK(recipients == std::vector<Recipient>{{Audience::Funder},
                                               {Audience::Funder, text("Hill Fund")},
                                               {Audience::Funder, text("River Fund")}});
    CHECK(recallLetterName(*world.store, recipients, 0) == text("recall-funder-2026-06-01.odt"));
    CHECK(recallLetterName(*world.store, recipients, 2) == text("recall-funder-3-2026-06-01.odt"));
    const QString letter = wholeText(recallLetter(*world.store, copies, recipients.at(2)));
    CHECK(letter.contains(text("2 May 2026, Report, x.pdf")));
    CHECK(letter.contains(text("4 May 2026, Album, x.pdf")));
    CHECK_FALSE(letter.contains(text("3 May 2026, Report")));
    CHECK_FALSE(letter.contains(text("Figures")));

    CHECK(followRecall(*world.store, copies, world.dara.id).value_or(-1) == 3);
    const auto tasks = world.store->find<Task>(Where().orderBy("title"));
    REQUIRE_OK(tasks);
    REQUIRE(tasks->size() == 3);
    CHECK((*tasks)[1].title == text("Recall copies: Funders: Hill Fund"));
    CHECK((*tasks)[2].title.compare(text("Recall copies: Funders: River Fund"), Qt::CaseInsensitive) == 0);
    CHECK((*tasks)[2].note.contains(text("No. %1: ").arg(first)));
    CHECK((*tasks)[2].note.contains(text("No. %1: ").arg(second)));
    CHECK(followRecall(*world.store, copies, world.dara.id).value_or(-1) == 0);
    CHECK(recipientsBefore(*world.store, Audience::Funder).value() ==
          QStringList{text("Hill Fund"), text("River Fund")});
    CHECK(recipientsBefore(*world.store, Audience::Public).value().isEmpty());
}

TEST_CASE("A letter says which copies to destroy, and not about whom", "[privacy][recall]")
{
    RecallWorld world;
    world.left("Report “The story of Dara Sok”", "public", {world.dara});
    world.left("People as CSV, those who match “consent_never_asked:photo country:KH”", "public", {world.dara});
    world.left("Directory", "alumni", {world.dara});
    consent(*world.store, world.dara, "publicity", "withdrawn", QDate(2026, 6, 1));
    const auto letter =
        Gate(*world.store, Audience::Public).disclose(recallLetter(*world.store, world.copies(), {Audience::Public}));
    REQUIRE_OK(letter);
    const QString all = wholeText(**letter);
    CHECK(all.contains(text("1 May 2026, Report “The story of [name withheld]”, x.pdf")));
    CHECK(all.contains(text("2 May 2026, People as CSV, x.pdf")));
    CHECK_FALSE(all.contains(text("country:KH")));
    CHECK(all.contains(text("Tell us by 15 June 2026 that this is done.")));
    CHECK_FALSE(all.contains(text("Dara")));
    CHECK_FALSE(all.contains(text("Directory")));
    CHECK(letter->summary().named.isEmpty());
    CHECK(recallLetterName(*world.store, {{Audience::Public}}, 0) == text("recall-public-2026-06-01.odt"));
}

// Lists for ourselves may be chosen by what is restricted: that she is in one would tell that she has a case.
TEST_CASE("Of copies that stay inside a person's own list does not say what they were", "[privacy][recall]")
{
    RecallWorld world;
    world.left("Cases as CSV", "internal", {world.dara}, true, "Name", "Those who look after cases");
    world.left("People as CSV, those who match “risk_case:any”", "internal", {world.dara});
    world.left("People as CSV", "internal", {world.dara});
    const std::vector<LeftCopy> copies = world.copies();
    REQUIRE(copies.size() == 3);
    CHECK(copies[0].inWords() == text("2026-05-03 14:00 · A copy that stays inside · The secretariat"));
    CHECK(copies[1].inWords() == text("2026-05-02 14:00 · A copy that stays inside · The secretariat"));
    CHECK(copies[2].inWords() == text("2026-05-01 14:00 · A copy that stays inside · The secretariat"));
}
