// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of cells out of a file that somebody sent: CSV of any dialect, XLSX or ODS, known by their content and not by
// their name. Streams: a file is never held whole. What is hostile, broken or too big is refused with a sentence.
#pragma once

#include <base/progress.h>
#include <base/result.h>

#include <QChar>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

namespace dtp
{

enum class SheetFormat { Csv, Xlsx, Ods };

struct SheetInfo {
    QString name; // empty for CSV
    bool isHidden = false;
    qint64 rows = 0; // that hold anything; -1: not counted
};

// How to read a file; what is empty is found out.
struct SheetOptions {
    QString sheet;    // name; otherwise the first visible one with most rows
    QString encoding; // of CSV: "UTF-8", "UTF-16LE", "windows-1252" …, see csvEncodings()
    QChar delimiter;  // of CSV
};

struct SheetRow {
    qint64 number = 0;   // 1 is the first row of the sheet, as spreadsheet programs count; records of a CSV file
    QStringList cells;   // trailing empty ones may be missing
    QList<int> merged{}; // columns whose cell is one with that of a row above, which has the value

    bool isBlank() const;
};

// What is refused beyond: sane for lists of people, and small enough that reading them cannot exhaust the machine.
struct SheetLimits {
    static constexpr qint64 rows = 1'048'576; // as many as spreadsheet programs have
    static constexpr int columns = 1024;
    static constexpr qsizetype cellCharacters = 1'000'000;
    static constexpr qsizetype packedCellCharacters = 100'000; // three times what spreadsheet programs write
    static constexpr qint64 pageCharacters = 32LL << 20; // of packed cells that hold a page or more, see LongTexts
    static constexpr qint64 csvBytes = 1LL << 30;
    static constexpr qint64 packedBytes = 512LL << 20;
    static constexpr qint64 unpackedBytes = 1LL << 30; // of one part of an XLSX or ODS file
    static constexpr qint64 sharedTextCharacters = 128LL << 20;
};

class SheetReader
{
public:
    // Reads as much as it takes to know what the file is, and counts its rows where that is cheap or needed.
    static Result<std::unique_ptr<SheetReader>> open(const QString& path, const SheetOptions& options = {},
                                                     const Progress& progress = {});
    SheetReader() = default;
    SheetReader(const SheetReader&) = delete;
    SheetReader& operator=(const SheetReader&) = delete;
    virtual ~SheetReader() = default;

    // The next row that is there, blank ones of CSV included; false at the end, an Error when the rest cannot be read.
    virtual Result<bool> next(SheetRow& row) = 0;

    virtual SheetFormat format() const = 0;
    virtual std::vector<SheetInfo> sheets() const = 0;
    virtual QString sheet() const = 0; // the one that is read
    virtual QString encoding() const { return {}; }
    virtual QChar delimiter() const { return {}; }
    // Sentences about what was mended while reading: "Row 12 holds a stray quotation mark …".
    virtual QStringList remarks() const { return {}; }
    // How many of the rows that were given are hidden or filtered out in the spreadsheet.
    virtual qint64 hiddenRows() const { return 0; }
    // For progress: how far the reading is, in the units of total(); total() is 0 while unknown.
    virtual qint64 done() const = 0;
    virtual qint64 total() const = 0;
};

// Sentences for the summary, when all was read: which sheet it was and which not, how many rows are hidden.
QStringList sheetRemarks(const SheetReader& reader);

// The encodings that a person may choose for a CSV file, in the order to offer them.
QStringList csvEncodings();
// For file choosers: "*.csv *.tsv *.txt *.xlsx *.xlsm *.ods".
QString sheetFilePatterns();

} // namespace dtp
