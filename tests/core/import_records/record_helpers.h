// SPDX-License-Identifier: GPL-3.0-or-later
// Importing records in tests: a text becomes a file, the file a plan, the plan a change.
#pragma once

#include "../import_people/import_helpers.h"

#include <import_records/record_import.h>
#include <lists/people_export.h>
#include <lists/record_rows.h>
#include <records/reports.h>
#include <support/catch.h>

namespace dtp::test
{

inline QString t(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

inline RecordImportPlan planRecords(Store& store, Entity entity, const QString& path,
                                    const RecordImportOptions& options = {})
{
    auto file = RecordImportFile::read(store, entity, path);
    REQUIRE_OK(file);
    auto plan = RecordImportPlan::make(store, *file, options);
    REQUIRE_OK(plan);
    const RecordImportCounts& counts = plan->counts();
    CHECK(counts.rows == counts.made + counts.updated + counts.unchanged + counts.rejected);
    CHECK(counts.rows == static_cast<qint64>(plan->rows().size()));
    return std::move(*plan);
}

inline RecordImportPlan importRecords(Store& store, Entity entity, const QString& path,
                                      const RecordImportOptions& options = {})
{
    RecordImportPlan plan = planRecords(store, entity, path, options);
    REQUIRE_OK(plan.apply(store));
    return plan;
}

inline QString countsOf(const RecordImportPlan& plan)
{
    const RecordImportCounts& c = plan.counts();
    return t("rows %1: %2 new, %3 updated, %4 unchanged, %5 rejected")
        .arg(c.rows)
        .arg(c.made)
        .arg(c.updated)
        .arg(c.unchanged)
        .arg(c.rejected);
}

inline QStringList fatesOf(const RecordImportPlan& plan)
{
    QStringList all;
    for (const PlannedRow& row : plan.rows())
        all.append(t("%1 %2 %3: %4")
                       .arg(QString::number(row.number), recordFateCode(row.fate), row.name,
                            (QStringList{row.reason} + row.warnings).join(t(" | "))));
    return all;
}

template <class R>
std::vector<R> all(const Store& store)
{
    auto found = store.find<R>();
    REQUIRE_OK(found);
    return *found;
}

template <class R>
Id<R> add(Store& store, R record)
{
    REQUIRE_OK(store.change(t("Add"), [&](ChangeWriter& writer) -> Result<> {
        DTP_CHECK(writer.insert(record));
        return {};
    }));
    return record.id;
}

// Three people, a program and a network.
struct SmallWorld {
    explicit SmallWorld(Store& store)
    {
        dara = addPerson(store, t("Dara"), t("Sok"), t("KH")).id;
        maria = addPerson(store, t("Maria"), t("Santos"), t("PH")).id;
        ContactPoint mail;
        mail.person = maria;
        mail.kind = t("email");
        mail.value = t("maria@example.org");
        add(store, mail);
        ProgramSeries series;
        series.name = t("Annual Program");
        series.shortName = t("AP");
        annual = add(store, series);
        for (const int year : {1997, 1998}) {
            ProgramEdition edition;
            edition.title = t("Annual Program %1").arg(year);
            edition.series = annual;
            edition.start = PartialDate(year, 6);
            (year == 1997 ? first : second) = add(store, edition);
        }
        Network net;
        net.name = t("Land Network");
        network = add(store, net);
        Workshop shop;
        shop.title = t("Training of trainers");
        shop.start = QDate(2026, 6, 14);
        workshop = add(store, shop);
    }
    Id<Person> dara, maria;
    Id<ProgramSeries> annual;
    Id<ProgramEdition> first, second;
    Id<Network> network;
    Id<Workshop> workshop;
};

// A list of all records of a type as our own exports write it: labels, and what people read. withKeys: and the record.
inline QByteArray exported(const Store& store, Entity entity, bool withKeys)
{
    const auto quoted = [](const QString& cell) {
        return QByteArray('"' + cell.toUtf8().replace("\"", "\"\"") + '"');
    };
    auto keys = store.ids(entity);
    REQUIRE_OK(keys);
    QStringList wanted;
    for (const TableColumn& column : recordColumns(entity)) {
        if (withKeys || column.key != recordKeyColumn().key)
            wanted.append(column.key);
    }
    const auto rows = recordRows(store, entity, *keys, wanted);
    QByteArray out;
    for (const TableColumn& column : rows->columns())
        out += quoted(column.title) + ',';
    out += '\n';
    TableRow row;
    for (;;) {
        const auto more = rows->next(row);
        REQUIRE_OK(more);
        if (!*more)
            break;
        for (const Cell& cell : row.cells)
            out += quoted(cell.text) + ',';
        out += '\n';
    }
    return out;
}

} // namespace dtp::test
