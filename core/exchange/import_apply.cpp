// SPDX-License-Identifier: GPL-3.0-or-later
// A plan is written in one change; its log and its rejected rows as CSV.
#include <exchange/formula.h>
#include <exchange/heading_words.h>
#include <exchange/import_plan.h>

#include <QCoreApplication>
#include <QIODevice>

namespace dtp
{

namespace
{
QString say(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

// The keys that new organisations, programs and networks got, by their stand-ins.
using Keys = QHash<qint64, qint64>;

template<class R>
Result<> insertThings(Writer& writer, const std::vector<R>& things, Keys& keys)
{
    for (const R& thing : things) {
        R record = thing;
        record.id = {};
        DTP_TRY(id, writer.insert(record));
        keys.insert(thing.id.value, id.value);
    }
    return {};
}

template<class R>
void replaceStandIn(Id<R>& id, const Keys& keys)
{
    if (id.value < 0)
        id = {keys.value(id.value)};
}

template<class R>
Result<> write(Writer& writer, const std::vector<Kept<R>>& list, Id<Person> person, const std::function<void(R&)>& complete = {})
{
    for (const Kept<R>& kept : list) {
        if (!kept.isChanged)
            continue;
        R record = kept.record;
        record.person = person;
        if (complete)
            complete(record);
        if (record.id)
            DTP_CHECK(writer.update(record));
        else
            DTP_CHECK(writer.insert(record));
    }
    return {};
}

// The time of the place, without the place: as text it is the same, and no row has to look up the time zone.
QDateTime wallTime(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    return QDateTime(local.date(), local.time(), Qt::UTC);
}

class Applying
{
public:
    Applying(Writer& writer, const ImportPlan::Private& plan, const Progress& progress) : m_writer(writer), m_plan(plan), m_progress(progress) {}

    Result<> run()
    {
        DTP_CHECK(insertThings(m_writer, m_plan.things.newOrganisations, m_organisations));
        DTP_CHECK(insertThings(m_writer, m_plan.things.newPrograms, m_programs));
        DTP_CHECK(insertThings(m_writer, m_plan.things.newNetworks, m_networks));
        const auto total = static_cast<qint64>(m_plan.people.size());
        qint64 done = 0;
        for (const PersonState& state : m_plan.people) {
            if (!state.sources.empty())
                DTP_CHECK(writePerson(state));
            if (++done % 500 == 0 && !goOn(m_progress, done, total, say("Writing people")))
                return fail(say("Stopped. Nothing was changed."));
        }
        if (!goOn(m_progress, total, total, say("Making them searchable")))
            return fail(say("Stopped. Nothing was changed."));
        return {};
    }

private:
    Result<> writePerson(const PersonState& state)
    {
        Person person = state.person;
        if (state.isNew)
            DTP_CHECK(m_writer.insert(person));
        else if (state.isChanged)
            DTP_CHECK(m_writer.update(person));
        const Id<Person> id = person.id;
        DTP_CHECK(write(m_writer, state.names, id));
        DTP_CHECK(write(m_writer, state.contacts, id));
        DTP_CHECK(write<Affiliation>(m_writer, state.affiliations, id, [this](Affiliation& record) { replaceStandIn(record.organisation, m_organisations); }));
        DTP_CHECK(write(m_writer, state.issues, id));
        DTP_CHECK(write(m_writer, state.skills, id));
        DTP_CHECK(write(m_writer, state.languages, id));
        DTP_CHECK(write<Participation>(m_writer, state.participations, id, [this](Participation& record) { replaceStandIn(record.edition, m_programs); }));
        DTP_CHECK(write<Membership>(m_writer, state.memberships, id, [this](Membership& record) { replaceStandIn(record.network, m_networks); }));
        DTP_CHECK(write(m_writer, state.consents, id));
        for (Provenance source : state.sources) {
            source.person = id;
            source.importedAt = m_now;
            DTP_CHECK(m_writer.insert(source));
        }
        return {};
    }

    Writer& m_writer;
    const ImportPlan::Private& m_plan;
    const Progress& m_progress;
    const QDateTime m_now = wallTime(m_writer.store().environment().clock->now());
    Keys m_organisations;
    Keys m_programs;
    Keys m_networks;
};

// One row of CSV as our own import reads it back.
QByteArray csvRow(const QStringList& cells)
{
    QByteArray line;
    for (const QString& cell : cells) {
        QByteArray text = defuseFormula(cell).toUtf8();
        const bool needsQuotes = text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r') || text.startsWith(' ') || text.endsWith(' ');
        if (needsQuotes)
            text = '"' + text.replace("\"", "\"\"") + '"';
        line += (line.isEmpty() && &cell == &cells.first() ? QByteArray() : QByteArray(",")) + text;
    }
    return line + "\r\n";
}

Result<> put(QIODevice& device, const QByteArray& bytes)
{
    if (device.write(bytes) != bytes.size())
        return fail(say("The file could not be written. Is there room on the disk, and may you write there?"), device.errorString());
    return {};
}
} // namespace

Result<qint64> ImportPlan::apply(Store& store, const Progress& progress) const
{
    if (dataVersion(store) != d->version)
        return fail(say("The data has been changed since the preview was made. Look at the preview again, then import."));
    if (d->counts.newPeople + d->counts.joined == 0)
        return 0;
    return store.change(sentence(), [&](Writer& writer) { return Applying(writer, *d, progress).run(); });
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
    for (const ImportedRow& row : file.rows)
        width = std::max(width, row.cells.size());
    for (qsizetype i = static_cast<qsizetype>(file.mapping.columns.size()); i < width; ++i) {
        headings.append(say("Column %1").arg(i + 1));
        columns.push_back(static_cast<int>(i));
    }
    DTP_CHECK(put(device, "\xEF\xBB\xBF" + csvRow(headings + QStringList{reasonHeading()})));
    for (const ImportedRow& row : file.rows) {
        if (row.rejection.isEmpty())
            continue;
        QStringList cells;
        for (const int column : columns)
            cells.append(row.cells.value(column));
        DTP_CHECK(put(device, csvRow(cells + QStringList{row.rejection})));
    }
    return {};
}

Result<> ImportPlan::writeLog(QIODevice& device) const
{
    DTP_CHECK(put(device, "row,fate,person,reason\r\n"));
    for (const PlannedRow& row : d->rows)
        DTP_CHECK(put(device, csvRow({QString::number(row.number), rowFateCode(row.fate), row.name, (QStringList{row.reason} + row.warnings).join(QLatin1Char(' '))})));
    return {};
}

} // namespace dtp
