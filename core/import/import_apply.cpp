// SPDX-License-Identifier: GPL-3.0-or-later
// A plan is written in one change; its log and its rejected rows as CSV.
#include <base/utc.h>
#include <import/heading_words.h>
#include <import/import_plan.h>
#include <sheets/formula.h>

#include <QCoreApplication>
#include <QIODevice>

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

// One row of CSV as our own import reads it back.
QByteArray csvRow(const QStringList& cells)
{
    QByteArray line;
    for (const QString& cell : cells) {
        QByteArray text = defuseFormula(cell).toUtf8();
        const bool needsQuotes = text.contains(',') || text.contains('"') || text.contains('\n') ||
                                 text.contains('\r') || text.startsWith(' ') || text.endsWith(' ');
        if (needsQuotes)
            text = '"' + text.replace("\"", "\"\"") + '"';
        line += (line.isEmpty() && &cell == &cells.first() ? QByteArray() : QByteArray(",")) + text;
    }
    return line + "\r\n";
}

Result<> put(QIODevice& device, const QByteArray& bytes)
{
    if (device.write(bytes) != bytes.size())
        return fail(Import::tr("The file could not be written. Is there room on the disk, and may you write there?"),
                    device.errorString());
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
    QStringList headings;
    std::vector<int> columns;
    for (const ColumnMapping& column : file.mapping.columns) {
        if (isReasonHeading(column.heading))
            continue; // of the last time
        headings.append(column.heading);
        columns.push_back(column.column);
    }
    qsizetype width = headings.size();
    for (const auto& row : file.rows.rejected)
        width = std::max(width, row.cells.size());
    for (qsizetype i = static_cast<qsizetype>(file.mapping.columns.size()); i < width; ++i) {
        headings.append(Import::tr("Column %1").arg(i + 1));
        columns.push_back(static_cast<int>(i));
    }
    DTP_CHECK(put(device, "\xEF\xBB\xBF" + csvRow(headings + QStringList{reasonHeading()})));
    for (const auto& row : file.rows.rejected) {
        QStringList cells;
        for (const int column : columns)
            cells.append(row.cells.value(column));
        DTP_CHECK(put(device, csvRow(cells + QStringList{row.reason})));
    }
    return {};
}

Result<> ImportPlan::writeLog(QIODevice& device) const
{
    DTP_CHECK(put(device, "row,fate,person,reason\r\n"));
    for (const PlannedRow& row : d->rows)
        DTP_CHECK(put(device, csvRow({QString::number(row.number), rowFateCode(row.fate), row.name,
                                      (QStringList{row.reason} + row.warnings).join(QLatin1Char(' '))})));
    return {};
}

} // namespace dtp
