// SPDX-License-Identifier: GPL-3.0-or-later
// A person with all that hangs on one, as it is or as an import will make it, and how a row adds to it.
#pragma once

#include <import/import_row.h>
#include <import_people/people_import.h>
#include <records/programs.h>

#include <QSet>
#include <vector>

namespace dtp
{

// Records that stand for themselves and that rows name in words: organisations, programs, networks. New ones get a
// negative stand-in key until they are written.
class NamedThings
{
public:
    Result<> read(const Store& store);

    Id<Organisation> organisation(const QString& name, const QString& sector);
    // alreadyIn: the editions the person takes part in. remarks: what has to be said where there is no year, once for
    // each title.
    Id<ProgramEdition> program(const QString& title, int year, const std::vector<Participation>& alreadyIn,
                               QStringList& remarks);
    Id<Network> network(const QString& name);

    std::vector<Organisation> newOrganisations;
    std::vector<ProgramEdition> newPrograms;
    std::vector<Network> newNetworks;

private:
    struct Edition {
        qint64 id;
        int year;
    };
    const Edition* editionMeant(const QList<Edition>& editions, bool isTitle, int year,
                                const std::vector<Participation>& alreadyIn) const;

    QSet<QString> m_toldWithoutYear; // titles
    QHash<QString, qint64> m_organisations;
    QHash<QString, QString> m_titleKeys;
    QHash<QString, qint64> m_organisationsAsWritten; // what was looked up before
    QMultiHash<QString, Edition> m_programs;         // by title
    QHash<QString, qint64> m_series;
    QHash<qint64, QString> m_seriesNames;
    QMultiHash<qint64, Edition> m_programsOfSeries;
    QHash<QString, qint64> m_networks;
};

// A record that is new, changed or as it was.
template <class R>
struct Kept {
    R record;
    bool isChanged = false;
};

struct PersonState {
    Person person;
    bool isNew = false;
    bool isChanged = false;
    bool hasRefused = false; // by a row that may be somebody else's: to be written without being their source
    std::vector<Kept<AlternateName>> names;
    std::vector<Kept<ContactPoint>> contacts;
    std::vector<Kept<Affiliation>> affiliations;
    std::vector<Kept<PersonIssue>> issues;
    std::vector<Kept<PersonSkill>> skills;
    std::vector<Kept<PersonLanguage>> languages;
    std::vector<Kept<Participation>> participations;
    std::vector<Kept<Membership>> memberships;
    std::vector<Kept<Consent>> consents;
    std::vector<Provenance> sources; // new ones only
    QSet<int> saidBefore; // fields that an earlier row of the same file has a value for: later rows do not replace it
    QSet<QString> answeredBefore; // purposes, likewise
    std::vector<NameKey> nameKeys;
};

// What a row changed, in words for its reason; empty: nothing.
struct Additions {
    QStringList added;     // labels: "E-mail", "Issues"; not told of a new person's first row, where all is
    QStringList replaced;  // labels
    QStringList refusals;  // purposes that the person had agreed to, and no longer does by this row
    QStringList overruled; // purposes to which the file says yes, and a refusal or withdrawal that is known holds
    QStringList overdue;   // purposes to which the file says yes, and the agreement that is known is over
    QStringList conflicts; // sentences: what the file says and was not taken
    bool isAny() const { return !added.isEmpty() || !replaced.isEmpty(); }
};
// What is the same for all rows of a file.
struct RowContext {
    MatchPolicy policy;
    NamedThings& things;
    const QString& file; // its name
    QDate today;
};
Additions addRow(PersonState& state, const PersonDraft& row, const RowContext& context);

} // namespace dtp
