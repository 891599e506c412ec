// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/filter_dimension.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
struct Filter {
    Q_DECLARE_TR_FUNCTIONS(FilterChip)
};
} // namespace

Result<std::vector<CountedChoice>> countedChoices(const FilterDimension& dimension, const QStringList& ticked)
{
    DTP_TRY(choices, dimension.choices());
    std::vector<CountedChoice> all;
    bool isCounted = dimension.count != nullptr;
    for (Choice& choice : choices) {
        const auto count = isCounted ? dimension.count(choice.code) : Result<qint64>(0);
        isCounted = isCounted && count;
        all.push_back({std::move(choice), count.value_or(0)});
    }
    if (!isCounted) {
        for (CountedChoice& one : all)
            one.count.reset();
    }
    std::stable_sort(all.begin(), all.end(), [&](const CountedChoice& a, const CountedChoice& b) {
        const bool isFirst = ticked.contains(a.choice.code);
        const bool isOther = ticked.contains(b.choice.code);
        return isFirst != isOther ? isFirst : dimension.isMostFirst && a.count.value_or(0) > b.count.value_or(0);
    });
    return all;
}

FilterWords filterWords(const FilterDimension& dimension, const QStringList& codes)
{
    if (codes.isEmpty())
        return {dimension.label, {}};
    QStringList labels;
    QStringList known;
    const auto choices = dimension.choices();
    for (const Choice& choice : choices ? *choices : std::vector<Choice>()) {
        if (codes.contains(choice.code)) {
            labels.append(choice.label);
            known.append(choice.code);
        }
    }
    for (const QString& code : codes) {
        if (!known.contains(code))
            labels.append(code);
    }
    FilterWords said;
    said.problem = choices ? QString() : choices.error().sentence;
    said.words = labels.size() > 2
                     ? Filter::tr("%1: %2 and %3 more").arg(dimension.label, labels.first()).arg(labels.size() - 1)
                     : Filter::tr("%1: %2").arg(dimension.label, labels.join(QStringLiteral(", ")));
    return said;
}

} // namespace dtp
