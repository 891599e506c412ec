// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of people at risk and their log out of a spreadsheet: about people who are known, and told where that is not
// so.
#include "record_helpers.h"

#include <records/cases.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct CaseSheets : FreshStore {
    SheetFiles files;
    SmallWorld world{*store};

    RecordImportPlan cases(const QByteArray& content, const RecordImportOptions& options = {})
    {
        return importRecords(*store, Entity::RiskCase, files.write(t("cases.csv"), content), options);
    }
    RecordImportPlan log(const QByteArray& content, const RecordImportOptions& options = {})
    {
        return importRecords(*store, Entity::CaseEntry, files.write(t("log.csv"), content), options);
    }
    RiskCase opened(Id<Person> person, QDate on, QDate closed = {})
    {
        RiskCase one;
        one.person = person;
        one.opened = on;
        one.closed = closed;
        one.id = add(*store, one);
        return one;
    }
};
} // namespace

TEST_CASE("Cases come in from a list with headings of its own, as one change that is undone", "[record-import][cases]")
{
    CaseSheets own;
    const RecordImportPlan plan =
        own.cases("Name,Case opened,Risk level,Incident,Safe channel,Partners,Review,Shoe size\n"
                  "Dara Sok,2026-05-01,Urgent,Was followed,Signal only,River Forum,2026-06-10,41\n"
                  "Maria Santos,1 May 2026,,House was searched,,,,\n");
    CHECK(countsOf(plan) == t("rows 2: 2 new, 0 updated, 0 unchanged, 0 rejected"));
    CHECK(plan.rows()[0].name == t("Dara Sok – 2026-05-01"));
    const auto cases = all<RiskCase>(*own.store);
    REQUIRE(cases.size() == 2);
    CHECK(cases[0].person == own.world.dara);
    CHECK(cases[0].opened == QDate(2026, 5, 1));
    CHECK(cases[0].level == t("acute"));
    CHECK(cases[0].whatHappened == t("Was followed\nShoe size: 41")); // nothing is lost, and it stays restricted
    CHECK(cases[0].safeChannel == t("Signal only"));
    CHECK(cases[0].partners == t("River Forum"));
    CHECK(cases[0].nextReview == QDate(2026, 6, 10));
    CHECK(cases[1].level == t("serious"));
    // The same file once more adds nothing.
    const RecordImportPlan again =
        own.cases("Name,Case opened,Risk level,Incident\nDara Sok,2026-05-01,Urgent,Was followed\n");
    CHECK(countsOf(again) == t("rows 1: 0 new, 0 updated, 1 unchanged, 0 rejected"));
    REQUIRE_OK(own.store->undo());
    CHECK(all<RiskCase>(*own.store).empty());
}

TEST_CASE("A case of somebody who is not known or not clear is told and never made, also where others are",
          "[record-import][cases]")
{
    CaseSheets own;
    addPerson(*own.store, t("Dara"), t("Sok"), t("TH"));
    const RecordImportPlan plan = own.cases("Name,Opened\nNobody Atall,2026-05-01\nDara Sok,2026-05-01\n,2026-05-01\n"
                                            "Maria Santos,\n",
                                            {MatchPolicy::Fill, true});
    CHECK(countsOf(plan) == t("rows 4: 0 new, 0 updated, 0 unchanged, 4 rejected"));
    CHECK(fatesOf(plan)[0].contains(t("Nobody called “Nobody Atall” is known.")));
    CHECK(fatesOf(plan)[1].contains(t("2 people are called “Dara Sok”")));
    CHECK(fatesOf(plan)[2].contains(t("Person is missing.")));
    CHECK(fatesOf(plan)[3].contains(t("Opened on is missing.")));
    CHECK(all<RiskCase>(*own.store).empty());
    CHECK(all<Person>(*own.store).size() == 3);
}

TEST_CASE("A level that is not understood counts as the highest, and is told", "[record-import][cases][safety]")
{
    CaseSheets own;
    const RecordImportPlan plan = own.cases("Name,Opened,Level\nDara Sok,2026-05-01,orange\n"
                                            "Maria Santos,2026-05-01,low\nMaria Santos,2026-05-02,no\n");
    const auto cases = all<RiskCase>(*own.store);
    REQUIRE(cases.size() == 3);
    CHECK(cases[0].level == t("acute"));
    CHECK(cases[0].whatHappened == t("Level: orange"));
    CHECK(cases[1].level == t("watch"));
    CHECK(cases[2].level == t("acute"));
    CHECK(fatesOf(plan)[0] ==
          t("2 new Dara Sok – 2026-05-01: Not known yet. | “orange” in “Level” was not understood; it "
            "was kept under “What happened”. | “Level” counts as “Acute”."));
}

TEST_CASE("What a case cannot say is rejected with a sentence", "[record-import][cases]")
{
    CaseSheets own;
    const RecordImportPlan plan = own.cases("Name,Opened,Review,Closed\nDara Sok,1026-05-01,,\n"
                                            "Dara Sok,2999-05-01,,\nDara Sok,2026-05-01,2026-04-01,\n"
                                            "Dara Sok,2026-05-01,,2026-04-01\n"
                                            "Dara Sok,2026-05-01,2026-05-20,2026-05-10\n");
    CHECK(countsOf(plan) == t("rows 5: 0 new, 0 updated, 0 unchanged, 5 rejected"));
    CHECK(fatesOf(plan)[0].contains(t("is too far away: look at the year.")));
    CHECK(fatesOf(plan)[1].contains(t("1 May 2999 is still to come")));
    CHECK(fatesOf(plan)[2].contains(t("cannot be reviewed on 1 Apr 2026")));
    CHECK(fatesOf(plan)[3].contains(t("cannot be closed on 1 Apr 2026")));
    CHECK(fatesOf(plan)[4].contains(t("is not reviewed again on 20 May 2026")));
}

TEST_CASE("Entries of the log find the case by the person, and by the day where there are several",
          "[record-import][cases]")
{
    CaseSheets own;
    const RiskCase old = own.opened(own.world.dara, QDate(2025, 1, 10), QDate(2025, 3, 1));
    const RiskCase open = own.opened(own.world.dara, QDate(2026, 5, 1));
    own.opened(own.world.maria, QDate(2026, 5, 1));
    own.opened(own.world.maria, QDate(2026, 5, 3));
    const RecordImportPlan plan = own.log("Person,Case opened,Date,Kind,Support,Amount,Currency,Note\n"
                                          "Dara Sok,,2026-05-02,Granted,Legal,\"EUR 1,200.50\",,For a lawyer\n"
                                          "Dara Sok,10 January 2025,2025-01-12,Asked,Relocation,\"1.200,50 €\",EUR,\n"
                                          "Maria Santos,,2026-05-04,,,,,Called\n"
                                          "Maria Santos,2026-05-03,2026-05-04,,,,,Called\n"
                                          "Maria Santos,2026-05-09,2026-05-10,,,,,Called\n"
                                          "Nobody Atall,,2026-05-04,,,,,Called\n,,2026-05-04,,,,,Called\n");
    CHECK(countsOf(plan) == t("rows 7: 3 new, 0 updated, 0 unchanged, 4 rejected"));
    const QStringList fates = fatesOf(plan);
    CHECK(fates[0] == t("2 new Dara Sok – 2026-05-02: Not known yet."));
    CHECK(fates[2].contains(t("2 cases fit this row: say which by the person, the day on which it was opened")));
    CHECK(fates[4].contains(t("There is no case that was opened on “2026-05-09”.")));
    CHECK(fates[5].contains(t("Nobody called “Nobody Atall” is known.")));
    CHECK(fates[6].contains(t("This row does not say whose case it belongs to.")));
    const auto entries = all<CaseEntry>(*own.store);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].riskCase == open.id);
    CHECK(entries[0].kind == t("support_given"));
    CHECK(entries[0].support == t("legal"));
    CHECK(entries[0].amount == 1200.5);
    CHECK(entries[0].currency == t("EUR"));
    CHECK(entries[0].note == t("For a lawyer"));
    CHECK(entries[1].riskCase == old.id);
    CHECK(entries[1].amount == 1200.5);
    CHECK(entries[1].currency == t("EUR"));
}

TEST_CASE("An amount without a currency, with two, with none that exists or below zero is told",
          "[record-import][cases]")
{
    CaseSheets own;
    own.opened(own.world.dara, QDate(2026, 5, 1));
    const RecordImportPlan plan = own.log("Name,Date,Amount,Currency\nDara Sok,2026-05-02,500,\n"
                                          "Dara Sok,2026-05-02,$ 500,\nDara Sok,2026-05-02,EUR 500,USD\n"
                                          "Dara Sok,2026-05-02,500,XYZ\nDara Sok,2026-05-02,-500,EUR\n"
                                          "Dara Sok,2026-05-02,500,€\nDara Sok,2026-05-03,$ 500,usd\n"
                                          "Dara Sok,2026-05-04,about 500 dollars,\n");
    CHECK(countsOf(plan) == t("rows 8: 3 new, 0 updated, 0 unchanged, 5 rejected"));
    const QStringList fates = fatesOf(plan);
    for (const int row : {0, 1})
        CHECK(fates[row].contains(t("An amount needs its currency: write its three letters, as in AUD.")));
    CHECK(fates[2].contains(t("The amount of this row is in “EUR” and in “USD”: say which it is.")));
    CHECK(fates[3].contains(t("“XYZ” is no currency")));
    CHECK(fates[4].contains(t("An amount is not below zero")));
    const auto entries = all<CaseEntry>(*own.store);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].currency == t("EUR"));
    CHECK(entries[1].currency == t("USD"));
    CHECK(entries[1].amount == 500);
    CHECK_FALSE(entries[2].amount);
    CHECK(entries[2].note == t("Amount: about 500 dollars"));
}

TEST_CASE("An amount that can mean thousands or decimals is asked and not taken", "[record-import][cases]")
{
    CaseSheets own;
    own.opened(own.world.dara, QDate(2026, 5, 1));
    const RecordImportPlan plan = own.log("Name,Date,Amount,Currency\nDara Sok,2026-05-02,1.200,USD\n"
                                          "Dara Sok,2026-05-03,\"1,200\",USD\nDara Sok,2026-05-04,1.200 USD,\n"
                                          "Dara Sok,2026-05-05,KWD 1.250,\nDara Sok,2026-05-06,EUR 1.2345,\n"
                                          "Dara Sok,2026-05-07,\"Rp 1.200.000,-\",\nDara Sok,2026-05-08,¥1.200,JPY\n"
                                          "Dara Sok,2026-05-09,JPY 1.200,\nDara Sok,2026-05-10,1234.567,EUR\n");
    CHECK(countsOf(plan) == t("rows 9: 8 new, 0 updated, 0 unchanged, 1 rejected"));
    const QStringList said{t("“1.200” can mean 1200 or 1.2"), t("“1,200” can mean 1200 or 1.2"),
                           t("“1.200 USD” can mean 1200 or 1.2"), t("“KWD 1.250” can mean 1250 or 1.25"),
                           t("“1.2345” has more decimals than amounts in EUR have: write 1.23, for example.")};
    for (qsizetype i = 0; i < said.size(); ++i)
        CHECK(fatesOf(plan)[i].contains(said[i]));
    CHECK(fatesOf(plan)[8].contains(t("has more decimals than amounts in EUR have")));
    const auto entries = all<CaseEntry>(*own.store);
    REQUIRE(entries.size() == 8);
    for (size_t i = 0; i < 5; ++i)
        CHECK_FALSE(entries[i].amount);
    CHECK(entries[0].note == t("Amount: 1.200"));
    CHECK(entries[3].note == t("Amount: KWD 1.250"));
    CHECK(entries[5].amount == 1'200'000);
    CHECK(entries[5].currency == t("IDR"));
    CHECK_FALSE(entries[6].amount);   // the sign alone does not say whose it is
    CHECK(entries[7].amount == 1200); // no yen has decimals
}

TEST_CASE("A case whose name and e-mail are not one person's is held back", "[record-import][cases]")
{
    CaseSheets own;
    const RecordImportPlan plan = own.cases("Name,Email,Opened\nDara Sok,maria@example.org,2026-05-01\n"
                                            "Dara Sok,nobody@example.org,2026-05-01\n"
                                            "Maria Santos,maria@example.org,2026-05-01\nDara Sok,,2026-05-03\n");
    CHECK(countsOf(plan) == t("rows 4: 2 new, 0 updated, 0 unchanged, 2 rejected"));
    CHECK(fatesOf(plan)[0].contains(t("The e-mail or phone belongs to Maria Santos, who has another name. Say who is "
                                      "meant by the record, or correct the row.")));
    CHECK(fatesOf(plan)[1].contains(t("Dara Sok was found by name alone: the e-mail or phone of this row is not "
                                      "theirs yet. Say who is meant by the record, or correct the row.")));
    const auto cases = all<RiskCase>(*own.store);
    REQUIRE(cases.size() == 2);
    CHECK(cases[0].person == own.world.maria);
    CHECK(cases[1].opened == QDate(2026, 5, 3));
}

TEST_CASE("An entry of the log whose name and e-mail are not one person's is held back", "[record-import][cases]")
{
    CaseSheets own;
    own.opened(own.world.dara, QDate(2026, 5, 1));
    const RecordImportPlan plan = own.log("Name,Email,Date,Note\nDara Sok,maria@example.org,2026-05-02,Called\n");
    CHECK(countsOf(plan) == t("rows 1: 0 new, 0 updated, 0 unchanged, 1 rejected"));
    CHECK(fatesOf(plan)[0].contains(t("belongs to Maria Santos, who has another name.")));
    CHECK(all<CaseEntry>(*own.store).empty());
}

TEST_CASE("Several entries of one day stay apart, and the same list adds none of them twice", "[record-import][cases]")
{
    CaseSheets own;
    own.opened(own.world.dara, QDate(2026, 5, 1));
    const QByteArray list = "Name,Date,Note\nDara Sok,2026-05-02,Called her\nDara Sok,2026-05-02,Called a lawyer\n";
    CHECK(countsOf(own.log(list)) == t("rows 2: 2 new, 0 updated, 0 unchanged, 0 rejected"));
    CHECK(countsOf(own.log(list)) == t("rows 2: 0 new, 0 updated, 2 unchanged, 0 rejected"));
    CHECK(all<CaseEntry>(*own.store).size() == 2);
}

TEST_CASE("What a list says otherwise of a case is told without its words", "[record-import][cases]")
{
    CaseSheets own;
    own.cases("Name,Opened,Safe channel\nDara Sok,2026-05-01,Signal only\n");
    const RecordImportPlan plan = own.cases("Name,Opened,Safe channel\nDara Sok,2026-05-01,Her sister\n");
    CHECK(fatesOf(plan)[0].contains(t("Safe way to reach stays as it is known; the file says “…”.")));
}

TEST_CASE("A list is not taken for one of cases unless somebody says so", "[record-import][cases]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportWords words(*store);
    const auto proposed = [&](const char* name, const QByteArray& content, std::optional<Entity> preferred = {}) {
        const auto preview = previewSheet(*store, files.write(t(name), content));
        REQUIRE_OK(preview);
        return proposeImportType(preview->rows, t(name), words, preferred);
    };
    const QByteArray list = "Name,Opened on,Level,What happened,Date,Kind,Support\nDara Sok,2026-05-01,High,x,,,\n";
    CHECK_FALSE(recordType(proposed("a.csv", list)).isRestricted());
    CHECK(proposed("cases.csv", list) == Entity::RiskCase);
    CHECK(proposed("a.csv", list, Entity::RiskCase) == Entity::RiskCase);
    CHECK(importableTypeFromText(t("cases")) == Entity::RiskCase);
    CHECK(importableTypeFromText(t("case-log")) == Entity::CaseEntry);
}
