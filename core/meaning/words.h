// SPDX-License-Identifier: GPL-3.0-or-later
// Places, periods and names in words.
#pragma once

#include <base/partial_date.h>

#include <QDate>
#include <QLocale>
#include <QString>

namespace dtp
{

struct Person;

// "Battambang, Cambodia"; a city that is its own country stands once.
QString placeInWords(const QString& place, const QString& country);

// "June 1997 to 1999"; one of the two when the other is not known or the same.
QString periodInWords(const PartialDate& from, const PartialDate& to, const QLocale& locale = {});

// "26–27 June 2023", "30 June – 2 July 2023".
QString daysInWords(QDate first, QDate last, const QLocale& locale = {});

// "Dara Sok · សុខ ដារ៉ា": for lists in which people look for themselves.
QString nameWithOwnScript(const Person& person);

} // namespace dtp
