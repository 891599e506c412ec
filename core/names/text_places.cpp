// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/text_places.h>

#include <base/text.h>

#include <QSet>
#include <QStringList>

namespace dtp
{

bool beginsSentence(const QString& text, qsizetype at)
{
    qsizetype i = at - 1;
    while (i >= 0 && (text.at(i).isSpace() || QStringView(u"\"'“‘«([*_").contains(text.at(i)))) {
        if (text.at(i) == u'\n')
            return true;
        --i;
    }
    return i < 0 || QStringView(u".!?:;•–—…|/").contains(text.at(i));
}
bool isListSign(QStringView between)
{
    static const QSet<QString> signs{QStringLiteral(","), QStringLiteral(";"),     QStringLiteral("/"),
                                     QStringLiteral("&"), QStringLiteral("and"),   QStringLiteral("or"),
                                     QStringLiteral("|"), QStringLiteral(", and"), QStringLiteral("with")};
    return signs.contains(between.trimmed().toString());
}

std::vector<std::pair<qsizetype, qsizetype>> addressesIn(const QString& text)
{
    std::vector<std::pair<qsizetype, qsizetype>> found;
    const auto isSpace = [&](qsizetype i) { return text.at(i).isSpace(); };
    for (qsizetype from = 0, to = 0; from < text.size(); from = to + 1) {
        to = from;
        bool isAddress = false;
        for (; to < text.size() && !isSpace(to); ++to) {
            const bool isInside = to > from && to + 1 < text.size() && text.at(to + 1).isLetterOrNumber();
            isAddress = isAddress || QStringView(u"@#_\\").contains(text.at(to)) ||
                        (isInside && text.at(to) == u'.' && text.at(to - 1).isLetterOrNumber()) ||
                        (isInside && text.at(to) == u'/' && text.at(to - 1) == u'/');
        }
        if (isAddress)
            found.emplace_back(from, to);
    }
    return found;
}

// "the hope", "our Hope"
bool isBehindArticle(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    static const QSet<QString> words{QStringLiteral("the"),   QStringLiteral("a"),     QStringLiteral("an"),
                                     QStringLiteral("our"),   QStringLiteral("its"),   QStringLiteral("this"),
                                     QStringLiteral("that"),  QStringLiteral("these"), QStringLiteral("those"),
                                     QStringLiteral("every"), QStringLiteral("each"),  QStringLiteral("no")};
    return at > 0 && tokens[at].joinsPrevious && words.contains(foldedWord(text, tokens[at - 1]));
}

// "in May", "early May", "12 May", "May 2026"
bool isOfDate(const QString& text, const std::vector<NameToken>& tokens, size_t at)
{
    static const QSet<QString> before = [] {
        const QStringList all =
            QStringLiteral("and by during early every for from in last late mid next of on or since "
                           "this through till to until")
                .split(u' ');
        return QSet<QString>(all.begin(), all.end());
    }();
    const auto isNumber = [&](size_t i) { return text.at(tokens[i].from).isDigit(); };
    return (at > 0 && (isNumber(at - 1) || before.contains(foldedWord(text, tokens[at - 1])))) ||
           (at + 1 < tokens.size() && tokens[at + 1].joinsPrevious && isNumber(at + 1));
}
} // namespace dtp
