// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out for each row who it is, and what it adds.
#pragma once

#include <import_consents/consent_remarks.h>
#include <import_people/known_people.h>

#include <functional>

namespace dtp
{

class ImportPlanner
{
public:
    ImportPlanner(const Store& store, const ImportFile& file, MatchPolicy policy, const Progress& progress);
    Result<> run(ImportPlan::Private& plan);

private:
    Result<> readMatched();
    Result<> forEachRow(const std::function<Result<>(const FileRow&)>& visit) const;
    void planRow(const FileRow& row, ImportPlan::Private& plan);
    void addToPerson(int known, const FileRow& row, const QString& how, PlannedRow& planned, PlannedPeople& people);
    void addToState(PersonState& state, const PersonDraft& row, const QString& how, PlannedRow& planned);
    bool goesOn(qint64 done, qint64 total, const char* what) const;

    void refuseForProbable(const std::vector<int>& probable, const FileRow& row, PlannedRow& planned,
                           PlannedPeople& people);
    void tellRefusals(const QStringList& purposes, const QString& name, PlannedRow& planned);
    void tellOverruled(const QStringList& purposes, const QString& name, PlannedRow& planned);
    void tellOverdue(const QStringList& purposes, const QString& name, PlannedRow& planned);
    RowContext context();

    qint64 m_endedAgreements = 0;
    QStringList m_refusals;
    const Store& m_store;
    const ImportFile::Private& m_file;
    const MatchPolicy m_policy;
    const Progress& m_progress;
    ConsentRemarks m_remarks;
    KnownPeople m_people;
    PackedList<PersonState> m_matched; // who is known, as they are now
    NamedThings m_things;
};

} // namespace dtp
