// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of a report are its title and its headings.
#pragma once

#include <reporting/source_lines.h>

#include <QString>
#include <vector>

namespace dtp
{

struct SourceHeading {
    size_t line = 0;
    size_t size = 1; // lines it takes, a row of dashes below it included
    int level = 1;
    QString number; // "3.5.2", or empty
    QString text;
};

struct SourceOutline {
    QString title;
    QString subtitle;
    size_t bodyStart = 0; // first line behind them
    std::vector<SourceHeading> headings;
    bool isNumbered = false;     // headings are known by their numbers
    std::vector<size_t> dropped; // lines of a table of contents: their words come again as headings
};

SourceOutline outlineOf(const std::vector<SourceLine>& lines);

} // namespace dtp
