// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/alumni.h>
#include <meaning/codes.h>
#include <meaning/holding.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
bool counts(const QString& role, const QString& outcome)
{
    const auto result = codeOf<ParticipationOutcome>(outcome);
    return codeOf<ParticipationRole>(role) == ParticipationRole::Participant &&
           result != ParticipationOutcome::Withdrew && result != ParticipationOutcome::Absent;
}

void takeEarlier(PartialDate& since, const PartialDate& start)
{
    if (!start.isEmpty() && (since.isEmpty() || start < since))
        since = start;
}

QByteArray quoted(const QString& code)
{
    return '\'' + code.toUtf8() + '\'';
}

QByteArray fromParticipations(const char* personColumn)
{
    return QByteArray(" FROM participation taken JOIN program_edition given ON given.id = taken.edition_id WHERE "
                      "taken.person_id = ") +
           personColumn + " AND ";
}

// Of the participation `taken` and the edition `given`.
QByteArray countsForItself()
{
    return "taken.role = " + quoted(codeText(ParticipationRole::Participant)) + " AND taken.outcome NOT IN (" +
           quoted(codeText(ParticipationOutcome::Withdrew)) + ", " + quoted(codeText(ParticipationOutcome::Absent)) +
           ")";
}

SqlPiece editionHasBegun(QDate day)
{
    return {sortableDate("given.start_date") + " <= ?", {storedDay(day)}};
}

SqlPiece participationCounts(QDate day)
{
    return SqlPiece{countsForItself() + " AND ", {}} + editionHasBegun(day);
}
} // namespace

std::optional<PartialDate> alumniSince(std::span<const DatedParticipation> participations, QDate day)
{
    std::optional<PartialDate> since;
    for (const DatedParticipation& one : participations) {
        if (!counts(one.participation.role, one.participation.outcome) || !hasBegun(one.start, day))
            continue;
        since = since.value_or(PartialDate());
        takeEarlier(*since, one.start);
    }
    return since;
}

Result<QHash<qint64, PartialDate>> alumniSince(const Store& store, std::span<const qint64> people, QDate day)
{
    struct Taken {
        qint64 person;
        qint64 edition;
    };
    std::vector<Taken> taken;
    std::vector<qint64> editions;
    BulkQuery query{.entity = Entity::Participation, .fields = {"person_id", "edition_id", "role", "outcome"}};
    query.keyField = "person_id";
    query.keys = people;
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) {
        if (counts(row.text(2), row.text(3))) {
            taken.push_back({row.integer(0), row.integer(1)});
            editions.push_back(row.integer(1));
        }
    }));
    std::sort(editions.begin(), editions.end());
    editions.erase(std::unique(editions.begin(), editions.end()), editions.end());
    QHash<qint64, PartialDate> starts;
    BulkQuery editionQuery{.entity = Entity::ProgramEdition, .fields = {"id", "start_date"}};
    editionQuery.keyField = "id";
    editionQuery.keys = editions;
    DTP_CHECK(readBulk(store, editionQuery, [&](const BulkRow& row) {
        starts.insert(row.integer(0), PartialDate::fromStorage(row.text(1)).value_or(PartialDate()));
    }));
    QHash<qint64, PartialDate> since;
    for (const Taken& one : taken) {
        if (const PartialDate start = starts.value(one.edition); hasBegun(start, day))
            takeEarlier(since[one.person], start);
    }
    return since;
}

SqlPiece isAlumni(const char* personColumn, QDate day)
{
    return SqlPiece{"EXISTS (SELECT 1" + fromParticipations(personColumn), {}} + participationCounts(day) +
           QByteArray(")");
}

SqlPiece alumniSince(const char* personColumn, QDate day)
{
    return SqlPiece{"(SELECT min(nullif(" + sortableDate("given.start_date") + ", ''))" +
                        fromParticipations(personColumn),
                    {}} +
           participationCounts(day) + QByteArray(")");
}

QByteArray alumniFrom(const QByteArray& personColumn)
{
    return "(SELECT min(" + sortableDate("given.start_date") + ")" + fromParticipations(personColumn.constData()) +
           countsForItself() + ")";
}

SqlPiece isAlumniSince(const QByteArray& keptColumn, QDate day)
{
    return {keptColumn + " <= ?", {storedDay(day)}};
}

} // namespace dtp
