// SPDX-License-Identifier: GPL-3.0-or-later
// What the makers of the sample share while they fill a file.
#pragma once

#include <base/clock.h>
#include <base/id.h>
#include <base/utc.h>
#include <records/cases.h>
#include <records/programs.h>
#include <records/reports.h>
#include <sample/random.h>
#include <sample/sample_lists.h>
#include <storage/store.h>

namespace dtp
{

// The day on which the sample lives.
inline QDate sampleToday()
{
    return {2026, 6, 1};
}

struct MadeOrganisation {
    Id<Organisation> id;
    int country = 0; // index in SampleLists::countries
    QString kind;
    QString shortName;
};

struct MadeEdition {
    Id<ProgramEdition> id;
    int series = 0;
    int year = 0;
    QString file; // under which name the list of participants was once kept
};

// As much of a person as later makers need; a million of them fit into 32 MB.
struct MadePerson {
    Id<Person> id;
    qint32 edition = -1; // the first one as participant; -1: none
    quint16 country = 0;
    quint16 issue = 0; // index in SampleLists::issues
    quint16 birthYear = 0;
    bool isWoman = false;
    bool isActive = false;
    bool isNormal = false; // of safety level
    bool isTrainer = false;
};

class SampleWorld
{
public:
    SampleWorld(ChangeWriter& writer, const SampleLists& sampleLists, quint32 sampleSeed)
        : lists(sampleLists), seed(sampleSeed), m_writer(writer), m_clock(utcMoment(sampleToday(), QTime(9, 0))),
          m_ids(m_clock, sampleSeed)
    {
    }

    // Keys are ours, not the file's, so that equal seeds give equal files.
    template <class R>
    Result<Id<R>> add(R& record)
    {
        record.id = m_ids.make<R>();
        return m_writer.insert(record);
    }
    template <class R>
    requires(!std::is_lvalue_reference_v<R>) Result<Id<R>> add(R&& record)
    {
        R copy = std::move(record);
        return add<R>(copy);
    }

    int countryIndex(const QString& code) const; // -1: not among the sample's
    QString issueOf(const MadePerson& person) const { return lists.issues.at(person.issue); }
    // An organisation of the kind, or any.
    Id<Organisation> organisationOf(const QString& kind, Random& random) const;

    const SampleLists& lists;
    const quint32 seed;
    std::vector<MadeOrganisation> organisations;
    std::vector<std::vector<int>> employers; // by country: organisations where people work
    std::vector<MadeEdition> editions;
    std::vector<std::vector<int>>
        editionsFor; // by country: editions that its people go to, the likelier ones more often
    std::vector<MadePerson> people;

private:
    ChangeWriter& m_writer;
    FixedClock m_clock;
    IdMaker m_ids;
};

// Streams of chance, one a maker.
enum class Stream : quint64 { Organisations = 1ULL << 40U, Editions, Networks, Workshops, Tasks };
inline Random randomOf(const SampleWorld& world, Stream stream)
{
    return {world.seed, static_cast<quint64>(stream)};
}

// The makers, in the order in which they work.
Result<> makeOrganisations(SampleWorld& world, int people);
Result<> makePrograms(SampleWorld& world);
Result<> makePeople(SampleWorld& world, int people, const Progress& progress);
Result<> makeNetworks(SampleWorld& world);
Result<> makeWorkshops(SampleWorld& world);
Result<> makeTasksAndSegments(SampleWorld& world, const std::vector<Id<Workshop>>& workshops);
Result<> makeCases(SampleWorld& world);
Result<> makeConsentRequests(SampleWorld& world);

// The report of a workshop that was held.
struct HeldWorkshop {
    Id<Workshop> id;
    std::vector<Id<Session>> sessions; // without breaks
    int participants = 0;
    int women = 0;
    int countries = 0;
    int firstYear = 0;
    int lastYear = 0;
};
Result<> makeReport(SampleWorld& world, const HeldWorkshop& workshop);

} // namespace dtp
