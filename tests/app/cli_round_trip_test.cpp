// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_run.h"

#include <records/programs.h>
#include <support/fresh_store.h>

#include <QTemporaryDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int people = 400;

// A sample file of its own for each test, made once.
QString sampleIn(const QTemporaryDir& folder)
{
    static const QTemporaryDir kept;
    const QString original = kept.filePath(text("sample.dtp"));
    if (!QFile::exists(original)) {
        const CliRun made = cli(
            {text("--json"), original, text("create"), text("--sample"), text("--people"), QString::number(people)});
        REQUIRE(made.code == 0);
        REQUIRE(made.json().object().value(text("people")).toInteger() == people);
    }
    const QString copy = folder.filePath(text("sample.dtp"));
    REQUIRE(QFile::copy(original, copy));
    return copy;
}
} // namespace

TEST_CASE("What is exported and imported again changes nothing", "[cli][roundtrip]")
{
    const QTemporaryDir folder;
    const QString database = sampleIn(folder);
    const QJsonObject before = cli({text("--json"), database, text("stats")}).json().object();
    for (const char* name : {"all.csv", "all.xlsx"}) {
        const QString file = folder.filePath(text(name));
        REQUIRE(cli({database, text("export"), text("people"), file}).code == 0);
        for (const char* policy : {"skip", "fill", "update"}) {
            const QString log = folder.filePath(text("log.csv"));
            const CliRun run = cli({text("--json"), database, text("import"), text("people"), file, text("--match"),
                                    text(policy), text("--log"), log});
            INFO(name << ' ' << policy << ' ' << run.out.toStdString() << run.err.toStdString());
            REQUIRE(run.code == 0);
            const QJsonObject counts = run.json().object();
            CHECK(counts.value(text("rows")).toInteger() == people);
            CHECK(counts.value(text("unchanged")).toInteger() == people);
            CHECK(counts.value(text("new")).toInteger() == 0);
            CHECK(counts.value(text("joined")).toInteger() == 0);
            CHECK(counts.value(text("rejected")).toInteger() == 0);
            CHECK(counts.value(text("not_understood")).toInteger() == 0);
            const QByteArray lines = contentOfFile(log);
            for (const QByteArray& line : lines.split('\n')) {
                if (line.contains("joined") || line.contains("new,"))
                    WARN(line.toStdString());
            }
        }
    }
    QJsonObject after = cli({text("--json"), database, text("stats")}).json().object();
    // Of two exports and of the logs of six imports.
    CHECK(after.value(text("disclosures")).toInteger() == before.value(text("disclosures")).toInteger() + 2 + 6);
    after[text("disclosures")] = before.value(text("disclosures"));
    CHECK(after == before);
    CHECK(cli({database, text("undo")}).code == 1); // there was no change
}

TEST_CASE("Awkward names and texts come back as they were", "[cli][roundtrip]")
{
    FreshStore store;
    Person person;
    person.givenName = text("Dara, the elder");
    person.familyName = text("O'Sok; Chan");
    person.ownScriptName = text("សុខ ដារ៉ា");
    person.pronouns = text("she/her");
    person.place = text("=Phnom Penh");
    person.identity = text("-");
    person.safeChannel = text("'quoted' \"twice\"");
    person.notes = text("First line\n\n=SUM(A1)\n@home; +1\n  indented");
    const auto insertAll = [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(person));
        const auto contact = [&](const char* kind, const char* value) {
            ContactPoint point;
            point.person = person.id;
            point.kind = text(kind);
            point.value = text(value);
            return writer.insert(point);
        };
        DTP_CHECK(contact("email", "dara@example.org"));
        DTP_CHECK(contact("email", "dara.sok@example.com"));
        DTP_CHECK(contact("phone", "+855 12 345 678"));
        DTP_CHECK(contact("phone", "023 211 612"));
        DTP_CHECK(contact("post", "House 1, Street 2;\nPhnom Penh"));
        DTP_CHECK(contact("website", "https://example.org/?a=1;b=2"));
        DTP_CHECK(contact("social", "@dara"));
        Organisation organisation;
        organisation.name = text("Land Rights; Battambang | Kep");
        DTP_CHECK(writer.insert(organisation));
        Affiliation affiliation;
        affiliation.person = person.id;
        affiliation.organisation = organisation.id;
        affiliation.role = text("Director; founder, and driver");
        DTP_CHECK(writer.insert(affiliation));
        AlternateName other;
        other.person = person.id;
        other.name = text("Bopha; Chan");
        DTP_CHECK(writer.insert(other));
        ProgramEdition edition;
        edition.title = text("Rights; Remedies | 1997, Kep");
        DTP_CHECK(writer.insert(edition));
        Participation participation;
        participation.person = person.id;
        participation.edition = edition.id;
        DTP_CHECK(writer.insert(participation));
        Network network;
        network.name = text("Rivers, Lakes; and Seas");
        DTP_CHECK(writer.insert(network));
        Membership membership;
        membership.person = person.id;
        membership.network = network.id;
        DTP_CHECK(writer.insert(membership));
        return {};
    };
    REQUIRE_OK(store->change(text("Add"), insertAll));
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE_OK(store->backupTo(database));
    for (const char* name : {"all.csv", "all.xlsx"}) {
        const QString file = folder.filePath(text(name));
        const QString log = folder.filePath(text("log.csv"));
        REQUIRE(cli({database, text("export"), text("people"), file}).code == 0);
        const CliRun run = cli({text("--json"), database, text("import"), text("people"), file, text("--match"),
                                text("update"), text("--log"), log});
        INFO(name << ' ' << run.out.toStdString() << contentOfFile(log).toStdString());
        CHECK(run.json().object().value(text("unchanged")).toInteger() == 1);
    }
}

TEST_CASE("People of several organisations are exported with all of them, and come back as they were",
          "[cli][roundtrip][affiliation]")
{
    struct Work {
        const char* organisation;
        const char* role;
        const char* sector;
        int from;
        int to;
    };
    // Each is one person. Roles and sectors are missing at every place of the lists.
    const std::vector<std::vector<Work>> people = {
        {{"Yayasan Terang", "", "", 0, 0}, {"Jaringan Buruh", "", "", 0, 0}},
        {{"Yayasan Terang", "Director", "ngo", 0, 0}, {"Jaringan Buruh", "Member", "", 0, 0}},
        {{"Yayasan Terang", "", "", 2010, 0}, {"Jaringan Buruh", "Member", "trade_union", 2012, 0}},
        {{"Yayasan Terang", "Member", "ngo", 2010, 0}, {"Jaringan Buruh", "", "", 2012, 0}},
        {{"Yayasan Terang", "Director; founder", "", 2012, 0}, {"Serikat; Tani", "", "own word", 2010, 0}},
        {{"Yayasan Terang", "", "ngo", 2012, 0}, {"Yayasan Terang", "Member", "", 2010, 0}},
        {{"Yayasan Terang", "Clerk", "", 2001, 2003}, {"Yayasan Terang", "Clerk", "ngo", 2010, 0}},
        {{"Yayasan Terang", "A", "", 2003, 0}, {"Jaringan Buruh", "", "ngo", 2002, 0}, {"Third", "C", "", 2001, 0}},
        {{"Yayasan Terang", "A", "ngo", 2003, 0}, {"Jaringan Buruh", "B", "ngo", 2002, 0}, {"Third", "", "", 2001, 0}},
    };
    FreshStore store;
    REQUIRE_OK(store->change(text("Add"), [&](ChangeWriter& writer) -> Result<> {
        QHash<QString, Id<Organisation>> organisations;
        for (size_t i = 0; i < people.size(); ++i) {
            Person person;
            person.givenName = text("Somebody");
            person.familyName = QString(QLatin1Char(static_cast<char>('A' + i))) + text("wijaya");
            DTP_CHECK(writer.insert(person));
            for (const Work& work : people[i]) {
                Organisation organisation;
                organisation.name = text(work.organisation);
                if (!organisations.contains(organisation.name)) {
                    DTP_CHECK(writer.insert(organisation));
                    organisations.insert(organisation.name, organisation.id);
                }
                Affiliation one;
                one.person = person.id;
                one.organisation = organisations.value(organisation.name);
                one.role = text(work.role);
                one.sector = text(work.sector);
                one.from = PartialDate(work.from);
                one.to = PartialDate(work.to);
                DTP_CHECK(writer.insert(one));
            }
        }
        return {};
    }));
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE_OK(store->backupTo(database));
    const QString file = folder.filePath(text("all.csv"));
    REQUIRE(cli({database, text("export"), text("people"), file}).code == 0);
    CHECK(contentOfFile(file).contains("Jaringan Buruh; Yayasan Terang"));
    for (const char* policy : {"fill", "update"}) {
        const QString log = folder.filePath(text("log.csv"));
        const CliRun run = cli({text("--json"), database, text("import"), text("people"), file, text("--match"),
                                text(policy), text("--log"), log});
        INFO(policy << ' ' << contentOfFile(file).toStdString() << contentOfFile(log).toStdString());
        CHECK(run.json().object().value(text("unchanged")).toInteger() == static_cast<qint64>(people.size()));
    }

    // Another file gets the same organisations, roles and sectors from it.
    const QString fresh = folder.filePath(text("fresh.dtp"));
    REQUIRE(cli({fresh, text("create"), text("--plain")}).code == 0);
    REQUIRE(cli({fresh, text("import"), text("people"), file}).code == 0);
    const QString again = folder.filePath(text("again.csv"));
    REQUIRE(cli({fresh, text("export"), text("people"), again}).code == 0);
    INFO(contentOfFile(again).toStdString());
    CHECK(contentOfFile(again).contains(R"("Yayasan Terang; Jaringan Buruh","; Member","; Trade union",)"));
}

TEST_CASE("A new file filled from an export of another has the same people", "[cli][roundtrip]")
{
    const QTemporaryDir folder;
    const QString database = sampleIn(folder);
    const QString file = folder.filePath(text("all.csv"));
    REQUIRE(cli({database, text("export"), text("people"), file}).code == 0);
    const QString fresh = folder.filePath(text("fresh.dtp"));
    REQUIRE(cli({fresh, text("create"), text("--plain")}).code == 0);
    const QString log = folder.filePath(text("log.csv"));
    const QJsonObject counts =
        cli({text("--json"), fresh, text("import"), text("people"), file, text("--log"), log}).json().object();
    CHECK(counts.value(text("rows")).toInteger() == people);
    CHECK(counts.value(text("rejected")).toInteger() == 0);
    CHECK(counts.value(text("new")).toInteger() + counts.value(text("joined")).toInteger() +
              counts.value(text("unchanged")).toInteger() ==
          people);
    CHECK(contentOfFile(log).count("\r\n") == people + 1);
    CHECK(contentOfFile(log).contains("row,fate,person,reason\r\n"));
    CHECK(cli({fresh, text("undo")}).code == 0);
    CHECK(cli({text("--json"), fresh, text("stats")}).json().object().value(text("people")).toInteger() == 0);
}

TEST_CASE("A dry run says what would become of rows, and writes nothing to the file", "[cli]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString sheet = folder.filePath(text("course.csv"));
    {
        QFile file(sheet);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("First name;Surname;E-mail;Country\nDara;Sok;dara@example.org;Viet "
                   "Nam\n;;nobody@example.org;Laos\nMali;Chai;;Thailand\n");
    }
    const QString rejects = folder.filePath(text("rejects.csv"));
    const QJsonObject dry = cli({text("--json"), database, text("import"), text("people"), sheet, text("--dry-run"),
                                 text("--rejects"), rejects})
                                .json()
                                .object();
    CHECK(dry.value(text("rows")).toInteger() == 3);
    CHECK(dry.value(text("new")).toInteger() == 2);
    CHECK(dry.value(text("rejected")).toInteger() == 1);
    CHECK(dry.value(text("dry_run")).toBool());
    CHECK(contentOfFile(rejects).contains("nobody@example.org"));
    CHECK(cli({text("--json"), database, text("stats")}).json().object().value(text("people")).toInteger() == 0);
    CHECK(cli({database, text("history")}).out.isEmpty());

    CHECK(cli({database, text("import"), text("people"), sheet}).code == 0);
    CHECK(cli({text("--json"), database, text("stats")}).json().object().value(text("people")).toInteger() == 2);
    for (const QStringList& refused :
         std::vector<QStringList>{{folder.filePath(text("absent.csv"))},
                                  {folder.path()},
                                  {sheet, text("--log"), folder.filePath(text("no/log.csv"))}}) {
        const CliRun run = cli(QStringList{database, text("import"), text("people")} + refused);
        CHECK(run.code == 1);
        CHECK(run.isOneSentence());
    }
}

TEST_CASE("A sample is the same for the same seed, and sound", "[cli]")
{
    const QTemporaryDir folder;
    const auto csvOf = [&](const char* name, const QStringList& options) {
        const QString database = folder.filePath(text(name) + text(".dtp"));
        const QString csv = folder.filePath(text(name) + text(".csv"));
        REQUIRE(cli(QStringList{database, text("create")} + options).code == 0);
        REQUIRE(cli({database, text("export"), text("people"), csv}).code == 0);
        const CliRun check = cli({database, text("check")});
        INFO(check.out.toStdString());
        CHECK(check.code == 0);
        return contentOfFile(csv);
    };
    const QByteArray one = csvOf("one", {text("--people"), text("60"), text("--seed"), text("5")});
    CHECK(one == csvOf("two", {text("--people"), text("60"), text("--seed"), text("5")}));
    CHECK(one != csvOf("three", {text("--people"), text("60"), text("--seed"), text("6")}));
    CHECK(csvOf("none", {text("--plain")}).count("\r\n") == 1);
}

TEST_CASE("A text of a report becomes a report", "[cli][report]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    const QString source = folder.filePath(text("report.md"));
    {
        QFile file(source);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("# Meeting of the river networks\n\n## 1. Summary\n\nTwo days of talk.\n\n## 2. "
                   "Recommendations\n\n- Meet again.\n- Write it down.\n");
    }
    const QJsonObject report =
        cli({text("--json"), database, text("report"), text("import"), source, text("--title"), text("Rivers 2026")})
            .json()
            .object();
    CHECK(report.value(text("title")).toString() == text("Rivers 2026"));
    CHECK(report.value(text("recommendations")).toInteger() == 2);
    const QJsonArray reports = cli({text("--json"), database, text("reports")}).json().array();
    REQUIRE(reports.size() == 1);
    CHECK(reports.first().toObject().value(text("id")) == report.value(text("id")));
    CHECK(cli({database, text("report"), text("import"), folder.filePath(text("absent.md"))}).code == 1);
    CHECK(cli({database, text("undo")}).code == 0);
    CHECK(cli({text("--json"), database, text("reports")}).out == text("[]\n"));
}

TEST_CASE("The report of the sample is written in each format, for a funder and for us", "[cli][report]")
{
    const QTemporaryDir folder;
    const QString database = sampleIn(folder);
    const QJsonArray reports = cli({text("--json"), database, text("reports")}).json().array();
    REQUIRE_FALSE(reports.isEmpty());
    const QString id = reports.first().toObject().value(text("id")).toString();
    for (const char* ending : {"pdf", "html", "odt", "csv"}) {
        const QString file = folder.filePath(text("report.") + text(ending));
        const CliRun inside = cli({text("--json"), database, text("report"), text("write"), id, file});
        INFO(ending << ' ' << inside.err.toStdString());
        REQUIRE(inside.code == 0);
        CHECK(inside.err.isEmpty());
        CHECK(inside.json().object().value(text("audience")).toString() == text("internal"));
        const CliRun funder = cli(
            {text("--json"), database, text("report"), text("write"), id, file, text("--audience"), text("funder")});
        REQUIRE(funder.code == 0);
        CHECK(funder.json().object().value(text("named")).toInteger() <
              inside.json().object().value(text("named")).toInteger());
        const QByteArray bytes = contentOfFile(file);
        CHECK(bytes.startsWith(text(ending) == text("pdf")   ? "%PDF"
                               : text(ending) == text("odt") ? "PK"
                               : text(ending) == text("csv") ? "\xEF\xBB\xBF"
                                                             : "<!DOCTYPE"));
    }
    CHECK(cli({text("--json"), database, text("stats")}).json().object().value(text("disclosures")).toInteger() == 8);
    for (const QStringList& refused : std::vector<QStringList>{{text("12"), folder.filePath(text("x.pdf"))},
                                                               {text("abc"), folder.filePath(text("x.pdf"))},
                                                               {id, folder.filePath(text("x.doc"))},
                                                               {id, folder.filePath(text("no/x.pdf"))}}) {
        const CliRun run = cli(QStringList{database, text("report"), text("write")} + refused);
        CHECK(run.code == 1);
        CHECK(run.isOneSentence());
    }
}

TEST_CASE("A directory of people is printed", "[cli][report]")
{
    const QTemporaryDir folder;
    const QString database = sampleIn(folder);
    const QString file = folder.filePath(text("directory.pdf"));
    const CliRun run = cli({database, text("export"), text("people"), file, text("--filter"), text("country:TH")});
    INFO(run.err.toStdString());
    CHECK(run.code == 0);
    CHECK(contentOfFile(file).startsWith("%PDF"));
}
