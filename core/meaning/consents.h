// SPDX-License-Identifier: GPL-3.0-or-later
// What a person agrees to on a day. The newest answer of a purpose counts, and every doubt counts for the person:
// - an undated refusal or withdrawal is newer than any other answer, an undated agreement older than any;
// - of two of one day a refusal or withdrawal counts, whichever was entered last, else the one that was entered last;
// - an agreement that is dated after the day does not hold yet, one whose end is past or unreadable no longer;
// - no answer, or a word that is not known as agreement, is no.
#pragma once

#include <base/result.h>
#include <meaning/sql_piece.h>
#include <records/people.h>

#include <QStringList>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace dtp
{

class Store;

// What an answer comes to on a day: no answer, an agreement that holds, one that begins later, a refusal (also a word
// that is not known), and what was agreed once but was withdrawn, has run out or whose end cannot be read.
enum class ConsentState { NotAsked, Agreed, Later, Refused, Ended };
ConsentState consentState(const Consent* counting, QDate day); // nullptr: never asked

// The answer that counts among the consents of one person; nullptr when never asked.
const Consent* newestConsent(std::span<const Consent> consents, const QString& purpose);
bool agreesTo(std::span<const Consent> consents, const QString& purpose, QDate day);

// What an index keeps of everything that one person agreed to, so that the consents of very many need not be looked
// at: the days of each agreement that counts of its purpose. It answers for any day.
class KeptAgreements
{
public:
    // A consent of the person as it stands in the file; in any order.
    void add(qint64 id, const QString& purpose, const QString& answer, const QString& answeredOn,
             const QString& expiresOn);
    QByteArray toBytes() const;

    // Purposes as bits; nothing when one has no bit of its own. What the bits mean, by the words that have one.
    static constexpr qint64 anyPurpose = 0xFFFFFFFF;
    static std::optional<qint64> bitsOf(const QStringList& purposes);
    static QString meaningOfBits();
    static bool hold(QByteArrayView kept, qint64 purposes, QDate day);
    // An agreement of any purpose holds on the day and ends on the last one or before.
    static bool end(QByteArrayView kept, QDate day, QDate last);

private:
    struct Newest {
        qint64 age;
        qint64 id;
        QByteArray days; // empty: it is no agreement, or holds on no day
    };
    std::map<QString, Newest> m_newest; // by purpose
};

// Keys of everybody who agrees, sorted, for each of these purposes: all consents are read once, so that a million
// people fit.
Result<std::vector<std::vector<qint64>>> peopleWhoAgree(const Store& store, const QStringList& purposes, QDate day);

// SQL: the person of this column (such as "p.id") agrees to one of the purposes.
SqlPiece agreesTo(const char* personColumn, const QStringList& purposes, QDate day);
// SQL: the same of agreements that an index keeps, by the function agreement_holds().
SqlPiece keptAgreementHolds(const QByteArray& column, qint64 purposes, QDate day);
// SQL: the consent that the statement calls `alias` is the one that counts of its purpose, and it is an agreement.
SqlPiece agreementHolds(const char* alias, QDate day);
// SQL: the same, and it ends on the last day or before.
SqlPiece agreementEnds(const char* alias, QDate day, QDate last);
// SQL: an agreement of the person of this column ends so; and of what an index keeps, by agreement_ends().
SqlPiece hasAgreementThatEnds(const QByteArray& personColumn, QDate day, QDate last);
SqlPiece keptAgreementEnds(const QByteArray& column, QDate day, QDate last);

} // namespace dtp
