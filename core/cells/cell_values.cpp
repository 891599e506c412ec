// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/cell_values.h>
#include <sheets/list_cell.h>

#include <base/text.h>

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

namespace dtp
{

namespace
{
bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

QStringList pieces(const QString& text, const QRegularExpression& separator)
{
    QStringList all;
    for (const QString& piece : text.split(separator, Qt::SkipEmptyParts)) {
        if (const QString simple = piece.simplified(); !simple.isEmpty())
            all.append(simple);
    }
    return all;
}

const QRegularExpression& strongSeparator()
{
    static const QRegularExpression separator(QStringLiteral("[;|\\n•·▪●‣]"));
    return separator;
}

void sortKnown(const QString& piece, int level, const std::function<std::optional<QString>(const QString&)>& known,
               KnownWords& words)
{
    static const QRegularExpression comma(QStringLiteral("[,，、،]"));
    static const QRegularExpression weak(QStringLiteral("[/&+]|\\s+(?:and|et|dan|y)\\s+"));
    if (const auto code = known(piece)) {
        if (!words.codes.contains(*code))
            words.codes.append(*code);
        return;
    }
    const QRegularExpression& separator = level == 0 ? strongSeparator() : level == 1 ? comma : weak;
    const QStringList parts = level > 2 ? QStringList() : pieces(piece, separator);
    if (level > 2 || parts.isEmpty()) {
        if (!piece.isEmpty())
            words.unknown.append(piece);
        return;
    }
    if (level == 2 && parts.size() > 1) {
        // "land/water" is worth taking apart only when something in it is known.
        if (std::none_of(parts.begin(), parts.end(),
                         [&known](const QString& part) { return known(part).has_value(); })) {
            words.unknown.append(piece);
            return;
        }
    }
    for (const QString& part : parts)
        sortKnown(part, level + 1, known, words);
}
// The answers of a form to "choose several": words without separators, spaces within one written as "_". Only where
// each of them is known.
KnownWords choicesOf(const QString& text, const std::function<std::optional<QString>(const QString&)>& known)
{
    KnownWords words;
    if (!text.contains(QLatin1Char(' ')) || known(text))
        return words;
    for (const QString& choice : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto code = known(QString(choice).replace(QLatin1Char('_'), QLatin1Char(' ')));
        if (!code)
            return {};
        if (!words.codes.contains(*code))
            words.codes.append(*code);
    }
    return words.codes.size() > 1 ? words : KnownWords();
}
} // namespace

// Hard spaces as spaces, letters and accents as one sign, and no sign that nobody sees. Joiners stay within scripts
// that need them to be read rightly.
static QString withoutInvisible(const QString& text)
{
    const auto isInvisible = [](QChar c) {
        return c == QChar(0xFEFF) || c == QChar(0x200B) || c == QChar(0x2060) || c == QChar(0x00AD) ||
               c == QChar(0x200E) || c == QChar(0x200F) || c == QChar(0x180E);
    };
    const bool needsJoiners = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetter() && c.script() != QChar::Script_Latin && c.script() != QChar::Script_Common;
    });
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        const bool isJoiner = c == QChar(0x200C) || c == QChar(0x200D);
        if (isInvisible(c) || (isJoiner && !needsJoiners))
            continue;
        clean += c == QChar(0x00A0) || c == QChar(0x202F) || c == QChar(0x3000) ? QChar(u' ') : c;
    }
    return clean.normalized(QString::NormalizationForm_C);
}

QString cleanCell(const QString& raw)
{
    QString text = isPlain(raw) ? raw
                                : withoutControls(QString(raw)
                                                      .replace(QLatin1String("\r\n"), QLatin1String("\n"))
                                                      .replace(QLatin1Char('\r'), QLatin1Char('\n')));
    if (!isPlain(text))
        text = withoutInvisible(text);
    text = text.trimmed();
    // Exporters write ="0012" so that spreadsheet programs keep the zeros.
    if (text.size() >= 3 && text.startsWith(QLatin1String("=\"")) && text.endsWith(QLatin1Char('"')))
        text = text.mid(2, text.size() - 3).trimmed();
    return text;
}

std::optional<QString> encodedOnce(const QString& text)
{
    // The first byte of two to four, read as a letter, and something behind it.
    const auto isLead = [](QChar c) { return c.unicode() >= 0xC2 && c.unicode() <= 0xF4; };
    bool isSuspect = false;
    for (qsizetype i = 0; i + 1 < text.size() && !isSuspect; ++i)
        isSuspect = isLead(text.at(i)) && text.at(i + 1).unicode() >= 0x80;
    if (!isSuspect)
        return std::nullopt;
    static const QString upper = QString::fromUtf8("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ");
    QByteArray bytes;
    for (const QChar c : text) {
        const qsizetype place = c.unicode() < 0x100 ? -1 : upper.indexOf(c);
        if (c.unicode() >= 0x100 && place < 0)
            return std::nullopt;
        bytes.append(static_cast<char>(place < 0 ? c.unicode() : 0x80 + place));
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString once = decoder(bytes);
    if (decoder.hasError() || once.contains(QChar(0xFFFD)) || once.size() >= text.size())
        return std::nullopt;
    return once;
}

bool isRoundedNumber(const QString& text)
{
    if (text.size() > 24 || !text.contains(QLatin1Char('E'), Qt::CaseInsensitive) || !text.contains(QLatin1Char('+')))
        return false;
    static const QRegularExpression form(QStringLiteral("^\\s*\\d([.,]\\d+)?\\s*E\\s*\\+\\s*\\d{1,2}\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

bool meansNothing(const QString& text)
{
    static const QSet<QString> nothing{QStringLiteral("n/a"),
                                       QStringLiteral("na"),
                                       QStringLiteral("n.a."),
                                       QStringLiteral("n.a"),
                                       QStringLiteral("nil"),
                                       QStringLiteral("none"),
                                       QStringLiteral("null"),
                                       QStringLiteral("unknown"),
                                       QStringLiteral("not known"),
                                       QStringLiteral("tbc"),
                                       QStringLiteral("tba"),
                                       QStringLiteral("not available"),
                                       QStringLiteral("not applicable"),
                                       QStringLiteral("no email"),
                                       QStringLiteral("no e-mail"),
                                       QStringLiteral("no phone"),
                                       QStringLiteral("tidak ada"),
                                       QStringLiteral("0/0/00")};
    if (text.size() > 16)
        return false;
    // Nearly every short cell of a sheet comes by here, and hardly any begins as one of these does.
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
    if (first != text.end() && first->unicode() < 0x80 && first->isLetterOrNumber() &&
        !QLatin1String("nutNUT0").contains(*first))
        return false;
    const bool signsOnly = std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return signsOnly || nothing.contains(foldText(text));
}

bool isDoubted(const QString& text)
{
    static const QString signs = QStringLiteral("?？؟¿~≈*†‡…");
    static const QStringList brackets{QStringLiteral("()"), QStringLiteral("[]"), QStringLiteral("{}")};
    const QString said = text.trimmed();
    return std::any_of(said.begin(), said.end(), [](QChar letter) { return signs.contains(letter); }) ||
           said.contains(QLatin1String("..")) || // "yes (later)" says when, "(yes)" that somebody was not sure
           std::any_of(brackets.begin(), brackets.end(), [&said](const QString& pair) {
               return said.startsWith(pair.at(0)) && said.endsWith(pair.at(1));
           });
}

bool isSpreadsheetError(const QString& text)
{
    static const QSet<QString> errors{QStringLiteral("#N/A"),   QStringLiteral("#REF!"),   QStringLiteral("#VALUE!"),
                                      QStringLiteral("#NAME?"), QStringLiteral("#DIV/0!"), QStringLiteral("#NULL!"),
                                      QStringLiteral("#NUM!"),  QStringLiteral("Err:502"), QStringLiteral("#ERROR!")};
    return (text.startsWith(QLatin1Char('#')) || text.startsWith(QLatin1String("Err:"))) && errors.contains(text);
}

QStringList splitStrongly(const QString& text)
{
    return splitList(text);
}

KnownWords splitKnown(const QString& text, const std::function<std::optional<QString>(const QString&)>& known)
{
    KnownWords words;
    if (KnownWords codes = choicesOf(text, known); !codes.codes.isEmpty())
        return codes;
    sortKnown(text.simplified(), 0, known, words);
    // Line ends separate, but simplified() has made spaces of them: again with them when that helped nothing.
    if (!words.unknown.isEmpty() && text.contains(QLatin1Char('\n'))) {
        words = {};
        sortKnown(text, 0, known, words);
    }
    return words;
}

FoundEmails findEmails(const QString& text)
{
    FoundEmails found;
    if (!text.contains(QLatin1Char('@')) && !text.contains(QChar(0xFF20))) {
        found.rest = text;
        return found;
    }
    static const QRegularExpression spaced(QStringLiteral("\\s*[@\\x{FF20}]\\s*"));
    static const QRegularExpression address(
        QStringLiteral("(?:mailto:)?([^@\\s,;:<>()\\[\\]\"'|/\\\\]+(?:/[^@\\s,;<>]+)?@[^@\\s,;:<>()\\[\\]\"'|/"
                       "\\\\]+\\.[^@\\s,;:<>()\\[\\]\"'|/\\\\]*[^@\\s,;:<>()\\[\\]\"'|/\\\\.])\\.?"),
        QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.replace(spaced, QStringLiteral("@"));
    qsizetype from = 0;
    QString rest;
    QSet<QString> known;
    for (auto match = address.match(plain, from); match.hasMatch(); match = address.match(plain, from)) {
        rest += QStringView(plain).mid(from, match.capturedStart() - from);
        rest += QLatin1Char(' ');
        const QString one = match.captured(1);
        if (const qsizetype before = known.size(); known.insert(one.toLower()), known.size() > before)
            found.addresses.append(one);
        from = match.capturedEnd();
    }
    rest += QStringView(plain).mid(from);
    static const QRegularExpression separators(
        QStringLiteral("^[\\s,;/|<>()\\[\\]\"'.:\\-]+|[\\s,;/|<>()\\[\\]\"'.:\\-]+$"));
    found.rest = rest.simplified().remove(separators);
    if (foldText(found.rest) == QLatin1String("or") || foldText(found.rest) == QLatin1String("and"))
        found.rest.clear();
    return found;
}

FoundPhones findPhones(const QString& text)
{
    FoundPhones found;
    static const QRegularExpression separator(
        QStringLiteral("[;|\\n,]|\\s+or\\s+|\\s+and\\s+|\\s*/\\s*|\\s{3,}|(?<=\\d)\\s+(?=\\+\\d)|"
                       "(?<=[A-Za-z]\\))\\s*(?=[+(\\d])"));
    static const QRegularExpression number(QStringLiteral("^([^\\d+(]*)([+(]?[\\d(][\\d\\s().\\-–+x]*?(?:\\s*(?:ext(?:"
                                                          "n|ension)?|loc(?:al)?|x)\\.?:?\\s*\\d+)?)([^\\d]*)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    QStringList rest;
    for (const QString& piece : text.split(separator, Qt::SkipEmptyParts)) {
        const QString simple = piece.simplified();
        if (simple.isEmpty())
            continue;
        const auto match = number.match(simple);
        const QString typed = match.captured(2).trimmed();
        const auto digits = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
        if (!match.hasMatch() || digits < 2) {
            rest.append(simple);
            continue;
        }
        // "023 211 612 / 613": a short piece is the other end of the number before it.
        if (digits < 6 && !found.numbers.isEmpty()) {
            found.numbers.last().number += QLatin1String(" / ") + typed;
            continue;
        }
        if (digits < 6 || digits > 20) {
            rest.append(simple);
            continue;
        }
        static const QRegularExpression edges(QStringLiteral("^[\\s:.()\\-]+|[\\s:.()\\-]+$"));
        // "Home: 012 345 678 (evenings)" says two things beside the number.
        const QString before = match.captured(1).remove(edges).simplified();
        const QString behind = match.captured(3).remove(edges).simplified();
        found.numbers.append({typed, before.isEmpty()   ? behind
                                     : behind.isEmpty() ? before
                                                        : QString(before + QLatin1String(", ") + behind)});
    }
    found.rest = rest.join(QLatin1String("; "));
    return found;
}

std::pair<QString, QString> withQualifier(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(.+?)\\s*(?:\\(([^)]+)\\)|[:–]\\s*(.+)|\\s-\\s*(.+))\\s*$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {text, QString()};
    return {match.captured(1), QString(match.captured(2) + match.captured(3) + match.captured(4)).simplified()};
}

} // namespace dtp
