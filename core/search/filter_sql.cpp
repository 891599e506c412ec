// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <meaning/consents.h>
#include <meaning/due.h>
#include <records/countries.h>
#include <search/filter_sql.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace dtp
{

namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Search", text);
}

QString jsonList(const QStringList& list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList partsOf(const QString& value)
{
    QStringList parts = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

FilterSql inList(const QByteArray& before, const QStringList& codes, const QByteArray& after = {})
{
    return {before + " IN (SELECT value FROM json_each(?))" + after, {QVariant(jsonList(codes))}};
}

// Codes of a vocabulary; "none" stands for the empty one.
Result<QStringList> codesOf(const SearchFilter& filter, const Store& store, const char* vocabulary)
{
    QStringList codes;
    const QStringList parts = partsOf(filter.value);
    for (const QString& part : parts) {
        if (part == QLatin1String("none")) {
            codes.append(QString());
            continue;
        }
        const auto code = store.vocabulary(QLatin1String(vocabulary)).codeFor(part);
        if (!code)
            return fail(tr("“%1” is not known as %2. Choose one from the list.").arg(part, filter.key));
        codes.append(*code);
    }
    return codes;
}

Result<FilterSql> countryFilter(const SearchFilter& filter, const Store&)
{
    QStringList codes;
    const QStringList parts = partsOf(filter.value);
    for (const QString& part : parts) {
        const auto code = countryFromText(part);
        if (!code && part != QLatin1String("none"))
            return fail(tr("“%1” is not known as a country. Write its name or its two letters.").arg(part));
        codes.append(code.value_or(QString()));
    }
    return inList("p.country", codes);
}

Result<FilterSql> regionFilter(const SearchFilter& filter, const Store&)
{
    QStringList codes;
    const QStringList parts = partsOf(filter.value);
    for (const QString& part : parts) {
        const qsizetype before = codes.size();
        for (const Country& country : countries()) {
            if (foldText(country.region) == foldText(part))
                codes.append(country.code);
        }
        if (codes.size() == before)
            return fail(tr("“%1” is not known as a region. Write for example “South Asia” or “Pacific”.").arg(part));
    }
    return inList("p.country", codes);
}

template <size_t N>
struct Literal {
    char text[N];
    constexpr Literal(const char (&from)[N]) { std::copy_n(from, N, text); }
};

template <Literal Column, Literal VocabularyName>
Result<FilterSql> ownCode(const SearchFilter& filter, const Store& store)
{
    DTP_TRY(codes, codesOf(filter, store, VocabularyName.text));
    return inList(QByteArray("p.") + Column.text, codes);
}

template <Literal TableName, Literal Column, Literal VocabularyName>
Result<FilterSql> childCode(const SearchFilter& filter, const Store& store)
{
    DTP_TRY(codes, codesOf(filter, store, VocabularyName.text));
    return inList(QByteArray("p.id IN (SELECT person_id FROM ") + TableName.text + " WHERE " + Column.text, codes,
                  ")");
}

// A record found by a part of its name, "a,b" meaning a or b. sql has one %1 where the conditions go.
FilterSql named(const SearchFilter& filter, const QByteArray& before, const QList<QByteArray>& columns,
                const QByteArray& after)
{
    FilterSql sql;
    const QStringList parts = partsOf(filter.value);
    QByteArray any;
    for (const QString& part : parts) {
        for (const QByteArray& column : columns) {
            any += (any.isEmpty() ? "" : " OR ") + column + " LIKE ? ESCAPE '\\'";
            QString escaped = part;
            escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
                .replace(QLatin1Char('%'), QLatin1String("\\%"))
                .replace(QLatin1Char('_'), QLatin1String("\\_"));
            sql.values.push_back(QString(QLatin1Char('%') + escaped + QLatin1Char('%')));
        }
    }
    sql.condition = before + (any.isEmpty() ? QByteArray("0") : QByteArray("(" + any + ")")) + after;
    return sql;
}

Result<FilterSql> programFilter(const SearchFilter& filter, const Store&)
{
    return named(filter,
                 "p.id IN (SELECT person_id FROM participation WHERE edition_id IN (SELECT e.id FROM program_edition e"
                 " LEFT JOIN program_series s ON s.id = e.series_id WHERE ",
                 {"e.title", "s.name", "s.short_name"}, "))");
}

Result<FilterSql> seriesFilter(const SearchFilter& filter, const Store&)
{
    return named(filter,
                 "p.id IN (SELECT person_id FROM participation WHERE edition_id IN (SELECT e.id FROM program_edition e"
                 " JOIN program_series s ON s.id = e.series_id WHERE ",
                 {"s.name", "s.short_name"}, "))");
}

Result<FilterSql> networkFilter(const SearchFilter& filter, const Store&)
{
    return named(filter,
                 "p.id IN (SELECT person_id FROM membership WHERE network_id IN (SELECT id FROM network WHERE ",
                 {"name"}, "))");
}

Result<FilterSql> organisationFilter(const SearchFilter& filter, const Store&)
{
    return named(
        filter,
        "p.id IN (SELECT person_id FROM affiliation WHERE organisation_id IN (SELECT id FROM organisation WHERE ",
        {"name", "short_name"}, "))");
}

Result<FilterSql> workshopFilter(const SearchFilter& filter, const Store&)
{
    return named(filter,
                 "p.id IN (SELECT person_id FROM invitation WHERE workshop_id IN (SELECT id FROM workshop WHERE ",
                 {"title"}, "))");
}

Result<FilterSql> sourceFilter(const SearchFilter& filter, const Store&)
{
    return named(filter, "p.id IN (SELECT person_id FROM provenance WHERE ", {"file"}, ")");
}

Result<FilterSql> yearFilter(const SearchFilter& filter, const Store&)
{
    static const QRegularExpression shape(QStringLiteral("^(?:(\\d{4})|(\\d{4})-(\\d{4})|>(\\d{4})|<(\\d{4}))$"));
    FilterSql sql;
    QByteArray any;
    const QStringList parts = partsOf(filter.value);
    for (const QString& part : parts) {
        const auto match = shape.match(part);
        if (!match.hasMatch())
            return fail(tr("“%1” is no year. Write 1997, 1990-1999, >2015 or <2000.").arg(part));
        int from = 0;
        int to = 9999;
        if (!match.captured(1).isEmpty())
            from = to = match.captured(1).toInt();
        else if (!match.captured(2).isEmpty())
            from = match.captured(2).toInt(), to = match.captured(3).toInt();
        else if (!match.captured(4).isEmpty())
            from = match.captured(4).toInt() + 1;
        else
            to = match.captured(5).toInt() - 1;
        any += (any.isEmpty() ? "" : " OR ") +
               QByteArray("CAST(substr(ltrim(start_date, '~'), 1, 4) AS INTEGER) BETWEEN ? AND ?");
        sql.values.push_back(from);
        sql.values.push_back(to);
    }
    sql.condition = "p.id IN (SELECT person_id FROM participation WHERE edition_id IN (SELECT id FROM program_edition"
                    " WHERE start_date <> '' AND (" +
                    any + ")))";
    return sql;
}

Result<FilterSql> willingFilter(const SearchFilter& filter, const Store&)
{
    QByteArray any;
    const QStringList parts = partsOf(filter.value);
    for (const QString& part : parts) {
        const QString what = foldText(part);
        if (what != QLatin1String("train") && what != QLatin1String("mentor") && what != QLatin1String("facilitate"))
            return fail(tr("“%1” is not known here. Write train, mentor or facilitate.").arg(part));
        any += (any.isEmpty() ? "will_" : " OR will_") + what.toLatin1();
    }
    return FilterSql{"p.id IN (SELECT person_id FROM person_skill WHERE " + any + ")", {}};
}

Result<FilterSql> silentFilter(const SearchFilter& filter, const Store& store)
{
    static const QRegularExpression shape(QStringLiteral("^>?\\s*(\\d+)\\s*([ymd])?$"));
    const auto match = shape.match(filter.value.trimmed().toLower());
    if (!match.hasMatch())
        return fail(tr("“%1” is no length of time. Write >2y, >6m or >90d.").arg(filter.value));
    const int count = std::min(match.captured(1).toInt(), 9000);
    const QString unit = match.captured(2);
    const QDate today = store.environment().clock->today();
    const QDate since = unit == QLatin1String("m")   ? today.addMonths(-count)
                        : unit == QLatin1String("d") ? today.addDays(-count)
                                                     : today.addYears(-count);
    return FilterSql{"NOT EXISTS (SELECT 1 FROM contact_note WHERE person_id = p.id AND date >= ?)",
                     {QVariant(since.toString(Qt::ISODate))}};
}

Result<FilterSql> contactFilter(const SearchFilter& filter, const Store& store)
{
    if (filter.value.trimmed().compare(QLatin1String("due"), Qt::CaseInsensitive) != 0)
        return fail(tr("“%1” is not known here. Write contact:due.").arg(filter.value));
    const QDate until = store.environment().clock->today().addDays(DaysAhead);
    return FilterSql{QByteArray("p.id IN (SELECT n.person_id FROM contact_note n WHERE ") + dueContactSql() + ')',
                     {QVariant(until.toString(Qt::ISODate))}};
}

Result<FilterSql> consentFilter(const SearchFilter& filter, const Store& store)
{
    DTP_TRY(codes, codesOf(filter, store, "consent_purposes"));
    SqlPiece agrees = agreesTo("p.id", codes, store.environment().clock->today());
    return FilterSql{std::move(agrees.text), std::move(agrees.values)};
}

struct Key {
    const char* key;
    const char* label;
    const char* example;
    const char* vocabulary;
    Result<FilterSql> (*sql)(const SearchFilter&, const Store&);
};

const std::vector<Key>& keys()
{
    static const std::vector<Key> all = {
        {"country", QT_TRANSLATE_NOOP("Search", "Country"), "country:KH,TH", "countries", &countryFilter},
        {"region", QT_TRANSLATE_NOOP("Search", "Region"), "region:Pacific", "", &regionFilter},
        {"gender", QT_TRANSLATE_NOOP("Search", "Gender"), "gender:female", "genders", &ownCode<"gender", "genders">},
        {"status", QT_TRANSLATE_NOOP("Search", "Status"), "status:active", "person_statuses",
         &ownCode<"status", "person_statuses">},
        {"safety", QT_TRANSLATE_NOOP("Search", "Safety"), "safety:at_risk", "safety_levels",
         &ownCode<"safety_level", "safety_levels">},
        {"issue", QT_TRANSLATE_NOOP("Search", "Issue"), "issue:\"migrant workers\"", "issues",
         &childCode<"person_issue", "issue", "issues">},
        {"skill", QT_TRANSLATE_NOOP("Search", "Skill"), "skill:\"UN treaty bodies\"", "skills",
         &childCode<"person_skill", "skill", "skills">},
        {"language", QT_TRANSLATE_NOOP("Search", "Language"), "language:Khmer", "languages",
         &childCode<"person_language", "language", "languages">},
        {"sector", QT_TRANSLATE_NOOP("Search", "Sector"), "sector:NGO", "sectors",
         &childCode<"affiliation", "sector", "sectors">},
        {"program", QT_TRANSLATE_NOOP("Search", "Program"), "program:\"Business and Human Rights\"", "",
         &programFilter},
        {"series", QT_TRANSLATE_NOOP("Search", "Program series"), "series:BHR", "", &seriesFilter},
        {"year", QT_TRANSLATE_NOOP("Search", "Program year"), "year:1990-1999", "", &yearFilter},
        {"network", QT_TRANSLATE_NOOP("Search", "Network"), "network:BHR", "", &networkFilter},
        {"organisation", QT_TRANSLATE_NOOP("Search", "Organisation"), "organisation:\"Forum\"", "",
         &organisationFilter},
        {"workshop", QT_TRANSLATE_NOOP("Search", "Workshop"), "workshop:Bangkok", "", &workshopFilter},
        {"source", QT_TRANSLATE_NOOP("Search", "Imported from"), "source:\"Course 1997\"", "", &sourceFilter},
        {"willing", QT_TRANSLATE_NOOP("Search", "Willing to"), "willing:train", "", &willingFilter},
        {"silent", QT_TRANSLATE_NOOP("Search", "Not contacted for"), "silent:>2y", "", &silentFilter},
        {"contact", QT_TRANSLATE_NOOP("Search", "To be contacted"), "contact:due", "", &contactFilter},
        {"consent", QT_TRANSLATE_NOOP("Search", "Agreed to be shown to"), "consent:funders", "consent_purposes",
         &consentFilter},
    };
    return all;
}
} // namespace

const std::vector<SearchKey>& searchKeys()
{
    static const std::vector<SearchKey> all = [] {
        std::vector<SearchKey> list;
        for (const Key& key : keys())
            list.push_back(
                {QLatin1String(key.key), tr(key.label), QLatin1String(key.example), QLatin1String(key.vocabulary)});
        return list;
    }();
    return all;
}

Result<FilterSql> filterSql(const SearchFilter& filter, const Store& store)
{
    for (const Key& key : keys()) {
        if (filter.key != QLatin1String(key.key))
            continue;
        if (partsOf(filter.value).isEmpty())
            return fail(
                tr("Write what to look for after “%1:”, for example %2.").arg(filter.key, QLatin1String(key.example)));
        DTP_TRY(sql, key.sql(filter, store));
        if (filter.negated)
            sql.condition = "NOT (" + sql.condition + ")";
        return std::move(sql);
    }
    QStringList known;
    for (const Key& key : keys())
        known.append(QLatin1String(key.key));
    return fail(tr("“%1:” is not known. Known are: %2.").arg(filter.key, known.join(QStringLiteral(", "))));
}

} // namespace dtp
