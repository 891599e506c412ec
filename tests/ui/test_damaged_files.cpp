// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged files in the window, and backups behind the cover.
#include <storage/backup_places.h>
#include <support/catch.h>
#include <support/ui_encrypted_program.h>

#include <QPushButton>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct PlainProgram {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    RecordingDialogs dialogs;
    MainWindow window{settings, dialogs};
    QString file = folder.filePath(QStringLiteral("file.dtp"));

    PlainProgram()
    {
        REQUIRE(window.createFile(file));
        addPerson(*window.store(), QStringLiteral("Sok"), QStringLiteral("Dara"));
        window.resize(1280, 800);
        window.show();
    }
    QPushButton* restore() { return window.startPage().findChild<QPushButton*>(QStringLiteral("restore")); }
};
} // namespace

TEST_CASE("A damaged file without a backup is offered none, and no file that was refused is remembered",
          "[window][bad days]")
{
    PlainProgram program;
    const QString copy = program.folder.filePath(QStringLiteral("copy.dtp"));
    REQUIRE_OK(program.window.store()->backupTo(copy));
    REQUIRE(program.window.closeFile());
    damageTable(copy, "photo_person");
    CHECK_FALSE(program.window.openFile(copy));
    const QString problem = program.window.startPage().problemText();
    CHECK(problem.contains(QStringLiteral("copy.dtp is damaged")));
    CHECK(problem.contains(QStringLiteral("There is no backup beside it that can be read.")));
    CHECK_FALSE(problem.contains(QStringLiteral("Restore the newest")));
    CHECK_FALSE(program.restore()->isVisibleTo(&program.window.startPage()));
    CHECK(program.window.recentFiles() == QStringList{program.file});
}

TEST_CASE("What cannot be read after an undo is not said to have changed nothing", "[window][bad days][undo]")
{
    PlainProgram program;
    Store& store = *program.window.store();
    program.window.workspace()->undo();
    CHECK(store.count(Entity::Person).value() == 0);
    loseTable(store, "organisation");
    CHECK(store.titleOf(Entity::Organisation, 7).isEmpty());
    REQUIRE(waitFor(
        [&] { return program.window.workspace()->message().contains(QStringLiteral("file.dtp is damaged")); }));
    CHECK_FALSE(program.window.workspace()->message().contains(QStringLiteral("changed")));
    CHECK(program.window.workspace()->message().contains(QStringLiteral("Backups and restoring")));
    CHECK(program.dialogs.errors.isEmpty());
}

TEST_CASE("What was changed is backed up when the file is locked", "[window][lock][backup]")
{
    ProgramAtPerson program;
    addPerson(*program.window.store(), QStringLiteral("Nok"), QStringLiteral("Suksawat"));
    program.window.lockFile();
    CHECK(program.window.unlockPage().isVisible()); // at once
    REQUIRE(program.waitUntilLocked());
    CHECK_FALSE(vault::isUnlocked(program.file));
    program.unlock();
    const BackupStatus status = backupStatus(*program.window.store());
    REQUIRE(status.newest);
    CHECK(status.isCurrent);
    CHECK(status.content.people == 2);
}
