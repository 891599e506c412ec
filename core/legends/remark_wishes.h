// SPDX-License-Identifier: GPL-3.0-or-later
// What a sentence among remarks takes back of what is agreed beside it: "never print her name", "CONFIDENTIAL",
// "ask first", "may be printed after 2030", "phone is monitored".
#pragma once

#include <cells/cell_date.h>

#include <QDate>
#include <QString>
#include <QStringList>

namespace dtp
{

struct RemarkWish {
    QStringList refused{}; // purposes
    QStringList doubted{}; // whose agreements in the same row do not count
    QStringList unclear{}; // the same, and whose agreements from before do not count any longer
    QStringList ending{};  // whose agreements end on a day
    PartialDate until{};   // which is it
    bool isBare = false;   // "valid until 2020": of what else it may be
    QString flag{};        // by which ways somebody is not to be reached, as for unwantedBy
};
RemarkWish wishOfRemark(const QString& sentence, const CellDateHints& hints, QDate today);

// Nearly all remarks hold none of this.
bool mayHoldWish(const QString& text);
// What a short no refuses in a column that names it and asks nothing: "Partners: withdrawn", "Can share?: no".
// heading: folded.
QStringList refusedUnder(const QString& heading, const QString& answer);
// What a sentence as a whole plainly refuses: "do not name me". key: its words, folded.
QStringList refusedBy(const QString& key);

} // namespace dtp
