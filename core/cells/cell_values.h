// SPDX-License-Identifier: GPL-3.0-or-later
// What people put into one cell: lists, several addresses, several numbers, words for "nothing".
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <utility>

namespace dtp
{

// The cell without what no cell should hold: control characters, direction overrides, hard spaces, ="…" around it.
QString cleanCell(const QString& raw);
// "JosÃ©" as "José": UTF-8 that was taken for Windows-1252 and encoded again. nullopt where that is not so.
std::optional<QString> encodedOnce(const QString& text);
// "8.80171E+12": a long number that a spreadsheet rounded.
bool isRoundedNumber(const QString& text);
// "-", "n/a", "none", "nil", "unknown", "tbc" …
bool meansNothing(const QString& text);
// "#N/A", "#REF!" and the like, that a formula left behind.
bool isSpreadsheetError(const QString& text);

// At ; | line ends and bullets. Never at what may be part of a name.
QStringList splitStrongly(const QString& text);
// Whether signs say that whoever wrote it was not sure, or that there is more to it: "yes?", "~normal", "yes*".
bool isDoubted(const QString& text);
// A list of words that are known to `known` (it gives a code): split at ; | line ends, then , then / & "and", as far
// as needed. unknown: what was left over.
struct KnownWords {
    QStringList codes;
    QStringList unknown;
};
KnownWords splitKnown(const QString& text, const std::function<std::optional<QString>(const QString&)>& known);

// The e-mail addresses in a text, and what else is in it.
struct FoundEmails {
    QStringList addresses;
    QString rest;
};
FoundEmails findEmails(const QString& text);

// The phone numbers in a text as typed, each with the words before it ("Office", "WhatsApp"), and what else is in it.
struct FoundPhone {
    QString number;
    QString label;
};
struct FoundPhones {
    QList<FoundPhone> numbers;
    QString rest;
};
FoundPhones findPhones(const QString& text);

// "English (fluent)", "English: fluent", "English - fluent": the word and what stands beside it.
std::pair<QString, QString> withQualifier(const QString& text);

} // namespace dtp
