// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/withheld_lists.h>

#include <names/name_scanner.h>
#include <names/name_tokens.h>

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
// ", ", " and Ms ", "'s & ": nothing else than a list goes on.
bool isBetweenItems(const QString& between)
{
    static const QSet<QString> words = [] { // also of languages of the region
        const QStringList all = QStringLiteral("and or plus s dan serta y e et").split(u' ');
        return QSet<QString>(all.begin(), all.end()) += QCoreApplication::translate("Disclosure", "and");
    }();
    const std::vector<NameToken> tokens = nameTokensOf(between, true);
    const bool hasOtherWord = std::any_of(tokens.begin(), tokens.end(), [&](const NameToken& token) {
        return !token.isTitle && !words.contains(between.mid(token.from, token.size()));
    });
    if (hasOtherWord)
        return false;
    for (qsizetype i = 0; i < between.size(); ++i) {
        const QChar c = between.at(i);
        const auto isBehind = [i](const NameToken& token) { return token.isTitle && token.to == i; };
        const bool isOfTitle = c == u'.' && std::any_of(tokens.begin(), tokens.end(), isBehind);
        if (!isOfTitle && !c.isSpace() && !c.isLetter() &&
            !QStringView(u",;&/+|*_'\u2019\u00B7\u2013\u2014-").contains(c))
            return false;
    }
    return true;
}
} // namespace

std::vector<std::pair<qsizetype, qsizetype>> listsOfWithheld(const QString& text)
{
    static const QStringList placeholders{NameScanner::placeholder(), NameScanner::placeholderOfSeveral()};
    std::vector<std::pair<qsizetype, qsizetype>> lists;
    if (!text.contains(placeholders.front()) && !text.contains(placeholders.back()))
        return lists;
    std::vector<bool> isSeveral;
    for (qsizetype from = 0; from < text.size(); ++from) {
        const auto here = std::find_if(placeholders.begin(), placeholders.end(), [&](const QString& one) {
            return QStringView(text).mid(from).startsWith(one);
        });
        if (here == placeholders.end())
            continue;
        const qsizetype to = from + here->size();
        if (!lists.empty() && isBetweenItems(text.mid(lists.back().second, from - lists.back().second))) {
            lists.back().second = to;
            isSeveral.back() = true;
        } else {
            lists.emplace_back(from, to);
            isSeveral.push_back(false);
        }
        from = to - 1;
    }
    std::vector<std::pair<qsizetype, qsizetype>> several;
    for (size_t i = 0; i < lists.size(); ++i) {
        if (isSeveral[i])
            several.push_back(lists[i]);
    }
    return several;
}

QString withoutListsOfWithheld(QString text)
{
    const auto lists = listsOfWithheld(text);
    for (auto list = lists.rbegin(); list != lists.rend(); ++list)
        text.replace(list->first, list->second - list->first, NameScanner::placeholderOfSeveral());
    return text;
}

} // namespace dtp
