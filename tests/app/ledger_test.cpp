// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves without passing the gate is in the ledger all the same.
#include "cli_run.h"
#include "small_file.h"

#include <records/reports.h>
#include <storage/store.h>
#include <support/catch.h>

#include <QFile>

using namespace dtp;
using namespace dtp::test;

namespace
{
// "What | audience | to whom | file | named", the oldest first.
QStringList ledgerOf(const QString& database)
{
    const Environment environment;
    const auto store = Store::open(database, environment, OpenMode::ReadOnly);
    REQUIRE_OK(store);
    const auto entries = (*store)->find<Disclosure>(Where().orderBy("id"));
    REQUIRE_OK(entries);
    QStringList lines;
    for (const Disclosure& entry : *entries)
        lines.append(
            QStringList{entry.what, entry.audience, entry.recipient, entry.file, QString::number(entry.named)}.join(
                QStringLiteral(" | ")));
    return lines;
}
} // namespace

TEST_CASE("The lists beside an import are in the ledger, and those of a trial are not", "[cli][import][ledger]")
{
    const ClosedFile file;
    const QString list = file.path("people.csv");
    QFile rows(list);
    REQUIRE(rows.open(QIODevice::WriteOnly));
    rows.write("Given name,Family name,Gender\nDara,Sok,f\n,,f\n");
    rows.close();
    const QStringList import{file.database(),           text("import"), text("people"),      list, text("--rejects"),
                             file.path("rejected.csv"), text("--log"),  file.path("log.csv")};
    const QStringList before = ledgerOf(file.database());
    REQUIRE(cli(import + QStringList{text("--dry-run")}).code == 0);
    CHECK(ledgerOf(file.database()) == before);
    REQUIRE(cli(import).code == 0);
    CHECK(ledgerOf(file.database()).mid(before.size()) ==
          QStringList{text("List beside the import of people.csv | internal |  | rejected.csv | 1"),
                      text("List beside the import of people.csv | internal |  | log.csv | 2")});

    // What cannot be written is no entry.
    const QStringList after = ledgerOf(file.database());
    CHECK(cli({file.database(), text("import"), text("people"), list, text("--log"), file.path("nowhere/log.csv")})
              .code == 1);
    CHECK(ledgerOf(file.database()) == after);
}

TEST_CASE("A copy of the whole file that is handed on is in the ledger, with who got it", "[cli][backup][ledger]")
{
    const ClosedFile file;
    const QStringList before = ledgerOf(file.database());
    const QString copy = file.path("copy.dtp");
    REQUIRE(cli({file.database(), text("backup"), copy}).code == 0);
    CHECK(ledgerOf(file.database()) == before); // it stays with whoever has the file
    REQUIRE(cli({file.database(), text("backup"), copy, text("--given-to"), text("Suva office")}).code == 0);
    const QStringList entries = ledgerOf(file.database()).mid(before.size());
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().startsWith(text("The whole file, as a backup | internal | Suva office | copy.dtp | ")));
    // The copy knows of itself, and does not take it for something that was broken off.
    REQUIRE_OK(Store::open(copy, Environment()));
    CHECK(ledgerOf(copy) == ledgerOf(file.database()));
}

TEST_CASE("What another program reads of a search as JSON is in the ledger, and a search alone is not",
          "[cli][ledger]")
{
    const ClosedFile file;
    const QStringList before = ledgerOf(file.database());
    REQUIRE(cli({file.database(), text("search"), text("")}).code == 0);
    CHECK(cli({text("--json"), file.database(), text("search"), text("--columns"), text("nonsense"), text("")}).code ==
          2);
    CHECK(ledgerOf(file.database()) == before);
    REQUIRE(cli({text("--json"), file.database(), text("search"), text("")}).code == 0);
    const QStringList entered = ledgerOf(file.database()).mid(before.size());
    const Environment environment;
    const auto open = Store::open(file.database(), environment);
    REQUIRE_OK(open);
    const auto people = (*open)->count(Entity::Person);
    REQUIRE_OK(people);
    CHECK(entered == QStringList{text("Search as JSON: people | internal |  | standard output | %1").arg(*people)});

    // Nothing is printed that cannot be entered: another program has the file open.
    const CliRun refused = cli({text("--json"), file.database(), text("search"), text("")});
    CHECK(refused.code == 1);
    CHECK(refused.out.isEmpty());
    CHECK(refused.err.startsWith(text("Nothing was printed: what other programs read is entered in the list of what "
                                      "left, and that could not be done. ")));
}
