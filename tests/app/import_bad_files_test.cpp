// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no list of people: one sentence, soon, and nothing changed.
#include "closed_file.h"

#include <QElapsedTimer>

#include <sys/stat.h>

using namespace dtp::test;

namespace
{
constexpr qint64 twoGigabytes = 2LL << 30;
constexpr qint64 soon = 5000; // milliseconds

// A file of two gigabytes, of which the disk holds only the beginning.
QString hugeFile(const QTemporaryDir& folder, const char* name, const QByteArray& beginning)
{
    const QString path = folder.filePath(text(name));
    writeFile(path, beginning);
    REQUIRE(QFile::resize(path, twoGigabytes));
    return path;
}

struct Bad {
    QString path;
    QString sentence;
};
} // namespace

TEST_CASE(
    "A list that is huge, empty, binary, a folder or no file is refused with one sentence, and nothing is changed",
    "[cli][baddays]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("a.dtp"));
    makeTwoPeople(database);
    const QByteArray before = contentOfFile(database);
    const auto made = [&](const char* name, const QByteArray& bytes) {
        writeFile(folder.filePath(text(name)), bytes);
        return folder.filePath(text(name));
    };
    const QString pipe = folder.filePath(text("pipe.csv"));
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    QByteArray noise;
    for (int i = 0; i < 4000; ++i)
        noise.append(static_cast<char>(i * i * 31 >> 3));

    const QString tooLarge =
        text("The file is larger than 1 GB: too large for a list of people. Split it into smaller ones.");
    const QString binary = text("The file is no text and no spreadsheet that can be read: it holds binary data. Save "
                                "it as .xlsx, .ods or .csv and try again.");
    const std::vector<Bad> all{
        {hugeFile(folder, "people.csv", listOfPeople(100)), tooLarge},
        {hugeFile(folder, "zeros.csv", {}), tooLarge},
        {hugeFile(folder, "people.xlsx", "PK\x03\x04"),
         text("The spreadsheet is larger than 512 MB: too large for a list of people. Split it into smaller ones.")},
        {hugeFile(folder, "people.dtp", contentOfFile(database)),
         text("This is a database, not a spreadsheet. Open it from the menu instead.")},
        {made("empty.csv", {}), text("The file is empty: there is nothing to import.")},
        {made("empty.xlsx", {}), text("The file is empty: there is nothing to import.")},
        {made("noise.csv", noise), binary},
        {made("noise.xlsx", noise), binary},
        {folder.path(), text("“%1” is not a file that can be imported.").arg(QFileInfo(folder.path()).fileName())},
        {pipe, text("“pipe.csv” is not a file that can be imported.")},
        {text("/dev/zero"), text("“zero” is not a file that can be imported.")},
        {folder.filePath(text("absent.csv")), text("The file “absent.csv” is not there. Was it moved or renamed?")},
    };
    for (const Bad& bad : all) {
        QElapsedTimer clock;
        clock.start();
        const CliRun run = cli({database, text("import"), text("people"), bad.path});
        INFO(bad.path.toStdString());
        CHECK(run.code == 1);
        CHECK(run.err == QString(bad.sentence + QLatin1Char('\n')));
        CHECK(run.out.isEmpty());
        CHECK(clock.elapsed() < soon);
    }
    CHECK(isSame(contentOfFile(database), before));
    CHECK(heldBy(database) == Held{2, text("Add Mali Chai"), 2, true});
}

TEST_CASE("Two gigabytes of something else in the place of the database are one sentence, and stay as they are",
          "[cli][baddays]")
{
    const QTemporaryDir folder;
    const QString list = folder.filePath(text("rows.csv"));
    writeFile(list, listOfPeople(2));
    const std::vector<QByteArray> beginnings{
        {}, "Name,E-mail\n", QByteArray("SQLite format 3\0", 16), QByteArray(200, '\xA5')};
    for (const QByteArray& beginning : beginnings) {
        const QString database = hugeFile(folder, "huge.dtp", beginning);
        for (const QStringList& words : std::vector<QStringList>{{text("stats")},
                                                                 {text("check")},
                                                                 {text("undo")},
                                                                 {text("import"), text("people"), list},
                                                                 {text("backup"), folder.filePath(text("b.dtp"))}}) {
            QElapsedTimer clock;
            clock.start();
            const CliRun run = cli(QStringList{database} + words);
            INFO(words.first().toStdString()
                 << ' ' << beginning.left(16).toHex().toStdString() << ": " << run.err.toStdString());
            CHECK(run.code == 1);
            CHECK(run.err ==
                  text("huge.dtp is not a file of this program, or it is damaged. Nothing in it was changed.\n"));
            CHECK(run.out.isEmpty());
            CHECK(clock.elapsed() < soon);
        }
        QFile file(database);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.size() == twoGigabytes);
        CHECK(file.read(beginning.size()) == beginning);
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name) ==
          QStringList({text("huge.dtp"), text("rows.csv")}));
}

TEST_CASE("Nothing that is written replaces the database or the file that is imported", "[cli][import][output]")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(text("two.dtp"));
    makeTwoPeople(database);
    const Held before = heldBy(database);
    const QString list = folder.filePath(text("list.csv"));
    const QByteArray sheet = "Given name,Family name\nRithy,Chan\n,\nx,\n";
    writeFile(list, sheet);
    const QString link = folder.filePath(text("link.csv"));
    REQUIRE(QFile::link(database, link));
    const QString log = folder.filePath(text("log.csv"));
    const auto refused = [&](const QStringList& words) {
        INFO(words.join(text(" ")).toStdString());
        const CliRun run = cli(QStringList{database} + words);
        CHECK(run.code == 1);
        CHECK(run.err.contains(words.contains(link) ? text("was not written: it is a link to another file")
                                                    : text("was not written: it would replace a file")));
        CHECK(heldBy(database) == before);
        CHECK(contentOfFile(list) == sheet);
    };
    for (const QString& target : {database, link, QString(database + text("-wal")), list}) {
        refused({text("import"), text("people"), list, text("--rejects"), target});
        refused({text("import"), text("people"), list, text("--dry-run"), text("--log"), target});
    }
    refused({text("import"), text("people"), list, text("--rejects"), log, text("--log"), log});
    refused({text("export"), text("people"), link});
    refused({text("export"), text("organisations"), link, text("--audience"), text("public")});
}
