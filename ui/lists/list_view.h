// SPDX-License-Identifier: GPL-3.0-or-later
// How a list is looked at: its columns with their widths, its order, its groups, how close its rows stand. Kept for
// each page, and with a saved view in the file.
#pragma once

#include <columns/arranged_records.h>

#include <QStringList>

namespace dtp
{

struct ListView {
    QStringList columns; // "country:104" from left to right; below zero: hidden; none: as the page has them
    Arrangement arrangement;
    bool isCompact = false;

    QString toText() const;                        // JSON
    static ListView fromText(const QString& text); // what is not understood is left out
    bool operator==(const ListView&) const = default;
};

} // namespace dtp
