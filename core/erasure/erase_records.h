// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing people from the file for good, with what belongs to them: from the records, from the history, which is
// written anew without them so that undo of everything else still works, and from the free room in the file.
// What names them in the texts of others is for erased_names.h to say.
#pragma once

#include <base/progress.h>
#include <storage/store.h>

#include <QByteArrayView>

namespace dtp
{

struct ErasedRecords {
    QSet<qint64> people;                 // themselves, and who was merged into them and is gone
    QHash<Entity, QSet<qint64>> records; // with what belongs to them, now or ever, and their pictures
    // Records that were theirs and belong to another person now: whom, by type and key. They stay, as always hers.
    QHash<Entity, QHash<qint64, qint64>> keepers;

    bool contains(Entity entity, qint64 id) const
    {
        const auto found = records.constFind(entity);
        return found != records.constEnd() && found->contains(id);
    }
};

// People whom the history has and the file has not: those who were deleted, and imports that were taken back. By key,
// as they were called last.
Result<QHash<qint64, QString>> peopleOfHistory(const Store& store);

Result<ErasedRecords> erasedRecordsOf(const Store& store, const QSet<qint64>& people);

// Every text that these records have, and had in the history.
using SeeText = std::function<void(const RecordType&, const Field&, const QString&)>;
Result<> eachErasedText(const Store& store, const ErasedRecords& erased, const SeeText& see);

// How texts of others are to read. Has to say the same of the same text each time, so that the history stays one.
struct TextsWithout {
    std::function<bool(QByteArrayView utf8)> mayMention;  // quick; true when it is not known
    std::function<QString(const QString& text)> replaced; // the text as it is, when it does not mention them
};

// What an erasing touches.
struct ErasureCounts {
    QHash<Entity, qint64> removed;                 // that are there
    QHash<Entity, std::vector<qint64>> mentioning; // records of others whose texts change
    qint64 changesRewritten = 0;                   // of the history
    qint64 changesRemoved = 0;                     // those that were about nothing else
    qint64 settings = 0;                           // drafts and what else the window keeps
    std::vector<qint64> disclosures;               // entries of the ledger in which they are, the newest first
};

enum class Erasing {
    Try, // counts, and leaves everything as it was
    Do,
};

// In one transaction. After Do their bytes may be in free room until clearFreeRoom() has passed; when that does
// not come to its end, the next opening does it.
Result<ErasureCounts> eraseRecords(Store& store, const ErasedRecords& erased, const TextsWithout& texts, Erasing how,
                                   const Progress& progress = {});
// The day on which a person was erased, of whom the ledger has the key alone; invalid when it is not one of those.
QDate erasedOn(const Store& store, qint64 person);

} // namespace dtp
