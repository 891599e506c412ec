// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrases.h"
#include "verbs.h"

#include <records/record_type.h>
#include <salvage/salvage.h>
#include <vault/head_places.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>

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

// A head that is not in its place is put into one of its own, by which the passphrase is tried as ever.
Result<> unlockMoved(const Call& call, const QString& target)
{
    const auto heads = vault::isVault(call.database) ? std::vector<qint64>() : vault::headPlaces(call.database);
    if (heads.empty())
        return {};
    constexpr qint64 sizeOfCopy = 4096;
    const QTemporaryDir folder(QFileInfo(target).absolutePath() + QStringLiteral("/.salvage-XXXXXX"));
    QFile damaged(call.database);
    QFile head(folder.filePath(QFileInfo(call.database).fileName()));
    if (!damaged.open(QIODevice::ReadOnly) || !damaged.seek(heads.front()) || !head.open(QIODevice::WriteOnly))
        return {}; // which is said when it comes to its pages
    const QByteArray copy = damaged.read(sizeOfCopy);
    head.write(copy + copy);
    head.close();
    return unlockFor(call, head.fileName());
}

// Of the file as a whole.
void tellFile(const Salvaged& salvaged, Output& output)
{
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
    if (salvaged.missingAtStart > 0)
        output.line(Cli::tr("%1 bytes are missing at the beginning of the file.").arg(salvaged.missingAtStart));
    if (salvaged.missingAtStart < 0)
        output.line(
            Cli::tr("%1 bytes before the beginning of the file do not belong to it.").arg(-salvaged.missingAtStart));
}

// What was put in the place of records that are lost, and what must be looked after.
void tellStandIns(const Salvaged& salvaged, Output& output)
{
    for (const auto& [table, count] : salvaged.standIns)
        output.line(Cli::tr("Of what could not be read, other records needed %1 %2: these are there again by their "
                            "number alone, called “… (name lost)”, with what belongs to them.")
                        .arg(count)
                        .arg(called(table)));
    if (salvaged.standIns.contains(QStringLiteral("person")))
        output.line(Cli::tr("People whose name is lost count as at risk until you say otherwise: they are named to "
                            "nobody outside, whatever they agreed to."));
    const QString consents = QStringLiteral("consent");
    if (salvaged.lost.contains(consents) || salvaged.isTableListDamaged ||
        std::find(salvaged.brokenTables.begin(), salvaged.brokenTables.end(), consents) != salvaged.brokenTables.end())
        output.line(Cli::tr("Refusals and withdrawals may be among the consents that are lost, so that an older "
                            "agreement counts again: compare them with a backup or ask before anything leaves."));
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString& target = call.arguments.front();
    DTP_CHECK(unlockMoved(call, target));
    DTP_TRY(salvaged, salvage(call.database, target, session.environment()));
    QJsonObject kept;
    QJsonObject lost;
    QJsonObject standIns;
    for (const auto& [table, count] : salvaged.standIns)
        standIns.insert(table, count);
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
    tellStandIns(salvaged, output);
    tellFile(salvaged, output);
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
                                {QStringLiteral("standIns"), standIns},
                                {QStringLiteral("missingAtStart"), salvaged.missingAtStart},
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
