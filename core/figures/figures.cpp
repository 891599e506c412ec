// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/partial_date.h>
#include <figures/figures.h>
#include <meaning/due.h>
#include <records/workshops.h>
#include <storage/connection.h>

#include <QHash>

namespace dtp
{

namespace
{
QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

QString queryOf(PeopleBy by, const QString& key)
{
    switch (by) {
    case PeopleBy::Country:
        return QStringLiteral("country:") + (key.isEmpty() ? QStringLiteral("none") : key);
    case PeopleBy::Issue:
        return QStringLiteral("issue:") + key;
    case PeopleBy::Decade:
        break;
    }
    return QStringLiteral("year:%1-%2").arg(key).arg(key.toInt() + 9);
}

const char* sqlOf(PeopleBy by)
{
    switch (by) {
    case PeopleBy::Country:
        return "SELECT country, count(*) FROM person GROUP BY country ORDER BY 2 DESC, 1";
    case PeopleBy::Issue:
        return "SELECT issue, count(DISTINCT person_id) FROM person_issue WHERE issue <> '' GROUP BY issue ORDER BY 2 "
               "DESC, 1";
    case PeopleBy::Decade:
        break;
    }
    return "SELECT e.decade, count(DISTINCT p.person_id) FROM participation p JOIN (SELECT id, "
           "substr(ltrim(start_date, '~'), 1, 3) || '0' AS decade"
           " FROM program_edition WHERE start_date <> '') e ON e.id = p.edition_id GROUP BY e.decade ORDER BY 1";
}

// Rows of id, title, detail, due; then how many there are in all.
Result<DueList> read(const Store& store, Entity entity, const QByteArray& columns, const QByteArray& from,
                     const QByteArray& order, const std::vector<QString>& values, int limit)
{
    DueList list;
    DTP_TRY(count, Statement::prepare(store.handle(), "SELECT count(*) " + from));
    DTP_TRY(select, Statement::prepare(store.handle(), "SELECT " + columns + ' ' + from + " ORDER BY " + order +
                                                           " LIMIT " + QByteArray::number(limit)));
    for (size_t i = 0; i < values.size(); ++i) {
        count.bindUtf8(static_cast<int>(i) + 1, values[i].toUtf8());
        select.bindUtf8(static_cast<int>(i) + 1, values[i].toUtf8());
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

Result<std::vector<PeopleCount>> countPeopleBy(const Store& store, PeopleBy by)
{
    std::vector<PeopleCount> counts;
    DTP_TRY(select, Statement::prepare(store.handle(), sqlOf(by)));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        const QString key = select.text(0);
        counts.push_back({key, select.integer(1), queryOf(by, key)});
    }
    return counts;
}

Result<qint64> countPeopleWith(const Store& store, PeopleBy by)
{
    const char* sql = "SELECT count(*) FROM person WHERE country <> ''";
    if (by == PeopleBy::Issue)
        sql = "SELECT count(DISTINCT person_id) FROM person_issue WHERE issue <> ''";
    else if (by == PeopleBy::Decade)
        sql = "SELECT count(DISTINCT person_id) FROM participation WHERE edition_id IN (SELECT id FROM "
              "program_edition WHERE start_date <> '')";
    DTP_TRY(select, Statement::prepare(store.handle(), sql));
    DTP_TRY(row, select.step());
    return row ? select.integer(0) : 0;
}

Result<DueList> tasksDue(const Store& store, QDate until, int limit)
{
    return read(
        store, Entity::Task,
        "t.id, t.title, CASE WHEN t.assigned_to <> '' THEN t.assigned_to ELSE coalesce(w.title, '') END, t.due",
        "FROM task t LEFT JOIN workshop w ON w.id = t.workshop_id WHERE t.done = 0 AND t.due <= ?1",
        "t.due = '', t.due, t.id", {dayText(until)}, limit);
}

Result<DueList> contactsDue(const Store& store, QDate until, int limit)
{
    // People are counted, not notes. Those that are due are all of one day, the last on which the person was met: the
    // soonest of them stands for all.
    static const QByteArray soonest =
        " AND NOT EXISTS (SELECT 1 FROM contact_note sooner WHERE sooner.person_id = n.person_id AND sooner.date = "
        "n.date"
        " AND sooner.next_action_on <> '' AND (sooner.next_action_on, sooner.id) < (n.next_action_on, n.id))";
    DTP_TRY(list, read(store, Entity::Person, "n.person_id, n.next_action, n.next_action, n.next_action_on",
                       QByteArray("FROM contact_note n WHERE ") + dueContactSql() + soonest, "n.next_action_on, n.id",
                       {dayText(until)}, limit));
    for (DueItem& item : list.items)
        item.title = store.titleOf(Entity::Person, item.id);
    return std::move(list);
}

Result<DueList> recommendationsOverdue(const Store& store, QDate today, int limit)
{
    return read(store, Entity::Recommendation, "id, text, CASE WHEN owner <> '' THEN owner ELSE addressed_to END, due",
                "FROM recommendation WHERE due <> '' AND due < ?1 AND status NOT IN ('done', 'dropped')", "due, id",
                {dayText(today)}, limit);
}

Result<DueList> reportsInWork(const Store& store, int limit)
{
    return read(store, Entity::Report, "r.id, r.title, r.status, ''",
                "FROM report r WHERE r.status IN ('', 'draft', 'review')", "r.id DESC", {}, limit);
}

Result<DueList> focalPointsMissing(const Store& store, QDate today, QDate until, int limit)
{
    // Terms are partial dates: "until 2024" holds to its last day.
    struct Term {
        QDate last; // invalid: without end
        bool isThere = false;
    };
    QHash<qint64, Term> terms;
    DTP_TRY(members,
            Statement::prepare(store.handle(),
                               "SELECT m.network_id, m.from_date, m.to_date FROM network n CROSS JOIN membership m"
                               " ON m.network_id = n.id WHERE n.active = 1 AND m.role = 'focal_point'"));
    for (;;) {
        DTP_TRY(row, members.step());
        if (!row)
            break;
        const auto from = PartialDate::fromStorage(members.text(1)).value_or(PartialDate());
        const auto to = PartialDate::fromStorage(members.text(2)).value_or(PartialDate());
        if ((!from.isEmpty() && from.earliest() > today) || (!to.isEmpty() && to.latest() < today))
            continue;
        Term& term = terms[members.integer(0)];
        if (!term.isThere || (term.last.isValid() && (to.isEmpty() || to.latest() > term.last)))
            term.last = to.isEmpty() ? QDate() : to.latest();
        term.isThere = true;
    }
    DueList list;
    std::vector<DueItem> ending;
    DTP_TRY(networks, store.find<Network>(Where("active", 1).orderBy("name")));
    for (const Network& network : networks) {
        const Term term = terms.value(network.id.value);
        if (!term.isThere)
            list.items.push_back({Entity::Network, network.id.value, network.name, {}, {}});
        else if (term.last.isValid() && term.last <= until)
            ending.push_back({Entity::Network, network.id.value, network.name, {}, term.last});
    }
    std::stable_sort(ending.begin(), ending.end(), [](const DueItem& a, const DueItem& b) { return a.due < b.due; });
    list.items.insert(list.items.end(), ending.begin(), ending.end());
    list.total = static_cast<qint64>(list.items.size());
    if (limit >= 0 && list.items.size() > static_cast<size_t>(limit))
        list.items.resize(static_cast<size_t>(limit));
    return list;
}

} // namespace dtp
