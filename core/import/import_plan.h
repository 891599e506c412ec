// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a file that is read and of a plan, shared by the files that make them.
#pragma once

#include <import/import_row.h>
#include <import/people_import.h>
#include <import/person_state.h>

namespace dtp
{

class ImportFile::Private
{
public:
    QString name;
    ImportMapping mapping;
    QStringList headings; // of all columns, for the file of rejected rows
    QStringList remarks;
    std::vector<PersonDraft> rows; // blank ones are not among them
};

class ImportPlan::Private
{
public:
    std::shared_ptr<const ImportFile> file;
    MatchPolicy policy = MatchPolicy::Fill;
    ImportCounts counts;
    std::vector<PlannedRow> rows;
    std::vector<PersonState> people; // that are new or have something new, in the order of the file
    NamedThings things;
    std::pair<qint64, int> version; // of the data that the plan was made for
};

// Changes with every change, undo and redo.
std::pair<qint64, int> dataVersion(const Store& store);

} // namespace dtp
