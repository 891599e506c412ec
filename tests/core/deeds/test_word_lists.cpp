// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of words that staff choose from: a word is added, called otherwise, put together with another, removed.
#include <deeds/word_lists.h>
#include <records/vocabulary.h>
#include <records/workshops.h>
#include <search/record_search.h>
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

struct World : FreshStore {
    Term word(const char* list, const char* label) const
    {
        const auto found = wordCalled(*store, s(list), s(label));
        REQUIRE_OK(found);
        return *found;
    }
    qint64 uses(const char* list, const char* code) const
    {
        const auto words = wordsOf(*store, s(list));
        REQUIRE_OK(words);
        for (const WordUse& one : *words) {
            if (one.term.code == s(code))
                return one.uses;
        }
        return -1;
    }
    PersonSkill skill(const Person& person, const char* code, const char* level = "", const char* notes = "")
    {
        PersonSkill one;
        one.person = person.id;
        one.skill = s(code);
        one.level = s(level);
        one.evidence = s(notes);
        return added(*store, one);
    }
};
} // namespace

TEST_CASE("A word is added with a code of its own, and not twice", "[deeds][words]")
{
    World world;
    const qsizetype before = static_cast<qsizetype>(world.store->vocabulary(s("skills")).terms().size());
    const auto added = addWord(*world.store, s("skills"), s("  Drone   photography "));
    REQUIRE_OK(added);
    const auto& terms = world.store->vocabulary(s("skills")).terms();
    REQUIRE(static_cast<qsizetype>(terms.size()) == before + 1);
    CHECK(terms.back().code == s("drone_photography"));
    CHECK(terms.back().label == s("Drone photography"));
    const auto again = addWord(*world.store, s("skills"), s("drone photography"));
    REQUIRE_FALSE(again);
    CHECK(again.error().sentence ==
          s("“drone photography” is “Drone photography” already. Choose another word, or put the two together."));
    // What is written in no Latin letter has a code all the same, and what says nothing is none.
    REQUIRE_OK(addWord(*world.store, s("skills"), s("การถ่ายภาพ")));
    CHECK_FALSE(world.word("skills", "การถ่ายภาพ").code.isEmpty());
    for (const char* nothing : {"", "  ", "…", "a|b"})
        CHECK_FALSE(addWord(*world.store, s("skills"), s(nothing)));
    CHECK_FALSE(addWord(*world.store, s("skills"), QString(81, u'x')));
    CHECK(world.store->undo().value().sentence == s("Add the word “การถ่ายภาพ”"));
}

TEST_CASE("A word that is called otherwise is still found by what it was called", "[deeds][words]")
{
    World world;
    const Person dara = addPerson(*world.store, s("Dara"), s("Sok"));
    REQUIRE_OK(addWord(*world.store, s("issues"), s("Sand mining")));
    added(*world.store, PersonIssue{{}, dara.id, s("sand_mining")});
    const Term word = world.word("issues", "Sand mining");
    REQUIRE_OK(renameWord(*world.store, word.id, s("Sand and gravel")));
    const Vocabulary& issues = world.store->vocabulary(s("issues"));
    CHECK(issues.labelOf(s("sand_mining")) == s("Sand and gravel"));
    CHECK(issues.codeFor(s("SAND MINING")) == s("sand_mining"));
    for (const char* query : {"issue:\"Sand mining\"", "issue:\"Sand and gravel\""}) {
        INFO(query);
        const auto read = readQuery(*world.store, Entity::Person, s(query));
        REQUIRE_OK(read);
        CHECK(findRecords(*world.store, Entity::Person, *read, {s("name")}).value() ==
              std::vector<qint64>{dara.id.value});
    }
    // Back to what it was; another word's name it cannot have.
    REQUIRE_OK(renameWord(*world.store, word.id, s("Sand mining")));
    CHECK(world.store->vocabulary(s("issues")).labelOf(s("sand_mining")) == s("Sand mining"));
    CHECK_FALSE(renameWord(*world.store, word.id, s("Freedom of expression")));
    // A word that the program knows may be called otherwise, too.
    const Term level = world.word("skill_levels", "advanced");
    REQUIRE_OK(renameWord(*world.store, level.id, s("Very good")));
    CHECK(world.store->vocabulary(s("skill_levels")).labelOf(level.code) == s("Very good"));
}

TEST_CASE("Two words are put together in every record that holds one, as one change", "[deeds][words]")
{
    World world;
    const Person dara = addPerson(*world.store, s("Dara"), s("Sok"));
    const Person mali = addPerson(*world.store, s("Mali"), s("Chai"));
    REQUIRE_OK(addWord(*world.store, s("skills"), s("Kite making")));
    REQUIRE_OK(addWord(*world.store, s("skills"), s("Kite flying")));
    world.skill(dara, "kite_making", "", "Teaches it");
    world.skill(dara, "kite_flying", "advanced");
    world.skill(mali, "kite_making", "basic");
    const QString before = contentOf(*world.store);
    CHECK(world.uses("skills", "kite_making") == 2);
    CHECK(mergeWords(*world.store, world.word("skills", "Kite making").id, world.word("skills", "Kite flying").id)
              .value() == 2);

    CHECK(world.uses("skills", "kite_making") == -1);
    CHECK(world.uses("skills", "kite_flying") == 2);
    const auto ofDara = world.store->find<PersonSkill>(Where("person_id", dara.id));
    REQUIRE_OK(ofDara);
    REQUIRE(ofDara->size() == 1); // once, with what either said
    CHECK(ofDara->front().level == s("advanced"));
    CHECK(ofDara->front().evidence == s("Teaches it"));
    CHECK(world.store->find<PersonSkill>(Where("person_id", mali.id))->front().level == s("basic"));
    CHECK(world.store->vocabulary(s("skills")).codeFor(s("kite making")) == s("kite_flying"));
    CHECK(world.store->check().value() == QStringList());
    REQUIRE_OK(world.store->undo());
    CHECK(contentOf(*world.store) == before);
}

TEST_CASE("Rules of workshops, themes and organisations follow a word that is put together with another",
          "[deeds][words]")
{
    World world;
    REQUIRE_OK(addWord(*world.store, s("sectors"), s("Shortwave club")));
    REQUIRE_OK(addWord(*world.store, s("sectors"), s("Ham club")));
    Organisation waves;
    waves.name = s("Waves");
    waves.kind = s("shortwave_club");
    waves = added(*world.store, waves);
    Workshop workshop;
    workshop.title = s("Planning");
    workshop = added(*world.store, workshop);
    WorkshopTarget rule;
    rule.workshop = workshop.id;
    rule.dimension = s("sector");
    rule.value = s("shortwave_club");
    rule.minimum = 2;
    rule = added(*world.store, rule);
    WorkshopTarget other = rule; // a code that is called so in another list is another word
    other.id = {};
    other.dimension = s("issue");
    other = added(*world.store, other);
    CHECK(world.uses("sectors", "shortwave_club") == 2);
    REQUIRE_OK(
        mergeWords(*world.store, world.word("sectors", "Shortwave club").id, world.word("sectors", "Ham club").id));
    CHECK(world.store->get(waves.id)->kind == s("ham_club"));
    CHECK(world.store->get(rule.id)->value == s("ham_club"));
    CHECK(world.store->get(other.id)->value == s("shortwave_club"));
}

TEST_CASE("Words that mean something to the program are neither added, put together nor removed", "[deeds][words]")
{
    World world;
    for (const WordList& list : wordLists()) {
        INFO(list.name.toStdString());
        const auto words = wordsOf(*world.store, list.name);
        REQUIRE_OK(words);
        REQUIRE(words->size() >= 2);
        CHECK(addWord(*world.store, list.name, s("Quite another word")).has_value() == list.isOpen);
        CHECK(mergeWords(*world.store, words->at(0).term.id, words->at(1).term.id).has_value() == list.isOpen);
        CHECK(removeWord(*world.store, words->at(1).term.id).has_value() == list.isOpen);
    }
    CHECK_FALSE(wordListCalled(s("consent_answers"))); // not offered at all
    CHECK_FALSE(addWord(*world.store, s("consent_answers"), s("Perhaps")));
}

TEST_CASE("A word that stands in records is not removed, and says in how many", "[deeds][words]")
{
    World world;
    const Person dara = addPerson(*world.store, s("Dara"), s("Sok"));
    REQUIRE_OK(addWord(*world.store, s("skills"), s("Kite making")));
    world.skill(dara, "kite_making");
    const Term film = world.word("skills", "Kite making");
    const auto refused = removeWord(*world.store, film.id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence ==
          s("“Kite making” stands in 1 record: put it together with another word instead."));
    CHECK_FALSE(mergeWords(*world.store, film.id, film.id));
    CHECK_FALSE(mergeWords(*world.store, film.id, world.word("issues", "Freedom of expression").id));
}
