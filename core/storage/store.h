// SPDX-License-Identifier: GPL-3.0-or-later
// The file that keeps everything: reading, and changing in change sets that can be undone, also after a restart.
//
// A Store belongs to the thread that made it. For work on another thread take another() there.
#pragma once

#include <base/clock.h>
#include <base/id.h>
#include <base/progress.h>
#include <base/result.h>
#include <records/record_type.h>
#include <records/words.h>
#include <storage/where.h>

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <functional>
#include <future>
#include <memory>
#include <vector>

struct sqlite3;

namespace dtp
{

namespace vault
{
struct FirstPassphrase;
}

class Store;
class ChangeWriter;
class RecordBatch;

// What one change touched. everything: too much to list (a restore, a whole import seen from another connection).
struct Touched {
    QHash<Entity, QSet<qint64>> records;
    QHash<Entity, QSet<qint64>> owners; // whom touched records belong or belonged to: the person of a removed e-mail
    bool everything = false;

    bool has(Entity entity) const { return everything || records.contains(entity) || owners.contains(entity); }
    bool has(Entity entity, qint64 id) const
    {
        return everything || records.value(entity).contains(id) || owners.value(entity).contains(id);
    }
};

// Takes part in every commit, in the same transaction: the search index is one. Kept by the Environment.
class CommitParticipant
{
public:
    CommitParticipant() = default;
    CommitParticipant(const CommitParticipant&) = delete;
    CommitParticipant& operator=(const CommitParticipant&) = delete;
    virtual ~CommitParticipant() = default;

    // Called on opening to write (fresh is true for a new file): registers functions, makes its tables, rebuilds when
    // out of date.
    virtual Result<> opened(sqlite3* database, bool readOnly) = 0;
    virtual Result<bool> isUpToDate(sqlite3* database) = 0; // opened() will write nothing
    virtual Result<> beforeCommit(sqlite3* database, const Touched& touched) = 0;
    // For `check`: sentences about what does not agree with the records.
    virtual Result<QStringList> check(sqlite3* database) = 0;
    // Builds it anew from the records, as after a bulk load.
    virtual Result<> rebuild(sqlite3* database) = 0;
};

// What a Store needs from outside. Must outlive it.
struct Environment {
    const Clock* clock = nullptr;
    IdMaker* ids = nullptr;
    QString author;       // who is at the keyboard, for the history
    QString backupFolder; // empty: "<name> backups" beside the file
    std::vector<std::shared_ptr<CommitParticipant>> participants;
};

enum class OpenMode { ReadWrite, ReadOnly };

struct ChangeSummary {
    enum class State { Done, Undone, Dropped }; // dropped: undone, and then something else was done
    qint64 id = 0;
    QDateTime at;
    QString author;
    QString sentence;
    State state = State::Done;
    qint64 records = 0; // how many it touched
};

// One line of a record's history.
struct FieldChange {
    QString label;
    QVariant before; // stored forms; null where the record was not there
    QVariant after;
    const Field* field = nullptr;
};
struct RecordChange {
    enum class What { Added, Changed, Removed };
    ChangeSummary change;
    Entity entity = Entity::None;
    qint64 id = 0;
    What what = What::Changed;
    std::vector<FieldChange> fields;
};

// Tells everybody of a change after it is committed, never before; and of what could not be read where the answer is
// words, which have no place for an error.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
Q_SIGNALS:
    void changed(const dtp::Touched& touched);
    // titleOf, displayText, vocabulary, setting, nextUndo, nextRedo or a valueOrTold gave nothing because the file
    // could not be read.
    void readingFailed(const dtp::Error& error);
};

class Store : public Words
{
public:
    // Fails when the file exists. The new file has mode 0600 and the built-in vocabularies. It is encrypted when a
    // passphrase is given; without one anybody who gets it can read it.
    static Result<std::unique_ptr<Store>> create(const QString& path, const Environment& environment,
                                                 const vault::FirstPassphrase* passphrase = nullptr);
    // Encrypts a plain file, which is open nowhere, and its backups in the environment's folder, each in one step. The
    // plain ones are written over before they go; what the disk has elsewhere of older states of them is not reached.
    static Result<> encrypt(const QString& path, const vault::FirstPassphrase& passphrase,
                            const Environment& environment, const Progress& progress = {});
    // What is still plain of the backups of an encrypted and unlocked file, and of what was set aside beside it, as
    // when encrypting was stopped half-way. How many they were.
    static Result<qint64> encryptBackups(const QString& path, const Environment& environment,
                                         const Progress& progress = {});
    // Opens, after a backup migrates an older file, refuses a newer, a damaged or a foreign one with a sentence. When
    // another program has the file, opens it to read: see readOnlyReason(). An encrypted one must be unlocked, see
    // vault::unlock(); else the error's detail is vault::lockedDetail. A file of up to 16 MB is looked through for
    // damage meanwhile, see soundness().
    static Result<std::unique_ptr<Store>> open(const QString& path, const Environment& environment,
                                               OpenMode mode = OpenMode::ReadWrite);
    ~Store() override;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    QString path() const;
    bool isReadOnly() const;
    QString readOnlyReason() const; // a sentence; empty when it may be written
    const Environment& environment() const;
    // What looking through the file has found, which goes on beside other work after opening: fails where it is
    // damaged. Every change waits for it; who only reads waits before anything is shown. May outlive the store.
    std::shared_future<Result<>> soundness() const;

    // A second connection to the same file for another thread; shares this one's right to write. Commits made there
    // must be told here with noteChangesElsewhere().
    Result<std::unique_ptr<Store>> another() const;
    void noteChangesElsewhere();

    // Reading.
    template <class R>
    Result<R> get(Id<R> id) const
    {
        DTP_TRY(values, get(R::entity, id.value));
        return fromValues<R>(values);
    }
    template <class R>
    Result<std::vector<R>> find(const Where& where = {}) const
    {
        DTP_TRY(all, find(R::entity, where));
        std::vector<R> records;
        records.reserve(all.size());
        for (const RecordValues& values : all)
            records.push_back(fromValues<R>(values));
        return records;
    }
    Result<RecordValues> get(Entity entity, qint64 id) const; // fails when there is no such record
    Result<std::vector<RecordValues>> find(Entity entity, const Where& where = {}) const;
    Result<std::vector<qint64>> ids(Entity entity, const Where& where = {}) const;
    Result<qint64> count(Entity entity, const Where& where = {}) const;
    Result<bool> contains(Entity entity, qint64 id) const; // whether there is such a record
    // The records of these keys, in this order; those that are gone are left out. fields: indexes in the field table
    // to read (all when empty; the rest stay at defaults).
    Result<std::vector<RecordValues>> rows(Entity entity, const std::vector<qint64>& ids,
                                           const std::vector<int>& fields = {}) const;

    // Words for people. A link record is called by what it links. Empty for what is not there; empty, and told by
    // Notifier::readingFailed, where it could not be read.
    QString titleOf(Entity entity, qint64 id) const override;
    QString displayText(const Field& field, const QVariant& stored) const;
    // The file's own words; cached until a Term changes.
    const Vocabulary& vocabulary(const QString& name) const override;
    // By title of what has one text for it, whatever its case; a person only by key.
    Result<qint64> recordCalled(Entity entity, const QString& text) const override;

    // One change: runs deed in one transaction; on its failure nothing has happened. sentence is for the undo menu and
    // the history: "Merge 2 records of Sok Dara". A deed that changes nothing leaves no trace and returns 0.
    Result<qint64> change(const QString& sentence, const std::function<Result<>(ChangeWriter&)>& deed);
    // Like change, but without history and undo: for filling a new file with sample data. Participants are rebuilt at
    // the end.
    Result<> load(const std::function<Result<>(ChangeWriter&)>& deed);
    // load for very many records: indexes are made, and references checked, once at the end instead of row by row.
    Result<> loadMany(const std::function<Result<>(ChangeWriter&)>& deed);

    std::optional<ChangeSummary> nextUndo() const;
    std::optional<ChangeSummary> nextRedo() const;
    Result<ChangeSummary> undo(); // fails with a sentence when there is nothing to undo
    Result<ChangeSummary> redo();
    Result<std::vector<ChangeSummary>> history(qint64 limit = 100, qint64 offset = 0) const; // newest first
    // What happened to a record and to what it owns, newest first.
    Result<std::vector<RecordChange>> recordHistory(Entity entity, qint64 id, qint64 limit = 200) const;

    // Small facts about the file, outside undo: "smallCell", "lastExportFolder" …
    QString setting(const QString& key, const QString& fallback = {}) const;
    Result<> setSetting(const QString& key, const QString& value);

    // Whole-file work. backupTo writes a checked copy, replacing the target only when it is complete.
    Result<> backupTo(const QString& target, const Progress& progress = {}) const;
    // A backup into the environment's folder when the newest is older than maximumAge seconds; keeps the newest
    // `keep`.
    Result<> backupIfOlderThan(qint64 maximumAge, int keep = 10) const;
    // Whether an error of open() says that the file is damaged, so that a backup should be offered.
    static bool isDamage(const Error& error);
    // Newest backup of the file at path that opens and is whole, or is locked; else empty.
    static QString newestBackup(const QString& path, const QString& backupFolder = {});
    // Puts a backup in the place of the file at path. What is there is kept beside it as "<name> (set aside
    // <time>).dtp".
    static Result<> restore(const QString& backup, const QString& path);
    // Sentences about what is wrong: integrity, foreign keys, field tables against schema, index. Empty when all is
    // well.
    Result<QStringList> check(const Progress& progress = {}) const;
    // Makes every index anew from the records, where check() has found nothing but a disagreement of both. Sentences
    // about the records with which an index did not agree: which of both was right is not known.
    Result<QStringList> rebuildIndexes();

    Notifier& notifier() const;
    // For core/search alone, which has SQL of its own.
    sqlite3* handle() const;

private:
    friend class ChangeWriter;
    class Private;
    explicit Store(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

// For words, heads and hints, which have no place for an error: the value, or an empty one and the error told.
template <class T>
T valueOrTold(const Store& store, Result<T> result)
{
    if (result)
        return std::move(*result);
    Q_EMIT store.notifier().readingFailed(result.error());
    return T{};
}

// The only way to change records; exists only inside Store::change and Store::load.
class ChangeWriter
{
public:
    ChangeWriter(const ChangeWriter&) = delete;
    ChangeWriter& operator=(const ChangeWriter&) = delete;

    // Gives the record a key when it has none. Fails when it is not valid.
    template <class R>
    Result<Id<R>> insert(R& record)
    {
        RecordValues values = toValues(record);
        DTP_CHECK(insert(values));
        record.id = {values.id};
        return record.id;
    }
    template <class R>
    Result<Id<R>> insert(R&& record)
    {
        R copy = std::move(record);
        return insert<R>(copy);
    }
    template <class R>
    Result<> update(const R& record)
    {
        return update(toValues(record));
    }
    template <class R>
    Result<> remove(Id<R> id)
    {
        return remove(R::entity, id.value);
    }

    Result<> insert(RecordValues& values);
    Result<> insertAll(const RecordBatch& batch); // in its order
    Result<> update(const RecordValues& values);  // writes only the fields that differ; fails when the record is gone
    Result<> remove(Entity entity, qint64 id);    // and what it owns
    void notePastWrites(); // for core/reverting: what is written by other ways is found in the change set
    const Store& store() const;

private:
    friend class Store;
    ChangeWriter(Store& store, bool recording);
    ~ChangeWriter();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dtp
