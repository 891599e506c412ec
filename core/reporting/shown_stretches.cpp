// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/shown_stretches.h>

#include <QRegularExpression>

namespace dtp
{

QStringList shownStretches(const SourceBlock& block)
{
    constexpr qsizetype mostWords = 5;
    QStringList found;
    const auto add = [&found](const QString& words) {
        if (!words.isEmpty() && !words.contains(u':') && words.count(u' ') < mostWords && !found.contains(words))
            found.append(words);
    };
    static const QRegularExpression underlined(
        QStringLiteral("%1([^%1%2]+)%2(?![*_ ]*:)").arg(underlineOn).arg(underlineOff));
    for (auto matches = underlined.globalMatch(block.text); matches.hasNext();)
        add(RichText::fromMarkdown(matches.next().captured(1)).plainText().simplified());
    for (const Run& run : paragraphOf(block).runs) {
        if (!run.link.isEmpty() && run.link != run.text && !run.text.contains(QLatin1String("://")))
            add(run.text.simplified());
    }
    return found;
}

} // namespace dtp
