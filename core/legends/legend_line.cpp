// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/legend_line.h>

#include <base/text.h>
#include <legends/mark_meaning.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
// What changes nothing about what a line explains: its label, "N.B.", the brackets of a mark, "didn't". A footnote is
// one with a colon: "(1) does not agree", "Note 1: …". "1. Do not share this list" is none.
QString tidied(QString text)
{
    static const QRegularExpression cannot(QStringLiteral("\\bcan['’]t\\b"));
    static const QRegularExpression contracted(QStringLiteral("n['’]t\\b"));
    static const QRegularExpression quotes(QStringLiteral("[\"“”„«»`]|(?<!\\p{L})['‘’]|['‘’](?!\\p{L})"));
    static const QRegularExpression numberedNote(QStringLiteral("^(?:foot)?note\\s+(\\d{1,2})\\s*[:.)–-]\\s*"));
    static const QRegularExpression label(QStringLiteral(
        "^(n\\.?\\s?b\\.?(?=[\\s:–—-])|[\\p{L}\\p{M} ]{2,18}?(?=\\s*[:–—：-]|\\.\\s))[\\s.:：–—-]+(?=.)"));
    static const QRegularExpression footnote(
        QStringLiteral("(^|[.;,|\\n])\\s*[(\\[{<]\\s*(\\d{1,2}|[*†‡§#])\\s*[)\\]}>]\\s*(?=\\p{L})"));
    static const QRegularExpression numbered(QStringLiteral(
        "^(\\d{1,2})\\s*[).]\\s+(?=(?:does|did|has|have|had|is|are|wants|wishes|prefers|asked|refuse[sd]|decline[sd]|"
        "object(?:s|ed)|opted|withdr[ae]wn?|disagree[sd]?|menolak|recusa|rechaza)\\b)"));
    static const QRegularExpression bracketed(QStringLiteral("[(\\[{<]\\s*(\\S{1,3}?)\\s*[)\\]}>]")); // "(x) = no"
    static const QRegularExpression dotted(QStringLiteral("^([^\\s.]{1,2})\\s*\\.{2,}\\s*|^(x)\\)\\s+"));
    text.replace(cannot, QStringLiteral("cannot")).replace(contracted, QStringLiteral(" not")).remove(quotes);
    text = text.trimmed().replace(numberedNote, QStringLiteral("(\\1) "));
    if (const auto match = label.match(text); match.hasMatch() && isLabel(match.captured(1)))
        text.remove(0, match.capturedLength());
    return text.replace(dotted, QStringLiteral("\\1\\2 : "))
        .replace(footnote, QStringLiteral("\\1 \\2 : "))
        .replace(numbered, QStringLiteral("\\1 : "))
        .replace(bracketed, QStringLiteral(" \\1 "));
}
} // namespace

QString legendLine(const QString& text)
{
    static const QRegularExpression raised(QStringLiteral("([⁰¹²³⁴-⁹]+)"));
    static const QRegularExpression words(QString::fromUtf8(
        "\\s+(?:means?(?: that)?|meaning|stands? for|indicates?|denotes?|signifie(?: que)?|significa(?: que)?|"
        "quer dizer|quiere decir|berarti|artinya|maksudnya|bedeutet|heisst|nangangahulugang|co nghia la|nghia la)\\s+|"
        "\\s*(?:หมายถึง|หมายความว่า|แปลว่า|表示|代表|意为|意為|意味|[(\\[]?\\s*=+>?|→|⇒|≙|មានន័យថា|ໝາຍເຖິງ)\\s*"));
    return tidied(foldText(QString(text).replace(raised, QStringLiteral("(\\1)"))))
        .replace(words, QStringLiteral(" = "))
        .simplified();
}

} // namespace dtp
