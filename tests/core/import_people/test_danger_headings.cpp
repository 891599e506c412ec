// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that ask about danger in words that no field has for its own.
#include "consent_helpers.h"

#include <import/import_mapping.h>
#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A heading that asks about danger is read as safety, and whatever is no clear no is careful",
          "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [heading, text, level] = GENERATE(
        table<const char*, const char*, const char*>({{"Threatened", "Yes", "at_risk"},
                                                      {"Threatened", "No", "normal"},
                                                      {"Threatened", "", "normal"},
                                                      {"Threatened?", "twice last year", "careful"},
                                                      {"Risk assessment", "High", "at_risk"},
                                                      {"Risk assessment", "pending", "careful"},
                                                      {"Security concerns", "yes - in hiding", "careful"},
                                                      {"Security concerns", "family under surveillance", "careful"},
                                                      {"Have you been threatened?", "Yes", "at_risk"},
                                                      {"Under surveillance", "x", "at_risk"},
                                                      {"Security situation", "No", "careful"},
                                                      {"High risk", "x", "at_risk"},
                                                      {"Risco", "sim", "at_risk"},
                                                      {"Ancaman", "ya", "at_risk"}}));
    INFO(heading << ": " << text);
    import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,Country,") + heading +
                                                            "\nDara,Sok,Tonga,\"" + text + "\"\n"));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).safetyLevel ==
          QString::fromLatin1(level));
}

TEST_CASE("A status or a remark that somebody is detained, missing or in hiding is a reason to be careful",
          "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [heading, text, isDanger] =
        GENERATE(table<const char*, const char*, bool>({{"Status", "Detained", true},
                                                        {"Remarks", "works in prison reform", false},
                                                        {"Remarks", "in prison monitoring", false},
                                                        {"Remarks", "disappeared for lunch", false},
                                                        {"Remarks", "in prison since May", true},
                                                        {"Status", "missing", true},
                                                        {"Status", "In hiding", true},
                                                        {"Status", "arrested 12 May", true},
                                                        {"Status", "Disappeared", true},
                                                        {"Status", "imprisoned", true},
                                                        {"Current status", "in prison in the north", true},
                                                        {"Situation", "wife says he was arrested", true},
                                                        {"Status", "ditahan", true},
                                                        {"Status", "desaparecida", true},
                                                        {"Status", "bị bắt", true},
                                                        {"Status", "ถูกจับกุม", true},
                                                        {"Status", "被捕", true},
                                                        {"Status", "awaiting trial", true},
                                                        {"Status", "underground", true},
                                                        {"Status", "on remand", true},
                                                        {"Status", "presumed dead", true},
                                                        {"Status", "blacklisted", true},
                                                        {"Remarks", "Awaiting trial since May", true},
                                                        {"Remarks", "has gone underground", true},
                                                        {"Remarks", "under surveillance", true},
                                                        {"Remarks", "charged with sedition", true},
                                                        {"Remarks", "AT RISK", true},
                                                        {"Remarks", "HRD at risk", true},
                                                        {"Remarks", "high risk", true},
                                                        {"Flag", "AT RISK", true},
                                                        {"Remarks", "receives threats", true},
                                                        {"Remarks", "arrest warrant out", true},
                                                        {"Remarks", "in a safe house", true},
                                                        {"Remarks", "whereabouts unknown", true},
                                                        {"Remarks", "women at risk", false},
                                                        {"Remarks", "at risk of losing her job", false},
                                                        {"Remarks", "works with children at risk", false},
                                                        {"Remarks", "underground mine worker", false},
                                                        {"Remarks", "works in the underground press", false},
                                                        {"Remarks", "charged with catering", false},
                                                        {"Remarks", "phone charged", false},
                                                        {"Status", "never arrested", false},
                                                        {"Status", "Active", false},
                                                        {"Status", "Busy", false},
                                                        {"Remarks", "Detained since May", true},
                                                        {"Remarks", "She was arrested in 2021 and is out again", true},
                                                        {"Remarks", "in hiding", true},
                                                        {"Remarks", "失踪", true},
                                                        {"Remarks", "Documents cases of missing persons", false},
                                                        {"Remarks", "Works with detained migrants", false},
                                                        {"Remarks", "Photo missing", false},
                                                        {"Remarks", "Passport copy is missing", false}}));
    INFO(heading << ": " << text);
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,Country,") + heading +
                                                                "\nDara,Sok,Tonga,\"" + text + "\"\n"));
    CHECK(personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok")).safetyLevel ==
          (isDanger ? QStringLiteral("careful") : QStringLiteral("normal")));
    CHECK(fatesOf(plan).join(QString()).contains(QStringLiteral("speaks of danger")) == isDanger);
}

TEST_CASE("A heading that speaks of danger and asks for something else is told", "[import][safety][mapping]")
{
    const FreshStore store;
    const QString heading =
        QString::fromUtf8(GENERATE(values<const char*>({"Not at risk", "No security concerns", "Security training",
                                                        "Disaster risk reduction", "Threats to the land"})));
    INFO(heading.toStdString());
    const ImportMapping mapping =
        recogniseMapping({{1, {QStringLiteral("Name"), QStringLiteral("Country"), heading}},
                          {2, {QStringLiteral("Dara Sok"), QStringLiteral("Tonga"), QStringLiteral("Yes")}}},
                         ImportWords(*store.store));
    CHECK(mapping.columns[2].target == QStringLiteral("notes"));
    CHECK(mappingRemarks(mapping).join(QString()).contains(QStringLiteral("before anybody in this list is named")));
}

TEST_CASE("A status or a remark that says nothing but that somebody has died makes them deceased", "[import][safety]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [heading, text, isDead] =
        GENERATE(table<const char*, const char*, bool>({{"Status", "Killed", true},
                                                        {"Remarks", "died in the first round", false},
                                                        {"Status", "killed in 2019", true},
                                                        {"Status", "d. 2015", true},
                                                        {"Status", "† 2015", true},
                                                        {"Status", "In memoriam", true},
                                                        {"Status", "R.I.P.", true},
                                                        {"Status", "almarhum", true},
                                                        {"Status", "đã mất", true},
                                                        {"Status", "身亡", true},
                                                        {"Remarks", "Killed in 2019", true},
                                                        {"Remarks", "d. 2015", true},
                                                        {"Remarks", "passed away in May", true},
                                                        {"Remarks", "He was killed in 2019", true},
                                                        {"Status", "Late", false},
                                                        {"Attendance", "Late", false},
                                                        {"Status", "presumed dead", false},
                                                        {"Status", "killed?", false},
                                                        {"Father's status", "deceased", false},
                                                        {"Husband", "died 2015", false},
                                                        {"Remarks", "her husband died", false},
                                                        {"Remarks", "父亲去世", false},
                                                        {"Remarks", "documents killings", false},
                                                        {"Remarks", "Late", false}}));
    INFO(heading << ": " << text);
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Given name,Family name,Country,\"") + heading +
                                                                "\"\nDara,Sok,Tonga,\"" + text + "\"\n"));
    const Person dara = personCalled(*store, QStringLiteral("Dara"), QStringLiteral("Sok"));
    CHECK((dara.status == QStringLiteral("deceased")) == isDead);
    CHECK((dara.notes.contains(QString::fromUtf8(text)) || text == std::string("In memoriam")));
}
