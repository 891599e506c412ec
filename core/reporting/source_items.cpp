// SPDX-License-Identifier: GPL-3.0-or-later
#include <reporting/source_items.h>

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace dtp
{

std::optional<SourceItem> listItem(const QString& text)
{
    static const QString primary = QStringLiteral("-*+•●–—·‣➢➤►✓✔");
    static const QString secondary = QStringLiteral("◦○▪■□❖§");
    SourceItem item;
    qsizetype at = 0;
    bool found = false;
    // Marks may come twice: "- o text" is what text recognition makes of a hollow mark.
    while (at < text.size()) {
        const QChar c = text.at(at);
        const bool hasSpace = at + 1 < text.size() && text.at(at + 1) == u' ';
        const bool isGlued = at + 1 < text.size() && QStringView(u"•●◦○▪■").contains(c) && text.at(at + 1) != c;
        const bool isSecondary = secondary.contains(c) || c == u'o';
        if (!(hasSpace && (primary.contains(c) || isSecondary)) && !isGlued)
            break;
        if (!found)
            item.mark = isSecondary ? SourceItem::Mark::Secondary : SourceItem::Mark::Primary;
        found = true;
        at += hasSpace ? 2 : 1;
    }
    if (found) {
        item.text = text.mid(at).trimmed();
        return item.text.isEmpty() ? std::nullopt : std::optional(item);
    }
    static const QRegularExpression number(
        QStringLiteral("^(?:\\((\\d{1,3}|[a-z]|[ivx]{2,5})\\)|(\\d{1,3})[.)]|([a-z]|[ivx]{2,5})\\)) +(\\S.*)$"));
    const auto match = number.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString mark = match.captured(1) + match.captured(2) + match.captured(3);
    static const QStringList roman{QStringLiteral("i"),   QStringLiteral("ii"),   QStringLiteral("iii"),
                                   QStringLiteral("iv"),  QStringLiteral("v"),    QStringLiteral("vi"),
                                   QStringLiteral("vii"), QStringLiteral("viii"), QStringLiteral("ix"),
                                   QStringLiteral("x")};
    item.mark = SourceItem::Mark::Number;
    item.text = match.captured(4);
    if (mark.at(0).isDigit())
        item.number = mark.toInt();
    else if (mark.size() > 1 || mark == QLatin1String("i"))
        item.number = static_cast<int>(roman.indexOf(mark)) + 1;
    else
        item.number = mark.at(0).unicode() - u'a' + 1;
    return item;
}

std::optional<SourceDate> dateIn(const QString& text)
{
    static const QString months =
        QStringLiteral("(january|february|march|april|may|june|july|august|september|october|november|december|"
                       "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?");
    static const QString dash = QStringLiteral(" ?(?:-|–|—|to|and|&) ?");
    static const QString day = QStringLiteral("(\\d{1,2})(?:st|nd|rd|th)?");
    static const auto options = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression dayFirst(
        QStringLiteral("\\b%2(?: %1)?(?:%3%2)? %1,? (\\d{4})\\b").arg(months, day, dash), options);
    static const QRegularExpression monthFirst(
        QStringLiteral("\\b%1 %2(?:%3(?:%1 )?%2)?,? (\\d{4})\\b").arg(months, day, dash), options);
    static const QRegularExpression iso(QStringLiteral("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"));
    const auto monthOf = [](const QString& name) {
        for (int month = 1; month <= 12; ++month)
            if (QLocale::c().monthName(month).left(3).compare(name.left(3), Qt::CaseInsensitive) == 0)
                return month;
        return 0;
    };
    SourceDate found;
    if (const auto m = dayFirst.match(text); m.hasMatch()) {
        const int year = m.captured(5).toInt();
        const int last = monthOf(m.captured(4));
        const int first = m.captured(2).isEmpty() ? last : monthOf(m.captured(2));
        found.first = QDate(year, first, m.captured(1).toInt());
        found.last = m.captured(3).isEmpty() ? found.first : QDate(year, last, m.captured(3).toInt());
        found.end = m.capturedEnd();
    } else if (const auto n = monthFirst.match(text); n.hasMatch()) {
        const int year = n.captured(5).toInt();
        const int first = monthOf(n.captured(1));
        const int last = n.captured(3).isEmpty() ? first : monthOf(n.captured(3));
        found.first = QDate(year, first, n.captured(2).toInt());
        found.last = n.captured(4).isEmpty() ? found.first : QDate(year, last, n.captured(4).toInt());
        found.end = n.capturedEnd();
    } else if (const auto i = iso.match(text); i.hasMatch()) {
        found.first = found.last = QDate(i.captured(1).toInt(), i.captured(2).toInt(), i.captured(3).toInt());
        found.end = i.capturedEnd();
    }
    if (!found.first.isValid() || !found.last.isValid() || found.last < found.first)
        return std::nullopt;
    return found;
}

} // namespace dtp
