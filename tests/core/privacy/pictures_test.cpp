// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures on their way out: who is on them decides, and photo consent alone.
#include "drafts_of_test.h"

#include <records/reports.h>

#include <algorithm>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr Audience outsiders[] = {Audience::Alumni, Audience::Partner, Audience::Funder, Audience::Public};

FigureBlock figure(const Subjects& people, bool nobody = false)
{
    return {QByteArray("bytes"), text("By the river"), people, nobody};
}

qsizetype picturesIn(const Disclosed<Document>& document)
{
    return std::count_if(document->blocks.begin(), document->blocks.end(),
                         [](const Block& block) { return std::holds_alternative<FigureBlock>(block); });
}

// The sentence about what was left out; empty: the picture leaves.
QString leftOut(const Store& store, Audience audience, const FigureBlock& picture)
{
    const auto disclosed = Gate(store, audience).disclose(draftWith({picture}));
    REQUIRE_OK(disclosed);
    const QString said = disclosed->summary().picturesSentence();
    CHECK(picturesIn(*disclosed) == (said.isEmpty() ? 1 : 0));
    CHECK((*disclosed)->footer.contains(said));
    return said;
}

const char* const refused = "1 picture was left out: somebody on it may not be shown.";
const char* const unknown = "1 picture was left out: it is not said who is on it.";
} // namespace

TEST_CASE("A picture of which nobody said who is on it stays inside", "[privacy][pictures]")
{
    FreshStore store;
    CHECK(leftOut(*store, Audience::Internal, figure({})).isEmpty());
    for (const Audience audience : outsiders) {
        CHECK(leftOut(*store, audience, figure({})) == text(unknown));
        CHECK(leftOut(*store, audience, figure({}, true)).isEmpty());
    }
}

TEST_CASE("A picture leaves when all who are on it agreed to photos, and not when one did not", "[privacy][pictures]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    for (const char* purpose : {"publicity", "directory", "partners", "funders", "contact_details", "newsletter"}) {
        consent(*store, dara, purpose, "agreed", QDate(2026, 1, 1));
        consent(*store, mali, purpose, "agreed", QDate(2026, 1, 1));
    }
    consent(*store, dara, "photo", "agreed", QDate(2026, 1, 1));
    for (const Audience audience : outsiders) {
        CHECK(leftOut(*store, audience, figure(dara.id)).isEmpty());
        CHECK(leftOut(*store, audience, figure(mali.id)) == text(refused));
        CHECK(leftOut(*store, audience, figure({dara.id, mali.id})) == text(refused));
        CHECK(leftOut(*store, audience, figure(mali.id, true)) == text(refused)); // a name counts more than the tick
    }
    CHECK(leftOut(*store, Audience::Internal, figure({dara.id, mali.id})).isEmpty());
}

TEST_CASE("A refusal, a withdrawal, an end, danger and a person who is gone each keep a picture inside",
          "[privacy][pictures]")
{
    FreshStore store; // it is 1 June 2026
    const auto isShown = [&](const Person& person) {
        return leftOut(*store, Audience::Public, figure(person.id)).isEmpty();
    };
    const auto agreed = [&](const char* name) {
        const Person person = addPerson(*store, text(name), text("Sok"));
        consent(*store, person, "photo", "agreed", QDate(2026, 1, 1));
        CHECK(isShown(person));
        return person;
    };
    for (const char* answer : {"refused", "withdrawn", "a word that is not known"}) {
        const Person person = agreed("Dara");
        consent(*store, person, "photo", answer);
        CHECK_FALSE(isShown(person));
    }
    const Person ended = addPerson(*store, text("Noi"), text("Lee"));
    consent(*store, ended, "photo", "agreed", QDate(2025, 1, 1), QDate(2026, 5, 31));
    CHECK_FALSE(isShown(ended));
    for (const char* level : {"careful", "at_risk", "a word that is not known"}) {
        Person person = agreed("Mali");
        person.safetyLevel = text(level);
        update(*store, person);
        CHECK_FALSE(isShown(person));
    }
    FigureBlock gone = figure(agreed("Ana").id, true);
    gone.hasUnknownPeople = true;
    CHECK(leftOut(*store, Audience::Public, gone) == text(refused));
}

TEST_CASE("What was left out is told in one sentence, and who is shown is in the summary", "[privacy][pictures]")
{
    FreshStore store;
    const Person dara = addPerson(*store, text("Dara"), text("Sok"));
    const Person mali = addPerson(*store, text("Mali"), text("Chai"));
    consent(*store, dara, "photo", "agreed", QDate(2026, 1, 1));
    const auto disclosed =
        Gate(*store, Audience::Public)
            .disclose(draftWith({figure(dara.id), figure(mali.id), figure({}), figure({}), figure({}, true)}));
    REQUIRE_OK(disclosed);
    CHECK(picturesIn(*disclosed) == 2);
    CHECK(disclosed->summary().sentence() ==
          text("1 person: 0 named, 1 shown in pictures. 3 pictures were left out: on 1 is somebody who may not "
               "be shown, of 2 it is not said who is on it."));
    CHECK((*disclosed)->footer.endsWith(disclosed->summary().printedSentence()));
    CHECK(disclosed->summary().pictured == QSet<qint64>{dara.id.value});
    CHECK(titlesOf(disclosed->summary().fields) == QStringList{text("Pictures")});

    REQUIRE_OK(release(
        *store, store.path(text("r.pdf")), text("Report"), [](QIODevice&) -> Result<> { return {}; },
        [&]() -> const DisclosureSummary& { return disclosed->summary(); }));
    const auto ledger = store->find<DisclosedPerson>();
    REQUIRE_OK(ledger);
    REQUIRE(ledger->size() == 1);
    CHECK(ledger->front().personKey == dara.id.value);
}
