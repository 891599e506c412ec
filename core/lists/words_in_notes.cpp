// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/words_in_notes.h>

#include <base/text.h>
#include <query/query.h>
#include <records/reports.h>
#include <search/record_search.h>

#include <QSet>
#include <algorithm>

namespace dtp
{

namespace
{
struct Word {
    QString text;
    bool isUnwanted;
};

Result<> gather(const Store& store, const QueryNode& node, bool isUnwanted, std::vector<Word>& words,
                QSet<QString>& read)
{
    if (node.kind == QueryNode::Kind::Words) {
        for (const QString& word : foldText(node.text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            words.push_back({word, isUnwanted});
    }
    if (node.kind == QueryNode::Kind::Filter && node.text == QLatin1String("in")) {
        DTP_TRY(segments, store.find<Segment>());
        for (const Segment& segment : segments) {
            const QString name = foldText(segment.name);
            const bool isNamed = std::any_of(node.values.begin(), node.values.end(),
                                             [&](const QString& value) { return foldText(value) == name; });
            if (!isNamed || read.contains(name))
                continue;
            read.insert(name);
            DTP_CHECK(gather(store, parseQuery(segment.query), isUnwanted, words, read));
        }
    }
    if (node.kind == QueryNode::Kind::Filter)
        return {}; // what is in its parentheses is said of something else
    for (const QueryNode& part : node.parts)
        DTP_CHECK(gather(store, part, isUnwanted != (node.kind == QueryNode::Kind::Not), words, read));
    return {};
}

// Where else words are looked for, see search/index_entry.h.
QueryNode isElsewhere(const QString& word)
{
    std::vector<QueryNode> places;
    for (const char* key : {"given_name", "family_name", "own_script_name", "other_name", "address", "place"})
        places.push_back(filterNode(QLatin1String(key), {word}));
    QueryNode organisation = filterNode(QStringLiteral("organisation"), {word});
    organisation.when = When::Ever;
    places.push_back(organisation);
    return anyOf(std::move(places));
}
} // namespace

Result<QStringList> wordsInNotesAlone(const Store& store, const QString& query)
{
    const QueryNode whole = parseQuery(query);
    std::vector<Word> words;
    QSet<QString> read;
    DTP_CHECK(gather(store, whole, false, words, read));
    QStringList found;
    for (const Word& word : words) {
        std::vector<QueryNode> conditions{filterNode(QStringLiteral("notes"), {word.text}),
                                          notOf(isElsewhere(word.text))};
        if (!word.isUnwanted)
            conditions.push_back(whole);
        DTP_TRY(people, findRecords(store, Entity::Person, allOf(std::move(conditions)), {}, 1));
        if (!people.empty() && !found.contains(word.text))
            found.append(word.text);
    }
    return found;
}

} // namespace dtp
