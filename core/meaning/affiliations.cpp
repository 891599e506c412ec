// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/affiliations.h>
#include <storage/bulk_reader.h>
#include <storage/store.h>

#include <QSet>
#include <algorithm>
#include <string>

namespace dtp
{

namespace
{
// The dates of an affiliation as the file holds them: exports read a million of them.
class Period
{
public:
    Period(std::string_view from, std::string_view to, qint64 entry)
        : m_from(withoutAbout(from)), m_to(withoutAbout(to)), m_entry(entry)
    {
    }

    bool hasBegun(const std::string& day) const { return m_from <= day; }
    bool hasEnded(const std::string& day) const { return m_to < std::string_view(day).substr(0, m_to.size()); }

    // Both hold, or both have ended.
    bool comesBefore(const Period& other, bool ended) const
    {
        if (ended && lastDay() != other.lastDay())
            return lastDay() > other.lastDay();
        return m_from != other.m_from ? m_from > other.m_from : m_entry > other.m_entry;
    }

private:
    static std::string withoutAbout(std::string_view date)
    {
        return std::string(date.starts_with('~') ? date.substr(1) : date);
    }
    // Good for comparing: February has 31 days here.
    std::string lastDay() const
    {
        return m_to.size() < 4 ? m_to : m_to + std::string("-12-31").substr(m_to.size() - 4);
    }

    std::string m_from;
    std::string m_to;
    qint64 m_entry;
};

// Of the rows of one person those to show, in order. periodOf(row) gives the dates of a row.
template <class Row, class PeriodOf>
void keepThoseToShow(std::vector<Row>& rows, const std::string& day, const PeriodOf& periodOf)
{
    std::erase_if(rows, [&](const Row& row) { return !periodOf(row).hasBegun(day); });
    const bool allEnded =
        std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return periodOf(row).hasEnded(day); });
    if (!allEnded)
        std::erase_if(rows, [&](const Row& row) { return periodOf(row).hasEnded(day); });
    std::sort(rows.begin(), rows.end(),
              [&](const Row& a, const Row& b) { return periodOf(a).comesBefore(periodOf(b), allEnded); });
    if (allEnded && rows.size() > 1)
        rows.erase(rows.begin() + 1, rows.end());
}
} // namespace

std::vector<const Affiliation*> affiliationsToShow(std::span<const Affiliation> affiliations, QDate day)
{
    struct Row {
        const Affiliation* affiliation;
        Period period;
    };
    std::vector<Row> rows;
    for (const Affiliation& one : affiliations)
        rows.push_back(
            {&one, Period(one.from.toStorage().toStdString(), one.to.toStorage().toStdString(), one.id.value)});
    keepThoseToShow(rows, storedDay(day).toStdString(), [](const Row& row) -> const Period& { return row.period; });
    std::vector<const Affiliation*> shown;
    for (const Row& row : rows)
        shown.push_back(row.affiliation);
    return shown;
}

SqlPiece affiliationToShow(const char* personColumn, QDate day)
{
    const QByteArray from = sortableDate("shown.from_date");
    const QByteArray to = sortableDate("shown.to_date");
    const SqlPiece ended = hasEnded("shown", day);
    SqlPiece piece{QByteArray("(SELECT shown.id FROM affiliation shown WHERE shown.person_id = ") + personColumn +
                       " AND " + from + " <= ? ORDER BY ",
                   {storedDay(day)}};
    return piece + ended + QByteArray(", CASE WHEN ") + ended +
           QByteArray(" THEN " + to + " || substr('-12-31', length(" + to + ") - 3) END DESC, " + from +
                      " DESC, shown.id DESC LIMIT 1)");
}

Result<> AffiliationReader::read(std::span<const qint64> people)
{
    struct Row {
        qint64 person;
        Period period;
        ShownAffiliation shown;
    };
    const std::string day = storedDay(m_day).toStdString();
    QHash<qint64, std::vector<Row>> rows;
    BulkQuery query{.entity = Entity::Affiliation,
                    .fields = {"id", "person_id", "organisation_id", "role", "sector", "from_date", "to_date"}};
    query.keyField = "person_id";
    query.keys = people;
    DTP_CHECK(readBulk(m_store, query, [&](const BulkRow& row) {
        const Period period(row.utf8(5), row.utf8(6), row.integer(0));
        rows[row.integer(1)].push_back(
            {row.integer(1),
             period,
             {row.integer(0), row.integer(2), {}, {}, row.text(3), row.text(4), !period.hasEnded(day)}});
    }));
    m_shown.clear();
    for (auto person = rows.begin(); person != rows.end(); ++person) {
        keepThoseToShow(*person, day, [](const Row& row) -> const Period& { return row.period; });
        std::vector<ShownAffiliation>& shown = m_shown[person.key()];
        for (Row& row : *person)
            shown.push_back(std::move(row.shown));
    }
    return readOrganisations();
}

Result<> AffiliationReader::readOrganisations()
{
    QSet<qint64> unknown;
    for (const auto& shown : std::as_const(m_shown))
        for (const ShownAffiliation& one : shown)
            if (!m_organisations.contains(one.organisation))
                unknown.insert(one.organisation);
    if (!unknown.isEmpty()) {
        const std::vector<qint64> keys(unknown.cbegin(), unknown.cend());
        BulkQuery query{.entity = Entity::Organisation, .fields = {"id", "name", "kind"}};
        query.keyField = "id";
        query.keys = keys;
        DTP_CHECK(readBulk(m_store, query, [this](const BulkRow& row) {
            m_organisations.insert(row.integer(0), {row.text(1), row.text(2)});
        }));
    }
    for (auto& shown : m_shown) {
        for (ShownAffiliation& one : shown) {
            const Known organisation = m_organisations.value(one.organisation);
            one.name = organisation.name;
            one.kind = organisation.kind;
        }
    }
    return {};
}

const std::vector<ShownAffiliation>& AffiliationReader::of(qint64 person) const
{
    static const std::vector<ShownAffiliation> none;
    const auto found = m_shown.constFind(person);
    return found == m_shown.constEnd() ? none : *found;
}

QString AffiliationReader::organisation(qint64 person) const
{
    const auto& shown = of(person);
    return shown.empty() ? QString() : shown.front().name;
}

QString AffiliationReader::organisations(qint64 person, const QString& between) const
{
    QStringList names;
    for (const ShownAffiliation& one : of(person))
        if (!one.name.isEmpty() && !names.contains(one.name))
            names.append(one.name);
    return names.join(between);
}

} // namespace dtp
