// SPDX-License-Identifier: GPL-3.0-or-later
// One cell as the value of one field, as people write it: "since 2019", "2,500", "Myanmar / Thailand", "done".
#pragma once

#include <records/field.h>
#include <records/words.h>

#include <base/partial_date.h>

#include <QString>
#include <QVariant>
#include <optional>
#include <utility>

namespace dtp
{

struct CellValue {
    QVariant stored;          // null: the cell says nothing
    bool isUnderstood = true; // false: it says something that this field cannot be
    bool isAmbiguous = false; // understood in part: the whole cell is worth keeping
};

// Of every kind but references and pictures, as the kind reads it and as people write it besides. Words about safety
// and consent that are not understood are read as the safer ones, and say that they are not understood.
CellValue cellValue(const Field& field, const QString& text, const Words& words, DateOrder order);

// "2015 – 2018", "2019 to present": both ends, the second one empty where it goes on; nothing when it is no period.
std::optional<std::pair<PartialDate, PartialDate>> periodFromText(const QString& text, DateOrder order);

} // namespace dtp
