// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets, kept in the transaction that made them; undo and redo apply them inverted or as they are, and the
// history reads them.
#pragma once

#include <base/result.h>
#include <storage/change_recorder.h>

namespace dtp
{

class ChangeLog
{
public:
    explicit ChangeLog(Connection& connection) : m_connection(connection) {}

    // Inside the transaction that made the changes. records: how many it touched; more than touched names when that
    // is everything. Of a very large change the first parts were kept before.
    Result<> keep(const ChangeSummary& change, const QByteArray& changes, const Touched& touched);
    Result<> keepPart(qint64 id, qint64 number, const QByteArray& changes);
    Result<std::optional<ChangeSummary>> nextUndo();
    Result<std::optional<ChangeSummary>> nextRedo();
    // Applies a change, inverted to undo it. Fails on any conflict: then the file was changed behind our back.
    Result<Touched> apply(qint64 id, bool inverted);
    // What the parts of a change that were kept so far touched.
    Result<Touched> touchedByParts(qint64 id);
    Result<> setState(qint64 id, ChangeSummary::State state);
    Result<> dropUndone();

    Result<std::vector<ChangeSummary>> history(qint64 limit, qint64 offset);
    Result<std::vector<RecordChange>> recordHistory(Entity entity, qint64 id, qint64 limit);

private:
    Result<QByteArray> changesOf(qint64 id); // its last part, which is the only one of all but the largest
    Result<QByteArray> partOf(qint64 id, qint64 number);
    Result<qint64> countParts(qint64 id);
    Result<> applyOne(const QByteArray& changes, bool inverted, Touched& touched);
    Result<> keepOwners(qint64 change, const QByteArray& changes, const Touched& touched, bool bulk);
    Result<std::vector<ChangeSummary>> read(const QByteArray& rest, const std::vector<QVariant>& values);
    Connection& m_connection;
};

} // namespace dtp
