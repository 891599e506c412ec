// SPDX-License-Identifier: GPL-3.0-or-later
// A plan is written in one change; its log and its rejected rows as CSV.
#include <base/utc.h>
#include <import/import_text.h>
#include <import/row_lists.h>
#include <import_people/import_plan.h>
#include <storage/record_batch.h>

#include <future>

namespace dtp
{

namespace
{
// The keys that new organisations, programs and networks got, by their stand-ins.
using Keys = QHash<qint64, qint64>;

template <class R>
Result<> insertThings(ChangeWriter& writer, const std::vector<R>& things, Keys& keys)
{
    for (const R& thing : things) {
        R record = thing;
        record.id = {};
        DTP_TRY(id, writer.insert(record));
        keys.insert(thing.id.value, id.value);
    }
    return {};
}

template <class R>
void replaceStandIn(Id<R>& id, const Keys& keys)
{
    if (id.value < 0)
        id = {keys.value(id.value)};
}

// The time of the place, without the place: as text it is the same, and no row has to look up the time zone.
QDateTime wallTime(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    return utcMoment(local.date(), local.time());
}

// What is to be written of some people. Every new record has its key already.
struct Written {
    std::vector<RecordValues> changed;
    RecordBatch added;
};

// Makes records of people as they are planned. Works on another thread than the one that writes.
class Preparing
{
public:
    Preparing(const ImportPlan::Private& plan, const Environment& environment)
        : m_plan(plan), m_ids(*environment.ids), m_now(wallTime(environment.clock->now()))
    {
    }

    Keys organisations, programs, networks;

    // All records of one type, then those of the next: they are written several at a time.
    std::future<Result<Written>> start(size_t portion) const
    {
        return std::async(std::launch::async, [this, portion]() -> Result<Written> {
            Written out;
            People people = m_plan.people.portion(portion);
            DTP_CHECK(addPeople(people, out));
            DTP_CHECK(addAll(people, &PersonState::names, out));
            DTP_CHECK(addAll(people, &PersonState::contacts, out));
            DTP_CHECK(addAll(people, &PersonState::affiliations, out,
                             [this](Affiliation& record) { replaceStandIn(record.organisation, organisations); }));
            DTP_CHECK(addAll(people, &PersonState::issues, out));
            DTP_CHECK(addAll(people, &PersonState::skills, out));
            DTP_CHECK(addAll(people, &PersonState::languages, out));
            DTP_CHECK(addAll(people, &PersonState::participations, out,
                             [this](Participation& record) { replaceStandIn(record.edition, programs); }));
            DTP_CHECK(addAll(people, &PersonState::memberships, out,
                             [this](Membership& record) { replaceStandIn(record.network, networks); }));
            DTP_CHECK(addAll(people, &PersonState::consents, out));
            DTP_CHECK(addSources(people, out));
            return out;
        });
    }

private:
    using People = std::vector<PersonState>;

    // person: as it will be.
    template <class R>
    Result<> add(const R& record, const Person& person, Written& out) const
    {
        RecordValues values = toValues(record);
        if (values.id != 0) {
            out.changed.push_back(std::move(values));
            return {};
        }
        values.id = m_ids.next();
        return out.added.add(std::move(values), person.country);
    }

    // Those who are new get their keys.
    Result<> addPeople(People& people, Written& out) const
    {
        for (PersonState& state : people) {
            if (state.person.id) {
                if (state.isChanged)
                    out.changed.push_back(toValues(state.person));
                continue;
            }
            state.person.id = m_ids.make<Person>();
            DTP_CHECK(out.added.add(toValues(state.person)));
        }
        return {};
    }

    template <class R, class Complete>
    Result<> addAll(People& people, std::vector<Kept<R>> PersonState::*list, Written& out,
                    const Complete& complete) const
    {
        for (PersonState& state : people) {
            for (Kept<R>& kept : state.*list) {
                if (!kept.isChanged)
                    continue;
                kept.record.person = state.person.id;
                complete(kept.record);
                DTP_CHECK(add(kept.record, state.person, out));
            }
        }
        return {};
    }

    template <class R>
    Result<> addAll(People& people, std::vector<Kept<R>> PersonState::*list, Written& out) const
    {
        return addAll(people, list, out, [](R&) {});
    }

    Result<> addSources(People& people, Written& out) const
    {
        for (PersonState& state : people) {
            for (Provenance& source : state.sources) {
                source.person = state.person.id;
                source.importedAt = m_now;
                DTP_CHECK(add(source, state.person, out));
            }
        }
        return {};
    }

    const ImportPlan::Private& m_plan;
    IdMaker& m_ids;
    const QDateTime m_now;
};

// While the records of some people are written, those of the next ones are made.
Result<> writePlan(ChangeWriter& writer, const ImportPlan::Private& plan, const Progress& progress)
{
    Preparing preparing(plan, writer.store().environment());
    DTP_CHECK(insertThings(writer, plan.things.newOrganisations, preparing.organisations));
    DTP_CHECK(insertThings(writer, plan.things.newPrograms, preparing.programs));
    DTP_CHECK(insertThings(writer, plan.things.newNetworks, preparing.networks));
    const size_t portions = plan.people.portions();
    const auto total = static_cast<qint64>(plan.people.size());
    std::future<Result<Written>> next = portions > 0 ? preparing.start(0) : std::future<Result<Written>>();
    for (size_t done = 0; done < portions;) {
        DTP_TRY(now, next.get());
        if (++done < portions)
            next = preparing.start(done);
        for (const RecordValues& values : now.changed)
            DTP_CHECK(writer.update(values));
        DTP_CHECK(writer.insertAll(now.added));
        if (!goOn(progress, total * static_cast<qint64>(done) / static_cast<qint64>(portions), total,
                  Import::tr("Writing people")))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    if (!goOn(progress, total, total, Import::tr("Making them searchable")))
        return fail(Import::tr("Stopped. Nothing was changed."));
    return {};
}
} // namespace

Result<qint64> ImportPlan::apply(Store& store, const Progress& progress) const
{
    if (dataVersion(store) != d->version)
        return fail(Import::tr(
            "The data has been changed since the preview was made. Look at the preview again, then import."));
    if (d->counts.newPeople + d->counts.joined == 0)
        return 0;
    return store.change(sentence(), [&](ChangeWriter& writer) { return writePlan(writer, *d, progress); });
}

Result<> ImportPlan::writeRejected(QIODevice& device) const
{
    const ImportFile::Private& file = *d->file->d;
    std::vector<RejectedRow> rejected;
    for (const auto& row : file.rows.rejected)
        rejected.push_back({&row.cells, &row.reason});
    return writeRejectedRows(device, file.mapping, rejected);
}

Result<> ImportPlan::writeLog(QIODevice& device) const
{
    return writeRowLog(
        device, QStringLiteral("person"), d->rows.size(),
        [this](size_t at) -> const PlannedRow& { return d->rows[at]; }, &rowFateCode);
}

} // namespace dtp
