// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_people/people_import.h>

#include <import_people/import_plan.h>
#include <import_people/import_planner.h>

namespace dtp
{

ImportPlan::ImportPlan() : d(std::make_unique<Private>()) {}
ImportPlan::~ImportPlan() = default;
ImportPlan::ImportPlan(ImportPlan&&) noexcept = default;
ImportPlan& ImportPlan::operator=(ImportPlan&&) noexcept = default;

Result<ImportPlan> ImportPlan::make(const Store& store, std::shared_ptr<const ImportFile> file, MatchPolicy policy,
                                    const Progress& progress)
{
    ImportPlan plan;
    plan.d->file = std::move(file);
    plan.d->policy = policy;
    plan.d->version = dataVersion(store);
    DTP_CHECK(ImportPlanner(store, *plan.d->file, policy, progress).run(*plan.d));
    return plan;
}

MatchPolicy ImportPlan::policy() const
{
    return d->policy;
}

const ImportCounts& ImportPlan::counts() const
{
    return d->counts;
}

const PlannedRows& ImportPlan::rows() const
{
    return d->rows;
}

QString ImportPlan::sentence() const
{
    if (people() == 1)
        return Import::tr("Import 1 person from %1").arg(d->file->name());
    return Import::tr("Import %L1 people from %2").arg(people()).arg(d->file->name());
}

} // namespace dtp
