// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of people at risk and their log on the command line: brought in from a list, corrected and removed.
#include "../core/sheets/sheet_files.h"
#include "small_file.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
struct FileWithCase : ClosedFile {
    SheetFiles files;
    QString key; // of the entry in the log

    FileWithCase()
    {
        CHECK(imported("cases", "Name,Opened,Level,Incident\nDara Sok,2026-05-01,High,Was followed\n")
                  .startsWith(text("Import 1 case from list.csv\n")));
        CHECK(imported("case-log", "Name,Date,Kind,Amount,Note\nDara Sok,2026-05-02,Granted,\"1.200,50 €\",A lawyer\n")
                  .startsWith(text("Import 1 case log entry from list.csv\n")));
        key = entries().first().toObject()[text("id")].toVariant().toString();
    }
    QString imported(const char* type, const QByteArray& list) const
    {
        const CliRun done = run({text("import"), text(type), files.write(text("list.csv"), list)});
        CHECK(done.code == 0);
        return done.out;
    }
    QJsonArray entries() const
    {
        return json({text("search"), text("--in"), text("case log entries"), text("case:any")}).json().array();
    }
};
} // namespace

TEST_CASE("Cases and their log are brought in from lists, and only people who are known have one", "[cli][cases]")
{
    const FileWithCase file;
    const CliRun unknown =
        file.run({text("import"), text("cases"), file.files.write(text("b.csv"), "Name,Opened\nNobody,2026-05-01\n"),
                  text("--create")});
    CHECK(unknown.out.contains(text("Row 2 was rejected: Nobody called “Nobody” is known.")));
    const CliRun cases = file.run({text("search"), text("--in"), text("cases"), text("person:Dara")});
    CHECK(cases.out.contains(text("2026-05-01")));
    CHECK(cases.out.contains(text("Acute")));
    CHECK_FALSE(cases.out.contains(text("Dara"))); // the screen is read over shoulders
    CHECK_FALSE(cases.out.contains(text("followed")));
    CHECK(file.json({text("search"), text("dara")}).json().array().size() == 1);
}

TEST_CASE("No column, order or group of a search shows what is covered of a case", "[cli][cases]")
{
    const FileWithCase file;
    const auto search = [&](const char* option, const char* key) {
        return file.run({text("search"), QString(), text("--in"), text("cases"), text(option), text(key)});
    };
    for (const char* option : {"--columns", "--sort", "--group"}) {
        const CliRun refused = search(option, "person_id");
        CHECK(refused.code != 0);
        CHECK(refused.out.isEmpty());
        CHECK(refused.err.contains(text("“person_id” is covered on screen and not shown here")));
    }
    CHECK(search("--columns", "opened_on,what_happened").code != 0);
    CHECK(search("--columns", "level").code == 0);
}

TEST_CASE("An entry in the log of a case is corrected and removed, with both in the history", "[cli][cases]")
{
    const FileWithCase file;
    REQUIRE(file.entries().size() == 1);
    const auto set = [&](const char* value) {
        return file.run({text("do"), text("set"), text("case log entries"), file.key, text(value)});
    };
    CHECK(set("amount=900").out == text("Set “Amount” of 2 May 2026.\n"));
    CHECK(set("note=Another lawyer").code == 0);
    CHECK(set("amount=-1").err.startsWith(text("An amount is not below zero")));
    CHECK(set("currency=").err.startsWith(text("An amount needs its currency")));
    CHECK(set("date=2999-01-01").code == 1);
    const QJsonObject entry = file.entries().first().toObject();
    CHECK(entry[text("amount")].toDouble() == 900);
    CHECK(entry[text("kind")] == text("support_given"));
    CHECK(file.run({text("history")}).out.contains(text("Set “Amount” of 2 May 2026")));
    CHECK(file.run({text("do"), text("remove"), text("case log entries"), file.key}).code == 0);
    CHECK(file.entries().isEmpty());
    CHECK(file.run({text("history")}).out.contains(text("Delete case log entry 2 May 2026")));
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(file.entries().size() == 1);
}

TEST_CASE("An amount in the log of a case is read as imports read it, with its currency", "[cli][cases]")
{
    const FileWithCase file;
    const QString key = file.json({text("search"), text("--in"), text("cases"), text("person:Dara")})
                            .json()
                            .array()
                            .first()
                            .toObject()[text("id")]
                            .toVariant()
                            .toString();
    const auto log = [&](const QStringList& told) {
        return file.run(QStringList{text("do"), text("log-case"), text("cases"), key, text("kind=Support given")} +
                        told);
    };
    const auto found = [&](const char* query) {
        return file.json({text("search"), text("--in"), text("case log entries"), text(query)}).json().array().size();
    };
    CHECK(log({text("amount=EUR 1.200")}).err.startsWith(text("“EUR 1.200” can mean 1200 or 1.2")));
    CHECK(log({text("amount=1,200"), text("currency=EUR")}).err.startsWith(text("“1,200” can mean 1200 or 1.2")));
    CHECK(log({text("amount=1.2345"), text("currency=EUR")}).err.startsWith(text("“1.2345” has more decimals")));
    CHECK(log({text("amount=1.25"), text("currency=JPY")})
              .err.startsWith(text("“1.25” has more decimals than amounts "
                                   "in JPY have: write 1, for example.")));
    CHECK(log({text("amount=EUR 12"), text("currency=USD")}).err.startsWith(text("“EUR 12” says a currency as well")));
    CHECK(file.entries().size() == 1);
    CHECK(log({text("amount=Rp 1.200.000,-")}).code == 0);
    CHECK(found("amount:1200000 currency:IDR") == 1);
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(log({text("amount=1.200,50"), text("currency=EUR")}).code == 0);
    CHECK(found("amount:1200.5 currency:EUR") == 2); // with the one from the list
}
