// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back a change that recorded a refusal or a withdrawal makes the agreement before it count again, and so does
// doing an agreement again, or an undo. What is taken back is taken back whole; but whose agreements count again by it
// must be said, for they may be named then.
#pragma once

#include <reverting/revert.h>

#include <set>
#include <utility>

namespace dtp
{

// Whose agreements count that were refused, withdrawn or over before.
struct AgreementsBack {
    qint64 people = 0;
    QString sentence; // with names and purposes; empty where there is nobody
};

// Looked at before changes are taken back, and once more afterwards.
class AgreementWatch
{
public:
    enum class Way { Back, Forth }; // undone, or done again
    static Result<AgreementWatch> before(const Store& store, const std::vector<qint64>& changes, Way way = Way::Back);
    Result<AgreementsBack> after() const;

private:
    using Answer = std::pair<qint64, QString>; // of a person, for a purpose

    AgreementWatch(const Store& store, Way way) : m_store(&store), m_way(way) {}
    Result<> findPeople(qint64 change);
    template <class Visit>
    Result<> forEachAnswer(const Visit& visit) const;

    const Store* m_store;
    Way m_way;
    std::set<qint64> m_people;  // whose answers the changes are about
    std::set<Answer> m_refused; // what they do not agree to
};

struct Travelled { // one change back, or forth again
    ChangeSummary change;
    AgreementsBack agreements;
};
struct Reverted {
    qint64 change = 0; // that was made; 0: it was so already
    AgreementsBack agreements;
};
// Store::undo(), redo(), revertChange() and revertField() with whose agreements count again by it.
Result<Travelled> undoTelling(Store& store);
Result<Travelled> redoTelling(Store& store);
Result<Reverted> revertTelling(Store& store, qint64 change);
Result<Reverted> revertTelling(Store& store, const ChangedField& changed);

// What was done, and behind it whose agreements count again by it.
QString withAgreements(const QString& sentence, const AgreementsBack& agreements);

} // namespace dtp
