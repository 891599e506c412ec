// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/record_finder.h>

#include <QCoreApplication>
#include <records/kinds.h>
#include <search/person_search.h>
#include <standards/countries.h>
#include <ui/models/discretion.h>

namespace dtp
{

namespace
{
QString countryNote(const RecordValues& values)
{
    const RecordType& type = recordType(values.entity);
    const int country = type.indexOf("country");
    return country < 0 || values.fields.at(country).toString().isEmpty()
               ? QString()
               : countryName(values.fields.at(country).toString());
}
} // namespace

std::vector<Choice> countryChoices()
{
    std::vector<Choice> choices;
    for (const Country& country : countries())
        choices.push_back({country.code, country.name, country.spellings, {}});
    return choices;
}

std::vector<Choice> vocabularyChoices(const Store& store, const QString& vocabulary)
{
    std::vector<Choice> choices;
    for (const VocabularyTerm& term : store.vocabulary(vocabulary).terms())
        choices.push_back({term.code, term.label, term.spellings, {}});
    return choices;
}

Result<std::vector<Choice>> findChoices(const Store& store, Entity entity, const QString& typed, int limit)
{
    std::vector<qint64> ids;
    if (entity == Entity::Person) {
        DTP_TRY(people, findRecords(store, entity, wordsNode(typed), {}, limit));
        ids = std::move(people);
    } else if (const Field* title = titleField(entity)) {
        // Those that begin with it first.
        Where where;
        where.orderBy(title->name).first(limit);
        if (!typed.isEmpty())
            where.compare(title->name, Where::Op::StartsWith, typed);
        DTP_TRY(first, store.ids(entity, where));
        ids = std::move(first);
        if (!typed.isEmpty() && static_cast<int>(ids.size()) < limit) {
            Where inside;
            inside.compare(title->name, Where::Op::Contains, typed).orderBy(title->name).first(limit);
            DTP_TRY(others, store.ids(entity, inside));
            for (const qint64 id : others) {
                if (std::find(ids.begin(), ids.end(), id) == ids.end() && static_cast<int>(ids.size()) < limit)
                    ids.push_back(id);
            }
        }
    }
    DTP_TRY(rows, store.rows(entity, ids));
    std::vector<Choice> choices;
    for (const RecordValues& values : rows)
        choices.push_back({QString::number(values.id), titleOf(seen(store, values)), {}, countryNote(values)});
    return choices;
}

Result<std::vector<Choice>> choicesFor(const Store& store, const Field& field, int limit)
{
    switch (traitsOf(field).chosenFrom) {
    case ChosenFrom::Countries:
        return countryChoices();
    case ChosenFrom::Vocabulary:
        return vocabularyChoices(store, QLatin1String(field.vocabulary));
    case ChosenFrom::Records:
        return findChoices(store, field.reference, {}, limit);
    case ChosenFrom::Nothing:
        break;
    }
    return std::vector<Choice>();
}

bool canBeMadeOfTitle(Entity entity)
{
    if (entity != Entity::Organisation && entity != Entity::ProgramSeries && entity != Entity::Network)
        return false;
    return titleField(entity) != nullptr;
}

Result<Choice> makeOfTitle(Store& store, Entity entity, const QString& title)
{
    const RecordType& type = recordType(entity);
    RecordValues values(entity);
    values.set(titleField(entity)->name, title);
    const QString sentence = QCoreApplication::translate("RecordFinder", "Add %1 %2").arg(type.singularText(), title);
    const auto done = store.change(sentence, [&](ChangeWriter& writer) { return writer.insert(values); });
    if (!done)
        return tl::unexpected<Error>(done.error());
    return Choice{QString::number(values.id), title, {}, {}};
}

} // namespace dtp
