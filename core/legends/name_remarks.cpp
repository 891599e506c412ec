// SPDX-License-Identifier: GPL-3.0-or-later
#include <legends/name_remarks.h>

#include <base/text.h>
#include <cells/safety_words.h>
#include <legends/plain_refusals.h>
#include <legends/remark_wishes.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

bool hasLetters(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

bool isWish(const QString& text)
{
    if (isPlainRefusal(text))
        return true;
    if (!mayHoldWish(text))
        return false;
    const RemarkWish wish = wishOfRemark(text, {}, {});
    return !wish.refused.isEmpty() || !wish.doubted.isEmpty() || !wish.unclear.isEmpty() || !wish.ending.isEmpty() ||
           !wish.flag.isEmpty();
}

// A family or a given name may be a word of danger in some language: "Presa, Maria".
bool isRemark(const QString& text, bool mayBeName)
{
    const bool isOneWord = !text.contains(QLatin1Char(' '));
    return isWish(text) || (tellsDanger(text, true) && !(mayBeName && isOneWord && text.at(0).isUpper()));
}

// "(do not publish)", "[NO]"
void takeAsides(NameRemarks& found)
{
    static const QRegularExpression aside(QStringLiteral("[(\\[{（【]([^)\\]}）】]+)[)\\]}）】]"));
    qsizetype from = 0;
    for (auto match = aside.match(found.name); match.hasMatch(); match = aside.match(found.name, from)) {
        const QString inside = match.captured(1).simplified();
        from = match.capturedEnd();
        const bool isNo = inside.compare(L1("no"), Qt::CaseInsensitive) == 0;
        if (inside.isEmpty() || !(isNo || isRemark(inside, false)))
            continue;
        found.remarks.append(inside);
        found.name.replace(match.capturedStart(), match.capturedLength(), QLatin1Char(' '));
        from = match.capturedStart();
    }
}

// "Olga Cruz - do not name", "CONFIDENTIAL - Olga Cruz", "Ana Pinto, refused"
bool takePart(NameRemarks& found)
{
    static const QRegularExpression between(QStringLiteral("\\s+[-–—]+\\s+|\\s*[–—:;,/|\\n*]+\\s*"));
    auto matches = between.globalMatch(found.name);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString before = found.name.left(match.capturedStart()).trimmed();
        const QString behind = found.name.mid(match.capturedEnd()).trimmed();
        const bool isComma = match.captured().contains(QLatin1Char(','));
        if (!behind.isEmpty() && hasLetters(before) && isRemark(behind, true)) {
            found.remarks.append(behind);
            found.name = before;
            return true;
        }
        if (!before.isEmpty() && !isComma && hasLetters(behind) && isRemark(before, true)) {
            found.remarks.append(before);
            found.name = behind;
            return true;
        }
    }
    return false;
}

// "Ana Pinto DO NOT PUBLISH"
void takeTail(NameRemarks& found)
{
    static const QRegularExpression tail(
        QStringLiteral(
            "\\s((?:please |pls )?(?:do not|don['’]?t|not (?:to|for)|never|no (?:photo|pic|name|publi|press|"
            "consent)|must not|should not|may not|keep|hide|refused|withdrew|withdrawn|anonymous|"
            "confidential).*)$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = tail.match(found.name);
    if (!match.hasMatch() || !isWish(match.captured(1).simplified()))
        return;
    found.remarks.append(match.captured(1).simplified());
    found.name.truncate(match.capturedStart());
}
} // namespace

NameRemarks remarksBesideName(const QString& cell)
{
    constexpr qsizetype longest = 300;
    NameRemarks found{cell, {}};
    if (cell.size() > longest)
        return found;
    takeAsides(found);
    while (takePart(found)) {
    }
    takeTail(found);
    if (found.remarks.isEmpty() || !hasLetters(found.name))
        return {cell, {}};
    found.name = found.name.simplified();
    return found;
}

} // namespace dtp
