// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/column_content.h>

#include <base/text.h>
#include <records/typed_values.h>
#include <standards/countries.h>

#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
bool matches(const QString& text, const QRegularExpression& form)
{
    return form.match(text).hasMatch();
}

bool isPhone(const QString& value)
{
    static const QRegularExpression form(QStringLiteral("^[+(]?[0-9][0-9 ().\\-/+,;]{5,60}$"));
    if (!matches(value, form))
        return false;
    const auto digits = std::count_if(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
    static const QRegularExpression date(QStringLiteral("^\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}( .*)?$"));
    return digits >= 7 && !matches(value, date);
}

bool isSalutation(const QString& folded)
{
    static const QSet<QString> words{QStringLiteral("mr"),     QStringLiteral("ms"),        QStringLiteral("mrs"),
                                     QStringLiteral("miss"),   QStringLiteral("dr"),        QStringLiteral("prof"),
                                     QStringLiteral("mx"),     QStringLiteral("fr"),        QStringLiteral("sr"),
                                     QStringLiteral("rev"),    QStringLiteral("professor"), QStringLiteral("sister"),
                                     QStringLiteral("father"), QStringLiteral("hon"),       QStringLiteral("adv")};
    return words.contains(QString(folded).remove(QLatin1Char('.')));
}

// Words of the names of organisations, which otherwise look like those of people.
bool isInstitution(const QString& folded)
{
    static const QSet<QString> words = [] {
        const QStringList list =
            QStringLiteral(
                "centre center foundation network union association forum organisation organization "
                "institute committee council commission ministry university college school federation "
                "alliance coalition group ngo trust society movement rights development women youth workers "
                "yayasan lembaga organizacao instituto associacao rede fundacao fundacion asociacion")
                .split(QLatin1Char(' '));
        return QSet<QString>{list.begin(), list.end()};
    }();
    const QStringList all = wordsOf(folded);
    return std::any_of(all.begin(), all.end(), [](const QString& word) { return words.contains(word); });
}

bool isOtherScriptOnly(const QString& value)
{
    bool hasOther = false;
    for (const QChar c : value) {
        if (c.script() == QChar::Script_Latin)
            return false;
        hasOther = hasOther || c.isSurrogate() ||
                   (c.isLetter() && c.script() != QChar::Script_Common && c.script() != QChar::Script_Inherited);
    }
    return hasOther;
}

// What address books write beside a number or an address.
bool isKindOfContactWord(const QString& folded)
{
    static const QSet<QString> words{
        QStringLiteral("smtp"),     QStringLiteral("ex"),       QStringLiteral("home"),    QStringLiteral("work"),
        QStringLiteral("mobile"),   QStringLiteral("other"),    QStringLiteral("main"),    QStringLiteral("* home"),
        QStringLiteral("* work"),   QStringLiteral("* mobile"), QStringLiteral("* other"), QStringLiteral("*"),
        QStringLiteral("internet"), QStringLiteral("business"), QStringLiteral("pager"),   QStringLiteral("cell")};
    return words.contains(folded);
}

// From 1957 to the year 2066, as nobody else writes one.
bool isBuddhistYear(const QString& year)
{
    return year.size() == 4 && year.toInt() >= 2500 && year.toInt() < 2610;
}

// Two to five words of letters.
bool isNameLike(const QString& value)
{
    static const QRegularExpression form(
        QStringLiteral("^[\\p{L}\\p{M}][\\p{L}\\p{M}'’.\\-]*([ ,]+[\\p{L}\\p{M}'’.\\-]+){1,5}$"));
    return value.size() < 60 && matches(value, form);
}
} // namespace

ColumnContent::ColumnContent(const QStringList& values, const ImportWords& words)
{
    QSet<QString> different;
    for (const QString& value : values) {
        const QString simple = value.simplified();
        if (simple.isEmpty())
            continue;
        ++m_count;
        if (!different.contains(simple) && m_samples.size() < 4)
            m_samples.append(simple.left(80));
        different.insert(simple);
        look(simple, words);
    }
    m_different = static_cast<int>(different.size());
}

void ColumnContent::look(const QString& value, const ImportWords& words)
{
    static const QRegularExpression email(QStringLiteral("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+"));
    static const QRegularExpression number(QStringLiteral("^\\d{1,9}$"));
    static const QRegularExpression date(QStringLiteral("^(\\d{1,4})[-./ ](\\d{1,2})[-./ ](\\d{1,4})"));
    m_emails += matches(value, email);
    m_phones += isPhone(value);
    m_commas += value.count(QLatin1Char(',')) == 1 && !value.contains(QLatin1Char('@'));
    m_names += isNameLike(value);
    m_codes += value.size() == 2 && value.at(0).isUpper() && value.at(1).isUpper();
    if (matches(value, number)) {
        ++m_wholeNumbers;
        m_buddhistYears += isBuddhistYear(value);
        m_years += value.size() == 4 && value.toInt() >= 1900 && value.toInt() <= 2100;
    }
    if (const auto parts = date.match(value); parts.hasMatch()) {
        m_yearFirst += parts.capturedLength(1) == 4;
        m_firstAbove12 += parts.capturedLength(1) <= 2 && parts.captured(1).toInt() > 12;
        m_secondAbove12 += parts.capturedLength(1) <= 2 && parts.captured(2).toInt() > 12;
        m_buddhistDates += isBuddhistYear(parts.captured(1)) || isBuddhistYear(parts.captured(3));
        m_bothBelow13 += parts.capturedLength(1) <= 2 && parts.captured(1).toInt() <= 12 &&
                         parts.captured(2).toInt() <= 12 && parts.captured(1).toInt() != parts.captured(2).toInt();
    }
    if (value.size() > 60)
        return;
    const QString folded = foldText(value);
    m_institutions += isInstitution(folded);
    m_otherScript += isOtherScriptOnly(value);
    m_contactWords += isKindOfContactWord(folded);
    m_salutations += isSalutation(folded);
    m_yesOrNo += yesOrNo(folded).has_value();
    m_countries += value.size() > 1 && countryFromText(value).has_value();
    m_genders += words.codeFor(QStringLiteral("genders"), value).has_value();
    m_roles += words.codeFor(QStringLiteral("participation_roles"), value).has_value();
    m_outcomes += words.codeFor(QStringLiteral("participation_outcomes"), value).has_value();
    m_statuses += words.codeFor(QStringLiteral("person_statuses"), value).has_value();
    const auto asDate = PartialDate::fromText(value);
    m_dates += (asDate && asDate->month() > 0) || matches(value, date);
}

DateOrder ColumnContent::dateOrder() const
{
    if (m_yearFirst > m_firstAbove12 + m_secondAbove12)
        return DateOrder::YearMonthDay;
    return m_secondAbove12 > m_firstAbove12 ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
}

} // namespace dtp
