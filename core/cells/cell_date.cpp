// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/cell_date.h>

#include <base/text.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr int buddhistLead = 543;
constexpr int bikramLead = 57; // or 56: the year begins in April
constexpr int hijriLead = 621;

bool isDigits(const QString& text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80 && c.isDigit(); });
}

// Years from 2400 to 2699 are Buddhist wherever they stand: taken down before the date is read, so that 29 February
// stays one.
bool takeBuddhist(QString& text)
{
    static const QRegularExpression era(
        QStringLiteral("(?:พ\\.?\\s*ศ\\.?|พุทธศักราช|\\bb\\.?\\s?e\\.?(?=[\\s\\d])|ព\\.?ស\\.?)\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression year(QStringLiteral("(?<!\\d)(2[4-6]\\d\\d)(?!\\d)"));
    text.remove(era);
    const auto match = year.match(text);
    if (!match.hasMatch())
        return false;
    text.replace(match.capturedStart(), 4, QString::number(match.captured(1).toInt() - buddhistLead));
    return true;
}

// "15/03/66", "15 มี.ค. 66": in a list of Buddhist years, with a Thai month or from Thailand, where it can be one.
bool takeShortBuddhist(QString& text, const CellDateHints& hints)
{
    static const QRegularExpression form(QStringLiteral("^(.*[^\\d'’])?['’]?(\\d{2})$"));
    static const QRegularExpression day(
        QStringLiteral("^\\d{1,2}\\s*[-/. ]\\s*(?:\\d{1,2}|\\p{L}[\\p{L}\\p{M}.]+)\\s*[-/., ]\\s*$"));
    static const QRegularExpression thai(QStringLiteral("\\p{Thai}"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return false;
    const QString before = match.captured(1);
    const bool isDay = day.match(before).hasMatch();
    const bool isPlain = hints.isBuddhist && (isDay || before.isEmpty());
    if (!isPlain && !(isDay && (hints.country == L1("TH") || thai.match(before).hasMatch())))
        return false;
    const int year = 2500 + match.captured(2).toInt() - buddhistLead;
    const int latest = hints.thisYear == 0 ? year : hints.isBirth ? hints.thisYear - 10 : hints.thisYear;
    if (year > latest)
        return false;
    text = before + QString::number(year);
    return true;
}

// 昭和55年, 民國75年: the year of an era as ours; 1985年3月12日 with its signs made hyphens.
void takeEastAsian(QString& text)
{
    struct Era {
        const char* name;
        int before;
    };
    static constexpr Era eras[] = {{"明治", 1867}, {"大正", 1911}, {"昭和", 1925}, {"平成", 1988},
                                   {"令和", 2018}, {"民國", 1911}, {"民国", 1911}};
    static const QRegularExpression counted(QStringLiteral("^(元|\\d{1,3})"));
    for (const Era& era : eras) {
        const QString name = QString::fromUtf8(era.name);
        if (!text.startsWith(name))
            continue;
        QString rest = text.mid(name.size()).trimmed();
        if (const auto match = counted.match(rest); match.hasMatch()) {
            const int year = match.captured(1) == QString::fromUtf8("元") ? 1 : match.captured(1).toInt();
            text = QString::number(era.before + year) + rest.mid(match.capturedLength());
        }
        break;
    }
    static const QRegularExpression signs(QStringLiteral("\\s*[年月년월]\\s*"));
    static const QRegularExpression day(QStringLiteral("\\s*[日일]"));
    text.remove(day).replace(signs, QStringLiteral("-"));
    while (text.endsWith(QLatin1Char('-')))
        text.chop(1);
}

// 44290, counted from 30 December 1899; 20210403.
std::optional<CellDate> fromNumber(const QString& text)
{
    const QString whole = text.section(QLatin1Char('.'), 0, 0);
    if (!isDigits(whole))
        return std::nullopt;
    if (whole.size() == 8 && whole == text) {
        const QDate date = QDate::fromString(whole, QStringLiteral("yyyyMMdd"));
        if (date.isValid() && date.year() >= 1880 && date.year() < 2200)
            return CellDate{PartialDate(date), {}};
        return std::nullopt;
    }
    const int serial = whole.toInt();
    if (whole.size() != 5 || serial < 10000 || serial > 73050)
        return std::nullopt;
    return CellDate{PartialDate(QDate(1899, 12, 30).addDays(serial)), Import::tr("a day number of a spreadsheet")};
}

// "16-07-68", "3.4.21", "14-Feb-02": of a birth somebody who is ten at least.
QString withWholeYear(const QString& text, const CellDateHints& hints)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{1,2}\\s*[-/. ]\\s*(?:\\d{1,2}|\\p{L}{3,}\\.?)\\s*[-/., ]\\s*)['’]?(\\d{2})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int latest = hints.thisYear == 0 ? 2099 : hints.isBirth ? hints.thisYear - 10 : hints.thisYear + 1;
    const int year = 2000 + match.captured(2).toInt();
    return match.captured(1) + QString::number(year <= latest ? year : year - 100);
}

std::optional<PartialDate> plainDate(const QString& text, DateOrder order)
{
    const DateOrder other = order == DateOrder::MonthDayYear ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
    for (const DateOrder each : {order, other}) {
        // A day that cannot be a month in this order can be one in the other.
        if (const auto date = PartialDate::fromText(text, each); date && !date->isEmpty())
            return date;
    }
    return std::nullopt;
}

// Years of the calendars of Nepal, Iran and Afghanistan, whose months are not ours.
std::optional<CellDate> fromOtherCalendar(const PartialDate& date, const CellDateHints& hints)
{
    const int year = date.year();
    if (hints.country == L1("NP") && year > hints.thisYear && year - bikramLead <= hints.thisYear)
        return CellDate{PartialDate(year - bikramLead, 0, 0, true),
                        Import::tr("a year of the Bikram Sambat calendar")};
    if ((hints.country == L1("IR") || hints.country == L1("AF")) && year >= 1250 && year + hijriLead <= hints.thisYear)
        return CellDate{PartialDate(year + hijriLead, 0, 0, true), Import::tr("a year of the Solar Hijri calendar")};
    return std::nullopt;
}
} // namespace

QString withAsciiDigits(const QString& text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
        return text;
    QString plain = text;
    for (QChar& c : plain) {
        if (c.unicode() >= 0x80 && c.category() == QChar::Number_DecimalDigit)
            c = QChar(u'0' + c.digitValue());
    }
    return plain;
}

std::optional<CellDate> dateOfCell(const QString& text, const CellDateHints& hints)
{
    QString plain = withAsciiDigits(text).simplified();
    if (auto number = fromNumber(plain))
        return number;
    const bool isBuddhist = takeBuddhist(plain) || takeShortBuddhist(plain, hints);
    takeEastAsian(plain);
    auto date = plainDate(plain, hints.order);
    if (const QString whole = date ? QString() : withWholeYear(plain, hints); !whole.isEmpty())
        date = plainDate(whole, hints.order);
    if (!date)
        return std::nullopt;
    if (auto other = fromOtherCalendar(*date, hints))
        return other;
    if (hints.isBirth && hints.thisYear != 0 && (date->year() > hints.thisYear || date->year() < 1850))
        return std::nullopt;
    return CellDate{*date, isBuddhist ? Import::tr("a year of the Buddhist calendar") : QString()};
}

} // namespace dtp
