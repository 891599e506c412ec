// SPDX-License-Identifier: GPL-3.0-or-later
// Age groups from the year of birth: by the age that a person reaches in the year.
#pragma once

#include <meaning/sql_piece.h>

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>

namespace dtp
{

// Codes that sort by age: "00_24", "25_34", "35_44", "45_54", "55_64", "65_over"; empty when the year is not known or
// after the day.
QString ageGroup(std::optional<int> birthYear, QDate day);
QStringList ageGroups();                      // all of them, the youngest first
QString ageGroupInWords(const QString& code); // "25 to 34"
// SQL: the same from a column with the year of birth.
SqlPiece ageGroup(const char* birthYearColumn, QDate day);

} // namespace dtp
