// SPDX-License-Identifier: GPL-3.0-or-later
// A plan is written in one change; its log and its rejected rows as CSV.
#include <base/utc.h>
#include <import/row_lists.h>
#include <import_people/import_plan.h>

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

// What is to be written of some people, in its order. Every new record has its key already.
using Written = std::vector<std::pair<RecordValues, bool>>; // and whether it is new

// Makes records of people as they are planned. Works on another thread than the one that writes.
class Preparing
{
public:
    Preparing(const ImportPlan::Private& plan, const Environment& environment)
        : m_plan(plan), m_ids(*environment.ids), m_now(wallTime(environment.clock->now()))
    {
    }

    Keys organisations, programs, networks;

    std::future<Written> start(size_t portion) const
    {
        return std::async(std::launch::async, [this, portion] {
            Written out;
            for (const PersonState& person : m_plan.people.portion(portion))
                addPerson(person, out);
            return out;
        });
    }

private:
    template <class R>
    void add(const R& record, Written& out) const
    {
        RecordValues values = toValues(record);
        const bool isNew = values.id == 0;
        if (isNew)
            values.id = m_ids.next();
        out.emplace_back(std::move(values), isNew);
    }

    template <class R, class Complete>
    void addAll(const std::vector<Kept<R>>& list, Id<Person> person, Written& out, const Complete& complete) const
    {
        for (const Kept<R>& kept : list) {
            if (!kept.isChanged)
                continue;
            R record = kept.record;
            record.person = person;
            complete(record);
            add(record, out);
        }
    }

    template <class R>
    void addAll(const std::vector<Kept<R>>& list, Id<Person> person, Written& out) const
    {
        addAll(list, person, out, [](R&) {});
    }

    void addPerson(const PersonState& state, Written& out) const
    {
        Id<Person> id = state.person.id;
        if (state.isNew || state.isChanged) {
            add(state.person, out);
            id = {out.back().first.id};
        }
        addAll(state.names, id, out);
        addAll(state.contacts, id, out);
        addAll(state.affiliations, id, out,
               [this](Affiliation& record) { replaceStandIn(record.organisation, organisations); });
        addAll(state.issues, id, out);
        addAll(state.skills, id, out);
        addAll(state.languages, id, out);
        addAll(state.participations, id, out,
               [this](Participation& record) { replaceStandIn(record.edition, programs); });
        addAll(state.memberships, id, out, [this](Membership& record) { replaceStandIn(record.network, networks); });
        addAll(state.consents, id, out);
        for (Provenance source : state.sources) {
            source.person = id;
            source.importedAt = m_now;
            add(source, out);
        }
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
    std::future<Written> next = portions > 0 ? preparing.start(0) : std::future<Written>();
    for (size_t done = 0; done < portions;) {
        Written now = next.get();
        if (++done < portions)
            next = preparing.start(done);
        for (auto& [values, isNew] : now)
            DTP_CHECK(isNew ? writer.insert(values) : writer.update(values));
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
