// SPDX-License-Identifier: GPL-3.0-or-later
// Lines beside a table that say what marks in it mean: "x = refused", "Key: 1 = no, 2 = yes", "(leave blank if you
// agree)". They are read to see what is no agreement; nobody agrees by them.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace dtp
{

struct Legend {
    struct Mark {
        QString sign; // folded: "x", "1", "*"; empty for whatever one ticks with
        bool isRefusal = false;
        // Beside something else: "Dara Sok*", "Yes (1)".
        bool standsAt(const QString& cell) const;
    };
    // "x = refused", "those marked with x …"; "x: refused", "(1) refused"; "tick if you refuse". The weakest counts.
    enum class Form { Key, Footnote, Question };
    QString text;            // as written
    QString column;          // folded, what stands before it: "photo consent" of "Photo consent: x = no"
    std::vector<Mark> marks; // without those that plainly agree
    QStringList purposes{};  // that the line refuses for the whole list
    Form form = Form::Key;
    bool isWhole = true; // it says nothing else

    // What it says of a cell; nullptr where it says nothing, or that the cell agrees.
    const Mark* meaningOf(const QString& cell) const;
};

// nullopt where the text explains no mark.
std::optional<Legend> legendIn(const QString& text);
// Of a heading that is none: a legend stands in its place. hasCells: something stands below it.
std::optional<Legend> legendOfHeading(const QString& heading, bool hasCells);
// Of a row that holds nothing else; empty for any other row. Nearly all rows are.
std::vector<Legend> legendsOfRow(const QStringList& cells);
// Of a row above the headings, which may hold anything beside.
std::vector<Legend> legendsAmong(const QStringList& cells);

// A cell that says no word: "x", "1", "✓".
bool isTick(const QString& cell);

} // namespace dtp
