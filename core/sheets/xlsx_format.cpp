// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/xlsx_format.h>

#include <base/utc.h>

#include <cmath>

namespace dtp
{

namespace
{
// The format's letters, without quoted text, escapes, colours and conditions in brackets; its first section only.
QString lettersOf(const QString& format)
{
    QString letters;
    bool quoted = false;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const QChar c = format.at(i);
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (c == QLatin1Char('\\') || c == QLatin1Char('_') || c == QLatin1Char('*'))
            ++i;
        else if (c == QLatin1Char('[')) {
            const qsizetype end = format.indexOf(QLatin1Char(']'), i);
            const QString inside = format.mid(i + 1, end - i - 1).toLower();
            // [h]:mm is a length of time
            if (inside == QLatin1String("h") || inside == QLatin1String("hh") || inside == QLatin1String("m") ||
                inside == QLatin1String("s"))
                letters += inside;
            if (end < 0)
                break;
            i = end;
        } else if (c == QLatin1Char(';'))
            break;
        else
            letters += c.toLower();
    }
    return letters;
}

NumberMeaning meaningOfText(const QString& format)
{
    using Kind = NumberMeaning::Kind;
    if (format.compare(QLatin1String("General"), Qt::CaseInsensitive) == 0)
        return {};
    const QString letters = lettersOf(format);
    if (letters.count(QLatin1Char('0')) == letters.size() && !letters.isEmpty())
        return {Kind::Number, static_cast<int>(letters.size())};
    if (letters.contains(QLatin1Char('0')) && !letters.contains(QLatin1Char('s')))
        return {};
    if (letters.contains(QLatin1Char('#')) || letters.contains(QLatin1Char('?')))
        return {};
    const bool hasDay = letters.contains(QLatin1Char('d')) || letters.contains(QLatin1Char('y'));
    const bool hasTime = letters.contains(QLatin1Char('h')) || letters.contains(QLatin1Char('s'));
    if (hasDay && hasTime)
        return {Kind::DateTime, 0};
    if (hasTime)
        return {Kind::Time, 0};
    if (hasDay || letters.contains(QLatin1String("mmm")))
        return {Kind::Date, 0};
    return {};
}

QString dateText(double serial, NumberMeaning::Kind kind, bool since1904)
{
    // Serial 1 is 1900-01-01, and 60 is a 29 February that never was: from 61 on the count starts two days earlier.
    const qint64 day = static_cast<qint64>(std::floor(serial));
    const QDate epoch = since1904 ? QDate(1904, 1, 1) : day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const qint64 seconds = std::llround((serial - std::floor(serial)) * 86'400.0);
    const QDateTime at = utcMoment(epoch.addDays(day), QTime(0, 0)).addSecs(seconds);
    if (kind == NumberMeaning::Kind::Time && day == 0)
        return at.toString(QStringLiteral("HH:mm"));
    if (kind == NumberMeaning::Kind::Date || at.time() == QTime(0, 0))
        return at.toString(QStringLiteral("yyyy-MM-dd"));
    return at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString plainNumber(double number)
{
    if (std::fabs(number) < 1e15 && number == std::floor(number))
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', 15);
}
} // namespace

NumberMeaning numberMeaning(int formatId, const QString& format)
{
    using Kind = NumberMeaning::Kind;
    if (!format.isEmpty())
        return meaningOfText(format);
    if ((formatId >= 14 && formatId <= 17) || (formatId >= 27 && formatId <= 31) || formatId == 36 ||
        (formatId >= 50 && formatId <= 58))
        return {Kind::Date, 0};
    if (formatId == 22)
        return {Kind::DateTime, 0};
    if ((formatId >= 18 && formatId <= 21) || (formatId >= 32 && formatId <= 35) || (formatId >= 45 && formatId <= 47))
        return {Kind::Time, 0};
    return {};
}

QString numberText(const QString& stored, const NumberMeaning& meaning, bool since1904)
{
    bool isNumber = false;
    const double number = stored.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return stored;
    // Years beyond 9999 and negative serials are shown as ##### by spreadsheet programs: no dates.
    if (meaning.kind != NumberMeaning::Kind::Number && number >= 0 && number < 2'958'466)
        return dateText(number, meaning.kind, since1904);
    const QString text = plainNumber(number);
    return meaning.leadingZeros > 0 && number >= 0 ? text.rightJustified(meaning.leadingZeros, QLatin1Char('0'))
                                                   : text;
}

QString withoutXEscapes(const QString& text)
{
    qsizetype at = text.indexOf(QLatin1String("_x"));
    if (at < 0)
        return text;
    QString plain;
    qsizetype from = 0;
    while (at >= 0) {
        bool isCode = false;
        ushort code = 0;
        if (at + 7 <= text.size() && text.at(at + 6) == QLatin1Char('_'))
            code = text.mid(at + 2, 4).toUShort(&isCode, 16);
        if (isCode) {
            plain += QStringView(text).mid(from, at - from);
            plain += QChar(code);
            from = at + 7;
        }
        at = text.indexOf(QLatin1String("_x"), isCode ? from : at + 2);
    }
    plain += QStringView(text).mid(from);
    return plain;
}

} // namespace dtp
