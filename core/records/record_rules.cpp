// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/record_rules.h>

#include <records/cases.h>
#include <records/currencies.h>
#include <records/people.h>
#include <records/programs.h>
#include <records/workshops.h>

#include <QCoreApplication>
#include <QLocale>

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

QString openedToCome(const RecordValues& values, QDate today)
{
    return toCome(fromValues<RiskCase>(values).opened, today);
}

QString closedToCome(const RecordValues& values, QDate today)
{
    return toCome(fromValues<RiskCase>(values).closed, today);
}

QString loggedToCome(const RecordValues& values, QDate today)
{
    return toCome(fromValues<CaseEntry>(values).date, today);
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

QString unknownCurrency(const RecordValues& values, QDate)
{
    const QString currency = fromValues<CaseEntry>(values).currency.trimmed();
    if (currency.isEmpty() || isCurrencyCode(currency))
        return {};
    const QString upper = currency.toUpper();
    return Rules::tr("“%1” is no currency: write its three letters, as in %2.")
        .arg(currency.left(20), isCurrencyCode(upper) ? upper : QStringLiteral("AUD"));
}

QString endBeforeBegin(const PartialDate& from, const PartialDate& to)
{
    const bool isVague = from.isEmpty() || to.isEmpty() || from.isAbout() || to.isAbout();
    if (isVague || to.latest() >= from.earliest())
        return {};
    return Rules::tr("What begins on %1 cannot end on %2, which is before: write that day or a later one.")
        .arg(from.toText(QLocale()), to.toText(QLocale()));
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

QString contactToCome(const RecordValues& values, QDate today)
{
    return toCome(fromValues<ContactNote>(values).date, today);
}

constexpr Rule rules[] = {
    {Entity::ContactNote, "date", &contactToCome},
    {Entity::Workshop, "end_date", &workshopEndsBefore},
    {Entity::ProgramEdition, "end_date", &endsBefore<ProgramEdition>},
    {Entity::Module, "end_date", &endsBefore<Module>},
    {Entity::Membership, "to_date", &termEndsBefore<Membership>},
    {Entity::Affiliation, "to_date", &termEndsBefore<Affiliation>},
    {Entity::Consent, "expires_on", &endedBeforeAnswered},
    {Entity::RiskCase, "opened_on", &openedToCome},
    {Entity::RiskCase, "closed_on", &closedBeforeOpened},
    {Entity::RiskCase, "closed_on", &closedToCome},
    {Entity::RiskCase, "next_review", &reviewedBeforeOpened},
    {Entity::RiskCase, "next_review", &reviewedWhenClosed},
    {Entity::CaseEntry, "date", &loggedToCome},
    {Entity::CaseEntry, "amount", &negativeAmount},
    {Entity::CaseEntry, "currency", &unknownCurrency},
};
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
