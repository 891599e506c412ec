// SPDX-License-Identifier: GPL-3.0-or-later
// A report as a list of neutral blocks. Reports make it, the disclosure gate goes over it, writers write it; a report
// knows no writer and a writer knows no report.
#pragma once

#include <document/rich_text.h>
#include <document/table.h>

#include <QByteArray>
#include <QDate>
#include <QString>
#include <variant>
#include <vector>

namespace dtp
{

struct HeadingBlock {
    int level = 1;  // 1..4
    QString number; // "3.1", or empty
    QString text;
};

// Prose: paragraphs, lists, quotes. Runs may carry the person they name; the gate decides what becomes of the name.
struct TextBlock {
    RichText text;
};

struct TableBlock {
    Table table;
};

// Counts of people by something. group is where an item goes when it is too small to be shown ("South Asia").
struct CountItem {
    QString label;
    QString code; // ISO 3166 alpha-2 for maps
    QString group;
    int count = 0;
    bool atLeastHidden = false; // set by the gate: count is not to be shown (and is 0 then), but hiddenAs in its place
    QString hiddenAs;           // set by the gate: "fewer than 5", or "not shown" where more than one had to be hidden
    Subjects people = {};       // who they are, if that is known; the gate forgets it
};
struct CountsBlock {
    enum class Show { Bars, Map, Table };
    QString title; // "Participants by country"
    QString unit;  // "participants"
    Show show = Show::Bars;
    std::vector<CountItem> items;
    int total = 0;
    QString note;        // set by the gate: what was put together or hidden
    QString column = {}; // key of the column of a table in which each person's item stands; empty: there is none
};

// For outsiders a picture stays only if all whom one can recognise on it agreed to photos, or if somebody said that
// nobody can be recognised; see gate.h.
struct FigureBlock {
    QByteArray image; // PNG or JPEG
    QString caption;
    Subjects people = {};
    bool nobodyRecognisable = false;
    bool hasUnknownPeople = false; // besides these, such as somebody who is no longer in the file
};

struct PageBreakBlock {
};

using Block = std::variant<HeadingBlock, TextBlock, TableBlock, CountsBlock, FigureBlock, PageBreakBlock>;

// A table that goes with the document as CSV of its own (attached to the PDF, a sheet in spreadsheets).
struct Attachment {
    QString fileName;
    Table table;
};

struct Document {
    QString title;
    QString subtitle;
    QString organisation; // for the cover and the running head
    QString author;
    QString language = QStringLiteral("en"); // BCP 47
    QDate date;
    QString days = {}; // in words, of what lasts several: "14–15 September 2026"
    QString place;
    std::vector<Block> blocks;
    std::vector<Attachment> attachments;
    bool keepsKnownName = false; // decided by staff to be read: a word of the name of somebody in the file
    QString footer;              // set by the gate: for whom it was made and what it shows
};

} // namespace dtp
