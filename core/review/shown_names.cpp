// SPDX-License-Identifier: GPL-3.0-or-later
#include <review/shown_names.h>

#include <names/name_tokens.h>
#include <words/common_words.h>

#include <QCryptographicHash>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype mostTokens = 10; // five words, with what apostrophes and hyphens take apart

QString shown()
{
    return QStringLiteral("shown"); // in the place of the text, which is any
}

QString keyOf(const QStringList& words)
{
    constexpr int letters = 32;
    const QByteArray whole = words.join(QLatin1Char(' ')).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(letters));
}

QString wordAt(const QString& text, const NameToken& token)
{
    return text.mid(token.from, token.size());
}

bool isOfLanguage(const QString& text, const NameToken& token)
{
    const QString folded = foldedWord(text, token);
    return text.at(token.from).isDigit() ||
           (text.at(token.from).isLower() && (isFunctionWord(folded) || isEverydayWord(folded) ||
                                              commonWords().contains(folded) || isFormedLikeAWord(folded)));
}
} // namespace

Result<> keepShownNames(Store& store, const QStringList& names)
{
    std::vector<NameDecision> kept;
    for (const QString& name : names) {
        QStringList words;
        bool isName = false;
        for (const NameToken& token : nameTokensOf(name, true)) {
            words.append(wordAt(name, token));
            isName = isName || !isOfLanguage(name, token);
        }
        if (isName && words.size() <= mostTokens)
            kept.push_back({shown(), keyOf(words), NameDecision::What::Withhold, {}});
    }
    return kept.empty() ? Result<>() : keepNameDecisions(store, kept);
}

ShownNames::ShownNames(const QHash<QString, NameDecision>& decisions)
{
    for (const NameDecision& one : decisions) {
        if (one.textKey == shown())
            m_keys.insert(one.nameKey);
    }
}

std::vector<std::pair<qsizetype, qsizetype>> ShownNames::in(const QString& text) const
{
    std::vector<std::pair<qsizetype, qsizetype>> found;
    if (m_keys.isEmpty())
        return found;
    const std::vector<NameToken> tokens = nameTokensOf(text, true);
    for (size_t first = 0; first < tokens.size(); ++first) {
        QStringList words;
        std::optional<size_t> longest;
        for (size_t last = first; last < tokens.size() && words.size() < mostTokens; ++last) {
            words.append(wordAt(text, tokens[last]));
            if (m_keys.contains(keyOf(words)))
                longest = last;
        }
        if (!longest)
            continue;
        found.emplace_back(tokens[first].from, tokens[*longest].to);
        first = *longest;
    }
    return found;
}

} // namespace dtp
