// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of edits and undo: on opening, the file is either before or after, never between.
#include <search/person_search.h>
#include <support/catch.h>
#include <support/fresh_store.h>
#include <support/rounds.h>
#include <support/vault.h>
#include <support/victim.h>

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <random>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr int batch = 5;

// The deeds come in threes: add five people, rename them, undo the renaming.
Result<> deed(Store& store, int number)
{
    const int group = number / 3;
    if (number % 3 == 2) {
        DTP_TRY(undone, store.undo());
        Q_UNUSED(undone)
        return {};
    }
    DTP_TRY(done, store.change(QStringLiteral("Deed %1").arg(number), [&](ChangeWriter& w) -> Result<> {
        if (number % 3 == 0) {
            for (int i = 0; i < batch; ++i) {
                Person person;
                person.givenName = QStringLiteral("G%1").arg(group);
                person.familyName = QStringLiteral("B");
                DTP_CHECK(w.insert(person));
            }
            return {};
        }
        DTP_TRY(people, w.store().find<Person>(Where("given_name", QStringLiteral("G%1").arg(group))));
        for (Person& person : people) {
            person.familyName = QStringLiteral("C");
            DTP_CHECK(w.update(person));
        }
        return {};
    }));
    Q_UNUSED(done)
    return {};
}

QStringList expectedAfter(int deeds)
{
    QStringList names;
    for (int group = 0; group * 3 < deeds; ++group) {
        const bool renamed = deeds - group * 3 == 2;
        for (int i = 0; i < batch; ++i)
            names.append(QStringLiteral("G%1 %2").arg(group).arg(renamed ? QStringLiteral("C") : QStringLiteral("B")));
    }
    names.sort();
    return names;
}

QStringList namesIn(const Store& store)
{
    QStringList names;
    const auto people = store.find<Person>();
    REQUIRE_OK(people);
    for (const Person& person : *people)
        names.append(fullName(person));
    names.sort();
    return names;
}
} // namespace

// Run by the test below in a process of its own, which is killed.
TEST_CASE("writes until it is killed", "[.victim]")
{
    const Victim victim;
    Store& store = *victim.store;
    for (int number = 0; number < 100000; ++number) {
        REQUIRE_OK(deed(store, number));
        std::printf("done %d\n", number + 1);
        std::fflush(stdout);
    }
}

TEST_CASE("kills in the middle of edits and undo leave the file before or after a deed, never between",
          "[storage][kill][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(QStringLiteral("Mali"), QStringLiteral("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    const QString fresh = file.path(QStringLiteral("fresh.dtp"));
    REQUIRE_OK(file->backupTo(fresh));
    std::mt19937 random(20260601);
    int deedsSeen = 0;
    const int kills = rounds(60, 15);
    for (int kill = 0; kill < kills; ++kill) {
        const QString path = file.path(QStringLiteral("victim%1.dtp").arg(kill));
        REQUIRE(QFile::copy(fresh, path));
        QProcess victim;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("DTP_TEST_VICTIM"), path);
        victim.setProcessEnvironment(variables);
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("[.victim]")});
        REQUIRE(victim.waitForReadyRead(20000));
        // From the first commit on, at any moment of the next ones.
        victim.waitForFinished(static_cast<int>(random() % 25));
        victim.kill();
        REQUIRE(victim.waitForFinished());
        const QList<QByteArray> lines = victim.readAllStandardOutput().split('\n');
        int done = 0;
        for (const QByteArray& line : lines) {
            if (line.startsWith("done "))
                done = line.mid(5).toInt();
        }
        auto opened = Store::open(path, file.environment);
        REQUIRE_OK(opened);
        const QStringList names = namesIn(**opened);
        INFO("kill " << kill << " after deed " << done);
        CHECK((names == expectedAfter(done) || names == expectedAfter(done + 1)));
        CHECK((*opened)->check().value() == QStringList());
        deedsSeen += done;
        opened->reset();
        QFile::remove(path);
    }
    CHECK(deedsSeen > kills); // the kills did come in the middle of work
}
