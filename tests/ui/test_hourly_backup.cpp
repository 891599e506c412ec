// SPDX-License-Identifier: GPL-3.0-or-later
// While people work a backup is made by the window's timer, when the newest is an hour old.
#include <support/fresh_store.h>
#include <support/ui_program.h>
#include <ui/models/background_store.h>

#include <QDir>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct BackedUp : Program {
    BackedUp()
    {
        create();
        addPerson(store(), QStringLiteral("Dara"), QStringLiteral("Sok"));
        REQUIRE(waitFor([this] { return backups().size() == 1; })); // a moment after opening
    }
    QDir folder() const { return QDir(path(QStringLiteral("file backups"))); }
    QStringList backups() const { return folder().entryList({QStringLiteral("file *.dtp")}, QDir::Files, QDir::Name); }
    QTimer& timer()
    {
        auto* found = window.findChild<QTimer*>(QStringLiteral("backUpAgain"));
        REQUIRE(found);
        return *found;
    }
    // As if the only one had been made so long ago: its time is in its name.
    void age(int minutes)
    {
        const QString earlier = QDateTime::currentDateTime()
                                    .addSecs(-60 * minutes)
                                    .toString(QStringLiteral("'file' yyyy-MM-dd hh.mm.ss'.dtp'"));
        REQUIRE(folder().rename(backups().front(), earlier));
    }
    // Until the timer has come round so often, and what it began is done.
    void comeRound(int times)
    {
        int came = 0;
        const auto counted = QObject::connect(&timer(), &QTimer::timeout, &window, [&came] { ++came; });
        timer().setInterval(0);
        REQUIRE(waitFor([&] { return came >= times; }));
        timer().setInterval(usual);
        QObject::disconnect(counted);
        auto* background = window.findChild<BackgroundStore*>(QString(), Qt::FindDirectChildrenOnly);
        REQUIRE(background);
        bool isDone = false; // one job after the other
        background->run<bool>([](Store&) { return true; }, [&isDone](const Result<bool>&) { isDone = true; });
        REQUIRE(waitFor([&] { return isDone; }));
    }
    static constexpr int usual = 10 * 60 * 1000;
};
} // namespace

TEST_CASE("While people work a backup is made by a timer, once the newest is an hour old", "[window][backup]")
{
    BackedUp program;
    CHECK(program.timer().isActive());
    CHECK_FALSE(program.timer().isSingleShot());
    CHECK(program.timer().interval() == BackedUp::usual);
    addPerson(program.store(), QStringLiteral("Mali"), QStringLiteral("Chai"));
    program.age(58);
    program.comeRound(5);
    CHECK(program.backups().size() == 1); // no hour has passed
    program.age(61);
    program.timer().setInterval(0);
    CHECK(waitFor([&] { return program.backups().size() == 2; }));
    program.timer().setInterval(BackedUp::usual);
    const auto made = Store::open(program.folder().filePath(program.backups().back()), program.store().environment(),
                                  OpenMode::ReadOnly);
    REQUIRE_OK(made);
    CHECK(*(*made)->count(Entity::Person) == 2);
}

TEST_CASE("The timer makes no backup of what was not changed, however long ago the newest is", "[window][backup]")
{
    BackedUp program;
    program.age(3000);
    program.comeRound(5);
    CHECK(program.backups().size() == 1);
}

TEST_CASE("Nothing looks for backups any more when the file is closed", "[window][backup]")
{
    BackedUp program;
    REQUIRE(program.window.closeFile());
    CHECK_FALSE(program.window.findChild<QTimer*>(QStringLiteral("backUpAgain")));
}
