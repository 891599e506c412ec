// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/amounts.h>
#include <records/record_rules.h>

#include <records/cases.h>
#include <records/kinds.h>
#include <records/people.h>
#include <records/programs.h>
#include <records/workshops.h>
#include <standards/currencies.h>

#include <base/text.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace dtp
{

namespace
{
class Rules
{
    Q_DECLARE_TR_FUNCTIONS(Rules)
};

struct Rule {
    Entity entity;
    const char* field; // at which a form says it
    QString (*problem)(const RecordValues& values, QDate today);
};

QString dayText(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

QString toCome(QDate day, QDate today)
{
    return day.isValid() && day > today
               ? Rules::tr("%1 is still to come: write today or a day before.").arg(dayText(day))
               : QString();
}

// Days on which something was done.
template <class R, QDate R::*Day>
QString doneToCome(const RecordValues& values, QDate today)
{
    return toCome(fromValues<R>(values).*Day, today);
}

QString closedBeforeOpened(const RecordValues& values, QDate)
{
    const auto one = fromValues<RiskCase>(values);
    if (!one.closed.isValid() || !one.opened.isValid() || one.closed >= one.opened)
        return {};
    return Rules::tr("A case that was opened on %1 cannot be closed on %2, which is before: write that day or a later "
                     "one.")
        .arg(dayText(one.opened), dayText(one.closed));
}

QString reviewedBeforeOpened(const RecordValues& values, QDate)
{
    const auto one = fromValues<RiskCase>(values);
    if (!one.nextReview.isValid() || !one.opened.isValid() || one.nextReview >= one.opened)
        return {};
    return Rules::tr("A case that was opened on %1 cannot be reviewed on %2, which is before: write a later day.")
        .arg(dayText(one.opened), dayText(one.nextReview));
}

QString reviewedWhenClosed(const RecordValues& values, QDate)
{
    const auto one = fromValues<RiskCase>(values);
    if (!one.nextReview.isValid() || !one.closed.isValid())
        return {};
    return Rules::tr("A case that is closed is not reviewed again on %1: leave “Next review” empty, or “Closed on” if "
                     "the case goes on.")
        .arg(dayText(one.nextReview));
}

QString negativeAmount(const RecordValues& values, QDate)
{
    const auto amount = fromValues<CaseEntry>(values).amount;
    if (!amount || *amount >= 0)
        return {};
    return Rules::tr("An amount is not below zero: write %1 for what was asked for or given.")
        .arg(QLocale().toString(-*amount, 'f', QLocale::FloatingPointShortest));
}

// Of any currency where it is not said.
QString tooFineAmount(const RecordValues& values, QDate)
{
    const bool isBudget = values.entity == Entity::Workshop;
    const auto amount = isBudget ? fromValues<Workshop>(values).budget : fromValues<CaseEntry>(values).amount;
    const QString currency = isBudget ? fromValues<Workshop>(values).currency : fromValues<CaseEntry>(values).currency;
    return tooManyDecimals(amount.value_or(0), isCurrencyCode(currency) ? currency : QString());
}

QString unknownCurrency(const RecordValues& values, QDate)
{
    const QString currency = fromValues<CaseEntry>(values).currency.trimmed();
    if (currency.isEmpty() || isCurrencyCode(currency))
        return {};
    const QString upper = currency.toUpper();
    return Rules::tr("“%1” is no currency: write its three letters, as in %2.")
        .arg(currency.left(20), isCurrencyCode(upper) ? upper : QStringLiteral("AUD"));
}

QString amountWithoutCurrency(const RecordValues& values, QDate)
{
    const auto one = fromValues<CaseEntry>(values);
    if (one.amount.value_or(0) == 0 || !one.currency.trimmed().isEmpty())
        return {};
    return Rules::tr("An amount needs its currency: write its three letters, as in %1.").arg(QStringLiteral("AUD"));
}

// "on 10 May 2026", "in January 1990", "in 1990"
QString whenText(const PartialDate& date)
{
    return (date.day() != 0 ? Rules::tr("on %1") : Rules::tr("in %1")).arg(date.toText(QLocale()));
}

QString endBeforeBegin(const PartialDate& from, const PartialDate& to)
{
    const bool isVague = from.isEmpty() || to.isEmpty() || from.isAbout() || to.isAbout();
    if (isVague || to.latest() >= from.earliest())
        return {};
    return Rules::tr("What begins %1 cannot end %2, which is before: write that time or a later one.")
        .arg(whenText(from), whenText(to));
}

QString workshopEndsBefore(const RecordValues& values, QDate)
{
    const auto one = fromValues<Workshop>(values);
    return endBeforeBegin(PartialDate(one.start), PartialDate(one.end));
}

template <class R>
QString endsBefore(const RecordValues& values, QDate)
{
    const auto one = fromValues<R>(values);
    return endBeforeBegin(one.start, one.end);
}

template <class R>
QString termEndsBefore(const RecordValues& values, QDate)
{
    const auto one = fromValues<R>(values);
    return endBeforeBegin(one.from, one.to);
}

QString endedBeforeAnswered(const RecordValues& values, QDate)
{
    const auto one = fromValues<Consent>(values);
    if (!one.expiresOn.isValid() || !one.answeredOn.isValid() || one.expiresOn >= one.answeredOn)
        return {};
    return Rules::tr("What is agreed on %1 cannot end on %2, which is before.")
        .arg(dayText(one.answeredOn), dayText(one.expiresOn));
}

// Of two digits, of another calendar, to come: what was meant is said, and not guessed.
QString impossibleBirthYear(const RecordValues& values, QDate today)
{
    constexpr int earliest = 1900;
    constexpr int hijriLead = 621; // of years of the Solar Hijri calendar, before ours
    constexpr int firstHijri = earliest - hijriLead;
    const auto year = fromValues<Person>(values).birthYear;
    if (!year || (*year >= earliest && *year <= today.year()))
        return {};
    if (*year > today.year())
        return Rules::tr("The year %1 is still to come: write the year of birth, as 1975.").arg(*year);
    if (*year >= 0 && *year < 100)
        return Rules::tr("“%1” is no whole year: write %2.")
            .arg(*year, 2, 10, QLatin1Char('0'))
            .arg(*year + (2000 + *year <= today.year() - 10 ? 2000 : 1900));
    if (*year >= firstHijri && *year + hijriLead <= today.year())
        return Rules::tr("%1 is no year of birth by our calendar: write %2 if it is of the Solar Hijri calendar.")
            .arg(*year)
            .arg(*year + hijriLead);
    return Rules::tr("Nobody in this file was born in %1: write the year with four digits, as 1975.").arg(*year);
}

constexpr Rule rules[] = {
    {Entity::Person, "birth_year", &impossibleBirthYear},
    {Entity::Person, "last_verified", &doneToCome<Person, &Person::lastVerified>},
    {Entity::PersonSkill, "verified_on", &doneToCome<PersonSkill, &PersonSkill::verifiedOn>},
    {Entity::Consent, "answered_on", &doneToCome<Consent, &Consent::answeredOn>},
    {Entity::Network, "last_checked", &doneToCome<Network, &Network::lastChecked>},
    {Entity::Invitation, "answered_on", &doneToCome<Invitation, &Invitation::answeredOn>},
    {Entity::ContactNote, "date", &doneToCome<ContactNote, &ContactNote::date>},
    {Entity::Workshop, "end_date", &workshopEndsBefore},
    {Entity::ProgramEdition, "end_date", &endsBefore<ProgramEdition>},
    {Entity::Module, "end_date", &endsBefore<Module>},
    {Entity::Membership, "to_date", &termEndsBefore<Membership>},
    {Entity::Affiliation, "to_date", &termEndsBefore<Affiliation>},
    {Entity::Consent, "expires_on", &endedBeforeAnswered},
    {Entity::RiskCase, "opened_on", &doneToCome<RiskCase, &RiskCase::opened>},
    {Entity::RiskCase, "closed_on", &closedBeforeOpened},
    {Entity::RiskCase, "closed_on", &doneToCome<RiskCase, &RiskCase::closed>},
    {Entity::RiskCase, "next_review", &reviewedBeforeOpened},
    {Entity::RiskCase, "next_review", &reviewedWhenClosed},
    {Entity::CaseEntry, "date", &doneToCome<CaseEntry, &CaseEntry::date>},
    {Entity::CaseEntry, "amount", &negativeAmount},
    {Entity::CaseEntry, "amount", &tooFineAmount},
    {Entity::Workshop, "budget", &tooFineAmount},
    {Entity::CaseEntry, "currency", &unknownCurrency},
    {Entity::CaseEntry, "currency", &amountWithoutCurrency},
};

// Slips of the hand: 1026 for 2026, 2999.
constexpr int firstYear = 1800;
constexpr int yearsAhead = 100;

QString yearProblem(const QVariant& stored, QDate today)
{
    const auto date = PartialDate::fromStorage(stored.toString().left(10));
    const int year = date ? date->year() : 0;
    if (year == 0 || (year >= firstYear && year <= today.year() + yearsAhead))
        return {};
    return Rules::tr("“%1” is too far away: look at the year.").arg(date->toText(QLocale()));
}

QString textProblem(const Field& field, const QString& text)
{
    if (!traitsOf(field).hasLines && text.size() > LongestLine)
        return Rules::tr("This is too long for one line: it has %L1 letters, and %L2 fit.")
            .arg(text.size())
            .arg(LongestLine);
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return withoutControls(lines) == lines
               ? QString()
               : Rules::tr("There are signs in this text that nobody can see: write it anew without them.");
}

// What no record can mean, whichever it is.
QString fieldProblem(const Field& field, const QVariant& value, QDate today)
{
    const KindTraits& kind = traitsOf(field);
    if (kind.isTime())
        return yearProblem(value, today);
    return kind.isFreeText() ? textProblem(field, value.toString()) : QString();
}
} // namespace

std::vector<FieldProblem> brokenRules(const RecordValues& values, const RecordValues* before, QDate today)
{
    std::vector<FieldProblem> broken;
    for (const Rule& rule : rules) {
        if (rule.entity != values.entity)
            continue;
        const QString sentence = rule.problem(values, today);
        // The sentence has the values in it: the same one is about the same values.
        if (sentence.isEmpty() || (before && rule.problem(*before, today) == sentence))
            continue;
        broken.push_back({recordType(values.entity).indexOf(rule.field), sentence});
    }
    // Then what is amiss by itself, where nothing more telling was said of it.
    const auto& fields = recordType(values.entity).fields;
    for (int i = 0; i < static_cast<int>(fields.size()); ++i) {
        const QVariant& value = values.fields.at(i);
        const bool isSaid = std::any_of(broken.begin(), broken.end(), [i](const auto& one) { return one.field == i; });
        if (isSaid || (before && before->fields.at(i) == value))
            continue;
        if (const QString sentence = fieldProblem(fields[static_cast<size_t>(i)], value, today); !sentence.isEmpty())
            broken.push_back({i, sentence});
    }
    return broken;
}

std::vector<FieldProblem> problemsOf(const RecordValues& values, const RecordValues* before, QDate today)
{
    std::vector<FieldProblem> all = validate(values);
    const std::vector<FieldProblem> broken = brokenRules(values, before, today);
    all.insert(all.end(), broken.begin(), broken.end());
    return all;
}

Result<> checkRules(const RecordValues& values, const RecordValues* before, QDate today)
{
    const auto broken = brokenRules(values, before, today);
    return broken.empty() ? Result<>() : fail(broken.front().sentence, QLatin1String(recordType(values.entity).table));
}

} // namespace dtp
