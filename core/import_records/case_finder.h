// SPDX-License-Identifier: GPL-3.0-or-later
// Which case a row of a log means: the one of the person it names, by the day on which it was opened where there are
// several. Never made and never guessed: what is given to whom must not stand in the log of somebody else.
#pragma once

#include <import_records/person_finder.h>

namespace dtp
{

class CaseFinder
{
public:
    Result<> read(const Store& store);

    // person: whom the row names and where that leads. said: a day as PartialDate stores it, how the case is called, a
    // record, or nothing.
    Found find(const PersonHint& person, const Found& found, const QString& said) const;
    qint64 personOf(qint64 key) const; // 0: there is no such case
    QString titleOf(qint64 key) const;

private:
    struct Known {
        qint64 key = 0;
        qint64 person = 0;
        QString opened;
        QString title;
        bool isClosed = false;
    };
    std::vector<const Known*> fitting(qint64 person, const QString& said) const;

    std::vector<Known> m_all;
};

} // namespace dtp
