// SPDX-License-Identifier: GPL-3.0-or-later
// A disk without room: a sentence, and what was there is there.
#include "closed_file.h"
#include "small_disk.h"

#include <records/reports.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int rows = 6000; // several times what the small disk takes

QString fullSentence(const char* file)
{
    return text("The disk is full, so nothing was changed in %1. Make room on the disk and try again.\n")
        .arg(text(file));
}
} // namespace

TEST_CASE("on a full disk an import and an edit change nothing and say so, and succeed when there is room",
          "[cli][baddays]")
{
    SmallDisk disk;
    const QTemporaryDir elsewhere;
    const QString list = elsewhere.filePath(text("rows.csv"));
    const QString database = disk.path("a.dtp");
    writeFile(list, listOfPeople(rows));
    makeTwoPeople(database);
    const Held before{2, text("Add Mali Chai"), 2, true};
    REQUIRE(heldBy(database) == before);

    disk.leave(SmallDisk::Room::Little);
    const CliRun import = disk.cli({database, text("import"), text("people"), list});
    CHECK(import.code == 1);
    CHECK(import.err == fullSentence("a.dtp"));
    CHECK(import.out.isEmpty());
    CHECK(disk.files().filter(QRegularExpression(text("^(?!a backups$)"))) == QStringList{text("a.dtp")});
    CHECK(heldBy(database) == before);

    disk.leave(SmallDisk::Room::None);
    const QByteArray bytes = contentOfFile(database);
    // Where nothing can be written, opening may leave an empty journal, which goes with the next opening.
    const auto filesKept = [&disk] { return disk.files().filter(QRegularExpression(text("(?<!-shm|-wal)$"))); };
    const QStringList files = filesKept();
    for (const QStringList& words : std::vector<QStringList>{{text("undo")}, {text("import"), text("people"), list}}) {
        const CliRun edit = disk.cli(QStringList{database} + words);
        INFO(words.first().toStdString());
        CHECK(edit.code == 1);
        CHECK(edit.err == text("The disk of a.dtp is full, so the file is opened to read. Make room on the disk to "
                               "change it. Nothing was changed.\n"));
        CHECK(edit.out.isEmpty());
    }
    CHECK(isSame(contentOfFile(database), bytes));
    CHECK(filesKept() == files);
    // What is there can be read without any room.
    CHECK(disk.cli({database, text("search"), text("dara")}).out.contains(text("Dara Sok  Cambodia\n")));
    CHECK(disk.cli({database, text("check")}).out == text("All is well.\n"));

    disk.leave(SmallDisk::Room::Much);
    CHECK(heldBy(database) == before);
    CHECK(disk.cli({database, text("import"), text("people"), list}).code == 0);
    CHECK(heldBy(database) == Held{2 + rows, text("Import 6,000 people from rows.csv"), 3, true});
}

TEST_CASE("a disk that fills while the file is open costs the edit alone", "[cli][baddays]")
{
    SmallDisk disk;
    if (!disk.isReal())
        SKIP_TEST("needs the right to mount a small disk");
    const QString database = disk.path("a.dtp");
    makeTwoPeople(database);
    FreshStore surroundings;
    auto store = Store::open(database, surroundings.environment);
    REQUIRE_OK(store);
    disk.leave(SmallDisk::Room::None);
    const QString before = contentOf(**store);
    const auto add = [&] {
        return (*store)->change(text("Add a task"), [](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(Task{{}, QString(200000, QLatin1Char('x')), {}, {}, {}, {}, false, {}}));
            return {};
        });
    };
    const auto refused = add();
    REQUIRE_FALSE(refused);
    CHECK(QString(refused.error().sentence + QLatin1Char('\n')) == fullSentence("a.dtp"));
    CHECK(contentOf(**store) == before);
    CHECK((*store)->check().value() == QStringList());
    CHECK((*store)->history().value().size() == 2);
    disk.leave(SmallDisk::Room::Much);
    REQUIRE_OK(add());
    CHECK((*store)->count(Entity::Task).value() == 1);
    CHECK((*store)->check().value() == QStringList());
}

TEST_CASE("a backup that finds no room leaves nothing behind and the old backup as it was", "[cli][baddays]")
{
    SmallDisk disk;
    const QTemporaryDir elsewhere;
    const QString list = elsewhere.filePath(text("rows.csv"));
    const QString database = elsewhere.filePath(text("a.dtp"));
    const QString backup = disk.path("b.dtp");
    writeFile(list, listOfPeople(rows));
    makeTwoPeople(database);
    REQUIRE(cli({database, text("backup"), backup}).code == 0);
    const QByteArray old = contentOfFile(backup);
    REQUIRE(cli({database, text("import"), text("people"), list}).code == 0);
    for (const auto room : {SmallDisk::Room::Little, SmallDisk::Room::None}) {
        if (!disk.isReal() && room == SmallDisk::Room::None)
            continue; // the limit would not let the program note that it reads, either
        disk.leave(room);
        for (const char* name : {"b.dtp", "new.dtp"}) {
            const CliRun run = disk.cli({database, text("backup"), disk.path(name)});
            INFO(name << ": " << run.err.toStdString());
            CHECK(run.code == 1);
            CHECK(run.err ==
                  text("The backup %1 was not made: the disk is full. Make room on it, or choose another disk.\n")
                      .arg(text(name)));
            CHECK(run.out.isEmpty());
        }
        CHECK(disk.files() == QStringList{text("b.dtp")});
        CHECK(isSame(contentOfFile(backup), old));
    }
    disk.leave(SmallDisk::Room::Much);
    CHECK(disk.cli({database, text("backup"), backup}).code == 0);
    CHECK(heldBy(backup) == Held{2 + rows, text("Import 6,000 people from rows.csv"), 3, true});
}
