// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person for good: all places where they stand, shown before, and the deed, which cannot be undone.
#pragma once

#include <erasure/erase_records.h>

#include <QDate>
#include <QHash>
#include <QStringList>

namespace dtp
{

struct ErasurePlace {
    enum class Fate {
        Erased,    // goes
        Rewritten, // stays, without them
        Asked,     // is not in our hands: others are to be asked
        Backup,    // holds them until it is rewritten or gone
        Staying,   // is not about them alone
    };
    Fate fate = Fate::Erased;
    QString what;      // "3 contacts"
    QStringList which; // at most mostListed of them
};

struct ErasurePlaces {
    QSet<qint64> people; // whom eraseForGood() is to be told
    QString name;        // to be typed before it is done
    QStringList otherNames;
    std::vector<ErasurePlace> places;
    QStringList backups;             // files, the newest first
    QHash<QString, QString> ageing;  // of each of these: when it is deleted by itself, in words
    std::vector<qint64> disclosures; // entries of the ledger with them: others are asked for these copies by tasks
};

// The places by what becomes of them, in the order in which they are shown; none is empty.
struct ErasureGroup {
    const char* key; // for programs: "erased"
    QString heading;
    std::vector<ErasurePlace> places;
};
std::vector<ErasureGroup> groupsOf(const ErasurePlaces& places);

// By number or by name; also who is in the history alone. Fails with a sentence when several fit, and when none does.
Result<qint64> personToErase(const Store& store, const QString& text);

// Changes nothing, though it needs the right to write.
Result<ErasurePlaces> erasurePlaces(Store& store, qint64 person, const Progress& progress = {});

struct Erased {
    QString sentence;      // what was done
    bool isPurged = false; // else the next opening clears the free room of the file
    qint64 backups = 0;    // that were rewritten
};
// Makes the tasks of what others are to be asked, without the name, and erases.
Result<Erased> eraseForGood(Store& store, const ErasurePlaces& places, const Progress& progress = {});

// Erases them in each backup of the file, in a copy that takes its place when it is whole. Fails with a sentence that
// names those which could not be rewritten; the others are.
Result<qint64> eraseInBackups(const Store& store, const ErasurePlaces& places, const Progress& progress = {});

// The backups first, then the file: when it is stopped half-way the person is still found, and it can be done again.
Result<Erased> eraseEverywhere(Store& store, const ErasurePlaces& places, const Progress& progress = {});

} // namespace dtp
