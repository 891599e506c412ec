// SPDX-License-Identifier: GPL-3.0-or-later
// What the start page shows, read in one go on a thread of its own.
#pragma once

#include <document/document.h>
#include <figures/figures.h>
#include <storage/backup_places.h>
#include <storage/store.h>

#include <QDate>
#include <QStringList>

namespace dtp
{

struct HomeFigures {
    qint64 people = 0;
    qint64 countries = 0;
    qint64 programs = 0;
    qint64 networks = 0;
    qint64 workshops = 0;
    qint64 organisations = 0;
    CountsBlock byCountry;
    CountsBlock byDecade;
    CountsBlock byIssue;
    QStringList decadeQueries; // of each bar
    QStringList issueQueries;
    DueList tasks;
    DueList caseReviews; // by their days, without whom they are about
    DueList contacts;
    DueList focalPoints;
    DueList consents;
    DueList reports;
    DueList recommendations;
    QDate today;
    BackupStatus backup;
};

Result<HomeFigures> readHomeFigures(const Store& store);

} // namespace dtp
