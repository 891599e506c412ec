// SPDX-License-Identifier: GPL-3.0-or-later
// What people type and spreadsheets hold, as stored forms.
#include <records/amounts.h>
#include <records/kind_functions.h>
#include <records/record_type.h>
#include <records/typed_values.h>
#include <standards/countries.h>

#include <base/text.h>

#include <QCoreApplication>
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

// As people write it. "1.2E+06", of spreadsheets, is one as well.
std::optional<WrittenNumber> numberFromText(const QString& text, const QLocale& locale, QChar thousands)
{
    if (const auto written = writtenNumber(text, thousands))
        return written;
    if (!text.contains(QLatin1Char('e'), Qt::CaseInsensitive))
        return std::nullopt;
    bool isNumber = false;
    double number = locale.toDouble(text, &isNumber);
    if (!isNumber)
        number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(WrittenNumber{number, std::nullopt}) : std::nullopt;
}

// A field of an amount holds no currency, which has one of its own.
tl::unexpected<Error> currencyBeside(const QString& text, const Money& money, const QLocale& locale)
{
    if (const QString unclear = unclearMoney(text, money); !unclear.isEmpty())
        return fail(unclear);
    const QString amount = locale.toString(money.amount.number, 'f', QLocale::FloatingPointShortest);
    return fail(money.currency.isEmpty()
                    ? say(QT_TRANSLATE_NOOP("Validation", "“%1” says a currency as well: write %2 here, and the three "
                                                          "letters of the currency as such."))
                          .arg(text, amount)
                    : say(QT_TRANSLATE_NOOP("Validation",
                                            "“%1” says a currency as well: write %2 here, and %3 as the currency."))
                          .arg(text, amount, money.currency));
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
    // A whole number has no decimals, but spreadsheets write 1975 as "1975.0" at times.
    const QChar sign = thousandsSign(reading.locale);
    const auto written = numberFromText(typed, reading.locale, sign.isNull() ? QLatin1Char(',') : sign);
    if (written && written->other)
        return fail(unclearNumber(typed, *written, reading.locale));
    if (!written || written->number != std::floor(written->number))
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no whole number.")), text);
    if (std::fabs(written->number) > std::numeric_limits<int>::max())
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is too large a number.")), text);
    return QVariant(static_cast<qint64>(written->number));
}

Result<QVariant> parseDecimal(const Field&, const QString& text, const Reading& reading)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QVariant();
    const QChar thousands = thousandsSign(reading.locale);
    if (const auto money = moneyFromText(typed, thousands))
        return currencyBeside(typed, *money, reading.locale);
    const auto written = numberFromText(typed, reading.locale, thousands);
    if (!written)
        return notUnderstood(say(QT_TRANSLATE_NOOP("Validation", "“%1” is no number.")), text);
    for (const QString& problem :
         {unclearNumber(typed, *written, reading.locale), tooManyDecimals(written->number, QString())}) {
        if (!problem.isEmpty())
            return fail(problem);
    }
    return QVariant(written->number);
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
