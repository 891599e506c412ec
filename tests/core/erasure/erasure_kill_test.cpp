// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while somebody is erased: on opening, either nothing has happened or nothing of them is left.
#include "erasure_files.h"

#include <erasure/erase_person.h>
#include <search/person_search.h>
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

// Run by the test below in a process of its own, which is killed.
TEST_CASE("erases until it is killed", "[.erasing]")
{
    const Victim victim;
    Store& store = *victim.store;
    const auto person = personToErase(store, QStringLiteral("Zerubina Qwortlefax"));
    REQUIRE_OK(person);
    const auto places = erasurePlaces(store, *person);
    REQUIRE_OK(places);
    std::printf("begun\n");
    std::fflush(stdout);
    REQUIRE_OK(eraseForGood(store, *places));
}

TEST_CASE("kills while somebody is erased leave the file as it was or without a byte of her", "[erasure][kill][vault]")
{
    const bool isEncrypted = GENERATE(false, true);
    CAPTURE(isEncrypted);
    FreshStore plain;
    FreshStore encrypted(cheapPassphrase(QStringLiteral("Mali"), QStringLiteral("correct horse")));
    FreshStore& file = isEncrypted ? encrypted : plain;
    for (int i = 0; i < 10; ++i)
        addPerson(*file, QStringLiteral("Amelia%1").arg(i), QStringLiteral("Stone"), {});
    const Person her = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"), {});
    Person other = addPerson(*file, QStringLiteral("Tomas"), QStringLiteral("Brook"), {});
    other.notes = QStringLiteral("Knows Zerubina Qwortlefax.");
    REQUIRE_OK(file->change(QStringLiteral("Change"), [&](ChangeWriter& writer) { return writer.update(other); }));
    const QString fresh = file.path(QStringLiteral("fresh.dtp"));
    REQUIRE_OK(file->backupTo(fresh));
    const QString before = contentOf(*file);
    std::mt19937 random(20260601);
    int erased = 0;
    for (int kill = 0; kill < rounds(40, 15); ++kill) {
        INFO("kill " << kill);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("victim.dtp"));
        REQUIRE(QFile::copy(fresh, path));
        QProcess victim;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("DTP_TEST_VICTIM"), path);
        victim.setProcessEnvironment(variables);
        victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("[.erasing]")});
        REQUIRE(victim.waitForReadyRead(20000));
        // Every fifth comes to its end, however busy the computer is.
        victim.waitForFinished(kill % 5 == 0 ? 20000 : static_cast<int>(random() % 60));
        victim.kill();
        victim.waitForFinished();
        REQUIRE(victim.state() == QProcess::NotRunning);
        {
            auto opened = Store::open(path, file.environment);
            REQUIRE_OK(opened);
            const auto isThere = (*opened)->contains(Entity::Person, her.id.value);
            REQUIRE_OK(isThere);
            CHECK((*opened)->check().value() == QStringList());
            if (*isThere) {
                CHECK(contentOf(**opened) == before);
                continue;
            }
        }
        ++erased;
        CHECK(placesOf({QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax")}, folder.path()) == QStringList());
    }
    CHECK(erased >= rounds(40, 15) / 5);
}
