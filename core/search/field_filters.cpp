// SPDX-License-Identifier: GPL-3.0-or-later
// Every field is a filter: how its values are compared is a trait of its kind.
#include <search/filter.h>
#include <search/person_keys.h>
#include <search/person_vocabulary.h>
#include <search/query_sql.h>
#include <search/title_words.h>

#include <base/partial_date.h>
#include <base/text.h>
#include <records/kinds.h>
#include <standards/countries.h>

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <cmath>
#include <optional>

namespace dtp
{

namespace
{
// One value as typed, other than "none" and "any".
using CompareValue = Result<SqlPiece> (*)(const Field&, const QByteArray& column, const QString& value,
                                          const QueryNode& filter, const SearchScope& scope);

Result<SqlPiece> compareText(const Field& field, const QByteArray& column, const QString& value, const QueryNode&,
                             const SearchScope& scope)
{
    const SqlPiece contains{"contains_text(?, " + column + ')', {foldText(value)}};
    // What stands beside the keys of people is empty of most of them, which is told sooner.
    if (scope.entity == Entity::Person && isInPersonKeys(field.name) && !foldText(value).isEmpty())
        return SqlPiece{"(" + column + " <> '' AND ", {}} + contains + QByteArray(")");
    // Texts in other scripts take long to fold: those whose folded words cannot have it are not looked at.
    if (scope.entity != Entity::Person || scope.isAskedEach || qstrcmp(field.name, "own_script_name") != 0)
        return contains;
    return SqlPiece{"(", {}} + nameMayContain(value, scope) + QByteArray(" AND ") + contains + QByteArray(")");
}

Result<SqlPiece> compareCode(const Field& field, const QByteArray& column, const QString& value,
                             const QueryNode& filter, const SearchScope& scope)
{
    DTP_TRY(codes, codesOf(filterNode(filter.text, {value}), scope.store, QLatin1String(field.vocabulary)));
    // What says nothing is what a new record would be: a report without a status is a draft.
    const QString usual = RecordValues(scope.entity).text(field.name);
    if (!usual.isEmpty() && codes.contains(usual))
        codes.append(QString());
    return inList(column, codes);
}

Result<SqlPiece> compareCountry(const Field&, const QByteArray& column, const QString& value, const QueryNode&,
                                const SearchScope&)
{
    const auto code = countryFromText(value);
    if (!code)
        return fail(
            QCoreApplication::translate("Search", "“%1” is not known as a country. Write its name or its two letters.")
                .arg(value));
    return inList(column, {*code});
}

Result<SqlPiece> compareFlag(const Field&, const QByteArray& column, const QString& value, const QueryNode&,
                             const SearchScope&)
{
    DTP_TRY(flag, flagFromText(value));
    return SqlPiece{"ifnull(" + column + ", 0) = " + (flag ? "1" : "0"), {}};
}

// What stands before a value: ">=", "<" …; and the two ends of a range.
struct Bounds {
    QString sign; // empty: a range, of which both ends may be the same
    QString from;
    QString to;
};

Bounds boundsOf(const QString& value, const QRegularExpression& range)
{
    static const QRegularExpression compared(QStringLiteral("^([<>]=?)\\s*(.*)$"));
    if (const auto match = compared.match(value); match.hasMatch())
        return {match.captured(1), match.captured(2), match.captured(2)};
    if (const auto match = range.match(value); match.hasMatch())
        return {{}, match.captured(1).trimmed(), match.captured(2).trimmed()};
    return {{}, value, value};
}

tl::unexpected<Error> endsBeforeItBegins(const QString& value, const Bounds& bounds)
{
    return fail(QCoreApplication::translate("Search", "“%1” ends before it begins. Write %2..%3.")
                    .arg(value, bounds.to, bounds.from));
}

Result<SqlPiece> compareNumber(const Field&, const QByteArray& column, const QString& value, const QueryNode&,
                               const SearchScope&)
{
    static const QRegularExpression range(QStringLiteral("^(-?[\\d.]+)\\s*(?:-|\\.\\.)\\s*(-?[\\d.]+)$"));
    const Bounds bounds = boundsOf(value, range);
    bool isNumber = false;
    bool isNumberToo = false;
    const double from = bounds.from.toDouble(&isNumber);
    const double to = bounds.to.toDouble(&isNumberToo);
    if (!isNumber || !isNumberToo || !std::isfinite(from) || !std::isfinite(to))
        return fail(
            QCoreApplication::translate("Search", "“%1” is not a number. Write 20, 20-40, >20 or <40.").arg(value));
    if (bounds.sign.isEmpty() && from > to)
        return endsBeforeItBegins(value, bounds);
    if (!bounds.sign.isEmpty())
        return SqlPiece{column + ' ' + bounds.sign.toLatin1() + " ?", {from}};
    return SqlPiece{column + " BETWEEN ? AND ?", {from, to}};
}

Result<SqlPiece> compareDate(const Field&, const QByteArray& column, const QString& value, const QueryNode& filter,
                             const SearchScope&)
{
    return dateCondition(column, filterNode(filter.text, {value}));
}

// As it is kept: a million days are not cut out of their columns.
Result<SqlPiece> compareDay(const Field&, const QByteArray& column, const QString& value, const QueryNode& filter,
                            const SearchScope&)
{
    return dateCondition(column, filterNode(filter.text, {value}), column);
}

// A record by a part of its title or, as pages do it, by its key.
Result<SqlPiece> compareReference(const Field& field, const QByteArray& column, const QString& value, const QueryNode&,
                                  const SearchScope& scope)
{
    const SearchScope other = scope.within(field.reference);
    bool isKey = false;
    const qint64 key = value.toLongLong(&isKey);
    // Of one record after the other it is not to be looked up in an index of everything: its plus keeps SQLite from
    // it.
    SqlPiece piece{(scope.isAskedEach ? "+" : "") + column + " IN (SELECT " + other.column("id") + " FROM " +
                       recordType(other.entity).table + " AS " + other.alias + " WHERE ",
                   {}};
    piece += titleCondition(value, other);
    piece += QByteArray(")");
    if (isKey && key > 0)
        return SqlPiece{'(' + column + " = ? OR ", {key}} + piece + QByteArray(")");
    return piece;
}

// What is said in parentheses of the record that a field refers to.
Result<SqlPiece> saidOfReference(const Field& field, const QByteArray& column, const QueryNode& filter,
                                 const SearchScope& scope)
{
    if (filter.when != When::Default)
        return fail(
            QCoreApplication::translate("Search", "“%1:” is neither now nor ever: leave that out.").arg(filter.text));
    const SearchScope other = scope.within(field.reference);
    DTP_TRY(said, conditionSql(allOf(filter.parts), other));
    return SqlPiece{column + " IN (SELECT " + other.column("id") + " FROM " + recordType(other.entity).table + " AS " +
                        other.alias + " WHERE ",
                    {}} +
           said + QByteArray(")");
}

struct KindFilter {
    CompareValue compare; // nullptr: not searched
    const char* isEmpty;  // what of the column means "none"
    const char* example;  // of a value, when there is no word of a vocabulary
};

constexpr const char* noText = "ifnull(%, '') = ''";
constexpr const char* noNumber = "% IS NULL";

const KindFilter& kindFilter(FieldKind kind)
{
    static const QHash<FieldKind, KindFilter> all = {
        {FieldKind::Text, {&compareText, noText, QT_TRANSLATE_NOOP("Search", "\"some words\"")}},
        {FieldKind::LongText, {&compareText, noText, QT_TRANSLATE_NOOP("Search", "\"some words\"")}},
        {FieldKind::RichText, {&compareText, noText, QT_TRANSLATE_NOOP("Search", "\"some words\"")}},
        {FieldKind::Phone, {&compareText, noText, "012"}},
        {FieldKind::Email, {&compareText, noText, "example.org"}},
        {FieldKind::Url, {&compareText, noText, "example.org"}},
        {FieldKind::Integer, {&compareNumber, noNumber, ">20"}},
        {FieldKind::Decimal, {&compareNumber, noNumber, ">20"}},
        {FieldKind::Flag, {&compareFlag, noNumber, "yes"}},
        {FieldKind::PartialDate, {&compareDate, noText, "1990-1999"}},
        {FieldKind::Date, {&compareDay, noText, ">2020"}},
        {FieldKind::DateTime, {&compareDate, noText, ">2020"}},
        {FieldKind::Country, {&compareCountry, noText, "KH,TH"}},
        {FieldKind::Vocabulary, {&compareCode, noText, ""}},
        {FieldKind::Reference, {&compareReference, noNumber, QT_TRANSLATE_NOOP("Search", "\"some words\"")}},
    };
    static const KindFilter none{nullptr, noText, ""};
    const auto found = all.constFind(kind);
    return found == all.constEnd() ? none : *found;
}

// Those of whom something is said in a text that most do not have; nothing where those without are asked for.
Result<FoundKeys> whoSay(const Field& field, const QueryNode& filter, const SearchScope& scope)
{
    if (std::any_of(filter.values.begin(), filter.values.end(), &isNone))
        return FoundKeys();
    const SearchScope said{scope.store, Entity::Person, "said", 0, {}, false, "said"};
    DTP_TRY(condition, fieldCondition(field, said.column(field.name), filter, said));
    return FoundKeys{
        SqlPiece{"SELECT said.person_id FROM person_key AS said WHERE " + said.column(field.name) + " <> '' AND ",
                 {}} +
        condition};
}

// "2020" from its first day to its last.
struct Days {
    QString first;
    QString last;
};

std::optional<Days> daysOf(const QString& text)
{
    const auto date = PartialDate::fromText(text);
    if (!date || date->isEmpty())
        return std::nullopt;
    return Days{date->earliest().toString(Qt::ISODate), date->latest().toString(Qt::ISODate)};
}
} // namespace

QString searchKeyOf(Entity entity, const Field& field)
{
    static const QHash<QString, QString> others = {{QStringLiteral("person.safety_level"), QStringLiteral("safety")},
                                                   {QStringLiteral("person_skill.will_train"), {}},
                                                   {QStringLiteral("person_skill.will_mentor"), {}},
                                                   {QStringLiteral("person_skill.will_facilitate"), {}}};
    QString name = QLatin1String(field.name);
    const auto other = others.constFind(QLatin1String(recordType(entity).table) + QLatin1Char('.') + name);
    if (other != others.constEnd())
        return *other;
    if (name == QLatin1String("edition_id"))
        return QStringLiteral("program");
    for (const char* ending : {"_id", "_date", "_time", "_whom"}) {
        if (name.endsWith(QLatin1String(ending)))
            return name.chopped(QLatin1String(ending).size());
    }
    return name;
}

void addFieldFilters(Entity entity, std::vector<SearchFilter>& filters)
{
    for (const Field& field : recordType(entity).fields) {
        const QString key = searchKeyOf(entity, field);
        const bool isKnown =
            std::any_of(filters.begin(), filters.end(), [&](const SearchFilter& filter) { return filter.key == key; });
        if (field.isHidden || key.isEmpty() || isKnown || !kindFilter(field.kind).compare)
            continue;
        SearchFilter filter;
        filter.key = key;
        filter.label = field.labelText();
        if (const char* example = kindFilter(field.kind).example; *example)
            filter.exampleValue = QCoreApplication::translate("Search", example);
        const ChosenFrom chosenFrom = traitsOf(field).chosenFrom;
        filter.vocabulary =
            chosenFrom == ChosenFrom::Countries ? QStringLiteral("countries") : QLatin1String(field.vocabulary);
        filter.reference = field.reference;
        filter.takesBound = chosenFrom == ChosenFrom::Records;
        filter.column = field.name;
        filter.sql = [&field](const QueryNode& node, const SearchScope& scope) {
            return fieldCondition(field, scope.column(field.name), node, scope);
        };
        if (entity == Entity::Person && isSeldomSaid(field.name))
            filter.keys = [&field](const QueryNode& node, const SearchScope& scope) {
                return whoSay(field, node, scope);
            };
        if (entity == Entity::Person && isInPersonWords(field.name))
            filter.keys = [](const QueryNode& node, const SearchScope& scope) {
                return peopleWhoMayHave(scope.store, node.values);
            };
        filters.push_back(std::move(filter));
    }
}

Result<SqlPiece> fieldCondition(const Field& field, const QByteArray& column, const QueryNode& filter,
                                const SearchScope& scope)
{
    const KindFilter& kind = kindFilter(field.kind);
    const QByteArray isEmpty = QByteArray(kind.isEmpty).replace('%', column);
    std::vector<SqlPiece> any;
    for (const QString& value : filter.values) {
        if (isNone(value)) {
            any.push_back({isEmpty, {}});
        } else if (isAny(value)) {
            any.push_back({"NOT (" + isEmpty + ')', {}});
        } else {
            DTP_TRY(piece, kind.compare(field, column, value, filter, scope));
            any.push_back(std::move(piece));
        }
    }
    if (filter.parts.empty() && filter.when == When::Default)
        return anyPiece(any);
    DTP_TRY(said, saidOfReference(field, column, filter, scope));
    return any.empty() ? said : SqlPiece{"(", {}} + anyPiece(any) + QByteArray(" AND ") + said + QByteArray(")");
}

Result<SqlPiece> dateCondition(const QByteArray& column, const QueryNode& filter, const QByteArray& firstDay)
{
    static const QRegularExpression range(QStringLiteral("^(\\d{4})\\s*-\\s*(\\d{4})$"));
    // A partial date counts from its first day.
    const QByteArray day = firstDay.isEmpty() ? "substr(ltrim(" + column + ", '~') || '-01-01', 1, 10)" : firstDay;
    std::vector<SqlPiece> any;
    for (const QString& value : filter.values) {
        Bounds bounds = boundsOf(value, range);
        if (const QLatin1String between(".."); bounds.sign.isEmpty() && value.contains(between))
            bounds = {{}, value.section(between, 0, 0).trimmed(), value.section(between, 1).trimmed()};
        const auto from = daysOf(bounds.from);
        const auto to = daysOf(bounds.to);
        if (!from || !to)
            return fail(QCoreApplication::translate(
                            "Search", "“%1” is not a date here. Write 1997, 1990-1999, >2015 or <2026-06-30.")
                            .arg(value));
        if (bounds.sign.isEmpty() && from->first > to->last)
            return endsBeforeItBegins(value, bounds);
        if (bounds.sign.isEmpty())
            any.push_back({day + " BETWEEN ? AND ?", {from->first, to->last}});
        else if (bounds.sign == QLatin1String(">"))
            any.push_back({day + " > ?", {from->last}});
        else if (bounds.sign == QLatin1String(">="))
            any.push_back({day + " >= ?", {from->first}});
        else if (bounds.sign == QLatin1String("<"))
            any.push_back({day + " < ?", {from->first}});
        else
            any.push_back({day + " <= ?", {from->last}});
    }
    return SqlPiece{'(' + column + " <> '' AND ", {}} + anyPiece(any) + QByteArray(")");
}

Result<QStringList> codesOf(const QueryNode& filter, const Store& store, const QString& vocabulary)
{
    QStringList codes;
    for (const QString& value : filter.values) {
        const auto code = isNone(value) ? std::optional(QString()) : store.vocabulary(vocabulary).codeFor(value);
        if (!code)
            return fail(QCoreApplication::translate("Search", "“%1” is not known as %2. Choose one from the list.")
                            .arg(value, filter.text));
        codes.append(*code);
    }
    return codes;
}

Result<bool> flagFromText(const QString& value)
{
    const QString folded = foldText(value);
    for (const auto& [word, flag] : {std::pair("yes", true), std::pair("true", true), std::pair("1", true),
                                     std::pair("no", false), std::pair("false", false), std::pair("0", false)}) {
        if (folded == QLatin1String(word))
            return flag;
    }
    return fail(QCoreApplication::translate("Search", "“%1” is not known here. Write yes or no.").arg(value));
}

} // namespace dtp
