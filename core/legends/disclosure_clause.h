// SPDX-License-Identifier: GPL-3.0-or-later
// One clause of a remark, with what its words are about. The inside of disclosure_limits.h.
#pragma once

#include <legends/disclosure_topics.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace dtp
{

class Clause
{
public:
    explicit Clause(RemarkWords words) : m_words(std::move(words.english)), m_isForeign(words.isForeign)
    {
        for (qsizetype i = 0; i < m_words.size(); ++i)
            m_topics.push_back(topicAt(m_words, i));
    }
    const QStringList& words() const { return m_words; }
    bool isForeign() const { return m_isForeign; }
    QString at(qsizetype i) const { return m_words.value(i); }
    bool has(const WordSet& some) const { return hasAny(m_words, some); }
    bool hasBetween(qsizetype from, qsizetype to, const WordSet& some) const
    {
        from = std::max<qsizetype>(from, 0);
        return hasAny(m_words.mid(from, std::max<qsizetype>(0, to - from)), some);
    }
    std::optional<Topic> topic(qsizetype i) const
    {
        return i >= 0 && i < m_words.size() ? m_topics[static_cast<size_t>(i)] : std::nullopt;
    }
    // Where one of these stands, from a place on; -1 for nowhere.
    qsizetype topicIn(qsizetype from, qsizetype to, std::initializer_list<Topic> some = {}) const
    {
        for (qsizetype i = std::max<qsizetype>(0, from); i < std::min(to, m_words.size()); ++i) {
            const auto found = topic(i);
            if (found && (some.size() == 0 || std::find(some.begin(), some.end(), *found) != some.end()))
                return i;
        }
        return -1;
    }
    bool hasTopic() const { return topicIn(0, m_words.size()) >= 0; }

private:
    QStringList m_words;
    bool m_isForeign;
    std::vector<std::optional<Topic>> m_topics;
};

constexpr qsizetype reach = 7; // words within which a deed and what it is done to stand

// What one takes away from what is shown of somebody: "remove", "blur".
const WordSet& deedsOfRemoval();
// Plain ones: "leave her out of the report", "do not share her details", "no faces", "no longer wants to be listed".
bool removes(const Clause& clause);
bool denies(const Clause& clause);
bool takesBack(const Clause& clause);

} // namespace dtp
