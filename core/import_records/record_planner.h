// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out for each row which record it is and what it adds. The inside of record_import.h.
#pragma once

#include <import_records/case_finder.h>
#include <import_records/person_finder.h>
#include <import_records/record_import.h>

#include <QSet>

namespace dtp
{

class RecordImportFile::Private
{
public:
    Entity entity = Entity::None;
    QString name;
    ImportMapping mapping;
    QStringList remarks;
    std::vector<RecordDraft> rows; // blank ones are not among them
};

// A record as it is or as the import will make it; new ones have a negative stand-in key until they are written.
struct RecordState {
    RecordValues values;
    bool isNew = false;
    bool isChanged = false;
    qint64 row = 0;       // that made it
    QSet<int> saidBefore; // fields that an earlier row of the file has a value for: later rows do not replace it
};

// What a row names and was not known, in the order in which it is to be written.
struct MadeRecord {
    RecordValues values; // with a negative stand-in key
    PersonHint person;   // of people: their contacts
    qint64 row = 0;
};

class RecordImportPlan::Private
{
public:
    std::shared_ptr<const RecordImportFile> file;
    RecordImportOptions options;
    RecordImportCounts counts;
    std::vector<PlannedRow> rows;
    std::vector<RecordState> states; // new or changed ones
    std::vector<MadeRecord> made;
    std::pair<qint64, int> version; // of the data that the plan was made for
};

class RecordPlanner
{
public:
    RecordPlanner(const Store& store, const RecordImportFile::Private& file, const RecordImportOptions& options,
                  const Progress& progress);
    Result<> run(RecordImportPlan::Private& plan);

private:
    struct Link { // a reference of a row, resolved
        int field;
        Found found;
        const NamedReference* named; // nullptr: the person
    };
    Result<> readOwnRecords();
    Result<> readReferences();
    Result<> readPeople();
    qint64 personIn(const RecordValues& values) const;
    Result<> readCandidates();
    Result<> load(const std::vector<qint64>& keys);
    int stateOf(qint64 key) const { return m_stateByKey.value(key, -1); }
    TitleFinder* titlesOf(int field);

    std::vector<Link> resolve(const RecordDraft& row, const RecordValues* known);
    QString linkKey(const RecordValues& values) const; // empty when a reference is missing
    std::vector<qint64> candidatesOf(const RecordValues& values);
    int matchOf(const RecordDraft& row, const RecordValues& values, QString& problem);
    int agreement(const RecordDraft& row, const RecordValues& said, const RecordValues& other) const;
    void planRow(const RecordDraft& draft, RecordImportPlan::Private& plan);
    static QString problemOf(RecordValues values, const std::vector<Link>& links);
    // match: the state that the row is of; below 0: a new one
    QString brokenRule(const RecordDraft& row, const RecordValues& values, int match) const; // a sentence, or empty
    void take(RecordDraft& row, const std::vector<Link>& links, RecordValues& values, int match, PlannedRow& planned);
    QString settleLinks(RecordDraft& row, std::vector<Link>& links, RecordValues& values);
    void makeMissing(RecordDraft& row, const std::vector<Link>& links, RecordValues& values);
    int addState(const RecordDraft& row, RecordValues values);
    QString nameOf(const RecordValues& values);
    QString nameOf(const RecordDraft& row) const;
    bool goesOn(qint64 done, qint64 total, const QString& what) const;

    const Store& m_store;
    const RecordImportFile::Private& m_file;
    const RecordImportOptions m_options;
    const Progress& m_progress;
    const RecordType& m_type;
    const ImportRule& m_rule;
    const RecordValues m_fresh; // all fields at their defaults
    const int m_person;
    PersonFinder m_people;
    std::unique_ptr<CaseFinder> m_cases;                                   // of a type whose records belong to cases
    std::vector<std::pair<Entity, std::unique_ptr<TitleFinder>>> m_titles; // of what the type refers to, and its own
    TitleFinder* m_own = nullptr;
    std::vector<RecordState> m_states;
    QHash<qint64, int> m_stateByKey;
    QHash<QString, std::vector<qint64>> m_byLinks;
    std::vector<MadeRecord> m_made;
    qint64 m_nextStandIn = -1;
};

// What a row changed in a record, in words.
struct RecordAdditions {
    QStringList added;
    QStringList replaced;
    QStringList conflicts; // sentences: what the file says and was not taken
    bool isAny() const { return !added.isEmpty() || !replaced.isEmpty(); }
};
// values: what the row says, by field.
RecordAdditions addToRecord(RecordState& state, const RecordDraft& row,
                            const std::vector<std::pair<int, QVariant>>& values, MatchPolicy policy,
                            const Store& store);

} // namespace dtp
