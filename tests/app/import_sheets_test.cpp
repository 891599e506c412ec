// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets through the program: the same people from XLSX and from ODS.
#include "../core/sheets/sheet_files.h"
#include "closed_file.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
const std::vector<QByteArrayList> people{
    {"Full name", "Sex", "Country", "E-mail", "Organisation", "Shoe size"},
    {"Ram Thapa", "M", "Nepal", "ram@example.org", "Migrant Forum", "41"},
    {"Santos, Maria", "Female", "Phillipines", "maria@example.org; m.santos@example.com", "Migrant Forum", ""},
    {"", "F", "Fiji", "nobody@example.org", "", ""},
    {"", "", "", "", "", ""},
    {"Ram Thapa", "M", "Nepal", "ram@example.org", "Migrant Forum", "41"},
};

QByteArray xlsxRows()
{
    QByteArray rows;
    for (size_t i = 0; i < people.size(); ++i) {
        rows += "<row r=\"" + QByteArray::number(static_cast<qint64>(i) + 1) + "\">";
        for (const QByteArray& cell : people[i])
            rows += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
        rows += "</row>";
    }
    return rows;
}

QByteArray odsRows()
{
    QByteArray rows;
    for (const QByteArrayList& row : people) {
        rows += "<table:table-row>";
        for (const QByteArray& cell : row)
            rows += "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
        rows += "</table:table-row>";
    }
    return rows;
}

// The people of a database as the program writes them, in the columns that this file is about.
QStringList peopleIn(const QString& database, const Environment& environment)
{
    const auto store = Store::open(database, environment, OpenMode::ReadOnly);
    REQUIRE_OK(store);
    const auto found = (*store)->find<Person>(Where().orderBy("given_name"));
    REQUIRE_OK(found);
    QStringList all;
    for (const Person& person : *found) {
        QStringList contacts;
        const auto points = (*store)->find<ContactPoint>(Where("person_id", person.id).orderBy("value"));
        REQUIRE_OK(points);
        for (const ContactPoint& point : *points)
            contacts.append(point.value);
        all.append(QStringList({person.givenName, person.familyName, person.gender, person.country,
                                contacts.join(QLatin1Char('+')), person.notes})
                       .join(QLatin1Char('|')));
    }
    return all;
}
} // namespace

TEST_CASE("A spreadsheet is imported through the program with exactly this outcome, as XLSX and as ODS",
          "[cli][import]")
{
    const SheetFiles files;
    const FreshStore surroundings;
    for (const QString& list :
         {files.xlsx(text("list.xlsx"), xlsxRows()), files.ods(text("list.ods"), odsTable("People", odsRows()))}) {
        INFO(list.toStdString());
        const QTemporaryDir folder;
        const QString database = folder.filePath(text("a.dtp"));
        const QString log = folder.filePath(text("log.csv"));
        const QString rejects = folder.filePath(text("rejects.csv"));
        makeTwoPeople(database);
        const CliRun run = cli({text("--json"), database, text("import"), text("people"), list, text("--log"), log,
                                text("--rejects"), rejects});
        CHECK(run.code == 0);
        CHECK(run.err.isEmpty());
        const QJsonObject expected{{text("rows"), 4},
                                   {text("new"), 2},
                                   {text("joined"), 0},
                                   {text("unchanged"), 1},
                                   {text("rejected"), 1},
                                   {text("with_warnings"), 0},
                                   {text("possibly_known"), 0},
                                   {text("not_understood"), 0},
                                   {text("cells_in_error"), 0},
                                   {text("ended_agreements"), 0},
                                   {text("consents_not_understood"), 0},
                                   {text("unsure_refusals"), 0},
                                   {text("new_organisations"), 1},
                                   {text("new_programs"), 0},
                                   {text("new_networks"), 0},
                                   {text("dry_run"), false}};
        CHECK(QString::fromUtf8(QJsonDocument(run.json().object()).toJson()) ==
              QString::fromUtf8(QJsonDocument(expected).toJson()));
        CHECK(peopleIn(database, surroundings.environment) ==
              QStringList({text("Dara|Sok||KH||"), text("Mali|Chai||TH||"),
                           text("Maria|Santos|female|PH|m.santos@example.com+maria@example.org|"),
                           text("Ram|Thapa|male|NP|ram@example.org|Shoe size: 41")}));
        const QStringList fates = QString::fromUtf8(contentOfFile(log)).split(text("\r\n"));
        REQUIRE(fates.size() == 6);
        CHECK(fates.at(1).startsWith(text("2,new,Ram Thapa,")));
        CHECK(fates.at(2).startsWith(text("3,new,Maria Santos,")));
        CHECK(fates.at(3).startsWith(text("4,rejected,,")));
        CHECK(fates.at(4).startsWith(text("6,unchanged,Ram Thapa,")));
        CHECK(contentOfFile(rejects).contains("nobody@example.org"));
        CHECK(contentOfFile(rejects).count("\r\n") == 2);
        // Once more changes nothing; one undo takes it all back.
        const QJsonObject again =
            cli({text("--json"), database, text("import"), text("people"), list}).json().object();
        CHECK(again.value(text("new")).toInt() == 0);
        CHECK(again.value(text("unchanged")).toInt() == 3);
        CHECK(cli({database, text("undo")}).code == 0);
        CHECK(heldBy(database).people == 2);
        CHECK(cli({text("--json"), database, text("stats")}).json().object().value(text("organisations")).toInt() ==
              0);
    }
}

TEST_CASE("The summary counts cells in error and people who may be known, in words", "[cli][import]")
{
    const SheetFiles files;
    const QString database = files.path(text("a.dtp"));
    const QString path =
        files.write(text("list.csv"), "Name,Country,Birth year,Organisation\nDara Sok,Fiji,1970,#N/A\n"
                                      "Dara Sok,Tonga,,#REF!\n");
    REQUIRE(cli({database, text("create"), text("--plain")}).code == 0);
    for (const QStringList& how : {QStringList{text("--dry-run")}, QStringList()}) {
        const CliRun run = cli(QStringList{database, text("import"), text("people"), path} + how);
        CHECK(run.code == 0);
        CHECK(run.out.contains(text("New people who may be somebody known: 1.")));
        CHECK(run.out.contains(text("Cells that show an error of the spreadsheet: 2.")));
    }
}
