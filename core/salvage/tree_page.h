// SPDX-License-Identifier: GPL-3.0-or-later
// What one page of a tree of SQLite's holds: https://www.sqlite.org/fileformat.html#b_tree_pages
#pragma once

#include <QByteArray>
#include <optional>
#include <vector>

namespace dtp
{

class PageFile;

struct StoredValue {
    enum class Kind { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes; // of texts, in UTF-8, and blobs
};

struct StoredRow {
    qint64 key = 0; // SQLite's rowid
    std::vector<StoredValue> values;
};

struct LeafRows {
    std::vector<StoredRow> rows;
    int unreadable = 0; // rows of which no more is known than that they were there
};

// Of a leaf of a table's tree; nothing when the page is none.
std::optional<LeafRows> rowsOf(const PageFile& file, qint64 number);
// What a page of a tree is by its first byte, of whatever it holds; nothing else tells pages of tables from those of
// indexes.
enum class PageKind { Other, OfTable, OfIndex };
PageKind kindOfPage(const PageFile& file, qint64 number);
// The pages below one that leads to others, whatever tree it belongs to; empty when it leads to none.
std::vector<qint64> pagesBelow(const PageFile& file, qint64 number);

} // namespace dtp
