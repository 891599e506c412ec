// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>
#include <meaning/consents.h>
#include <meaning/holding.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace dtp
{

namespace
{
qint64 ageRank(QDate answered, bool isAgreement)
{
    if (answered.isValid())
        return answered.toJulianDay();
    return isAgreement ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

bool isAgreement(const QString& answer)
{
    return codeOf<ConsentAnswer>(answer) == ConsentAnswer::Agreed;
}

bool isFuture(QDate answered, QDate day)
{
    return answered.isValid() && answered > day;
}

// What is not in the file yet was entered last.
std::tuple<qint64, qint64> rankOf(const Consent& consent)
{
    const qint64 entry = consent.id ? consent.id.value : std::numeric_limits<qint64>::max();
    return {ageRank(consent.answeredOn, isAgreement(consent.answer)), entry};
}

// The same order as a text: '' before every day, '~' behind.
QByteArray rankSql(const QByteArray& alias)
{
    const QByteArray answered = alias + ".answered_on";
    return "CASE WHEN " + isDay(answered) + " THEN " + answered + " WHEN " + alias + ".answer = '" +
           codeText(ConsentAnswer::Agreed).toUtf8() + "' THEN '' ELSE '~' END";
}
// An agreement that has begun and not ended, whatever was said later; both marks are the day. Texts are compared
// before they are looked at as days, which takes longer.
QByteArray holdsAlone(const QByteArray& alias)
{
    const QByteArray answered = alias + ".answered_on";
    const QByteArray ends = alias + ".expires_on";
    return '(' + alias + ".answer = '" + codeText(ConsentAnswer::Agreed).toUtf8() + "' AND NOT (" + answered +
           " > ? AND " + isDay(answered) + ") AND (" + ends + " = '' OR (" + ends + " >= ? AND " + isDay(ends) + ")))";
}
} // namespace

const Consent* newestConsent(std::span<const Consent> consents, const QString& purpose)
{
    const Consent* newest = nullptr;
    for (const Consent& consent : consents)
        if (consent.purpose == purpose && (!newest || rankOf(consent) >= rankOf(*newest)))
            newest = &consent;
    return newest;
}

bool agreesTo(std::span<const Consent> consents, const QString& purpose, QDate day)
{
    const Consent* newest = newestConsent(consents, purpose);
    return newest && isAgreement(newest->answer) && !isFuture(newest->answeredOn, day) &&
           (!newest->expiresOn.isValid() || newest->expiresOn >= day);
}

Result<std::vector<qint64>> peopleWhoAgree(const Store& store, const QString& purpose, QDate day)
{
    struct Answer {
        qint64 person;
        qint64 age;
        qint64 entry; // key of the record
        bool holds;
    };
    std::vector<Answer> answers;
    const BulkQuery query{.entity = Entity::Consent,
                          .fields = {"id", "person_id", "answer", "answered_on", "expires_on"},
                          .conditions = {{"purpose", BulkQuery::Compare::Equals, purpose}}};
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) {
        const QDate answered = dayFromStored(row.text(3));
        const QDate ends = dayFromStored(row.text(4));
        const bool agreed = isAgreement(row.text(2));
        const bool hasEnded = !row.utf8(4).empty() && (!ends.isValid() || ends < day);
        answers.push_back({row.integer(1), ageRank(answered, agreed), row.integer(0),
                           agreed && !hasEnded && !isFuture(answered, day)});
    }));
    std::sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) {
        return std::tie(a.person, a.age, a.entry) < std::tie(b.person, b.age, b.entry);
    });
    std::vector<qint64> people;
    for (size_t i = 0; i < answers.size(); ++i) {
        const bool isNewest = i + 1 == answers.size() || answers[i + 1].person != answers[i].person;
        if (isNewest && answers[i].holds)
            people.push_back(answers[i].person);
    }
    return people;
}

SqlPiece agreesTo(const char* personColumn, const QStringList& purposes, QDate day)
{
    SqlPiece piece{QByteArray("EXISTS (SELECT 1 FROM consent agreed WHERE agreed.person_id = ") + personColumn +
                       " AND agreed.purpose IN (SELECT value FROM json_each(?)) AND ",
                   {jsonArrayText(purposes)}};
    return piece + agreementHolds("agreed", day) + QByteArray(")");
}

SqlPiece agreementHolds(const char* alias, QDate day)
{
    const QByteArray own(alias);
    const QVariant text = storedDay(day);
    return {'(' + holdsAlone(own) + " AND NOT EXISTS (SELECT 1 FROM consent newer WHERE newer.person_id = " + own +
                ".person_id AND newer.purpose = " + own + ".purpose AND newer.id <> " + own + ".id AND (" +
                rankSql("newer") + ", newer.id) > (" + rankSql(own) + ", " + own + ".id)))",
            {text, text}};
}

} // namespace dtp
