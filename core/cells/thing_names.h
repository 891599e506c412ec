// SPDX-License-Identifier: GPL-3.0-or-later
// Names of what is named in words: organisations, programs, networks, workshops.
#pragma once

#include <QString>
#include <utility>

namespace dtp
{

// Folded words: "Centre for Land, Inc." and "the centre for land inc" are one.
QString thingKey(const QString& name);

// "Centre for Land (CfL)": the name and its short form.
std::pair<QString, QString> withShortName(const QString& name);

// The year in a title ("Annual Program 1997"): 0 when it holds none or several.
int yearInTitle(const QString& title);
// That of a date in its stored form: 0 when it says none.
int yearOfDate(const QString& stored);
// The title without its year and what that leaves behind.
QString withoutYear(const QString& title);

} // namespace dtp
