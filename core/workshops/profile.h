// SPDX-License-Identifier: GPL-3.0-or-later
// What planning looks at in a person: the sides by which a list of people is balanced.
#pragma once

#include <base/progress.h>
#include <meaning/codes.h>
#include <records/workshops.h>
#include <storage/store.h>
#include <workshops/cancelled.h>

#include <QStringList>
#include <vector>

namespace dtp
{

struct Profile {
    Id<Person> person;
    QString name;
    QString gender;
    QString country;
    QString region;
    QStringList sectors; // of the affiliations that hold; of the last one when none does
    QStringList issues;
    QStringList skills;
    int cohort = 0;        // decade of the first program: 1990; 0 when unknown
    bool firstTime = true; // never in an earlier workshop
    QString status;
    QString safetyLevel;
    QDate lastContact;

    bool isAtRisk() const { return codeOf<SafetyLevel>(safetyLevel) == SafetyLevel::AtRisk; }
    // Gone or out of reach: deceased, or contact lost.
    bool isOutOfReach() const;
};

// Profiles in the order of the keys; people that are gone are left out. Workshops that begin before the given one
// count as earlier; all others when it has no date or is none. Fails with isCancelled() when progress says stop.
Result<std::vector<Profile>> readProfiles(const Store& store, const std::vector<qint64>& people, Id<Workshop> before,
                                          const Progress& progress = {});

// A side of a profile: vocabulary target_dimensions (gender, country, region, sector, issue, cohort, first_time).
struct Dimension {
    QString code;
    const char* label;                             // "Country"; see dimensionLabel()
    const char* different;                         // "Different countries"; see differentLabel()
    QStringList (*values)(const Profile& profile); // codes; empty when unknown
    const char* vocabulary = "";                   // of the codes; "": they are of none
};
const std::vector<Dimension>& dimensions();
const Dimension* dimensionByCode(const QString& code); // nullptr when unknown

// Words for people.
QString dimensionLabel(const QString& dimension);
QString differentLabel(const QString& dimension);
QString valueLabel(const Store& store, const QString& dimension, const QString& value); // "Women", "Nepal", "1990s"
QString cohortValue(int decade);

} // namespace dtp
