// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/erasure_list.h>

#include <base/clock.h>
#include <database/database_files.h>
#include <database/retention.h>
#include <privacy/recall.h>
#include <records/people.h>
#include <records/reports.h>
#include <storage/backup_places.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace dtp
{

namespace
{
struct Erasure {
    Q_DECLARE_TR_FUNCTIONS(Erasure)
};

using Fate = ErasurePlace::Fate;
constexpr size_t mostListed = 20;

QString counted(const RecordType& type, qint64 count)
{
    return QLocale().toString(count) + QLatin1Char(' ') + (count == 1 ? type.singularText() : type.pluralText());
}

void addRecords(const ErasedRecords& erased, const ErasureCounts& counts, ErasurePlaces& places)
{
    for (const RecordType& type : allRecordTypes()) {
        if (const qint64 count = counts.removed.value(type.entity, 0); count > 0)
            places.places.push_back({Fate::Erased, counted(type, count), {}});
    }
    if (const qsizetype merged = erased.people.size() - 1; merged > 0)
        places.places.push_back(
            {Fate::Erased, Erasure::tr("Records that were merged into this one: %1").arg(merged), {}});
    if (counts.changesRemoved > 0)
        places.places.push_back(
            {Fate::Erased,
             Erasure::tr("Changes in the history about nothing else: %1").arg(counts.changesRemoved),
             {}});
}

void addTexts(const Store& store, const ErasureCounts& counts, ErasurePlaces& places)
{
    for (const RecordType& type : allRecordTypes()) {
        const std::vector<qint64> ids = counts.mentioning.value(type.entity);
        if (ids.empty())
            continue;
        ErasurePlace place{Fate::Rewritten, counted(type, static_cast<qint64>(ids.size())), {}};
        for (size_t i = 0; i < ids.size() && i < mostListed; ++i) {
            if (const QString title = store.titleOf(type.entity, ids[i]); !title.isEmpty())
                place.which.append(title);
        }
        places.places.push_back(std::move(place));
    }
    if (counts.changesRewritten > 0)
        places.places.push_back(
            {Fate::Rewritten,
             Erasure::tr("Changes in the history about others too: %1").arg(counts.changesRewritten),
             {}});
    if (counts.settings > 0)
        places.places.push_back(
            {Fate::Rewritten, Erasure::tr("What the window keeps, such as drafts: %1").arg(counts.settings), {}});
    places.places.push_back({Fate::Rewritten, Erasure::tr("The search index and the free room of the file"), {}});
}

// What left, and where they came from: nobody but others can erase that.
Result<> addOthers(const Store& store, const ErasedRecords& erased, const ErasureCounts& counts, ErasurePlaces& places)
{
    places.disclosures = counts.disclosures;
    if (!counts.disclosures.empty()) {
        ErasurePlace left{Fate::Asked,
                          Erasure::tr("Copies that left with this person: %1. The list of what left keeps them as "
                                      "“a person erased on …”")
                              .arg(counts.disclosures.size()),
                          {}};
        DTP_TRY(entries, store.rows(Entity::Disclosure, counts.disclosures));
        for (const RecordValues& values : entries)
            left.which.append(LeftCopy{fromValues<Disclosure>(values)}.inWords());
        places.places.push_back(std::move(left));
    }
    for (const BackupPlace& place : backupPlaces(store)) {
        if (!place.isThere)
            places.places.push_back(
                {Fate::Asked,
                 Erasure::tr("Backups in the second place, which is not there just now, still hold this "
                             "person, and none of them is deleted by itself while it is away. Bring it first, or "
                             "delete them there"),
                 {QDir::toNativeSeparators(place.chosen)}});
    }
    const QSet<qint64> rows = erased.records.value(Entity::Provenance);
    DTP_TRY(origins, store.rows(Entity::Provenance, std::vector<qint64>(rows.cbegin(), rows.cend())));
    ErasurePlace lists{Fate::Asked,
                       Erasure::tr("Lists that this person was imported from, and what was written about "
                                   "rejected rows beside them"),
                       {}};
    for (const RecordValues& values : origins)
        lists.which.append(fromValues<Provenance>(values).file);
    lists.which.removeDuplicates();
    if (!lists.which.isEmpty())
        places.places.push_back(std::move(lists));
    return {};
}

// Pictures show others too: they stay, and the gate keeps them inside.
Result<> addPictures(const Store& store, const ErasedRecords& erased, ErasurePlaces& places)
{
    QVariantList people;
    for (const qint64 person : erased.people)
        people.append(person);
    DTP_TRY(shown, store.find<PhotoPerson>(Where().compare("person_id", Where::Op::In, people).orderBy("id")));
    if (shown.empty())
        return {};
    ErasurePlace place{Fate::Staying,
                       Erasure::tr("Pictures of reports that show this person: %1. They leave for outsiders no "
                                   "longer; delete them in the report")
                           .arg(shown.size()),
                       {}};
    for (size_t i = 0; i < shown.size() && i < mostListed; ++i) {
        DTP_TRY(photo, store.get(shown[i].photo));
        place.which.append(photo.caption);
    }
    place.which.removeAll(QString());
    places.places.push_back(std::move(place));
    return {};
}

// When each backup goes by itself, as removeAged() takes them; what is not among them never does.
QHash<QString, QDate> daysOfBackups(const Store& store)
{
    QHash<QString, QDate> days;
    for (const BackupPlace& place : backupPlaces(store)) {
        const QFileInfoList files = place.isThere ? backupsIn(store, place) : QFileInfoList();
        std::vector<BackupMoment> moments;
        for (const QFileInfo& file : files)
            moments.push_back({timeOfBackup(store.path(), file), contentOfBackup(file.absoluteFilePath()).people});
        const auto found = daysOfAgeing(moments, store.environment().clock->now().toLocalTime());
        for (qsizetype i = 0; i < files.size(); ++i) {
            const QString path = files.at(i).absoluteFilePath();
            const auto day = found[static_cast<size_t>(i)];
            if (day && !hasJournal(path) && isBackupOf(store, path).value_or(false))
                days.insert(path, *day);
        }
    }
    return days;
}

void addBackups(const Store& store, ErasurePlaces& places)
{
    QFileInfoList backups = setAsideOf(store.path());
    for (const BackupEntry& entry : allBackups(store)) {
        // On a stick there may be those of other files of the same name. What cannot be read is told by addCopies().
        if (!entry.isInSecondPlace || isBackupOf(store, entry.path).value_or(false))
            backups.append(QFileInfo(entry.path));
    }
    if (backups.isEmpty())
        return;
    ErasurePlace place{
        Fate::Backup,
        Erasure::tr("Backups that may hold this person, until they are rewritten, or deleted as too old on the day "
                    "that is said, when there is a backup every day: %1")
            .arg(backups.size()),
        {}};
    const QHash<QString, QDate> days = daysOfBackups(store);
    for (const QFileInfo& backup : backups) {
        const QString path = backup.absoluteFilePath();
        const QString when = days.contains(path)
                                 ? Erasure::tr("deleted by itself about %1")
                                       .arg(QLocale().toString(days.value(path), QStringLiteral("d MMMM yyyy")))
                                 : Erasure::tr("never deleted by itself");
        places.backups.append(path);
        places.ageing.insert(path, when);
        place.which.append(QStringLiteral("%1 · %2").arg(backup.fileName(), when));
    }
    places.places.push_back(std::move(place));
}

// Copies that somebody made by hand, where one would look for them. Of an encrypted one that does not open with what
// opens this file nobody can say whose it is: it counts as a copy. What cannot be read may hold anybody.
void addCopies(const Store& store, ErasurePlaces& places)
{
    QStringList folders{QFileInfo(store.path()).absolutePath()};
    for (const BackupPlace& place : backupPlaces(store)) {
        if (place.isThere)
            folders += {QFileInfo(place.folder).absoluteFilePath(), place.chosen};
    }
    folders.removeAll(QString());
    folders.removeDuplicates();
    ErasurePlace copies{
        Fate::Asked,
        Erasure::tr("Copies under other names, which are not rewritten and never deleted by themselves: "
                    "delete them, or open each and erase the person there"),
        {}};
    ErasurePlace unread{
        Fate::Asked,
        Erasure::tr("Files that cannot be read, may hold this person and are never deleted by themselves: "
                    "delete them, or salvage them and erase the person in what comes of it"),
        {}};
    for (const QString& folder : std::as_const(folders)) {
        const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.dtp")}, QDir::Files, QDir::Name);
        for (const QFileInfo& file : files) {
            const QString path = file.absoluteFilePath();
            if (file == QFileInfo(store.path()) || places.backups.contains(path))
                continue;
            const auto isOurs = isBackupOf(store, path);
            if (!isOurs)
                unread.which.append(QDir::toNativeSeparators(path));
            else if (vault::isLocked(path) || (*isOurs && contentOfBackup(path).people != 0))
                copies.which.append(QDir::toNativeSeparators(path));
        }
    }
    for (ErasurePlace* const place : {&copies, &unread}) {
        if (!place->which.isEmpty())
            places.places.push_back(std::move(*place));
    }
}
} // namespace

Result<> listPlaces(const Store& store, const ErasedRecords& erased, const ErasureCounts& counts,
                    const ErasedNames& names, ErasurePlaces& places)
{
    addRecords(erased, counts, places);
    addTexts(store, counts, places);
    DTP_CHECK(addOthers(store, erased, counts, places));
    DTP_CHECK(addPictures(store, erased, places));
    addBackups(store, places);
    addCopies(store, places);
    if (const QStringList staying = names.staying(); !staying.isEmpty())
        places.places.push_back(
            {Fate::Staying,
             Erasure::tr("Words of the names that stay where they stand alone, since others have them or they are "
                         "ordinary words"),
             staying});
    return {};
}

} // namespace dtp
