// SPDX-License-Identifier: GPL-3.0-or-later
// The system waits a few seconds only before it sleeps: what takes longer is stopped.
#include <support/catch.h>
#include <support/ui_encrypted_program.h>
#include <ui/pages/import/import_dialog.h>
#include <ui/session/system_watch.h>
#include <ui/widgets/task_dialog.h>

#include <QDeadlineTimer>
#include <QFile>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
const QString stopped =
    QStringLiteral("What was being done when the computer went to sleep was stopped, so that the file was locked in "
                   "time. Nothing of it was kept: begin it again. What was done stands in Edit → History.");

void sleepNow(MainWindow& window)
{
    auto* system = window.findChild<SystemWatch*>();
    REQUIRE(system);
    Q_EMIT system->goingToSleep();
}

// Adds people until it is told to stop; all of them or nobody.
Result<> addWithoutEnd(const Store& from, const Progress& progress)
{
    DTP_TRY(own, from.another());
    const QDeadlineTimer patience(20'000);
    return own
        ->change(QStringLiteral("Add many"),
                 [&](ChangeWriter& writer) -> Result<> {
                     for (int i = 0; !patience.hasExpired(); ++i) {
                         Person person;
                         person.familyName = QStringLiteral("Chan %1").arg(i);
                         DTP_CHECK(writer.insert(person));
                         if (!progress(i, 0, {}))
                             return fail(QStringLiteral("Stopped."));
                     }
                     return {};
                 })
        .map([](auto&&...) {});
}
} // namespace

TEST_CASE("Long work is stopped when the computer goes to sleep, and nothing of it is kept", "[window][lock]")
{
    ProgramAtPerson program;
    const Store& from = *program.window.store();
    bool cancelled = false;
    QTimer::singleShot(0, &program.window, [&] { sleepNow(program.window); });
    const auto done = runTask<void>(
        &program.window, QStringLiteral("Adding many"),
        [&](const Progress& progress) { return addWithoutEnd(from, progress); }, &cancelled);
    CHECK(cancelled);
    CHECK_FALSE(done);
    REQUIRE(program.waitUntilLocked());
    CHECK_FALSE(vault::isUnlocked(program.file));
    program.unlock();
    CHECK(*program.window.store()->count(Entity::Person) == 1);
    CHECK(waitFor([&] { return program.window.workspace()->message() == stopped; }));
}

TEST_CASE("Work that a lock waits for is stopped when the computer goes to sleep meanwhile", "[window][lock]")
{
    ProgramAtPerson program;
    const Store& from = *program.window.store();
    bool cancelled = false;
    QTimer::singleShot(0, &program.window, [&] {
        program.window.lockFile(LockReason::Idle);
        QTimer::singleShot(0, &program.window, [&] {
            sleepNow(program.window);
            program.window.lockFile(LockReason::ScreenLocked); // as systems do on the way
        });
    });
    const auto done = runTask<void>(
        &program.window, QStringLiteral("Adding many"),
        [&](const Progress& progress) { return addWithoutEnd(from, progress); }, &cancelled);
    CHECK(cancelled);
    REQUIRE(program.waitUntilLocked());
    program.unlock();
    CHECK(*program.window.store()->count(Entity::Person) == 1);
    CHECK(waitFor([&] { return program.window.workspace()->message() == stopped; }));
}

TEST_CASE("Before sleep nothing is told of work that there was not", "[window][lock]")
{
    ProgramAtPerson program;
    sleepNow(program.window);
    REQUIRE(program.waitUntilLocked());
    program.unlock();
    processPending();
    CHECK(program.window.workspace()->message() == QString());
}
