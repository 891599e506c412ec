// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed_value.h"

#include <base/text.h>
#include <records/kinds.h>
#include <search/record_lookup.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// More than anybody writes by hand: what is longer is a file in the wrong place.
constexpr qsizetype longestLine = 1000;
constexpr qsizetype longestText = 50'000;
constexpr size_t mostWords = 12; // said of a vocabulary

// Those that have the same beginning come first, then those that have a part of it in them, else in their order.
QStringList wordsNear(const Vocabulary& vocabulary, const QString& typed)
{
    const QString wanted = foldText(typed).left(3);
    const auto distance = [&](const VocabularyTerm& term) {
        const QString label = foldText(term.label);
        return wanted.isEmpty() || label.startsWith(wanted) || term.code.startsWith(wanted) ? 0
               : label.contains(wanted)                                                     ? 1
                                                                                            : 2;
    };
    std::vector<VocabularyTerm> terms = vocabulary.terms();
    if (terms.size() > mostWords)
        std::stable_sort(terms.begin(), terms.end(),
                         [&](const VocabularyTerm& a, const VocabularyTerm& b) { return distance(a) < distance(b); });
    QStringList words;
    for (size_t i = 0; i < std::min(terms.size(), mostWords); ++i)
        words.append(terms[i].code);
    return words;
}

Result<QVariant> noneOfTheWords(const Store& store, const Field& field, const QString& text, Error error)
{
    const Vocabulary& vocabulary = store.vocabulary(QLatin1String(field.vocabulary));
    const QString words = wordsNear(vocabulary, text).join(QStringLiteral(", "));
    if (!words.isEmpty())
        error.sentence +=
            QLatin1Char(' ') + (vocabulary.terms().size() > mostWords
                                    ? Cli::tr("Some of the %1: %2.").arg(vocabulary.terms().size()).arg(words)
                                    : Cli::tr("Write one of: %1.").arg(words));
    return tl::unexpected<Error>(std::move(error));
}
} // namespace

Result<QVariant> typedValue(const Store& store, const Field& field, const QString& text)
{
    const qsizetype most = traitsOf(field).hasLines ? longestText : longestLine;
    if (text.size() > most)
        return fail(Cli::tr("“%1” is %2 signs long: write at most %3.")
                        .arg(field.labelText(), QLocale().toString(text.size()), QLocale().toString(most)));
    if (field.reference != Entity::None && !text.isEmpty()) {
        DTP_TRY(key, resolveRecord(store, field.reference, text));
        return QVariant(key);
    }
    auto value = traitsOf(field).parse(field, text, {&store});
    if (!value && traitsOf(field).chosenFrom == ChosenFrom::Vocabulary)
        return noneOfTheWords(store, field, text, value.error());
    return value;
}

} // namespace dtp::cli
