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

// A person's name in a sentence, in a letter and in a list is fullName(), see records/people.h.
// "Dara Sok · សុខ ដារ៉ា": for lists in which people look for themselves.
QString nameWithOwnScript(const Person& person);
// "sok dara", in Latin letters: by which people are sorted, the family name first. Of who has no other name, the one
// in their own script. What is printed goes by fullName(), in the order of the language, as it is read there.
QString nameForSorting(const QString& given, const QString& family, const QString& ownScript);

} // namespace dtp
