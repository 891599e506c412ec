// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/phone_warnings.h>

#include <cells/word_sets.h>

#include <base/text.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// "Signal only", "only contact via Signal"
bool namesSaferWayOnly(const QStringList& words)
{
    static const WordSet ways = wordSet("signal wire threema session briar");
    static const WordSet beside = wordSet("only use contact contacted reach call message by via on over through "
                                          "please to be her him them app number phone is");
    return words.contains(L1("only")) && hasAny(words, ways) &&
           std::all_of(words.begin(), words.end(),
                       [](const QString& word) { return ways.contains(word) || beside.contains(word); });
}

// "Phone taken by police", "number compromised"; "took the phone interview" is something else.
bool isInOtherHands(const QStringList& words, bool besideNumber)
{
    static const WordSet phones = wordSet("phone phones telephone mobile cell cellphone handset smartphone number "
                                          "numbers sim line whatsapp signal hp telepon telefone telefono");
    static const WordSet sure = wordSet("seized confiscated compromised hacked tapped bugged monitored surveilled "
                                        "intercepted cloned infected stolen unsafe insecure disita disadap");
    static const WordSet taking = wordSet("taken took take has have holds with hands");
    static const WordSet takers = wordSet("police army soldiers military authorities junta officers intelligence "
                                          "security soldier officer polisi guards state");
    static const WordSet negations = wordSet("not never no without");
    static const WordSet others = wordSet("interview interviews call calls photo photos unit conference");
    if (hasAny(words, negations) || hasAny(words, others) || !(besideNumber || hasAny(words, phones)))
        return false;
    const bool isTaken =
        (hasAny(words, taking) && hasAny(words, takers)) || words.join(QLatin1Char(' ')).contains(L1("taken away"));
    return hasAny(words, sure) || isTaken;
}
} // namespace

PhoneWarning phoneWarningIn(const QString& text, bool besideNumber)
{
    constexpr qsizetype mostWords = 10;
    static const QRegularExpression may(
        QStringLiteral("only|not|n['’]t|never|dont|no calls|seiz|confisc|compromis|hacked|tapped|bugged|monitor|"
                       "surveil|intercept|clon|infected|stolen|unsafe|insecure|taken?|took|hold|hands|with|ha[sv]e?|"
                       "disita|disadap"),
        QRegularExpression::CaseInsensitiveOption);
    if (!may.match(text).hasMatch())
        return PhoneWarning::None;
    static const QRegularExpression contracted(QStringLiteral("\\bdo(?:n['’]t|nt)\\b"));
    // "…, only after six" narrows the call and does not forbid it.
    static const QRegularExpression noCalls(QStringLiteral(
        "^(?:please )?(?:do not|never|not to be) (?:call|called|phone|phoned|ring|use)(?: (?:her|him|them|this|the|it|"
        "number|phone|by|any|more|again|please|back|mobile|line|ever))*$|^(?:please )?no (?:phone )?calls(?: "
        "please)?$"));
    QStringList words = wordsOf(foldText(text).replace(contracted, QStringLiteral("do not")));
    words.removeIf([](const QString& word) { return word.at(0).isDigit(); });
    if (words.isEmpty() || words.size() > mostWords)
        return PhoneWarning::None;
    const QString said = words.join(QLatin1Char(' '));
    const bool isOfUse =
        said.contains(L1(" use")) && !besideNumber && !said.contains(L1("phone")) && !said.contains(L1("number"));
    if (isInOtherHands(words, besideNumber) || (noCalls.match(said).hasMatch() && !isOfUse))
        return PhoneWarning::DoNotUse;
    return namesSaferWayOnly(words) ? PhoneWarning::SaferWayOnly : PhoneWarning::None;
}

} // namespace dtp
