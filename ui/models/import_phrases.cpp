// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/import_phrases.h>

#include <QCoreApplication>
#include <QLocale>

namespace dtp
{

namespace
{
struct Import {
    Q_DECLARE_TR_FUNCTIONS(ImportPhrases)
};

QString capitalised(QString words)
{
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

// "1 organisation", "34 organisations"
QString counted(Entity entity, qint64 count)
{
    const RecordType& type = recordType(entity);
    return Import::tr("%L1 %2", "number, type of record")
        .arg(count)
        .arg(count == 1 ? type.singularText() : type.pluralText());
}
} // namespace

QString typeTitle(Entity entity)
{
    return capitalised(recordType(entity).pluralText());
}

ImportPhrases importPhrases(Entity entity)
{
    if (entity == Entity::Person)
        return {Import::tr("Import people"),
                Import::tr("Import people from a spreadsheet"),
                Import::tr("With people who are &known already:"),
                Import::tr("Person"),
                Import::tr("Joined"),
                Import::tr("%1 joined"),
                Import::tr("Writing people …"),
                Import::tr("&Show the people")};
    const QString plural = recordType(entity).pluralText();
    return {Import::tr("Import %1").arg(plural),
            Import::tr("Import %1 from a spreadsheet").arg(plural),
            Import::tr("With %1 that are &known already:").arg(plural),
            capitalised(recordType(entity).singularText()),
            Import::tr("Updated"),
            Import::tr("%1 updated"),
            Import::tr("Writing %1 …").arg(plural),
            Import::tr("&Show the %1").arg(plural)};
}

QString importButtonText(Entity entity, qint64 records)
{
    if (records == 0)
        return Import::tr("&Finish");
    return Import::tr("&Import %1").arg(counted(entity, records));
}

QString importedText(Entity entity, const ImportTally& tally)
{
    if (tally.records() > 0)
        return Import::tr("%1 imported", "34 participations").arg(counted(entity, tally.records()));
    if (tally.unchanged == 0)
        return Import::tr("Nothing was imported: every row was set aside");
    return entity == Entity::Person ? Import::tr("Nothing to import: everybody in the file is known already")
                                    : Import::tr("Nothing to import: all that is in the file is known already");
}

QString importedCountsText(Entity entity, const ImportTally& tally)
{
    const QLocale locale;
    const int rows = static_cast<int>(tally.rows);
    // Without verbs: each of the numbers may be one.
    const QString sentence =
        entity == Entity::Person
            ? Import::tr("Of %Ln rows: %1 new, %2 joined to people known before, %3 with nothing new, %4 set aside.",
                         nullptr, rows)
            : Import::tr(
                  "Of %Ln rows: %1 new, %2 with something new of known ones, %3 with nothing new, %4 set aside.",
                  nullptr, rows);
    return sentence.arg(locale.toString(tally.made), locale.toString(tally.joined), locale.toString(tally.unchanged),
                        locale.toString(tally.rejected));
}

QString alsoText(const ImportTally& tally)
{
    QStringList things;
    for (const auto& [other, count] : tally.alsoMade)
        things.append(counted(other, count));
    return things.isEmpty() ? QString() : Import::tr("Also makes %1.").arg(things.join(QStringLiteral(", ")));
}

} // namespace dtp
