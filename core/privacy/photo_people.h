// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be recognised on the pictures of a report; the gate asks before one leaves for outsiders.
#pragma once

#include <document/table.h>
#include <records/reports.h>
#include <storage/store.h>

#include <QHash>
#include <vector>

namespace dtp
{

struct PeopleOnPhoto {
    Subjects people;         // as entered, and whose portrait the same picture is
    bool hasUnknown = false; // somebody who was entered is no longer in the file
};

Result<QHash<qint64, PeopleOnPhoto>> peopleOnPhotos(const Store& store, const std::vector<ReportPhoto>& photos);

// All who can be recognised, in place of those entered before and of the tick that nobody can be.
Result<> setPeopleOnPhoto(Store& store, Id<ReportPhoto> photo, const Subjects& people);
// True: nobody is entered any longer. Fails on somebody's portrait.
Result<> setNobodyRecognisable(Store& store, Id<ReportPhoto> photo, bool isNobody);

// Names of those on it who did not agree to photos, so that it stays inside. For staff alone.
Result<QStringList> whoDidNotAgree(const Store& store, const PeopleOnPhoto& on);

// Names of those on it who need care, so that it stays inside though they agreed. For staff alone.
Result<QStringList> whoNeedsCare(const Store& store, const PeopleOnPhoto& on);

// "On it: Dara Sok, Ana Lee", "Nobody can be recognised", or that it stays inside.
QString whoIsOnIt(const Store& store, const ReportPhoto& photo, const PeopleOnPhoto& on);

} // namespace dtp
