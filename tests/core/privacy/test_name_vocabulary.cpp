// SPDX-License-Identifier: GPL-3.0-or-later
#include <known_names/name_vocabulary.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Whether a word is among anybody's names is said alike, however much is asked", "[privacy][names]")
{
    FreshStore fresh;
    addPerson(*fresh, QStringLiteral("Suparman"), QString());
    addPerson(*fresh, QStringLiteral("Zoë"), QStringLiteral("O'Brien-Sok"));
    addPerson(*fresh, QString::fromUtf8("吴"), QString::fromUtf8("سوکھ"));
    const std::pair<const char*, bool> asked[] = {
        {"Suparman", true}, {"suparman", true}, {"Suparma", false}, {"Zoe", true},  {"Zoë", true}, {"OBrien", true},
        {"Sok", true},      {"Soka", false},    {"吴", true},       {"سوکھ", true}, {"王", false}, {"river", false}};
    NameVocabulary vocabulary(*fresh);
    for (int round = 0; round < 40; ++round) { // all words are read at once meanwhile
        CAPTURE(round);
        for (const auto& [word, isName] : asked) {
            CAPTURE(word);
            const auto known = vocabulary.knows(NameWords::formsOf(QString::fromUtf8(word)));
            REQUIRE_OK(known);
            CHECK(*known == isName);
        }
    }
}
