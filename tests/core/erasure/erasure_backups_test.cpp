// SPDX-License-Identifier: GPL-3.0-or-later
// Backups of a file in which somebody is erased: in reach they are rewritten, before the file; out of reach they are
// told.
#include "erasure_files.h"

#include <erasure/erase_person.h>
#include <storage/backup_places.h>
#include <support/fresh_store.h>

#include <QDir>
#include <QFile>
#include <algorithm>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("backups are rewritten first, so that an erasing that is stopped can be done again", "[erasure][backup]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    REQUIRE(places->backups.size() == 1);
    int seen = 0;
    const auto erased = eraseEverywhere(*file, *places, [&](qint64, qint64, const QString& what) {
        if (what == QStringLiteral("Rewriting backups")) {
            ++seen;
            CHECK(personToErase(*file, QStringLiteral("Zerubina Qwortlefax")).value_or(0) == person.id.value);
        }
        return true;
    });
    REQUIRE_OK(erased);
    CHECK(seen == 1);
    CHECK(erased->backups == 1);
    CHECK(placesOf({QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax")}, file.folder.path()) == QStringList());
}

TEST_CASE("of each backup that may hold who is erased it is said when it is deleted by itself", "[erasure][backup]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    REQUIRE_OK(file->backupIfOlderThan(0));
    const QString byHand = file.path(QStringLiteral("test (set aside 2026-05-01 10.00.00).dtp"));
    REQUIRE_OK(file->backupTo(byHand));
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    const auto told = std::find_if(places->places.begin(), places->places.end(),
                                   [](const ErasurePlace& place) { return place.fate == ErasurePlace::Fate::Backup; });
    REQUIRE(told != places->places.end());
    REQUIRE(told->which.size() == 2);
    CHECK(told->which.front() == QStringLiteral("test (set aside 2026-05-01 10.00.00).dtp · never deleted by itself"));
    CHECK(told->which.back().startsWith(QStringLiteral("test 2026-06-01 ")));
    CHECK(told->which.back().contains(QStringLiteral(".dtp · deleted by itself about ")));
    CHECK(told->which.back().contains(QStringLiteral(" 2027")));
    // One that is not rewritten is named with that day.
    QFile backup(places->backups.back());
    REQUIRE(backup.open(QIODevice::ReadWrite));
    REQUIRE(backup.resize(5000));
    backup.close();
    const auto erased = eraseEverywhere(*file, *places);
    REQUIRE_FALSE(erased);
    CHECK(erased.error().sentence.contains(backup.fileName() + QStringLiteral(" (deleted by itself about ")));
}

TEST_CASE("a second place that is away is told, since its backups still hold the person", "[erasure][backup]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    const QString stick = file.path(QStringLiteral("stick"));
    REQUIRE(QDir().mkpath(stick));
    REQUIRE_OK(setSecondPlace(*file, stick));
    const auto isTold = [&] {
        const auto places = erasurePlaces(*file, person.id.value);
        REQUIRE_OK(places);
        return std::any_of(places->places.begin(), places->places.end(), [](const ErasurePlace& place) {
            return place.fate == ErasurePlace::Fate::Asked && place.what.contains(QStringLiteral("second place"));
        });
    };
    CHECK_FALSE(isTold());
    REQUIRE(QDir(stick).removeRecursively());
    CHECK(isTold());
}

TEST_CASE("a copy under another name is told, since nobody rewrites it, a file of others is not", "[erasure][backup]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    const QString copy = file.path(QStringLiteral("before the workshop.dtp"));
    REQUIRE_OK(file->backupTo(copy));
    FreshStore other;
    other.clock.set(other.clock.now().addDays(1)); // else its people would have the same keys
    addPerson(*other, QStringLiteral("Mele"), QStringLiteral("Fifita"));
    REQUIRE_OK(other->backupTo(file.path(QStringLiteral("of others.dtp"))));
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    const auto told = std::find_if(places->places.begin(), places->places.end(), [](const ErasurePlace& place) {
        return place.fate == ErasurePlace::Fate::Asked && place.what.contains(QStringLiteral("under other names"));
    });
    REQUIRE(told != places->places.end());
    CHECK(told->which == QStringList{QDir::toNativeSeparators(copy)});
}

TEST_CASE("a backup in the second place that cannot be read is told, since it may hold the person",
          "[erasure][backup]")
{
    FreshStore file;
    const Person person = addPerson(*file, QStringLiteral("Zerubina"), QStringLiteral("Qwortlefax"));
    const QString stick = file.path(QStringLiteral("stick"));
    REQUIRE(QDir().mkpath(stick));
    REQUIRE_OK(setSecondPlace(*file, stick));
    REQUIRE_OK(file->backupIfOlderThan(0));
    QString second;
    for (const BackupEntry& entry : allBackups(*file)) {
        if (entry.isInSecondPlace)
            second = entry.path;
    }
    REQUIRE_FALSE(second.isEmpty());
    QFile backup(second);
    REQUIRE(backup.open(QIODevice::ReadWrite));
    constexpr int header = 100;
    REQUIRE(backup.seek(header));
    REQUIRE(backup.write(QByteArray(static_cast<int>(backup.size()) - header, '\xA5')) > 0);
    backup.close();
    const auto places = erasurePlaces(*file, person.id.value);
    REQUIRE_OK(places);
    CHECK_FALSE(places->backups.contains(second)); // whose it is, nobody can say: it is not rewritten
    const auto told = std::find_if(places->places.begin(), places->places.end(), [](const ErasurePlace& place) {
        return place.fate == ErasurePlace::Fate::Asked && place.what.contains(QStringLiteral("cannot be read"));
    });
    REQUIRE(told != places->places.end());
    CHECK(told->which == QStringList{QDir::toNativeSeparators(second)});
}
