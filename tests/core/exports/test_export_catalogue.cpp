// SPDX-License-Identifier: GPL-3.0-or-later
#include "../reporting/report_world.h"

#include <exports/export_catalogue.h>
#include <records/programs.h>

#include <QFile>
#include <QSet>

using namespace dtp;
using namespace dtp::test;

namespace
{
const Exportable& called(const char* key)
{
    const Exportable* found = exportableOf(QLatin1String(key));
    REQUIRE(found);
    return *found;
}

ExportCall ofWorkshop(const ReportWorld& world)
{
    ExportCall call;
    call.answers.insert(QStringLiteral("workshop"), world.workshop.value);
    return call;
}

QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

TEST_CASE("each thing that can leave has a key, words and formats, and each type of record is one",
          "[export catalogue]")
{
    QSet<QString> keys;
    for (const auto& one : exportCatalogue()) {
        INFO(one->key().toStdString());
        CHECK_FALSE(keys.contains(one->key()));
        keys.insert(one->key());
        CHECK_FALSE(one->title().isEmpty());
        CHECK_FALSE(one->formats().empty());
        for (const ExportParameter& parameter : one->parameters()) {
            CHECK(parameter.field);
            CHECK_FALSE(parameter.label.isEmpty());
        }
    }
    for (const RecordType& type : allRecordTypes()) {
        INFO(type.table);
        CHECK((exportableOf(type.entity) != nullptr) == (type.isUndoable || type.entity == Entity::Disclosure));
    }
}

TEST_CASE("everything in the catalogue is written in each of its formats", "[export catalogue]")
{
    ReportWorld world;
    ExportCall call = ofWorkshop(world);
    call.answers.insert(QStringLiteral("report"), world.report().value);
    int files = 0;
    for (const auto& one : exportCatalogue()) {
        static const QStringList needMore{QStringLiteral("recommendations-by-workshop"),
                                          QStringLiteral("consent-mail"), QStringLiteral("mail")};
        if (needMore.contains(one->key()))
            continue; // there are none here, and nobody has an e-mail address
        for (const ExportFormat& format : one->formats()) {
            const QString path = world.path(QStringLiteral("%1.%2").arg(one->key(), format.ending));
            INFO(path.toStdString());
            REQUIRE_OK(writeExport(*world.store, *one, call, path, Audience::Internal));
            CHECK(QFile::exists(path));
            ++files;
        }
    }
    CHECK(world.store->count(Entity::Disclosure).value_or(0) == files);
}

TEST_CASE("records of every type can be printed, with the columns of their list", "[export catalogue][print]")
{
    ReportWorld world;
    int printed = 0;
    for (const RecordType& type : allRecordTypes()) {
        const Exportable* one = exportableOf(type.entity);
        if (!one)
            continue;
        INFO(type.table);
        CHECK(canBePrinted(*one));
        const auto pages = pagesToPrint(*world.store, *one, {}, Audience::Internal);
        REQUIRE_OK(pages);
        CHECK(pages->pdf.startsWith("%PDF"));
        CHECK_FALSE(pages->name.isEmpty());
        ++printed;
    }
    CHECK(printed > 20);
    // Nothing has left yet: that is for who gives it to the printer to say.
    CHECK(world.store->count(Entity::Disclosure).value() == 0);
}

TEST_CASE("before rows leave it is said how many do, and how many not", "[export catalogue]")
{
    ReportWorld world;
    const Exportable& invitations = called("invitation");
    const auto inside = previewExport(*world.store, invitations, {}, Audience::Internal);
    REQUIRE_OK(inside);
    CHECK(inside->rows == 8);
    CHECK(inside->withheld == 0);
    CHECK(inside->problem.isEmpty());
    const auto funders = previewExport(*world.store, invitations, {}, Audience::Funder);
    REQUIRE_OK(funders);
    CHECK(funders->rows == 5); // six agreed, and one of them is at risk
    CHECK(funders->withheld == 3);
    const QString path = world.path(QStringLiteral("i.csv"));
    const auto written = writeExport(*world.store, invitations, {}, path, Audience::Funder);
    REQUIRE_OK(written);
    CHECK(contentOfFile(path).count("\r\n") == 1 + funders->rows);
    // People are counted the same way.
    const auto people = previewExport(*world.store, called("person"), {}, Audience::Funder);
    REQUIRE_OK(people);
    CHECK(people->rows == 5);
    CHECK(people->withheld == 3);
}

TEST_CASE("rows are those that are named, in their order, with the columns asked for", "[export catalogue]")
{
    ReportWorld world;
    const auto all = world.store->ids(Entity::Person, Where().orderBy("given_name"));
    REQUIRE_OK(all);
    ExportCall call;
    call.records = std::vector<qint64>{all->at(2), all->at(0)};
    call.columns = {QStringLiteral("family_name"), QStringLiteral("given_name")};
    const QString path = world.path(QStringLiteral("p.csv"));
    REQUIRE_OK(writeExport(*world.store, called("person"), call, path, Audience::Internal));
    const auto third = world.store->get(Id<Person>{all->at(2)});
    REQUIRE_OK(third);
    CHECK(QString::fromUtf8(contentOfFile(path)) ==
          QStringLiteral("Family name,Given name\r\n%1,%2\r\nRai,Asha\r\n").arg(third->familyName, third->givenName));
}

TEST_CASE("where every column is withheld nothing is written, and that is said", "[export catalogue]")
{
    ReportWorld world;
    const Exportable& consents = called("consent");
    const auto preview = previewExport(*world.store, consents, {}, Audience::Public);
    REQUIRE_OK(preview);
    CHECK(preview->problem.startsWith(QString::fromUtf8("Every column of this list is withheld for “")));
    const QString path = world.path(QStringLiteral("c.csv"));
    const auto written = writeExport(*world.store, consents, {}, path, Audience::Public);
    REQUIRE_FALSE(written);
    CHECK(written.error().sentence == preview->problem);
    CHECK_FALSE(QFile::exists(path));
    CHECK(world.store->count(Entity::Disclosure).value_or(1) == 0);
}

TEST_CASE("what an export has to be told is asked for by name", "[export catalogue]")
{
    ReportWorld world;
    const auto preview = previewExport(*world.store, called("agenda"), {}, Audience::Internal);
    REQUIRE_OK(preview);
    CHECK(preview->problem == QStringLiteral("Say first: Workshop."));
    const auto written =
        writeExport(*world.store, called("agenda"), {}, world.path(QStringLiteral("a.pdf")), Audience::Internal);
    REQUIRE_FALSE(written);
    CHECK(written.error().sentence.contains(QString::fromUtf8("“Workshop”")));
    const auto wrong = writeExport(*world.store, called("agenda"), ofWorkshop(world),
                                   world.path(QStringLiteral("a.csv")), Audience::Internal);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().sentence.endsWith(QStringLiteral("its name must end in .pdf.")));
}

TEST_CASE("a directory is of a country, a program and a time", "[export catalogue]")
{
    ReportWorld world;
    ProgramEdition edition;
    edition.title = QStringLiteral("Annual Program 1997");
    edition.start = *PartialDate::fromStorage(QStringLiteral("1997-06"));
    const Id<ProgramEdition> program = world.add(edition);
    Participation took;
    took.person = world.dara;
    took.edition = program;
    world.add(took);
    const Exportable& directory = called("directory");
    const auto people = [&](std::initializer_list<std::pair<const char*, QVariant>> answers) {
        ExportCall call;
        for (const auto& [key, value] : answers)
            call.answers.insert(QLatin1String(key), value);
        const auto preview = previewExport(*world.store, directory, call, Audience::Internal);
        REQUIRE_OK(preview);
        return preview->rows;
    };
    CHECK(people({}) == 8);
    CHECK(people({{"country", QStringLiteral("KH")}}) == 2);
    CHECK(people({{"edition", program.value}}) == 1);
    CHECK(people({{"from", QStringLiteral("1997")}, {"to", QStringLiteral("1997-12")}}) == 1);
    CHECK(people({{"from", QStringLiteral("2090")}}) == 0);
    CHECK(people({{"country", QStringLiteral("TH")}, {"edition", program.value}}) == 0);
}
