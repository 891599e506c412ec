// SPDX-License-Identifier: GPL-3.0-or-later
#include <search/title_words.h>

#include <base/text.h>
#include <records/kinds.h>

namespace dtp
{

namespace
{
// Restricted texts are not found by words: what is covered on screen must not show itself in a list.
bool isSearched(const Field& field)
{
    return traitsOf(field).isFreeText() && !field.isHidden && field.sensitivity != Sensitivity::Restricted;
}

// By which fields people call a record of this type.
QList<QByteArray> titleColumns(const SearchScope& scope)
{
    QList<QByteArray> columns;
    for (const Field& field : recordType(scope.entity).fields) {
        if (traitsOf(field).isFreeText() && (field.isRequired || qstrcmp(field.name, "short_name") == 0))
            columns.append(scope.column(field.name));
    }
    return columns;
}

// A program is also called by its series.
const Field* alsoCalledBy(Entity entity)
{
    return entity == Entity::ProgramEdition ? recordType(entity).fieldNamed(QStringLiteral("series_id")) : nullptr;
}

SqlPiece titleOfReference(const Field& field, const SearchScope& scope, const QString& part)
{
    const SearchScope other = scope.within(field.reference);
    return SqlPiece{scope.column(field.name) + " IN (SELECT " + other.column("id") + " FROM " +
                        recordType(other.entity).table + " AS " + other.alias + " WHERE ",
                    {}} +
           titleCondition(part, other) + QByteArray(")");
}
} // namespace

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

SqlPiece nameMayContain(const QString& text, const SearchScope& scope)
{
    // What FTS5 keeps of a row stands in a table of its own: https://www.sqlite.org/fts5.html ("%_content").
    SqlPiece piece{scope.column("id") + " IN (SELECT id FROM person_name_words_content WHERE 1", {}};
    for (const QString& word : wordsOf(foldText(text)))
        piece += SqlPiece{" AND instr(c0, ?) > 0", {word}};
    return piece + QByteArray(")");
}

SqlPiece titleCondition(const QString& part, const SearchScope& scope)
{
    if (scope.entity == Entity::Person) {
        const QStringList words = wordsOf(foldText(part));
        if (words.isEmpty())
            return {"0", {}};
        return {scope.column("id") + " IN (SELECT rowid FROM person_name_words WHERE person_name_words MATCH ?)",
                {QString::fromUtf8(matchOf(words))}};
    }
    std::vector<SqlPiece> any;
    for (const QByteArray& column : titleColumns(scope))
        any.push_back({"contains_text(?, " + column + ')', {foldText(part)}});
    if (const Field* field = alsoCalledBy(scope.entity))
        any.push_back(titleOfReference(*field, scope, part));
    return anyPiece(any);
}

SqlPiece wordsCondition(const QString& typed, const SearchScope& scope)
{
    const QStringList words = wordsOf(foldText(typed));
    if (scope.entity == Entity::Person)
        return {scope.column("id") + " IN (SELECT rowid FROM person_words WHERE person_words MATCH ?)",
                {QString::fromUtf8(matchOf(words))}};
    QByteArray columns;
    std::vector<const Field*> links;
    for (const Field& field : recordType(scope.entity).fields) {
        if (isSearched(field))
            columns += ", " + scope.column(field.name);
        else if (traitsOf(field).isReference() && field.isListed && field.sensitivity != Sensitivity::Restricted)
            links.push_back(&field); // whom a case is about is asked for by name: “person:”
    }
    if (columns.isEmpty() && links.empty())
        return {"0", {}};
    // Without what it links, one look at the texts is enough for all words.
    if (links.empty())
        return {"contains_words(?" + columns + ')', {words.join(QLatin1Char(' '))}};
    SqlPiece all;
    for (const QString& word : words) {
        std::vector<SqlPiece> any;
        if (!columns.isEmpty())
            any.push_back({"contains_words(?" + columns + ')', {word}});
        for (const Field* link : links)
            any.push_back(titleOfReference(*link, scope, word));
        all += (all.text.isEmpty() ? SqlPiece() : SqlPiece{" AND ", {}}) + anyPiece(any);
    }
    return {'(' + all.text + ')', all.values};
}

} // namespace dtp
