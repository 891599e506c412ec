// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample is made of: the tables in resources/sample.
#pragma once

#include <base/result.h>
#include <sample/random.h>

#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

namespace dtp
{

// A name in Latin letters and, where there is one, as its owner writes it.
struct NamePair {
    QString roman;
    QString own;
};

struct NameList {
    QString code;
    bool familyFirst = false; // in the own script
    QString joiner;           // between the names in the own script
    bool hasScript = false;   // own is another script, not Latin with accents
    bool hasAccents = false;
    int singlePercent = 0; // people with one name only
    int givenParts = 1;
    std::vector<NamePair> female, male;
    std::vector<NamePair> familyOfWomen, familyOfMen;
};

struct SampleCountry {
    QString code;
    QString region;
    int weight = 0;                         // how many of the people
    int hosting = 0;                        // how often courses are held there
    std::vector<std::pair<int, int>> lists; // index of the name list, weight
    QStringList languages;
    QStringList places;
    QString callingCode;
    QString mobile; // national number, "#" for a digit of chance
    QString trunk;
    QStringList identities;
};

struct SampleSeries {
    QString shortName, theme, scope, language, name, description;
    int from = 0, to = 0, count = 0, modules = 1;
};

struct SampleNetwork {
    QString name, kind, scope, country, theme, series, channel, lastChecked, purpose;
    bool active = true;
};

// A block of sessions.md or report.md: "@" words, then "|" parts, then text.
struct SampleBlock {
    QStringList head;  // words before the first bar
    QStringList parts; // what the bars divide
    QString text;
};

struct SampleLists {
    std::vector<NameList> names;
    std::vector<SampleCountry> countries;
    int weightOfAll = 0;
    std::vector<SampleSeries> series;
    std::vector<SampleNetwork> networks;
    QHash<QString, QStringList> words; // by kind
    QStringList issues, skills, skillLevels, languages;

    static Result<SampleLists> read();
    int randomCountry(Random& random) const; // an index, by weight
    // Whether a scope ("all", "asia", "pacific", "KH|LA") takes in a country.
    static bool covers(const QString& scope, const SampleCountry& country);
};

Result<std::vector<QStringList>> readSampleTable(const char* name);
Result<std::vector<SampleBlock>> readSampleBlocks(const char* name);

} // namespace dtp
