// SPDX-License-Identifier: GPL-3.0-or-later
// What people type and spreadsheets hold, as stored forms.
#include <records/kind_functions.h>
#include <records/record_type.h>
#include <records/typed_values.h>
#include <standards/countries.h>

#include <base/text.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace dtp::kinds
{

namespace
{
constexpr qsizetype quoted = 80; // of what was not understood, at most so much is said again

// sentence: with %1 for the text, and %2 when there is a second word.
tl::unexpected<Error> notUnderstood(const QString& sentence, const QString& text, const QString& second = {})
{
    QString one = text.simplified();
    if (one.size() > quoted)
        one = one.left(quoted) + QChar(0x2026);
    return fail(second.isNull() ? sentence.arg(one) : sentence.arg(one, second));
}

QString say(const char* sentence)
{
    return QCoreApplication::translate("Validation", sentence);
}

// As the locale writes it, or plain: where the locale's point stands between thousands, "1.234" is more than a
// thousand.
std::optional<double> numberFromText(const QString& text, const QLocale& locale)
{
    bool isNumber = false;
    double number = locale.toDouble(text, &isNumber);
    if (!isNumber)
        number = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return std::nullopt;
    return number;
}

// "1.200": a lone sign before three digits, which many write between thousands. Where the locale does so it is clear.
bool mayBeThousands(const QString& text, const QLocale& locale)
{
    static const QRegularExpression form(QStringLiteral("^[+-]?[1-9]\\d{0,2}([.,])\\d{3}$"));
    const auto match = form.match(text);
    return match.hasMatch() && match.captured(1) != locale.groupSeparator();
}

// number: as which it would be read.
tl::unexpected<Error> twoNumbers(const QString& text, double number, const QLocale& locale)
{
    static const QRegularExpression sign(QStringLiteral("[.,]"));
    return fail(
        say(QT_TRANSLATE_NOOP("Validation", "“%1” can mean %2 or %3: write which of the two it is."))
            .arg(text, QString(text).remove(sign), locale.toString(number, 'f', QLocale::FloatingPointShortest)));
}
} // namespace

Result<QVariant> parseLine(const Field&, const QString& text, const Reading&)
{
    const QString line = withoutControls(text).simplified();
    if (line.size() <= LongestLine)
        return QVariant(line);
    const QLocale locale;
    return fail(say(QT_TRANSLATE_NOOP("Validation", "“%1…” is too long for one line: it has %2 letters, and %3 fit."))
                    .arg(line.left(quoted), locale.toString(line.size()), locale.toString(LongestLine)));
}

Result<QVariant> parseProse(const Field&, const QString& text, const Reading&)
{
    return QVariant(withoutControls(text).trimmed());
}

Result<QVariant> parseInteger(const Field&, const QString& text, const Reading& reading)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QVariant();
    const auto number = numberFromText(typed, reading.locale); // spreadsheets write 1975 as "1975.0" at times
    if (number && mayBeThousands(typed, reading.locale))
        return twoNumbers(typed, *number, reading.locale);
    if (!number || *number != std::floor(*number))
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no whole number.")), text);
    if (std::fabs(*number) > std::numeric_limits<int>::max())
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is too large a number.")), text);
    return QVariant(static_cast<qint64>(*number));
}

Result<QVariant> parseDecimal(const Field&, const QString& text, const Reading& reading)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QVariant();
    const auto number = numberFromText(typed, reading.locale);
    if (!number)
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no number.")), text);
    if (mayBeThousands(typed, reading.locale))
        return twoNumbers(typed, *number, reading.locale);
    return QVariant(*number);
}

Result<QVariant> parseFlag(const Field&, const QString& text, const Reading&)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QVariant(qint64(0));
    if (const auto answer = yesOrNo(typed))
        return QVariant(qint64(*answer ? 1 : 0));
    for (const bool answer : {true, false}) { // in the words in which we write it
        if (typed.compare(answer ? QCoreApplication::translate("Storage", "Yes")
                                 : QCoreApplication::translate("Storage", "No"),
                          Qt::CaseInsensitive) == 0)
            return QVariant(qint64(answer ? 1 : 0));
    }
    return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is neither yes nor no.")), text);
}

Result<QVariant> parsePartialDate(const Field&, const QString& text, const Reading& reading)
{
    if (const auto date = PartialDate::fromText(text, reading.order))
        return QVariant(date->toStorage());
    return notUnderstood(
        say(QT_TRANSLATE_NOOP("Validation", "“%1” is no date: write 1997, June 1997 or 14 June 1997.")), text);
}

Result<QVariant> parseDate(const Field&, const QString& text, const Reading& reading)
{
    const auto date = PartialDate::fromText(text, reading.order);
    if (!date)
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no date: write 14 June 1997.")), text);
    if (date->isEmpty())
        return QVariant(QString());
    if (date->day() == 0 || date->isAbout())
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no exact day: write it like 14 June 1997.")),
                             text);
    return QVariant(date->toStorage());
}

Result<QVariant> parseDateTime(const Field&, const QString& text, const Reading& reading)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QVariant(QString());
    const QString moment = momentFromText(typed, reading.order);
    if (moment.isEmpty())
        return notUnderstood(
            say(QT_TRANSLATE_NOOP("Validation", "“%1” is no date with time: write 14 June 2026 09:30.")), text);
    return QVariant(moment);
}

Result<QVariant> parseCountry(const Field&, const QString& text, const Reading&)
{
    if (text.trimmed().isEmpty())
        return QVariant(QString());
    if (const auto code = countryFromText(text))
        return QVariant(*code);
    if (const QStringList meant = countriesMeantBy(text); meant.size() > 1)
        return notUnderstood(
            say(QT_TRANSLATE_NOOP("Validation", "“%1” is the name of more than one country: write %2, for example.")),
            text, countryName(meant.first()));
    return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no country that the program knows.")), text);
}

Result<QVariant> parseCode(const Field& field, const QString& text, const Reading& reading)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return QVariant(QString());
    if (reading.words) {
        if (const auto code = reading.words->vocabulary(QLatin1String(field.vocabulary)).codeFor(typed))
            return QVariant(*code);
    }
    return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is none of the words for “%2”.")), text,
                         field.labelText());
}

Result<QVariant> parsePhone(const Field& field, const QString& text, const Reading& reading)
{
    if (!text.trimmed().isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }))
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no phone number.")), text);
    return parseLine(field, text, reading);
}

Result<QVariant> parseEmail(const Field& field, const QString& text, const Reading& reading)
{
    DTP_TRY(line, parseLine(field, text, reading));
    if (line.toString().startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        line = line.toString().mid(7);
    if (line.toString().isEmpty())
        return line;
    if (const QString sentence = problemOfEmail(line); !sentence.isEmpty())
        return fail(sentence);
    return line;
}

Result<QVariant> parseUrl(const Field& field, const QString& text, const Reading& reading)
{
    DTP_TRY(line, parseLine(field, text, reading));
    const QString typed = line.toString();
    if (!typed.isEmpty() && (typed.contains(QLatin1Char(' ')) || !typed.contains(QLatin1Char('.'))))
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no web address.")), text);
    return line;
}

Result<QVariant> parseReference(const Field& field, const QString& text, const Reading& reading)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QVariant();
    if (!reading.words)
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "There is no %2 called “%1”.")), text,
                             recordType(field.reference).singularText());
    DTP_TRY(key, reading.words->recordCalled(field.reference, typed));
    return QVariant(key);
}

Result<QVariant> parseBlob(const Field&, const QString& text, const Reading&)
{
    if (text.trimmed().isEmpty())
        return QVariant(QByteArray());
    return fail(say(QT_TRANSLATE_NOOP("Validation", "A picture cannot be written as text.")));
}

} // namespace dtp::kinds
