// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a sheet are for: recognised by their headings and by what is in them, changeable by the caller.
#pragma once

#include <base/partial_date.h>
#include <base/result.h>
#include <import/import_words.h>
#include <sheets/sheet_reader.h>

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

namespace dtp
{

// Something that a column can be for: a field of the person, or a part of what hangs on a person.
struct ImportTarget {
    using Words = std::function<QString()>; // translated when they are asked for: a list of targets is made once
    QString key;            // stable, kept in settings: "given_name", "email", "consent.funders", "notes", "ignore"
    Words label;            // for people
    Words group;            // heading in a list of choices
    bool takesMany = false; // several columns may be for it
    QStringList headings;   // folded, by which it is known
    bool isDate = false;    // the order of day and month matters
};
using TargetLookup = std::function<const ImportTarget*(const QString& key)>; // nullptr when there is none
const std::vector<ImportTarget>& importTargets();                            // in the order to offer them
const ImportTarget* importTarget(const QString& key);                        // nullptr when there is none

enum class RecognisedBy { Nothing, Heading, Content, Memory, Choice };

struct ColumnMapping {
    int column = 0;                           // 0 is the first
    QString heading;                          // as in the file; "Column 3" where there is none
    QString target = QStringLiteral("notes"); // unmapped columns are kept in the notes with their heading
    RecognisedBy by = RecognisedBy::Nothing;
    DateOrder dateOrder = DateOrder::DayMonthYear;
    bool holdsDates = false;
    bool isDateOrderOpen = false; // nothing in the column says which of its dates have the day first
    bool holdsCodes = false;      // two capitals
    bool isBuddhist = false;      // years of this file are of that calendar
    QStringList samples;          // up to 4 different values
};

struct ImportMapping {
    qint64 headingRow = 0; // its number; 0: the sheet has no headings
    QStringList above;     // what stands above the headings: titles
    std::vector<ColumnMapping> columns;

    // The same headings always give the same text: under it the mapping is remembered.
    QString fingerprint() const;
    // "target,target:mdy,…" for Store::setSetting, and back; what does not fit is left as it is.
    QString toText(const TargetLookup& lookup = &importTarget) const;
    void applyText(const QString& text, const TargetLookup& lookup = &importTarget);
};

// Where two columns are for what only one can be for, the one whose heading is nearest to the target's own name keeps
// it; the other is for `otherwise`.
void resolveDoubles(std::vector<ColumnMapping>& columns, const TargetLookup& lookup, const QString& otherwise);

// sample: the first rows of the sheet, some hundred of them. headingRow: the number of the row with the headings, 0
// for none, where a person has said which; otherwise it is found.
ImportMapping recogniseMapping(const std::vector<SheetRow>& sample, const ImportWords& words,
                               std::optional<qint64> headingRow = {});

// Sentences: what the columns say that no field is for and that must not be overlooked.
QStringList mappingRemarks(const ImportMapping& mapping);

} // namespace dtp
