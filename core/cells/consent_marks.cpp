// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are no words: marks of pens and of phones.
#include <cells/consent_words.h>

#include <cells/word_sets.h>

namespace dtp
{

static bool isEmptyMark(QChar sign)
{
    return sign.isSpace() || sign.category() == QChar::Punctuation_Dash ||
           sign.category() == QChar::Punctuation_Connector;
}

bool isNoMark(const QString& text)
{
    // With the colour of a skin, or with what asks for a coloured picture, it is the same mark.
    static const WordSet marks = wordSet("👎 × ✕ ✖ ⨯ ✗ ✘ ❌ ❎ 🚫 ⛔ 🙅");
    const QString mark = QString(text).remove(QChar(0xFE0F)).trimmed();
    return marks.contains(mark) || (mark.size() == 4 && marks.contains(mark.left(2)) && mark.at(2).isSurrogate());
}

bool crossesOut(const QString& heading)
{
    const auto holds = [&heading](const QString& marks) {
        const QStringList all = marks.split(QLatin1Char(' '));
        return std::any_of(all.begin(), all.end(), [&](const QString& mark) { return heading.contains(mark); });
    };
    return holds(QStringLiteral("👎 ✕ ✖ ⨯ ✗ ✘ ❌ ❎ 🚫 ⛔ 🙅")) && !holds(QStringLiteral("✓ ✔ ☑ ✅ 👍"));
}

bool isMark(const QString& text)
{
    static const QString unticked = QStringLiteral("☐□◻▢");
    const bool isOfSigns =
        std::none_of(text.begin(), text.end(), [](QChar sign) { return sign.isLetterOrNumber() || sign.isMark(); });
    return isOfSigns && !std::all_of(text.begin(), text.end(),
                                     [](QChar sign) { return isEmptyMark(sign) || unticked.contains(sign); });
}

} // namespace dtp
