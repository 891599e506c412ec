// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out for each row who it is, and what it adds.
#pragma once

#include <import/import_plan.h>

#include <functional>

namespace dtp
{

class ImportPlanner
{
public:
    ImportPlanner(const Store& store, const ImportFile& file, MatchPolicy policy, const Progress& progress);
    Result<> run(ImportPlan::Private& plan);

private:
    // Somebody a row may be: known already, or made by an earlier row.
    struct Known {
        qint64 id = 0;  // 0: made by this import
        qint64 row = 0; // of the row that makes them
        std::vector<NameKey> nameKeys;
        QString name;   // to show
        int state = -1; // index among those who are known and read
        int rows = 0;   // how many rows are known to be this person's before any is planned
    };
    // A row with its keys.
    struct Row {
        const PersonDraft& draft;
        const RowKeys& keys;
    };
    struct Match {
        int known = -1;
        QString how; // a sentence
        QStringList doubts;
    };

    void collectKeys();
    Result<> readSources();
    Result<> readContacts();
    Result<> readNames();
    Result<> readMatched();
    Result<> readStates(const std::vector<qint64>& people);
    template <class R>
    Result<> readChildren(std::vector<Kept<R>> PersonState::*list, const QVariantList& people,
                          const QHash<qint64, size_t>& places, std::vector<PersonState>& states) const;
    Result<> forEachRow(const std::function<Result<>(const Row&)>& visit) const;
    Match matchOf(const Row& row) const;
    Match byContact(const Row& row) const;
    QStringList doubtsOf(const Row& row) const;
    bool mayMeet(const RowKeys& keys) const;
    void planRow(const Row& row, ImportPlan::Private& plan);
    int addKnown(const Row& row);
    void addToPerson(int known, const Row& row, const QString& how, PlannedRow& planned, PlannedPeople& people);
    void addToState(PersonState& state, const PersonDraft& row, const QString& how, PlannedRow& planned);
    int knownOf(qint64 id);
    void remember(int known, const Row& row);
    const Known& knownAt(int index) const { return m_known[static_cast<size_t>(index)]; }
    bool goesOn(qint64 done, qint64 total, const char* what) const;

    const Store& m_store;
    const ImportFile::Private& m_file;
    const MatchPolicy m_policy;
    const Progress& m_progress;
    std::vector<Known> m_known;
    QHash<qint64, int> m_knownById;
    // What rows may be known by, each with whom it belongs to; only keys that the file has.
    KeyIndex m_byEmail;
    KeyIndex m_byPhone;
    KeyIndex m_byName;
    KeyIndex m_byDigest;
    QHash<qint64, std::vector<int>> m_byRow; // of a file of the same name
    PackedList<PersonState> m_matched;       // who is known, as they are now
    NamedThings m_things;
};

} // namespace dtp
