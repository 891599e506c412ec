// SPDX-License-Identifier: GPL-3.0-or-later
// What a single line of a report says by its form: that it is an item of a list, or when something was.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace dtp
{

// "1." "a)" "(iv)" "•" "- o" …: what is behind the mark of a list item, and which mark it was.
struct SourceItem {
    enum class Mark { Primary, Secondary, Number }; // secondary: the hollow marks of second levels
    Mark mark = Mark::Primary;
    int number = 0; // of numbers and letters
    QString text;
};
std::optional<SourceItem> listItem(const QString& text);

// A day or the days of a meeting as reports write them: "26-27 June, 2023", "30 June – 2 July 2023", "June 26, 2023".
struct SourceDate {
    QDate first;
    QDate last;
    qsizetype end = 0; // where the text goes on
};
std::optional<SourceDate> dateIn(const QString& text);

} // namespace dtp
