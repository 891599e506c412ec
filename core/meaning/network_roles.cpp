// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/network_roles.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <algorithm>

namespace dtp
{

namespace
{
void add(FocalPointTerm& term, const PartialDate& from, const PartialDate& to, QDate day)
{
    if (holdsOn(from, to, day)) {
        const bool isLonger = term.lastDay.isValid() && (to.isEmpty() || to.latest() > term.lastDay);
        if (!term.isHeld || isLonger)
            term.lastDay = to.latest();
        term.isHeld = true;
        term.ended = {};
    } else if (!term.isHeld && hasEnded(to, day) && (term.ended.isEmpty() || term.ended.latest() < to.latest())) {
        term.ended = to;
    }
}
} // namespace

bool holdsRole(const Membership& membership, NetworkRole role, QDate day)
{
    return codeOf<NetworkRole>(membership.role) == role && holdsOn(membership.from, membership.to, day);
}

SqlPiece holdsRole(const char* alias, NetworkRole role, QDate day)
{
    return SqlPiece{'(' + QByteArray(alias) + ".role = '" + codeText(role).toUtf8() + "' AND ", {}} +
           termHolds(alias, day) + QByteArray(")");
}

FocalPointTerm focalPointTerm(std::span<const Membership> ofOneNetwork, QDate day)
{
    FocalPointTerm term;
    for (const Membership& one : ofOneNetwork)
        if (codeOf<NetworkRole>(one.role) == NetworkRole::FocalPoint)
            add(term, one.from, one.to, day);
    return term;
}

Result<QHash<qint64, FocalPointTerm>> focalPointTerms(const Store& store, QDate day)
{
    QHash<qint64, FocalPointTerm> terms;
    const BulkQuery query{.entity = Entity::Membership,
                          .fields = {"network_id", "from_date", "to_date"},
                          .conditions = {{"role", BulkQuery::Compare::Equals, codeText(NetworkRole::FocalPoint)}}};
    DTP_CHECK(readBulk(store, query, [&](const BulkRow& row) {
        add(terms[row.integer(0)], PartialDate::fromStorage(row.text(1)).value_or(PartialDate()),
            PartialDate::fromStorage(row.text(2)).value_or(PartialDate()), day);
    }));
    return terms;
}

SqlPiece focalPointIsVacant(const char* networkColumn, QDate day)
{
    return SqlPiece{QByteArray("NOT EXISTS (SELECT 1 FROM membership held WHERE held.network_id = ") + networkColumn +
                        " AND ",
                    {}} +
           holdsRole("held", NetworkRole::FocalPoint, day) + QByteArray(")");
}

} // namespace dtp
