// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/filter_dimension.h>

#include <QCoreApplication>

namespace dtp
{

namespace
{
struct Filter {
    Q_DECLARE_TR_FUNCTIONS(FilterChip)
};
} // namespace

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
