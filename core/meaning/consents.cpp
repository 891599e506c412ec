// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/codes.h>
#include <meaning/consents.h>
#include <meaning/holding.h>
#include <records/vocabulary.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace dtp
{

namespace
{
// Of one day a refusal is the newer one: nobody can tell from the order of entry who said what first.
qint64 ageRank(QDate answered, bool isAgreement)
{
    if (answered.isValid())
        return 2 * answered.toJulianDay() + (isAgreement ? 0 : 1);
    return isAgreement ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

bool isAgreement(const QString& answer)
{
    return codeOf<ConsentAnswer>(answer) == ConsentAnswer::Agreed;
}

// From when to when an agreement holds that nothing newer follows; invalid: without a bound.
struct Days {
    QDate from;
    QDate until;
    bool have(QDate day) const { return !(from.isValid() && from > day) && !(until.isValid() && until < day); }
};

// As the file keeps an answer. Nothing: it is no agreement, or its end cannot be read.
std::optional<Days> agreementDays(const QString& answer, QDate answered, const QString& expiresOn)
{
    const Days days{answered, dayFromStored(expiresOn)};
    if (!isAgreement(answer) || (!expiresOn.isEmpty() && !days.until.isValid()))
        return std::nullopt;
    return days;
}

// What is kept of an agreement: a byte with the number of its purpose and which of the two days follow, three bytes
// each. Words that the program does not know share the last number.
constexpr int hasFrom = 0x20;
constexpr int hasUntil = 0x40;
constexpr int lastNumber = 0x1F;
constexpr int dayBytes = 3;

void addDay(QByteArray& bytes, QDate day)
{
    const qint64 number = day.toJulianDay();
    for (int shift = 8 * (dayBytes - 1); shift >= 0; shift -= 8)
        bytes.append(static_cast<char>((number >> shift) & 0xFF));
}

QByteArray bytesOf(int purpose, const Days& days)
{
    QByteArray bytes(
        1, static_cast<char>(purpose | (days.from.isValid() ? hasFrom : 0) | (days.until.isValid() ? hasUntil : 0)));
    if (days.from.isValid())
        addDay(bytes, days.from);
    if (days.until.isValid())
        addDay(bytes, days.until);
    return bytes;
}

qint64 dayOf(QByteArrayView bytes)
{
    qint64 number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<uchar>(byte);
    return number;
}

// One of those that are kept. Its days are read when they are asked for: a count looks at all that a million agreed
// to.
struct KeptOne {
    int purpose;
    QByteArrayView from;  // empty: since ever
    QByteArrayView until; // empty: without an end
    bool holdsOn(qint64 day) const
    {
        return (from.isEmpty() || dayOf(from) <= day) && (until.isEmpty() || dayOf(until) >= day);
    }
    bool endsBy(qint64 day) const { return !until.isEmpty() && dayOf(until) <= day; }
};

template <class Fits>
bool anyKept(QByteArrayView kept, Fits&& fits)
{
    for (qsizetype at = 0; at < kept.size();) {
        const int head = static_cast<uchar>(kept[at++]);
        const qsizetype until = at + ((head & hasFrom) != 0 ? dayBytes : 0);
        const qsizetype end = until + ((head & hasUntil) != 0 ? dayBytes : 0);
        if (end > kept.size())
            return false; // it was not written by us: a doubt counts for the person
        if (fits(KeptOne{head & lastNumber, kept.sliced(at, until - at), kept.sliced(until, end - until)}))
            return true;
        at = end;
    }
    return false;
}

int numberOf(const QString& purpose)
{
    static const QStringList words = KeptAgreements::meaningOfBits().split(QLatin1Char(' '));
    const qsizetype at = words.indexOf(purpose);
    return at < 0 ? lastNumber : static_cast<int>(at);
}

// What is not in the file yet was entered last.
std::tuple<qint64, qint64> rankOf(const Consent& consent)
{
    const qint64 entry = consent.id ? consent.id.value : std::numeric_limits<qint64>::max();
    return {ageRank(consent.answeredOn, isAgreement(consent.answer)), entry};
}

// The same order as a text, '' before every day and '~' behind, and whether it is a refusal.
QByteArray rankSql(const QByteArray& alias)
{
    const QByteArray answered = alias + ".answered_on";
    const QByteArray agreed = alias + ".answer = '" + codeText(ConsentAnswer::Agreed).toUtf8() + '\'';
    return "CASE WHEN " + isDay(answered) + " THEN " + answered + " WHEN " + agreed + " THEN '' ELSE '~' END, NOT (" +
           agreed + ")";
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

ConsentState consentState(const Consent* counting, QDate day)
{
    if (!counting)
        return ConsentState::NotAsked;
    if (!isAgreement(counting->answer))
        return codeOf<ConsentAnswer>(counting->answer) == ConsentAnswer::Withdrawn ? ConsentState::Ended
                                                                                   : ConsentState::Refused;
    const auto days = agreementDays(counting->answer, counting->answeredOn, storedDay(counting->expiresOn));
    if (!days)
        return ConsentState::Ended;
    return days->have(day)                              ? ConsentState::Agreed
           : days->until.isValid() && days->until < day ? ConsentState::Ended
                                                        : ConsentState::Later;
}

bool agreesTo(std::span<const Consent> consents, const QString& purpose, QDate day)
{
    return consentState(newestConsent(consents, purpose), day) == ConsentState::Agreed;
}

void KeptAgreements::add(qint64 id, const QString& purpose, const QString& answer, const QString& answeredOn,
                         const QString& expiresOn)
{
    const QDate answered = dayFromStored(answeredOn);
    const auto days = agreementDays(answer, answered, expiresOn);
    Newest one{ageRank(answered, isAgreement(answer)), id, days ? bytesOf(numberOf(purpose), *days) : QByteArray()};
    const auto [known, isFirst] = m_newest.try_emplace(purpose, one);
    if (!isFirst && std::tie(one.age, one.id) > std::tie(known->second.age, known->second.id))
        known->second = std::move(one);
}

QByteArray KeptAgreements::toBytes() const
{
    QByteArray all;
    for (const auto& [purpose, newest] : m_newest)
        all += newest.days;
    return all;
}

std::optional<qint64> KeptAgreements::bitsOf(const QStringList& purposes)
{
    qint64 bits = 0;
    for (const QString& purpose : purposes) {
        if (numberOf(purpose) == lastNumber)
            return std::nullopt;
        bits |= qint64(1) << numberOf(purpose);
    }
    return bits;
}

QString KeptAgreements::meaningOfBits()
{
    QStringList words;
    const auto purposes = builtInVocabulary(QStringLiteral("consent_purposes"));
    for (size_t i = 0; purposes && i < purposes->terms().size(); ++i)
        words.append(purposes->terms()[i].code);
    return words.mid(0, lastNumber).join(QLatin1Char(' '));
}

bool KeptAgreements::hold(QByteArrayView kept, qint64 purposes, QDate day)
{
    return anyKept(kept, [&](const KeptOne& one) {
        return (purposes >> one.purpose & 1) != 0 && one.holdsOn(day.toJulianDay());
    });
}

bool KeptAgreements::end(QByteArrayView kept, QDate day, QDate last)
{
    return anyKept(
        kept, [&](const KeptOne& one) { return one.endsBy(last.toJulianDay()) && one.holdsOn(day.toJulianDay()); });
}

Result<std::vector<std::vector<qint64>>> peopleWhoAgree(const Store& store, const QStringList& purposes, QDate day)
{
    struct Answer {
        qint64 person;
        qint64 age;
        qint64 entry; // key of the record
        bool holds;
    };
    std::vector<std::vector<Answer>> answers(static_cast<size_t>(purposes.size()));
    const BulkQuery query{.entity = Entity::Consent,
                          .fields = {"purpose", "id", "person_id", "answer", "answered_on", "expires_on"}};
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) {
        const QString purpose = row.text(0);
        if (!purposes.contains(purpose))
            return;
        const QDate answered = dayFromStored(row.text(4));
        const auto days = agreementDays(row.text(3), answered, row.text(5));
        const Answer answer{row.integer(2), ageRank(answered, isAgreement(row.text(3))), row.integer(1),
                            days && days->have(day)};
        for (qsizetype i = 0; i < purposes.size(); ++i) { // one may be asked for twice
            if (purposes.at(i) == purpose)
                answers[static_cast<size_t>(i)].push_back(answer);
        }
    }));
    std::vector<std::vector<qint64>> people;
    for (std::vector<Answer>& given : answers) {
        std::sort(given.begin(), given.end(), [](const Answer& a, const Answer& b) {
            return std::tie(a.person, a.age, a.entry) < std::tie(b.person, b.age, b.entry);
        });
        people.emplace_back();
        for (size_t i = 0; i < given.size(); ++i) {
            const bool isNewest = i + 1 == given.size() || given[i + 1].person != given[i].person;
            if (isNewest && given[i].holds)
                people.back().push_back(given[i].person);
        }
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

SqlPiece keptAgreementHolds(const QByteArray& column, qint64 purposes, QDate day)
{
    return {"agreement_holds(" + column + ", ?, ?)", {purposes, day.toJulianDay()}};
}

SqlPiece keptAgreementEnds(const QByteArray& column, QDate day, QDate last)
{
    return {"agreement_ends(" + column + ", ?, ?)", {day.toJulianDay(), last.toJulianDay()}};
}

SqlPiece agreementEnds(const char* alias, QDate day, QDate last)
{
    const QByteArray ends = QByteArray(alias) + ".expires_on";
    return SqlPiece{'(' + ends + " >= ? AND " + ends + " <= ? AND ", {storedDay(day), storedDay(last)}} +
           agreementHolds(alias, day) + QByteArray(")");
}

SqlPiece hasAgreementThatEnds(const QByteArray& personColumn, QDate day, QDate last)
{
    return SqlPiece{"EXISTS (SELECT 1 FROM consent ending WHERE ending.person_id = " + personColumn + " AND ", {}} +
           agreementEnds("ending", day, last) + QByteArray(")");
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
