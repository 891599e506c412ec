// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out for each row who it is, and what it adds.
#pragma once

#include <import/import_plan.h>

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
        int state = -1; // index among the people of the plan
    };
    struct Match {
        int known = -1;
        QString how; // a sentence
        QStringList doubts;
    };

    Result<> collectKeys();
    Result<> readSources();
    Result<> readContacts();
    Result<> readNames();
    Result<> readMatched();
    Match matchOf(const PersonDraft& row) const;
    Match byContact(const PersonDraft& row) const;
    QStringList doubtsOf(const PersonDraft& row, int except) const;
    void planRow(const PersonDraft& row, ImportPlan::Private& plan);
    int addKnown(const PersonDraft& row);
    void addToPerson(PersonState& state, const PersonDraft& row, const QString& how, PlannedRow& planned);
    int knownOf(qint64 id);
    void remember(int known, const PersonDraft& row);
    PersonState& stateOf(int known);
    template <class R>
    Result<> readChildren(std::vector<Kept<R>> PersonState::*list, const std::vector<qint64>& people,
                          const QHash<qint64, int>& stateOf);
    bool goesOn(qint64 done, qint64 total, const char* what) const;

    const Store& m_store;
    const ImportFile::Private& m_file;
    const MatchPolicy m_policy;
    const Progress& m_progress;
    std::vector<Known> m_known;
    QHash<qint64, int> m_knownById;
    // What rows may be known by, each with whom it belongs to; only keys that the file has.
    QHash<QString, std::vector<int>> m_byEmail;
    QHash<QString, std::vector<int>> m_byPhone;
    QHash<QString, std::vector<int>> m_byName;
    QHash<QString, int> m_byDigest;
    QHash<qint64, std::vector<int>> m_byRow; // of a file of the same name
    std::vector<PersonState> m_states;
    NamedThings m_things;
};

} // namespace dtp
