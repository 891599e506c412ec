// SPDX-License-Identifier: GPL-3.0-or-later
// What the program can do with a value of a kind: one row of traits a kind. Whoever reads, checks, shows, writes,
// orders or finds values asks here; nobody else asks which kind a field is of.
#pragma once

#include <base/partial_date.h>
#include <base/result.h>
#include <records/field.h>
#include <records/words.h>

#include <QLocale>

namespace dtp
{

enum class StoredAs { Text, Integer, Real, Blob };

// What values are chosen from; what is chosen is stored as a code or key and shown in words.
enum class ChosenFrom { Nothing, Countries, Vocabulary, Records };

// How much of a time a value says: none, a day that may be known in part, a day, a day with the time.
enum class TimeTold { None, PartOfDay, Day, Moment };

// How texts from people are read. words may be absent where no field has a vocabulary or refers to a record.
struct Reading {
    const Words* words = nullptr;
    DateOrder order = DateOrder::DayMonthYear;
    QLocale locale = QLocale::c(); // of numbers: "1,5"; plain ones are understood beside
};

struct KindTraits {
    FieldKind kind;
    const char* name; // for tools: "partial_date"
    StoredAs storage;
    ChosenFrom chosenFrom;

    // What people type or spreadsheets hold, as a stored form. An empty text is the empty value; what is not
    // understood is an error that says so.
    Result<QVariant> (*parse)(const Field& field, const QString& text, const Reading& reading);
    // Why a stored form cannot be kept, in a sentence; empty when it can. Not asked about empty values.
    QString (*problem)(const QVariant& stored);
    bool (*isEmpty)(const QVariant& stored);
    // For people, in the language and manner of the locale; empty for a null value.
    QString (*show)(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
    // For other programs: ISO 8601 dates, numbers with a point, codes and keys in words. parse() reads it again.
    QString (*exchange)(const Field& field, const QVariant& stored, const Words& words);
    // As a part of a line that has no headings: "due 3 May", "preferred"; empty when it would say nothing.
    QString (*brief)(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
    // What it is found by, folded as foldText() does.
    QString (*folded)(const Field& field, const QVariant& stored, const Words& words);
    // Terms for ORDER BY, by what people see: an estimated date by its time; unknown dates and numbers come last in
    // both directions. column is SQL with the name of its table: "workshop.start_date".
    QByteArray (*order)(const Field& field, const QByteArray& column, bool descending);

    TimeTold time = TimeTold::None;
    bool hasLines = false;   // may go on in a next line
    bool isNumber = false;   // stands at the right, can be added up
    bool isProse = false;    // words of people's own, in which lists look for what is typed
    bool namesRecord = true; // as a required field it may be a part of a title
    int leads = 0;           // 1, 2 …: what first says which of several related records one is; 0: never

    bool isText() const { return storage == StoredAs::Text; }
    bool isShown() const { return storage != StoredAs::Blob; } // else bytes that are never text
    bool isReference() const { return chosenFrom == ChosenFrom::Records; }
    bool isTime() const { return time != TimeTold::None; }
    // Typed freely, and kept as typed.
    bool isFreeText() const { return isText() && chosenFrom == ChosenFrom::Nothing && !isTime(); }
    bool isProseLine() const { return isProse && !hasLines; }

    KindTraits telling(TimeTold told) const { return with(&KindTraits::time, told); }
    KindTraits ofLines() const { return with(&KindTraits::hasLines, true); }
    KindTraits number() const { return with(&KindTraits::isNumber, true); }
    KindTraits prose() const { return with(&KindTraits::isProse, true); }
    KindTraits namingNothing() const { return with(&KindTraits::namesRecord, false); }
    KindTraits leading(int place) const { return with(&KindTraits::leads, place); }

private:
    template <class T>
    KindTraits with(T KindTraits::*member, T value) const
    {
        KindTraits copy = *this;
        copy.*member = value;
        return copy;
    }
};

const KindTraits& traitsOf(FieldKind kind);
const std::vector<KindTraits>& allKinds(); // in the order of FieldKind

inline const KindTraits& traitsOf(const Field& field)
{
    return traitsOf(field.kind);
}

// For sorting in memory as order() does: an estimated date by its time, the empty one last in both directions.
struct EarliestFirst {
    bool operator()(const PartialDate& a, const PartialDate& b) const
    {
        return a.isEmpty() || b.isEmpty() ? !a.isEmpty() && b.isEmpty() : a < b;
    }
};
struct NewestFirst {
    bool operator()(const PartialDate& a, const PartialDate& b) const
    {
        return a.isEmpty() || b.isEmpty() ? !a.isEmpty() && b.isEmpty() : b < a;
    }
};

// The longest text of one line that is taken; what a file holds already is shown and kept as it is.
constexpr int LongestLine = 2000;

// The one text by which records of this type are called; nullptr where there is none such, as of people.
const Field* titleField(Entity entity);

} // namespace dtp
