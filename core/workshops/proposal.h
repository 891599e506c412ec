// SPDX-License-Identifier: GPL-3.0-or-later
// WHOM we invite: the best list under the workshop's targets, explained person by person, with reserves and with who
// comes nearest when someone declines. Reading is apart from choosing, so that the choice can run on another thread.
#pragma once

#include <search/person_search.h>
#include <workshops/balance.h>

#include <QSet>

namespace dtp
{

// How much each thing is worth beside the targets: 0 nothing, 1 some, 2 much.
struct ProposalWeights {
    double newVoices = 1;
    double issues = 1; // of the wanted ones
    double skills = 1;
    double recentContact = 0.5;
    double spread = 1; // evenly over countries
    bool operator==(const ProposalWeights&) const = default;
};

struct ProposalWish {
    Id<Workshop> workshop;
    PersonQuery query;                         // who may be on the list; empty: everybody …
    std::optional<std::vector<qint64>> people; // … or exactly these
    int size = 0;                              // people on the whole list, those who are on it already among them
    int reserves = 0;                          // for each newly proposed person
    std::vector<WorkshopTarget> targets;
    QSet<qint64> locked;        // must be on the list
    QSet<qint64> excluded;      // must not
    bool keepConsidered = true; // those who stand as considered stay on the list
    QStringList issues;         // codes that are wanted
    QStringList skills;
    ProposalWeights weights;
    bool withAtRisk = false;     // people at risk are considered only when asked for, and flagged
    bool withOutOfReach = false; // so are those who are deceased or out of contact
    int milliseconds = 5000;     // for the solver
};

// Out of whom a proposal is made unless somebody says otherwise, as a search: of the regions that the title names
// ("Pacific Alumni Workshop"); empty where it names none. One for "Asia-Pacific" is for everybody.
QString usualSearch(const Workshop& workshop);
// A wish for the workshop as it stands: its places and its targets.
Result<ProposalWish> wishFor(const Store& store, Id<Workshop> workshop);

// Everything a proposal is made from.
struct ProposalPool {
    std::vector<Profile> candidates; // in the order in which equals are taken: latest contact first
    QHash<qint64, QString> onList;   // state of those who are on the workshop's list and stay on it
    QSet<qint64> reserves;           // who stands as reserve now
    int declined = 0;                // left out because they declined or cannot come
    int atRisk = 0;                  // left out because of their safety
    int outOfReach = 0;
};
Result<ProposalPool> readPool(const Store& store, const ProposalWish& wish, const Progress& progress = {});

struct Substitute {
    Id<Person> person;
    QString name;
    bool isAtRisk = false;
    QString why; // "Also from Nepal; works on migrant workers; keeps every target"
};

struct ProposedPerson {
    Id<Person> person;
    QString name;
    QString country;
    QString state; // of the invitation; empty: not on the list yet
    bool isLocked = false;
    bool isAtRisk = false;
    QString why; // "One of 3 from Nepal; works on migrant workers; never in a workshop before"
    std::vector<Substitute> reserves;

    bool isNew() const { return state.isEmpty(); }
};

struct ProposedTarget {
    WorkshopTarget target;
    TargetBounds bounds;
    int reached = 0;
    int available = 0; // among all who might be on the list
    bool isMet = true;
    QString sentence; // "Women: 12 of at least 14, 2 short; only 12 may be on the list"
};

struct Proposal {
    Id<Workshop> workshop;
    std::vector<ProposedPerson> people; // by country and name
    std::vector<ProposedTarget> targets;
    int wanted = 0;
    int candidates = 0;
    bool isBest = false;
    double gap = 0;      // a better list is at most this share better
    QStringList remarks; // what is to be known about the list as a whole

    int newPeople() const;
    std::vector<ProposedTarget> missedTargets() const;
};

Result<Proposal> propose(const Store& store, const ProposalPool& pool, const ProposalWish& wish,
                         const Progress& progress = {});

// Who comes nearest to one of the people on the list: the same sides first, and no target lost. list: who is on it
// now.
std::vector<Substitute> nearestSubstitutes(const Store& store, const ProposalPool& pool, const ProposalWish& wish,
                                           const QSet<qint64>& list, Id<Person> who, int count);

// A label inside a sentence: "Migrant workers" -> "migrant workers", but "UN treaty bodies" as it is.
QString insideSentence(const QString& label);

} // namespace dtp
