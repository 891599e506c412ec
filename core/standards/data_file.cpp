// SPDX-License-Identifier: GPL-3.0-or-later
#include <standards/data_file.h>

#include <QCoreApplication>
#include <QFile>

namespace dtp
{

namespace
{
// One line; a quoted cell may hold commas and doubled quotes, but no line end: our own files have none.
QStringList cellsOf(const QString& line)
{
    QStringList cells;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (isQuoted && c == QLatin1Char('"') && i + 1 < line.size() && line.at(i + 1) == QLatin1Char('"')) {
            cell += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            isQuoted = !isQuoted;
        } else if (c == QLatin1Char(',') && !isQuoted) {
            cells.append(std::exchange(cell, QString()));
        } else {
            cell += c;
        }
    }
    cells.append(cell);
    return cells;
}
} // namespace

Result<std::vector<QStringList>> readDataFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(QCoreApplication::translate(
                        "DataFile", "A table that belongs to the program is missing. Install the program again."),
                    path);
    std::vector<QStringList> rows;
    qsizetype width = 0;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        QStringList cells = cellsOf(line);
        if (width == 0) {
            width = cells.size();
            continue;
        }
        if (cells.size() != width)
            return fail(QCoreApplication::translate(
                            "DataFile", "A table that belongs to the program is damaged. Install the program again."),
                        QStringLiteral("%1: %2").arg(path, line));
        rows.push_back(std::move(cells));
    }
    return rows;
}

} // namespace dtp
