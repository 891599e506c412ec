// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/consents.h>

#include <storage/bulk_reader.h>

#include <algorithm>
#include <tuple>

namespace dtp
{

namespace
{
struct Answer {
    qint64 person;
    qint64 given; // Julian day
    qint64 entry; // key of the record
    bool holds;
};

Answer answerOf(const BulkRow& row, qint64 today)
{
    const QDate given = QDate::fromString(row.text(3), Qt::ISODate);
    const QDate ends = QDate::fromString(row.text(4), Qt::ISODate);
    const bool agreed = row.utf8(2) == "agreed";
    Answer answer{row.integer(1), 0, row.integer(0), agreed};
    if (given.isValid())
        answer.given = given.toJulianDay();
    else
        answer.given = agreed ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    if (given.isValid() && answer.given > today)
        answer.holds = false;
    // An end that cannot be read is an end: a doubt counts for the person.
    if (!row.utf8(4).empty() && (!ends.isValid() || ends.toJulianDay() < today))
        answer.holds = false;
    return answer;
}
} // namespace

Result<std::vector<qint64>> peopleWhoAgreed(const Store& store, const QString& purpose, QDate today)
{
    std::vector<Answer> answers;
    const BulkQuery query{.entity = Entity::Consent,
                          .fields = {"id", "person_id", "answer", "answered_on", "expires_on"},
                          .conditions = {{"purpose", BulkQuery::Compare::Equals, purpose}}};
    DTP_CHECK(
        readBulk(store, query, [&](const BulkRow& row) { answers.push_back(answerOf(row, today.toJulianDay())); }));
    std::sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) {
        return std::tie(a.person, a.given, a.entry) < std::tie(b.person, b.given, b.entry);
    });
    std::vector<qint64> agreed;
    for (size_t i = 0; i < answers.size(); ++i) {
        const bool isNewest = i + 1 == answers.size() || answers[i + 1].person != answers[i].person;
        if (isNewest && answers[i].holds)
            agreed.push_back(answers[i].person);
    }
    return agreed;
}

Result<std::vector<qint64>> peopleWithCare(const Store& store)
{
    std::vector<qint64> people;
    const BulkQuery query{.entity = Entity::Person,
                          .fields = {"id"},
                          .conditions = {{"safety_level", BulkQuery::Compare::Differs, QStringLiteral("normal")}}};
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) { people.push_back(row.integer(0)); }));
    std::sort(people.begin(), people.end());
    return people;
}

} // namespace dtp
