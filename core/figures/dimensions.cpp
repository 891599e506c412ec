// SPDX-License-Identifier: GPL-3.0-or-later
// The list of dimensions.
#include <figures/catalogue.h>
#include <meaning/age.h>
#include <meaning/alumni.h>
#include <meaning/follow_up.h>
#include <meaning/holding.h>
#include <meaning/invitations.h>
#include <standards/countries.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace dtp
{

namespace
{
template <size_t N>
struct Text {
    char text[N];
    constexpr Text(const char (&from)[N]) { std::copy_n(from, N, text); }
};

// A column of the record itself, and one of what a person has several of.
template <Text Column>
SqlPiece ofPerson(QDate)
{
    return {QByteArray("SELECT id, id AS person, ") + Column.text + " AS value FROM person", {}};
}
template <Text Table, Text Column>
SqlPiece ofPersonsOwn(QDate)
{
    return {QByteArray("SELECT person_id AS id, person_id AS person, ") + Column.text + " AS value FROM " +
                Table.text + " WHERE " + Column.text + " <> ''",
            {}};
}
template <Text Table, Text Column>
SqlPiece ofRecord(QDate)
{
    return {QByteArray("SELECT id, 0 AS person, ") + Column.text + " AS value FROM " + Table.text, {}};
}
template <Text Table, Text Column>
SqlPiece ofPersonsRecord(QDate)
{
    return {QByteArray("SELECT id, person_id AS person, ") + Column.text + " AS value FROM " + Table.text, {}};
}

template <Text Vocabulary>
QString word(const Store& store, const QString& value)
{
    return store.vocabulary(QLatin1String(Vocabulary.text)).labelOf(value);
}
QString countryWord(const Store&, const QString& value)
{
    return countryName(value);
}
QString yesNo(const Store&, const QString& value)
{
    return value == QLatin1String("yes") ? QCoreApplication::translate("Figures", "Yes")
                                         : QCoreApplication::translate("Figures", "No");
}
template <Entity Type>
QString titleWord(const Store& store, const QString& value)
{
    return store.titleOf(Type, value.toLongLong());
}

QString quoted(const QString& value)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w-]+$"));
    return plain.match(value).hasMatch() ? value : QString(QLatin1Char('"') + value + QLatin1Char('"'));
}
template <Text Key>
QString byCode(const QString& value)
{
    return QLatin1String(Key.text) + QLatin1Char(':') + (value.isEmpty() ? QStringLiteral("none") : quoted(value));
}
QString byRegion(const QString& value)
{
    return value.isEmpty() ? QString() : QString(QStringLiteral("region:") + quoted(value));
}
QString byDecade(const QString& value)
{
    return value.isEmpty() ? QString() : QStringLiteral("year:%1-%2").arg(value).arg(value.toInt() + 9);
}
QString byYear(const QString& value)
{
    return value.isEmpty() ? QString() : QString(QStringLiteral("year:") + value);
}

SqlPiece regions(QDate)
{
    QByteArray sql("SELECT id, id AS person, CASE country");
    for (const Country& country : countries())
        sql += " WHEN '" + country.code.toUtf8() + "' THEN '" +
               QString(country.region).replace(QLatin1Char('\''), QLatin1String("''")).toUtf8() + '\'';
    return {sql + " ELSE '' END AS value FROM person", {}};
}

SqlPiece ages(QDate day)
{
    return SqlPiece{"SELECT id, id AS person, ", {}} + ageGroup("birth_year", day) +
           QByteArray(" AS value FROM person");
}

SqlPiece alumni(QDate day)
{
    return SqlPiece{"SELECT p.id AS id, p.id AS person, iif(", {}} + isAlumni("p.id", day) +
           QByteArray(", 'yes', 'no') AS value FROM person p");
}

SqlPiece alumniYears(QDate day)
{
    return SqlPiece{"SELECT p.id AS id, p.id AS person, coalesce(substr(", {}} + alumniSince("p.id", day) +
           QByteArray(", 1, 4), '') AS value FROM person p");
}

SqlPiece newVoices(QDate day)
{
    return SqlPiece{"SELECT p.id AS id, p.id AS person, iif(", {}} + isFirstTimer("p.id", day) +
           QByteArray(", 'yes', 'no') AS value FROM person p");
}

SqlPiece currentWork(QDate day, const char* value)
{
    return SqlPiece{QByteArray("SELECT a.id AS id, a.person_id AS person, ") + value +
                        " AS value FROM affiliation a WHERE ",
                    {}} +
           affiliationHolds("a", day);
}

SqlPiece currentTerms(QDate day, const char* value)
{
    return SqlPiece{QByteArray("SELECT m.id AS id, m.person_id AS person, ") + value +
                        " AS value FROM membership m WHERE ",
                    {}} +
           termHolds("m", day);
}

// What the edition says of a participation, e being the edition.
template <Text Expression>
SqlPiece ofEdition(QDate)
{
    return {QByteArray("SELECT x.id AS id, x.person_id AS person, e.value AS value FROM participation x JOIN (SELECT "
                       "id, ") +
                Expression.text + " AS value FROM program_edition) e ON e.id = x.edition_id",
            {}};
}

SqlPiece decades(QDate)
{
    return {"SELECT x.id AS id, x.person_id AS person, e.value AS value FROM participation x JOIN (SELECT id, "
            "substr(ltrim(start_date, '~'), 1, 3) || '0' AS value FROM program_edition WHERE start_date <> '') e ON "
            "e.id = x.edition_id",
            {}};
}

SqlPiece overdue(QDate day)
{
    return SqlPiece{"SELECT r.id AS id, 0 AS person, iif(", {}} + recommendationIsOverdue("r", day) +
           QByteArray(", 'yes', 'no') AS value FROM recommendation r");
}

QString decadeWord(const Store&, const QString& value)
{
    return QCoreApplication::translate("Figures", "%1s", "a decade: 1990s").arg(value);
}
QString ageWord(const Store&, const QString& value)
{
    return ageGroupInWords(value);
}

using D = FigureDimension;
constexpr auto byTime = D::Order::ByValue;

const std::vector<FigureDimension> all = {
    {"country", QT_TRANSLATE_NOOP("Figures", "Country"), Entity::Person, &ofPerson<"country">, &countryWord,
     &byCode<"country">},
    {"region", QT_TRANSLATE_NOOP("Figures", "Region"), Entity::Person, &regions, nullptr, &byRegion},
    {"gender", QT_TRANSLATE_NOOP("Figures", "Gender"), Entity::Person, &ofPerson<"gender">, &word<"genders">,
     &byCode<"gender">},
    {"age", QT_TRANSLATE_NOOP("Figures", "Age group"), Entity::Person, &ages, &ageWord, nullptr, byTime},
    {"disability", QT_TRANSLATE_NOOP("Figures", "Disability"), Entity::Person, &ofPerson<"disability">,
     &word<"yes_no">},
    {"status", QT_TRANSLATE_NOOP("Figures", "Status"), Entity::Person, &ofPerson<"status">, &word<"person_statuses">,
     &byCode<"status">},
    {"safety", QT_TRANSLATE_NOOP("Figures", "Safety"), Entity::Person, &ofPerson<"safety_level">,
     &word<"safety_levels">, &byCode<"safety">},
    {"alumni", QT_TRANSLATE_NOOP("Figures", "Alumni"), Entity::Person, &alumni, &yesNo},
    {"alumni_since", QT_TRANSLATE_NOOP("Figures", "Alumni since"), Entity::Person, &alumniYears, nullptr, nullptr,
     byTime},
    {"first_time", QT_TRANSLATE_NOOP("Figures", "New to workshops"), Entity::Person, &newVoices, &yesNo},
    {"issue", QT_TRANSLATE_NOOP("Figures", "Issue"), Entity::Person, &ofPersonsOwn<"person_issue", "issue">,
     &word<"issues">, &byCode<"issue">, D::Order::ByCount, false},
    {"skill", QT_TRANSLATE_NOOP("Figures", "Skill"), Entity::Person, &ofPersonsOwn<"person_skill", "skill">,
     &word<"skills">, &byCode<"skill">, D::Order::ByCount, false},
    {"language", QT_TRANSLATE_NOOP("Figures", "Language"), Entity::Person,
     &ofPersonsOwn<"person_language", "language">, &word<"languages">, &byCode<"language">, D::Order::ByCount, false},
    {"sector", QT_TRANSLATE_NOOP("Figures", "Sector"), Entity::Affiliation,
     [](QDate day) { return currentWork(day, "a.sector"); }, &word<"sectors">},
    {"organisation", QT_TRANSLATE_NOOP("Figures", "Organisation"), Entity::Affiliation,
     [](QDate day) { return currentWork(day, "CAST(a.organisation_id AS TEXT)"); }, &titleWord<Entity::Organisation>},
    {"network", QT_TRANSLATE_NOOP("Figures", "Network"), Entity::Membership,
     [](QDate day) { return currentTerms(day, "CAST(m.network_id AS TEXT)"); }, &titleWord<Entity::Network>},
    {"network_role", QT_TRANSLATE_NOOP("Figures", "Role in a network"), Entity::Membership,
     [](QDate day) { return currentTerms(day, "m.role"); }, &word<"network_roles">},
    {"decade", QT_TRANSLATE_NOOP("Figures", "Decade of the program"), Entity::Participation, &decades, &decadeWord,
     &byDecade, byTime},
    {"year", QT_TRANSLATE_NOOP("Figures", "Year of the program"), Entity::Participation,
     &ofEdition<"substr(ltrim(start_date, '~'), 1, 4)">, nullptr, &byYear, byTime},
    {"series", QT_TRANSLATE_NOOP("Figures", "Program series"), Entity::Participation,
     &ofEdition<"coalesce(CAST(series_id AS TEXT), '')">, &titleWord<Entity::ProgramSeries>},
    {"program", QT_TRANSLATE_NOOP("Figures", "Program"), Entity::Participation, &ofEdition<"CAST(id AS TEXT)">,
     &titleWord<Entity::ProgramEdition>},
    {"program_country", QT_TRANSLATE_NOOP("Figures", "Country of the program"), Entity::Participation,
     &ofEdition<"country">, &countryWord},
    {"role", QT_TRANSLATE_NOOP("Figures", "Role in the program"), Entity::Participation,
     &ofPersonsRecord<"participation", "role">, &word<"participation_roles">},
    {"outcome", QT_TRANSLATE_NOOP("Figures", "Outcome"), Entity::Participation,
     &ofPersonsRecord<"participation", "outcome">, &word<"participation_outcomes">},
    {"workshop", QT_TRANSLATE_NOOP("Figures", "Workshop"), Entity::Invitation,
     &ofPersonsRecord<"invitation", "CAST(workshop_id AS TEXT)">, &titleWord<Entity::Workshop>},
    {"answer", QT_TRANSLATE_NOOP("Figures", "State of the invitation"), Entity::Invitation,
     &ofPersonsRecord<"invitation", "state">, &word<"invitation_states">},
    {"status", QT_TRANSLATE_NOOP("Figures", "Status"), Entity::Workshop, &ofRecord<"workshop", "status">,
     &word<"workshop_statuses">},
    {"country", QT_TRANSLATE_NOOP("Figures", "Country"), Entity::Workshop, &ofRecord<"workshop", "country">,
     &countryWord},
    {"year", QT_TRANSLATE_NOOP("Figures", "Year"), Entity::Workshop, &ofRecord<"workshop", "substr(start_date, 1, 4)">,
     nullptr, nullptr, byTime},
    {"sector", QT_TRANSLATE_NOOP("Figures", "Sector"), Entity::Organisation, &ofRecord<"organisation", "kind">,
     &word<"sectors">},
    {"country", QT_TRANSLATE_NOOP("Figures", "Country"), Entity::Organisation, &ofRecord<"organisation", "country">,
     &countryWord},
    {"status", QT_TRANSLATE_NOOP("Figures", "Status"), Entity::Recommendation, &ofRecord<"recommendation", "status">,
     &word<"recommendation_statuses">},
    {"theme", QT_TRANSLATE_NOOP("Figures", "Theme"), Entity::Recommendation, &ofRecord<"recommendation", "theme">,
     &word<"issues">},
    {"overdue", QT_TRANSLATE_NOOP("Figures", "Overdue"), Entity::Recommendation, &overdue, &yesNo},
};
} // namespace

const std::vector<FigureDimension>& figureDimensions()
{
    return all;
}

QString FigureDimension::labelText() const
{
    return QCoreApplication::translate("Figures", label);
}

QString FigureDimension::wordsFor(const Store& store, const QString& value) const
{
    if (value.isEmpty())
        return QCoreApplication::translate("Figures", "Not known");
    return words ? words(store, value) : value;
}

} // namespace dtp
