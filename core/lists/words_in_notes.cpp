// SPDX-License-Identifier: GPL-3.0-or-later
#include <lists/words_in_notes.h>

#include <lists/restricted_filters.h>

#include <base/text.h>
#include <query/query.h>
#include <records/kinds.h>
#include <records/reports.h>
#include <search/filter.h>
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
        for (const QString& word : wordsOf(foldText(node.text))) // as the search takes it apart: "visa*"
            words.push_back({word, isUnwanted});
    }
    DTP_TRY(saved, savedSearchesOf(store, node, isUnwanted, read));
    for (const QueryNode& query : saved)
        DTP_CHECK(gather(store, query, isUnwanted, words, read));
    if (node.kind == QueryNode::Kind::Filter)
        return {}; // what is in its parentheses is said of something else
    for (const QueryNode& part : node.parts)
        DTP_CHECK(gather(store, part, isUnwanted != (node.kind == QueryNode::Kind::Not), words, read));
    return {};
}

// Of a record that is no person: the texts that are for us alone, or those that outsiders may read and what it refers
// to.
QueryNode isIn(const RecordType& type, const QString& word, bool isForUs)
{
    std::vector<QueryNode> places;
    for (const Field& field : type.fields) {
        const QString key = searchKeyOf(type.entity, field);
        const bool isText = traitsOf(field).isText() && traitsOf(field).chosenFrom == ChosenFrom::Nothing;
        const bool isSeen = traitsOf(field).isReference() || (isText && field.sensitivity == Sensitivity::Public);
        if (!filterNamed(type.entity, key) || !(isForUs ? isText && !isSeen : isSeen))
            continue;
        places.push_back(filterNode(key, {word}));
    }
    return anyOf(std::move(places));
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

Result<QStringList> wordsInNotesAlone(const Store& store, Entity entity, const QString& query)
{
    const QueryNode whole = parseQuery(query);
    std::vector<Word> words;
    QSet<QString> read;
    DTP_CHECK(gather(store, whole, false, words, read));
    QStringList found;
    for (const Word& word : words) {
        const bool isPerson = entity == Entity::Person;
        QueryNode forUs =
            isPerson ? filterNode(QStringLiteral("notes"), {word.text}) : isIn(recordType(entity), word.text, true);
        QueryNode elsewhere = isPerson ? isElsewhere(word.text) : isIn(recordType(entity), word.text, false);
        if (forUs.isEmpty())
            continue;
        std::vector<QueryNode> conditions{std::move(forUs)};
        if (!elsewhere.isEmpty())
            conditions.push_back(notOf(std::move(elsewhere)));
        if (!word.isUnwanted)
            conditions.push_back(whole);
        DTP_TRY(people, findRecords(store, entity, allOf(std::move(conditions)), {}, 1));
        if (!people.empty() && !found.contains(word.text))
            found.append(word.text);
    }
    return found;
}

} // namespace dtp
