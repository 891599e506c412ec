// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/dimension_choices.h>

#include <standards/countries.h>
#include <ui/models/record_finder.h>
#include <workshops/profile.h>

namespace dtp
{

namespace
{
constexpr int firstDecade = 1990; // the programs began then

std::vector<Choice> regionChoices()
{
    QStringList names;
    for (const Country& country : countries()) {
        if (!country.region.isEmpty() && !names.contains(country.region))
            names.append(country.region);
    }
    names.sort();
    std::vector<Choice> choices;
    for (const QString& name : names)
        choices.push_back({name, name, {}, {}});
    return choices;
}

std::vector<Choice> decadeChoices(const Store& store)
{
    std::vector<Choice> choices;
    for (int decade = firstDecade; decade <= store.environment().clock->today().year(); decade += 10)
        choices.push_back(
            {cohortValue(decade), valueLabel(store, QStringLiteral("cohort"), cohortValue(decade)), {}, {}});
    return choices;
}
} // namespace

std::vector<Choice> dimensionChoices(const Store& store, const QString& dimension)
{
    if (dimension == QLatin1String("country"))
        return countryChoices();
    if (dimension == QLatin1String("region"))
        return regionChoices();
    if (dimension == QLatin1String("cohort"))
        return decadeChoices(store);
    if (dimension == QLatin1String("first_time")) {
        std::vector<Choice> choices;
        for (const char* value : {"yes", "no"})
            choices.push_back({QLatin1String(value), valueLabel(store, dimension, QLatin1String(value)), {}, {}});
        return choices;
    }
    if (dimension == QLatin1String("gender")) {
        std::vector<Choice> choices = vocabularyChoices(store, QStringLiteral("genders"));
        for (Choice& choice : choices) {
            choice.spellings.append(choice.label);
            choice.label = valueLabel(store, dimension, choice.code);
        }
        return choices;
    }
    return vocabularyChoices(store, dimension == QLatin1String("sector") ? QStringLiteral("sectors")
                                                                         : QStringLiteral("issues"));
}

} // namespace dtp
