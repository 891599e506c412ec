// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/person_words.h>

#include <base/text.h>
#include <database/connection.h>
#include <search/query_sql.h>
#include <search/title_words.h>

#include <QSet>
#include <algorithm>
#include <tuple>

namespace dtp
{

namespace
{
// So many matches of words are sorted for a first page; of more, the page is taken from those whose family name begins
// so.
constexpr qint64 sortedMatches = 1500;

// Words alone: people whose family name begins with the first word come first, then the rest, both by name.
struct Ranked {
    bool later;
    QByteArray key;
    qint64 id;
    bool operator<(const Ranked& other) const
    {
        return std::tie(later, key, id) < std::tie(other.later, other.key, other.id);
    }
};

Result<std::vector<qint64>> ranked(const Store& store, const QStringList& words, const QByteArray& table, qint64 most,
                                   bool& all)
{
    DTP_TRY(select, Statement::prepare(store.handle(),
                                       "SELECT k.person_id, k.sort_key FROM (SELECT rowid AS id FROM " + table +
                                           " WHERE " + table +
                                           " MATCH ? LIMIT ?) m JOIN person_key k INDEXED BY person_key_by_person"
                                           " ON k.person_id = m.id"));
    select.bindUtf8(1, matchOf(words)).bind(2, most);
    const QByteArray first = foldToLatin(words.front()).toUtf8();
    std::vector<Ranked> found;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            break;
        QByteArray key = select.utf8(1);
        const bool later = !key.startsWith(first);
        found.push_back({later, std::move(key), select.integer(0)});
    }
    all = most < 0 || static_cast<qint64>(found.size()) < most;
    std::sort(found.begin(), found.end());
    std::vector<qint64> ids;
    ids.reserve(found.size());
    for (const Ranked& one : found)
        ids.push_back(one.id);
    return ids;
}

// The head of the family-name matches, straight from the index of sort keys.
Result<std::vector<qint64>> byFamilyName(const Store& store, const QString& word, qint64 limit)
{
    const QString from = foldToLatin(word);
    return readKeys(store,
                    {"SELECT person_id FROM person_key WHERE sort_key >= ? AND sort_key < ?"
                     " ORDER BY sort_key, person_id LIMIT ?",
                     {from, QString(from).append(QStringView(QChar::fromUcs4(QChar::LastValidCodePoint))), limit}});
}
} // namespace

QStringList wordsAlone(const QueryNode& query)
{
    QStringList words;
    for (const QueryNode& node : conditionsOf(query)) {
        if (node.kind != QueryNode::Kind::Words)
            return {};
        words += wordsOf(foldText(node.text));
    }
    return words;
}

Result<std::vector<qint64>> findWords(const Store& store, const QStringList& words, qint64 limit, qint64 offset)
{
    const bool firstPage = limit >= 0 && limit + offset <= sortedMatches;
    bool all = false;
    // A match in a name counts more than one in an address or a note.
    DTP_TRY(names, ranked(store, words, "person_name_words", firstPage ? sortedMatches : -1, all));
    std::vector<qint64> ids;
    if (!all && words.size() == 1) {
        DTP_TRY(family, byFamilyName(store, words.front(), limit + offset));
        ids = std::move(family);
    }
    QSet<qint64> have(ids.begin(), ids.end());
    const auto add = [&](const std::vector<qint64>& more) {
        for (const qint64 id : more) {
            if (!have.contains(id)) {
                have.insert(id);
                ids.push_back(id);
            }
        }
    };
    add(names);
    if (!firstPage || static_cast<qint64>(ids.size()) < limit + offset) {
        DTP_TRY(rest, ranked(store, words, "person_words", firstPage ? sortedMatches : -1, all));
        add(rest);
    }
    const auto from = std::min<qint64>(offset, static_cast<qint64>(ids.size()));
    const auto to =
        limit < 0 ? static_cast<qint64>(ids.size()) : std::min<qint64>(from + limit, static_cast<qint64>(ids.size()));
    return std::vector<qint64>(ids.begin() + from, ids.begin() + to);
}

} // namespace dtp
