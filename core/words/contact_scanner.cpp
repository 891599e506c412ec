// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/contact_scanner.h>

#include <words/text_reading.h>

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <algorithm>

namespace dtp
{

namespace
{
// Of the same length, so that places stay: digits of all scripts, full-width signs and odd hyphens and spaces as
// ASCII.
QString plain(QString text)
{
    for (QChar& c : text) {
        const char16_t u = c.unicode();
        if (const int digit = c.digitValue(); digit >= 0 && u > 0x7F && c.isDigit())
            c = QLatin1Char(static_cast<char>('0' + digit));
        else if (u > 0xFF00 && u < 0xFF5F)
            c = QChar(u - 0xFEE0);
        else if (u >= 0x2010 && u <= 0x2015)
            c = QLatin1Char('-');
        else if (u > 0x7F && c.isSpace())
            c = QLatin1Char(' ');
    }
    return text;
}

const std::vector<QRegularExpression>& linksAndAddresses()
{
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> made;
        for (
            const char* pattern :
            {// dara@example.org, dara@example [dot] org, dara@example. org
             R"([\w.%+'-]*\w@\w[\w-]*(?:\.[\w-]+|\s?\.\s?(?:com|org|net|edu|gov|info|int|asia|ngo)\b|\s?(?:\(\s?dot\s?\)|\[\s?dot\s?\]|\{\s?dot\s?\})\s?[\w-]+|\s+dot\s+[\w-]+)*)",
             // dara @ example.org, dara%40example.org
             R"([\w.%+'-]*\w(?:\s@\s|%40)\w[\w-]*(?:(?:\.|\s+dot\s+)[\w-]+)+)",
             // dara (at) example.org, dara [dot] sok [at] example [dot] org
             R"((?:\w[\w-]*\s?(?:\(\s?dot\s?\)|\[\s?dot\s?\]|\{\s?dot\s?\})\s?)*[\w.%+'-]*\w\s?(?:\(\s?at\s?\)|\[\s?at\s?\]|\{\s?at\s?\}|<\s?at\s?>)\s?\w[\w-]*(?:\.[\w-]+|\s?(?:\(\s?dot\s?\)|\[\s?dot\s?\]|\{\s?dot\s?\}|<\s?dot\s?>)\s?[\w-]+|\s+dot\s+[\w-]+)*)",
             // dara at example dot org, dara dot sok at example dot co dot uk; no "look at polka dot skirts"
             R"((?:\w[\w-]*\s+dot\s+)*[\w.%+'-]*\w\s+at\s+\w[\w-]*(?:(?:\.|\s+dot\s+)[\w-]+)*\s+dot\s+(?:com|org|net|edu|gov|info|int|io|asia|ngo|(?!(?:in|to|is|it|at|as|my|us|me|no|so|be|by|do|am)\b)[a-z]{2})\b(?:\s+dot\s+[a-z]{2}\b)?)",
             // https://…, www.…, signal.me/…
             R"(\b[a-z][a-z0-9+.-]{1,20}://[^\s<>"“”«»]+)", R"(\b(?:mailto|tel|sms|sip|skype|callto):[^\s<>"“”]+)",
             R"(\bwww\.[^\s<>"“”«»]+)",
             R"(\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|io|me|int|edu|gov|asia|ngo|online|site|app|dev|link|page|blog|social|news|tv)\b(?:/[^\s<>"“”«»]*)?)",
             R"(\b(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>"“”«»]+)",
             R"(\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|co|net|ac|edu|go|gov|or|ne|in)\.[a-z]{2}\b(?:/[^\s<>"“”]*)?)",
             // @dara, @maría-josé, also behind a script without spaces, though not the end of an address
             R"((?<![a-z0-9_.@/])@\w[\w.'‘’‐‑–-]*\w)"}) {
            made.emplace_back(QString::fromUtf8(pattern), QRegularExpression::CaseInsensitiveOption |
                                                              QRegularExpression::UseUnicodePropertiesOption);
        }
        return made;
    }();
    return all;
}

int digitsIn(QStringView text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }));
}

bool isDate(const QString& number)
{
    static const QRegularExpression forms(
        QStringLiteral("^(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})(?:[ T-].*)?$"));
    return forms.match(number).hasMatch();
}

// "2019 2020 2021", "2019-2021": years.
bool areYears(const QStringList& groups)
{
    return std::all_of(groups.begin(), groups.end(), [](const QString& group) {
        return group.size() == 4 && (group.startsWith(QLatin1String("19")) || group.startsWith(QLatin1String("20")));
    });
}

// Whether a run of digits and signs between them is written as telephone numbers are, and not as dates, years and
// quantities: with a plus or a leading zero, in one long piece, or in groups that are not thousands.
bool isPhone(const QString& number)
{
    static const QRegularExpression apart(QStringLiteral("[^0-9]+"));
    const QStringList groups = number.split(apart, Qt::SkipEmptyParts);
    const int digits = digitsIn(number);
    if (digits > 17 || isDate(number) || areYears(groups))
        return false;
    if (number.startsWith(QLatin1Char('+')) || groups.value(0).startsWith(QLatin1String("00")))
        return digits >= 7;
    if (groups.value(0).startsWith(QLatin1Char('0')))
        return digits >= 8;
    if (number.contains(QLatin1Char('/')))
        return false;
    if (groups.size() == 1)
        return digits >= 9;
    const bool areThousands =
        !number.contains(QLatin1Char('-')) && !number.contains(QLatin1Char('(')) &&
        std::all_of(groups.begin() + 1, groups.end(), [](const QString& group) { return group.size() == 3; });
    return digits >= 8 && groups.size() >= 3 && !areThousands;
}

void addPhones(const QString& text, std::vector<FoundContact>& found)
{
    constexpr int fewestWithCommas = 8;
    static const QRegularExpression number(
        QStringLiteral("(?<![0-9.,\\p{L}])\\+?\\(?\\+?[0-9](?:[ ()./-]{0,3}[0-9]){5,}"));
    // With commas only where no quantity begins so.
    static const QRegularExpression withCommas(
        QStringLiteral("(?<![0-9.,\\p{L}])(?<![0-9] )(?:\\+[0-9]{1,3}|0[0-9]{2,3})(?:[ ,]{1,3}[0-9]{2,4}){2,}"));
    static const QRegularExpression named(
        QStringLiteral(
            "\\b(?:tel|telephone|phone|mobile|mob|cell|whatsapp|signal|viber|telegram|hotline|fax|call|sms)\\b"
            "[^\\w\\n+]{0,3}(?:no|nr|number)?[^\\w\\n+]{0,3}(\\+?[0-9](?:[ ()./-]{0,2}[0-9]){4,})"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto all = number.globalMatch(text); all.hasNext();) {
        const auto one = all.next();
        if (isPhone(one.captured().remove(QLatin1Char('('))))
            found.push_back({one.capturedStart(), one.capturedLength()});
    }
    for (auto all = withCommas.globalMatch(text); all.hasNext();) {
        const auto one = all.next();
        if (digitsIn(one.capturedView()) >= fewestWithCommas)
            found.push_back({one.capturedStart(), one.capturedLength()});
    }
    for (auto all = named.globalMatch(text); all.hasNext();) {
        const auto one = all.next();
        if (!isDate(one.captured(1)))
            found.push_back({one.capturedStart(1), one.capturedLength(1)});
    }
}

void addContacts(const QString& text, std::vector<FoundContact>& found)
{
    const bool mayHold = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isDigit() || c.unicode() > 0xFF00 || c == QLatin1Char('@') || c == QLatin1Char('.') ||
               c == QLatin1Char(':') || c == QLatin1Char('(') || c == QLatin1Char('[') || c == QLatin1Char('{') ||
               c == QLatin1Char('<');
    });
    if (!mayHold && !text.contains(QLatin1String(" dot "), Qt::CaseInsensitive))
        return;
    const QString signs = plain(text);
    for (const QRegularExpression& form : linksAndAddresses()) {
        for (auto all = form.globalMatch(signs); all.hasNext();) {
            const auto one = all.next();
            // The full stop of the sentence and the bracket round a link are not of it.
            qsizetype length = one.capturedLength();
            while (length > 1 && QStringView(u".,;:!?)]}'*_").contains(signs.at(one.capturedStart() + length - 1)))
                --length;
            found.push_back({one.capturedStart(), length});
        }
    }
    addPhones(signs, found);
}
} // namespace

std::vector<FoundContact> contactsIn(const QString& text)
{
    std::vector<FoundContact> found;
    addContacts(text, found);
    if (const TextReading reading(text); reading.differs()) {
        std::vector<FoundContact> read;
        addContacts(reading.text(), read);
        for (const FoundContact& one : read) {
            const auto [from, length] = reading.inSource(one.from, one.length);
            found.push_back({from, length});
        }
    }
    std::sort(found.begin(), found.end(), [](const FoundContact& a, const FoundContact& b) {
        return std::make_pair(a.from, -a.length) < std::make_pair(b.from, -b.length);
    });
    std::vector<FoundContact> merged;
    for (const FoundContact& one : found) {
        if (merged.empty() || one.from >= merged.back().from + merged.back().length)
            merged.push_back(one);
        else
            merged.back().length = std::max(merged.back().length, one.from + one.length - merged.back().from);
    }
    return merged;
}

QString contactPlaceholder()
{
    return QCoreApplication::translate("Disclosure", "[contact withheld]");
}

QString withoutContacts(const QString& text)
{
    QString clean;
    qsizetype at = 0;
    for (const FoundContact& one : contactsIn(text)) {
        clean += QStringView(text).mid(at, one.from - at);
        clean += contactPlaceholder();
        at = one.from + one.length;
    }
    clean += QStringView(text).mid(at);
    return clean;
}

bool isOneLink(const QString& text)
{
    static const QRegularExpression link(QStringLiteral("^(?:https?://|www\\.)[^\\s@]+$"),
                                         QRegularExpression::CaseInsensitiveOption);
    return link.match(text.trimmed()).hasMatch();
}

} // namespace dtp
