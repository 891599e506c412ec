// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/text.h>
#include <search/filter_sql.h>
#include <search/index_entry.h>
#include <search/person_search.h>
#include <storage/connection.h>

#include <QCoreApplication>

#include <sqlite3.h>

namespace dtp
{

namespace
{
// So many matches of words are sorted for a first page; of more, the page is taken from those whose family name begins
// so.
constexpr qint64 sortedMatches = 1500;

// Cuts at spaces outside quotes: country:KH skill:"UN treaty bodies"
struct Piece {
    QString text;         // quotes taken off
    qsizetype colon = -1; // of a key, outside quotes
};

std::vector<Piece> piecesOf(const QString& text)
{
    std::vector<Piece> pieces;
    Piece piece;
    bool quoted = false;
    bool any = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            quoted = !quoted;
            any = true;
        } else if (c.isSpace() && !quoted) {
            if (any)
                pieces.push_back(std::exchange(piece, Piece()));
            any = false;
        } else {
            if (c == QLatin1Char(':') && !quoted && piece.colon < 0)
                piece.colon = piece.text.size();
            piece.text += c;
            any = true;
        }
    }
    if (any)
        pieces.push_back(piece);
    return pieces;
}

bool looksLikeKey(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                          [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); });
}

// An FTS5 query in which every word begins a word of the record, in its own letters or in Latin ones.
QByteArray matchOf(const QStringList& words)
{
    QByteArray match;
    for (const QString& word : words) {
        QStringList forms{word};
        if (const QString latin = wordsOf(foldToLatin(word)).join(QString()); !latin.isEmpty() && latin != word)
            forms.append(latin);
        QByteArray any;
        for (const QString& form : forms)
            any += (any.isEmpty() ? "\"" : " OR \"") + form.toUtf8() + "\"*";
        match += (match.isEmpty() ? "(" : " AND (") + any + ")";
    }
    return match;
}

QByteArray orderSql(PersonOrder order)
{
    switch (order) {
    case PersonOrder::NameDescending:
        return " ORDER BY k.sort_key DESC, p.id DESC";
    case PersonOrder::Country:
        return " ORDER BY p.country, k.sort_key, p.id";
    case PersonOrder::Newest:
        return " ORDER BY p.id DESC";
    default:
        return " ORDER BY k.sort_key, p.id";
    }
}

struct Sql {
    QByteArray from; // FROM … WHERE …
    std::vector<QVariant> values;
};

Result<Sql> sqlOf(const Store& store, const PersonQuery& query, bool needsKey)
{
    Sql sql;
    // Without filters the keys alone answer, from their index.
    const bool plain = query.filters.empty();
    sql.from = plain && needsKey ? " FROM person_key k JOIN person p ON p.id = k.person_id" : " FROM person p";
    if (!plain && needsKey)
        sql.from += " JOIN person_key k ON k.person_id = p.id";
    QByteArray conditions;
    for (const SearchFilter& filter : query.filters) {
        DTP_TRY(one, filterSql(filter, store));
        conditions += (conditions.isEmpty() ? " WHERE " : " AND ") + one.condition;
        sql.values.insert(sql.values.end(), one.values.begin(), one.values.end());
    }
    if (!query.words.isEmpty()) {
        conditions += conditions.isEmpty() ? " WHERE " : " AND ";
        conditions += "p.id IN (SELECT rowid FROM person_words WHERE person_words MATCH ?)";
        sql.values.push_back(QString::fromUtf8(matchOf(query.words)));
    }
    sql.from += conditions;
    return sql;
}

Result<std::vector<qint64>> collect(const Store& store, const QByteArray& text, const std::vector<QVariant>& values)
{
    DTP_TRY(select, Statement::prepare(store.handle(), text));
    for (size_t i = 0; i < values.size(); ++i)
        select.bind(static_cast<int>(i) + 1, values[i]);
    std::vector<qint64> ids;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.integer(0));
    }
}

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
    DTP_TRY(select,
            Statement::prepare(store.handle(), "SELECT k.person_id, k.sort_key FROM (SELECT rowid AS id FROM " +
                                                   table + " WHERE " + table +
                                                   " MATCH ? LIMIT ?) m JOIN person_key k ON k.person_id = m.id"));
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
    const QByteArray from = foldToLatin(word).toUtf8();
    DTP_TRY(select,
            Statement::prepare(store.handle(), "SELECT person_id FROM person_key WHERE sort_key >= ? AND sort_key < ?"
                                               " ORDER BY sort_key, person_id LIMIT ?"));
    select.bindUtf8(1, from).bindUtf8(2, from + "\xF4\x8F\xBF\xBF").bind(3, limit);
    std::vector<qint64> ids;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.integer(0));
    }
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
} // namespace

Result<PersonQuery> PersonQuery::parse(const QString& text, const Store& store)
{
    PersonQuery query;
    for (const Piece& piece : piecesOf(text)) {
        const bool negated = piece.text.startsWith(QLatin1Char('-'));
        const QString key = piece.colon > 0 ? piece.text.mid(negated, piece.colon - negated).toLower() : QString();
        if (!looksLikeKey(key) || piece.text.mid(piece.colon + 1).startsWith(QLatin1String("//"))) {
            query.words += wordsOf(foldText(piece.text));
            continue;
        }
        const SearchFilter filter{key, piece.text.mid(piece.colon + 1), negated};
        DTP_CHECK(filterSql(filter, store));
        query.filters.push_back(filter);
    }
    return query;
}

QString PersonQuery::toText() const
{
    QStringList parts = words;
    for (const SearchFilter& filter : filters) {
        const bool plain = std::none_of(filter.value.begin(), filter.value.end(), [](QChar c) { return c.isSpace(); });
        parts.append((filter.negated ? QStringLiteral("-") : QString()) + filter.key + QLatin1Char(':') +
                     (plain ? filter.value : QString(QLatin1Char('"') + filter.value + QLatin1Char('"'))));
    }
    return parts.join(QLatin1Char(' '));
}

Result<std::vector<qint64>> findPeople(const Store& store, const PersonQuery& query, qint64 limit, qint64 offset,
                                       PersonOrder order)
{
    if (query.filters.empty() && !query.words.isEmpty() && order == PersonOrder::Name)
        return findWords(store, query.words, limit, offset);
    const bool needsKey = order != PersonOrder::Newest;
    if (query.isEmpty() && (order == PersonOrder::Name || order == PersonOrder::NameDescending)) {
        const QByteArray direction =
            order == PersonOrder::Name ? "sort_key, person_id" : "sort_key DESC, person_id DESC";
        return collect(store, "SELECT person_id FROM person_key ORDER BY " + direction + " LIMIT ? OFFSET ?",
                       {QVariant(limit), QVariant(offset)});
    }
    DTP_TRY(sql, sqlOf(store, query, needsKey));
    sql.values.push_back(QVariant(limit));
    sql.values.push_back(QVariant(offset));
    return collect(store, "SELECT p.id" + sql.from + orderSql(order) + " LIMIT ? OFFSET ?", sql.values);
}

Result<qint64> countPeople(const Store& store, const PersonQuery& query)
{
    QByteArray text = "SELECT count(*) FROM person";
    std::vector<QVariant> values;
    if (query.filters.empty() && !query.words.isEmpty()) {
        text = "SELECT count(*) FROM person_words WHERE person_words MATCH ?";
        values.push_back(QString::fromUtf8(matchOf(query.words)));
    } else if (!query.isEmpty()) {
        DTP_TRY(sql, sqlOf(store, query, false));
        text = "SELECT count(*)" + sql.from;
        values = sql.values;
    }
    DTP_TRY(counted, collect(store, text, values));
    return counted.empty() ? 0 : counted.front();
}

Result<std::vector<qint64>> peopleNamed(const Store& store, const QString& name)
{
    DTP_TRY(select, Statement::prepare(store.handle(),
                                       "SELECT person_id FROM person_key WHERE name_key = ? ORDER BY person_id"));
    select.bindUtf8(1, nameKeyOf(name).toUtf8());
    std::vector<qint64> ids;
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.integer(0));
    }
}

} // namespace dtp
