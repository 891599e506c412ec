// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/small_runs.h>

#include <words/common_words.h>

namespace dtp
{

namespace
{
bool isCapital(const QString& text, const NameToken& token)
{
    return token.isNameLike && (text.at(token.from).isUpper() || text.at(token.from).isTitleCase());
}

bool mayBeOfName(const QString& folded)
{
    return folded.size() > 1 && !isFunctionWord(folded);
}
} // namespace

void SmallRuns::learnCapitals(const QString& text, const std::vector<NameToken>& tokens)
{
    for (size_t i = 1; i < tokens.size(); ++i) {
        if (!tokens[i].joinsPrevious || tokens[i - 1].isTitle || !isCapital(text, tokens[i]) ||
            !isCapital(text, tokens[i - 1]))
            continue;
        const QString first = foldedWord(text, tokens[i - 1]);
        const QString second = foldedWord(text, tokens[i]);
        if (mayBeOfName(first) && mayBeOfName(second))
            m_capitals.insert({first, second});
    }
    m_isRead = false;
}

void SmallRuns::addSmall(const QString& first, const QString& second)
{
    m_small.insert({first, second});
    m_isRead = false;
}

void SmallRuns::clear()
{
    m_capitals.clear();
    m_small.clear();
    m_words.clear();
    m_isRead = false;
}

bool SmallRuns::has(const QString& first, const QString& second) const
{
    return m_capitals.contains({first, second}) && m_small.contains({first, second});
}

bool SmallRuns::hasWord(const QString& folded)
{
    if (!m_isRead) {
        m_words.clear();
        for (const Pair& pair : m_capitals) {
            if (m_small.contains(pair)) {
                m_words.insert(pair.first);
                m_words.insert(pair.second);
            }
        }
        m_isRead = true;
    }
    return m_words.contains(folded);
}

} // namespace dtp
