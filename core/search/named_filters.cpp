// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that are more than a field or a relation: one row each.
#include <search/filter.h>
#include <search/query_sql.h>

#include <base/text.h>
#include <meaning/alumni.h>
#include <meaning/consent_requests.h>
#include <meaning/consents.h>
#include <meaning/due.h>
#include <meaning/follow_up.h>
#include <meaning/holding.h>
#include <meaning/invitations.h>
#include <query/length_of_time.h>
#include <records/reports.h>
#include <standards/countries.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
Result<SqlPiece> regionFilter(const QueryNode& filter, const SearchScope& scope)
{
    QStringList codes;
    for (const QString& value : filter.values) {
        const qsizetype before = codes.size();
        if (isNone(value))
            codes.append(QString());
        for (const Country& country : countries()) {
            if (isAny(value) || foldText(country.region) == foldText(value))
                codes.append(country.code);
        }
        if (codes.size() == before)
            return fail(QCoreApplication::translate(
                            "Search", "“%1” is not known as a region. Write for example “South Asia” or “Pacific”.")
                            .arg(value));
    }
    return inList(scope.column("country"), codes);
}

// A condition that a statement of keys says of everybody, asked of one person by the column of hers in it.
SqlPiece fromKeys(const SearchScope& scope, const FoundKeys& keys, const char* personColumn)
{
    const SqlPiece begin{keys.isOthers ? "NOT " : "", {}};
    if (scope.isAskedEach)
        return begin + QByteArray("EXISTS (") + keys.sql + QByteArray(" AND ") + QByteArray(personColumn) +
               QByteArray(" = ") + scope.column("id") + QByteArray(")");
    return begin + scope.column("id") + QByteArray(" IN (") + keys.sql + QByteArray(")");
}

// Of a filter that asks for a fact.
Result<bool> isYes(const QueryNode& filter)
{
    return flagFromText(filter.values.join(QLatin1String(", ")));
}

// Who took part in the editions of which the condition holds; the column of the edition is "e.…".
FoundKeys tookPartIn(const SqlPiece& condition)
{
    return {SqlPiece{"SELECT took.person_id FROM participation AS took WHERE took.edition_id IN (SELECT e.id FROM"
                     " program_edition AS e WHERE ",
                     {}} +
                condition + QByteArray(")"),
            false};
}

Result<FoundKeys> yearKeys(const QueryNode& filter, const SearchScope&)
{
    DTP_TRY(condition, dateCondition("e.start_date", filter));
    return tookPartIn(condition);
}

Result<SqlPiece> yearFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(keys, yearKeys(filter, scope));
    return fromKeys(scope, keys, "took.person_id");
}

Result<FoundKeys> seriesKeys(const QueryNode& filter, const SearchScope& scope)
{
    std::vector<SqlPiece> any;
    for (const QString& value : filter.values) {
        const SearchScope series{scope.store, Entity::ProgramSeries, "s", scope.depth + 1, scope.saved, false};
        any.push_back(titleCondition(value, series));
    }
    return tookPartIn(SqlPiece{"e.series_id IN (SELECT s.id FROM program_series AS s WHERE ", {}} + anyPiece(any) +
                      QByteArray(")"));
}

Result<SqlPiece> seriesFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(keys, seriesKeys(filter, scope));
    return fromKeys(scope, keys, "took.person_id");
}

// Of a record of a skill.
Result<SqlPiece> willingFilter(const QueryNode& filter, const SearchScope& scope)
{
    std::vector<SqlPiece> any;
    for (const QString& value : filter.values) {
        const QString what = foldText(value);
        if (what != QLatin1String("train") && what != QLatin1String("mentor") && what != QLatin1String("facilitate"))
            return fail(
                QCoreApplication::translate("Search", "“%1” is not known here. Write train, mentor or facilitate.")
                    .arg(value));
        any.push_back({scope.column("will_") + what.toLatin1() + " = 1", {}});
    }
    return anyPiece(any);
}

// Those who were contacted since then.
Result<FoundKeys> silentKeys(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(since, dayApart(filter, scope.today(), QLatin1Char('>'), -1));
    return FoundKeys{{"SELECT n.person_id FROM contact_note AS n WHERE n.date >= ?", {since.toString(Qt::ISODate)}},
                     true};
}

Result<SqlPiece> silentFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(contacted, silentKeys(filter, scope));
    return fromKeys(scope, contacted, "n.person_id");
}

Result<FoundKeys> contactKeys(const QueryNode& filter, const SearchScope& scope)
{
    if (filter.values.size() > 1 || filter.values.first().compare(QLatin1String("due"), Qt::CaseInsensitive) != 0)
        return fail(QCoreApplication::translate("Search", "“%1” is not known here. Write contact:due.")
                        .arg(filter.values.first()));
    return FoundKeys{SqlPiece{"SELECT n.person_id FROM contact_note n WHERE ", {}} +
                         contactIsDue(scope.today().addDays(DaysAhead)),
                     false};
}

Result<SqlPiece> contactFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(due, contactKeys(filter, scope));
    return fromKeys(scope, due, "n.person_id");
}

// When what they agree to ends stands beside the keys of people.
std::optional<SqlPiece> keptEnding(const QueryNode& filter, const SearchScope& scope)
{
    const auto last = dayApart(filter, scope.today(), QLatin1Char('<'), 1);
    if (!last || scope.facts.isEmpty())
        return std::nullopt;
    return keptAgreementEnds(scope.facts + "agreed", scope.today(), *last);
}

Result<SqlPiece> endingFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(last, dayApart(filter, scope.today(), QLatin1Char('<'), 1));
    const auto kept = keptEnding(filter, scope);
    return kept ? *kept : hasAgreementThatEnds(scope.column("id"), scope.today(), last);
}

// Those of whom an answer is kept about the purpose, or about anything.
FoundKeys answeredAbout(const QString& purpose)
{
    if (purpose.isEmpty())
        return {{"SELECT c.person_id FROM consent AS c WHERE 1", {}}, true};
    return {{"SELECT c.person_id FROM consent AS c WHERE c.purpose = ?", {purpose}}, true};
}

// Codes of purposes; empty for "any", which means that nothing was ever asked.
Result<QStringList> purposesOf(const QueryNode& filter, const SearchScope& scope)
{
    if (filter.values.size() == 1 && isAny(filter.values.first()))
        return QStringList{QString()};
    return codesOf(filter, scope.store, QStringLiteral("consent_purposes"));
}

Result<FoundKeys> neverAskedKeys(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(purposes, purposesOf(filter, scope));
    return purposes.size() == 1 ? answeredAbout(purposes.first()) : FoundKeys();
}

Result<SqlPiece> neverAskedFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(purposes, purposesOf(filter, scope));
    std::vector<SqlPiece> any;
    for (const QString& purpose : purposes)
        any.push_back(fromKeys(scope, answeredAbout(purpose), "c.person_id"));
    return anyPiece(any);
}

// Those who were asked and have not answered: so long ago, and for one of these purposes, to which they do not agree.
Result<FoundKeys> waitingKeys(const QueryNode& filter, const SearchScope& scope)
{
    FoundKeys found{SqlPiece{"SELECT n.person_id FROM contact_note n WHERE ", {}} + isOpenRequest("n")};
    QueryNode part = filter;
    if (part.values.removeIf([](const QString& value) { return !isLengthOfTime(value); }); !part.values.isEmpty()) {
        DTP_TRY(last, dayApart(part, scope.today(), QLatin1Char('>'), -1));
        found.sql += SqlPiece{" AND n.date <> '' AND n.date <= ?", {storedDay(last)}};
    }
    part = filter;
    part.values.removeIf([](const QString& value) { return isAny(value) || isLengthOfTime(value); });
    if (!part.values.isEmpty()) {
        DTP_TRY(codes, codesOf(part, scope.store, QStringLiteral("consent_purposes")));
        std::vector<SqlPiece> any;
        for (const QString& code : codes)
            any.push_back(SqlPiece{"NOT ", {}} + agreesTo("n.person_id", {code}, scope.today()));
        found.sql += SqlPiece{" AND ", {}} + anyPiece(any);
    }
    return found;
}

Result<SqlPiece> waitingFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(keys, waitingKeys(filter, scope));
    return fromKeys(scope, keys, "n.person_id");
}

// Since when they are stands beside the keys of people.
std::optional<SqlPiece> keptAlumni(const QueryNode& filter, const SearchScope& scope)
{
    const auto yes = isYes(filter);
    if (!yes || scope.facts.isEmpty())
        return std::nullopt;
    return SqlPiece{*yes ? "ifnull(" : "NOT ifnull(", {}} + isAlumniSince(scope.facts + "alumni_from", scope.today()) +
           QByteArray(", 0)");
}

Result<SqlPiece> alumniFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(yes, isYes(filter));
    if (const auto kept = keptAlumni(filter, scope))
        return *kept;
    return SqlPiece{yes ? "" : "NOT ", {}} + isAlumni(scope.column("id").constData(), scope.today());
}

Result<FoundKeys> firstTimerKeys(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(yes, isYes(filter));
    return FoundKeys{keysOfThoseWhoCame(scope.today()), yes};
}

Result<SqlPiece> firstTimerFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(keys, firstTimerKeys(filter, scope));
    return fromKeys(scope, keys, "came.person_id");
}

Result<SqlPiece> overdueFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(yes, isYes(filter));
    return SqlPiece{yes ? "" : "NOT ", {}} + recommendationIsOverdue(scope.alias.constData(), scope.today());
}

// Networks in which nobody holds the role today.
Result<SqlPiece> vacantFilter(const QueryNode& filter, const SearchScope& scope)
{
    std::vector<SqlPiece> any;
    for (const QString& value : filter.values) {
        DTP_TRY(codes, codesOf(filterNode(filter.text, {value}), scope.store, QStringLiteral("network_roles")));
        any.push_back(
            SqlPiece{"NOT EXISTS (SELECT 1 FROM membership AS held WHERE held.network_id = " + scope.column("id") +
                         " AND ",
                     {}} +
            inList("held.role", codes) + QByteArray(" AND ") + termHolds("held", scope.today()) + QByteArray(")"));
    }
    return anyPiece(any);
}

// Records of a saved search of their type, which may name others, but not itself.
Result<SqlPiece> savedFilter(const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(segments, scope.store.find<Segment>(
                          Where("record_type", QLatin1String(recordType(scope.entity).table)).orderBy("name")));
    std::vector<SqlPiece> any;
    for (const QString& value : filter.values) {
        const QString name = foldText(value);
        const auto segment = std::find_if(segments.begin(), segments.end(),
                                          [&](const Segment& one) { return foldText(one.name) == name; });
        if (segment == segments.end())
            return fail(QCoreApplication::translate("Search", "There is no saved search called “%1”.").arg(value));
        if (scope.saved.contains(name))
            return fail(QCoreApplication::translate("Search",
                                                    "The saved search “%1” asks for itself, by way of what it names.")
                            .arg(value));
        SearchScope inner = scope;
        inner.saved.append(name);
        DTP_TRY(condition, conditionSql(asMeant(parseQuery(segment->query)), inner));
        any.push_back(std::move(condition));
    }
    return anyPiece(any);
}

struct NamedFilter {
    Entity entity; // None: every type
    const char* key;
    const char* label;
    const char* example;
    const char* vocabulary;
    Result<SqlPiece> (*sql)(const QueryNode&, const SearchScope&);
    const char* column = nullptr; // see SearchFilter
    Result<FoundKeys> (*keys)(const QueryNode&, const SearchScope&) = nullptr;
    std::optional<SqlPiece> (*besideKeys)(const QueryNode&, const SearchScope&) = nullptr;
};

const NamedFilter namedFilters[] = {
    {Entity::Person, "region", QT_TRANSLATE_NOOP("Search", "Region"), "Pacific", "", &regionFilter, "country"},
    {Entity::Person, "year", QT_TRANSLATE_NOOP("Search", "Program year"), "1990-1999", "", &yearFilter, nullptr,
     &yearKeys},
    {Entity::Person, "series", QT_TRANSLATE_NOOP("Search", "Program series"), "BHR", "", &seriesFilter, nullptr,
     &seriesKeys},
    {Entity::Person, "silent", QT_TRANSLATE_NOOP("Search", "Not contacted for"), ">2y", "", &silentFilter, nullptr,
     &silentKeys},
    {Entity::Person, "contact", QT_TRANSLATE_NOOP("Search", "To be contacted"), "due", "", &contactFilter, nullptr,
     &contactKeys},
    {Entity::Person, "alumni", QT_TRANSLATE_NOOP("Search", "Alumni"), "yes", "", &alumniFilter, nullptr, nullptr,
     &keptAlumni},
    {Entity::Person, "first_timer", QT_TRANSLATE_NOOP("Search", "New to workshops"), "yes", "", &firstTimerFilter,
     nullptr, &firstTimerKeys},
    {Entity::Person, "consent_ending", QT_TRANSLATE_NOOP("Search", "Consent ends within"), "90d", "", &endingFilter,
     nullptr, nullptr, &keptEnding},
    {Entity::Person, "consent_never_asked", QT_TRANSLATE_NOOP("Search", "Never asked about"), "", "consent_purposes",
     &neverAskedFilter, nullptr, &neverAskedKeys},
    {Entity::Person, "consent_waiting", QT_TRANSLATE_NOOP("Search", "Asked, no answer"), "", "consent_purposes",
     &waitingFilter, nullptr, &waitingKeys},
    {Entity::Recommendation, "overdue", QT_TRANSLATE_NOOP("Search", "Overdue"), "yes", "", &overdueFilter},
    {Entity::None, "in", QT_TRANSLATE_NOOP("Search", "Saved search"), "\"My list\"", "", &savedFilter},
    {Entity::PersonSkill, "willing", QT_TRANSLATE_NOOP("Search", "Willing to"), "train", "", &willingFilter},
    {Entity::Organisation, "region", QT_TRANSLATE_NOOP("Search", "Region"), "Pacific", "", &regionFilter},
    {Entity::ProgramEdition, "region", QT_TRANSLATE_NOOP("Search", "Region"), "Pacific", "", &regionFilter},
    {Entity::Network, "region", QT_TRANSLATE_NOOP("Search", "Region"), "Pacific", "", &regionFilter},
    {Entity::Workshop, "region", QT_TRANSLATE_NOOP("Search", "Region"), "Pacific", "", &regionFilter},
    {Entity::Network, "vacant", QT_TRANSLATE_NOOP("Search", "Nobody is"), "focal_point", "network_roles",
     &vacantFilter},
};
} // namespace

void addNamedFilters(Entity entity, std::vector<SearchFilter>& filters)
{
    for (const NamedFilter& named : namedFilters) {
        if (named.entity != entity && named.entity != Entity::None)
            continue;
        SearchFilter filter;
        filter.key = QLatin1String(named.key);
        filter.label = QCoreApplication::translate("Search", named.label);
        filter.exampleValue = QLatin1String(named.example);
        filter.vocabulary = QLatin1String(named.vocabulary);
        filter.sql = named.sql;
        filter.column = named.column;
        if (named.keys)
            filter.keys = named.keys;
        if (named.besideKeys)
            filter.besideKeys = named.besideKeys;
        filters.push_back(std::move(filter));
    }
}

} // namespace dtp
