// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <records/record_type.h>
#include <salvage/salvage.h>

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// A table as people call what is in it.
QString called(const QString& table)
{
    const RecordType* type = recordTypeOfTable(table);
    return type ? type->pluralText() : Cli::tr("entries of “%1”").arg(table);
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString& target = call.arguments.front();
    DTP_TRY(salvaged, salvage(call.database, target, session.environment()));
    QJsonObject kept;
    QJsonObject lost;
    QJsonArray pages;
    QJsonArray broken;
    output.line(Cli::tr("Saved in “%1”:").arg(target));
    std::vector<QStringList> rows;
    for (const auto& [table, count] : salvaged.kept) {
        kept.insert(table, count);
        if (recordTypeOfTable(table))
            rows.push_back({QStringLiteral("  "), called(table), QString::number(count)});
    }
    output.table(rows);
    if (salvaged.isWhole())
        output.line(Cli::tr("Every row could be read."));
    for (const auto& [table, count] : salvaged.lost) {
        lost.insert(table, count);
        output.line(Cli::tr("Could not be read: %1 %2.").arg(count).arg(called(table)));
    }
    for (const QString& table : salvaged.brokenTables) {
        broken.append(table);
        output.line(Cli::tr("There may have been more %1, of which nothing can be read.").arg(called(table)));
    }
    if (salvaged.isTableListDamaged)
        output.line(Cli::tr("The list of tables is damaged. Rows of those that it does not name were found by their "
                            "form; more of them may be missing."));
    if (salvaged.rowsOfNoTable > 0)
        output.line(Cli::tr("Not saved, since nobody can know what they are of: %1 rows that could be read.")
                        .arg(salvaged.rowsOfNoTable));
    if (salvaged.isJournalDamaged)
        output.line(
            Cli::tr("The journal of the file is damaged: changes that stood in it behind the damage are missing. "
                    "A backup may have them."));
    QStringList numbers;
    for (const qint64 page : salvaged.damagedPages) {
        pages.append(page);
        numbers.append(QString::number(page));
    }
    constexpr qsizetype most = 20;
    if (!numbers.isEmpty())
        output.line(Cli::tr("Damaged pages: %1")
                        .arg(numbers.mid(0, most).join(QStringLiteral(", ")) +
                             (numbers.size() > most ? QStringLiteral(" …") : QString())));
    if (output.isJson())
        output.json(QJsonObject{{QStringLiteral("file"), target},
                                {QStringLiteral("kept"), kept},
                                {QStringLiteral("lost"), lost},
                                {QStringLiteral("incomplete"), broken},
                                {QStringLiteral("damagedPages"), pages},
                                {QStringLiteral("tableListDamaged"), salvaged.isTableListDamaged},
                                {QStringLiteral("rowsOfNoTable"), salvaged.rowsOfNoTable},
                                {QStringLiteral("journalDamaged"), salvaged.isJournalDamaged}});
    return {};
}
} // namespace

Verb salvageVerb()
{
    return {"salvage",
            "NEW",
            QT_TRANSLATE_NOOP("Cli", "Save all that can be read of a damaged database as a new one."),
            QT_TRANSLATE_NOOP("Cli",
                              "DATABASE is the damaged one; nothing in it is changed. NEW must not exist. A backup, "
                              "where there is one, has more."),
            {},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
