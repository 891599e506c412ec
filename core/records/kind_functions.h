// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of which the rows of kinds.cpp are made.
#pragma once

#include <records/kinds.h>

namespace dtp::kinds
{

// kind_parse.cpp
Result<QVariant> parseLine(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseProse(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseInteger(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseDecimal(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseFlag(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parsePartialDate(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseDate(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseDateTime(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseCountry(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseCode(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parsePhone(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseEmail(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseUrl(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseReference(const Field& field, const QString& text, const Reading& reading);
Result<QVariant> parseBlob(const Field& field, const QString& text, const Reading& reading);

// kind_problems.cpp
QString noProblem(const QVariant& stored);
QString problemOfInteger(const QVariant& stored);
QString problemOfDecimal(const QVariant& stored);
QString problemOfPartialDate(const QVariant& stored);
QString problemOfDate(const QVariant& stored);
QString problemOfDateTime(const QVariant& stored);
QString problemOfCountry(const QVariant& stored);
QString problemOfEmail(const QVariant& stored);
bool isEmptyText(const QVariant& stored);
bool isNull(const QVariant& stored);
bool isNoKey(const QVariant& stored);
bool isEmptyBlob(const QVariant& stored);

// kind_words.cpp: show, and exchange where it differs
QString showText(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showDecimal(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showFlag(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showPartialDate(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showDate(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showDateTime(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showCountry(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showCode(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showReference(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString showBlob(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString exchangeText(const Field& field, const QVariant& stored, const Words& words);
QString exchangeDecimal(const Field& field, const QVariant& stored, const Words& words);
QString exchangeFlag(const Field& field, const QVariant& stored, const Words& words);
QString exchangeCountry(const Field& field, const QVariant& stored, const Words& words);
QString exchangeCode(const Field& field, const QVariant& stored, const Words& words);
QString exchangeReference(const Field& field, const QVariant& stored, const Words& words);
QString exchangeBlob(const Field& field, const QVariant& stored, const Words& words);
QString briefAsShown(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString briefWithLabel(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString briefFlag(const Field& field, const QVariant& stored, const Words& words, const QLocale& locale);
QString foldedExchange(const Field& field, const QVariant& stored, const Words& words);
QString foldedFlag(const Field& field, const QVariant& stored, const Words& words);

// kind_order.cpp
QByteArray orderText(const Field& field, const QByteArray& column, bool descending);
QByteArray orderStored(const Field& field, const QByteArray& column, bool descending);
QByteArray orderNumber(const Field& field, const QByteArray& column, bool descending);
QByteArray orderTime(const Field& field, const QByteArray& column, bool descending);
QByteArray orderPartialDate(const Field& field, const QByteArray& column, bool descending);
QByteArray orderCountry(const Field& field, const QByteArray& column, bool descending);
QByteArray orderCode(const Field& field, const QByteArray& column, bool descending);
QByteArray orderReference(const Field& field, const QByteArray& column, bool descending);

} // namespace dtp::kinds
