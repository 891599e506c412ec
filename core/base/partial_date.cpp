// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/partial_date.h>
#include <base/text.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
bool isPossible(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (day > 0 && month == 0))
        return false;
    return day == 0 || QDate::isValid(year, month, day);
}

std::optional<PartialDate> possible(int year, int month = 0, int day = 0)
{
    if (!isPossible(year, month, day))
        return std::nullopt;
    return PartialDate(year, month, day);
}

// A part of a date as typed: a number with its count of digits, or the name of a month.
struct Part {
    int number = 0;
    qsizetype digits = 0;
    int month = 0;
    bool isThai = false;

    bool isYear() const { return digits == 4; }
    bool isSmall() const { return digits == 1 || digits == 2; }
    bool isMonth() const { return month != 0; }
};

struct MonthName {
    int month;
    bool isThai;
};

// Month names of the languages in which course lists reach us, without accents and full stops.
const QHash<QString, MonthName>& monthNames()
{
    static const QHash<QString, MonthName> names = [] {
        QHash<QString, MonthName> all;
        const auto add = [&all](const QString& name, int month, bool isThai) {
            const QString key = foldText(name).remove(QLatin1Char('.'));
            if (!key.isEmpty() && !key.contains(QLatin1Char(' ')) && !all.contains(key))
                all.insert(key, {month, isThai});
        };
        for (const QLocale::Language language : {QLocale::English, QLocale::French, QLocale::Spanish,
                                                 QLocale::Portuguese, QLocale::Indonesian, QLocale::Thai}) {
            const QLocale locale(language);
            const bool isThai = language == QLocale::Thai;
            for (int month = 1; month <= 12; ++month) {
                add(locale.standaloneMonthName(month, QLocale::LongFormat), month, isThai);
                add(locale.monthName(month, QLocale::LongFormat), month, isThai);
                if (!isThai)
                    add(locale.monthName(month, QLocale::ShortFormat), month, false);
            }
        }
        add(QStringLiteral("sept"), 9, false);
        return all;
    }();
    return names;
}

bool isFillWord(const QString& word)
{
    static const QSet<QString> words = {
        QStringLiteral("st"),       QStringLiteral("nd"),        QStringLiteral("rd"),       QStringLiteral("th"),
        QStringLiteral("of"),       QStringLiteral("de"),        QStringLiteral("del"),      QStringLiteral("monday"),
        QStringLiteral("tuesday"),  QStringLiteral("wednesday"), QStringLiteral("thursday"), QStringLiteral("friday"),
        QStringLiteral("saturday"), QStringLiteral("sunday"),    QStringLiteral("mon"),      QStringLiteral("tue"),
        QStringLiteral("tues"),     QStringLiteral("wed"),       QStringLiteral("thu"),      QStringLiteral("thur"),
        QStringLiteral("thurs"),    QStringLiteral("fri"),       QStringLiteral("sat"),      QStringLiteral("sun")};
    return words.contains(word);
}

bool isSeparator(QChar c)
{
    return c == QLatin1Char('.') || c == QLatin1Char(',') || c == QLatin1Char('/') || c == QLatin1Char('-') ||
           c == QChar(0x2013) || c == QChar(0x2010);
}

bool isAsciiDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

// The parts of a folded text; nullopt when there is anything in it that no date has.
std::optional<std::vector<Part>> partsOf(const QString& text)
{
    std::vector<Part> parts;
    bool wasSeparator = true; // a date does not begin with one
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype start = i;
        if (text.at(i).isSpace()) {
            ++i;
        } else if (isSeparator(text.at(i))) {
            if (std::exchange(wasSeparator, true))
                return std::nullopt;
            ++i;
        } else if (isAsciiDigit(text.at(i))) {
            while (i < text.size() && isAsciiDigit(text.at(i)))
                ++i;
            if (i - start > 4)
                return std::nullopt;
            parts.push_back({text.mid(start, i - start).toInt(), i - start});
            wasSeparator = false;
        } else if (text.at(i).isLetter()) {
            while (i < text.size() && (text.at(i).isLetter() || text.at(i).isMark()))
                ++i;
            const QString word = text.mid(start, i - start);
            wasSeparator = false;
            if (isFillWord(word))
                continue;
            const auto name = monthNames().constFind(word);
            if (name == monthNames().constEnd())
                return std::nullopt;
            parts.push_back({0, 0, name->month, name->isThai});
        } else {
            return std::nullopt;
        }
        if (parts.size() > 3)
            return std::nullopt;
    }
    return parts;
}

// Thai month names usually stand beside years of the Buddhist era.
int yearBeside(const Part& month, const Part& year)
{
    return month.isThai && year.number >= 2400 ? year.number - 543 : year.number;
}

std::optional<PartialDate> fromNumbers(const Part& first, const Part& second, const Part& year, DateOrder order)
{
    const auto dayFirst = possible(year.number, second.number, first.number);
    const auto monthFirst = possible(year.number, first.number, second.number);
    if (first.number == 0 || second.number == 0)
        return std::nullopt;
    // What the expected order makes impossible, such as 25/04/1997 where the month comes first, has only one reading.
    if (order == DateOrder::MonthDayYear)
        return monthFirst ? monthFirst : dayFirst;
    return dayFirst ? dayFirst : monthFirst;
}

std::optional<PartialDate> fromTwo(const Part& a, const Part& b)
{
    if (a.isMonth() && b.isYear())
        return possible(yearBeside(a, b), a.month);
    if (a.isYear() && b.isMonth())
        return possible(yearBeside(b, a), b.month);
    if (a.isSmall() && b.isYear() && a.number > 0)
        return possible(b.number, a.number);
    if (a.isYear() && b.isSmall() && b.number > 0)
        return possible(a.number, b.number);
    return std::nullopt;
}

std::optional<PartialDate> fromThree(const Part& a, const Part& b, const Part& c, DateOrder order)
{
    if (a.isSmall() && b.isMonth() && c.isYear() && a.number > 0)
        return possible(yearBeside(b, c), b.month, a.number);
    if (a.isMonth() && b.isSmall() && c.isYear() && b.number > 0)
        return possible(yearBeside(a, c), a.month, b.number);
    if (a.isYear() && b.isMonth() && c.isSmall() && c.number > 0)
        return possible(yearBeside(b, a), b.month, c.number);
    if (a.isYear() && b.isSmall() && c.isSmall() && b.number > 0 && c.number > 0)
        return possible(a.number, b.number, c.number);
    if (a.isSmall() && b.isSmall() && c.isYear())
        return fromNumbers(a, b, c, order);
    return std::nullopt;
}

// Takes "about", "c.", "~" … from the front and "?" from the end; true when there was one.
bool takeAbout(QString& text)
{
    static const QRegularExpression words(QStringLiteral(
        "^(?:(?:about|around|abt|approximately|approx|circa|ca|c|environ|vers|sekitar|aproximadamente|cerca de)"
        "(?:\\s*\\.\\s*|\\s+|(?=\\d))|~\\s*)"));
    bool about = false;
    if (const auto match = words.match(text); match.hasMatch()) {
        text.remove(0, match.capturedLength());
        about = true;
    }
    static const QRegularExpression doubt(QStringLiteral("\\s*(?:\\?|\\(\\?\\))$"));
    if (const auto match = doubt.match(text); match.hasMatch()) {
        text.chop(match.capturedLength());
        about = true;
    }
    return about;
}

// The time of day that spreadsheets and databases put behind a date.
void dropTime(QString& text)
{
    static const QRegularExpression time(QStringLiteral("(?:t|\\s+|,\\s*)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*("
                                                        "?:[ap]\\.?m\\.?)?\\s*(?:z|utc|[+-]\\d{2}:?\\d{2})?$"));
    text.remove(time);
}

// "14 June 1997" in the order of the locale, without the day of the week.
QString longFormatOf(const QLocale& locale)
{
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(QRegularExpression(QStringLiteral("^dddd,?\\s*|,?\\s*dddd$")));
    static const QRegularExpression plain(QStringLiteral("^[dMy ,./-]+$"));
    const bool isPlain = plain.match(format).hasMatch() && format.contains(QLatin1Char('d')) &&
                         format.contains(QLatin1String("MMM")) && format.contains(QLatin1String("yy"));
    return isPlain ? format : QStringLiteral("d MMMM yyyy");
}
} // namespace

PartialDate::PartialDate(int year, int month, int day, bool about)
{
    if (!isPossible(year, month, day))
        return;
    m_year = year;
    m_month = month;
    m_day = day;
    m_about = about;
}

PartialDate::PartialDate(QDate date) : PartialDate(date.year(), date.month(), date.day()) {}

// "About" does not widen the range: nobody can say by how much.
QDate PartialDate::earliest() const
{
    return isEmpty() ? QDate() : QDate(m_year, std::max(1, m_month), std::max(1, m_day));
}

QDate PartialDate::latest() const
{
    if (isEmpty())
        return {};
    const int month = m_month == 0 ? 12 : m_month;
    return m_day == 0 ? QDate(m_year, month, QDate(m_year, month, 1).daysInMonth()) : QDate(m_year, month, m_day);
}

QString PartialDate::toStorage() const
{
    if (isEmpty())
        return {};
    QString text = m_about ? QStringLiteral("~") : QString();
    text += QStringLiteral("%1").arg(m_year, 4, 10, QLatin1Char('0'));
    if (m_month != 0)
        text += QStringLiteral("-%1").arg(m_month, 2, 10, QLatin1Char('0'));
    if (m_day != 0)
        text += QStringLiteral("-%1").arg(m_day, 2, 10, QLatin1Char('0'));
    return text;
}

std::optional<PartialDate> PartialDate::fromStorage(const QString& text)
{
    if (text.isEmpty())
        return PartialDate();
    const bool about = text.startsWith(QLatin1Char('~'));
    const QString date = about ? text.mid(1) : text;
    if (date.size() != 4 && date.size() != 7 && date.size() != 10)
        return std::nullopt;
    for (qsizetype i = 0; i < date.size(); ++i) {
        const bool isHyphen = i == 4 || i == 7;
        if (isHyphen ? date.at(i) != QLatin1Char('-') : !isAsciiDigit(date.at(i)))
            return std::nullopt;
    }
    const int year = date.left(4).toInt();
    const int month = date.size() >= 7 ? date.mid(5, 2).toInt() : 0;
    const int day = date.size() == 10 ? date.mid(8, 2).toInt() : 0;
    const bool hasZero = (date.size() >= 7 && month == 0) || (date.size() == 10 && day == 0);
    if (hasZero || !isPossible(year, month, day))
        return std::nullopt;
    return PartialDate(year, month, day, about);
}

QString PartialDate::toText(const QLocale& locale) const
{
    if (isEmpty())
        return {};
    QString format = QStringLiteral("yyyy");
    if (m_day != 0)
        format = longFormatOf(locale);
    else if (m_month != 0)
        format = QStringLiteral("MMMM yyyy");
    const QString text = locale.toString(earliest(), format);
    return m_about ? QCoreApplication::translate("PartialDate", "about %1").arg(text) : text;
}

std::optional<PartialDate> PartialDate::fromText(const QString& text, DateOrder order)
{
    QString rest = foldText(withoutControls(text));
    if (rest.isEmpty())
        return PartialDate();
    if (rest.size() > 64)
        return std::nullopt;
    const bool about = takeAbout(rest);
    dropTime(rest);
    const auto parts = partsOf(rest);
    std::optional<PartialDate> date;
    if (parts && parts->size() == 1 && parts->front().isYear())
        date = possible(parts->front().number);
    else if (parts && parts->size() == 2)
        date = fromTwo((*parts)[0], (*parts)[1]);
    else if (parts && parts->size() == 3)
        date = fromThree((*parts)[0], (*parts)[1], (*parts)[2], order);
    if (date)
        date->m_about = about;
    return date;
}

std::strong_ordering PartialDate::operator<=>(const PartialDate& other) const
{
    // Beyond the earliest day, so that what is equivalent is also equal: the less exact comes first.
    const auto earliestDay = [](const PartialDate& d) {
        return d.isEmpty() ? std::numeric_limits<qint64>::min() : d.earliest().toJulianDay();
    };
    if (const auto order = earliestDay(*this) <=> earliestDay(other); order != 0)
        return order;
    if (const auto order = m_month <=> other.m_month; order != 0)
        return order;
    if (const auto order = m_day <=> other.m_day; order != 0)
        return order;
    return m_about <=> other.m_about;
}

} // namespace dtp
