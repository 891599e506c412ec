// SPDX-License-Identifier: GPL-3.0-or-later
#include <import_records/record_cells.h>

#include <cells/cell_values.h>

#include <base/text.h>
#include <records/kinds.h>
#include <records/typed_values.h>
#include <standards/countries.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// "since 2019", "joined in June 1997", "by 1 May"
QString withoutLeadingWord(const QString& text)
{
    static const QRegularExpression before(
        QStringLiteral("^(?:since|from|as of|joined(?: in)?|member since|until|till|to|in|on|by|depuis|sejak|desde)"
                       "[\\s:]+"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(text).remove(before).trimmed();
}

DateOrder otherOrder(DateOrder order)
{
    return order == DateOrder::MonthDayYear ? DateOrder::DayMonthYear : DateOrder::MonthDayYear;
}

std::optional<PartialDate> dateFromText(const QString& text, DateOrder order)
{
    const QString plain = withoutLeadingWord(text);
    for (const DateOrder each : {order, otherOrder(order)}) {
        if (const auto date = PartialDate::fromText(plain, each); date && !date->isEmpty())
            return date;
    }
    return std::nullopt;
}

bool goesOn(const QString& text)
{
    static const QSet<QString> words{QStringLiteral("present"), QStringLiteral("now"),     QStringLiteral("today"),
                                     QStringLiteral("current"), QStringLiteral("ongoing"), QStringLiteral("date"),
                                     QStringLiteral("to date"), QStringLiteral("still")};
    return words.contains(foldText(text));
}

// What people write in columns that are answered with yes or no.
std::optional<bool> stateFromText(const QString& text)
{
    static const QSet<QString> on{QStringLiteral("done"), QStringLiteral("completed"), QStringLiteral("complete"),
                                  QStringLiteral("finished"), QStringLiteral("active")};
    static const QSet<QString> off{QStringLiteral("open"),        QStringLiteral("pending"),
                                   QStringLiteral("not yet"),     QStringLiteral("to do"),
                                   QStringLiteral("not done"),    QStringLiteral("in progress"),
                                   QStringLiteral("not started"), QStringLiteral("inactive")};
    const QString folded = foldText(text);
    return on.contains(folded) ? std::optional(true) : off.contains(folded) ? std::optional(false) : std::nullopt;
}

// As the kind of the field reads it, in the one way or the other that people write it in spreadsheets.
QVariant parsed(const Field& field, const QString& text, const Words& words, DateOrder order)
{
    for (const QString& form : {text, withoutLeadingWord(text)}) {
        for (const DateOrder each : {order, otherOrder(order)}) {
            if (auto stored = traitsOf(field).parse(field, form, {&words, each, QLocale::c()}))
                return *stored;
        }
    }
    return {};
}

// Safety and consent: what is not understood is read as the safer one, and yes and no are answers where they can be.
struct CarefulWords {
    L1 vocabulary;
    const char* yes; // nullptr: no answer
    const char* no;
    const char* safer;
};
constexpr CarefulWords carefulWords[] = {{L1("safety_levels"), "at_risk", "normal", "at_risk"},
                                         {L1("consent_answers"), "agreed", "refused", "refused"},
                                         {L1("case_levels"), nullptr, nullptr, "acute"}};

const CarefulWords* carefulWordsOf(const Field& field)
{
    for (const CarefulWords& words : carefulWords) {
        if (words.vocabulary == L1(field.vocabulary))
            return &words;
    }
    return nullptr;
}

CellValue carefulCell(const Field& field, const CarefulWords& careful, const QString& text, const Words& words)
{
    if (const auto answer = careful.yes ? yesOrNo(text) : std::nullopt)
        return {QString::fromLatin1(*answer ? careful.yes : careful.no)};
    if (const auto code = words.vocabulary(QLatin1String(field.vocabulary)).codeFor(text))
        return {*code};
    return {QString::fromLatin1(careful.safer), false, false};
}

std::optional<CellValue> flagInOtherWords(const Field& field, const QString& text)
{
    if (const auto state = stateFromText(text))
        return CellValue{QVariant(qint64(*state))};
    // A cross in the form of the word itself: "Reserve" in the column “Reserve”.
    if (foldText(text) == foldText(field.labelText()) || foldText(text) == foldText(QString::fromUtf8(field.label)))
        return CellValue{QVariant(qint64(1))};
    return std::nullopt;
}

std::optional<CellValue> firstOfCountries(const Field&, const QString& text)
{
    const KnownWords several = splitKnown(text, &countryFromText);
    return several.codes.isEmpty() ? std::nullopt : std::optional(CellValue{several.codes.first(), true, true});
}

std::optional<CellValue> firstOfEmails(const Field&, const QString& text)
{
    const FoundEmails found = findEmails(text);
    return found.addresses.isEmpty() ? std::nullopt : std::optional(CellValue{found.addresses.first(), true, true});
}

std::optional<CellValue> stillGoingOn(const Field&, const QString& text)
{
    return goesOn(text) ? std::optional(CellValue()) : std::nullopt;
}

// What is in a cell that holds more than one value, or the value in other words.
CellValue inOtherWords(const Field& field, const QString& text)
{
    static const QHash<FieldKind, std::optional<CellValue> (*)(const Field&, const QString&)> ways{
        {FieldKind::Flag, &flagInOtherWords}, {FieldKind::Country, &firstOfCountries},
        {FieldKind::Email, &firstOfEmails},   {FieldKind::PartialDate, &stillGoingOn},
        {FieldKind::Date, &stillGoingOn},
    };
    if (const auto way = ways.value(field.kind)) {
        if (const auto value = way(field, text))
            return *value;
    }
    return meansNothing(text) ? CellValue() : CellValue{{}, false, false};
}
} // namespace

CellValue cellValue(const Field& field, const QString& text, const Words& words, DateOrder order)
{
    if (const CarefulWords* careful = carefulWordsOf(field))
        return carefulCell(field, *careful, text, words);
    const bool isFreeText = traitsOf(field).chosenFrom == ChosenFrom::Nothing && traitsOf(field).isText();
    if (isFreeText && !field.isRequired && meansNothing(text))
        return {};
    if (QVariant stored = parsed(field, text, words, order); !stored.isNull())
        return {std::move(stored)};
    return inOtherWords(field, text);
}

std::optional<std::pair<PartialDate, PartialDate>> periodFromText(const QString& text, DateOrder order)
{
    if (dateFromText(text, order))
        return std::nullopt;
    static const QRegularExpression form(
        QStringLiteral("^(?:from\\s+)?(.{4,20}?)\\s*(?:[–—-]|\\bto\\b|\\buntil\\b|\\btill\\b)\\s*(.{3,20})$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    const auto first = match.hasMatch() ? dateFromText(match.captured(1), order) : std::nullopt;
    const auto last = first ? dateFromText(match.captured(2), order) : std::nullopt;
    if (!first || (!last && !goesOn(match.captured(2))))
        return std::nullopt;
    return std::pair(*first, last.value_or(PartialDate()));
}

} // namespace dtp
