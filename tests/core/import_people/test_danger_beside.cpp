// SPDX-License-Identifier: GPL-3.0-or-later
// What columns beside a name say of somebody who has died or is hidden, and of a phone in other hands.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Fate {
    Person person;
    std::vector<ContactPoint> contacts;
    QString told;
};
Fate fateOf(const char* heading, const char* text, const char* phone = "+67612345")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,Country,Phone,\"") + heading +
                                                         "\"\nDara,Sok,Tonga,\"" + phone + "\",\"" + text + "\"\n"));
    Fate fate{personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")), {}, fatesOf(plan).join(QString())};
    fate.contacts = ofPerson<ContactPoint>(*store, fate.person.id);
    return fate;
}
} // namespace

TEST_CASE("A column that asks whether somebody lives, or when they died, makes them deceased",
          "[import][safety][beside]")
{
    const auto [heading, text, isDead] =
        GENERATE(table<const char*, const char*, bool>({{"Alive", "no", true},
                                                        {"Alive?", "No", true},
                                                        {"Still alive", "no", true},
                                                        {"Living", "no", true},
                                                        {"Alive", "yes", false},
                                                        {"Alive", "", false},
                                                        {"Alive", "not known", false},
                                                        {"Died on", "2019-05-03", true},
                                                        {"Date of death", "3 May 2019", true},
                                                        {"Date of death", "2019", true},
                                                        {"Death date", "2019-05-03", true},
                                                        {"Year died", "2019", true},
                                                        {"Date of death", "", false},
                                                        {"Date of death", "n/a", false},
                                                        {"Date of death", "-", false},
                                                        {"RIP", "x", true},
                                                        {"RIP", "", false},
                                                        {"R.I.P.", "yes", true},
                                                        {"Deceased?", "no", false},
                                                        {"Status", "†", true},
                                                        {"Status", "executed", true},
                                                        {"Status", "martyred", true},
                                                        {"Status", "extrajudicially killed", true},
                                                        {"Remarks", "executed in 2019", true},
                                                        {"Remarks", "Martyred", true},
                                                        {"Remarks", "executed the project well", false},
                                                        {"Remarks", "works against extrajudicial killings", false}}));
    INFO(heading << ": " << text);
    const Fate fate = fateOf(heading, text);
    CHECK((fate.person.status == QStringLiteral("deceased")) == isDead);
    CHECK(fate.person.safetyLevel == QStringLiteral("normal"));
}

TEST_CASE("A place that is a hiding place is no place, and a reason to be careful", "[import][safety][beside]")
{
    const auto [heading, text] = GENERATE(table<const char*, const char*>({{"Current location", "in hiding"},
                                                                           {"Location", "In exile"},
                                                                           {"City", "safe house in Mae Sot"},
                                                                           {"Place", "in prison"},
                                                                           {"Location", "undisclosed"},
                                                                           {"Current location", "exile"},
                                                                           {"Whereabouts", "unknown"},
                                                                           {"Whereabouts", "exile"},
                                                                           {"Whereabouts", "?"},
                                                                           {"Whereabouts", "not known"},
                                                                           {"Current whereabouts", "secret"}}));
    INFO(heading << ": " << text);
    const Fate fate = fateOf(heading, text);
    CHECK(fate.person.safetyLevel == QStringLiteral("careful"));
    CHECK(fate.person.place == QString());
    CHECK(fate.told.contains(QStringLiteral("speaks of danger")));
}

TEST_CASE("A place is kept as one, and is no reason to be careful", "[import][safety][beside]")
{
    const auto [heading, text, place] =
        GENERATE(table<const char*, const char*, const char*>({{"Location", "Nuku'alofa", "Nuku'alofa"},
                                                               {"City", "Arrest Bay", "Arrest Bay"},
                                                               {"Location", "unknown", ""},
                                                               {"Current location", "Mae Sot", "Mae Sot"},
                                                               {"Whereabouts", "Suva", ""},
                                                               {"Whereabouts", "", ""}}));
    INFO(heading << ": " << text);
    const Fate fate = fateOf(heading, text);
    CHECK(fate.person.safetyLevel == QStringLiteral("normal"));
    CHECK(fate.person.place == QString::fromUtf8(place));
}

TEST_CASE("A phone that others hold, or that is not to be called, is marked and a reason to be careful",
          "[import][safety][beside]")
{
    const auto [heading, text, phone] = GENERATE(
        table<const char*, const char*, const char*>({{"Remarks", "phone taken by police", "+67612345"},
                                                      {"Remarks", "Police took her phone", "+67612345"},
                                                      {"Remarks", "phone confiscated", "+67612345"},
                                                      {"Remarks", "phone seized in May", "+67612345"},
                                                      {"Remarks", "phone stolen", "+67612345"},
                                                      {"Remarks", "number compromised", "+67612345"},
                                                      {"Remarks", "do not call", "+67612345"},
                                                      {"Remarks", "Signal only", "+67612345"},
                                                      {"Remarks", "only via Signal", "+67612345"},
                                                      {"Country of work", "Tonga", "+67612345 (compromised)"},
                                                      {"Country of work", "Tonga", "+67612345 taken by police"},
                                                      {"Country of work", "Tonga", "+67612345 - confiscated"},
                                                      {"Country of work", "Tonga", "+67612345 do not call"},
                                                      {"Country of work", "Tonga", "+67612345 (Signal only)"},
                                                      {"Country of work", "Tonga", "Signal only: +67612345"}}));
    INFO(heading << ": " << text << ", " << phone);
    const Fate fate = fateOf(heading, text, phone);
    CHECK(fate.person.safetyLevel == QStringLiteral("careful"));
    REQUIRE(fate.contacts.size() == 1);
    CHECK((fate.contacts[0].doNotUse || !fate.person.safeChannel.isEmpty()));
    CHECK(fate.told.contains(QStringLiteral("careful")));
}

TEST_CASE("Other remarks on phones mark no number and change no safety", "[import][safety][beside]")
{
    const auto [heading, text, phone] = GENERATE(
        table<const char*, const char*, const char*>({{"Remarks", "prefers Signal", "+67612345"},
                                                      {"Remarks", "has a new phone", "+67612345"},
                                                      {"Remarks", "call after 6 pm", "+67612345"},
                                                      {"Remarks", "photo taken by Ana", "+67612345"},
                                                      {"Remarks", "took the phone interview", "+67612345"},
                                                      {"Country of work", "Tonga", "+67612345 (office)"},
                                                      {"Country of work", "Tonga", "+67612345 (evenings only)"},
                                                      {"Country of work", "Tonga", "Signal: +67612345"},
                                                      {"Country of work", "Tonga", "+67612345 (WhatsApp)"}}));
    INFO(heading << ": " << text << ", " << phone);
    const Fate fate = fateOf(heading, text, phone);
    CHECK(fate.person.safetyLevel == QStringLiteral("normal"));
    CHECK(fate.person.safeChannel == QString());
    REQUIRE(fate.contacts.size() == 1);
    CHECK_FALSE(fate.contacts[0].doNotUse);
}
