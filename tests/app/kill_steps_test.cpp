// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 before each step that a verb takes on the disk, one after the other: afterwards the last commit is there, or
// the old file, and the verb can be done again. The tests that run always take some of the steps; [.kills] takes all,
// and then goes on at random until it has killed a thousand times.
#include "kill_scenes.h"

#include <support/rounds.h>

#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Whether it came so far as to be killed.
bool killAt(Scene& scene, qint64 at, bool countsWrites)
{
    vault::lockAll();
    scene.reset();
    const Ended ended = scene.run(at, countsWrites);
    INFO("killed before step " << at << (countsWrites ? " with writes: " : ": ") << ended.err.toStdString());
    scene.checkKilled();
    vault::lockAll();
    const Ended again = scene.run(0, false);
    INFO("again: " << again.err.toStdString());
    CHECK_FALSE(again.wasKilled);
    CHECK((again.code == 0 || (ended.wasKilled && scene.mayRefuseAgain())));
    scene.checkDone();
    return ended.wasKilled;
}

qint64 stepsOf(Scene& scene, bool countsWrites)
{
    vault::lockAll();
    scene.reset();
    const Ended whole = scene.run(0, countsWrites);
    INFO(whole.err.toStdString());
    REQUIRE_FALSE(whole.wasKilled);
    REQUIRE(whole.code == 0);
    scene.checkDone();
    REQUIRE(whole.steps > 1);
    return whole.steps;
}
} // namespace

TEST_CASE("A kill before any step on the disk leaves the last commit or the old file", "[cli][kill][baddays]")
{
    if (!canBeKilled())
        SKIP_TEST("needs a program into which something can be loaded");
    const qint64 most = rounds(5, 2); // of each verb; [.kills] takes all
    for (const auto& [name, make] : scenes()) {
        INFO(name);
        const auto scene = make();
        const qint64 steps = stepsOf(*scene, false);
        // The last steps are those that put something in its place, and tidy up.
        for (qint64 i = 0; i < most; ++i)
            CHECK(killAt(*scene, std::max<qint64>(1, steps - i * std::max<qint64>(1, steps / most)), false));
    }
}

TEST_CASE("A kill before each of all steps, and a thousand in all", "[.kills]")
{
    if (!canBeKilled())
        SKIP_TEST("needs a program into which something can be loaded");
    int kills = 0;
    std::vector<std::pair<std::unique_ptr<Scene>, qint64>> withWrites;
    for (const auto& [name, make] : scenes()) {
        INFO(name);
        auto scene = make();
        const qint64 steps = stepsOf(*scene, false);
        int ofThis = 0;
        for (qint64 at = 1; at <= steps; ++at)
            ofThis += killAt(*scene, at, false) ? 1 : 0;
        kills += ofThis;
        const qint64 all = stepsOf(*scene, true);
        std::printf("%s: %d kills at %lld steps; %lld with writes\n", name, ofThis, static_cast<long long>(steps),
                    static_cast<long long>(all));
        std::fflush(stdout);
        withWrites.emplace_back(std::move(scene), all);
    }
    std::mt19937 random(20261126);
    const std::vector<std::pair<const char*, std::function<std::unique_ptr<Scene>()>>> names = scenes();
    while (kills < 1000) {
        const size_t which = random() % withWrites.size();
        auto& [scene, steps] = withWrites[which];
        INFO(names[which].first);
        kills += killAt(*scene, 1 + static_cast<qint64>(random() % static_cast<quint64>(steps)), true) ? 1 : 0;
    }
    std::printf("%d kills\n", kills);
}
