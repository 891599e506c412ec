// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/sheet_frame.h>

#include <QCoreApplication>
#include <QSet>

namespace dtp
{

namespace
{
constexpr qsizetype headingsWithin = 40; // so many rows down they are looked for

int filledCells(const SheetRow& row)
{
    return static_cast<int>(std::count_if(row.cells.begin(), row.cells.end(),
                                          [](const QString& cell) { return !cell.trimmed().isEmpty(); }));
}

// Different ones: a row of answers may say "No" in many columns.
int recognisedCells(const SheetRow& row, const std::function<bool(const QString&)>& isKnown)
{
    QSet<QString> known;
    for (const QString& cell : row.cells) {
        if (!cell.trimmed().isEmpty() && cell.size() < 80 && isKnown(cell))
            known.insert(cell.simplified().toCaseFolded());
    }
    return static_cast<int>(known.size());
}

// Short texts without digits and @, as headings are.
bool looksLikeHeadings(const SheetRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return cell.size() < 60 && !cell.contains(QLatin1Char('@')) &&
               std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    });
}

// Index in the sample, or -1: the row in which most cells are known headings. Where no word is known, the widest of
// the first rows when it looks like headings and the row below it does not.
qsizetype headingIndex(const std::vector<SheetRow>& sample, const std::function<bool(const QString&)>& isKnown)
{
    qsizetype best = -1;
    int bestKnown = 0;
    qsizetype widest = -1;
    const auto end = std::min<qsizetype>(static_cast<qsizetype>(sample.size()), headingsWithin);
    for (qsizetype i = 0; i < end; ++i) {
        const SheetRow& row = sample[static_cast<size_t>(i)];
        const int filled = filledCells(row);
        const int known = recognisedCells(row, isKnown);
        // A single word of a title ("Participants") is no heading row unless the table has one column only.
        const bool isEnough = known >= 2 || (known == 1 && filled == 1 &&
                                             (i + 1 == end || filledCells(sample[static_cast<size_t>(i) + 1]) == 1));
        if (isEnough && known > bestKnown && known * 3 >= filled) {
            best = i;
            bestKnown = known;
        }
        if (filled >= 2 && (widest < 0 || filled > filledCells(sample[static_cast<size_t>(widest)])))
            widest = i;
    }
    if (best >= 0 || widest < 0)
        return best;
    const SheetRow& row = sample[static_cast<size_t>(widest)];
    const bool hasBelow = widest + 1 < static_cast<qsizetype>(sample.size());
    return looksLikeHeadings(row) && hasBelow && !looksLikeHeadings(sample[static_cast<size_t>(widest) + 1]) ? widest
                                                                                                             : -1;
}

qsizetype indexOfRow(const std::vector<SheetRow>& sample, qint64 number)
{
    const auto found =
        std::find_if(sample.begin(), sample.end(), [number](const SheetRow& row) { return row.number == number; });
    return found == sample.end() ? -1 : found - sample.begin();
}
} // namespace

QStringList columnValues(const std::vector<SheetRow>& sample, size_t from, int column)
{
    QStringList values;
    for (size_t i = from; i < sample.size(); ++i)
        values.append(sample[i].cells.value(column));
    return values;
}

QString headingOrNumber(const QString& heading, int column)
{
    const QString simple = heading.simplified();
    return simple.isEmpty() ? QCoreApplication::translate("Import", "Column %1").arg(column + 1) : simple;
}

SheetFrame findFrame(const std::vector<SheetRow>& sample, const std::function<bool(const QString&)>& isKnown,
                     std::optional<qint64> headingRow)
{
    SheetFrame frame;
    const qsizetype heading = headingRow ? indexOfRow(sample, *headingRow) : headingIndex(sample, isKnown);
    frame.from = heading < 0 ? 0 : static_cast<size_t>(heading) + 1;
    if (heading >= 0) {
        frame.headingRow = sample[static_cast<size_t>(heading)].number;
        for (size_t i = 0; i + 1 < frame.from; ++i) {
            if (const QString text = sample[i].cells.join(QLatin1Char(' ')).simplified(); !text.isEmpty())
                frame.above.append(text);
        }
    }
    qsizetype width = 0;
    for (size_t i = heading < 0 ? 0 : frame.from - 1; i < sample.size(); ++i) {
        // Blank cells at the end of a row make no column.
        qsizetype filled = sample[i].cells.size();
        while (filled > 0 && sample[i].cells.at(filled - 1).trimmed().isEmpty())
            --filled;
        width = std::max(width, filled);
    }
    for (qsizetype column = 0; column < width; ++column)
        frame.headings.append(heading < 0 ? QString() : sample[frame.from - 1].cells.value(column));
    return frame;
}

} // namespace dtp
