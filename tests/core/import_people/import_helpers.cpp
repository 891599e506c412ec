// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_helpers.h"

#include <support/catch.h>

#include <QBuffer>

namespace dtp::test
{

ImportPlan planOf(Store& store, const QString& path, MatchPolicy policy)
{
    auto file = ImportFile::read(store, path);
    REQUIRE_OK(file);
    auto plan = ImportPlan::make(store, *file, policy);
    REQUIRE_OK(plan);
    const ImportCounts& counts = plan->counts();
    CHECK(counts.rows == counts.newPeople + counts.joined + counts.unchanged + counts.rejected);
    CHECK(counts.rows == static_cast<qint64>(plan->rows().size()));
    return std::move(*plan);
}

ImportPlan import(Store& store, const QString& path, MatchPolicy policy)
{
    ImportPlan plan = planOf(store, path, policy);
    REQUIRE_OK(plan.apply(store));
    return plan;
}

QString countsOf(const ImportPlan& plan)
{
    const ImportCounts& c = plan.counts();
    return QStringLiteral("rows %1: %2 new, %3 joined, %4 unchanged, %5 rejected")
        .arg(c.rows)
        .arg(c.newPeople)
        .arg(c.joined)
        .arg(c.unchanged)
        .arg(c.rejected);
}

QStringList fatesOf(const ImportPlan& plan)
{
    QStringList all;
    for (const PlannedRow& row : plan.rows())
        all.append(QStringLiteral("%1 %2 %3: %4")
                       .arg(QString::number(row.number), rowFateCode(row.fate), row.name,
                            (QStringList{row.reason} + row.warnings).join(QStringLiteral(" | "))));
    return all;
}

QByteArray rejectedOf(const ImportPlan& plan)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(plan.writeRejected(buffer));
    return buffer.data();
}

QByteArray logOf(const ImportPlan& plan)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    REQUIRE_OK(plan.writeLog(buffer));
    return buffer.data();
}

Person personCalled(const Store& store, const QString& given, const QString& family)
{
    Where where("given_name", given);
    where.is("family_name", family);
    const auto found = store.find<Person>(where);
    REQUIRE_OK(found);
    INFO("called " << given.toStdString() << " " << family.toStdString());
    REQUIRE(found->size() == 1);
    return found->front();
}

} // namespace dtp::test
