// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/connection.h>
#include <figures/figures.h>
#include <meaning/consent_requests.h>
#include <meaning/consents.h>
#include <meaning/due.h>
#include <meaning/follow_up.h>
#include <meaning/network_roles.h>
#include <records/workshops.h>

#include <QCoreApplication>
#include <QHash>

namespace dtp
{

namespace
{
// Rows of id, title, detail, due; then how many there are in all.
Result<DueList> read(const Store& store, Entity entity, const QByteArray& columns, const SqlPiece& from,
                     const QByteArray& order, int limit)
{
    DueList list;
    DTP_TRY(count, Statement::prepare(store.handle(), "SELECT count(*) " + from.text));
    DTP_TRY(select, Statement::prepare(store.handle(), "SELECT " + columns + ' ' + from.text + " ORDER BY " + order +
                                                           " LIMIT " + QByteArray::number(limit)));
    for (size_t i = 0; i < from.values.size(); ++i) {
        count.bind(static_cast<int>(i) + 1, from.values[i]);
        select.bind(static_cast<int>(i) + 1, from.values[i]);
    }
    DTP_TRY(counted, count.step());
    list.total = counted ? count.integer(0) : 0;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        list.items.push_back({entity, select.integer(0), select.text(1), select.text(2),
                              QDate::fromString(select.text(3), Qt::ISODate)});
    }
    return list;
}
} // namespace

Result<DueList> tasksDue(const Store& store, QDate until, int limit)
{
    return read(
        store, Entity::Task,
        "t.id, t.title, CASE WHEN t.assigned_to <> '' THEN t.assigned_to ELSE coalesce(w.title, '') END, t.due",
        {"FROM task t LEFT JOIN workshop w ON w.id = t.workshop_id WHERE t.done = 0 AND t.due <= ?",
         {storedDay(until)}},
        "t.due = '', t.due, t.id", limit);
}

Result<DueList> caseReviewsDue(const Store& store, QDate until, int limit)
{
    return read(store, Entity::RiskCase, "c.id, c.opened_on, c.level, c.next_review",
                {"FROM risk_case c WHERE c.closed_on = '' AND c.next_review <= ?", {storedDay(until)}},
                "c.next_review = '', c.next_review, c.id", limit);
}

Result<DueList> contactsDue(const Store& store, QDate until, int limit)
{
    // People are counted, not notes. Those that are due are all of one day, the last on which the person was met: the
    // soonest of them stands for all.
    const SqlPiece soonest =
        SqlPiece{" AND NOT EXISTS (SELECT 1 FROM contact_note sooner WHERE sooner.person_id = n.person_id"
                 " AND sooner.date = n.date AND sooner.next_action_on <> ''"
                 " AND (sooner.next_action_on, sooner.id) < (n.next_action_on, n.id) AND NOT ",
                 {}} +
        isAnsweredRequest("sooner") + QByteArray(")");
    DTP_TRY(list, read(store, Entity::Person, "n.person_id, n.next_action, n.next_action, n.next_action_on",
                       SqlPiece{"FROM contact_note n WHERE ", {}} + contactIsDue(until) + soonest,
                       "n.next_action_on, n.id", limit));
    for (DueItem& item : list.items)
        item.title = store.titleOf(Entity::Person, item.id);
    return std::move(list);
}

Result<DueList> recommendationsOverdue(const Store& store, QDate today, int limit)
{
    return read(store, Entity::Recommendation, "id, text, CASE WHEN owner <> '' THEN owner ELSE addressed_to END, due",
                SqlPiece{"FROM recommendation r WHERE ", {}} + recommendationIsOverdue("r", today), "due, id", limit);
}

Result<DueList> reportsInWork(const Store& store, int limit)
{
    return read(store, Entity::Report, "r.id, r.title, r.status, ''",
                SqlPiece{"FROM report r WHERE ", {}} + reportIsInWork("r"), "r.id DESC", limit);
}

Result<DueList> consentsEnding(const Store& store, QDate today, QDate until, int limit)
{
    const SqlPiece ending = SqlPiece{"FROM (SELECT c.person_id, min(c.expires_on) AS ends, count(*) AS purposes,"
                                     " min(c.purpose) AS purpose FROM consent c WHERE ",
                                     {}} +
                            agreementEnds("c", today, until) + QByteArray(" GROUP BY c.person_id)");
    DTP_TRY(list, read(store, Entity::Person, "person_id, purpose, purposes, ends", ending, "ends, person_id", limit));
    const Vocabulary& purposes = store.vocabulary(QStringLiteral("consent_purposes"));
    for (DueItem& item : list.items) {
        const int others = item.detail.toInt() - 1;
        item.detail = purposes.labelOf(item.title);
        if (others > 0)
            item.detail = QCoreApplication::translate("Figures", "%1 and %2 more").arg(item.detail).arg(others);
        item.title = store.titleOf(Entity::Person, item.id);
    }
    return std::move(list);
}

Result<DueList> focalPointsMissing(const Store& store, QDate today, QDate until, int limit)
{
    DTP_TRY(terms, focalPointTerms(store, today));
    DueList list;
    std::vector<DueItem> ending;
    DTP_TRY(networks, store.find<Network>(Where("active", 1).orderBy("name")));
    for (const Network& network : networks) {
        const FocalPointTerm term = terms.value(network.id.value);
        if (!term.isHeld)
            list.items.push_back({Entity::Network, network.id.value, network.name, {}, {}});
        else if (term.lastDay.isValid() && term.lastDay <= until)
            ending.push_back({Entity::Network, network.id.value, network.name, {}, term.lastDay});
    }
    std::stable_sort(ending.begin(), ending.end(), [](const DueItem& a, const DueItem& b) { return a.due < b.due; });
    list.items.insert(list.items.end(), ending.begin(), ending.end());
    list.total = static_cast<qint64>(list.items.size());
    if (limit >= 0 && list.items.size() > static_cast<size_t>(limit))
        list.items.resize(static_cast<size_t>(limit));
    return list;
}

} // namespace dtp
