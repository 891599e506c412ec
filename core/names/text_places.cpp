// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/text_places.h>

#include <QSet>

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

} // namespace dtp
