// SPDX-License-Identifier: GPL-3.0-or-later
// A plan is written in one change; its log and its rejected rows as CSV.
#include <base/utc.h>
#include <import/row_lists.h>
#include <import_people/import_plan.h>
#include <storage/record_batch.h>

#include <QCoreApplication>

#include <future>

namespace dtp
{

namespace
{
struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

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

    std::future<Result<Written>> start(size_t portion) const
    {
        return std::async(std::launch::async, [this, portion]() -> Result<Written> {
            Written out;
            for (const PersonState& person : m_plan.people.portion(portion))
                DTP_CHECK(addPerson(person, out));
            return out;
        });
    }

private:
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

    template <class R, class Complete>
    Result<> addAll(const std::vector<Kept<R>>& list, const Person& person, Written& out,
                    const Complete& complete) const
    {
        for (const Kept<R>& kept : list) {
            if (!kept.isChanged)
                continue;
            R record = kept.record;
            record.person = person.id;
            complete(record);
            DTP_CHECK(add(record, person, out));
        }
        return {};
    }

    template <class R>
    Result<> addAll(const std::vector<Kept<R>>& list, const Person& person, Written& out) const
    {
        return addAll(list, person, out, [](R&) {});
    }

    Result<> addPerson(const PersonState& state, Written& out) const
    {
        Person person = state.person;
        if (!person.id) {
            person.id = m_ids.make<Person>();
            DTP_CHECK(out.added.add(toValues(person)));
        } else if (state.isChanged) {
            out.changed.push_back(toValues(person));
        }
        DTP_CHECK(addAll(state.names, person, out));
        DTP_CHECK(addAll(state.contacts, person, out));
        DTP_CHECK(addAll(state.affiliations, person, out,
                         [this](Affiliation& record) { replaceStandIn(record.organisation, organisations); }));
        DTP_CHECK(addAll(state.issues, person, out));
        DTP_CHECK(addAll(state.skills, person, out));
        DTP_CHECK(addAll(state.languages, person, out));
        DTP_CHECK(addAll(state.participations, person, out,
                         [this](Participation& record) { replaceStandIn(record.edition, programs); }));
        DTP_CHECK(addAll(state.memberships, person, out,
                         [this](Membership& record) { replaceStandIn(record.network, networks); }));
        DTP_CHECK(addAll(state.consents, person, out));
        for (Provenance source : state.sources) {
            source.person = person.id;
            source.importedAt = m_now;
            DTP_CHECK(add(source, person, out));
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
